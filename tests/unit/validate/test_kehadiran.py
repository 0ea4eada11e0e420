"""Sheet `Kehadiran`, and optional sheets that are not there at all."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import RowVerdict
from kinerja_xlsx.model.submission import CellValue
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
    subject,
)
from tests.unit.validate.compared import compare, isian
from tests.unit.validate.tambahan_build import (
    DITAHAN,
    DITERIMA,
    kegiatan,
    kehadiran,
    verdicts,
    with_sheet,
)


def test_absent_and_empty_optional_sheets_are_no_matter() -> None:
    plain = sound_isian().check()
    built = sound_isian()
    built.sheets |= {"Kehadiran": [], "Kegiatan": [], "Kepuasan": []}

    empty = built.check()

    assert empty.issues == plain.issues == ()
    assert empty.data_hash == plain.data_hash
    assert [one.data_hash for one in empty.subjects] == [one.data_hash for one in plain.subjects]
    assert {row.sheet for row in empty.rows} == {row.sheet for row in plain.rows}


def test_rows_of_optional_sheets_enter_both_hashes() -> None:
    plain = sound_isian().check()
    checked = with_sheet("Kehadiran", kehadiran(0)).check()

    assert checked.data_hash != plain.data_hash
    assert subject(checked, NIPS[0]).data_hash != subject(plain, NIPS[0]).data_hash
    assert subject(checked, NIPS[1]).data_hash == subject(plain, NIPS[1]).data_hash


def test_sound_attendance_reaches_its_assignment() -> None:
    checked = with_sheet("Kehadiran", kehadiran(0), kehadiran(1, hadir=62.0, cuti=None,
                                                              sakit=None)).check()  # fmt: skip

    assert checked.issues == ()
    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    assert penugasan.kehadiran is not None
    row = penugasan.kehadiran.row
    assert (row.hari_kerja, row.hadir, row.cuti, row.izin) == (62, 60, 1, None)


@pytest.mark.parametrize(
    ("changes", "total"), [({"hadir": 61.0}, "63"), ({"cuti": None}, "61"), ({"alpa": 1.0}, "63")]
)
def test_days_that_do_not_add_up_withhold_the_assignment(
    changes: dict[str, CellValue], total: str
) -> None:
    checked = with_sheet("Kehadiran", kehadiran(0, **changes), kehadiran(1)).check()

    (issue,) = found(checked.issues, IssueCode.BRS_19)
    assert (issue.value, dict(issue.context), issue.place.row) == ("62", {"jumlah": total}, 5)
    assert subject(checked, NIPS[0]).status is DITAHAN
    assert subject(checked, NIPS[1]).status is DITERIMA


def test_a_faulty_day_is_one_message_not_two() -> None:
    checked = with_sheet("Kehadiran", kehadiran(0, cuti="satu")).check()

    assert errors(checked) == {IssueCode.SEL_02}


@pytest.mark.parametrize(("days", "expected"), [(93.0, False), (94.0, True)])
def test_no_quarter_has_more_than_93_working_days(days: float, *, expected: bool) -> None:
    row = kehadiran(0, hari_kerja=days, hadir=days, cuti=None, sakit=None)

    checked = with_sheet("Kehadiran", row).check()

    assert (IssueCode.SEL_05 in codes(checked)) is expected
    if expected:
        (issue,) = checked.issues
        assert dict(issue.context) == {"batas": "0 sampai 93"}


def test_a_row_nobody_filled_in_is_said_and_holds_nothing_back() -> None:
    untouched: Row = {"nip": NIPS[0], "nama": NAMES[0]}

    checked = with_sheet("Kehadiran", untouched, kehadiran(1)).check()

    (issue,) = checked.issues
    assert (issue.code, issue.severity) == (IssueCode.BRS_21, Severity.PERINGATAN)
    penugasan = subject(checked, NIPS[0]).penugasan
    assert penugasan is not None
    assert penugasan.kehadiran is None
    assert verdicts(checked, "Kehadiran")[0] == (RowVerdict.DIABAIKAN, IssueCode.BRS_21)


def test_attendance_alone_does_not_fill_in_an_evaluation() -> None:
    built = with_sheet("Kehadiran", kehadiran(0), people=1)
    entries = ("realisasi", "bukti_dukung", "rating_hasil_kerja", "rating_perilaku",
               "umpan_balik_perilaku", "tanggal_penilaian")  # fmt: skip
    for sheet in ("Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            row.update(dict.fromkeys(entries))

    checked = built.check()

    assert codes(checked) == {IssueCode.LTS_07}
    assert subject(checked, NIPS[0]).status is DITAHAN


def test_nothing_filled_in_is_said_once_for_a_person() -> None:
    built = with_sheet("Kehadiran", {"nip": NIPS[0]}, people=1)
    built.sheets["Hasil Kerja"] = []
    built.sheets["Penilaian"] = [{"nip": NIPS[0], "nama": NAMES[0]}]

    assert codes(built.check()) == {IssueCode.LTS_07}


def test_attendance_of_a_stranger_is_brs_06() -> None:
    checked = with_sheet("Kehadiran", kehadiran(2), people=2).check()

    assert cells(checked.issues, IssueCode.BRS_06) == ["Kehadiran!B5"]
    assert [one.status for one in checked.subjects] == [DITERIMA, DITERIMA, DITAHAN]


def test_attendance_twice_counts_once_or_withholds() -> None:
    same = with_sheet("Kehadiran", kehadiran(0), kehadiran(0)).check()
    other = with_sheet("Kehadiran", kehadiran(0), kehadiran(0, hadir=61.0, cuti=None)).check()

    assert codes(same) == {IssueCode.BRS_05}
    assert errors(other) == {IssueCode.BRS_04}
    assert subject(other, NIPS[0]).status is DITAHAN


def test_attendance_of_somebody_on_leave_is_ignored_with_the_reason() -> None:
    built = with_sheet("Kehadiran", kehadiran(0))
    built.rows("Pegawai")[0]["keadaan"] = "Cuti"

    checked = built.check()

    assert verdicts(checked, "Kehadiran") == [(RowVerdict.DIABAIKAN, IssueCode.BRS_08)]


def test_two_files_that_differ_in_optional_sheets_contradict_each_other() -> None:
    def attend(built: Built, **changes: CellValue) -> None:
        built.sheets["Kehadiran"] = [kehadiran(0, **changes), kehadiran(1)]
        built.sheets["Kegiatan"] = [kegiatan(0)]

    def other(built: Built) -> None:
        attend(built, hadir=61.0, cuti=None)
        built.sheets["Kegiatan"] += [kegiatan(0, kegiatan="Rapat")]

    result = compare(isian("a.xlsx", attend), isian("b.xlsx", other))

    told = [issue for issue in result.issues if issue.code is IssueCode.LBK_04]
    assert {issue.nip for issue in told} == {NIPS[0]}
    pairs = dict(told[0].context)["sel"].split(", ")
    assert pairs == [
        "Kehadiran!G5 ↔ Kehadiran!G5",
        "Kehadiran!H5 ↔ Kehadiran!H5",
        "– ↔ Kegiatan!G6",
    ]
