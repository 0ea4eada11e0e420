"""How much room a text takes: line breaking and row heights for Arial, without a font file."""

from __future__ import annotations

import math
from functools import lru_cache
from types import MappingProxyType
from typing import Final

POINTS_PER_PIXEL: Final = 0.75
CELL_PADDING: Final = 6.0
"""Points that a cell keeps free at its left and right side together."""
INDENT_POINTS: Final = 8.4
"""Points that one step of indent takes: three blanks of the workbook's font."""
ROW_PADDING: Final = 3.5
"""Points that a row keeps free above and below its text together."""
# Advance widths of Arial in thousandths of the font size, from the space (32) to the tilde (126).
# fmt: off
_ASCII: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)
# fmt: on
_SIGNS: Final = MappingProxyType(
    {
        "·": 333,
        "•": 350,
        "›": 333,
        "«": 556,
        "»": 556,
        "–": 556,
        "−": 584,
        "×": 584,
        "÷": 549,
        "≤": 549,
        "≥": 549,
        "’": 278,
        "“": 500,
        "”": 500,
        "é": 556,
        "■": 604,
        "…": 1000,
        "—": 1000,
        "↔": 1000,
    }
)  # fmt: skip
"""Signs that our own sentences use, beyond the plain ones."""
_WIDTHS: Final = MappingProxyType({
    **{chr(32 + index): width for index, width in enumerate(_ASCII)},
    **_SIGNS,
})  # fmt: skip
_OTHER: Final = 750
_WIDE: Final = 1000
_FIRST_WIDE: Final = "\u2e80"  # CJK and everything above it fills the whole square
_BOLD: Final = 1.08
# Printers and programs space letters a little differently; a line too many beats a clipped one.
_SAFETY: Final = 1.03
# Distance of two lines in points, as Excel sets them at 96 dots per inch.
_LINE: Final = MappingProxyType({8: 10.5, 9: 11.5, 10: 12.4, 11: 14.0, 12: 15.2, 14: 17.6})


def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """Measure one line of text in points."""
    units = sum(_WIDTHS.get(sign, _WIDE if sign >= _FIRST_WIDE else _OTHER) for sign in text)
    return units * size / 1000 * _SAFETY * (_BOLD if bold else 1)


@lru_cache(maxsize=8192)
def break_lines(text: str, width: float, size: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text as a wrapping cell does: at spaces, and inside words wider than the cell.

    Args:
        text: Any text; its own line breaks stay.
        width: Width of the cell in points, padding included.
        size: Font size in points.
        bold: Whether the font is bold.
    """
    room = max(width - CELL_PADDING, size)
    return tuple(
        line
        for paragraph in text.split("\n")
        for line in _break_paragraph(paragraph, room, size, bold=bold)
    )


def _break_paragraph(paragraph: str, room: float, size: int, *, bold: bool) -> list[str]:
    lines, line, used = [], "", 0.0
    space = text_width(" ", size, bold=bold)
    for word in paragraph.split(" "):
        needed = text_width(word, size, bold=bold)
        if line and used + space + needed <= room:
            line, used = f"{line} {word}", used + space + needed
            continue
        if line:
            lines.append(line)
        *full, line = _break_word(word, room, size, bold=bold) if needed > room else [word]
        lines.extend(full)
        used = text_width(line, size, bold=bold)
    return [*lines, line]


def _break_word(word: str, room: float, size: int, *, bold: bool) -> list[str]:
    pieces, piece, used = [], "", 0.0
    for sign in word:
        needed = text_width(sign, size, bold=bold)
        if piece and used + needed > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += sign
        used += needed
    return [*pieces, piece]


def whole_pixels(points: float) -> float:
    """Raise a height to what a file keeps, so that the heights of a page add up as planned."""
    return math.ceil(points / POINTS_PER_PIXEL) * POINTS_PER_PIXEL


def lines_height(count: int, size: int) -> float:
    """The height in points of a row that shows so many lines."""
    return whole_pixels(count * _LINE[size] + ROW_PADDING)


def lines_that_fit(height: float, size: int) -> int:
    """How many lines a row of this height shows whole."""
    return int((height - ROW_PADDING) / _LINE[size] + 0.01)


def text_height(text: str, width: float, size: int, *, bold: bool = False) -> float:
    """The height in points of a row that shows a text whole."""
    return lines_height(len(break_lines(text, width, size, bold=bold)), size)
