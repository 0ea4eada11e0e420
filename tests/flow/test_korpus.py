"""The whole corpus in `input/` at once: each file has its own answer, and the counts balance."""

from __future__ import annotations

import multiprocessing
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest
from pebble import ProcessPool

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import CheckTask, check_file
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import make_workspace
from kinerja_xlsx.spec.pesan import render
from tests.drawn import sound_isian

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
KINDS = frozenset({".xls", ".xlsb", ".xlsm", ".xlsx", ".xltx", ".ods", ".doc", ".docx", ".ppt"})
CPU_SECONDS = 10
MEBIBYTES = 500
FITTING = {
    ".xls": {IssueCode.BRK_01, IssueCode.BRK_02, IssueCode.BRK_03, IssueCode.BRK_07},
    ".xlsb": {IssueCode.BRK_01, IssueCode.BRK_02, IssueCode.BRK_03, IssueCode.BRK_07},
    ".ods": {IssueCode.BRK_01, IssueCode.BRK_03, IssueCode.BRK_07},
    ".doc": {IssueCode.BRK_01, IssueCode.BRK_03},
    ".docx": {IssueCode.BRK_01, IssueCode.BRK_03},
    ".ppt": {IssueCode.BRK_01, IssueCode.BRK_03},
}
"""What may be said of a file by its name; one in our own format may be anything but sound."""

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")


def files() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in KINDS)


def test_run_over_all_ends_normally_and_answers_each_by_its_kind(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    for number, path in enumerate(files()):
        shutil.copyfile(path, workspace.input / f"{number:03d}{path.suffix}")
    sound_isian(2).save(workspace.input / "unit.xlsx")

    result = process(workspace, RunOptions(workers=2))

    verdicts = Counter(file.verdict for file in result.files)
    said = {issue.place.file: issue for issue in result.issues if issue.place.file}
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
    assert IssueCode.SIS_01 not in {issue.code for issue in result.issues}
    assert verdicts == {FileVerdict.DITERIMA: 1, FileVerdict.DITOLAK: len(files())}
    assert len(files()) > 500
    for number, path in enumerate(files()):
        issue = said[f"{number:03d}{path.suffix}"]
        assert issue.code in FITTING.get(path.suffix, {issue.code}), path.name
        assert render(issue).masalah
    # The sound file beside them counts as if it were alone.
    (ours,) = (file for file in result.files if file.file == "unit.xlsx")
    assert ours.rows is not None
    assert ours.rows.seen == ours.rows.accepted > 0


def cost(path: Path) -> tuple[float, int]:
    """Check one file; give CPU seconds and the largest memory of the worker in MiB."""
    before = time.process_time()
    check_file(CheckTask(path, path.name, path.with_suffix(".pkl"), None))
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    return time.process_time() - before, peak // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory marks are of Linux")
def test_no_file_costs_a_worker_more_than_its_limits() -> None:
    # CPU seconds of the worker itself, so that a busy machine changes nothing.
    with ProcessPool(2, context=multiprocessing.get_context("spawn")) as pool:
        futures = {path: pool.schedule(cost, args=[path], timeout=120) for path in files()}
        costs = {path: future.result() for path, future in futures.items()}

    assert {path.name: cpu for path, (cpu, _) in costs.items() if cpu > CPU_SECONDS} == {}
    assert {path.name: peak for path, (_, peak) in costs.items() if peak > MEBIBYTES} == {}
