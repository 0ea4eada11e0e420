"""Texts, blanks, and what any cell can hold: always a value or an issue, never an exception."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, column_by_field, columns_of
from kinerja_xlsx.validate.normalise import CellReader, Scope
from kinerja_xlsx.validate.normalise_text import tidy
from tests.unit.validate.build import noted, reader_of

COLUMNS = [
    (model, spec.field)
    for model in (PegawaiRow, HasilKerjaRow, PenilaianRow, IdentitasForm)
    for spec in columns_of(model)
]


@pytest.mark.parametrize(
    ("typed", "value", "notes"),
    [
        ("Register pasien", "Register pasien", set()),
        ("  Register pasien", "Register pasien", {"SEL-28"}),
        ("Register\u00a0", "Register", {"SEL-28"}),
        ("Reg\u200bister", "Register", {"SEL-29"}),
        ("\ufeff Register", "Register", {"SEL-28", "SEL-29"}),
        ("\u202eRegister", "Register", {"SEL-29"}),
        ("baris satu\r\nbaris dua", "baris satu\nbaris dua", set()),
        ("dua  spasi", "dua  spasi", set()),
        ("Cafe\u0301", "Café", set()),
        ("=SUM(A1)", "=SUM(A1)", {"SEL-34"}),
        ("- rapat koordinasi", "- rapat koordinasi", {"SEL-34"}),
        ("@kelurahan", "@kelurahan", {"SEL-34"}),
        ("rapat - koordinasi", "rapat - koordinasi", set()),
        (123.0, "123", {"SEL-04"}),
        (12.5, "12,5", {"SEL-04"}),
        (date(2026, 3, 31), "31/03/2026", {"SEL-04"}),
        (time(8, 5), "08:05", {"SEL-04"}),
        (timedelta(hours=30, minutes=5), "30:05", {"SEL-04"}),
        ("nihil", "nihil", set()),
    ],
)
def test_a_text_is_kept_but_for_what_nobody_sees(
    typed: CellValue, value: str, notes: set[str]
) -> None:
    reading = reader_of(HasilKerjaRow, "bukti_dukung").read(typed).reading

    assert reading.value == value
    assert set(noted(reading)) == notes


@pytest.mark.parametrize(
    ("typed", "jenis"),
    [(12.5, "angka"), (date(2026, 3, 31), "tanggal"), (datetime(2026, 3, 31), "tanggal"),  # noqa: DTZ001 - cells have no zone
     (time(8, 5), "jam")],
)  # fmt: skip
def test_number_or_date_among_texts_is_named_as_what_it_is(typed: CellValue, jenis: str) -> None:
    (note,) = reader_of(HasilKerjaRow, "bukti_dukung").read(typed).reading.notes

    assert dict(note.context)["jenis"] == jenis


@pytest.mark.parametrize("typed", [81234567890.0, "+62 812", date(2026, 3, 31)])
def test_forms_and_settings_say_nothing_of_numbers_among_texts(typed: CellValue) -> None:
    reader = CellReader(column_by_field(IdentitasForm, "kontak"), Scope())

    assert reader.read(typed).reading.notes == ()


def test_true_is_no_text() -> None:
    assert set(noted(reader_of(HasilKerjaRow, "satuan").read(value=True).reading)) == {"SEL-32"}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("bukti_dukung", "-"),
        ("bukti_dukung", " "),
        ("bukti_dukung", "\u200b"),
        ("bukti_dukung", "n/a"),
        ("satuan", "."),
        ("realisasi", "--"),
        ("realisasi", "nihil"),
        ("realisasi", "Tidak ada"),
        ("realisasi", "kosong"),
        ("arah", " - "),
    ],
)
def test_a_marker_counts_as_blank_with_a_warning(name: str, typed: str) -> None:
    reading = reader_of(HasilKerjaRow, name).read(typed).reading

    assert reading.value is None
    assert not reading.is_faulty
    assert set(noted(reading)) == {"SEL-31"}


@pytest.mark.parametrize("typed", ["-", " ", ""])
def test_a_marker_in_a_required_cell_is_simply_blank(typed: str) -> None:
    assert reader_of(HasilKerjaRow, "indikator").read(typed).reading == (None, (), None)


def test_an_empty_text_is_no_marker() -> None:
    assert reader_of(HasilKerjaRow, "satuan").read("").reading == (None, (), None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        ("Register", " Register\u00a0"),
        (date(2026, 1, 1), datetime(2026, 1, 1)),  # noqa: DTZ001 - a cell has no zone
        (0.1 + 0.2, 0.3),
    ],
)
def test_the_fingerprint_survives_saving(one: CellValue, other: CellValue) -> None:
    reader = reader_of(HasilKerjaRow, "bukti_dukung")

    assert reader.read(one).fingerprint == reader.read(other).fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [(85.0, "85"), (1.0, True), (date(2026, 1, 1), "2026-01-01"), (1.0, 1.1), ("a", "b"),
     (time(8), time(9))],
)  # fmt: skip
def test_the_fingerprint_tells_values_apart(one: CellValue, other: CellValue) -> None:
    reader = reader_of(HasilKerjaRow, "bukti_dukung")

    assert reader.read(one).fingerprint != reader.read(other).fingerprint


@given(st.text())
def test_tidying_twice_changes_nothing_more(raw: str) -> None:
    once = tidy(raw).text

    assert tidy(once) == (once, False, False)


cell_values = st.one_of(
    st.text(),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(["-", "1.250", "12,5", "95%", "31/01/2026", "III-c", "NIP. 19850717", "%"]),
)


@given(st.sampled_from(COLUMNS), cell_values)
def test_any_cell_of_any_column_is_a_value_or_an_issue(
    column: tuple[type[SheetModel], str], value: CellValue
) -> None:
    reader = reader_of(*column)

    reading = reader.read(value).reading

    assert reading.value is None or not reading.is_faulty
    assert reader.read(value).reading == reading
