"""Days and raters of an assignment, and whether it is evaluated and filled in."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import columns_of
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    Row,
    cells,
    codes,
    errors,
    found,
    sound_isian,
)

DITAHAN = PenugasanStatus.DITAHAN
DITERIMA = PenugasanStatus.DINILAI


def statuses(built: Built) -> list[PenugasanStatus]:
    return [item.status for item in built.check().subjects]


@pytest.mark.parametrize(
    ("name", "day", "cell"),
    [("mulai", date(2025, 12, 31), "L5"), ("selesai", date(2026, 4, 1), "M5")],
)
def test_a_day_outside_the_period_is_refused(name: str, day: date, cell: str) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0][name] = day

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.SEL_17)
    assert errors(checked) == {IssueCode.SEL_17}
    assert issue.place.cell == cell
    assert issue.context == (("batas", "01/01/2026 sampai 31/03/2026"),)


@pytest.mark.parametrize(
    ("name", "day"), [("mulai", date(2026, 1, 1)), ("selesai", date(2026, 3, 31))]
)
def test_the_ends_of_the_period_lie_within_it(name: str, day: date) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0][name] = day

    assert built.check().issues == ()


def test_an_end_before_its_beginning_is_refused() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"mulai": date(2026, 3, 2), "selesai": date(2026, 3, 1)}

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_10)
    assert errors(checked) == {IssueCode.BRS_10}
    assert issue.place.cell == "M5"
    assert issue.context == (("mulai", "02/03/2026"), ("selesai", "01/03/2026"))


def test_ratings_before_the_period_are_refused() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["tanggal_penilaian"] = date(2025, 12, 31)

    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_17) == ["Penilaian!T5"]
    assert checked.subjects[0].reasons == (IssueCode.SEL_17,)


def test_nobody_rates_himself() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["penilai"] = NIPS[0]

    checked = built.check()

    assert cells(checked.issues, IssueCode.BRS_12) == ["Pegawai!N5"]
    assert checked.subjects[0].reasons == (IssueCode.BRS_12,)


@pytest.mark.parametrize(
    ("nip", "status", "golongan", "raised"),
    [
        ("199001012015211001", "PNS", "III/c", {"SEL-14"}),
        ("199001012015031001", "PPPK", "IX", {"SEL-14"}),
        ("199001012015211001", "PPPK", "IX", set()),
        ("199001012015033001", "PNS", "III/c", {"SEL-15"}),
    ],
)
def test_unusual_digits_are_a_warning_on_pegawai_only(
    nip: str, status: str, golongan: str, raised: set[str]
) -> None:
    built = sound_isian(1)
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            row["nip"] = nip
    built.rows("Pegawai")[0] |= {"status_asn": status, "golongan": golongan}

    checked = built.check()

    assert {code.value for code in codes(checked)} == raised
    assert all(issue.severity is Severity.PERINGATAN for issue in checked.issues)
    assert checked.subjects[0].status is DITERIMA


@pytest.mark.parametrize("keadaan", ["Cuti", "Tugas Belajar", "Pensiun"])
def test_a_state_for_the_whole_period_leaves_all_rows_out(keadaan: str) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["keadaan"] = keadaan
    built.rows("Hasil Kerja")[0]["realisasi"] = "belum"

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_08)
    assert codes(checked) == {IssueCode.BRS_08}
    assert (issue.place.cell, issue.value) == ("K5", keadaan)
    assert issue.severity is Severity.PERINGATAN
    assert dict(issue.context) == {"jumlah": "4"}
    assert checked.subjects[0].status is PenugasanStatus.TIDAK_DINILAI
    assert checked.subjects[0].reasons == (IssueCode.BRS_08,)
    own = [record for record in checked.rows if record.subject == 0]
    assert len(own) == 5
    assert {record.verdict for record in own} == {RowVerdict.DIABAIKAN}
    assert {record.reason for record in own} == {IssueCode.BRS_08}


def test_a_state_for_the_whole_period_is_a_notice_where_nothing_is_filled_in() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["keadaan"] = "Cuti"
    for model in (HasilKerjaRow, PenilaianRow):
        entries = [spec.field for spec in columns_of(model) if spec.column.is_entry]
        for row in built.rows(model.sheet):
            if row["nip"] == NIPS[0]:
                row.update(dict.fromkeys(entries))

    (issue,) = found(built.check().issues, IssueCode.BRS_08)

    assert issue.severity is Severity.CATATAN


@pytest.mark.parametrize("days", [{"mulai": date(2026, 1, 2)}, {"selesai": date(2026, 3, 30)}])
def test_a_state_for_part_of_the_period_is_evaluated(days: Row) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"keadaan": "Cuti"} | days

    checked = built.check()

    assert checked.issues == ()
    assert checked.subjects[0].status is DITERIMA


def test_other_states_are_evaluated() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"keadaan": "Mutasi Keluar", "selesai": date(2026, 2, 1)}
    built.rows("Pegawai")[1]["keadaan"] = "Meninggal"

    assert statuses(built) == [DITERIMA, DITERIMA]


@pytest.mark.parametrize(("keadaan", "cell"), [("Mutasi Masuk", "L5"), ("Mutasi Keluar", "M5")])
def test_a_transfer_needs_its_day(keadaan: str, cell: str) -> None:
    built = sound_isian()
    built.rows("Pegawai")[0]["keadaan"] = keadaan

    assert cells(built.check().issues, IssueCode.BRS_11) == [f"Pegawai!{cell}"]


def test_a_withheld_person_on_leave_is_withheld() -> None:
    built = sound_isian()
    built.rows("Pegawai")[0] |= {"keadaan": "Cuti", "jabatan": None}

    assert statuses(built) == [DITAHAN, DITERIMA]


def empty_entries(built: Built) -> None:
    for row in built.rows("Hasil Kerja")[:3]:
        row |= {"realisasi": None, "bukti_dukung": None}
    built.rows("Penilaian")[0] |= {
        "rating_hasil_kerja": None, "rating_perilaku": None, "umpan_balik_perilaku": None,
        "tanggal_penilaian": None,
    }  # fmt: skip


def test_an_assignment_without_any_entry_is_one_message() -> None:
    built = sound_isian()
    empty_entries(built)

    checked = built.check()

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.LTS_07, Severity.PERINGATAN)
    assert (issue.place.cell, issue.nama) == ("B5", NAMES[0])
    assert dict(issue.context)["sebab"] == "Semua sel isiannya masih kosong."
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]
    assert checked.subjects[0].penugasan is None


@pytest.mark.parametrize(
    ("sheet", "name", "value"),
    [
        ("Hasil Kerja", "umpan_balik", "Sudah baik"),
        ("Penilaian", "rating_perilaku", "Sesuai Ekspektasi"),
        ("Hasil Kerja", "realisasi", 0.0),
    ],
)
def test_one_entry_makes_it_filled_in(sheet: str, name: str, value: CellValue) -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows(sheet)[0][name] = value

    assert IssueCode.LTS_07 not in codes(built.check())


def test_a_dash_is_no_entry() -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows("Hasil Kerja")[0]["realisasi"] = "-"

    assert codes(built.check()) == {IssueCode.LTS_07, IssueCode.SEL_31}


def test_a_faulty_entry_is_one() -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows("Hasil Kerja")[0]["realisasi"] = "banyak"

    assert IssueCode.LTS_07 not in codes(built.check())


def test_a_person_without_work_is_not_filled_in() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"] = [*built.sheets["Hasil Kerja"][3:]]

    checked = built.check()

    (issue,) = checked.issues
    assert issue.code is IssueCode.LTS_07
    assert "satu baris pun" in dict(issue.context)["sebab"]
    assert [item.status for item in checked.subjects] == [DITAHAN, DITERIMA]


def test_an_open_end_is_told_in_words() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["tanggal_penilaian"] = date(2025, 12, 31)

    (issue,) = found(built.check().issues, IssueCode.SEL_17)
    assert dict(issue.context)["batas"] == "01/01/2026 sampai tanggal berapa pun sesudahnya"


def test_a_prefilled_row_of_nothing_but_a_name_is_not_ten_messages() -> None:
    built = sound_isian()
    empty_entries(built)
    built.sheets["Hasil Kerja"] = [
        {"nip": NIPS[0], "nama": NAMES[0]}, *built.sheets["Hasil Kerja"][3:],
    ]  # fmt: skip

    assert codes(built.check()) == {IssueCode.LTS_07}


def test_other_errors_are_told_beside_it() -> None:
    built = sound_isian()
    empty_entries(built)
    built.rows("Hasil Kerja")[0]["target"] = None
    built.rows("Pegawai")[0]["golongan"] = None

    checked = built.check()

    assert codes(checked) == {IssueCode.LTS_07, IssueCode.BRS_11}
    assert len(found(checked.issues, IssueCode.BRS_11)) == 2


def test_a_person_without_a_row_of_ratings_waits_for_them() -> None:
    built = sound_isian()
    built.sheets["Penilaian"] = built.sheets["Penilaian"][1:]

    checked = built.check()

    assert checked.issues == ()
    assert checked.subjects[0].status is DITERIMA
    assert checked.subjects[0].penugasan is not None
    assert checked.subjects[0].penugasan.penilaian is None


def test_both_ratings_blank_is_no_error() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0] |= {"rating_hasil_kerja": None, "rating_perilaku": None}

    assert built.check().issues == ()
