"""Rows that flow over pages: what belongs together stays together, headings come again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write.book import MAX_TEXT, clean_text, must
from kinerja_xlsx.write.hasil.grid import Range
from kinerja_xlsx.write.hasil.measure import break_lines, lines_height, lines_that_fit

MAX_ROW_POINTS: Final = 400.0
"""A spreadsheet row is at most 409 points high; higher strips take several rows."""
PIECE_POINTS: Final = 200.0
LANJUTAN: Final = "(lanjutan)"
TERPOTONG: Final = " … (terpotong)"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, or several merged; text is written as text, a number as a number."""

    at: Range
    value: str | int | Decimal
    look: Format


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of the form.

    Attributes:
        height: Points.
        cells: What it shows.
        heading: Strips that come again when a page begins with this one.
        keep: Whether it stays on the page of the next one.
    """

    height: float
    cells: tuple[Cell, ...]
    heading: tuple[Strip, ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A text beside several strips; on a further page it goes on, or comes again.

    Attributes:
        first: Index of the first strip.
        last: Index of the last strip.
        at: Its columns.
        text: The text.
        look: The format.
        width: Width of its columns in points.
        size: Font size of the format.
    """

    first: int
    last: int
    at: Range
    text: str
    look: Format
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
    ) -> None:
        """Add one strip."""
        self.strips.append(Strip(height, cells, heading, keep))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a strip came to lie."""

    first: int
    last: int
    page: int
    height: float


@dataclass(slots=True)
class Flow:
    """A sheet being filled from above, page after page.

    Attributes:
        sheet: The sheet.
        capacity: Points of height that a page holds.
        row: The next free row, from 0.
        breaks: Rows before which a page begins.
    """

    sheet: Worksheet
    capacity: float
    row: int = 0
    breaks: list[int] = field(default_factory=list)
    _used: float = 0.0

    def lay(self, sheaf: Sheaf) -> None:
        """Write all strips, then the texts beside them."""
        places: list[_Place] = []
        for chunk in _chunks(sheaf.strips):
            height = sum(strip.height for strip in chunk)
            again = sum(strip.height for strip in chunk[0].heading)
            if not self._has_room(height) and height + again <= self.capacity:
                self._new_page(chunk[0].heading)
            for strip in chunk:
                if not self._has_room(strip.height):
                    self._new_page(strip.heading)
                places.append(self._put(strip))
        for span in sheaf.spans:
            self._put_span(span, places[span.first : span.last + 1])

    def _has_room(self, height: float) -> bool:
        return self._used + height <= self.capacity or self._used <= 0

    def _new_page(self, heading: tuple[Strip, ...]) -> None:
        self.breaks.append(self.row)
        self._used = 0.0
        for strip in heading:
            self._put(strip)

    def _put(self, strip: Strip) -> _Place:
        first = self.row
        count = 1
        if strip.height > MAX_ROW_POINTS:
            count = math.ceil(strip.height / PIECE_POINTS)
        for _ in range(count):
            height = strip.height / count
            if self.row > first and not self._has_room(height):
                self._new_page(())
            must(self.sheet.set_row(self.row, height))
            self.row += 1
            self._used += height
        last = self.row - 1
        for cell in strip.cells:
            put_cell(self.sheet, (first, last), cell)
        return _Place(first, last, len(self.breaks), strip.height)

    def _put_span(self, span: Span, places: Sequence[_Place]) -> None:
        segments = tuple(_by_page(places))
        texts = _share_out(span, [height for _, _, height in segments])
        for (first, last, _), text in zip(segments, texts, strict=True):
            put_cell(self.sheet, (first, last), Cell(span.at, text, span.look))


def _share_out(span: Span, heights: Sequence[float]) -> Iterator[str]:
    """Share a text out over the parts of its span: it goes on, or is said again where it fits."""
    lines = break_lines(span.text, span.width, span.size)
    rest = lines
    for index, height in enumerate(heights):
        fitting = lines_that_fit(height, span.size)
        is_last = index == len(heights) - 1
        if rest == lines and (is_last or len(lines) <= fitting):
            yield span.text
            rest = lines
        elif is_last or len(rest) <= fitting:
            yield "\n".join(rest)
            rest = (LANJUTAN,)
        else:
            yield "\n".join(rest[:fitting])
            rest = rest[fitting:]


def span_height(text: str, width: float, size: int) -> float:
    """The height that a text beside several strips needs, with a line to lose at a page's end."""
    return lines_height(len(break_lines(text, width, size)) + 1, size)


def fit_text(text: str) -> str:
    """Drop what no cell can hold, and say so where a text is longer than a cell."""
    clean = clean_text(text)
    if len(clean) <= MAX_TEXT:
        return clean
    return clean[: MAX_TEXT - len(TERPOTONG)] + TERPOTONG


def put_cell(sheet: Worksheet, rows: Range, cell: Cell) -> None:
    """Write one cell over its rows and columns, by the type of its value."""
    first, last = cell.at
    if first != last or rows[0] != rows[1]:
        must(sheet.merge_range(rows[0], first, rows[1], last, "", cell.look))
    if isinstance(cell.value, str):
        must(sheet.write_string(rows[0], first, fit_text(cell.value), cell.look))
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


def _by_page(places: Sequence[_Place]) -> Iterator[tuple[int, int, float]]:
    first, height = places[0].first, 0.0
    for place, following in zip(places, [*places[1:], None], strict=True):
        height += place.height
        if following is None or following.page != place.page:
            yield first, place.last, height
            if following is not None:
                first, height = following.first, 0.0
