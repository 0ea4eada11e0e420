"""Values as messages show them: the Indonesian way, and never longer than a cell comment bears."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.submission import CellValue

MAX_SHOWN: Final = 200
"""Most characters of a value inside an issue."""
EXACT_INTEGER: Final = 10**15
"""From here on a spreadsheet number has lost its last digits, and so must not look exact."""
_SECONDS_PER_MINUTE: Final = 60
_MINUTES_PER_HOUR: Final = 60


def show(value: CellValue) -> str:
    """Write a cell value as a person would read it in the sheet."""
    if isinstance(value, str):
        return value if len(value) <= MAX_SHOWN else value[: MAX_SHOWN - 1] + "…"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_number(value)
    return _show_moment(value)


def show_number(value: float) -> str:
    """Write a cell number with a decimal comma, a huge one as `1,98507172010011E+17`."""
    if not abs(value) < EXACT_INTEGER:  # also true of what is no number
        return f"{value:.14E}".replace(".", ",")
    return format_number(to_decimal(value))


def to_decimal(value: float) -> Decimal:
    """Turn a cell number into the decimal that a person sees, `0.1` and not its binary tail."""
    if isinstance(value, int):
        return Decimal(value)
    return Decimal(int(value)) if value.is_integer() else Decimal(repr(value))


def show_date(day: date) -> str:
    """Write a date as the template asks for it: `31/01/2026`."""
    return f"{day:%d/%m/%Y}"


def plain_text(value: CellValue) -> str:
    """Write a value that stands in a text column, such as a number typed as a note."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{to_decimal(value):f}".replace(".", ",")
    return show(value)


def _show_moment(value: date | time | timedelta | None) -> str:
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if value.time() != time() else ""
        return f"{show_date(value)}{clock}"
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / _SECONDS_PER_MINUTE)
        return f"{minutes // _MINUTES_PER_HOUR}:{minutes % _MINUTES_PER_HOUR:02d}"
    return ""


def count_text(number: int) -> str:
    """Write a count with thousands dots."""
    return format_number(Decimal(number))
