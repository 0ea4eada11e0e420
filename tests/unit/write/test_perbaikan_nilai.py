"""A raw value is written back so that it is read as the same value again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.submission import CellFacts
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.write.perbaikan.nilai import kept_value, number_format

if TYPE_CHECKING:
    from kinerja_xlsx.model.submission import CellValue

NUMBER = column_by_field(HasilKerjaRow, "no_indikator")
TARGET = column_by_field(HasilKerjaRow, "target")
MULAI = column_by_field(HasilKerjaRow, "mulai")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 3, 1), "dd/mm/yyyy"),
        (datetime(2026, 3, 1), "dd/mm/yyyy"),  # noqa: DTZ001 - cells have no zone
        (datetime(2026, 3, 1, 8, 5), "dd/mm/yyyy hh:mm"),  # noqa: DTZ001 - as above
        (time(8, 5), "hh:mm"),
        (timedelta(hours=30), "[hh]:mm"),
        (12.5, ""),
        ("teks", ""),
        (None, ""),
    ],
)
def test_format_keeps_dates_and_times_apart_from_numbers(value: CellValue, expected: str) -> None:
    assert number_format(TARGET, value) == expected


def test_bare_number_among_dates_stays_a_number() -> None:
    assert number_format(MULAI, 46054.0) == "General"
    assert number_format(MULAI, date(2026, 2, 1)) == "dd/mm/yyyy"


def test_percentage_stays_a_percentage() -> None:
    assert number_format(TARGET, 0.85, CellFacts(percent=True)) == "0.00%"
    assert number_format(TARGET, 0.85, CellFacts(formula=True)) == ""


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (datetime(2026, 2, 1), "01/02/2026"),  # noqa: DTZ001 - cells have no zone
        (time(1, 2), "01:02"),
        ("1.2", "1.2"),
        (1.2, 1.2),
    ],
)
def test_indicator_that_became_a_date_is_shown_as_text(value: CellValue, kept: CellValue) -> None:
    assert kept_value(NUMBER, value) == kept


def test_dates_elsewhere_are_kept() -> None:
    assert kept_value(MULAI, date(2026, 2, 1)) == date(2026, 2, 1)
