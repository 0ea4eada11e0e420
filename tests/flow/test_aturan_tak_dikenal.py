"""Unknown parameters, regulations and periods stop every command, which names the cell."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import HEADER_ROW, Row
from tests.flow.alur import PERIOD, outputs_of, sent_by_three, settle, write_row

DASAR = "Perwali Contoh 1/2026 Pasal 5"


def kebijakan(parameter: str, nilai: str, since: date = date(2026, 1, 1)) -> Row:
    return {
        "Parameter": parameter,
        "Nilai": nilai,
        "Berlaku Mulai": since,
        "Dasar Hukum": DASAR,
    }


CASES = pytest.mark.parametrize(
    ("sheet", "row", "cell", "words"),
    [
        pytest.param(
            "Kebijakan",
            kebijakan("ambang_sesuwai", "85"),
            "B5",
            "«ambang_sesuwai» tidak ada dalam pilihan Parameter. Mungkin maksud Anda "
            "«ambang_sesuai»?",
            id="parameter",
        ),
        pytest.param(
            "Kebijakan",
            kebijakan("mode_angka", "PP 46/2011"),
            "C5",
            "«PP 46/2011» tidak ada dalam pilihan Nilai.",
            id="aturan",
        ),
        pytest.param(
            "Kebijakan",
            kebijakan("ambang_sesuai", "85", date(2021, 12, 31)),
            "D5",
            "31/12/2021 di luar batas Berlaku Mulai. Yang dapat diterima: mulai 1 Januari 2022, "
            "hari pertama PermenPANRB 6/2022.",
            id="hari sebelum aturan pertama",
        ),
        pytest.param(
            "Periode",
            {"Kode": "2026-TW5"},
            "B6",
            "«2026-TW5» belum sesuai bentuk Kode.",
            id="periode",
        ),
        pytest.param(
            "Periode",
            {"Kode": "2021-TW4"},
            "B6",
            "2021-TW4 di luar batas Kode. Yang dapat diterima: mulai 1 Januari 2022, hari pertama "
            "PermenPANRB 6/2022.",
            id="periode sebelum aturan pertama",
        ),
    ],
)


def office_with(root: Path, sheet: str, row: Row) -> Workspace:
    """Settle an office whose settings hold one more row, below those that are there."""
    office = settle(root, sent_by_three())
    book = load_workbook(office.pengaturan)
    used = {"Periode": 1}.get(sheet, 0)
    write_row(book[sheet], HEADER_ROW + 1 + used, row)
    book.save(office.pengaturan)
    return office


@CASES
def test_run_stops_with_3_and_names_the_cell(  # noqa: PLR0913 - four of them are one case
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    sheet: str,
    row: Row,
    cell: str,
    words: str,
) -> None:
    office = office_with(tmp_path, sheet, row)

    ended = run_guarded(group, ["proses", "--ruang", str(tmp_path), "--pekerja", "1", "--json"])

    said = capsys.readouterr()
    document = json.loads(said.out)
    assert ended == document["exit_code"] == ExitCode.PENGATURAN_SALAH
    assert said.err.startswith("Pengaturan.xlsx belum dapat dipakai:\n")
    assert f"Pengaturan.xlsx › {sheet} › {cell}" in said.err
    assert words in " ".join(said.err.split())
    assert outputs_of(office) == {}


@CASES
@pytest.mark.parametrize(
    "arguments",
    [["templat", "--periode", PERIOD.code], ["periksa"], ["jelaskan", "199001012015031001"]],
    ids=["templat", "periksa", "jelaskan"],
)
def test_every_command_that_scores_or_asks_for_figures_stops(  # noqa: PLR0913 - as above
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    arguments: list[str],
    sheet: str,
    row: Row,
    cell: str,
    words: str,
) -> None:
    office = office_with(tmp_path, sheet, row)

    ended = run_guarded(group, [*arguments, "--ruang", str(tmp_path)])

    said = capsys.readouterr()
    assert ended == ExitCode.PENGATURAN_SALAH
    assert f"{sheet} › {cell}" in said.err
    assert words in " ".join(said.err.split())
    assert outputs_of(office) == {}


@pytest.mark.parametrize("period", ["2027-TW1", "2021-TW4"])
def test_period_asked_for_that_the_settings_do_not_know_ends_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], period: str
) -> None:
    office = settle(tmp_path, sent_by_three())

    ended = run_guarded(group, ["proses", "--ruang", str(tmp_path), "--periode", period])

    assert ended == ExitCode.PENGATURAN_SALAH
    assert f"Periode «{period}» tidak ada di lembar Periode" in capsys.readouterr().err
    assert outputs_of(office) == {}


@pytest.mark.parametrize(
    "command",
    [
        ["proses", "--periode", "2021-TW4"],
        ["templat", "--periode", "2021"],
        ["templat", "--skp", "2021"],
    ],
    ids=["proses", "templat", "skp"],
)
def test_period_without_rules_ends_with_3_also_without_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    office = settle(tmp_path, {"PKM.xlsx": sent_by_three()["PKM.xlsx"]})

    ended = run_guarded(group, [*command, "--ruang", str(tmp_path)])

    assert ended == ExitCode.PENGATURAN_SALAH
    assert "mulai 1 Januari 2022" in capsys.readouterr().err
    assert outputs_of(office) == {}
