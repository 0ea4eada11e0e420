"""Dates: cells, texts with the day first, month names, serial numbers."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Severity
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate.normalise import CellReader, Scope
from kinerja_xlsx.validate.normalise_date import MONTHS, parse_date
from tests.unit.validate.build import noted, reader_of


@pytest.mark.parametrize(
    "typed",
    [date(2026, 1, 31), datetime(2026, 1, 31)],  # noqa: DTZ001 - a cell has no zone
)
def test_a_date_cell_is_taken_without_a_word(typed: CellValue) -> None:
    reading = reader_of(PegawaiRow, "mulai").read(typed).reading

    assert type(reading.value) is date
    assert reading == (date(2026, 1, 31), (), None)


@pytest.mark.parametrize(
    "typed",
    [
        "31/01/2026", "31-01-2026", "31.1.2026", "31 / 01 / 2026", "2026-01-31", "2026/01/31",
        "31 Januari 2026", "31 JANUARI 2026", "31 Jan 2026", "31-Jan-2026", "31 Jan. 2026",
        "31 January 2026", "31-01-2026 00:00:00",
    ],
)  # fmt: skip
def test_a_text_with_one_reading_is_a_date_with_a_notice(typed: str) -> None:
    reading = reader_of(PegawaiRow, "mulai").read(typed).reading

    assert reading.value == date(2026, 1, 31)
    read = "31/01/2026" if "an" in typed.casefold() else "31 Januari 2026"
    assert noted(reading) == {"SEL-18": read}
    assert reading.notes[0].severity is Severity.CATATAN


@pytest.mark.parametrize(
    ("typed", "severity"),
    [
        ("05/04/2026", Severity.PERINGATAN),
        ("04/04/2026", Severity.CATATAN),
        ("2026-04-05", Severity.CATATAN),
        ("13/04/2026", Severity.CATATAN),
    ],
)
def test_the_day_comes_first_and_doubt_is_a_warning(typed: str, severity: Severity) -> None:
    reading = reader_of(PegawaiRow, "mulai").read(typed).reading

    assert reading.notes[0].severity is severity
    assert isinstance(reading.value, date)
    assert reading.value.month == 4


@pytest.mark.parametrize(
    "typed",
    [
        "awal Maret", "31/02/2026", "32/01/2026", "13/13/2026", "01/02/26", "31/01-2026",
        "31 Januarius 2026", "0/1/2026", "31/01/1026", "2026", "besok",
    ],
)  # fmt: skip
def test_a_text_that_is_no_date_is_refused(typed: str) -> None:
    reading = reader_of(PegawaiRow, "mulai").read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-03"}


def test_a_time_of_day_is_dropped_and_said() -> None:
    typed = datetime(2026, 1, 31, 8, 30)  # noqa: DTZ001 - a cell has no zone

    reading = reader_of(PegawaiRow, "mulai").read(typed).reading

    assert reading.value == date(2026, 1, 31)
    assert reading.notes[0].value == "31/01/2026 08:30"


def test_a_serial_number_in_the_period_is_a_date() -> None:
    reading = reader_of(PegawaiRow, "mulai").read(46053.0).reading

    assert reading.value == date(2026, 1, 31)
    assert noted(reading) == {"SEL-19": "31/01/2026"}
    assert reading.notes[0].value == "46053"


@pytest.mark.parametrize("typed", [46200.0, 46053.5, 31.0, -1.0, float("inf"), time(8), True])
def test_another_number_is_no_date(typed: CellValue) -> None:
    reading = reader_of(PegawaiRow, "mulai").read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) <= {"SEL-03", "SEL-32"}


def test_without_a_period_no_serial_number_is_a_date() -> None:
    reader = CellReader(column_by_field(PegawaiRow, "mulai"), Scope())

    reading = reader.read(46053.0).reading

    assert set(noted(reading)) == {"SEL-03"}
    assert reading.notes[0].value == "46053"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_date_reads_back_from_its_indonesian_writing(day: date) -> None:
    assert parse_date(format_date(day)) == (day, False)
    assert (parse_date(f"{day:%d/%m/%Y}") or ())[:1] == (day,)


@pytest.mark.parametrize(
    ("spelling", "month"),
    [("pebruari", 2), ("nopember", 11), ("agt", 8), ("agu", 8), ("ags", 8), ("sept", 9),
     ("okt", 10), ("des", 12), ("august", 8), ("december", 12)],
)  # fmt: skip
def test_old_short_and_english_months_are_known(spelling: str, month: int) -> None:
    assert MONTHS[spelling] == month
