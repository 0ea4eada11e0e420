"""Which files count, and what becomes of those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.collect import Collected
from kinerja_xlsx.run.decide import Decided, decide
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome, check_file
from kinerja_xlsx.run.tugas import Frame, unit_tasks
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Settings
from tests.drawn import DrawnBook, sound_isian
from tests.flow.alur import PERIOD, sent_by_three, settle

NOTHING = Collected((), (), ())
ALL = RunOptions()
TW2 = Period.parse("2026-TW2")
FRAME = Frame(None, None, None, wants_trail=False)


def outcome(folder: Path, name: str, book: DrawnBook) -> FileOutcome:
    path = book.save(folder / name)
    return check_file(CheckTask(path, name, folder / f"{name}.pkl", None))


def refused(name: str, code: IssueCode, unit: str | None, period: str | None) -> FileOutcome:
    return FileOutcome(name, "0" * 64, 9, unit, period, (make_issue(code, Place(name)),))


def codes_of(decided: Decided, name: str) -> list[IssueCode]:
    return [issue.code for issue in decided.issues if issue.place.file == name]


def names(outcomes: tuple[FileOutcome, ...]) -> list[str]:
    return [outcome.name for outcome in outcomes]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    office = settle(tmp_path / "kantor", {"Pengaturan.xlsx": sent_by_three()["Pengaturan.xlsx"]})
    found = check_settings_file(office.pengaturan).settings
    assert found is not None
    return found


def test_copy_counts_once_and_says_nothing_of_its_own(tmp_path: Path) -> None:
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Bukti Dukung"] = None
    files = [outcome(tmp_path, name, book) for name in ("a.xlsx", "b.xlsx")]

    decided = decide(NOTHING, files, None, ALL)

    assert names(decided.counting) == ["a.xlsx"]
    assert decided.superfluous == {"b.xlsx"}
    assert IssueCode.BRS_13 in codes_of(decided, "a.xlsx")
    assert codes_of(decided, "b.xlsx") == [IssueCode.LBK_01]


def test_file_of_another_period_is_left_out_with_a_notice(tmp_path: Path) -> None:
    files = [
        outcome(tmp_path, "a.xlsx", sound_isian(1)),
        refused("b.xlsx", IssueCode.LBR_12, "DINKES", PERIOD.code),
        refused("c.xlsx", IssueCode.BRK_07, None, None),
    ]

    decided = decide(NOTHING, files, None, RunOptions(period=TW2))

    assert decided.left_out == {"a.xlsx", "b.xlsx"}
    assert decided.counting == ()
    assert names(decided.refused) == ["c.xlsx"]
    assert codes_of(decided, "a.xlsx") == codes_of(decided, "b.xlsx") == [IssueCode.LBK_10]
    assert codes_of(decided, "c.xlsx") == [IssueCode.BRK_07]
    assert decided.periods == (TW2,)


def test_closed_period_is_passed_over_with_the_one_notice(tmp_path: Path) -> None:
    closed = refused("lama.xlsx", IssueCode.LBK_07, "DINKES", "2025-TW4")
    files = [outcome(tmp_path, "a.xlsx", sound_isian(1)), closed]

    decided = decide(NOTHING, files, None, ALL)

    (notice,) = (issue for issue in decided.issues if issue.place.file == "lama.xlsx")
    assert (notice.code, notice.severity) == (IssueCode.LBK_07, Severity.CATATAN)
    assert decided.left_out == {"lama.xlsx"}
    assert decided.refused == ()
    assert decided.periods == (PERIOD,)


def test_periods_are_those_of_sound_and_of_refused_files_in_order(tmp_path: Path) -> None:
    files = [
        outcome(tmp_path, "a.xlsx", sound_isian(1)),
        refused("b.xlsx", IssueCode.LBR_12, "DINKES", "2026-03"),
        refused("c.xlsx", IssueCode.LBR_12, "DINKES", "2025-12"),
    ]

    decided = decide(NOTHING, files, None, ALL)

    assert [period.code for period in decided.periods] == ["2025-12", "2026-TW1", "2026-03"]


def test_unit_whose_file_is_refused_is_not_missing(settings: Settings) -> None:
    files = [refused("a.xlsx", IssueCode.LBR_12, "RSU", PERIOD.code)]

    decided = decide(NOTHING, files, settings, ALL)

    assert decided.reconciled.missing_units == {PERIOD.code: ("PKM", "SEK")}


def test_nobody_is_missing_in_a_period_that_nobody_opened(settings: Settings) -> None:
    files = [refused("a.xlsx", IssueCode.BRK_13, "RSU", TW2.code)]

    decided = decide(NOTHING, files, settings, ALL)

    assert decided.reconciled.missing_units == {}
    assert decided.periods == (TW2,)


def test_notices_of_collecting_are_kept() -> None:
    notice = make_issue(IssueCode.BRK_05, Place("~$a.xlsx"), value="~$a.xlsx")

    decided = decide(Collected((), ("~$a.xlsx",), (notice,)), [], None, ALL)

    assert decided.unread == ("~$a.xlsx",)
    assert decided.issues == (notice,)


# -- tasks


def test_two_files_of_one_unit_make_one_task(tmp_path: Path) -> None:
    other = sound_isian(3)
    for rows in other.sheets.values():
        rows[:] = [row for row in rows if row.get("NIP") != "199001012015031001"]
    files = [
        outcome(tmp_path, "b.xlsx", sound_isian(1)),
        outcome(tmp_path, "a.xlsx", sound_isian(1, unit="BKD")),
        outcome(tmp_path, "c.xlsx", other),
    ]

    tasks = unit_tasks(decide(NOTHING, files, None, ALL), FRAME)

    assert [(task.unit, [file.name for file in task.files]) for task in tasks] == [
        ("BKD", ["a.xlsx"]),
        ("DINKES", ["b.xlsx", "c.xlsx"]),
    ]
    assert [task.label for task in tasks] == ["BKD 2026-TW1", "DINKES 2026-TW1"]


def test_task_carries_what_others_say_of_its_files_alone(tmp_path: Path) -> None:
    changed = sound_isian()
    changed.sheets["Hasil Kerja"][0]["Realisasi"] = 1
    files = [
        outcome(tmp_path, "a.xlsx", sound_isian()),
        outcome(tmp_path, "b.xlsx", changed),
    ]

    (task,) = unit_tasks(decide(NOTHING, files, None, ALL), FRAME)

    first, second = task.files
    assert first.withheld == second.withheld == {0: (IssueCode.LBK_04,)}
    assert (first.ignored, second.ignored) == (frozenset(), frozenset({1}))
    assert {issue.place.file for issue in second.issues} == {"b.xlsx"}


def test_task_carries_the_raters_of_its_people_and_of_its_period(tmp_path: Path) -> None:
    head = "199001012015031001"
    rated = sound_isian(3, unit="BKD")
    for rows in rated.sheets.values():
        rows[:] = [row for row in rows if row.get("NIP") != head]
    for row in rated.sheets["Pegawai"]:
        row["Penilai"] = head
    later = sound_isian(1, period="2026-03")
    later.sheets["Pegawai"][0]["Jabatan"] = "Jabatan Baru"
    files = [
        outcome(tmp_path, "a.xlsx", rated),
        outcome(tmp_path, "b.xlsx", sound_isian(1)),
        outcome(tmp_path, "c.xlsx", later),
    ]

    tasks = unit_tasks(decide(NOTHING, files, None, ALL), FRAME)

    people = {task.label: {nip: one.jabatan for nip, one in task.people.items()} for task in tasks}
    assert people == {
        "BKD 2026-TW1": {head: "Perawat Ahli Muda"},
        "DINKES 2026-TW1": {},
        "DINKES 2026-03": {},
    }


def test_checked_file_that_was_not_kept_is_our_fault(tmp_path: Path) -> None:
    one = outcome(tmp_path, "a.xlsx", sound_isian(1))
    lost = FileOutcome(one.name, one.sha256, 1, one.unit, one.period, (), one.keys)

    with pytest.raises(ValueError, match=r"a\.xlsx"):
        unit_tasks(decide(NOTHING, [lost], None, ALL), FRAME)
