"""The command line on real workspaces: what people read, what programs read, and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.workspace import open_workspace
from tests.drawn import sound_isian

ROOT = Path(__file__).resolve().parents[2]


class Said(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    """Run the command line here; for commands that need no worker process."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Said:
        code = run_guarded(group, arguments)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


def start(folder: Path, *arguments: str, console: str = "utf-8") -> Said:
    """Run the program in its own process, with one worker, on a console of some encoding."""
    done = subprocess.run(
        [sys.executable, "-m", "kinerja_xlsx", *arguments, "--pekerja", "1"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": console},
        capture_output=True,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode(console))


def drop(folder: Path) -> Path:
    """Put a sound submission into the input of a folder."""
    (folder / "input").mkdir(parents=True)
    return sound_isian(1).save(folder / "input" / "dinkes.xlsx")


def test_sound_submission_ends_with_0_and_a_document(tmp_path: Path) -> None:
    drop(tmp_path)

    said = start(tmp_path, "proses", "--json", console="cp1252")

    document = json.loads(said.out)
    assert (said.code, document["exit_code"]) == (0, 0)
    assert document["files"][0]["verdict"] == "diterima"
    assert [type(line["capaian"]) for line in document["employees"]] == [float]
    assert all((tmp_path / made["path"]).is_file() for made in document["outputs"])
    assert "Selesai. Tidak ada yang ditahan atau ditolak." in said.err
    assert "Traceback" not in said.err


def test_check_of_a_refused_file_says_why_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / "laporan.xlsx").write_text("<html></html>", encoding="utf-8")

    said = start(tmp_path, "periksa")

    assert said.code == 1
    assert said.out.startswith("Kesalahan BRK-01 · laporan.xlsx · ")
    assert "\n\nBerkas  1 = 1 ditolak\n" in said.out
    assert said.err == ""
    assert not (tmp_path / "output").exists()


def test_new_workspace_is_empty_and_its_settings_still_blank(
    run: Callable[..., Said], tmp_path: Path
) -> None:
    made = run("mulai", "kota")
    empty = run("proses", "--ruang", "kota", "--json")
    blank = run("templat", "--ruang", "kota", "--periode", "2026-TW1")

    assert made.code == 0
    assert (tmp_path / "kota" / "input" / "Pengaturan.xlsx").is_file()
    assert empty.code == json.loads(empty.out)["exit_code"] == 4
    assert "Folder input belum berisi berkas isian" in empty.err
    assert blank.code == 3
    assert "Pengaturan.xlsx › Instansi › B5" in blank.err


def test_second_start_changes_nothing(run: Callable[..., Said], tmp_path: Path) -> None:
    run("mulai", "kota")
    settings = tmp_path / "kota" / "input" / "Pengaturan.xlsx"
    settings.write_bytes(b"milik orang")

    said = run("mulai", "kota")

    assert said.code == 0
    assert "input/Pengaturan.xlsx sudah ada dan tidak diubah." in said.out
    assert settings.read_bytes() == b"milik orang"


def test_workspace_without_settings_gets_a_blank_template(
    run: Callable[..., Said], tmp_path: Path
) -> None:
    (tmp_path / "input").mkdir()

    said = run("templat", "--periode", "2026-TW1")

    path = said.out.split()[0]
    assert said.code == 0
    assert (tmp_path / path).is_file()
    assert "belum ada, jadi yang dibuat satu templat kosong" in said.out


def test_workspace_in_use_is_left_alone(run: Callable[..., Said], tmp_path: Path) -> None:
    drop(tmp_path)

    with hold_lock(open_workspace(tmp_path)):
        said = run("proses")

    assert said.code == 5
    assert said.err.startswith("Ruang kerja ini sedang dipakai oleh proses lain sejak ")
    assert not (tmp_path / "output").exists()


def test_demo_does_not_touch_a_folder_of_other_people(
    run: Callable[..., Said], tmp_path: Path
) -> None:
    mine = drop(tmp_path / "contoh")
    before = mine.read_bytes()

    said = run("demo")

    assert said.code == 5
    assert "sudah berisi berkas yang bukan contoh, jadi tidak disentuh" in said.err
    assert mine.read_bytes() == before
    assert list((tmp_path / "contoh" / "input").iterdir()) == [mine]


def test_folder_that_cannot_be_written_is_explained(
    run: Callable[..., Said], tmp_path: Path
) -> None:
    (tmp_path / "input").mkdir()
    (tmp_path / "output").write_text("bukan folder", encoding="utf-8")

    said = run("templat", "--periode", "2026-TW1")

    assert said.code == 5
    assert "tidak dapat dibaca atau ditulis" in said.err
    assert "Traceback" not in said.err
