"""Phase 7, the files: recap, explanations of refused files, manifests; stale outputs removed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import UsulPerubahan
from kinerja_xlsx.model.result import FileVerdict, Output
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.report.manifest import RunFacts, read_outputs, to_manifest
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, unique_name
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.write.penolakan import render_penolakan
from kinerja_xlsx.write.place import TEMP_PREFIX, TEMP_SUFFIX, place, verify_zip
from kinerja_xlsx.write.rekap import RekapBook, render_rekap

_EPOCH: Final = date(2000, 1, 1)
"""Document date of explanations of files whose period cannot be read."""


def sweep(workspace: Workspace) -> None:
    """Remove temporary files that a broken run left under `output/`."""
    for path in workspace.output.rglob(f"{TEMP_PREFIX}*{TEMP_SUFFIX}"):
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
        made.append(_put(workspace, folder / "rekap.xlsx", render_rekap(book)))
    made += _put_refused(workspace, result, period)
    return replace(period, outputs=tuple(made))


def rekap_book(
    result: RunResult,
    period: PeriodResult,
    settings: Settings | None,
    changes: Sequence[UsulPerubahan],
) -> RekapBook:
    """Gather what the agency's recap of one period shows."""
    instansi = settings.instansi if settings else None
    return RekapBook(
        instansi=instansi.nama_instansi if instansi else "",
        kertas=instansi.kertas if instansi else Kertas.F4,
        period=Period.parse(period.period or ""),
        units=period.units,
        employees=period.employees,
        files=tuple(file for file in result.files if file.period == period.period),
        changes=tuple(changes),
    )


def _put_refused(
    workspace: Workspace, result: RunResult, period: PeriodResult
) -> Iterator[Output]:
    """Write one explanation for each refused file of the period."""
    by_file: dict[str, list[Issue]] = {}
    for issue in result.issues:
        by_file.setdefault(issue.place.file, []).append(issue)
    folder = workspace.period_folder(period.period) / "ditolak"
    created = Period.parse(period.period).last if period.period else _EPOCH
    taken: set[str] = set()
    for file in result.files:
        if file.period == period.period and file.verdict is FileVerdict.DITOLAK:
            stem = file.file.removesuffix(".xlsx").replace("/", " - ")
            name = unique_name(stem, ".xlsx", taken)
            data = render_penolakan(file.file, tuple(by_file.get(file.file, ())), created=created)
            yield _put(workspace, folder / name, data)


def _put(workspace: Workspace, path: Path, data: bytes) -> Output:
    verify_zip(data)
    return Output(workspace.relative(path), place(path, data))


def put_manifests(workspace: Workspace, result: RunResult, facts: RunFacts) -> None:
    """Write each period's manifest, after removing what only its previous one lists."""
    for period in result.periods:
        path = workspace.period_folder(period.period) / MANIFEST
        _remove_stale(workspace, path, {output.path for output in period.outputs})
        place(path, to_manifest(result, period, facts))


def _remove_stale(workspace: Workspace, manifest: Path, made: set[str]) -> None:
    """Remove outputs of this period that an earlier run listed and this one no longer makes."""
    if not manifest.exists():
        return
    folder = manifest.parent.resolve()
    for name in read_outputs(manifest.read_bytes()):
        path = (workspace.root / name).resolve()
        # A manifest can be edited by hand: nothing outside its own folder is ever removed.
        if name not in made and path.is_relative_to(folder) and path.is_file():
            path.unlink()
            with contextlib.suppress(OSError):
                path.parent.rmdir()
