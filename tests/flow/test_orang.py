"""Every person of the roster is accounted for, with the same numbers wherever people look."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, KEPALA, NAMES, PENGELOLA, PERAWAT, sent_by_three, settle
from tests.flow.kasus_berkas import PKM, edit, only

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.run.workspace import Workspace

Cell = str | int | float | None


@pytest.fixture(scope="module")
def absent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, RunResult]:
    """Run three sound units, one of which left a person of the roster out."""
    files = {**sent_by_three(), PKM: edit(sent_by_three()[PKM], only({KEPALA, PERAWAT}))}
    office = settle(tmp_path_factory.mktemp("absen"), files)
    return office, process(office, HERE)


def sheet_of(office: Workspace, name: str, sheet: str) -> Worksheet:
    (path,) = office.output.rglob(name)
    return load_workbook(BytesIO(path.read_bytes()))[sheet]


def lines_of(sheet: Worksheet) -> list[list[Cell]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]  # type: ignore[arg-type] # no dates here


def test_absent_person_is_a_warning_and_holds_nothing_back(
    absent: tuple[Workspace, RunResult],
) -> None:
    _, result = absent

    (issue,) = [one for one in result.issues if one.code is IssueCode.LTS_20]
    assert (issue.place.file, issue.place.sheet) == (PKM, "Pegawai")
    assert (issue.nip, issue.nama) == (PENGELOLA, NAMES[PENGELOLA])
    assert result.exit_code is ExitCode.SELESAI


def test_absent_person_is_counted_on_the_screen_and_in_the_document(
    absent: tuple[Workspace, RunResult],
) -> None:
    _, result = absent

    assert "1 tidak dikirim" in summarise(result, writes=True)
    people = json.loads(to_json(result))["employees"]
    assert [one["nip"] for one in people if one["status"] == "tidak dikirim"] == [PENGELOLA]


def test_absent_person_stands_in_the_index_of_the_unit(
    absent: tuple[Workspace, RunResult],
) -> None:
    office, _ = absent

    lines = lines_of(sheet_of(office, "Hasil_PKM_*.xlsx", "Indeks"))
    (line,) = [line for line in lines if line[1] == PENGELOLA]
    assert line[5] == "Tidak dikirim"
    assert "Tidak ada dalam berkas unit." in str(line[6])


def test_absent_person_stands_on_the_list_of_the_correction(
    absent: tuple[Workspace, RunResult],
) -> None:
    office, _ = absent

    daftar = lines_of(sheet_of(office, "Perbaikan_PKM_*.xlsx", "Daftar"))
    assert [line[4] for line in daftar if "LTS-20" in line] == [PENGELOLA]
    ringkasan = lines_of(sheet_of(office, "Perbaikan_PKM_*.xlsx", "Ringkasan"))
    assert any("LTS-20" in line for line in ringkasan)


def test_absent_person_stands_in_the_recap(absent: tuple[Workspace, RunResult]) -> None:
    office, _ = absent

    pegawai = lines_of(sheet_of(office, "rekap.xlsx", "Pegawai"))
    (line,) = [line for line in pegawai if line[2] == PENGELOLA]
    assert line[8] == "Tidak dikirim"
    unit = lines_of(sheet_of(office, "rekap.xlsx", "Unit"))
    head = next(line for line in unit if "Tidak Dikirim" in line)
    by_unit = {str(line[0]): line[head.index("Tidak Dikirim")] for line in unit}
    assert (by_unit["PKM"], by_unit["RSU"]) == (1, 0)
