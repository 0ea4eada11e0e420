"""Faults of ours are logged where their reference can be looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.log import LOG, note_failure, open_log
from kinerja_xlsx.run.workspace import Workspace

FAULT = Failure("galat", "ValueError < isian.py:12 check", "0a1b2c3d")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    workspace.state.mkdir()
    return workspace


def test_fault_stands_in_the_log_under_its_reference(workspace: Workspace) -> None:
    with open_log(workspace, writes=True):
        note_failure(FAULT)

    (line,) = (workspace.state / LOG).read_text(encoding="utf-8").splitlines()
    assert line.endswith(" 0a1b2c3d galat ValueError < isian.py:12 check")


def test_run_without_faults_makes_no_log(workspace: Workspace) -> None:
    with open_log(workspace, writes=True):
        pass

    assert list(workspace.state.iterdir()) == []


def test_check_alone_logs_nothing(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_log(workspace, writes=False):
        note_failure(FAULT)

    assert list(workspace.state.iterdir()) == []
    assert capsys.readouterr().err == ""


def test_log_is_closed_with_its_run(workspace: Workspace) -> None:
    with open_log(workspace, writes=True):
        note_failure(FAULT)
    with open_log(workspace, writes=True):
        note_failure(FAULT)

    assert len((workspace.state / LOG).read_text(encoding="utf-8").splitlines()) == 2
