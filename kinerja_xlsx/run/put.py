"""Phase 7, the files: recap, explanations of refused files, manifests; stale outputs removed."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import UsulPerubahan
from kinerja_xlsx.model.result import FileVerdict, Output
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.read import count_nip
from kinerja_xlsx.report.manifest import read_outputs, to_manifest
from kinerja_xlsx.run.buat_unit import is_output_of
from kinerja_xlsx.run.isi_rekap import rekap_book
from kinerja_xlsx.run.keluaran import put_file, put_workbook, verify_people
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, unique_name
from kinerja_xlsx.spec.codes import PASSING
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.write.penolakan import render_penolakan
from kinerja_xlsx.write.place import TEMP_PREFIX, TEMP_SUFFIX, is_held
from kinerja_xlsx.write.rekap import PEGAWAI, render_rekap

_OURS: Final = re.compile(rf"{re.escape(TEMP_PREFIX)}.+\.\d+{re.escape(TEMP_SUFFIX)}")
"""Names of temporary files as `place` makes them; other programs have others."""
UNIT_FOLDER: Final = "unit"
PENJELASAN_PREFIX: Final = "Penjelasan_"
"""So that nobody takes the explanation of a file for the file itself."""
_EPOCH: Final = date(2000, 1, 1)
"""Document date of explanations of files whose period cannot be read."""


def sweep(workspace: Workspace) -> None:
    """Remove temporary files that a broken run left under `output/`."""
    for path in workspace.output.rglob(f"{TEMP_PREFIX}*{TEMP_SUFFIX}"):
        if _OURS.fullmatch(path.name):
            path.unlink(missing_ok=True)


def put_outputs(
    workspace: Workspace,
    result: RunResult,
    *,
    settings: Settings | None,
    changes: Mapping[str, tuple[UsulPerubahan, ...]],
) -> RunResult:
    """Write the recap of each period and the explanations of refused files.

    Returns:
        The result with these outputs added to those that the units made.
    """
    periods = tuple(
        _put_period(workspace, result, period, settings=settings, changes=changes)
        for period in result.periods
    )
    return replace(result, periods=periods)


def _put_period(
    workspace: Workspace,
    result: RunResult,
    period: PeriodResult,
    *,
    settings: Settings | None,
    changes: Mapping[str, tuple[UsulPerubahan, ...]],
) -> PeriodResult:
    made = list(period.outputs)
    folder = workspace.period_folder(period.period)
    if period.period is not None and period.units:
        book = rekap_book(result, period, settings, changes.get(period.period, ()))
        people = count_nip(line.nip for line in period.employees)
        data = verify_people(render_rekap(book), PEGAWAI, people)
        made.append(put_workbook(workspace, folder / "rekap.xlsx", data))
    refused = tuple(_put_refused(workspace, result, period))
    made += [output for _, output in refused]
    explained = tuple((file, output.path) for file, output in refused)
    return replace(period, outputs=tuple(made), explained=explained)


def _put_refused(
    workspace: Workspace, result: RunResult, period: PeriodResult
) -> Iterator[tuple[str, Output]]:
    """Write one explanation for each refused file of the period, and name the file."""
    by_file: dict[str, list[Issue]] = {}
    for issue in result.issues:
        by_file.setdefault(issue.place.file, []).append(issue)
    folder = workspace.period_folder(period.period) / "ditolak"
    created = Period.parse(period.period).last if period.period else _EPOCH
    taken: set[str] = set()
    for file in result.files:
        issues = by_file.get(file.file, [])
        if any(issue.code in PASSING for issue in issues):
            continue  # nothing that its unit could do
        if file.period == period.period and file.verdict is FileVerdict.DITOLAK:
            stem = PENJELASAN_PREFIX + file.file.removesuffix(".xlsx").replace("/", " - ")
            name = unique_name(stem, ".xlsx", taken)
            data = render_penolakan(file.file, tuple(issues), created=created)
            yield file.file, put_workbook(workspace, folder / name, data)


def note_folders(workspace: Workspace, result: RunResult, tasks: Iterable[UnitTask]) -> RunResult:
    """Say in the result which folder is whose: a name may be cut, or told apart by a number."""
    folders: dict[str, dict[str, str]] = {}
    for task in tasks:
        home = workspace.period_folder(task.period.code) / UNIT_FOLDER / task.folder
        folders.setdefault(task.period.code, {})[task.unit] = workspace.relative(home)
    return replace(
        result,
        periods=tuple(
            replace(period, folders=tuple(sorted(folders.get(period.period or "", {}).items())))
            for period in result.periods
        ),
    )


def remove_lost(workspace: Workspace, tasks: Iterable[UnitTask]) -> None:
    """Remove outputs of units whose worker was lost: which of them are of this run is unknown."""
    for task in tasks:
        folder = workspace.period_folder(task.period.code) / UNIT_FOLDER / task.folder
        for path in sorted(folder.rglob("*.*")):
            if is_output_of(task, path.relative_to(folder).as_posix()):
                _remove(path)  # one that is held is tried again as a stale one, and named


def put_manifests(workspace: Workspace, result: RunResult, facts: RunFacts) -> RunResult:
    """Write each period's manifest, after removing what only its previous one lists.

    Returns:
        The result with what could not be removed, since another program holds it.
    """
    periods: list[PeriodResult] = []
    for period in result.periods:
        path = workspace.period_folder(period.period) / MANIFEST
        left = _remove_stale(workspace, path, period.outputs)
        periods.append(replace(period, left=left))
    result = replace(result, periods=tuple(periods))
    for period in result.periods:
        path = workspace.period_folder(period.period) / MANIFEST
        put_file(path, to_manifest(result, period, facts))
    if all(period.period is not None for period in result.periods):
        path = workspace.period_folder(None) / MANIFEST
        if not _remove_stale(workspace, path, ()) and path.exists():
            _remove(path)
    return result


def _remove_stale(
    workspace: Workspace, manifest: Path, outputs: Sequence[Output]
) -> tuple[str, ...]:
    """Remove outputs of this period that an earlier run listed and this one no longer makes.

    Returns:
        Those that another program holds.
    """
    if not manifest.exists():
        return ()
    folder = manifest.parent.resolve()
    made = set(_identities(workspace, outputs))
    left: list[str] = []
    for name in read_outputs(manifest.read_bytes()):
        path = (workspace.root / name).resolve()
        # A manifest can be edited by hand: nothing outside its own folder is ever removed.
        is_stale = path.is_relative_to(folder) and path.is_file() and _identity(path) not in made
        if is_stale and not _remove(path):
            left.append(workspace.relative(path))
    return tuple(left)


def _identities(workspace: Workspace, outputs: Sequence[Output]) -> Iterator[tuple[int, int]]:
    """Know what this run made, and what it would have replaced if nobody held it."""
    for output in outputs:
        yield _identity(workspace.root / output.path)
        if output.instead_of is not None and (workspace.root / output.instead_of).exists():
            yield _identity(workspace.root / output.instead_of)


def _identity(path: Path) -> tuple[int, int]:
    """Know a file whatever its name is: some systems take `A.xlsx` and `a.xlsx` for the same."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _remove(path: Path) -> bool:
    """Remove a file, and the folders that it leaves empty; False while it is held."""
    try:
        path.unlink()
    except OSError as error:
        if not is_held(error):
            raise
        return False
    with contextlib.suppress(OSError):
        path.parent.rmdir()
        path.parent.parent.rmdir()
    return True
