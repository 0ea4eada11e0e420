"""Whose row it is, when the NIP is unknown, damaged or blank."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellValue
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    cells,
    codes,
    found,
    hasil_kerja,
    penilaian,
    sound_isian,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DINILAI


def statuses(built: Built) -> list[PenugasanStatus]:
    return [item.status for item in built.check().subjects]


def test_a_nip_that_pegawai_lacks_is_reported_where_it_stands() -> None:
    built = sound_isian()
    stranger = "197505052000031009"
    for row in hasil_kerja(0):
        built.sheets["Hasil Kerja"].append(row | {"nip": stranger, "nama": "Orang Asing"})
    built.sheets["Penilaian"].append(penilaian(0) | {"nip": stranger, "nama": "Orang Asing"})

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_06}
    tambah = {dict(issue.context)["tambah"] for issue in checked.issues}
    assert tambah == {"tambahkan barisnya di lembar Pegawai"}
    assert cells(checked.issues, IssueCode.BRS_06) == [
        "Hasil Kerja!B11", "Hasil Kerja!B12", "Hasil Kerja!B13", "Penilaian!B7",
    ]  # fmt: skip
    assert [(item.nip, item.status) for item in checked.subjects] == [
        (NIPS[0], DITERIMA), (NIPS[1], DITERIMA), (stranger, DITAHAN),
    ]  # fmt: skip
    assert checked.subjects[2].place.sheet == "Hasil Kerja"
    assert {record.subject for record in checked.rows if record.number > 10} == {2}


@pytest.mark.parametrize("nama", [NAMES[0], None, "Contoh Satuu, S.Kep."])
def test_a_row_that_may_be_a_persons_own_withholds_that_person(nama: str | None) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nip": "199001012015031091", "nama": nama}

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_06)
    assert f"{NIPS[0]} – {NAMES[0]}" in dict(issue.context)["saran"]
    assert dict(issue.context)["daftar"] == "lembar Pegawai"
    assert [item.reasons for item in checked.subjects] == [(IssueCode.BRS_06,), ()]


def test_a_near_nip_with_another_name_is_somebody_else() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nip": "199001012015031091", "nama": "Bambang Lain"}

    checked = built.check()

    assert [(item.nip, item.status) for item in checked.subjects] == [
        (NIPS[0], DITERIMA), (NIPS[1], DITERIMA), ("199001012015031091", DITAHAN),
    ]  # fmt: skip


def test_a_numeric_nip_is_one_message_and_withholds_whose_row_it_may_be() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nip"] = 199001012015031001.0

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_12}
    assert NIPS[0] in dict(found(checked.issues, IssueCode.SEL_12)[0].context)["saran"]
    assert [item.reasons for item in checked.subjects] == [(IssueCode.SEL_12,), ()]


def test_a_numeric_nip_without_a_name_is_told_by_its_digits() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nip": 199001012015031001.0, "nama": None}

    assert statuses(built) == [DITAHAN, DITERIMA]


def test_a_numeric_nip_of_two_people_withholds_both_and_calls_nobody_unfilled() -> None:
    built = sound_isian()
    twin = NIPS[0][:-1] + "9"
    built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"nip": twin, "nama": "Kembar Tiga"})
    for row in built.rows("Hasil Kerja")[:3]:
        row |= {"nip": float(NIPS[0]), "nama": None}

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_12}
    assert {item.nip: item.status for item in checked.subjects if item.nip in {*NIPS, twin}} == {
        NIPS[0]: DITAHAN, NIPS[1]: DITERIMA, twin: DITAHAN,
    }  # fmt: skip


def test_a_row_without_a_name_is_told_with_the_name_in_pegawai() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0] |= {"nama": None, "target": "dua"}

    (issue,) = built.check().issues
    assert (issue.code, issue.nama) == (IssueCode.SEL_02, NAMES[0])


def test_a_blank_nip_is_told_by_the_name() -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nip"] = None

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_01}
    assert [item.reasons for item in checked.subjects] == [(IssueCode.SEL_01,), ()]


def test_a_row_of_nobody_is_withheld_alone() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(hasil_kerja(0)[0] | {"nip": None, "nama": None})

    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_01) == ["Hasil Kerja!B11"]
    record = next(item for item in checked.rows if item.number == 11)
    assert (record.subject, record.verdict) == (None, RowVerdict.DITAHAN)
    assert [item.status for item in checked.subjects] == [DITERIMA, DITERIMA]


@pytest.mark.parametrize(
    ("nip", "code"),
    [(199001012015031001.0, "SEL-12"), ("1990010120150310", "SEL-11"),
     ("19900101201503100", "SEL-11")],
)  # fmt: skip
def test_a_damaged_nip_in_pegawai_holds_the_rows_with_the_right_one_quietly(
    nip: CellValue, code: str
) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["nip"] = nip

    checked = built.check()

    assert codes(checked) == {IssueCode(code)}
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]
    assert {record.subject for record in checked.rows if record.number == 5} <= {0, None}


def test_a_damaged_nip_repeated_on_all_sheets_is_one_person() -> None:
    built = sound_isian()
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            if row["nip"] == NIPS[0]:
                row |= {"nip": 199001012015031001.0, "nama": "Sama"}

    checked = built.check()

    assert codes(checked) == {IssueCode.SEL_12}
    assert len(found(checked.issues, IssueCode.SEL_12)) == 5
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_another_name_than_in_pegawai_is_said_once_for_a_sheet() -> None:
    built = sound_isian()
    for row in built.rows("Hasil Kerja")[:3]:
        row["nama"] = "Bambang Lain"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_09)
    assert codes(checked) == {IssueCode.BRS_09}
    assert issue.place.cell == "C5"
    assert (issue.value, dict(issue.context)["nama_daftar"]) == ("Bambang Lain", NAMES[0])
    assert checked.subjects[0].status is DITERIMA


def test_no_name_is_compared_with_one_that_is_itself_an_error() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["nama"] = "C" * 121

    assert codes(built.check()) == {IssueCode.SEL_09}


@pytest.mark.parametrize("nama", ["CONTOH SATU", "Contoh  Satu S.Kep", "dr. Contoh Satu, M.Kes."])
def test_degrees_and_capitals_are_no_other_name(nama: str) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[0]["nama"] = nama

    assert built.check().issues == ()
