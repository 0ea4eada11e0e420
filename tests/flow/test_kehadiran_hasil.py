"""What attendance comes to through the whole run: simulated TPP, and days without a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW, Row
from tests.flow.alur import HERE, KEPALA, PENGELOLA, PERAWAT, open_office, write_row
from tests.flow.test_lembar_tambahan import hadir, sent


def send_with_absence(office: Workspace) -> None:
    """Send a unit in which one person was absent for four days without a reason."""
    absent = hadir(PERAWAT, Hadir=56, Cuti=2, Alpa=4)
    sent(office, {"Kehadiran": [absent, hadir(KEPALA), hadir(PENGELOLA)]})


def texts_of_hasil(office: Workspace) -> str:
    (path,) = office.output.rglob("Hasil_*.xlsx")
    return "\n".join(
        str(cell.value)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )


def test_days_without_a_reason_are_named_once_for_who_has_them(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send_with_absence(office)

    result = process(office, HERE)

    (issue,) = [one for one in result.issues if one.code is IssueCode.LTS_22]
    assert issue.nip == PERAWAT
    assert dict(issue.context)["langkah"] == "teguran tertulis"
    assert result.exit_code is ExitCode.SELESAI


def test_simulation_stands_on_the_sheet_only_where_the_office_asks_for_it(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send_with_absence(office)
    process(office, HERE)
    without = texts_of_hasil(office)
    book = load_workbook(office.pengaturan)
    chosen: Row = {
        "Parameter": "aturan_tpp",
        "Nilai": "Perbup Serang 1/2021",
        "Berlaku Mulai": date(2026, 1, 1),
        "Dasar Hukum": "Perbup Contoh 1/2026",
    }
    write_row(book["Kebijakan"], FIRST_ROW, chosen)
    book.save(office.pengaturan)

    process(office, HERE)

    # Four days at 2,5 percent over three months: 60 % × 100 + 40 % × (100 − 10 ÷ 3).
    assert "98,67% (simulasi, bukan penetapan)" in texts_of_hasil(office)
    assert "Simulasi TPP" not in without
