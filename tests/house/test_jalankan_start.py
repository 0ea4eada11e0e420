"""The launcher started for real, offline: it installs once, passes on, and heals."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HAS_ENSUREPIP = importlib.util.find_spec("ensurepip") is not None


@pytest.fixture
def start(project: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Start the launcher for real, offline, from a folder that is not its own."""
    environment = {**os.environ, "PIP_NO_INDEX": "1", "KINERJA_VENV": ""}
    workspace = tmp_path / "ruang kerja"
    workspace.mkdir()

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(project / "jalankan.py"), *arguments],
            cwd=workspace,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.mark.slow
@pytest.mark.skipif(not HAS_ENSUREPIP, reason="this Python cannot make a virtual environment")
def test_first_start_installs_second_does_not_and_a_broken_venv_heals(
    start: Callable[..., subprocess.CompletedProcess[str]], project: Path, tmp_path: Path
) -> None:
    def installed() -> int:
        return len((project / "dipasang.log").read_text(encoding="utf-8").splitlines())

    first = start("proses", "--json", "1")
    assert first.returncode == 1, first.stderr
    assert json.loads(first.stdout) == {
        "args": ["proses", "--json", "1"],
        "cwd": str(tmp_path / "ruang kerja"),
        "utf8": 1,
    }
    assert "Menyiapkan program" in first.stderr

    second = start()
    assert second.returncode == 0
    assert json.loads(second.stdout)["args"] == ["--help"]
    assert (second.stderr, installed()) == ("", 1)

    with (project / "pyproject.toml").open("a", encoding="utf-8") as changed:
        changed.write("# as after an update\n")
    assert start("periksa").returncode == 0
    assert installed() == 2

    shutil.rmtree(project / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    healed = start("demo")
    assert healed.returncode == 0, healed.stderr
    assert installed() == 3
