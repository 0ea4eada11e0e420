"""Workers that die, disks that fill, runs that are killed: old or new outputs, never a half."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run import executor, phases
from kinerja_xlsx.run.log import LOG
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle
from tests.flow.gangguan import try_every_failure
from tests.flow.kerusakan import (
    build_and_die,
    check_or_die,
    check_or_exhaust,
    check_or_fail,
    check_or_hang,
)
from tests.flow.pemutusan import kill_at_random

ROOT = Path(__file__).resolve().parents[2]
POOL = RunOptions(workers=2)
PATIENCE = 30.0
SPARE = "RSU.xlsx"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Give the outputs of a run that nothing disturbs."""
    office = settle(tmp_path_factory.mktemp("tenang"), sent_by_three())
    process(office, HERE)
    return outputs_of(office)


@pytest.fixture(scope="module")
def without_spare(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Give the outputs of a run in which one file is not there."""
    files = {name: data for name, data in sent_by_three().items() if name != SPARE}
    office = settle(tmp_path_factory.mktemp("tanpa"), files)
    process(office, HERE)
    return outputs_of(office)


def of_units(outputs: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in outputs.items() if "/unit/" in name}


def reference_in(result: RunResult) -> str:
    """Give the reference of the one fault of a run, which lies in the spare file."""
    (issue,) = (issue for issue in result.issues if issue.code is IssueCode.SIS_01)
    assert issue.place.file == SPARE
    return dict(issue.context)["acuan"]


def verdicts(result: RunResult) -> dict[str, FileVerdict]:
    return {file.file: file.verdict for file in result.files}


# -- workers


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (check_or_die, IssueCode.SIS_01),
        (check_or_fail, IssueCode.SIS_01),
        (check_or_hang, IssueCode.SIS_01),
        (check_or_exhaust, IssueCode.BRK_08),
    ],
)
def test_lost_worker_costs_one_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    without_spare: Mapping[str, bytes],
    check: Callable[..., object],
    code: IssueCode,
) -> None:
    monkeypatch.setattr(phases, "check_file", check)
    monkeypatch.setattr(executor, "TASK_SECONDS", 5)
    office = settle(tmp_path, sent_by_three())

    result = process(office, POOL)

    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
    assert verdicts(result)[SPARE] is FileVerdict.DITOLAK
    assert of_units(outputs_of(office)) == of_units(without_spare)
    assert (office.output / "tanpa-periode" / "ditolak" / f"Penjelasan_{SPARE}").exists()
    (issue,) = (issue for issue in result.issues if issue.place.file == SPARE)
    assert issue.code is code
    log = (office.state / LOG).read_text(encoding="utf-8")
    assert code is not IssueCode.SIS_01 or reference_in(result) in log
    assert "197503032000031003" not in log


def test_worker_lost_while_writing_leaves_nothing_of_its_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_spare: Mapping[str, bytes]
) -> None:
    monkeypatch.setattr(phases, "build_unit", build_and_die)
    office = settle(tmp_path, sent_by_three())

    result = process(office, POOL)

    assert reference_in(result)
    assert verdicts(result)[SPARE] is FileVerdict.DITOLAK
    assert result.periods[0].missing_units == ()
    assert [(unit.kode, unit.terkirim) for unit in result.periods[0].units] == [
        ("PKM", True),
        ("RSU", False),
        ("SEK", True),
    ]
    assert of_units(outputs_of(office)) == of_units(without_spare)


# -- disks


@contextmanager
def failing(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, at: int
) -> Iterator[list[int]]:
    """Let the n-th call of a function fail for want of room; gives the list of calls so far."""
    real = getattr(owner, name)
    calls: list[int] = []

    def call(*arguments: object) -> object:
        calls.append(len(calls) + 1)
        if calls[-1] == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, call)
        yield calls


@pytest.mark.slow
def test_every_failed_operation_leaves_old_or_new_outputs(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    (office.input / SPARE).unlink()

    tally = try_every_failure(office, rerun_each=9)

    assert min(tally.failures.values()) > 0
    assert sum(tally.failures.values()) > tally.endured > 0


def test_full_disk_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    rekap = office.output / PERIOD.code / "rekap.xlsx"
    old = rekap.read_bytes()
    (office.input / SPARE).unlink()

    with failing(monkeypatch, os, "fsync", 1):
        code = run_guarded(group, ["proses", "--ruang", str(tmp_path), "--pekerja", "1"])

    assert code == ExitCode.RUANG_KERJA
    assert capsys.readouterr().err == (
        f"Berkas atau folder «{rekap}» tidak dapat dibaca atau ditulis: cakram penuh; kosongkan "
        "ruang lalu jalankan ulang. Hasil lama tetap utuh.\n"
    )
    assert rekap.read_bytes() == old


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file size")
def test_disk_that_is_full_for_workers_ends_with_5(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    old = outputs_of(office)

    done = start(tmp_path, "proses", before="ulimit -f 8;")

    assert done.returncode == ExitCode.RUANG_KERJA
    assert "cakram penuh atau berkas melebihi batas" in done.stderr
    assert "Traceback" not in done.stderr
    assert outputs_of(office) == old


def start(folder: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program as people do, and wait for it."""
    return subprocess.run(
        ["/bin/sh", "-c", f'{before} exec "$@"', "sh", *command(folder, *arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "kinerja_xlsx", *arguments, "--ruang", str(folder)]


# -- kills


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_killed_runs_leave_whole_outputs_and_converge(
    tmp_path: Path, undisturbed: Mapping[str, bytes]
) -> None:
    office = settle(tmp_path, sent_by_three())

    kills = kill_at_random(office, undisturbed, times=3)

    assert kills.killed > 0


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_run_ends_in_peace(
    tmp_path: Path, undisturbed: Mapping[str, bytes], number: signal.Signals
) -> None:
    office = settle(tmp_path, sent_by_three())
    run = subprocess.Popen(
        command(tmp_path, "proses"), cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    until(lambda: any(office.state.glob("kerja/*/*.pkl")))

    run.send_signal(number)
    _, said = run.communicate()

    assert run.returncode == ExitCode.DIHENTIKAN
    assert said == "Dihentikan. Hasil lama tetap utuh; jalankan ulang kapan saja.\n"
    assert [path.name for path in office.state.iterdir()] == ["kunci"]
    assert outputs_of(office).items() <= undisturbed.items()
