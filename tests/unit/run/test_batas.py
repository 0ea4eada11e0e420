"""A file that asks for too much time or memory is told so; the program's own faults are not."""

from __future__ import annotations

import time

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.batas import (
    EXIT_MEMORY,
    EXIT_TIME,
    Batas,
    fault_issue,
    kind_of_end,
    watched,
)
from kinerja_xlsx.spec.pesan import render_line


def busy_until(ends: list[int]) -> None:
    limit = time.monotonic() + 30
    while not ends and time.monotonic() < limit:
        sum(range(1_000))


def test_watchdog_ends_a_process_that_works_too_long() -> None:
    ends: list[int] = []

    with watched(0, 1_000_000, end=ends.append):
        busy_until(ends)

    assert ends[0] == EXIT_TIME


def test_watchdog_ends_a_process_that_grows_too_large() -> None:
    ends: list[int] = []

    with watched(None, 1, end=ends.append):
        busy_until(ends)

    assert ends[0] == EXIT_MEMORY


def test_watchdog_leaves_a_process_within_its_limits_alone() -> None:
    ends: list[int] = []

    with watched(3_600, 1_000_000, end=ends.append):
        time.sleep(0.6)

    assert ends == []


@pytest.mark.parametrize(
    ("code", "kind"), [(EXIT_TIME, "waktu"), (EXIT_MEMORY, "memori"), (-9, "mati"), (0, "mati")]
)
def test_exit_code_tells_the_limit(code: int, kind: str) -> None:
    assert kind_of_end(code) == kind


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("waktu", "pemeriksaannya terlalu lama, batasnya 120 detik kerja komputer."),
        ("memori", "pemeriksaannya terlalu banyak memakai memori, batasnya 3072 MB."),
    ],
)
def test_file_beyond_a_limit_is_told_which(kind: str, said: str) -> None:
    issue = fault_issue("berat.xlsx", Failure(kind, "", "abcd"), Batas())

    assert issue.code is IssueCode.BRK_08
    assert said in render_line(issue, masked=True)


def test_any_other_end_is_our_fault() -> None:
    issue = fault_issue("a.xlsx", Failure("mati", "", "abcd"), Batas())

    assert issue.code is IssueCode.SIS_01


@pytest.mark.parametrize("option", ["--batas-memori=100", "--batas-detik=0", "--batas-detik=dua"])
def test_limit_out_of_bounds_is_a_usage_error(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(group, ["proses", option]) == ExitCode.CARA_PAKAI
    assert "bukan bilangan bulat" in capsys.readouterr().err
