"""Every look of every workbook, named once: colours, and properties to lay over each other.

A look is a mapping of xlsxwriter format properties. Looks are combined by `Book.style`, later ones
winning: `book.style(style.CELL_DATE, style.LOCKED, style.MARK_GALAT)`. No meaning rests on colour
alone: each mark has its own border as well, and each status its own word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Severity
from kinerja_xlsx.model.law import Kertas

Look = Mapping[str, object]


def _look(**properties: object) -> Look:
    return MappingProxyType(properties)


# -- colours ----------------------------------------
INK: Final = "#1A1A1A"
WHITE: Final = "#FFFFFF"
GREY: Final = "#6B6B6B"
GREY_LINE: Final = "#BFBFBF"
GREY_FILL: Final = "#EDEDED"
BLUE_DARK: Final = "#1F4E79"
BLUE_MID: Final = "#9DC3E6"
BLUE_PALE: Final = "#DEEAF6"
RED: Final = "#B00020"
RED_PALE: Final = "#FAD4D0"
AMBER: Final = "#8A5A00"
AMBER_PALE: Final = "#FFEFB3"
GREEN: Final = "#1E6B3A"
GREEN_PALE: Final = "#DDF0E0"
LINK: Final = "#0B5394"

# -- number formats ----------------------------------------
TEXT_FORMAT: Final = "@"
DATE_FORMAT: Final = "dd/mm/yyyy"
NUMBER_FORMAT: Final = "General"
WHOLE_FORMAT: Final = "#,##0"
TWO_DECIMALS: Final = "#,##0.00"
PERCENT_FORMAT: Final = "0.00%"
TIME_FORMAT: Final = "hh:mm"
DURATION_FORMAT: Final = "[hh]:mm"
DATETIME_FORMAT: Final = "dd/mm/yyyy hh:mm"

# -- borders as xlsxwriter numbers them ----------------------------------------
THIN: Final = 1
MEDIUM: Final = 2
DOTTED: Final = 4
MEDIUM_DASHED: Final = 8

# -- titles and running text ----------------------------------------
TITLE: Final = _look(bold=True, font_size=14, font_color=BLUE_DARK)
SUBTITLE: Final = _look(font_color=GREY)
LAST_TITLE: Final = _look(valign="top")
SECTION: Final = _look(bold=True, font_size=12, font_color=BLUE_DARK)
PARAGRAPH: Final = _look(text_wrap=True, valign="top")
STRONG: Final = _look(bold=True)
SMALL: Final = _look(font_size=8, font_color=GREY)
LINKED: Final = _look(font_color=LINK, underline=1)

# -- headings of tables ----------------------------------------
_HEADING: Final = _look(
    text_wrap=True, valign="vcenter", align="center", border=THIN, border_color=GREY
)
HEADING: Final = _look(**_HEADING, bold=True, bg_color=BLUE_PALE)
HEADING_REQUIRED: Final = _look(
    **_HEADING, bold=True, bg_color=BLUE_DARK, font_color=WHITE, bottom=MEDIUM, bottom_color=INK
)
HEADING_CONDITIONAL: Final = _look(
    **_HEADING, bold=True, bg_color=BLUE_MID, bottom=MEDIUM_DASHED, bottom_color=INK
)
HEADING_OPTIONAL: Final = _look(**_HEADING, bg_color=BLUE_PALE)
HEADING_EXTRA: Final = _look(**_HEADING, bg_color=GREY_FILL, font_color=GREY, italic=True)

# -- cells of tables ----------------------------------------
CELL: Final = _look(valign="top", border=THIN, border_color=GREY_LINE)
CELL_TEXT: Final = _look(**CELL, num_format=TEXT_FORMAT, text_wrap=True)
CELL_NIP: Final = _look(**CELL, num_format=TEXT_FORMAT)
CELL_NUMBER: Final = _look(**CELL, num_format=NUMBER_FORMAT)
CELL_CODE: Final = _look(**CELL, num_format=TEXT_FORMAT, align="center")
CELL_WHOLE: Final = _look(**CELL, num_format=WHOLE_FORMAT, align="right", indent=1)
CELL_ORDINAL: Final = _look(**CELL_NUMBER, align="center")
CELL_TWO_DECIMALS: Final = _look(**CELL, num_format=TWO_DECIMALS, align="right", indent=1)
CELL_DATE: Final = _look(**CELL, num_format=DATE_FORMAT, align="center")
CELL_CENTER: Final = _look(**CELL, align="center")
CELL_EXTRA: Final = _look(**CELL, font_color=GREY, bg_color=GREY_FILL)
CELL_TOTAL: Final = _look(bold=True, top=MEDIUM, top_color=INK)
READ: Final = _look(align="left", indent=1)
"""Keeps a text that is only read off the line at its left."""

# -- may people type here? ----------------------------------------
LOCKED: Final = _look(locked=True)
PREFILLED: Final = _look(locked=True, bg_color=GREY_FILL)
UNLOCKED: Final = _look(locked=False)

# -- marks on cells, and words of a status ----------------------------------------
MARK_GALAT: Final = _look(bg_color=RED_PALE, border=MEDIUM, border_color=RED)
MARK_PERINGATAN: Final = _look(bg_color=AMBER_PALE, border=MEDIUM_DASHED, border_color=AMBER)
MARK_CATATAN: Final = _look(bg_color=BLUE_PALE, border=DOTTED, border_color=BLUE_DARK)
MARKS: Final = MappingProxyType({
    Severity.GALAT: MARK_GALAT,
    Severity.PERINGATAN: MARK_PERINGATAN,
    Severity.CATATAN: MARK_CATATAN,
})  # fmt: skip
STATUS_GALAT: Final = _look(bg_color=RED_PALE, font_color=RED, bold=True)
STATUS_PERINGATAN: Final = _look(bg_color=AMBER_PALE, font_color=AMBER, bold=True)
STATUS_CATATAN: Final = _look(bg_color=BLUE_PALE, font_color=BLUE_DARK)
STATUS_OK: Final = _look(bg_color=GREEN_PALE, font_color=GREEN)
STATUS: Final = MappingProxyType({
    Severity.GALAT: STATUS_GALAT,
    Severity.PERINGATAN: STATUS_PERINGATAN,
    Severity.CATATAN: STATUS_CATATAN,
})  # fmt: skip

# -- paper ----------------------------------------
PAPER: Final = MappingProxyType({Kertas.A4: 9, Kertas.F4: 14})
"""Paper codes of workbooks; Folio (14) is within a millimetre of F4."""


def merge(*looks: Look) -> dict[str, object]:
    """Lay looks over each other, later ones winning."""
    merged: dict[str, object] = {}
    for look in looks:
        merged.update(look)
    return merged
