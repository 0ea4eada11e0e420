"""How a wide table fits its paper: on one page across, or on two that repeat its first columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.hasil.grid import WIDTH_PIXELS
from kinerja_xlsx.write.measure import text_height
from kinerja_xlsx.write.rekap_tabel import Kolom, points_of, put

LEAST_SCALE: Final = 70
"""Percent at which our ten points print as seven, the smallest that everybody reads."""
_FULL: Final = 100
_LINE_POINTS: Final = 15.0
_TITLE_SIZE: Final = 14
_PIXELS_PER_CHAR: Final = 7
_PIXELS_OF_PADDING: Final = 5
_WIDER: Final = 1.065
"""LibreOffice makes a column of characters so much wider than Excel, by the digits of Arial."""


def print_scale(columns: Sequence[Kolom], kertas: Kertas) -> int:
    """Say at which percent columns fill a landscape page from side to side; never enlarged."""
    pixels = sum(kolom.width * _PIXELS_PER_CHAR + _PIXELS_OF_PADDING for kolom in columns)
    return min(_FULL, int(_FULL * WIDTH_PIXELS[kertas] / (pixels * _WIDER)))


def is_too_wide(columns: Sequence[Kolom], kertas: Kertas) -> bool:
    """Tell whether a table would be too small to read on one page across."""
    return print_scale(columns, kertas) < LEAST_SCALE


def write_heading(
    book: Book,
    sheet: Worksheet,
    lines: tuple[str, str, Sequence[str]],
    blocks: tuple[Sequence[Kolom], Sequence[Kolom]],
) -> int:
    """Write the title of a table in two blocks, whole above each; return the row of its head.

    Title and unit stand over the columns that come again, the notes beside them.

    Args:
        book: The workbook.
        sheet: The sheet.
        lines: Title, unit, notes.
        blocks: The columns that come again, and the other columns of the first block.
    """
    (title, unit, notes), (again, others) = lines, blocks
    rows, first = max(len(notes), 1), len(again)
    head = book.style(style.PARAGRAPH, style.TITLE)
    must(sheet.merge_range(0, 0, 0, first - 1, "", head))
    put(sheet, (0, 0), title, head)
    must(sheet.set_row(0, _height(title, again, _TITLE_SIZE, bold=True)))
    look = book.style(style.PARAGRAPH, style.SUBTITLE)
    must(sheet.merge_range(1, 0, rows, first - 1, "", look))
    put(sheet, (1, 0), unit, look)
    least = max(_LINE_POINTS, _height(unit, again) / rows)
    for row in range(1, rows + 1):
        must(sheet.set_row(row, least))
    for row, note in enumerate(notes, start=1):
        must(sheet.merge_range(row, first, row, first + len(others) - 1, "", look))
        put(sheet, (row, first), note, look)
        must(sheet.set_row(row, max(least, _height(note, others))))
    return rows + 2


def _height(
    text: str, columns: Sequence[Kolom], size: int = FONT_SIZE, *, bold: bool = False
) -> float:
    width = sum(points_of(kolom.width) for kolom in columns)
    return text_height(text, width, size, bold=bold)


def print_in_blocks(
    sheet: Worksheet,
    columns: Sequence[Kolom],
    kertas: Kertas,
    *,
    split: int,
    repeat: int,
) -> None:
    """Print a table in two blocks, the left one first; call it after the paper was chosen.

    Args:
        sheet: The sheet.
        columns: Those of the table, from column A on.
        kertas: The paper.
        split: The column, from 0, with which the second block begins.
        repeat: So many first columns come again there, to say whose row it is.
    """
    blocks = (columns[:split], (*columns[:repeat], *columns[split:]))
    # Excel heeds page breaks only where the scale is a number, not where it is fitted.
    sheet.set_print_scale(min(print_scale(block, kertas) for block in blocks))
    must(sheet.repeat_columns(0, repeat - 1))
    sheet.set_v_pagebreaks([split])
    sheet.print_across()
