"""Optional sheets as an office uses them: asked for, filled in, counted, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW, CellInput
from tests.flow.alur import (
    KEPALA,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    fill,
    heading_columns,
    indikator,
    open_office,
    rating,
    write_row,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HERE = RunOptions(workers=0)
SESUAI = "Sesuai Ekspektasi"
ASKED = "Kehadiran, Kegiatan, Kepuasan"
Drawn = Mapping[str, CellInput | time]


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path)


def ask(office: Workspace, asked: str) -> None:
    """Ask for optional sheets in the settings."""
    book = load_workbook(office.pengaturan)
    write_row(book["Periode"], FIRST_ROW, {"Lembar Tambahan": asked})
    book.save(office.pengaturan)


def template(office: Workspace, asked: str = ASKED) -> Path:
    ask(office, asked)
    (made,) = make_templates(office, PERIOD)
    return office.root / made.path


def sent(office: Workspace, sheets: Mapping[str, list[Drawn]]) -> Path:
    """Fill a template soundly, with rows on the optional sheets."""
    work = [indikator(nip, "1.1", target=40, realisasi=44) for nip in (KEPALA, PERAWAT, PENGELOLA)]
    path = fill(
        template(office),
        office.input / "pkm.xlsx",
        rows=work,
        ratings=[rating(nip, SESUAI, SESUAI) for nip in (KEPALA, PERAWAT, PENGELOLA)],
    )
    book = load_workbook(path)
    for name, rows in sheets.items():
        for row in rows:
            _write(book[name], row)
    book.save(path)
    return path


def _write(sheet: Worksheet, row: Drawn) -> None:
    """Write a row beside its prefilled NIP, or into the first free row."""
    headings = heading_columns(sheet)
    numbers = range(FIRST_ROW, sheet.max_row + 1)
    wanted = row.get("NIP") if sheet.title == "Kehadiran" else None
    number = next(n for n in numbers if sheet.cell(n, 2).value == wanted)
    for heading, value in row.items():
        sheet.cell(number, headings[heading]).value = value


def hadir(nip: str, **changes: CellInput) -> Drawn:
    return {"NIP": nip, "Hari Kerja": 62, "Hadir": 60, "Cuti": 2, **changes}


def kegiatan(nip: str, **changes: CellInput | time) -> Drawn:
    return {
        "NIP": nip,
        "Tanggal": date(2026, 1, 5),
        "Mulai": "08.00",
        "Selesai": time(10, 30),
        "Kegiatan": "Melayani pasien",
        "No Indikator": "1.1",
        "Hasil": 24,
        "Satuan": "kegiatan",
        **changes,
    }


def skm(layanan: str, nilai: float) -> Drawn:
    return {"Layanan": layanan, "Responden": 150, **{f"U{n}": nilai for n in range(1, 10)}}


def codes(result: RunResult, severity: Severity = Severity.GALAT) -> list[IssueCode]:
    return [issue.code for issue in result.issues if issue.severity is severity]


def hasil(office: Workspace) -> Path:
    return office.output / PERIOD.code / "unit" / "PKM" / f"Hasil_PKM_{PERIOD}.xlsx"


def test_only_what_is_asked_for_comes_with_the_template(office: Workspace) -> None:
    book = load_workbook(template(office, "kegiatan"))

    assert "Kegiatan" in book.sheetnames
    assert {"Kehadiran", "Kepuasan"}.isdisjoint(book.sheetnames)


def test_attendance_comes_with_everybody_in_it(office: Workspace) -> None:
    sheet = load_workbook(template(office))["Kehadiran"]

    people = [sheet.cell(FIRST_ROW + number, 2).value for number in range(4)]
    assert people == [KEPALA, PERAWAT, PENGELOLA, None]
    assert sheet.protection.sheet


def test_a_template_sent_back_untouched_says_nothing_of_optional_sheets(office: Workspace) -> None:
    (office.input / "pkm.xlsx").write_bytes(template(office).read_bytes())

    result = process(office, HERE)

    assert codes(result) == [IssueCode.LBR_12]  # Hasil Kerja holds nothing


def test_filled_sheets_reach_the_unit_and_its_people(office: Workspace) -> None:
    sent(
        office,
        {
            "Kehadiran": [hadir(KEPALA), hadir(PERAWAT), hadir(PENGELOLA)],
            "Kegiatan": [kegiatan(PERAWAT), kegiatan(PERAWAT, Tanggal=date(2026, 1, 6))],
            "Kepuasan": [skm("Rawat jalan", 3.5324), skm("Loket", 3.0)],
        },
    )

    result = process(office, HERE)

    assert result.exit_code is ExitCode.SELESAI
    assert {issue.place.sheet for issue in result.issues}.isdisjoint(ASKED.split(", "))
    (file,) = result.files
    assert file.rows is not None
    # 3 Pegawai, 3 Hasil Kerja, 3 Penilaian, 3 Kehadiran, 2 Kegiatan, 2 Kepuasan
    assert (file.rows.seen, file.rows.accepted) == (16, 16)
    book = load_workbook(hasil(office))
    assert book.sheetnames[:7] == [
        "Indeks",
        "Rekap",
        "Sebaran",
        "Kekuatan dan Pengembangan",
        "Angka Kredit",
        "Kehadiran",
        "Kepuasan",
    ]
    cells = {str(cell.value) for row in book["Kepuasan"] for cell in row}
    assert {"Rawat jalan", "88.31", "A", "Sangat Baik", "75", "C", "Kurang Baik"} <= cells


def test_activities_prove_the_work_and_never_fill_it_in(office: Workspace) -> None:
    path = sent(office, {"Kegiatan": [kegiatan(PERAWAT), kegiatan(PERAWAT, Hasil=6)]})
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    columns = heading_columns(sheet)
    for name in ("Realisasi", "Bukti Dukung"):
        sheet.cell(FIRST_ROW + 1, columns[name]).value = None
    book.save(path)

    result = process(office, HERE)

    proposals = [issue for issue in result.issues if issue.code is IssueCode.LTS_19]
    assert [(issue.nip, dict(issue.context)["jumlah"]) for issue in proposals] == [(PERAWAT, "30")]
    assert codes(result) == []
    (line,) = [line for line in result.periods[0].employees if line.nip == PERAWAT]
    assert (line.capaian, line.lengkap) == (None, False)
    shown = [str(cell.value) for row in load_workbook(hasil(office))[PERAWAT] for cell in row]
    assert "2 kegiatan tercatat, jumlah hasil 30 kegiatan" in shown


def test_faults_are_marked_in_the_correction_which_is_the_next_submission(
    office: Workspace,
) -> None:
    sent(
        office,
        {
            "Kehadiran": [hadir(KEPALA), hadir(PERAWAT, Hadir=61), hadir(PENGELOLA)],
            "Kegiatan": [kegiatan(KEPALA, Mulai="8.5"), kegiatan(PENGELOLA)],
            "Kepuasan": [skm("Loket", 4.5), skm("Rawat jalan", 3.2)],
        },
    )
    first = process(office, HERE)
    assert sorted({code.value for code in codes(first)}) == ["BRS-19", "SEL-05", "SEL-08"]
    (line,) = first.files
    assert (line.people.evaluated, line.people.withheld) == (1, 2)
    folder = hasil(office).parent
    mended = load_workbook(folder / f"Perbaikan_PKM_{PERIOD}_r1.xlsx")
    attendance, log, survey = (mended[name] for name in ("Kehadiran", "Kegiatan", "Kepuasan"))
    assert log.cell(FIRST_ROW, heading_columns(log)["Mulai"]).value == "8.5"
    assert log.cell(FIRST_ROW, heading_columns(log)["Selesai"]).value == time(10, 30)
    columns = heading_columns(attendance)
    number = next(n for n in range(5, 8) if attendance.cell(n, columns["NIP"]).value == PERAWAT)
    attendance.cell(number, columns["Hadir"]).value = 60
    log.cell(FIRST_ROW, heading_columns(log)["Mulai"]).value = "08.50"
    for n in range(1, 10):
        survey.cell(FIRST_ROW, heading_columns(survey)[f"U{n}"]).value = 3.5
    mended.save(office.input / "perbaikan.xlsx")

    second = process(office, HERE)

    assert codes(second) == []
    assert second.exit_code is ExitCode.SELESAI


def test_unknown_name_in_the_settings_is_told_with_what_was_meant(office: Workspace) -> None:
    sent(office, {})
    ask(office, "Kehadiran, Kegiatn")

    result = process(office, HERE)

    (issue,) = [issue for issue in result.issues if issue.code is IssueCode.SEL_06]
    assert (issue.value, issue.place.heading) == ("Kegiatn", "Lembar Tambahan")
    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «Kegiatan»?"


def test_a_sheet_of_the_units_own_with_such_a_name_is_left_alone(office: Workspace) -> None:
    path = sent(office, {})
    book = load_workbook(path)
    del book["Kegiatan"]
    book.create_sheet("Kegiatan").append(["Rencana", "Biaya"])
    book.save(path)

    result = process(office, HERE)

    assert codes(result) == []
    assert IssueCode.LBR_16 in codes(result, Severity.PERINGATAN)


def test_attendance_without_any_entry_is_said_for_each_person(office: Workspace) -> None:
    sent(office, {"Kehadiran": [hadir(KEPALA)]})

    result = process(office, HERE)

    told = [issue.nip for issue in result.issues if issue.code is IssueCode.BRS_21]
    assert told == [PERAWAT, PENGELOLA]
    assert result.exit_code is ExitCode.SELESAI
    assert result.files[0].people.evaluated == 3
