"""Fixtures for the command line: run it here, or as a person does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded

ROOT = Path(__file__).resolve().parents[3]


class Said(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    """Run the command line in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str) -> Said:
        code = run_guarded(group, arguments)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Said]:
    """Run Python in a process of its own, with the package and an empty folder."""

    def call(arguments: Sequence[str], **environment: str) -> Said:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **environment},
            capture_output=True,
            check=False,
        )
        out, err = (
            stream.decode(environment.get("PYTHONIOENCODING", "utf-8")).replace("\r\n", "\n")
            for stream in (done.stdout, done.stderr)
        )
        return Said(done.returncode, out, err)

    return call
