"""How far a sheet may reach; the reader of values makes room for every cell up to its corner."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.read.refuse import too_big

if TYPE_CHECKING:
    from kinerja_xlsx.read.facts import SheetFacts

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 400
MAX_AREA: Final = 2_000_000
"""Cells from A1 to the corner."""


def reaches_too_far(facts: SheetFacts) -> bool:
    """Tell whether a sheet has as much as an empty text outside the limits."""
    row, column = _corner(facts)
    return row > MAX_ROWS or column > MAX_COLUMNS or row * column > MAX_AREA


def _corner(facts: SheetFacts) -> tuple[int, int]:
    row, column = facts.reach
    return max(row, facts.last_row), max(column, facts.last_column)


def check_extent(facts: SheetFacts, name: str) -> None:
    """Refuse a sheet whose content reaches far beyond any table.

    Args:
        facts: What the sheet holds.
        name: Its name, for the message.

    Raises:
        UnreadableFileError: There is content outside the limits (BRK-08).
    """
    last_row, last_column = _corner(facts)
    where = f"di lembar «{name}»"
    limit = f"{_text(MAX_ROWS)} baris dan {_text(MAX_COLUMNS)} kolom"
    if last_row > MAX_ROWS:
        shape = facts.rows.get(last_row)
        # A cell that shows nothing is known by the corner alone.
        column = last_column if shape is None else shape.last
        raise too_big(f"sel {column_letters(column)}{last_row} {where}", limit)
    if last_column > MAX_COLUMNS:
        rows = (row for row, shape in facts.rows.items() if shape.last == last_column)
        raise too_big(f"sel {column_letters(last_column)}{next(rows, last_row)} {where}", limit)
    if last_row * last_column > MAX_AREA:
        raise too_big(
            f"{_text(last_row)} baris × {_text(last_column)} kolom {where}",
            f"{_text(MAX_AREA)} sel",
        )


def _text(number: int) -> str:
    return format_number(Decimal(number))
