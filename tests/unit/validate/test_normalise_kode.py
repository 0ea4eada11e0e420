"""Codes: indicator numbers, kode unit and periods, in the ways people write them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.validate.normalise_kode import parse_period
from tests.unit.validate.build import noted, reader_of

MONTHS = [Period(year, month, 1) for year in (2025, 2026) for month in range(1, 13)]
QUARTERS = [Period(2026, month, 3) for month in (1, 4, 7, 10)]
LONG = [Period(2026, 1, 6), Period(2026, 7, 6), Period(2026, 1, 12)]


@pytest.mark.parametrize(
    ("typed", "value", "notes"),
    [
        ("1.2", "1.2", {}),
        (1.2, "1.2", {}),
        (50.99, "50.99", {}),
        ("1,2", "1.2", {"SEL-07": "1.2"}),
        ("1. 2", "1.2", {"SEL-07": "1.2"}),
        ("1.2.", "1.2", {"SEL-07": "1.2"}),
        (" 1.2", "1.2", {"SEL-28": ""}),
    ],
)
def test_an_indicator_number_is_taken(typed: CellValue, value: str, notes: dict[str, str]) -> None:
    reading = reader_of(HasilKerjaRow, "no_indikator").read(typed).reading

    assert reading.value == value
    assert noted(reading) == notes


@pytest.mark.parametrize("typed", ["1", 1.0, 2, "1.2.3", "1.02", "a", "1-2", 0.5, time(1), 1.123])
def test_another_number_is_refused(typed: CellValue) -> None:
    reading = reader_of(HasilKerjaRow, "no_indikator").read(typed).reading

    assert set(noted(reading)) == {"SEL-08"}


def test_a_date_in_place_of_a_number_is_said_to_be_one() -> None:
    reading = reader_of(HasilKerjaRow, "no_indikator").read(date(2026, 2, 1)).reading

    saran = dict(reading.notes[0].context)["saran"]
    assert saran == "Excel mengubahnya menjadi tanggal; mungkin maksudnya 1.2."


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2026-TW1", "2026-TW1"),
        ("2026-tw1", "2026-TW1"),
        ("TW1 2026", "2026-TW1"),
        ("TW I 2026", "2026-TW1"),
        ("Triwulan I 2026", "2026-TW1"),
        ("TRIWULAN IV TAHUN 2026", "2026-TW4"),
        ("Triwulan 2 / 2026", "2026-TW2"),
        ("2026 Triwulan III", "2026-TW3"),
        ("Semester 1 2026", "2026-S1"),
        ("Semester II 2026", "2026-S2"),
        ("2026-S2", "2026-S2"),
        ("Maret 2026", "2026-03"),
        ("MARET 2026", "2026-03"),
        ("Pebruari 2026", "2026-02"),
        ("Bulan: Maret 2026", "2026-03"),
        ("Periode Maret 2026", "2026-03"),
        ("2026-03", "2026-03"),
        ("03/2026", "2026-03"),
        ("3-2026", "2026-03"),
        ("2026", "2026"),
        ("Tahun 2026", "2026"),
    ],
)
def test_a_period_is_read_in_words_and_figures(typed: str, code: str) -> None:
    period = parse_period(typed)

    assert period is not None
    assert period.code == code


@pytest.mark.parametrize(
    "typed", ["", "2026-13", "2026-TW5", "TW5 2026", "Semester III 2026", "Mart 2026", "1999", "x"]
)
def test_what_is_no_period_is_none(typed: str) -> None:
    assert parse_period(typed) is None


@given(st.sampled_from([*MONTHS, *QUARTERS, *LONG]))
def test_every_period_reads_back_from_code_and_label(period: Period) -> None:
    assert parse_period(period.code) == parse_period(period.label) == period


@pytest.mark.parametrize(
    ("typed", "value", "notes"),
    [
        ("2026-TW1", "2026-TW1", {}),
        ("Triwulan I 2026", "2026-TW1", {"SEL-07": "2026-TW1"}),
        (2026.0, "2026", {}),
    ],
)
def test_a_period_cell_is_read(typed: CellValue, value: str, notes: dict[str, str]) -> None:
    reading = reader_of(IdentitasForm, "periode").read(typed).reading

    assert reading.value == value
    assert noted(reading) == notes


@pytest.mark.parametrize("typed", ["kemarin", 12.0, date(2026, 3, 1)])
def test_another_cell_is_no_period(typed: CellValue) -> None:
    reading = reader_of(IdentitasForm, "periode").read(typed).reading

    assert set(noted(reading)) == {"SEL-08"}
    assert dict(reading.notes[0].context)["saran"].startswith("Sel ini") == (
        isinstance(typed, date)
    )


def test_a_number_as_kode_unit_is_its_digits() -> None:
    assert reader_of(IdentitasForm, "kode_unit").read(101.0).reading.value == "101"


def test_a_letter_among_the_digits_of_an_indicator_is_proposed_as_one() -> None:
    (note,) = reader_of(HasilKerjaRow, "no_indikator").read("1.l").reading.notes

    assert (note.code.value, note.proposal) == ("SEL-30", "1.1")


@pytest.mark.parametrize("typed", ["1.a", "l", "1.1.I"])
def test_a_letter_that_looks_like_no_digit_is_no_proposal(typed: str) -> None:
    (note,) = reader_of(HasilKerjaRow, "no_indikator").read(typed).reading.notes

    assert (note.code.value, note.proposal) == ("SEL-08", None)
