"""Times of the day: read alike however they are stored, and refused where they are not certain."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.validate.normalise_time import parse_time, show_time
from kinerja_xlsx.validate.reading import Reading
from tests.unit.validate.build import noted, reader_of

NINE_THIRTY = time(9, 30)
MINUTES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def read(value: CellValue) -> Reading:
    return reader_of(KegiatanRow, "mulai").read(value).reading


@pytest.mark.parametrize(
    "value",
    ["09.30", "9.30", "09:30", "9:30", time(9, 30), timedelta(hours=9, minutes=30),
     time(9, 29, 59, 971000)],
)  # fmt: skip
def test_a_certain_time_is_taken_without_a_word(value: CellValue) -> None:
    assert read(value) == (NINE_THIRTY, (), None)


@pytest.mark.parametrize(
    "value", ["09.30 WIB", "pukul 9.30", "Pkl. 09:30", "09 : 30", "09:30:00", 9.5 / 24]
)
def test_another_writing_is_taken_with_a_notice(value: CellValue) -> None:
    reading = read(value)

    assert reading.value == NINE_THIRTY
    assert noted(reading) == {"SEL-07": "09.30"}


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("8.5", "Bisa berarti 8.05 atau 8.50; menitnya ditulis dua angka."),
        ("8,5", "Bisa berarti 8.05 atau 8.50; menitnya ditulis dua angka."),
        ("08,30", "Jam dan menit dipisahkan titik, bukan koma."),
        ("8", "Menitnya ikut ditulis, dua angka."),
        (8, "Menitnya ikut ditulis, dua angka."),
        (0, "Menitnya ikut ditulis, dua angka."),
        (8.3, "Sel ini berisi angka, sehingga jamnya tidak pasti; ketik sebagai teks."),
        (0.3, "Sel ini berisi angka, sehingga jamnya tidak pasti; ketik sebagai teks."),
        (0.25, "Sel ini berisi angka, sehingga jamnya tidak pasti; ketik sebagai teks."),
        (-0.3333, "Sel ini berisi angka, sehingga jamnya tidak pasti; ketik sebagai teks."),
        ("24.00", "Jamnya 00.00 sampai 23.59."),
        ("12.60", "Jamnya 00.00 sampai 23.59."),
        ("pagi", ""),
        (timedelta(days=1, hours=8), ""),
        (timedelta(days=1), ""),
        (date(2026, 1, 5), "Sel ini berisi tanggal."),
        (datetime(2026, 1, 5), "Sel ini berisi tanggal."),  # noqa: DTZ001 - as the reader gives it
        (
            datetime(2026, 1, 5, 8, 30),  # noqa: DTZ001 - as the reader gives it
            "Sel ini berisi tanggal dan jam; tanggalnya ditulis di kolom Tanggal.",
        ),
    ],
)
def test_what_is_no_certain_time_is_refused(value: CellValue, advice: str) -> None:
    reading = read(value)

    assert reading.value is None
    (told,) = reading.notes
    assert told.code is IssueCode.SEL_08
    assert dict(told.context) == {"saran": advice, "contoh": "08.00"}


@pytest.mark.parametrize("value", ["", "-", None])
def test_a_blank_time_stays_blank(value: CellValue) -> None:
    assert read(value).value is None
    assert IssueCode.SEL_08.value not in noted(read(value))


def test_truth_values_are_no_times() -> None:
    assert noted(read(value=True)) == {"SEL-32": ""}


@given(MINUTES, st.sampled_from([".", ":"]))
def test_every_minute_of_a_day_is_read_from_text_and_from_the_cell(
    moment: time, between: str
) -> None:
    text = f"{moment:%H}{between}{moment:%M}"
    fraction = timedelta(hours=moment.hour, minutes=moment.minute)

    assert read(text) == read(moment) == read(fraction) == (moment, (), None)


@given(MINUTES)
def test_the_fraction_of_a_day_is_that_time_or_refused_but_never_another(moment: time) -> None:
    reading = read((moment.hour * 60 + moment.minute) / 1440)

    assert reading.value in {moment, None}
    assert len(reading.notes) == 1


@given(st.times().map(lambda moment: moment.replace(microsecond=0)))
def test_a_shown_time_is_read_as_itself(moment: time) -> None:
    assert parse_time(show_time(moment)) == moment


@given(st.text(max_size=9))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read(text).value is None or parse_time(text.strip()) is not None
