"""Roll-up by the settings of an office: closed months, and waiting for all of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import HEADER_ROW, Row
from tests.flow.alur import HERE, fill, open_office, sound_ratings, sound_rows, write_row

QUARTER = "2026-TW1"
MONTHS = ("2026-01", "2026-02", "2026-03")


def set_rows(office: Workspace, sheet: str, *rows: Row) -> None:
    book = load_workbook(office.pengaturan)
    for number, row in enumerate(rows, start=HEADER_ROW + 1):
        write_row(book[sheet], number, row)
    book.save(office.pengaturan)


def open_months(office: Workspace, *, closed: str = "Tidak") -> None:
    """List the quarter and its months; the months may be closed."""
    months: list[Row] = [{"Kode": code, "Tertutup": closed} for code in MONTHS]
    set_rows(office, "Periode", {"Kode": QUARTER, "Tertutup": "Tidak"}, *months)


def fill_period(office: Workspace, code: str, *, is_blank: bool = False) -> None:
    """Send the template of one period, with a third of the work or with ratings alone."""
    (made,) = make_templates(office, Period.parse(code))
    rows = [
        {**row, "Realisasi": None, "Bukti Dukung": None} if is_blank else row
        for row in sound_rows()
    ]
    fill(
        office.root / made.path,
        office.input / f"{code}.xlsx",
        rows=rows,
        ratings=sound_ratings(),
    )


def test_closed_months_still_count_for_their_quarter(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    open_months(office)
    for code in MONTHS:
        fill_period(office, code)
    fill_period(office, QUARTER, is_blank=True)
    open_months(office, closed="Ya")

    result = process(office, HERE)

    assert [one.period for one in result.periods] == [QUARTER]
    assert all(one.lengkap and one.capaian is not None for one in result.periods[0].employees)
    assert {issue.code for issue in result.issues} >= {IssueCode.LBK_07}
    assert result.exit_code is ExitCode.SELESAI


def test_office_that_waits_for_all_months_withholds_until_they_are_there(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    open_months(office)
    set_rows(
        office,
        "Kebijakan",
        {"Parameter": "bulan_hilang", "Nilai": "ditahan", "Berlaku Mulai": date(2026, 1, 1)},
    )
    fill_period(office, "2026-01")
    fill_period(office, "2026-03")
    fill_period(office, QUARTER, is_blank=True)

    waiting = process(office, HERE)
    fill_period(office, "2026-02")
    complete = process(office, HERE)

    (quarter,) = [one for one in waiting.periods if one.period == QUARTER]
    assert {one.status for one in quarter.employees} == {PenugasanStatus.DITAHAN}
    assert all("Februari 2026" in one.alasan for one in quarter.employees)
    assert waiting.exit_code is ExitCode.ADA_YANG_DITAHAN
    counts = {file.file: file.rows for file in waiting.files}[f"{QUARTER}.xlsx"]
    assert counts is not None
    assert counts.withheld == counts.seen
    assert IssueCode.LTS_12 not in {issue.code for issue in complete.issues}
    assert complete.exit_code is ExitCode.SELESAI
