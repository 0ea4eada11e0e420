"""How a raw value is written back so that the next reading finds the same value."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from xlsxwriter.format import Format

from kinerja_xlsx.model.submission import CellFacts
from kinerja_xlsx.spec.row import ColumnSpec, Kind
from kinerja_xlsx.write import style
from kinerja_xlsx.write.page import At, InputValue, Page, format_value


def write_back(
    page: Page, at: At, value: InputValue, *, facts: CellFacts | None, form: Format
) -> None:
    """Write a raw value; a formula without one, or with an error, comes back as a blank.

    Such a cell has nothing to give back. It is marked and its comment says what stood there; what
    stays blank counts as not filled in, and the next round says so where the cell is needed.
    """
    has_value = facts is None or (facts.error is None and not facts.uncached)
    page.write(at, value if has_value else None, form)


def kept_value(spec: ColumnSpec, value: InputValue) -> InputValue:
    """Say what is written back for a value: the value itself, with one exception.

    A `No Indikator` that became a date is shown as text. Left a date, whatever is typed over it
    would become a date again.
    """
    if spec.kind is Kind.NOMOR_INDIKATOR and isinstance(value, date | time):
        return format_value(value)
    return value


def number_format(
    spec: ColumnSpec | None, value: InputValue, facts: CellFacts | None = None
) -> str:
    """Choose the number format that keeps a value what it is; empty for the column's own.

    A percentage must stay one: without its sign 0.85 would pass for a number that nobody typed.
    A bare number in a column of dates must not turn into a date either.
    """
    if facts is not None and facts.percent:
        return style.PERCENT_FORMAT
    keeps_number = spec is not None and spec.kind in {Kind.TANGGAL, Kind.JAM}
    if keeps_number and isinstance(value, int | float):
        return style.NUMBER_FORMAT
    return _time_format(value)


def _time_format(value: InputValue) -> str:
    if isinstance(value, datetime) and value.time() != time():
        return style.DATETIME_FORMAT
    if isinstance(value, date):
        return style.DATE_FORMAT
    if isinstance(value, time):
        return style.TIME_FORMAT
    return style.DURATION_FORMAT if isinstance(value, timedelta) else ""
