"""The explanation of a refused file cannot be mistaken for the file, nor read as a submission."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.alur import HERE, sent_by_three, settle


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    office = settle(tmp_path, sent_by_three())
    book = load_workbook(office.input / "PKM.xlsx")
    del book["Penilaian"]
    book.save(office.input / "PKM.xlsx")
    return office


def explanation(office: Workspace) -> Path:
    (path,) = office.output.rglob("ditolak/*.xlsx")
    return path


def test_explanation_has_a_name_of_its_own(office: Workspace) -> None:
    process(office, HERE)

    assert explanation(office).name == "Penjelasan_PKM.xlsx"


def test_explanation_that_is_dropped_back_is_passed_over(office: Workspace) -> None:
    process(office, HERE)
    shutil.copy(explanation(office), office.input / "PKM.xlsx")

    result = process(office, HERE)

    assert {file.file: file.verdict.value for file in result.files}["PKM.xlsx"] == "dilewati"
    (issue,) = (one for one in result.issues if one.place.file == "PKM.xlsx")
    assert issue.code is IssueCode.BRK_21
    assert result.exit_code is ExitCode.SELESAI
    assert not list(office.output.rglob("ditolak/*.xlsx"))
    assert [period.missing_units for period in result.periods if period.period] == [("PKM",)]


def test_agency_is_told_to_take_the_refused_file_out(office: Workspace) -> None:
    result = process(office, HERE)

    said = " ".join(summarise(result, writes=True).split())
    assert "Berkas yang ditolak keluarkan dari input setelah penggantinya datang" in said
    cells = [
        str(cell.value) for row in load_workbook(explanation(office))["Perbaikan"] for cell in row
    ]
    assert any("keluarkan berkas lama ini dari folder input" in text for text in cells)
