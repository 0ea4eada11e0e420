"""NIP: separators go, digits never come."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.validate.suggest import NipList
from tests.unit.validate.build import noted, reader_of

NIP = "198507172010011002"
KNOWN = NipList({NIP: "Siti Contoh"})

valid_nip = st.builds(
    lambda day, tail: f"{day:%Y%m%d}{tail:010d}",
    st.dates(date(1950, 1, 1), date(2008, 12, 31)),
    st.integers(0, 10**10 - 1),
)
separators = st.lists(st.tuples(st.integers(0, 18), st.sampled_from(" .-'\u00a0")), max_size=6)


def test_a_clean_nip_is_taken_without_a_word() -> None:
    assert reader_of(PegawaiRow, "nip").read(NIP).reading == (NIP, (), None)


@pytest.mark.parametrize(
    "typed",
    [
        "19850717 201001 1 002", "'198507172010011002", "’198507172010011002",
        "NIP. 19850717 201001 1 002", "NIP.198507172010011002", "NIP 198507172010011002",
        "19850717.201001.1.002", "19850717-201001-1-002", "\u00a0198507172010011002\u00a0",
        "198507172010011002\n", "\u200b198507172010011002", "NI PPPK 198507172010011002",
    ],
)  # fmt: skip
def test_separators_are_dropped_and_said(typed: str) -> None:
    reading = reader_of(PegawaiRow, "nip").read(typed).reading

    assert reading.value == NIP
    assert noted(reading) == {"SEL-16": NIP}


@pytest.mark.parametrize("typed", [198507172010011002.0, 198507172010011002, 1e15])
def test_a_number_is_never_converted(typed: CellValue) -> None:
    reading = reader_of(PegawaiRow, "nip", KNOWN).read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-12"}


@pytest.mark.parametrize(
    ("typed", "count"), [(123.0, "3"), (1234567, "7"), (131234567.0, "9"), (999999999999999, "15")]
)
def test_a_number_that_lost_no_digits_is_said_to_have_too_few(
    typed: CellValue, count: str
) -> None:
    reading = reader_of(PegawaiRow, "nip", KNOWN).read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-11"}
    assert dict(reading.notes[0].context)["jumlah"] == count


@pytest.mark.parametrize(
    "typed",
    [
        f"Contoh Nama, S.Sos.\nNIP.{NIP}",
        f"Contoh Nama, S.Sos. \n NIP. {NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]} ",
        f"Contoh Nama / {NIP}", f"Contoh Nama (NIP {NIP})", f"CONTOH NAMA, S.Kom - {NIP}",
    ],
)  # fmt: skip
def test_the_nip_behind_a_name_is_read_and_said(typed: str) -> None:
    reading = reader_of(PegawaiRow, "nip").read(typed).reading

    assert reading.value == NIP
    assert noted(reading) == {"SEL-16": NIP}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (f"Contoh Nama, S.Sos.\nNIP.{NIP}", "Contoh Nama, S.Sos."),
        (f"Contoh Nama, S.Sos. (NIP {NIP})", "Contoh Nama, S.Sos."),
        (f"Contoh Nama / {NIP}", "Contoh Nama"),
    ],
)
def test_a_nip_behind_the_name_is_no_part_of_it(typed: str, name: str) -> None:
    reading = reader_of(PegawaiRow, "nama").read(typed).reading

    assert reading.value == name
    assert noted(reading) == {"SEL-07": name}


@pytest.mark.parametrize(
    "typed", ["Contoh Nama 2", f"Contoh {NIP} Nama", "Contoh Nama NIP 199013012015031001", "Nipah"]
)
def test_a_name_without_a_lawful_nip_behind_it_stays_as_it_is(typed: str) -> None:
    assert reader_of(PegawaiRow, "nama").read(typed).reading.value == typed


@pytest.mark.parametrize(
    "typed", [f"{NIP} Contoh Nama", f"Contoh Nama {NIP} {NIP}", f"Tim 7 {NIP}"]
)
def test_a_nip_among_other_words_or_digits_is_not_picked_out(typed: str) -> None:
    reading = reader_of(PegawaiRow, "nip").read(typed).reading

    assert reading.value is None
    assert set(noted(reading)) == {"SEL-11"}


def test_a_number_gets_the_people_with_the_same_digits_proposed() -> None:
    reading = reader_of(PegawaiRow, "nip", KNOWN).read(198507172010011008.0).reading

    saran = dict(reading.notes[0].context)["saran"]
    assert saran == f"NIP di daftar dengan 15 angka depan sama: {NIP} – Siti Contoh."


def test_a_text_in_the_writing_of_a_big_number_has_lost_digits_too() -> None:
    reading = reader_of(PegawaiRow, "nip", KNOWN).read("1,98507172010011E+17").reading

    assert set(noted(reading)) == {"SEL-12"}
    assert NIP in dict(reading.notes[0].context)["saran"]


@pytest.mark.parametrize(
    ("typed", "jumlah", "saran"),
    [
        ("19850717201001100", "17", f"NIP terdekat: {NIP} – Siti Contoh."),
        ("30000101201001100", "17", "Mungkin satu angka kurang."),
        ("3000010120100110022", "19", "Mungkin satu angka lebih."),
        ("470012345", "9", "Ini seperti NIP lama; yang dipakai NIP baru 18 angka."),
        ("3673011707850001", "16", "Ini seperti NIK 16 angka; yang dipakai NIP 18 angka."),
        ("12345678901234567890123", "23", ""),
        ("1985X7172010011002", "17", "Ada huruf atau tanda lain di antara angkanya."),
        ("honorer", "0", "Sel ini berisi kata, bukan angka NIP."),
    ],
)
def test_another_length_is_refused_with_what_it_may_be(
    typed: str, jumlah: str, saran: str
) -> None:
    reading = reader_of(PegawaiRow, "nip", KNOWN).read(typed).reading

    (note,) = reading.notes
    context = dict(note.context)
    assert note.code.value == "SEL-11"
    assert context["jumlah"] == jumlah
    assert context["saran"] == saran


@pytest.mark.parametrize(
    "typed",
    [
        "1985O7172010011002", "1985o717201001l002", "198507172O1OOl1OO2", "|98507172010011002",
        "1985\u041e7172010011002", "1985\u039f7172010011002",
        "\uff11\uff19\uff18\uff1507172010011002", "\u0661985\u06607172010011002",
    ],
)  # fmt: skip
def test_letters_that_look_like_digits_are_proposed_as_them(typed: str) -> None:
    reading = reader_of(PegawaiRow, "nip").read(typed).reading

    (note,) = reading.notes
    assert (reading.value, note.code.value, note.severity.value) == (None, "SEL-30", "galat")
    assert note.proposal == NIP
    assert dict(note.context)["saran"] == f"Mungkin maksud Anda «{NIP}»?"


@pytest.mark.parametrize("typed", ["1985O717201001100", "1985O3172O1OO11OO2X", "honorer"])
def test_letters_that_look_like_no_lawful_nip_are_no_proposal(typed: str) -> None:
    (note,) = reader_of(PegawaiRow, "nip").read(typed).reading.notes

    assert (note.code.value, note.proposal) == ("SEL-11", None)


def test_digits_that_begin_with_no_date_are_refused() -> None:
    reading = reader_of(PegawaiRow, "nip").read("198513172010011002").reading

    assert set(noted(reading)) == {"SEL-13"}


@pytest.mark.parametrize("typed", [date(2026, 1, 1), True])
def test_another_cell_is_no_nip(typed: CellValue) -> None:
    reading = reader_of(PegawaiRow, "nip").read(typed).reading

    assert set(noted(reading)) <= {"SEL-11", "SEL-32"}
    assert reading.value is None


@given(
    valid_nip, st.lists(st.tuples(st.integers(0, 18), st.sampled_from(" .-'\u00a0")), max_size=6)
)
def test_any_valid_nip_survives_separators(nip: str, marks: list[tuple[int, str]]) -> None:
    typed = nip
    for position, mark in marks:
        typed = typed[:position] + mark + typed[position:]

    reading = reader_of(PegawaiRow, "nip").read(typed).reading

    assert reading.value == nip
    assert bool(reading.notes) == (typed != nip)


@pytest.mark.parametrize(
    ("typed", "value", "notes"),
    [
        ("WALIKOTA", "WALIKOTA", {}),
        ("walikota", "WALIKOTA", {"SEL-07": "WALIKOTA"}),
        ("Sekda  Kota", "SEKDA KOTA", {"SEL-07": "SEKDA KOTA"}),
        ("19850717 201001 1 002", NIP, {"SEL-16": NIP}),
        (NIP, NIP, {}),
    ],
)
def test_a_rater_is_a_nip_or_a_code_in_capitals(
    typed: str, value: str, notes: dict[str, str]
) -> None:
    reading = reader_of(PegawaiRow, "penilai").read(typed).reading

    assert reading.value == value
    assert noted(reading) == notes


@pytest.mark.parametrize(
    ("typed", "code"),
    [(198507172010011002.0, "SEL-12"), ("1985071720100110", "SEL-11"),
     ("1985O7172010011002", "SEL-30"), ("1985X7172010011002", "SEL-11")],
)  # fmt: skip
def test_a_damaged_nip_is_no_code(typed: CellValue, code: str) -> None:
    assert set(noted(reader_of(PegawaiRow, "penilai").read(typed).reading)) == {code}
