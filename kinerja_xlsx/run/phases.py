"""Sending tasks to workers and taking results back, whatever becomes of a worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.collect import InputFile
from kinerja_xlsx.run.decide import Decided
from kinerja_xlsx.run.executor import Executor, Failure
from kinerja_xlsx.run.options import Progress, RunOptions
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome, check_file
from kinerja_xlsx.run.unit_task import UnitFile, UnitOutcome, UnitTask
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.write.hasil import Orang


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
    for index, outcome in executor.run(check_file, tasks):
        progress.advance()
        outcomes.append(_or_failed(outcome, tasks[index]))
    return tuple(sorted(outcomes, key=lambda outcome: outcome.name))


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _or_failed(outcome: FileOutcome | Failure, task: CheckTask) -> FileOutcome:
    if isinstance(outcome, FileOutcome):
        return outcome
    return FileOutcome(task.name, None, 0, None, None, (program_fault(task.name, outcome),))


def program_fault(file: str, failure: Failure) -> Issue:
    """Say that checking one file came to nothing, and how to refer to it."""
    return make_issue(IssueCode.SIS_01, Place(file), acuan=failure.reference)


def build_units(
    executor: Executor,
    decided: Decided,
    *,
    settings: Path | None,
    root: Path | None,
    options: RunOptions,
) -> tuple[tuple[UnitTask, UnitOutcome | Failure], ...]:
    """Score and write every unit; results in order of period and unit."""
    tasks = list(_unit_tasks(decided, settings=settings, root=root, options=options))
    options.progress.start("Menilai dan menulis unit", len(tasks))
    results: dict[int, UnitOutcome | Failure] = {}
    for index, outcome in executor.run(build_unit, tasks):
        options.progress.advance()
        results[index] = outcome
    return tuple((task, results[index]) for index, task in enumerate(tasks))


def _unit_tasks(
    decided: Decided, *, settings: Path | None, root: Path | None, options: RunOptions
) -> Iterator[UnitTask]:
    groups: dict[tuple[str, str], list[FileOutcome]] = {}
    for outcome in decided.counting:
        groups.setdefault((outcome.period or "", outcome.unit or ""), []).append(outcome)
    people = {nip: person for file in decided.counting for nip, person in file.people}
    for (_, unit), outcomes in sorted(groups.items()):
        keys = [outcome.keys for outcome in outcomes if outcome.keys]
        yield UnitTask(
            root=root,
            settings=settings,
            unit=unit,
            period=keys[0].period,
            files=tuple(_unit_file(outcome, decided) for outcome in outcomes),
            people=_raters(outcomes, people),
            wants_trail=options.wants_trail,
        )


def _raters(outcomes: Sequence[FileOutcome], people: Mapping[str, Orang]) -> Mapping[str, Orang]:
    """Pick the raters of these files, so that a task carries no more than it needs."""
    subjects = [key.subject for file in outcomes if file.keys for key in file.keys.subjects]
    wanted = {subject.penilai for subject in subjects}
    wanted |= {subject.atasan_penilai for subject in subjects}
    return {code: people[code] for code in sorted(wanted) if code in people}


def _unit_file(outcome: FileOutcome, decided: Decided) -> UnitFile:
    reconciled = decided.reconciled
    if outcome.spill is None:
        raise ValueError(outcome.name)
    return UnitFile(
        name=outcome.name,
        spill=outcome.spill,
        withheld={
            index: codes
            for (name, index), codes in sorted(reconciled.withheld.items())
            if name == outcome.name
        },
        ignored=frozenset(index for name, index in reconciled.ignored if name == outcome.name),
        issues=tuple(issue for issue in reconciled.issues if issue.place.file == outcome.name),
    )
