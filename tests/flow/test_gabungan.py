"""Roll-up through the whole run: months in `input/` become the quarter that rates them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from tests.drawn import NIPS, DrawnBook, sound_isian
from tests.flow.alur import (
    HERE,
    outputs_of,
)

QUARTER = "2026-TW1"
MONTHS = ("2026-01", "2026-02", "2026-03")
TRAIL = RunOptions(workers=0, wants_trail=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path)


def isian(period: str, figures: dict[str, tuple[float, float | None]]) -> DrawnBook:
    """Draw an Isian of one person: No Indikator to target and realisasi."""
    book = sound_isian(1, period=period)
    rows = [row for row in book.sheets["Hasil Kerja"] if row["No Indikator"] in figures]
    book.sheets["Hasil Kerja"] = [
        {
            **row,
            "Target": figures[str(row["No Indikator"])][0],
            "Target Atas": None,
            "Arah": "Naik",
            "Agregasi": "Jumlah",
            "Realisasi": figures[str(row["No Indikator"])][1],
            "Bukti Dukung": "Register",
        }
        for row in rows
    ]
    return book


def send(
    workspace: Workspace, period: str, figures: dict[str, tuple[float, float | None]]
) -> None:
    isian(period, figures).save(workspace.input / f"{period}.xlsx")


def send_months(workspace: Workspace, *realisasi: float | None) -> None:
    for month, value in zip(MONTHS, realisasi, strict=True):
        if value is not None:
            send(workspace, month, {"1.1": (100, value)})


def issues_in(result: RunResult, code: IssueCode) -> list[Issue]:
    return [issue for issue in result.issues if issue.code is code]


def line_of(result: RunResult, period: str = QUARTER) -> BarisPegawai:
    (found,) = [one for one in result.periods if one.period == period]
    (line,) = found.employees
    return line


def texts_of(workspace: Workspace) -> list[str]:
    """Read every cell of the quarter's workbook as text."""
    (hasil,) = workspace.output.rglob(f"Hasil_*_{QUARTER}.xlsx")
    return [
        str(cell.value)
        for sheet in load_workbook(hasil)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_quarter_without_realisasi_is_scored_from_its_months(workspace: Workspace) -> None:
    send_months(workspace, 90, 100, 80)
    send(workspace, QUARTER, {"1.1": (300, None)})

    result = process(workspace, TRAIL)

    assert line_of(result).capaian == 90
    assert line_of(result).lengkap
    assert issues_in(result, IssueCode.LTS_12) == []


def test_missing_month_is_named_and_leaves_with_its_target(workspace: Workspace) -> None:
    send_months(workspace, 90, None, 80)
    send(workspace, QUARTER, {"1.1": (300, None)})

    result = process(workspace, HERE)

    assert line_of(result).capaian == 85
    (issue,) = issues_in(result, IssueCode.LTS_12)
    assert issue.severity is Severity.CATATAN
    assert dict(issue.context)["periode"] == "Februari 2026"
    assert result.exit_code is ExitCode.SELESAI


def test_typed_figure_stands_and_a_difference_is_told(workspace: Workspace) -> None:
    send_months(workspace, 90, 100, 80)
    send(workspace, QUARTER, {"1.1": (300, 285)})

    result = process(workspace, HERE)

    assert line_of(result).capaian == 95
    (issue,) = issues_in(result, IssueCode.LTS_10)
    assert (issue.value, dict(issue.context)["gabungan"]) == ("285", "270")
    assert (issue.place.sheet, issue.place.heading) == ("Hasil Kerja", "Realisasi")


def test_typed_figure_equal_to_the_rollup_raises_nothing(workspace: Workspace) -> None:
    send_months(workspace, 90, 100, 80)
    send(workspace, QUARTER, {"1.1": (300, 270)})

    assert issues_in(process(workspace, HERE), IssueCode.LTS_10) == []


def test_quarter_asked_for_alone_still_reads_its_months(workspace: Workspace) -> None:
    send_months(workspace, 90, 100, 80)
    send(workspace, QUARTER, {"1.1": (300, None)})
    options = RunOptions(workers=0, period=Period.parse(QUARTER))

    result = process(workspace, options)

    assert [one.period for one in result.periods] == [QUARTER]
    assert line_of(result).capaian == 90


def test_archived_months_are_read_as_well(workspace: Workspace) -> None:
    send_months(workspace, 90, 100, 80)
    for month in MONTHS:
        target = workspace.input / "arsip" / month / f"{month}.xlsx"
        target.parent.mkdir(parents=True)
        (workspace.input / f"{month}.xlsx").rename(target)
    send(workspace, QUARTER, {"1.1": (300, None)})

    assert line_of(process(workspace, HERE)).capaian == 90


def test_outputs_are_the_same_bytes_with_workers(workspace: Workspace) -> None:
    send_months(workspace, 90, None, 80)
    send(workspace, QUARTER, {"1.1": (300, None)})
    process(workspace, HERE)
    serial = outputs_of(workspace)

    process(workspace, RunOptions(workers=2))

    assert outputs_of(workspace) == serial


def test_indicator_of_a_month_that_the_quarter_lacks_is_told(workspace: Workspace) -> None:
    send(workspace, "2026-01", {"1.1": (100, 90), "1.2": (10, 9)})
    send(workspace, QUARTER, {"1.1": (300, None)})

    (issue,) = issues_in(process(workspace, HERE), IssueCode.LTS_13)

    assert issue.severity is Severity.CATATAN
    assert "1.2" in dict(issue.context)["masalah"]


def test_form_prints_what_was_put_together_and_what_is_missing(workspace: Workspace) -> None:
    send_months(workspace, 90, None, 80)
    send(workspace, QUARTER, {"1.1": (300, None)})

    process(workspace, HERE)

    cells = texts_of(workspace)
    assert any(
        "Realisasi indikator 1.1 digabung dari 2 dari 3 bulan; belum ada Februari 2026." in text
        for text in cells
    )
    assert "300" not in cells
    assert {"200", "170"} <= set(cells)


def test_leap_since_the_period_before_is_asked_about(workspace: Workspace) -> None:
    send(workspace, "2026-02", {"1.1": (100, 100)})
    send(workspace, "2026-03", {"1.1": (100, 60)})

    result = process(workspace, HERE)

    (issue,) = issues_in(result, IssueCode.LTS_09)
    context = dict(issue.context)
    assert (context["periode"], context["lama"], context["baru"]) == (
        "Februari 2026", "100,00", "60,00"
    )  # fmt: skip
    lalu = line_of(result, "2026-03").lalu
    assert lalu is not None
    assert lalu.capaian == Decimal(100)


def test_change_up_to_the_limit_is_no_leap(workspace: Workspace) -> None:
    send(workspace, "2026-02", {"1.1": (100, 100)})
    send(workspace, "2026-03", {"1.1": (100, 70)})

    assert issues_in(process(workspace, HERE), IssueCode.LTS_09) == []


def test_trail_names_the_file_and_cell_of_each_month(workspace: Workspace) -> None:
    send_months(workspace, 90, 100, 80)
    send(workspace, QUARTER, {"1.1": (300, None)})

    process(workspace, HERE)

    texts = texts_of(workspace)
    assert any(
        "90 (Januari 2026) + 100 (Februari 2026) + 80 (Maret 2026)" in text for text in texts
    )
    assert any("2026-01.xlsx › Hasil Kerja!" in text for text in texts)
    assert NIPS[0] in texts


# -- angka kredit


def test_angka_kredit_adds_over_years_and_over_units(workspace: Workspace) -> None:
    for unit, code, jenjang in (
        ("LAMA", "2025", "Ahli Pertama"),
        ("DINKES", "2026-TW1", "Ahli Pertama"),
    ):
        book = sound_isian(1, unit=unit, period=code, year=int(code[:4]))
        book.sheets["Pegawai"][0]["Jenjang"] = jenjang
        book.save(workspace.input / f"{unit}.xlsx")

    process(workspace, TRAIL)

    texts = texts_of(workspace)
    assert "Angka kredit Tahun 2025" in texts
    assert any(text.startswith("Angka kredit kumulatif") for text in texts)
