"""Pieces of summary sheets: paragraphs across the sheet, and the top of a small table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja_xlsx.write import style
from kinerja_xlsx.write.page import Page, lines_needed


def put_paragraphs(page: Page, row: int, texts: Iterable[str], *, widths: Sequence[int]) -> int:
    """Write each text across all columns, as high as it needs, and give the next row."""
    for text in texts:
        page.merge((row, 1), (row, len(widths)), text, style.PARAGRAPH)
        page.grow(row, lines_needed(text, sum(widths)))
        row += 1
    return row


def put_table_top(page: Page, row: int, title: str, headings: Sequence[str]) -> int:
    """Write a title with headings below it, and give the first row of the table."""
    page.put((row, 1), title, style.SECTION)
    for column, heading in enumerate(headings, start=1):
        page.put((row + 1, column), heading, style.HEADING)
    return row + 2
