"""Rows that flow over pages: what belongs together stays together, headings come again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.write.book import fit_text, must
from kinerja_xlsx.write.hasil.grid import Range
from kinerja_xlsx.write.hasil.rumus import RumusForm
from kinerja_xlsx.write.measure import break_lines, lines_that_fit, whole_pixels

MAX_ROW_POINTS: Final = 400.0
"""A spreadsheet row is at most 409 points high."""
TALL_POINTS: Final = 150.0
"""A line higher than this is cut into pieces, so that a page may end inside it."""
PIECE_POINTS: Final = 50.0
LANJUTAN: Final = "(lanjutan)"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, or several merged; text stays text, a number a number, a formula is live."""

    at: Range
    value: str | int | Decimal | RumusForm
    look: Format
    mark: str = ""
    """Under this name formulas of the form refer to the cell."""

    @property
    def shown(self) -> str | int | Decimal:
        """What the cell shows now."""
        return self.value.value if isinstance(self.value, RumusForm) else self.value


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of the form.

    Attributes:
        height: Points.
        cells: What it shows.
        heading: Strips that come again when a page begins with this one.
        keep: Whether it stays on the page of the next one.
        opens: Whether a page begins with it.
    """

    height: float
    cells: tuple[Cell, ...]
    heading: tuple[Strip, ...] = ()
    keep: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A cell beside several strips; on a further page its text goes on, or comes again.

    Attributes:
        first: Index of the first strip.
        last: Index of the last strip.
        cell: The cell.
        width: Its width in points.
        size: Its font size.
    """

    first: int
    last: int
    cell: Cell
    width: float
    size: int


@dataclass(slots=True)
class Sheaf:
    """The strips of a form while it is being put together."""

    strips: list[Strip] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def add(
        self,
        height: float,
        *cells: Cell,
        heading: tuple[Strip, ...] = (),
        keep: bool = False,
        opens: bool = False,
    ) -> None:
        """Add one strip."""
        points = whole_pixels(min(height, MAX_ROW_POINTS))
        self.strips.append(Strip(points, cells, heading, keep, opens))

    def keep_last(self) -> None:
        """Keep the last strip on the page of what follows."""
        self.strips[-1] = replace(self.strips[-1], keep=True)

    def add_tall(
        self,
        spans: Sequence[Cell],
        widths: Sequence[float],
        *,
        height: float,
        size: int,
        heading: tuple[Strip, ...],
    ) -> None:
        """Add one line as several strips, over which its texts run.

        Args:
            spans: The cells of the line.
            widths: Their widths in points.
            height: What the line needs.
            size: Font size of the cells.
            heading: Strips that come again when a page begins inside.
        """
        count = math.ceil(height / PIECE_POINTS)
        first = len(self.strips)
        for _ in range(count):
            self.add(height / count, heading=heading)
        for cell, width in zip(spans, widths, strict=True):
            self.spans.append(Span(first, first + count - 1, cell, width, size))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a strip came to lie.

    Attributes:
        strip: The strip.
        row: Its row, from 0.
        page: Its page, from 0.
    """

    strip: Strip
    row: int
    page: int


@dataclass(slots=True)
class Plan:
    """Which row and page each strip takes; made before anything is written.

    Attributes:
        capacity: Points of height that a page holds.
        heights: Height of each row.
        breaks: Rows before which a page begins.
        places: Each strip's place, in order.
        headings: Places of headings that come again.
        fills: Points used on each page but the last.
    """

    capacity: float
    heights: list[float] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    headings: list[Place] = field(default_factory=list)
    fills: list[float] = field(default_factory=list)
    _used: float = 0.0

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.breaks) + 1

    def lay(self, strips: Sequence[Strip]) -> Plan:
        """Give every strip its rows: chunks stay whole where a page can hold them."""
        for chunk in _chunks(strips):
            height = sum(strip.height for strip in chunk)
            again = sum(strip.height for strip in chunk[0].heading)
            if chunk[0].opens and self._used > 0:
                self._new_page(())
            elif not self._has_room(height) and height + again <= self.capacity:
                self._new_page(chunk[0].heading)
            for strip in chunk:
                if not self._has_room(strip.height):
                    self._new_page(strip.heading)
                self.places.append(self._put(strip))
        return self

    def _has_room(self, height: float) -> bool:
        return self._used + height <= self.capacity or self._used <= 0

    def _new_page(self, heading: tuple[Strip, ...]) -> None:
        self.breaks.append(len(self.heights))
        self.fills.append(self._used)
        self._used = 0.0
        self.headings += [self._put(strip) for strip in heading]

    def _put(self, strip: Strip) -> Place:
        self.heights.append(strip.height)
        self._used += strip.height
        return Place(strip, len(self.heights) - 1, len(self.breaks))


Marks = Mapping[str, str]
"""Name to address, such as `$D$41`."""


def write_sheaf(sheet: Worksheet, sheaf: Sheaf, plan: Plan) -> Marks:
    """Write every strip in its place, then the texts beside the strips; say where marks lie."""
    placed = [(cell, place.row) for place in plan.places for cell in place.strip.cells]
    placed += [(span.cell, plan.places[span.first].row) for span in sheaf.spans]
    marks = {
        cell.mark: f"${column_letters(cell.at[0] + 1)}${row + 1}"
        for cell, row in placed
        if cell.mark
    }
    for row, height in enumerate(plan.heights):
        must(sheet.set_row(row, height))
    for place in (*plan.places, *plan.headings):
        for cell in place.strip.cells:
            put_cell(sheet, (place.row, place.row), cell, marks)
    for span in sheaf.spans:
        parts = tuple(_by_page(plan.places[span.first : span.last + 1]))
        values = _share_out(span, [height for _, _, height in parts])
        for (first, last, _), value in zip(parts, values, strict=True):
            put_cell(sheet, (first, last), replace(span.cell, value=value), marks)
    sheet.set_h_pagebreaks(plan.breaks)
    return marks


def _share_out(span: Span, heights: Sequence[float]) -> Iterator[str | int | Decimal | RumusForm]:
    """Share a text out over the parts of its span: it goes on, or is said again where it fits."""
    value = span.cell.value
    if not isinstance(value, str):
        yield from (value for _ in heights)
        return
    lines = break_lines(value, span.width, span.size)
    rest = lines
    for index, height in enumerate(heights):
        fitting = lines_that_fit(height, span.size)
        is_last = index == len(heights) - 1
        if rest == lines and (is_last or len(lines) <= fitting):
            yield value
            rest = lines
        elif is_last or len(rest) <= fitting:
            yield "\n".join(rest)
            rest = (LANJUTAN,)
        else:
            yield "\n".join(rest[:fitting])
            rest = rest[fitting:]


def put_cell(sheet: Worksheet, rows: Range, cell: Cell, marks: Marks) -> None:
    """Write one cell over its rows and columns, by the type of its value."""
    first, last = cell.at
    if first != last or rows[0] != rows[1]:
        must(sheet.merge_range(rows[0], first, rows[1], last, "", cell.look))
    if isinstance(cell.value, str):
        must(sheet.write_string(rows[0], first, fit_text(cell.value), cell.look))
    elif isinstance(cell.value, RumusForm):
        formula = cell.value.pattern.format(row=rows[0] + 1, **marks)
        now = cell.value.value
        cached = float(now) if isinstance(now, Decimal) else now
        must(sheet.write_formula(rows[0], first, formula, cell.look, cached))
    else:
        must(sheet.write_number(rows[0], first, float(cell.value), cell.look))


def _chunks(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _by_page(places: Sequence[Place]) -> Iterator[tuple[int, int, float]]:
    """Give first row, last row and height of each part that lies on one page."""
    for _, group in groupby(places, key=lambda place: place.page):
        part = list(group)
        yield part[0].row, part[-1].row, sum(place.strip.height for place in part)
