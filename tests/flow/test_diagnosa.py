"""`diagnosa` as a command: every setting with its origin, exit codes, and nothing written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.diagnosa import semua
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW
from tests.flow.alur import HERE, open_office, sent_by_three, settle, write_row

PENGESAH = "Contoh Pengesah, M.Si."


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the settings in this process, which no test of another matter needs to wait for."""
    monkeypatch.setattr(semua, "_executor", lambda _: SerialExecutor())


def sections(text: str) -> dict[str, dict[str, dict[str, Any]]]:
    document = json.loads(text)
    return {
        one["section"]: {row["label"]: row for row in one["findings"]}
        for one in document["sections"]
    }


def diagnosa(office: Workspace, *arguments: str) -> int:
    return run_guarded(group, ["diagnosa", "--ruang", str(office.root), *arguments])


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_sound_workspace_is_told_section_by_section_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    before = snapshot(tmp_path)

    code = diagnosa(office)

    said = capsys.readouterr()
    assert code == ExitCode.SELESAI
    assert snapshot(tmp_path) == before
    assert said.err == ""
    blocks = said.out.split("\n\n")
    assert [block.partition("\n")[0] for block in blocks[:-1]] == [
        "Program dan komputer",
        "Ruang kerja",
        "Jam dan zona waktu",
        "Pengaturan.xlsx",
        "Parameter penilaian, Triwulan I 2026",
        "Pilihan perintah proses",
    ]
    assert max(map(len, said.out.splitlines())) <= 79
    assert max(len(block.splitlines()) for block in blocks) <= 24


@pytest.mark.usefixtures("here")
def test_each_value_names_where_it_comes_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(tmp_path)
    book = load_workbook(office.pengaturan)
    form = book["Instansi"]
    for row in form.iter_rows(min_col=1, max_col=1):
        if row[0].value == "Pejabat Pengesah":
            form.cell(row[0].row, 2).value = PENGESAH
    sheet = book["Kebijakan"]
    for number, nilai, since in ((0, "105", date(2026, 1, 1)), (2, "110", date(2026, 3, 1))):
        write_row(
            sheet,
            FIRST_ROW + number,
            {
                "Parameter": "ambang_di_atas",
                "Nilai": nilai,
                "Berlaku Mulai": since,
                "Dasar Hukum": "Perwali Contoh 1/2026",
            },
        )
    book.save(office.pengaturan)

    code = diagnosa(office, "--json", "--pekerja", "3")

    text = capsys.readouterr().out
    found = sections(text)
    assert code == ExitCode.SELESAI
    assert found["pengaturan"]["Kertas"]["origin"].startswith("Instansi!B")
    assert found["pengaturan"]["Pejabat Pengesah"]["value"] == "diisi"
    assert PENGESAH not in text
    one = found["parameter"]["ambang_di_atas"]
    assert (one["value"], one["basis"]) == ("110 persen", "Perwali Contoh 1/2026")
    assert one["origin"] == f"Kebijakan baris {FIRST_ROW + 2}"
    other = found["parameter"]["hari_keberatan"]
    assert (other["origin"], other["basis"]) == ("bawaan", "PP 30/2019 Pasal 59")
    assert (
        found["pilihan"]["--pekerja"] | {"value": "3", "origin": "--pekerja"}
        == (found["pilihan"]["--pekerja"])
    )

    diagnosa(office, "--json", "--periode", "2026-02")
    one = sections(capsys.readouterr().out)["parameter"]["ambang_di_atas"]
    assert (one["value"], one["origin"]) == ("105 persen", f"Kebijakan baris {FIRST_ROW}")


@pytest.mark.usefixtures("here")
def test_period_before_all_rules_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diagnosa(open_office(tmp_path), "--json", "--periode", "2021") == ExitCode.SELESAI

    found = sections(capsys.readouterr().out)
    assert list(found["parameter"]) == ["Aturan"]
    assert "1 Januari 2022" in found["parameter"]["Aturan"]["cure"]


@pytest.mark.usefixtures("here")
def test_settings_that_are_refused_end_with_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(tmp_path)
    book = load_workbook(office.pengaturan)
    write_row(book["Kebijakan"], FIRST_ROW, {"Parameter": "tidak_ada", "Nilai": "1"})
    book.save(office.pengaturan)

    assert diagnosa(office) == ExitCode.PENGATURAN_SALAH
    assert "X Berkas" in capsys.readouterr().out


def test_hostile_settings_end_with_three_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path, {"Pengaturan.xlsx": b"PK\x03\x04 terpotong"})

    assert diagnosa(office, "--json") == ExitCode.PENGATURAN_SALAH
    assert sections(capsys.readouterr().out)["ruang_kerja"]["input"]["state"] == "baik"


def test_folder_that_is_no_workspace_ends_with_five(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = diagnosa(Workspace(tmp_path / "tidak-ada"))

    said = capsys.readouterr().out
    assert code == ExitCode.RUANG_KERJA
    assert "X input" in said
    assert "perlu dibetulkan (tanda X)" in said
    assert not (tmp_path / "tidak-ada").exists()
