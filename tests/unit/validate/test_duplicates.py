"""Copies count once; rows with one key and other values are withheld."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.spec.penugasan import Checked
from tests.unit.validate.build import NIPS, cells, codes, found, sound_isian


def ignored(checked: Checked) -> dict[int, IssueCode | None]:
    return {
        record.number: record.reason
        for record in checked.rows
        if record.verdict is RowVerdict.DIABAIKAN
    }


def test_an_identical_copy_counts_once() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(dict(built.rows("Hasil Kerja")[0]))

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_05)
    assert codes(checked) == {IssueCode.BRS_05}
    assert (issue.place.row, issue.context) == (11, (("baris", "5"),))
    assert ignored(checked) == {11: IssueCode.BRS_05}
    penugasan = checked.subjects[0].penugasan
    assert penugasan is not None
    assert len(penugasan.indikator) == 3


def test_a_copy_spelled_otherwise_counts_once_too() -> None:
    built = sound_isian()
    copy = dict(built.rows("Hasil Kerja")[1])
    copy |= {"realisasi": "38,5", "jenis": None, "rencana_hasil_kerja": None}
    built.sheets["Hasil Kerja"].append(copy)

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_05}
    assert checked.subjects[0].status is PenugasanStatus.DINILAI


@pytest.mark.parametrize("sheet", ["Pegawai", "Penilaian", "Pejabat"])
def test_copies_count_once_on_every_sheet(sheet: str) -> None:
    built = sound_isian()
    built.sheets[sheet].append(dict(built.rows(sheet)[0]))

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_05}
    assert len(checked.subjects) == 2
    assert {item.status for item in checked.subjects} == {PenugasanStatus.DINILAI}


@pytest.mark.parametrize(("typed", "asks"), [(1.1, True), ("1.1", False)])
def test_a_number_that_lost_its_zero_is_asked_about(typed: float | str, *, asks: bool) -> None:
    built = sound_isian()
    built.rows("Hasil Kerja")[1] |= {"no_indikator": typed, "no_rhk": 1}

    (issue,) = found(built.check().issues, IssueCode.BRS_04)

    saran = dict(issue.context)["saran"]
    assert saran.startswith("Bila maksudnya 1.10: nol di belakang hilang") if asks else not saran


def test_rows_with_one_key_and_other_values_withhold_their_person() -> None:
    built = sound_isian()
    other = dict(built.rows("Hasil Kerja")[0])
    other |= {"realisasi": 7.0, "target": 8.0, "satuan": "orang", "umpan_balik": "Baik"}
    built.sheets["Hasil Kerja"].append(other)

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_04)
    assert issue.place.cell == "G11"
    assert dict(issue.context) == {
        "kunci": "No Indikator 1.1",
        "baris": "5",
        "kolom": "Target, Satuan, Realisasi, dan lainnya",
        "saran": "",
    }
    assert checked.subjects[0].reasons == (IssueCode.BRS_04,)
    held = [record for record in checked.rows if record.reason is IssueCode.BRS_04]
    assert [record.number for record in held] == [5, 11]
    assert checked.subjects[1].status is PenugasanStatus.DINILAI


def test_two_rows_of_one_post_in_pegawai_are_one_withheld_assignment() -> None:
    built = sound_isian()
    built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"jabatan": "Bidan Ahli Muda"})

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_04)
    assert dict(issue.context) == {
        "kunci": f"NIP {NIPS[0]}",
        "baris": "5",
        "kolom": "Jabatan",
        "saran": "",
    }
    assert [item.status for item in checked.subjects] == [
        PenugasanStatus.DITAHAN,
        PenugasanStatus.DINILAI,
    ]
    assert {record.subject for record in checked.rows if record.number == 7} >= {0}


def test_a_faulty_key_is_not_compared() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(
        built.rows("Hasil Kerja")[0] | {"no_indikator": "1-1", "target": 7.0}
    )

    assert codes(built.check()) == {IssueCode.SEL_08, IssueCode.LTS_30}


def test_two_rows_with_one_kode_of_pejabat_are_withheld() -> None:
    built = sound_isian()
    built.sheets["Pejabat"].append(built.rows("Pejabat")[0] | {"nama": "Orang Lain"})

    checked = built.check()

    assert cells(checked.issues, IssueCode.BRS_04) == ["Pejabat!B6"]
    assert checked.pejabat == ()


def test_a_prefilled_row_gives_way_to_the_fuller_row_of_its_person() -> None:
    built = sound_isian()
    full = built.rows("Penilaian")[0]
    built.sheets["Penilaian"][0] = {name: full[name] for name in ("nip", "nama")}
    built.sheets["Penilaian"].append(full)

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_05)
    assert codes(checked) == {IssueCode.BRS_05}
    assert (issue.place.row, issue.context) == (5, (("baris", "7"),))
    assert issue.severity is Severity.CATATAN
    assert ignored(checked) == {5: IssueCode.BRS_05}
    penugasan = checked.subjects[0].penugasan
    assert penugasan is not None
    assert penugasan.penilaian is not None
    assert penugasan.penilaian.number == 7


def test_rows_of_one_person_that_each_hold_something_else_are_withheld() -> None:
    built = sound_isian()
    full = built.rows("Penilaian")[0]
    built.sheets["Penilaian"].append(
        {**full, "umpan_balik_perilaku": None, "catatan": "Ikut pelatihan"}
    )

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_04}


def test_a_row_that_says_less_but_something_else_is_withheld() -> None:
    built = sound_isian()
    full = built.rows("Penilaian")[0]
    less = {name: full[name] for name in ("nip", "nama")}
    built.sheets["Penilaian"].append({**less, "rating_perilaku": "Di Bawah Ekspektasi"})

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_04}
