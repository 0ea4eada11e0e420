"""The figures of a run balance, in an order that never changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from tests.drawn import DrawnBook, sound_isian
from tests.flow.alur import HERE, sent_by_three, settle


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path)


def run(workspace: Workspace, **books: DrawnBook) -> RunResult:
    for name, book in books.items():
        book.save(workspace.input / f"{name}.xlsx")
    return process(workspace, HERE)


def rows_of(result: RunResult) -> dict[str, RowCounts | None]:
    return {file.file: file.rows for file in result.files}


def people_of(result: RunResult) -> dict[str, PeopleCounts]:
    return {file.file: file.people for file in result.files}


def test_copy_is_skipped_and_its_rows_are_ignored(workspace: Workspace) -> None:
    result = run(workspace, a=sound_isian(), b=sound_isian())

    # Two people with three indicators each, one official.
    assert rows_of(result) == {
        "a.xlsx": RowCounts(accepted=11),
        "b.xlsx": RowCounts(ignored=11),
    }
    assert people_of(result) == {"a.xlsx": PeopleCounts(2), "b.xlsx": PeopleCounts()}
    assert [file.verdict.value for file in result.files] == ["diterima", "dilewati"]
    assert result.rows.seen == 22
    assert result.exit_code is ExitCode.SELESAI


def test_withheld_person_makes_a_file_partly_accepted(workspace: Workspace) -> None:
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "banyak"

    result = run(workspace, a=book)

    assert rows_of(result) == {"a.xlsx": RowCounts(accepted=6, withheld=5)}
    assert people_of(result) == {"a.xlsx": PeopleCounts(1, 1)}
    assert result.files[0].verdict.value == "sebagian"
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN


def test_assignment_counted_in_another_file_is_ignored_here(workspace: Workspace) -> None:
    both = sound_isian(2)
    both.labels["Pengisi"] = "Orang lain"

    result = run(workspace, a=sound_isian(1), b=both)

    assert people_of(result) == {"a.xlsx": PeopleCounts(1), "b.xlsx": PeopleCounts(1)}
    rows = rows_of(result)["b.xlsx"]
    assert rows is not None
    assert (rows.seen, rows.ignored) == (11, 5)
    statuses = [line.status.value for line in result.periods[0].employees]
    assert statuses == ["dinilai", "diabaikan", "dinilai"]
    (unit,) = result.periods[0].units
    assert (unit.dinilai, unit.ditahan) == (2, 0)


def test_person_not_evaluated_is_counted_so_and_its_rows_ignored(
    workspace: Workspace,
) -> None:
    book = sound_isian()
    book.sheets["Pegawai"][0]["Keadaan"] = "Cuti"

    result = run(workspace, a=book)

    assert people_of(result) == {"a.xlsx": PeopleCounts(1, not_evaluated=1)}
    assert rows_of(result) == {"a.xlsx": RowCounts(accepted=6, ignored=5)}
    assert result.exit_code is ExitCode.SELESAI


def test_trails_come_back_only_when_asked_for(workspace: Workspace) -> None:
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "banyak"
    plain = run(workspace, a=book)

    asked = process(workspace, RunOptions(workers=0, wants_trail=True))

    assert plain.periods[0].trails == ()
    withheld, accepted = asked.periods[0].trails
    assert withheld == ()
    assert accepted[-1].label == "Predikat kinerja pegawai"


def test_issues_stand_in_order_of_file_sheet_and_cell(workspace: Workspace) -> None:
    book = sound_isian()
    book.sheets["Hasil Kerja"][3]["Realisasi"] = "banyak"
    book.sheets["Hasil Kerja"][0]["Target"] = "banyak"
    (workspace.input / "0.xlsx").touch()

    result = run(workspace, a=book)

    places = [(issue.place.file, issue.place.cell) for issue in result.issues]
    cells = [place for place in places if place[1] in {"N5", "U8"}]
    assert places[0] == ("0.xlsx", None)
    assert cells == [("a.xlsx", "N5"), ("a.xlsx", "U8")]


def test_settings_are_counted(tmp_path: Path) -> None:
    result = process(settle(tmp_path, sent_by_three()), HERE)

    assert result.settings == {"unit": 3, "pegawai": 9, "baris_ditahan": 0}


def test_issues_of_the_whole_office_come_last(tmp_path: Path) -> None:
    files = sent_by_three()
    office = settle(tmp_path, {name: files[name] for name in ("Pengaturan.xlsx", "PKM.xlsx")})

    result = process(office, HERE)

    assert result.issues[-1].code is IssueCode.LBK_06
    assert result.issues[-1].place.file == ""
