"""Every way to end is one exit code, one Indonesian line, and one document where JSON is asked."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest

from kinerja_xlsx.cli import app, keluar, main
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.run import errors
from kinerja_xlsx.run.pengaturan import SettingsError
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.workspace import WorkspaceError
from tests.drawn_run import formula_issue

ROOT = Path(__file__).resolve().parents[3]
STOPPED = "Dihentikan. Hasil lama tetap utuh; jalankan ulang kapan saja.\n"


def failing(error: BaseException) -> click.Command:
    """Make a command that ends with an error."""

    def fail(*, as_json: bool) -> NoReturn:
        del as_json
        raise error

    return click.Command(
        "gagal", callback=fail, params=[click.Option(["--json", "as_json"], is_flag=True)]
    )


class Unread(io.StringIO):
    """An output whose reader has left."""

    def flush(self) -> None:
        """Find nobody there."""
        raise BrokenPipeError


ENDINGS = [
    (SettingsError((formula_issue(12),)), 3, "Pengaturan.xlsx belum dapat dipakai"),
    (NothingToAnswerError(), 4, "Folder input belum berisi berkas isian"),
    (WorkspaceError("Ruang kerja ini sedang dipakai."), 5, "Ruang kerja ini sedang dipakai."),
    (PermissionError(13, "x", "rekap.xlsx"), 5, "«rekap.xlsx» tidak dapat dibaca atau ditulis"),
    (ZeroDivisionError("x"), 6, "kesalahannya sendiri (ZeroDivisionError)"),
    (KeyboardInterrupt(), 130, "Dihentikan."),
    (click.UsageError("Salah."), 2, "Belum dapat dijalankan. Salah."),
]


@pytest.mark.parametrize(("error", "code", "line"), ENDINGS)
def test_failure_has_its_exit_code_and_no_traceback(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = run_guarded(failing(error), [])

    out, err = capsys.readouterr()
    assert ended == code
    assert out == ""
    assert line in err
    assert "Traceback" not in err


@pytest.mark.parametrize(("error", "code", "line"), ENDINGS)
def test_failure_writes_one_document_when_asked(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = run_guarded(failing(error), ["--json"])

    out, err = capsys.readouterr()
    document = json.loads(out)
    assert ended == document["exit_code"] == code
    assert len(document["issues"]) == (1 if isinstance(error, SettingsError) else 0)
    assert line in err


def test_refused_settings_are_listed_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    run_guarded(failing(SettingsError((formula_issue(12), formula_issue(13)))), [])

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("Kesalahan SEL-22 · dinkes.xlsx › Hasil Kerja › U12")


@pytest.mark.parametrize("place", [0, 1])
def test_traceback_is_shown_on_request(place: int, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--json"]
    arguments.insert(place, "--debug")

    ended = run_guarded(failing(ZeroDivisionError("pembagi nol")), arguments)

    out, err = capsys.readouterr()
    assert ended == 6
    assert "ZeroDivisionError: pembagi nol" in err
    assert json.loads(out)["exit_code"] == 6


def test_what_explains_failures_may_fail_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(error: Exception) -> NoReturn:
        raise LookupError from error

    monkeypatch.setattr(errors, "explain", broken)

    ended = run_guarded(failing(ValueError("x")), [])

    assert ended == 6
    assert "kesalahannya sendiri (ValueError)" in capsys.readouterr().err


def test_command_gives_its_own_exit_code() -> None:
    assert run_guarded(click.Command("sebagian", callback=lambda: 1), []) == 1


def test_help_page_without_a_reader_ends_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    silenced: list[object] = []
    monkeypatch.setattr(keluar, "silence", silenced.append)
    monkeypatch.setattr(sys, "stdout", Unread())

    assert run_guarded(failing(BrokenPipeError()), []) == 0
    assert silenced == [sys.stdout]


def test_worker_that_died_is_no_reader_that_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(failing(BrokenPipeError()), []) == 6

    assert "kesalahannya sendiri (BrokenPipeError)" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no polite signal")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_polite_signal_stops_with_one_line(sent: signal.Signals, tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "from kinerja_xlsx.cli import app\n"
        "def wait(*_):\n"
        "    print('siap', flush=True)\n"
        "    time.sleep(60)\n"
        "app.LazyGroup.resolve_command = wait\n"
        "sys.argv = ['kinerja-xlsx', 'proses', '--json']\n"
        "app.start()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "siap\n"

        process.send_signal(sent)
        out, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert err == STOPPED
    assert json.loads(out)["exit_code"] == 130


def test_reader_that_goes_away_does_not_change_the_exit_code(
    start: Callable[..., Any],
) -> None:
    script = (
        "import os, sys, click\n"
        "from kinerja_xlsx.cli import bicara\n"
        "from kinerja_xlsx.cli.keluar import run_guarded\n"
        "reader, writer = os.pipe()\n"
        "os.close(reader)\n"
        "os.dup2(writer, 1)\n"
        "def told():\n"
        "    bicara.answer('satu')\n"
        "    bicara.answer('dua')\n"
        "    return 1\n"
        "sys.exit(run_guarded(click.Command('sebagian', callback=told), []))\n"
    )

    said = start(["-c", script])

    assert (said.code, said.err) == (1, "")


def test_stop_outside_a_command_ends_quietly_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped() -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "start", stopped)

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 130
    assert capsys.readouterr().err == "Dihentikan.\n"
