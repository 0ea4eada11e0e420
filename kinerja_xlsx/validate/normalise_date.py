"""Dates: cells, day-first texts, month names in both spellings, and serial numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec
from kinerja_xlsx.validate.reading import Reading, faulty, note
from kinerja_xlsx.validate.shown import show, show_date, show_number

_MONTH_SPELLINGS: Final = (
    ("januari", "jan", "january"),
    ("februari", "feb", "pebruari", "peb", "february"),
    ("maret", "mar", "mrt", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agt", "agu", "ags", "agst", "august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des", "december", "dec"),
)
MONTHS: Final = MappingProxyType(
    {
        spelling: number
        for number, spellings in enumerate(_MONTH_SPELLINGS, start=1)
        for spelling in spellings
    }
)
"""Month names as typed in offices, folded, with their numbers."""
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\s*([/.\-])\s*([0-9]{1,2})\s*\2\s*([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_NAMED: Final = re.compile(r"([0-9]{1,2})[\s\-./]*([a-z]+)[\s\-./,]*([0-9]{4})")
_MIDNIGHT: Final = re.compile(r"[ T]00:00(:00)?$")
_YEARS: Final = range(1900, 2100)
_MONTHS_OF_YEAR: Final = 12
_SERIAL_ORIGIN: Final = date(1899, 12, 30)


def parse_date(text: str) -> tuple[date, bool] | None:
    """Read a tidied text as a date, day before month.

    Returns:
        The date, and whether day and month could be taken for each other.
    """
    folded = _MIDNIGHT.sub("", text).casefold()
    if match := _DAY_FIRST.fullmatch(folded):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        return _dated(year, month, day, either_way=day <= _MONTHS_OF_YEAR and day != month)
    if match := _YEAR_FIRST.fullmatch(folded):
        return _dated(int(match[1]), int(match[3]), int(match[4]), either_way=False)
    if match := _NAMED.fullmatch(folded):
        month = MONTHS.get(match[2], 0)
        return _dated(int(match[3]), month, int(match[1]), either_way=False)
    return None


def _dated(year: int, month: int, day: int, *, either_way: bool) -> tuple[date, bool] | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day), either_way
    except ValueError:
        return None


class DateReader:
    """Reads columns of dates."""

    def __init__(self, spec: ColumnSpec, period: Period | None) -> None:
        self._spec = spec
        self._period = period

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a date typed as text; day-first where both orders are possible."""
        parsed = parse_date(text)
        if parsed is None:
            return self._refuse(raw)
        day, either_way = parsed
        severity = Severity.PERINGATAN if either_way else Severity.CATATAN
        # In the other writing than the one typed, so that a slip shows.
        read = show_date(day) if any(char.isalpha() for char in text) else format_date(day)
        seen = note(IssueCode.SEL_18, show(raw), severity=severity, dibaca=read)
        return Reading(day, (seen,))

    def read_other(self, value: CellValue) -> Reading:
        """Read a date cell, or a serial number that falls within the period."""
        if isinstance(value, datetime):
            return _drop_clock(value)
        if isinstance(value, date):
            return Reading(value)
        if isinstance(value, int | float):
            return self._read_serial(value)
        return self._refuse(value)

    def _read_serial(self, value: float) -> Reading:
        period = self._period
        shown = show_number(value).replace(".", "")  # as the cell shows it: no thousands mark
        if period is None or value not in _serials(period):
            return self._refuse(shown)
        day = _SERIAL_ORIGIN + timedelta(days=int(value))
        return Reading(day, (note(IssueCode.SEL_19, shown, dibaca=show_date(day)),))

    def _refuse(self, value: CellValue) -> Reading:
        return faulty(IssueCode.SEL_03, show(value), contoh=self._spec.column.example)


def _serials(period: Period) -> range:
    """Give the serial numbers of the days of a period."""
    first = (period.first - _SERIAL_ORIGIN).days
    return range(first, (period.last - _SERIAL_ORIGIN).days + 1)


def _drop_clock(value: datetime) -> Reading:
    day = value.date()
    if value.time() == time():
        return Reading(day)
    seen = note(IssueCode.SEL_18, show(value), severity=Severity.CATATAN, dibaca=format_date(day))
    return Reading(day, (seen,))
