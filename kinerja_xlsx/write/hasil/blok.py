"""A block of a table: lines beside texts that they share, kept together while a page holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import TALL_POINTS, Cell, Sheaf, Span, Strip
from kinerja_xlsx.write.hasil.grid import Columns
from kinerja_xlsx.write.hasil.looks import BODY, SMALL
from kinerja_xlsx.write.measure import lines_height

KEPT_SHARE: Final = 0.4
"""A block taller than this share of a page may be divided between two pages."""

Line = tuple[float, list[Cell]]
"""Height and cells."""


def heading_strips(layout: Layout[Columns]) -> tuple[Strip, ...]:
    """Give the headings of the table, and their printed numbers below them."""
    looks, headings = layout.looks, layout.grid.variant.headings
    texts = tuple(Cell(heading.at, heading.text, looks.head) for heading in headings)
    numbers = tuple(Cell(heading.at, heading.number, looks.head_number) for heading in headings)
    return (
        Strip(layout.height(*texts, size=SMALL, bold=True), texts),
        Strip(layout.height(*numbers, size=SMALL), numbers),
    )


def add_block(
    sheaf: Sheaf,
    layout: Layout[Columns],
    lines: Sequence[Line],
    *,
    beside: Sequence[Cell],
    heading: tuple[Strip, ...],
) -> None:
    """Add the lines of one block, tall enough for the texts that stand beside them."""
    height_by_line = [height for height, _ in lines]
    needed = max(layout.height(cell) for cell in beside)
    keep = max(needed, sum(height_by_line)) <= layout.grid.capacity * KEPT_SHARE
    if not keep:
        needed += lines_height(1, BODY)  # a page's end may cost the text a line
    missing = max(needed - sum(height_by_line), 0) / len(lines)
    first = len(sheaf.strips)
    for index, (height, cells) in enumerate(lines):
        if height + missing > TALL_POINTS:
            _add_tall(sheaf, layout, cells, height=height + missing, heading=heading)
        else:
            is_inner = index < len(lines) - 1
            sheaf.add(height + missing, *cells, heading=heading, keep=keep and is_inner)
    last = len(sheaf.strips) - 1
    sheaf.spans += [Span(first, last, cell, layout.room(cell), BODY) for cell in beside]


def _add_tall(
    sheaf: Sheaf,
    layout: Layout[Columns],
    cells: Sequence[Cell],
    *,
    height: float,
    heading: tuple[Strip, ...],
) -> None:
    widths = [layout.room(cell) for cell in cells]
    more = height + lines_height(1, BODY)  # a page's end may cost the texts a line
    sheaf.add_tall(cells, widths, height=more, size=BODY, heading=heading)
