"""The main job: collect, read, validate, reconcile, score, write, report."""

from __future__ import annotations

import os
import platform
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_xlsx import __version__, policy
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.report.manifest import RunFacts
from kinerja_xlsx.run.assemble import assemble, changes_in
from kinerja_xlsx.run.collect import collect, take_files
from kinerja_xlsx.run.decide import decide
from kinerja_xlsx.run.executor import Executor, PoolExecutor, SerialExecutor, worker_count
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import SettingsOutcome, load_settings
from kinerja_xlsx.run.phases import build_units, check_files
from kinerja_xlsx.run.put import put_manifests, put_outputs, sweep
from kinerja_xlsx.run.spill import write_settings
from kinerja_xlsx.run.workspace import Workspace


class NothingToAnswerError(Exception):
    """`input/` holds no file that a run could answer."""


@dataclass(frozen=True, slots=True)
class _Room:
    """One run's own place for temporary files, and when it began."""

    folder: Path
    run: str
    started: datetime
    clock: float

    @property
    def settings(self) -> Path:
        return self.folder / "pengaturan.pkl"


def process(workspace: Workspace, options: RunOptions) -> RunResult:
    """Answer every file of `input/`; one bad file, sheet, row or person stops no other.

    Raises:
        NothingToAnswerError: There is no file to answer.
        SettingsError: `Pengaturan.xlsx` is refused.
        WorkspaceError: Another run holds the workspace.
        OSError: An output cannot be written; the old one stays.
    """
    collected = take_files(options.files) if options.files else collect(workspace)
    if not collected.files and not collected.skipped:
        raise NothingToAnswerError
    with hold_lock(workspace), _room(workspace) as room, _executor(options) as executor:
        settings = load_settings(workspace, executor)
        kept = _keep_settings(room, settings)
        outcomes = check_files(
            executor,
            collected.files,
            settings=kept,
            folder=room.folder,
            progress=options.progress,
        )
        known = settings.settings if settings else None
        decided = decide(collected, outcomes, known, options)
        root = workspace.root if options.writes else None
        units = build_units(executor, decided, settings=kept, root=root, options=options)
        result = assemble(room.run, decided, units, settings)
        if options.writes:
            changes = {period.code: changes_in(units, period.code) for period in decided.periods}
            result = put_outputs(workspace, result, settings=known, changes=changes)
            put_manifests(workspace, result, _facts(room, options, result, settings))
    return result


@contextmanager
def _room(workspace: Workspace) -> Iterator[_Room]:
    """Open this run's folder for temporary files; leftovers of broken runs go first."""
    parent = workspace.state / "kerja"
    shutil.rmtree(parent, ignore_errors=True)
    sweep(workspace)
    started = datetime.now().astimezone()
    run = f"{started:%Y%m%d-%H%M%S}-{os.getpid()}"
    folder = parent / run
    folder.mkdir(parents=True, mode=0o700)
    try:
        yield _Room(folder, run, started, time.monotonic())
    finally:
        shutil.rmtree(parent, ignore_errors=True)


def _executor(options: RunOptions) -> Executor:
    if options.workers == 0:
        return SerialExecutor()
    return PoolExecutor(worker_count(options.workers))


def _keep_settings(room: _Room, settings: SettingsOutcome | None) -> Path | None:
    if settings is None or settings.settings is None:
        return None
    write_settings(room.settings, settings.settings)
    return room.settings


def _facts(
    room: _Room, options: RunOptions, result: RunResult, settings: SettingsOutcome | None
) -> RunFacts:
    return RunFacts(
        program=__version__,
        started=room.started,
        seconds=time.monotonic() - room.clock,
        workers=worker_count(options.workers),
        host=platform.node(),
        policies=tuple(
            (period.period, policy.in_force(Period.parse(period.period)).name)
            for period in result.periods
            if period.period is not None
        ),
        settings_sha256=settings.sha256 if settings else None,
    )
