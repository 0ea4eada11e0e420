"""Sending tasks to workers and taking results back, whatever becomes of a worker."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.batas import Batas, fault_issue
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.collect import InputFile
from kinerja_xlsx.run.executor import Executor
from kinerja_xlsx.run.log import note_failure
from kinerja_xlsx.run.options import Progress
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome, check_file
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.spec.codes import make_issue


def check_files(
    executor: Executor,
    files: Sequence[InputFile],
    *,
    settings: Path | None,
    folder: Path,
    progress: Progress,
) -> tuple[FileOutcome, ...]:
    """Check every file, the largest first; results in order of name."""
    tasks = [
        CheckTask(file.path, file.name, folder / f"{number}.pkl", settings)
        for number, file in enumerate(files)
    ]
    tasks.sort(key=lambda task: -_size_of(task.path))
    progress.start("Memeriksa berkas", len(tasks))
    outcomes: list[FileOutcome] = []
    for index, outcome in executor.run(check_file, tasks, is_timed=True):
        progress.advance()
        outcomes.append(_or_failed(outcome, tasks[index], executor.batas))
    return tuple(sorted(outcomes, key=lambda outcome: outcome.name))


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _or_failed(outcome: FileOutcome | Failure, task: CheckTask, batas: Batas) -> FileOutcome:
    if isinstance(outcome, FileOutcome):
        return outcome
    note_failure(outcome)
    return FileOutcome(task.name, None, 0, None, None, (fault_issue(task.name, outcome, batas),))


def program_fault(file: str, failure: Failure) -> Issue:
    """Say that checking one file came to nothing, and how to refer to it."""
    return make_issue(IssueCode.SIS_01, Place(file), acuan=failure.reference)


def build_units(
    executor: Executor, tasks: Sequence[UnitTask], progress: Progress
) -> tuple[tuple[UnitTask, UnitOutcome | Failure], ...]:
    """Score and write every unit; results in the order of the tasks."""
    progress.start("Menilai dan menulis unit", len(tasks))
    results: dict[int, UnitOutcome | Failure] = {}
    for index, outcome in executor.run(build_unit, tasks):
        progress.advance()
        if isinstance(outcome, Failure):
            note_failure(outcome)
        results[index] = outcome
    return tuple((task, results[index]) for index, task in enumerate(tasks))
