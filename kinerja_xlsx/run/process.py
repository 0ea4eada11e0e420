"""The main job: collect, read, validate, reconcile, score, write, report."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_xlsx import __version__, policy
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.pdf import PdfPer
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.arsip import archive
from kinerja_xlsx.run.assemble import Units, assemble, changes_in
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.buat_laporan import put_pages
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.catat import note_run
from kinerja_xlsx.run.cetak_pdf import Printing, print_results, seats_for
from kinerja_xlsx.run.collect import collect, take_files
from kinerja_xlsx.run.decide import Decided, decide
from kinerja_xlsx.run.executor import Executor, PoolExecutor, SerialExecutor, worker_count
from kinerja_xlsx.run.formulir_lalu import compare_forms
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.log import open_log
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import SettingsOutcome, load_settings
from kinerja_xlsx.run.periksa_berkas import check_file
from kinerja_xlsx.run.permintaan import require_handled, require_rules
from kinerja_xlsx.run.phases import build_units, check_files
from kinerja_xlsx.run.put import note_folders, put_manifests, put_outputs, remove_lost
from kinerja_xlsx.run.sejak_lalu import compare_with_last
from kinerja_xlsx.run.spill import write_settings
from kinerja_xlsx.run.tak_terbaca import keep_outputs, recall_identity
from kinerja_xlsx.run.tempat import Room, open_room
from kinerja_xlsx.run.terbitan import note_unissued
from kinerja_xlsx.run.tugas import Frame, unit_tasks
from kinerja_xlsx.run.unit_task import UnitOutcome
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.penugasan import Settings


class NothingToAnswerError(Exception):
    """`input/` holds no file that a run could answer; the issues name what was passed over."""

    def __init__(self, message: str = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(message)
        self.issues = issues


@dataclass(frozen=True, slots=True)
class _Work:
    """What the driver has when the units are done."""

    room: Room
    options: RunOptions
    decided: Decided
    units: Units
    known: Settings | None


def process(workspace: Workspace, options: RunOptions) -> RunResult:
    """Answer every file of `input/`; one bad file, sheet, row or person stops no other.

    Raises:
        NothingToAnswerError: There is no file to answer.
        SettingsError: `Pengaturan.xlsx` is refused.
        UnknownPeriodError: The settings do not know the period asked for.
        NoRulesError: No regulation is in force in the period asked for.
        ClosedPeriodError: The period asked for is closed in the settings.
        WorkspaceError: Another run holds the workspace.
        OSError: An output cannot be written; the old one stays.
    """
    collected = take_files(options.files) if options.files else collect(workspace)
    if not collected.files:
        raise NothingToAnswerError(issues=collected.issues)
    workers = min(worker_count(options.workers), len(collected.files))
    with (
        hold_lock(workspace, leaves_traces=options.writes, force=options.force),
        open_log(workspace, writes=options.writes),
        open_room(workspace, writes=options.writes) as room,
        _executor(options, workers) as executor,
    ):
        settings = load_settings(workspace, executor)
        _require_open(settings, options)
        kept = _keep_settings(room, settings)
        outcomes = check_files(
            executor,
            collected.files,
            settings=kept,
            folder=room.folder,
            progress=options.progress,
        )
        known = settings.settings if settings else None
        if not options.files:
            outcomes = recall_identity(workspace, outcomes, known)
        decided = note_unissued(decide(collected, outcomes, known, options), workspace)
        frame = _frame(workspace, options, room, kept=kept, known=known)
        units = build_units(executor, unit_tasks(decided, frame), options.progress)
        result = replace(assemble(room.run, decided, units, settings), notices=room.notices)
        result = compare_forms(workspace, compare_with_last(workspace, result, decided))
        if options.writes:
            facts = _facts(room, result, settings, workers)
            result = _put(workspace, result, _Work(room, options, decided, units, known), facts)
    return result


def _put(workspace: Workspace, result: RunResult, work: _Work, facts: RunFacts) -> RunResult:
    """Put in place what the units did not, the manifests last; only then remember the run."""
    decided, units = work.decided, work.units
    result = keep_outputs(workspace, result, decided, work.known)
    remove_lost(workspace, [task for task, done in units if isinstance(done, Failure)])
    changes = {period.code: changes_in(units, period.code) for period in decided.periods}
    result = put_outputs(workspace, result, settings=work.known, changes=changes)
    result = note_folders(workspace, result, [task for task, _ in units])
    result = put_pages(workspace, result, units, work.known)
    result = _print(workspace, result, work)
    facts = replace(facts, seconds=time.monotonic() - work.room.clock)
    result = note_run(workspace, put_manifests(workspace, result, facts), facts)
    if work.options.archives:
        result = put_manifests(workspace, archive(workspace, result), facts)
    return result


def _frame(
    workspace: Workspace,
    options: RunOptions,
    room: Room,
    *,
    kept: Path | None,
    known: Settings | None,
) -> Frame:
    return Frame(
        root=workspace.root if options.writes else None,
        kept=kept,
        settings=known,
        wants_trail=options.wants_trail,
        buku=options.buku,
        prints=room.folder / "cetak" if options.pdf is PdfPer.PEGAWAI else None,
    )


def _print(workspace: Workspace, result: RunResult, work: _Work) -> RunResult:
    """Print the results as PDF where asked for."""
    options, room = work.options, work.room
    if options.pdf is None:
        return result
    printing = Printing(options.pdf, room.folder, seats_for(options.workers), options.progress)
    done = [outcome for _, outcome in work.units if isinstance(outcome, UnitOutcome)]
    forms = [one for outcome in done for one in outcome.prints]
    return print_results(workspace, result, printing, forms)


def _executor(options: RunOptions, workers: int) -> Executor:
    if options.workers == 0:
        return SerialExecutor()
    preload = (check_file.__module__, build_unit.__module__)
    return PoolExecutor(workers, preload, options.batas)


def _require_open(settings: SettingsOutcome | None, options: RunOptions) -> None:
    """Leave a closed period alone also when it is asked for: its outputs are final.

    Raises:
        UnknownPeriodError: The settings do not know the period asked for.
        NoRulesError: No regulation is in force then.
        ClosedPeriodError: The period asked for is closed.
    """
    if options.period is None:
        return
    known = settings.settings if settings else None
    if known is not None:
        require_handled(known, options.period)
    require_rules(options.period)


def _keep_settings(room: Room, settings: SettingsOutcome | None) -> Path | None:
    if settings is None or settings.settings is None:
        return None
    write_settings(room.settings, settings.settings)
    return room.settings


def _facts(
    room: Room, result: RunResult, settings: SettingsOutcome | None, workers: int
) -> RunFacts:
    return RunFacts(
        program=__version__,
        started=room.started,
        seconds=time.monotonic() - room.clock,
        workers=workers,
        host=platform.node(),
        policies=tuple(_policies(result)),
        settings_sha256=settings.sha256 if settings else None,
    )


def _policies(result: RunResult) -> Iterator[tuple[str, str]]:
    """Name the regulation of each period; files of a period without one are refused."""
    for period in result.periods:
        with suppress(policy.NoPolicyError):
            if period.period is not None:
                yield period.period, policy.in_force(Period.parse(period.period)).name
