"""What the cells of a row are, read off its XML after the digits were taken out.

Rows of one table differ in little but digits: row numbers, style numbers, numbers of shared texts,
amounts. Without them, thousands of rows fall into a handful of shapes, and a shape is read once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.submission import CellFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

DIGITS: Final = b"0123456789"
PERCENT_MARK: Final = b' s="%"'
"""Stands for any style that shows a percentage, since the style's own number is taken out."""

_ROW: Final = re.compile(rb"[^<>]*?(/?)>")
_ROW_END: Final = re.compile(rb"\s*</row>\s*\Z")
_CELL: Final = re.compile(rb'\s*<c((?: [A-Za-z:]+="[^"<>]*")*) ?(?:/>|>(.*?)</c>)', re.DOTALL)
_SPACE: Final = rb'(?: xml:space="preserve")?'
_CONTENT: Final = re.compile(
    rb"\s*(?P<formula><f(?: [^<>]*)?(?:/>|>[^<]*</f>))?\s*"
    rb"(?:(?P<blank><v%b ?/>)|<v%b>(?P<value>[^<]*)</v>)?\s*"
    rb"(?:<is>(?P<inline><t%b(?:>[^<]*</t>| ?/>))</is>)?\s*" % (_SPACE, _SPACE, _SPACE)
)
_COLUMN: Final = re.compile(rb' r="([A-Z]{1,3})"')
_KIND: Final = re.compile(rb' t="([A-Za-z]*)"')
_NUMBER: Final = re.compile(rb"[-+.]*([Ee][-+]?)?")
NUMBER: Final = "n"
ERROR: Final = "e"
FORMULA_TEXT: Final = "str"
INLINE: Final = "inlineStr"
SHARED: Final = "s"
_KINDS: Final = frozenset({NUMBER, ERROR, FORMULA_TEXT, INLINE, SHARED, "b", "d"})

_EMPTY_VALUE: Final = (b"></v>", b"></t>")
_CLOSED: Final = b"/>"

UNNAMED_ERROR: Final = "#ERROR!"
_ERRORS_WITHOUT_DIGITS: Final = MappingProxyType({"#DIV/!": "#DIV/0!"})


@dataclass(frozen=True, slots=True)
class RowShape:
    """The cells of a row that hold something.

    Attributes:
        filled: Columns, from 0, whose cells have a value; in ascending order.
        odd: Column, from 0, to what its value alone hides.
        exponents: Columns whose number is written with an exponent, so it may not be finite.
        reach: The last column, from 1, whose cell has as much as an empty text.
    """

    filled: tuple[int, ...] = ()
    odd: Mapping[int, CellFacts] = field(default_factory=lambda: MappingProxyType({}))
    exponents: tuple[int, ...] = ()
    reach: int = 0

    @property
    def last(self) -> int:
        """The last column, from 1, that holds anything; 0 for an empty row."""
        return max((*self.filled, *self.odd), default=-1) + 1


EMPTY: Final = RowShape()
PLAIN_FACTS: Final = CellFacts()


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Turn column letters into a number from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def error_name(text: str) -> str:
    """Name the error of a cell, also where the digits were taken out."""
    return _ERRORS_WITHOUT_DIGITS.get(text, text) or UNNAMED_ERROR


def without_digits(rows: bytes) -> bytes:
    """Take all digits out of rows.

    Empty values and texts are closed first, as in `<v/>`, so that afterwards `<v></v>` means a
    number of digits alone.
    """
    for empty in _EMPTY_VALUE:
        rows = rows.replace(empty, _CLOSED)
    return rows.translate(None, DIGITS)


def read_shape(row: bytes) -> RowShape | None:
    """Read the cells of a row.

    Args:
        row: What follows `<row ` up to the next row, after `without_digits`.

    Returns:
        None when the row is written in any way but the usual one.
    """
    tag = _ROW.match(row)
    if tag is None:
        return None
    if tag[1]:
        return None if row[tag.end() :].strip() else EMPTY
    position, cells, reach = tag.end(), list[_Cell](), 0
    while (found := _CELL.match(row, position)) is not None:
        position = found.end()
        if found[2] is None:
            continue
        cell = _read_cell(found[1], found[2])
        if cell is None or (cells and cells[-1].column >= cell.column):
            return None
        reach = max(reach, cell.column + 1)
        if cell.is_filled or cell.facts != PLAIN_FACTS:
            cells.append(cell)
    return _shape_of(cells, reach) if _ROW_END.match(row, position) else None


def _shape_of(cells: list[_Cell], reach: int) -> RowShape:
    if not reach:
        return EMPTY
    return RowShape(
        filled=tuple(cell.column for cell in cells if cell.is_filled),
        odd=MappingProxyType(
            {cell.column: cell.facts for cell in cells if cell.facts != PLAIN_FACTS}
        ),
        exponents=tuple(cell.column for cell in cells if cell.has_exponent),
        reach=reach,
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    is_filled: bool
    has_exponent: bool
    facts: CellFacts


def _read_cell(attributes: bytes, content: bytes) -> _Cell | None:
    """Read one cell; None when it is written in an unusual way."""
    column, found, parts = (
        _COLUMN.search(attributes),
        _KIND.search(attributes),
        _CONTENT.fullmatch(content),
    )
    kind = found[1].decode() if found else NUMBER
    if column is None or parts is None or kind not in _KINDS:
        return None
    value: bytes | None = parts["value"]
    number = _NUMBER.fullmatch(value) if kind == NUMBER and value is not None else None
    if value is not None and not _is_usual(kind, value, number):
        return None
    has_text = value is not None or (parts["inline"] or b"/>")[-2:] != b"/>"
    is_error = kind == ERROR and content != b""
    facts = CellFacts(
        error=error_name(unescape((value or b"").decode())) if is_error else None,
        formula=parts["formula"] is not None,
        uncached=parts["formula"] is not None
        and not has_text
        and not is_calculated_blank(kind, has_value=parts["blank"] is not None),
        percent=number is not None and PERCENT_MARK in attributes,
    )
    has_exponent = number is not None and bool(number[1])
    number_of_column = column_number(column[1].decode()) - 1
    return _Cell(number_of_column, has_text and not is_error, has_exponent, facts)


def _is_usual(kind: str, value: bytes, number: re.Match[bytes] | None) -> bool:
    """Tell whether a value, without its digits, is written as its kind has it."""
    if kind == SHARED:
        # The reader of values takes anything but a number for the first text of all.
        return not value.strip()
    return kind != INLINE and (kind != NUMBER or number is not None)


def is_calculated_blank(kind: str, *, has_value: bool) -> bool:
    """Tell whether an empty formula cell was calculated: its result is the empty text.

    Args:
        kind: The cell's type.
        has_value: It has a value element, though an empty one.
    """
    return kind == ERROR or (kind == FORMULA_TEXT and has_value)
