"""A plain list on a sheet of its own: title, headings, filter, links to the cells it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, must
from kinerja_xlsx.write.page import Page, address, lines_needed
from kinerja_xlsx.write.perbaikan.tanda import Finding
from kinerja_xlsx.write.style import Look
from kinerja_xlsx.write.template.lembar import LAST_TITLE_HEIGHT, SheetSetting

LIST_HEADER_ROW: Final = 4
FIRST_LIST_ROW: Final = LIST_HEADER_ROW + 1
LINK_COLUMN: Final = "Sel"
LEVEL_COLUMN: Final = "Tingkat"


@dataclass(frozen=True, slots=True)
class ListShape:
    """What a list looks like.

    Attributes:
        sheet: Sheet name.
        title: Title above it.
        columns: Heading and width of each column.
        frozen: Columns that stay in sight.
        is_landscape: How it is printed.
    """

    sheet: str
    title: str
    columns: tuple[tuple[str, float], ...]
    frozen: int
    is_landscape: bool = True

    def column(self, heading: str) -> int:
        """Find a column by its heading."""
        return 1 + next(i for i, (name, _) in enumerate(self.columns) if name == heading)


@dataclass(frozen=True, slots=True)
class ListLine:
    """One row: a value for each column, and the finding it speaks of, if any."""

    values: tuple[str | int, ...]
    finding: Finding | None = None


def write_list(
    book: Book,
    shape: ListShape,
    lines: Sequence[ListLine],
    *,
    notes: Sequence[str],
    setting: SheetSetting,
) -> Page:
    """Write a list with at most two lines of notes above it; return its sheet."""
    page = Page.add(book, shape.sheet)
    page.widths(width for _, width in shape.columns)
    page.put((1, 1), shape.title, style.TITLE)
    for row, note in enumerate(notes, start=2):
        page.put((row, 1), note, style.SUBTITLE, style.LAST_TITLE)
    page.height(LIST_HEADER_ROW - 1, LAST_TITLE_HEIGHT)
    for column, (heading, _) in enumerate(shape.columns, start=1):
        page.put((LIST_HEADER_ROW, column), heading, style.HEADING)
    lines_of = (lines_needed(text, width, bold=True, indent=1) for text, width in shape.columns)
    page.grow(LIST_HEADER_ROW, max(lines_of))
    for row, line in enumerate(lines, start=FIRST_LIST_ROW):
        _write_line(page, shape, line, row=row)
    last = last_list_row(lines)
    page.freeze((FIRST_LIST_ROW, shape.frozen + 1))
    page.sheet.autofilter(LIST_HEADER_ROW - 1, 0, last - 1, len(shape.columns) - 1)
    page.sheet.repeat_rows(LIST_HEADER_ROW - 1)
    quiet = f"A{FIRST_LIST_ROW}:{address((last, len(shape.columns)))}"
    must(page.sheet.ignore_errors({"number_stored_as_text": quiet}))
    footer = setting.footer(shape.sheet)
    page.paper(setting.kertas, footer, landscape=shape.is_landscape)
    page.sheet.set_tab_color(style.GREY)
    return page


def last_list_row(lines: Sequence[ListLine]) -> int:
    """Find the last row of a list; an empty one keeps one blank row below its headings."""
    return LIST_HEADER_ROW + max(len(lines), 1)


def _write_line(page: Page, shape: ListShape, line: ListLine, *, row: int) -> None:
    needed = 1
    for column, (value, (heading, width)) in enumerate(
        zip(line.values, shape.columns, strict=True), start=1
    ):
        anchor = line.finding.anchor if line.finding else None
        if heading == LINK_COLUMN and anchor is not None:
            page.link((row, column), anchor.target, str(value), style.CELL_CENTER, style.LINKED)
            continue
        page.put((row, column), value, *_looks(heading, value, line.finding))
        needed = max(needed, lines_needed(str(value), width, indent=1))
    page.grow(row, needed)


def _looks(heading: str, value: str | int, finding: Finding | None) -> tuple[Look, ...]:
    if isinstance(value, int):
        return (style.CELL_ORDINAL,)
    if heading == LEVEL_COLUMN and finding is not None:
        return (style.CELL, style.READ, style.STATUS[finding.severity])
    return (style.CELL_TEXT, style.READ)
