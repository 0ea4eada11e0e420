"""Numbers: one reading or none, and never a guess."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Severity
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.validate.normalise_number import parse_number
from tests.unit.validate.build import noted, reader_of


@pytest.mark.parametrize(
    ("typed", "value", "notes"),
    [
        ("85", "85", {"SEL-24": "85"}),
        (" 85 ", "85", {"SEL-24": "85"}),
        ("12,5", "12.5", {"SEL-25": "12,5"}),
        ("12,50", "12.5", {"SEL-25": "12,5"}),
        ("12.5", "12.5", {"SEL-24": "12,5"}),
        ("0.500", "0.5", {"SEL-24": "0,5"}),
        ("1250.500", "1250.5", {"SEL-24": "1.250,5"}),
        ("1.250,5", "1250.5", {"SEL-25": "1.250,5"}),
        ("1.234.567", "1234567", {"SEL-24": "1.234.567"}),
        ("1,234,567", "1234567", {"SEL-24": "1.234.567"}),
        ("1,250.5", "1250.5", {"SEL-24": "1.250,5"}),
        ("-5", "-5", {"SEL-24": "-5"}),
        (85.0, "85", {}),
        (85, "85", {}),
        (0.1, "0.1", {}),
        (0.0, "0", {}),
    ],
)
def test_a_number_with_one_reading_is_taken(
    typed: CellValue, value: str, notes: dict[str, str]
) -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read(typed).reading

    assert reading.value == Decimal(value)
    assert noted(reading) == notes


def test_the_reading_of_a_dotted_thousand_is_refused_with_both_meanings() -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read("1.250").reading

    (note,) = reading.notes
    assert (reading.value, note.code.value, note.severity) == (None, "SEL-26", Severity.GALAT)
    assert dict(note.context) == {"ribuan": "1250", "desimal": "1,25"}


@pytest.mark.parametrize(
    "typed",
    [
        "dua belas", "90 persen sesuai rencana", "1e5", "nan", "inf", "1_000", "+5", "Rp 500",
        "12,5,5", "1.25.5", "abc%", "1.250%", "١٢", "\uff18\uff15", "−5", "5-", "1 250",
        "9" * 41, "%",
    ],
)  # fmt: skip
def test_a_text_that_is_no_number_is_refused(typed: str) -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-02"}


@pytest.mark.parametrize("typed", [date(2026, 3, 1), time(8, 30), float("inf"), float("nan")])
def test_a_cell_that_is_no_number_is_refused(typed: CellValue) -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read(typed).reading

    assert set(noted(reading)) == {"SEL-02"}


def test_true_is_not_one_whichever_was_read_first() -> None:
    reader = reader_of(HasilKerjaRow, "realisasi")

    one, true = reader.read(1.0).reading, reader.read(value=True).reading

    assert one.value == 1
    assert true.value is None
    assert set(noted(true)) == {"SEL-32"}
    assert dict(true.notes[0].context)["jenis"] == "angka"


def test_dust_of_binary_arithmetic_is_rounded_off_and_said() -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read(0.1 + 0.2).reading

    assert reading.value == Decimal("0.3")
    assert noted(reading) == {"SEL-33": "0,3"}
    assert reading.notes[0].severity is Severity.CATATAN


@pytest.mark.parametrize("typed", [12.34567, "12,34567", "0,00001"])
def test_more_decimals_than_allowed_are_refused_not_rounded(typed: CellValue) -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read(typed).reading

    assert reading.value is None
    assert reading.notes[-1].severity is Severity.GALAT
    assert reading.notes[-1].code.value == "SEL-33"


def test_a_huge_number_does_not_look_exact() -> None:
    reading = reader_of(HasilKerjaRow, "nip").read(198507172010011008.0).reading

    assert reading.notes[0].value == "1,98507172010011E+17"


@pytest.mark.parametrize(("typed", "value"), [(3.0, 3), ("3", 3), ("12", 12)])
def test_a_whole_number_is_taken(typed: CellValue, value: int) -> None:
    assert reader_of(HasilKerjaRow, "no_rhk").read(typed).reading.value == value


@pytest.mark.parametrize("typed", [1.5, "1,5"])
def test_a_fraction_is_no_whole_number(typed: CellValue) -> None:
    reading = reader_of(HasilKerjaRow, "no_rhk").read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-10"}


def test_a_text_is_no_whole_number() -> None:
    assert set(noted(reader_of(HasilKerjaRow, "no_rhk").read("satu").reading)) == {"SEL-02"}


@given(st.decimals(0, 10**12, places=4, allow_nan=False, allow_infinity=False))
def test_a_number_in_indonesian_writing_reads_back(number: Decimal) -> None:
    text = format_number(number)

    spelled = parse_number(text)

    if spelled is None:
        assert len(text.split(".")) == 2
        assert "," not in text
    else:
        assert spelled.value == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_cell_number_is_taken_as_it_shows_or_refused(number: float) -> None:
    reading = reader_of(HasilKerjaRow, "realisasi").read(number).reading

    assert (reading.value is None) == reading.is_faulty
    if reading.value is not None and not reading.notes:
        assert isinstance(reading.value, Decimal)
        assert float(reading.value) == number
