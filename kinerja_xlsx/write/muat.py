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
    book: Book, sheet: Worksheet, lines: tuple[str, str, Sequence[str]], repeat: Sequence[Kolom]
) -> int:
    """Write the title of a table in two blocks, whole above each; return the row of its head.

    Title and unit stand over the columns that come again, the notes beside them.

    Args:
        book: The workbook.
        sheet: The sheet.
        lines: Title, unit, notes.
        repeat: The columns that come again.
    """
    title, unit, notes = lines
    put(sheet, (0, 0), title, book.style(style.TITLE))
    rows, last = max(len(notes), 1), len(repeat) - 1
    look = book.style(style.SUBTITLE, style.PARAGRAPH)
    must(sheet.merge_range(1, 0, rows, last, "", look))
    put(sheet, (1, 0), unit, look)
    height = text_height(unit, sum(points_of(kolom.width) for kolom in repeat), FONT_SIZE)
    for row in range(1, rows + 1):
        must(sheet.set_row(row, max(_LINE_POINTS, height / rows)))
    beside = book.style(style.SUBTITLE, {"valign": "top"})
    for row, note in enumerate(notes, start=1):
        put(sheet, (row, last + 1), note, beside)
    return rows + 2


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
