"""The whole corpus in `input/` at once: each file has its own answer, and the counts balance."""

from __future__ import annotations

import multiprocessing
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest
from pebble import ProcessPool

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import CheckTask, check_file
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import make_workspace
from kinerja_xlsx.spec.pesan import render
from tests.drawn import sound_isian
from tests.flow.korpus_jenis import kind_of

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
KINDS = frozenset({".xls", ".xlsb", ".xlsm", ".xlsx", ".xltx", ".ods", ".doc", ".docx", ".ppt"})
KINDS_KNOWN = 15
CPU_SECONDS = 10
MEBIBYTES = 500

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")


def files() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in KINDS)


def wrongs(path: Path, issue: Issue) -> list[str]:
    """List what is wrong with the answer to a file, which must be that of its own kind."""
    jenis, pesan = kind_of(path), render(issue)
    words = f"{pesan.masalah} {pesan.sebab} {pesan.perbaiki}"
    found = [] if issue.code is jenis.code else [f"{jenis.name}: {issue.code.value}"]
    found += [f"{jenis.name}: {word} is missing" for word in jenis.says if word not in words]
    return found + [f"{jenis.name}: {word}" for word in jenis.silent if word in words]


def test_no_kind_of_the_corpus_stands_for_nearly_all_of_it() -> None:
    """Guard the table itself: a kind that takes everything would prove nothing."""
    numbers = Counter(kind_of(path).name for path in files())

    assert len(numbers) == KINDS_KNOWN
    assert max(numbers.values()) < len(files()) * 0.6


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
        assert wrongs(path, said[f"{number:03d}{path.suffix}"]) == [], path.name
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
