"""Proposals accepted in the correction workbook, over three rounds; and what changed since."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from tests.flow.alur import (
    KEPALA,
    NAMES,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    fill,
    heading_columns,
    indikator,
    open_office,
    rating,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

    from kinerja_xlsx.model.rekap import BarisPegawai

HERE = RunOptions(workers=0)
SESUAI = "Sesuai Ekspektasi"
LIST_HEADER = 4


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path)


def send(office: Workspace) -> Path:
    """Send an Isian without any fault."""
    (made,) = make_templates(office, PERIOD)
    return fill(
        office.root / made.path,
        office.input / "pkm.xlsx",
        rows=[
            indikator(KEPALA, "1.1", target=40, realisasi=44),
            indikator(PERAWAT, "1.1", target=100, realisasi=95),
            indikator(PERAWAT, "1.2", target=100, realisasi=97),
            indikator(PENGELOLA, "1.1", target=100, realisasi=96),
        ],
        ratings=[rating(nip, SESUAI, SESUAI) for nip in (KEPALA, PERAWAT, PENGELOLA)],
    )


def spoil(path: Path) -> None:
    """Turn a NIP into a number on every sheet, misspell a rating, and break a formula."""
    book = load_workbook(path)
    for name in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for cell in book[name]["B"]:
            if cell.value == PENGELOLA:
                cell.value, cell.number_format = float(PENGELOLA), "0"
                book[name].cell(cell.row, 3).value = NAMES[PENGELOLA]
    sheet = book["Penilaian"]
    columns = heading_columns(sheet)
    row = next(cell.row for cell in sheet["B"] if cell.value == PERAWAT)
    sheet.cell(row, columns["Rating Perilaku"]).value = "Sesuai Ekspetasi"
    work = book["Hasil Kerja"]
    cell = work.cell(7, heading_columns(work)["Realisasi"])
    cell.value, cell.data_type = "#N/A", "e"
    book.save(path)


def correction(office: Workspace, number: int) -> Path:
    folder = office.output / PERIOD.code / "unit" / "PKM"
    return folder / f"Perbaikan_PKM_{PERIOD}_r{number}.xlsx"


def offered(book: Workbook) -> dict[str, tuple[int, str]]:
    """Map each cell with a proposal to its row in the list and to what is proposed."""
    sheet = book["Daftar"]
    columns = heading_columns(sheet, LIST_HEADER)
    return {
        str(sheet.cell(row, columns["Acuan"]).value): (
            row,
            str(sheet.cell(row, columns["Usulan"]).value),
        )
        for row in range(LIST_HEADER + 1, sheet.max_row + 1)
        if sheet.cell(row, columns["Acuan"]).value
    }


def accept(source: Path, target: Path, *wanted: str, answer: str = "Ya") -> Path:
    """Choose an answer beside the proposals of some cells, as a person would."""
    book = load_workbook(source)
    sheet = book["Daftar"]
    column = heading_columns(sheet, LIST_HEADER)["Terima usulan?"]
    rows = offered(book)
    for cell in wanted:
        sheet.cell(rows[cell][0], column).value = answer
    book.save(target)
    return target


def errors(result: RunResult) -> list[tuple[str, str]]:
    return [
        (issue.code.value, f"{issue.place.sheet}!{issue.place.cell}")
        for issue in result.issues
        if issue.severity is Severity.GALAT
    ]


def of(result: RunResult, code: IssueCode) -> list[Issue]:
    return [issue for issue in result.issues if issue.code is code]


def lines_of(result: RunResult) -> dict[str, BarisPegawai]:
    (period,) = result.periods
    return {line.nip: line for line in period.employees}


def test_three_rounds_of_accepted_proposals_end_with_0(office: Workspace) -> None:
    spoil(send(office))
    process(office, HERE)
    rows = offered(load_workbook(correction(office, 1)))
    nips = [cell for cell, (_, proposal) in rows.items() if proposal == PENGELOLA]
    (slip,) = [cell for cell, (_, proposal) in rows.items() if proposal == SESUAI]
    assert len(nips) == 3
    accept(correction(office, 1), office.input / "putaran 1.xlsx", *nips)
    second = process(office, HERE)

    # The error came back as a blank: nothing is withheld for it, and the figure is incomplete.
    assert errors(second) == [("SEL-06", slip)]
    assert len(of(second, IssueCode.SEL_36)) == 3
    assert lines_of(second)[PENGELOLA].status.value == "dinilai"
    again = load_workbook(correction(office, 2))
    assert PENGELOLA in {cell.value for cell in again["Pegawai"]["B"]}
    assert set(offered(again)) == {slip}

    accept(correction(office, 2), office.input / "putaran 2.xlsx", slip)
    third = process(office, HERE)

    assert errors(third) == []
    assert third.exit_code is ExitCode.SELESAI
    assert [file.verdict.value for file in third.files] == ["dilewati", "dilewati", "diterima"]
    lines = lines_of(third)
    assert (lines[PERAWAT].lengkap, lines[PENGELOLA].lengkap) == (False, True)
    # What is left to mend is warnings alone, and none of them has a proposal.
    assert offered(load_workbook(correction(office, 3))) == {}


@pytest.mark.parametrize("answer", ["Tidak", "", "Mungkin", "=1=1"])
def test_anything_but_yes_accepts_nothing(office: Workspace, answer: str) -> None:
    spoil(send(office))
    first = process(office, HERE)
    rows = offered(load_workbook(correction(office, 1)))

    accept(correction(office, 1), office.input / "r1.xlsx", *rows, answer=answer)
    second = process(office, HERE)

    assert of(second, IssueCode.SEL_36) == []
    assert {code for code, _ in errors(second)} == {code for code, _ in errors(first)} - {"SEL-22"}


def test_forged_list_puts_no_value_into_any_cell(office: Workspace) -> None:
    spoil(send(office))
    process(office, HERE)
    book = load_workbook(correction(office, 1))
    sheet = book["Daftar"]
    columns = heading_columns(sheet, LIST_HEADER)
    for row, _ in offered(book).values():
        sheet.cell(row, columns["Terima usulan?"]).value = "Ya"
        sheet.cell(row, columns["Usulan"]).value = KEPALA
    sheet.cell(90, columns["Acuan"]).value = "Hasil Kerja!U5"
    sheet.cell(90, columns["Isi sekarang"]).value = "44"
    sheet.cell(90, columns["Usulan"]).value = "9999"
    sheet.cell(90, columns["Terima usulan?"]).value = "Ya"
    book.save(office.input / "r1.xlsx")

    second = process(office, HERE)

    assert of(second, IssueCode.SEL_36) == []
    assert lines_of(second)[KEPALA].capaian == 110


def test_list_that_cannot_be_read_accepts_nothing_and_stops_nothing(office: Workspace) -> None:
    spoil(send(office))
    process(office, HERE)
    rows = offered(load_workbook(correction(office, 1)))
    path = accept(correction(office, 1), office.input / "r1.xlsx", *rows)
    book = load_workbook(path)
    book["Daftar"].cell(1_048_576, 16_384).value = "."
    book.save(path)

    second = process(office, HERE)

    assert of(second, IssueCode.SEL_36) == []
    assert {code for code, _ in errors(second)} == {"SEL-12", "SEL-06"}


# -- since the last run ---------------------------------------------------------------------------


def change_figure(path: Path, figure: float) -> None:
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    sheet.cell(5, heading_columns(sheet)["Realisasi"]).value = figure
    book.save(path)


def outputs(office: Workspace) -> dict[str, str]:
    """Hash every output but the manifest, which alone may speak of earlier runs."""
    return {
        str(path.relative_to(office.output)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(office.output.rglob("*.xlsx"))
        if "templat" not in path.parts
    }


def test_accepted_value_that_changed_is_told_once_and_never_in_an_output(
    office: Workspace,
) -> None:
    path = send(office)
    assert of(process(office, HERE), IssueCode.LBK_09) == []
    change_figure(path, 36)

    second = process(office, HERE)

    (issue,) = of(second, IssueCode.LBK_09)
    assert (issue.nip, issue.value, issue.severity) == (KEPALA, "90,00", Severity.CATATAN)
    assert dict(issue.context) == {"kolom": "Capaian", "lama": "110,00"}
    assert (issue.place.file, issue.place.sheet) == ("pkm.xlsx", "Pegawai")
    manifest = json.loads((office.output / PERIOD.code / MANIFEST).read_bytes())
    assert "LBK-09" in {told["code"] for told in manifest["issues"]}
    assert "Berubah sejak putaran lalu: 1 nilai" in summarise(second, writes=True)
    with_history = outputs(office)
    assert of(process(office, HERE), IssueCode.LBK_09) == []
    shutil.rmtree(office.output / PERIOD.code)
    process(office, HERE)
    assert outputs(office) == with_history


def test_check_tells_the_change_and_leaves_the_record_alone(office: Workspace) -> None:
    path = send(office)
    process(office, HERE)
    change_figure(path, 36)
    check = RunOptions(workers=0, writes=False)

    told = [of(process(office, check), IssueCode.LBK_09) for _ in range(2)]

    assert [len(issues) for issues in told] == [1, 1]


def test_change_that_no_figure_shows_is_told_as_one(office: Workspace) -> None:
    path = send(office)
    process(office, HERE)
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    sheet.cell(5, heading_columns(sheet)["Bukti Dukung"]).value = "Buku tamu"
    book.save(path)

    (issue,) = of(process(office, HERE), IssueCode.LBK_09)

    assert dict(issue.context)["kolom"] == "Isian lain"


@pytest.mark.parametrize("damaged", [b"", b"{}", b'{"accepted": [1]}', b'{"accepted": [{}]}'])
def test_damaged_record_compares_with_nothing(office: Workspace, damaged: bytes) -> None:
    path = send(office)
    process(office, HERE)
    (office.output / PERIOD.code / MANIFEST).write_bytes(damaged)
    change_figure(path, 36)

    result = process(office, HERE)

    assert of(result, IssueCode.LBK_09) == []
    assert result.exit_code is ExitCode.SELESAI
