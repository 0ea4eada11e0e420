"""Faults of ours cost one file or unit, and units get the workbooks they need."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run import phases
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from tests.drawn import DrawnBook, sound_isian
from tests.flow.alur import HERE, outputs_of, sent_by_three, settle
from tests.flow.kerusakan import POISON, check_or_fail

SPARE = f"{POISON}.xlsx"


def build_or_fail(task: UnitTask) -> UnitOutcome:
    outcome = build_unit(task)
    if task.unit == POISON:
        raise RuntimeError(task.unit)
    return outcome


def faults(result: RunResult) -> list[str]:
    return [issue.place.file for issue in result.issues if issue.code is IssueCode.SIS_01]


def test_fault_while_checking_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phases, "check_file", check_or_fail)

    result = process(settle(tmp_path, sent_by_three()), HERE)

    assert faults(result) == [SPARE]
    assert [(file.file, file.verdict.value, file.sha256 is None) for file in result.files] == [
        ("PKM.xlsx", "diterima", False),
        (SPARE, "ditolak", True),
        ("SEK.xlsx", "diterima", False),
    ]
    assert result.periods[0].missing_units == (POISON,)


def test_fault_while_writing_costs_one_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phases, "build_unit", build_or_fail)
    office = settle(tmp_path, sent_by_three())

    result = process(office, HERE)

    assert faults(result) == [SPARE]
    (lost,) = (file for file in result.files if file.file == SPARE)
    assert (lost.verdict.value, lost.rows, lost.people.total) == ("ditolak", None, 0)
    assert result.periods[0].missing_units == ()
    assert not [name for name in outputs_of(office) if f"/unit/{POISON}/" in name]
    assert f"2026-TW1/ditolak/Penjelasan_{SPARE}" in outputs_of(office)


def test_same_fault_has_the_same_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phases, "check_file", check_or_fail)
    office = settle(tmp_path, sent_by_three())

    one, other = process(office, HERE), process(office, HERE)

    assert [i for i in one.issues if i.code is IssueCode.SIS_01] == [
        i for i in other.issues if i.code is IssueCode.SIS_01
    ]


def test_check_alone_tidies_up_after_a_fault_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(task: CheckTask) -> FileOutcome:
        raise OSError(28, "penuh", task.name)

    monkeypatch.setattr(phases, "check_file", fill)
    office = settle(tmp_path, sent_by_three())

    with pytest.raises(OSError, match="penuh"):
        process(office, RunOptions(workers=0, writes=False))
    assert not office.state.exists()


# -- workbooks of a unit


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path)


def clean_isian(people: int = 1) -> DrawnBook:
    """Draw an Isian of which nothing at all is to be said but notices."""
    book = sound_isian(people)
    book.labels["Capaian Kinerja Organisasi"] = None
    for row in book.sheets["Pegawai"]:
        row["Atasan Penilai"] = None
    return book


def books_of(workspace: Workspace) -> list[str]:
    return [path.name for path in sorted(workspace.output.glob("*/unit/*/*"))]


def test_unit_with_nothing_to_mend_gets_no_correction(workspace: Workspace) -> None:
    clean_isian().save(workspace.input / "a.xlsx")

    result = process(workspace, HERE)

    assert {issue.severity for issue in result.issues} == {Severity.CATATAN}
    assert books_of(workspace) == ["Hasil_DINKES_2026-TW1.xlsx"]


def test_each_file_of_a_unit_gets_its_own_correction(workspace: Workspace) -> None:
    for number, name in ((1, "a.xlsx"), (3, "b.xlsx")):
        book = clean_isian(number)
        for rows in book.sheets.values():
            rows[:] = [row for row in rows if number == 1 or row.get("NIP") != rows[0].get("NIP")]
        book.sheets["Hasil Kerja"][0]["Realisasi"] = f"banyak {name}"
        book.save(workspace.input / name)

    process(workspace, HERE)

    assert books_of(workspace) == [
        "Hasil_DINKES_2026-TW1.xlsx",
        "Perbaikan_DINKES_2026-TW1_r1-2.xlsx",
        "Perbaikan_DINKES_2026-TW1_r1.xlsx",
    ]
    folder = workspace.output / "2026-TW1" / "unit" / "DINKES"
    second = load_workbook(folder / "Perbaikan_DINKES_2026-TW1_r1-2.xlsx")
    values = [cell.value for row in second["Hasil Kerja"].iter_rows() for cell in row]
    assert "banyak b.xlsx" in values
    assert "banyak a.xlsx" not in values


def test_withheld_rater_is_named_as_far_as_shown(workspace: Workspace) -> None:
    book = clean_isian(2)
    first, second = book.sheets["Pegawai"]
    second["Penilai"] = first["NIP"]
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "banyak"
    book.save(workspace.input / "a.xlsx")

    process(workspace, HERE)

    hasil = workspace.output / "2026-TW1" / "unit" / "DINKES" / "Hasil_DINKES_2026-TW1.xlsx"
    form = load_workbook(hasil)[str(second["NIP"])]
    written = [cell.value for row in form.iter_rows() for cell in row]
    assert "Contoh Satu, S.Kep." in written
    assert "Perawat Ahli Muda" in written
