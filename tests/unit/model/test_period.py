"""Periods: codes, names, days, and how they nest."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.period import (
    BULAN_NAMES,
    Period,
    PeriodError,
    PeriodKind,
    format_date,
)

YEARS = st.integers(2000, 2099)
codes = st.one_of(
    st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-TW{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-S{}".format, YEARS, st.integers(1, 2)),
    YEARS.map(str),
)


@given(codes)
def test_code_survives_the_round_trip(code: str) -> None:
    period = Period.parse(code)

    assert period.code == str(period) == code
    assert Period.parse(period.code) == period


@given(codes)
def test_days_span_whole_months_of_one_year(code: str) -> None:
    period = Period.parse(code)

    assert period.first.day == 1
    assert (period.last + timedelta(days=1)).day == 1
    assert period.first.year == period.last.year == period.year
    assert period.last.month - period.first.month + 1 == period.months


@pytest.mark.parametrize(
    ("code", "kind", "number", "label", "first", "last"),
    [
        ("2026-03", PeriodKind.BULAN, 3, "Maret 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("2028-02", PeriodKind.BULAN, 2, "Februari 2028", date(2028, 2, 1), date(2028, 2, 29)),
        (
            "2026-TW1", PeriodKind.TRIWULAN, 1, "Triwulan I 2026",
            date(2026, 1, 1), date(2026, 3, 31),
        ),
        (
            "2026-TW4", PeriodKind.TRIWULAN, 4, "Triwulan IV 2026",
            date(2026, 10, 1), date(2026, 12, 31),
        ),
        (
            "2026-S2", PeriodKind.SEMESTER, 2, "Semester II 2026",
            date(2026, 7, 1), date(2026, 12, 31),
        ),
        ("2026", PeriodKind.TAHUN, 1, "Tahun 2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_period_knows_its_kind_name_and_days(  # noqa: PLR0913, PLR0917 - one column of the table each
    code: str, kind: PeriodKind, number: int, label: str, first: date, last: date
) -> None:
    period = Period.parse(code)

    assert (period.kind, period.number, period.label) == (kind, number, label)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "code",
    [
        "", "26", "1999", "2100", "2026-00", "2026-13", "2026-3", "2026-TW0", "2026-TW5",
        "2026-S3", "2026-tw1", "TW1-2026", "2026-03-01", " 2026", "2026\n", "2026-0٣",
    ],
)  # fmt: skip
def test_other_codes_are_refused(code: str) -> None:
    with pytest.raises(PeriodError):
        Period.parse(code)


@pytest.mark.parametrize(
    ("parent", "children"),
    [
        ("2026-TW2", ["2026-04", "2026-05", "2026-06"]),
        ("2026-S2", ["2026-TW3", "2026-TW4"]),
        ("2026", ["2026-S1", "2026-S2"]),
        ("2026", ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"]),
    ],
)
def test_children_fill_their_parent_without_gap(parent: str, children: list[str]) -> None:
    periods = [Period.parse(code) for code in children]

    assert periods[0].first == Period.parse(parent).first
    assert periods[-1].last == Period.parse(parent).last
    for before, after in pairwise(periods):
        assert before.last + timedelta(days=1) == after.first


def test_periods_sort_by_first_day_then_length() -> None:
    codes_in_order = ["2026-01", "2026-TW1", "2026-S1", "2026", "2026-02", "2026-S2", "2027-01"]

    periods = sorted(Period.parse(code) for code in reversed(codes_in_order))

    assert [period.code for period in periods] == codes_in_order


@given(st.dates())
def test_dates_read_as_in_letters(day: date) -> None:
    number, month, year = format_date(day).split()

    assert (int(number), BULAN_NAMES.index(month) + 1, int(year)) == (day.day, day.month, day.year)


def test_date_has_no_leading_zero() -> None:
    assert format_date(date(2026, 7, 1)) == "1 Juli 2026"
