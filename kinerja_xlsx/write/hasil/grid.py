"""The columns of a form on its paper, and those of the four kinds of evaluation form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from kinerja_xlsx.model.law import JenisJabatan, Kertas, Pendekatan
from kinerja_xlsx.write.hasil.labels import BAGI_JA_JF, BAGI_JPT
from kinerja_xlsx.write.measure import POINTS_PER_PIXEL

WIDTH_PIXELS: Final = MappingProxyType({Kertas.A4: 1030, Kertas.F4: 1150})
"""Width of a landscape page between our margins, less two percent for printers that differ."""
CAPACITY: Final = MappingProxyType({Kertas.A4: 512.0, Kertas.F4: 528.0})
"""Points of height of a landscape page between our margins, less two percent likewise."""

Range = tuple[int, int]
"""First and last column of a merged cell, from 0."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the table of hasil kerja, with its printed number."""

    text: str
    number: str
    at: Range


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that every kind of form has.

    Attributes:
        bagi: Third line of the title.
        pixels: Widths of the columns on A4.
        headings: Of the table of hasil kerja.
        numeric: Columns that hold figures of any length.
        elastic: Columns that give way to them, roomiest first.
        panel: Cells of the two panels: no, label, value, twice.
    """

    bagi: str
    pixels: tuple[int, ...]
    headings: tuple[Heading, ...]
    numeric: tuple[int, ...]
    elastic: tuple[int, ...]
    panel: tuple[Range, ...]

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.pixels) - 1


@dataclass(frozen=True, slots=True)
class Variant(Columns):
    """One kind of evaluation form.

    Attributes:
        label: Of the lines below the panels and of the ratings.
        value: Of the lines below the panels.
        rating: Of the ratings.
        note: Beside the ratings.
        perilaku: No, nilai, guide lines, special expectation, feedback.
        rincian: No, label, formula, result, source, cells.
        signature: The block of the signature.
    """

    label: Range
    value: Range
    rating: Range
    note: Range
    perilaku: tuple[Range, ...]
    rincian: tuple[Range, ...]
    signature: Range


NO: Final = "NO"
RHK: Final = "RENCANA HASIL KERJA"
PIMPINAN: Final = "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI"
IKI: Final = "INDIKATOR KINERJA INDIVIDU"
_REALISASI: Final = "REALISASI BERDASARKAN BUKTI DUKUNG"
_UMPAN_BALIK: Final = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"
_CAPAIAN: Final = "CAPAIAN (%)"

_KUANTITATIF: Final = Variant(
    bagi=BAGI_JA_JF,
    pixels=(28, 144, 134, 74, 142, 60, 74, 70, 117, 121, 66),
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(PIMPINAN, "(2)", (1, 1)),
        Heading(RHK, "(3)", (2, 2)),
        Heading("ASPEK", "(4)", (3, 3)),
        Heading(IKI, "(5)", (4, 4)),
        Heading("TARGET", "(6)", (5, 6)),
        Heading(_REALISASI, "(7)", (7, 8)),
        Heading(_UMPAN_BALIK, "(8)", (9, 9)),
        Heading(_CAPAIAN, "", (10, 10)),
    ),
    numeric=(5, 7),
    elastic=(4, 2, 9, 8),
    panel=((0, 0), (1, 1), (2, 4), (5, 5), (6, 7), (8, 10)),
    label=(0, 2),
    value=(3, 10),
    rating=(3, 5),
    note=(6, 10),
    perilaku=((0, 0), (1, 1), (2, 7), (8, 8), (9, 10)),
    rincian=((0, 0), (1, 1), (2, 4), (5, 6), (7, 7), (8, 10)),
    signature=(7, 10),
)
_KUALITATIF: Final = Variant(
    bagi=BAGI_JA_JF,
    pixels=(28, 150, 200, 148, 40, 144, 112, 146, 62),
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(PIMPINAN, "(2)", (1, 1)),
        Heading(RHK, "(3)", (2, 3)),
        Heading(_REALISASI, "(4)", (4, 6)),
        Heading(_UMPAN_BALIK, "(5)", (7, 8)),
    ),
    numeric=(),
    elastic=(),
    panel=((0, 0), (1, 1), (2, 3), (4, 4), (5, 5), (6, 8)),
    label=(0, 2),
    value=(3, 8),
    rating=(3, 5),
    note=(6, 8),
    perilaku=((0, 0), (1, 1), (2, 5), (6, 6), (7, 8)),
    rincian=((0, 0), (1, 1), (2, 3), (4, 5), (6, 6), (7, 8)),
    signature=(5, 8),
)
_JPT_KUANTITATIF: Final = Variant(
    bagi=BAGI_JPT,
    pixels=(28, 144, 66, 204, 64, 72, 88, 68, 117, 113, 66),
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(RHK, "(2)", (1, 2)),
        Heading(IKI, "(3)", (3, 3)),
        Heading("TARGET", "(4)", (4, 5)),
        Heading("PERSPEKTIF", "(5)", (6, 6)),
        Heading(_REALISASI, "(6)", (7, 8)),
        Heading(_UMPAN_BALIK, "(7)", (9, 9)),
        Heading(_CAPAIAN, "", (10, 10)),
    ),
    numeric=(4, 7),
    elastic=(3, 9, 8),
    panel=((0, 0), (1, 1), (2, 3), (4, 4), (5, 6), (7, 10)),
    label=(0, 2),
    value=(3, 10),
    rating=(3, 3),
    note=(4, 10),
    perilaku=((0, 0), (1, 1), (2, 6), (7, 8), (9, 10)),
    rincian=((0, 0), (1, 2), (3, 4), (5, 6), (7, 7), (8, 10)),
    signature=(6, 10),
)
_JPT_KUALITATIF: Final = replace(
    _KUALITATIF,
    bagi=BAGI_JPT,
    headings=(
        Heading(NO, "(1)", (0, 0)),
        Heading(RHK, "(2)", (1, 3)),
        Heading(_REALISASI, "(3)", (4, 6)),
        Heading(_UMPAN_BALIK, "(4)", (7, 8)),
    ),
)


def variant_of(jenis_jabatan: JenisJabatan, pendekatan: Pendekatan) -> Variant:
    """Choose the kind of form: two kinds of post, two approaches."""
    if jenis_jabatan is JenisJabatan.JPT:
        return _JPT_KUALITATIF if pendekatan is Pendekatan.KUALITATIF else _JPT_KUANTITATIF
    return _KUALITATIF if pendekatan is Pendekatan.KUALITATIF else _KUANTITATIF


ColumnsT = TypeVar("ColumnsT", bound=Columns)
ColumnsT_co = TypeVar("ColumnsT_co", bound=Columns, covariant=True)


@dataclass(frozen=True, slots=True)
class Grid(Generic[ColumnsT_co]):
    """The columns of one form on its paper.

    Attributes:
        variant: Which cells there are.
        pixels: Their widths.
        capacity: Points of height that a page holds.
    """

    variant: ColumnsT_co
    pixels: tuple[int, ...]
    capacity: float

    def width(self, at: Range) -> float:
        """The width of a merged cell in points."""
        return sum(self.pixels[at[0] : at[1] + 1]) * POINTS_PER_PIXEL


def make_grid(variant: ColumnsT, kertas: Kertas, *, figures: float) -> Grid[ColumnsT]:
    """Spread the columns over the paper, with room for the longest figure.

    Args:
        variant: The kind of form.
        kertas: The paper.
        figures: Points that the longest target or realisasi needs, padding included.
    """
    scale = WIDTH_PIXELS[kertas] / sum(variant.pixels)
    pixels = [int(width * scale) for width in variant.pixels]
    for column in variant.numeric:
        missing = int(figures / POINTS_PER_PIXEL) + 1 - pixels[column]
        if missing <= 0:
            continue
        pixels[column] += missing
        giver = max(variant.elastic, key=lambda other: pixels[other])
        pixels[giver] -= missing
    return Grid(variant, tuple(pixels), CAPACITY[kertas])
