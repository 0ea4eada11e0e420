"""One pass over a sheet's XML for what the values hide: extent, errors, formulas, hidden rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.read.shape import (
    DIGITS,
    PERCENT_MARK,
    RowShape,
    column_number,
    read_shape,
    without_digits,
)

_BLOCK: Final = 1 << 20
MAX_SHAPES: Final = 4_096
"""Rows of inline texts are all different; their shapes are not worth keeping."""
MAX_STYLES: Final = 64
_UNUSUAL: Final = ((b"", b""),)
"""Stands for rows that only the exact reading can read."""
_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_FORMULA: Final = b"<f"
_FORMULA_TAG: Final = re.compile(rb'<f(?: [A-Za-z:]+[0-9]?="[^"<>]*")*>')
_MARKUP: Final = b"<!"
"""Opens comments, stretches taken as they stand, and declarations."""
_EMPTY_DATA: Final = re.compile(rb"<sheetData\s*/>")
_ROW: Final = b"<row "
_ROW_END: Final = b"</row>"
_CONTENT_MARKS: Final = (b"</v>", b"</is>", b"</f>", b"<f ", b' t="e"')
_HIDDEN_MARK: Final = b' hidden="'
_NUMBER_START: Final = b'r="'
_MAX_ROW_DIGITS: Final = 7
_ROW_NUMBER: Final = re.compile(rb'(?:[^<>]* )?r="([0-9]{1,7})"')
_HIDDEN: Final = re.compile(rb'[^<>]* hidden="(?:1|true)"')
_STYLE: Final = re.compile(rb' s="([0-9]{1,7})"')
_LONG_NUMBER: Final = b'00000"'
_ANY_DIGIT: Final = bytes.maketrans(DIGITS, b"0" * len(DIGITS))
_LONG_ROW: Final = re.compile(rb' r="[A-Z]+([0-9]{5,})"[^<>]*+(?<!/)>')
_MERGE: Final = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^<>]*?\bref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)
_PROTECTION: Final = re.compile(
    rb"""<(?:\w+:)?sheetProtection\s(?:[^<>]*\s)?sheet=["'](?:1|true)["']"""
)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, by its corners from 1, both included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @property
    def columns(self) -> range:
        """Its columns, from 0."""
        return range(self.first_column - 1, self.last_column)

    @property
    def text(self) -> str:
        """The range as Excel writes it, such as `B4:B7`."""
        first = f"{column_letters(self.first_column)}{self.first_row}"
        return f"{first}:{column_letters(self.last_column)}{self.last_row}"


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a sheet's XML says about its cells.

    Attributes:
        rows: Row number to its cells; rows without any content are left out.
        hidden: Numbers of the hidden rows that hold something.
        merges: All merged ranges.
        is_protected: Locked cells cannot be changed.
        hidden_columns: Runs of hidden columns, from 1.
        reach: Row and column, from 1, up to which any cell has as much as an empty text; the
            reader of values makes room for those too.
    """

    rows: Mapping[int, RowShape]
    hidden: frozenset[int]
    merges: tuple[Merge, ...] = ()
    is_protected: bool = False
    hidden_columns: tuple[range, ...] = ()
    reach: tuple[int, int] = (0, 0)

    @property
    def last_row(self) -> int:
        """The last row that holds anything; 0 for an empty sheet."""
        return max(self.rows, default=0)

    @property
    def last_column(self) -> int:
        """The last column, from 1, that holds anything; 0 for an empty sheet."""
        # Thousands of rows share few shapes.
        shapes = {id(shape): shape for shape in self.rows.values()}
        return max((shape.last for shape in shapes.values()), default=0)


class SheetData(NamedTuple):
    """The XML of a sheet in two: its rows, and whatever stands before and after them."""

    rows: bytes
    around: bytes


def sheet_data(xml: bytes) -> SheetData | None:
    """Cut out the rows of a sheet, without the empty ones below its last content.

    The texts of formulas are left out: nobody reads them, and they are most of a sheet of ours.

    Returns:
        None when the sheet is not written in the usual way.
    """
    start, end = xml.find(_OPEN), xml.rfind(_CLOSE)
    if start < 0:
        is_plain = _EMPTY_DATA.search(xml) is not None and _MARKUP not in xml
        return SheetData(b"", xml) if is_plain else None
    if end < start:
        return None
    start = last = start + len(_OPEN)
    for mark in _CONTENT_MARKS:
        last = max(last, xml.rfind(mark, last, end))
    cut = xml.find(_ROW_END, last, end)
    if last > start and cut < 0:
        return None
    cut = start if last == start else cut + len(_ROW_END)
    data = SheetData(_without_formulas(xml, start, cut), xml[:start] + xml[cut:])
    return None if _has_markup(data.rows) or _has_markup(data.around) else data


def _has_markup(xml: bytes) -> bool:
    """Look for its second letter first: one letter is found much faster than two."""
    return _MARKUP[1:] in xml and _MARKUP in xml


def _without_formulas(xml: bytes, start: int, end: int) -> bytes:
    """Copy a stretch without the texts of formulas, each up to the next tag."""
    pieces: list[bytes] = []
    found = xml.find(_FORMULA, start, end)
    while found >= 0:
        tag = _FORMULA_TAG.match(xml, found, end)
        text = found + len(_FORMULA) if tag is None else tag.end()
        pieces.append(xml[start:text])
        start = text if tag is None else max(text, xml.find(b"<", text, end))
        found = xml.find(_FORMULA, start, end)
    pieces.append(xml[start:end])
    return b"".join(pieces)


def scan_rows(data: bytes, percent: frozenset[int]) -> SheetFacts | None:
    """Read the facts of rows in the usual writing, at the speed of a text search.

    Args:
        data: The rows as cut out by `sheet_data`.
        percent: Numbers of the styles that show a percentage.

    Returns:
        The facts without merges, or None when the rows are not written in the usual way.
    """
    rows: dict[int, RowShape] = {}
    reach, hidden = dict[int, int](), set[int]()
    has_hidden = _HIDDEN_MARK in data
    shapes: dict[bytes, RowShape | None] = {}
    marked = _mark_percent(data, percent)
    for row, shape in _UNUSUAL if marked is None else _rows(marked):
        if shape not in shapes:
            if len(shapes) == MAX_SHAPES:
                shapes.clear()
            shapes[shape] = read_shape(shape)
        number, found = _row_number(row), shapes[shape]
        if number is None or found is None or number in reach:
            return None
        reach[number] = found.reach
        if found.filled or found.odd:
            rows[number] = found
            if has_hidden and _HIDDEN.match(row):
                hidden.add(number)
    corner = _corner(data, reach)
    if corner is None:
        return None
    return SheetFacts(MappingProxyType(rows), frozenset(hidden), reach=corner)


def _corner(data: bytes, reach: Mapping[int, int]) -> tuple[int, int] | None:
    """Give the row and column up to which there are cells; None where some name other rows."""
    far = _long_rows(data)
    if far and not far <= {str(number).encode() for number, last in reach.items() if last}:
        return None
    last_row = max((number for number, last in reach.items() if last), default=0)
    return last_row, max(reach.values(), default=0)


def _rows(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the rows, each as it stands and without its digits; block by block, to save memory.

    Both lack the opening `<row `.
    """
    if not data.startswith(_ROW):
        yield from _UNUSUAL if data.strip() else ()
        return
    start = 0
    while start < len(data):
        end = data.find(_ROW, start + _BLOCK)
        block = data[start : end if end > 0 else len(data)]
        start += len(block)
        rows, shapes = block.split(_ROW), without_digits(block).split(_ROW)
        yield from (
            zip(rows[1:], shapes[1:], strict=True) if len(rows) == len(shapes) else _UNUSUAL
        )


def _row_number(row: bytes) -> int | None:
    if row.startswith(_NUMBER_START):
        digits = row[len(_NUMBER_START) : row.find(b'"', len(_NUMBER_START))]
        if len(digits) <= _MAX_ROW_DIGITS and digits.isdigit():
            return int(digits)
    found = _ROW_NUMBER.match(row)
    return None if found is None else int(found[1])


def _mark_percent(data: bytes, percent: frozenset[int]) -> bytes | None:
    """Write the styles that show a percentage in a way that survives the loss of digits.

    Returns:
        None when there are more of them than any person would make.
    """
    used = percent and percent.intersection(int(style) for style in set(_STYLE.findall(data)))
    if len(used) > MAX_STYLES:
        return None
    for style in sorted(used):
        data = data.replace(f' s="{style}"'.encode(), PERCENT_MARK)
    return data


def _long_rows(data: bytes) -> set[bytes]:
    """List the row numbers of five digits and more that cells with content themselves name.

    A cell may name another row than its own; far down, that alone would cost the reader of
    values a gigabyte.
    """
    if _LONG_NUMBER not in data.translate(_ANY_DIGIT):
        return set()
    return set(_LONG_ROW.findall(data))


def find_merges(xml: bytes) -> tuple[Merge, ...]:
    """List the merged ranges of a sheet, from all of its XML or from what is around its rows."""
    if b"mergeCell" not in xml:
        return ()
    return tuple(
        Merge(int(top), int(bottom), column_number(left.decode()), column_number(right.decode()))
        for left, top, right, bottom in _MERGE.findall(xml)
    )


def find_protection(xml: bytes) -> bool:
    """Tell whether a sheet is protected; that stands somewhere below its rows."""
    return _PROTECTION.search(xml, max(xml.rfind(_ROW_END), 0)) is not None
