"""A plan that is not accepted as it is: corrected, contradicted, not written, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.alur import KEPALA, PENGELOLA, PERAWAT, PERIOD, open_office, write_row
from tests.flow.skp import HERE, KATALOG, found, galat, line, plan_changes, send_plan

CORRECTED = "unit/PKM/Perbaikan_SKP_PKM_2026_r1.xlsx"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path, katalog=KATALOG)


def test_correction_of_a_plan_comes_back_and_replaces_it(office: Workspace) -> None:
    changes = plan_changes()
    send_plan(office, {**changes, (PERAWAT, "1.1"): {**changes[PERAWAT, "1.1"], "Target TW2": ""}})
    first = process(office, HERE)
    assert galat(first) == {IssueCode.BRS_11}
    (issue,) = found(first, IssueCode.BRS_11)
    assert issue.place.heading == "Target TW2"
    (made,) = make_templates(office, PERIOD)
    assert made.planned == 2

    book = load_workbook(office.output / "2026" / CORRECTED)
    assert book["Ringkasan"]["A1"].value == "Perbaikan SKP"
    sheet = book["Hasil Kerja"]
    assert issue.place.row is not None
    write_row(sheet, issue.place.row, {"Target TW2": 1200})
    book.save(office.input / "skp/pkm-perbaikan.xlsx")
    second = process(office, HERE)

    assert second.exit_code is ExitCode.SELESAI
    assert line(second, "skp/pkm.xlsx")[0] is FileVerdict.DILEWATI
    assert line(second, "skp/pkm-perbaikan.xlsx") == (FileVerdict.DITERIMA, 3, 0)
    (made,) = make_templates(office, PERIOD)
    assert made.planned == 3


def test_accepted_plans_are_printed_and_the_others_listed_with_the_reason(
    office: Workspace,
) -> None:
    changes = plan_changes()
    send_plan(office, {**changes, (PERAWAT, "1.1"): {**changes[PERAWAT, "1.1"], "Target TW2": ""}})

    result = process(office, HERE)

    path = office.output / "2026/unit/PKM/SKP_PKM_2026.xlsx"
    outputs = [output.path for period in result.periods for output in period.outputs]
    assert path.relative_to(office.root).as_posix() in outputs
    book = load_workbook(path)
    assert set(book.sheetnames) == {"Indeks", KEPALA, PENGELOLA}
    index = {str(row[1].value): [cell.value for cell in row] for row in book["Indeks"]}
    assert "Diterima" in index[KEPALA]
    assert "Ditahan" in index[PERAWAT]
    assert any("BRS-11" in str(value) for value in index[PERAWAT])


def test_plan_nobody_has_written_in_is_said_once_for_each_person(office: Workspace) -> None:
    changes = plan_changes()
    del changes[PENGELOLA, "1.1"]
    send_plan(office, changes)

    result = process(office, HERE)

    (issue,) = found(result, IssueCode.LTS_07)
    assert issue.nip == PENGELOLA
    assert galat(result) == set()
    assert line(result, "skp/pkm.xlsx") == (FileVerdict.SEBAGIAN, 2, 1)


def test_two_plans_that_disagree_withhold_the_person(office: Workspace) -> None:
    send_plan(office)
    changes = plan_changes()
    send_plan(
        office,
        {**changes, (PERAWAT, "1.1"): {**changes[PERAWAT, "1.1"], "Target TW1": 900}},
        name="skp/lain.xlsx",
    )

    result = process(office, HERE)

    assert {issue.nip for issue in found(result, IssueCode.LBK_04)} == {PERAWAT}
    assert "skp/lain.xlsx" in {issue.place.file for issue in found(result, IssueCode.LBK_04)}
    (made,) = make_templates(office, PERIOD)
    assert made.planned == 2


def test_plan_of_a_part_of_a_year_is_refused(office: Workspace) -> None:
    path = send_plan(office)
    book = load_workbook(path)
    form = book["Identitas"]
    (row,) = [n for n in range(1, form.max_row + 1) if form.cell(n, 1).value == "Periode"]
    form.cell(row, 2).value = PERIOD.code
    book.save(path)

    result = process(office, HERE)

    assert IssueCode.BRK_13 in galat(result)
    assert line(result, "skp/pkm.xlsx")[0] is FileVerdict.DITOLAK


def test_plan_without_its_mark_is_refused_not_taken_for_an_isian(office: Workspace) -> None:
    path = send_plan(office)
    book = load_workbook(path)
    del book["_meta"]
    book.save(path)

    result = process(office, HERE)

    assert line(result, "skp/pkm.xlsx")[0] is FileVerdict.DITOLAK
    assert make_templates(office, PERIOD)[0].planned == 0
