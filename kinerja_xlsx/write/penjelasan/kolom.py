"""The columns of the explanation on upright paper, as wide as what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.write.hasil.grid import Columns, Grid, Heading, Range
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.measure import CELL_PADDING, POINTS_PER_PIXEL, text_width

_WIDTH_PIXELS: Final = MappingProxyType({Kertas.A4: 706, Kertas.F4: 724})
"""Width of an upright page between our margins, less two percent for printers that differ."""
_CAPACITY: Final = MappingProxyType({Kertas.A4: 754.0, Kertas.F4: 840.0})
"""Points of height of an upright page between our margins, less two percent likewise."""
_NOMOR: Final = 26
_DASAR: Final = 50
_LABEL: Final = 92
"""The labels of the head at the left reach so far into the column of what is worked out."""
_LABEL_RIGHT: Final = 140
"""Those at the right so far into the column of the formula."""
_LANGKAH: Final = (132, 200)
_HASIL: Final = (72, 124)


@dataclass(frozen=True, slots=True)
class KolomPenjelasan(Columns):
    """The columns of the steps, and how the head is divided.

    Attributes:
        nomor: Number of the step.
        langkah: What is worked out.
        isian: Cells, each with its heading and what it holds.
        rumus: The formula with its numbers.
        hasil: What it comes to.
        dasar: Letter of the source.
    """

    nomor: Range
    langkah: Range
    isian: Range
    rumus: Range
    hasil: Range
    dasar: Range


_LAST: Final = 7
_ROOMY: Final = 0.9
KOLOM: Final = KolomPenjelasan(
    bagi="",
    pixels=(0,) * (_LAST + 1),
    headings=(
        Heading("NO", "", (0, 0)),
        Heading("YANG DIHITUNG", "", (1, 2)),
        Heading("SEL ISIAN DAN YANG DIKETIK", "", (3, 3)),
        Heading("RUMUS DENGAN ANGKANYA", "", (4, 5)),
        Heading("HASIL", "", (6, 6)),
        Heading("DASAR", "", (7, 7)),
    ),
    numeric=(),
    elastic=(),
    panel=((0, 0), (0, 1), (2, 3), (4, 4), (4, 4), (5, 7)),
    nomor=(0, 0),
    langkah=(1, 2),
    isian=(3, 3),
    rumus=(4, 5),
    hasil=(6, 6),
    dasar=(7, 7),
)


@dataclass(frozen=True, slots=True)
class Ukuran:
    """How the paper is used.

    Attributes:
        kertas: The paper.
        skala: Share of its size at which the sheet is printed; a smaller one makes more room.
        isian: Share of the column of cells in what it has together with the formulas.
    """

    kertas: Kertas
    skala: float
    isian: float

    @property
    def is_rapat(self) -> bool:
        """Tell whether room is so short that blank ends of lines are to be filled."""
        return self.skala < _ROOMY


def make_grid(ukuran: Ukuran, steps: Sequence[Step]) -> Grid[KolomPenjelasan]:
    """Give what is worked out and what it comes to the room they need, the rest to the others."""
    total = int(_WIDTH_PIXELS[ukuran.kertas] / ukuran.skala)
    langkah = _needed((step.label for step in steps), *_LANGKAH)
    hasil = _needed((step.result for step in steps), *_HASIL, bold=True)
    rest = total - _NOMOR - langkah - hasil - _DASAR
    isian = int(rest * ukuran.isian)
    rumus = rest - isian - _LABEL_RIGHT
    left = (_NOMOR, _LABEL, langkah - _LABEL)
    pixels = (*left, isian, _LABEL_RIGHT, rumus, hasil, _DASAR)
    return Grid(KOLOM, pixels, _CAPACITY[ukuran.kertas] / ukuran.skala)


def _needed(texts: Iterable[str], least: int, most: int, *, bold: bool = False) -> int:
    """Measure the widest of the texts in pixels, within bounds."""
    points = max((text_width(text, SMALL, bold=bold) for text in texts), default=0.0)
    return min(max(int((points + CELL_PADDING) / POINTS_PER_PIXEL) + 1, least), most)
