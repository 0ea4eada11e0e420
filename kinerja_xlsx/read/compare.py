"""Whether two readings of a sheet see the same in every cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.read.shape import EMPTY, ERROR, FORMULA_TEXT, INLINE, NUMBER
from kinerja_xlsx.read.walk import ExactCell, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja_xlsx.read.facts import SheetFacts
    from kinerja_xlsx.read.shape import RowShape
    from kinerja_xlsx.read.values import Rows

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE: Final = frozenset({"1", "true"})
_BOOLEAN: Final = "b"
_SHARED: Final = "s"
TEXTS: Final = frozenset({_SHARED, FORMULA_TEXT, INLINE})


def agrees(facts: SheetFacts, rows: Rows) -> bool:
    """Tell whether every cell with a value by the facts has one in the rows, and no other has."""
    width = len(rows[0]) if rows else 0
    blanks: dict[int, list[bool]] = {}
    for number, row in enumerate(rows, start=1):
        shape = facts.rows.get(number, EMPTY)
        # Thousands of rows share few shapes, which live as long as their rows.
        expected = blanks.get(id(shape))
        if expected is None:
            expected = blanks[id(shape)] = _blanks(shape, width)
        if [value is None for value in row] != expected:
            return False
        for column in shape.exponents:
            value = row[column]
            if isinstance(value, float) and not isfinite(value):
                return False
    return not any(shape.filled for row, shape in facts.rows.items() if row > len(rows))


def _blanks(shape: RowShape, width: int) -> list[bool]:
    """Tell of each column whether its cell is blank; longer where a filled one lies beyond."""
    filled = frozenset(shape.filled)
    return [column not in filled for column in range(max(width, max(filled, default=-1) + 1))]


def find_disagreement(
    cells: Mapping[tuple[int, int], ExactCell],
    texts: Sequence[str],
    rows: Iterable[Sequence[CellValue]],
) -> tuple[int, int] | None:
    """Find a cell that the two readings see differently.

    Args:
        cells: The exact reading.
        texts: The shared texts.
        rows: The values read otherwise, from row 1 and column 1.

    Returns:
        (row, column) from 1, or None when both readings agree on every cell.
    """
    seen: set[tuple[int, int]] = set()
    for place, value in _places(rows):
        cell = cells.get(place)
        if cell is None and not _is_blank(value):
            return place
        if cell is not None and not _is_same(cell, texts, value):
            return place
        seen.add(place)
    missed = (place for place, cell in cells.items() if place not in seen and text_of(cell, texts))
    return min(missed, default=None)


def _places(rows: Iterable[Sequence[CellValue]]) -> Iterator[tuple[tuple[int, int], CellValue]]:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            yield (number, column), value


def text_of(cell: ExactCell, texts: Sequence[str]) -> str:
    """Write the text that the cell shows; empty for an error and for blanks."""
    if cell.kind == ERROR:
        return ""
    if cell.kind == _SHARED:
        index = whole(cell.text, -1)
        return texts[index].strip() if 0 <= index < len(texts) else ""
    return cell.text.strip()


def _is_blank(value: CellValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _is_same(cell: ExactCell, texts: Sequence[str], value: CellValue) -> bool:
    text = text_of(cell, texts)
    if cell.kind in TEXTS:
        return _is_same_text(text, value)
    if not text or _is_blank(value):
        return not text and _is_blank(value)
    if isinstance(value, (date, datetime, time, timedelta)):
        return True
    if cell.kind == _BOOLEAN:
        return value is (text.lower() in _TRUE)
    return cell.kind == NUMBER and _is_same_number(text, value)


def _is_same_number(text: str, value: CellValue) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return isfinite(number) and isinstance(value, (int, float)) and number == value


def _is_same_text(text: str, value: CellValue) -> bool:
    """Compare a text as written with one as read, whose escapes of control signs are resolved."""
    shown = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if _is_blank(value):
        return not text or not shown.strip()
    return isinstance(value, str) and _squeeze(value) in {_squeeze(shown), _squeeze(text)}


def _squeeze(text: str) -> str:
    """Leave out white space, which readers keep or drop at will."""
    return "".join(text.split())
