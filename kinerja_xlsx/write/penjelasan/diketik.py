"""Of somebody who is not scored: why not, and what the unit typed, one line for each row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan, SelMasukan
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.penjelasan.isian import read_text
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan

_GAP_POINTS: Final = 4.5
_NOTHING: Final = "Belum ada yang diketik."
_NO_REASON: Final = "Sebabnya tidak tercatat."


def add_diketik(sheaf: Sheaf, layout: Layout[KolomPenjelasan], one: PenjelasanPenugasan) -> None:
    """Add the reason, then every row of the person as it was typed."""
    _add_band(sheaf, layout, "MENGAPA TIDAK ADA FORMULIR")
    reason = Cell(layout.full, one.baris.alasan or _NO_REASON, layout.looks.text)
    sheaf.add(layout.height(reason), reason)
    sheaf.add(_GAP_POINTS)
    _add_band(sheaf, layout, "YANG DIKETIK UNIT")
    looks, panel = layout.looks, layout.grid.variant.panel
    rest = (panel[2][0], layout.grid.variant.last)
    for place, text in _rows(one):
        cells = (Cell(panel[1], place, looks.text_small), Cell(rest, text, looks.text_small))
        sheaf.add(layout.height(*cells, size=SMALL), *cells)
    if not one.sel:
        none = Cell(layout.full, _NOTHING, looks.text_small)
        sheaf.add(layout.height(none, size=SMALL), none)


def _add_band(sheaf: Sheaf, layout: Layout[KolomPenjelasan], text: str) -> None:
    band = Cell(layout.full, text, layout.looks.band)
    sheaf.add(layout.height(band, bold=True), band, keep=True)


def _rows(one: PenjelasanPenugasan) -> Iterator[tuple[str, str]]:
    """Give the place of each row, and what its cells hold under which heading."""
    for (sheet, row), group in groupby(
        one.sel, key=lambda cell: (cell.place.sheet, cell.place.row)
    ):
        yield f"{sheet} baris {row}", " · ".join(map(_said, group))


def _said(cell: SelMasukan) -> str:
    return f"{cell.place.cell} {cell.place.heading}: {read_text(cell)}"
