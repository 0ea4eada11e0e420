"""The columns of the explanation on upright paper."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.write.hasil.grid import Columns, Grid, Heading, Range

_WIDTH_PIXELS: Final = MappingProxyType({Kertas.A4: 706, Kertas.F4: 724})
"""Width of an upright page between our margins, less two percent for printers that differ."""
_CAPACITY: Final = MappingProxyType({Kertas.A4: 754.0, Kertas.F4: 840.0})
"""Points of height of an upright page between our margins, less two percent likewise."""


@dataclass(frozen=True, slots=True)
class KolomPenjelasan(Columns):
    """The columns of the steps, and how the head is divided.

    Attributes:
        nomor: Number of the step.
        langkah: What is worked out.
        sel: Address of the cell.
        judul: Its heading.
        diketik: As typed.
        dibaca: As read.
        rumus: The formula with its numbers.
        hasil: What it comes to.
        dasar: Letter of the source.
    """

    nomor: Range
    langkah: Range
    sel: Range
    judul: Range
    diketik: Range
    dibaca: Range
    rumus: Range
    hasil: Range
    dasar: Range


_PIXELS: Final = (24, 118, 98, 66, 72, 64, 60, 80, 76, 50)
KOLOM: Final = KolomPenjelasan(
    bagi="",
    pixels=_PIXELS,
    headings=(
        Heading("NO", "", (0, 0)),
        Heading("YANG DIHITUNG", "", (1, 1)),
        Heading("SEL ISIAN", "", (2, 2)),
        Heading("JUDUL KOLOM", "", (3, 3)),
        Heading("DIKETIK", "", (4, 4)),
        Heading("DIBACA SEBAGAI", "", (5, 5)),
        Heading("RUMUS DENGAN ANGKANYA", "", (6, 7)),
        Heading("HASIL", "", (8, 8)),
        Heading("DASAR", "", (9, 9)),
    ),
    numeric=(),
    elastic=(),
    panel=((0, 0), (0, 1), (2, 4), (5, 5), (5, 6), (7, 9)),
    nomor=(0, 0),
    langkah=(1, 1),
    sel=(2, 2),
    judul=(3, 3),
    diketik=(4, 4),
    dibaca=(5, 5),
    rumus=(6, 7),
    hasil=(8, 8),
    dasar=(9, 9),
)


def make_grid(kertas: Kertas) -> Grid[KolomPenjelasan]:
    """Spread the columns over the paper."""
    scale = _WIDTH_PIXELS[kertas] / sum(_PIXELS)
    pixels = tuple(int(width * scale) for width in _PIXELS)
    return Grid(KOLOM, pixels, _CAPACITY[kertas])
