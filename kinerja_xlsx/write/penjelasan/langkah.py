"""The steps: each with its input cells, the formula, the result, and the rule."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import TALL_POINTS, Cell, Sheaf, Strip
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.rincian import source_letters
from kinerja_xlsx.write.penjelasan.isian import isian_texts
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan

_TIGHT_POINTS: Final = 3.0
"""So much less than elsewhere a row of a step keeps free: its lines part it from the next."""
Kolom = Layout[KolomPenjelasan]


def add_langkah(sheaf: Sheaf, layout: Kolom, one: PenjelasanPenugasan) -> None:
    """Add every step from cells to results."""
    letters = source_letters(one.langkah)
    heading = _heading(layout)
    sheaf.add(heading.height, *heading.cells, keep=True)
    for number, (step, isian) in enumerate(
        zip(one.langkah, isian_texts(one), strict=True), start=1
    ):
        cells = _cells(layout, step, (str(number), isian, letters[step.source]))
        _add_step(sheaf, layout, cells, heading=heading)


def _heading(layout: Kolom) -> Strip:
    cells = tuple(
        Cell(heading.at, heading.text, layout.looks.head)
        for heading in layout.grid.variant.headings
    )
    return Strip(layout.height(*cells, size=SMALL, bold=True), cells)


def _cells(layout: Kolom, step: Step, texts: tuple[str, str, str]) -> tuple[Cell, ...]:
    """Set one step; the texts are its number, its cells and the letter of its source."""
    looks, at = layout.looks, layout.grid.variant
    number, isian, letter = texts
    return (
        Cell(at.nomor, number, looks.small_center),
        Cell(at.langkah, step.label, looks.small_tight),
        Cell(at.isian, isian, looks.small_tight),
        Cell(at.rumus, step.formula, looks.small_tight),
        Cell(at.hasil, step.result, looks.small_tight_bold),
        Cell(at.dasar, letter, looks.small_center),
    )


def _add_step(sheaf: Sheaf, layout: Kolom, cells: tuple[Cell, ...], *, heading: Strip) -> None:
    """Add one step as one row, or as several where a page may have to end inside it."""
    bold = layout.looks.small_tight_bold
    needed = max(layout.height(cell, size=SMALL, bold=cell.look is bold) for cell in cells)
    if needed <= TALL_POINTS:
        sheaf.add(needed - _TIGHT_POINTS, *cells, heading=(heading,))
        return
    rooms = [layout.room(cell) for cell in cells]
    sheaf.add_tall(cells, rooms, height=needed, size=SMALL, heading=(heading,))
