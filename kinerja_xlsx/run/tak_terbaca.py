"""Files that cannot be read this time: whose they are, and what of the last run stays for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kinerja_xlsx.model.period import Period, PeriodError, PeriodKind
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.report.manifest import read_files, read_outputs
from kinerja_xlsx.run.decide import Decided, is_unread
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, folder_names
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import named_identity

Identity = tuple[str, str]
"""Unit and period."""


def recall_identity(
    workspace: Workspace, outcomes: Sequence[FileOutcome], settings: Settings | None
) -> tuple[FileOutcome, ...]:
    """Give unread files the unit and period that they had in the last run, or that they name."""
    if not any(map(is_unread, outcomes)):
        return tuple(outcomes)
    known = _last_files(workspace)
    return tuple(
        _recalled(outcome, known, settings) if is_unread(outcome) else outcome
        for outcome in outcomes
    )


def _recalled(
    outcome: FileOutcome, known: Mapping[str, Identity], settings: Settings | None
) -> FileOutcome:
    found = known.get(outcome.name) or named_identity(outcome.name, settings)
    if found is None:
        return outcome
    unit, period = found
    listed = settings.periods if settings else ()
    is_year = Period.parse(period).kind is PeriodKind.TAHUN
    is_skp = is_year and (period not in listed or "skp" in outcome.name.casefold())
    return replace(outcome, unit=unit, period=period, is_skp=is_skp)


def _last_files(workspace: Workspace) -> Mapping[str, Identity]:
    """Read from all manifests which file was of which unit and period."""
    found: dict[str, Identity] = {}
    for path in sorted(workspace.output.glob(f"*/{MANIFEST}")):
        try:
            files = read_files(path.read_bytes())
        except OSError:
            continue
        found |= {name: pair for name, pair in files.items() if _is_period(pair[1])}
    return found


def _is_period(code: str) -> bool:
    try:
        Period.parse(code)
    except PeriodError:
        return False
    return True


def keep_outputs(
    workspace: Workspace, result: RunResult, decided: Decided, settings: Settings | None
) -> RunResult:
    """List the old outputs of unread units among those of this run, so that they stay."""
    codes = {file.unit for file in decided.outcomes if file.unit}
    names = folder_names(codes.union(settings.units if settings else ()))
    return replace(
        result,
        periods=tuple(
            replace(period, outputs=(*period.outputs, *_kept(workspace, period, folders)))
            if (folders := {names[unit] for unit in decided.unread_in(period.period)})
            else period
            for period in result.periods
        ),
    )


def _kept(workspace: Workspace, period: PeriodResult, folders: Iterable[str]) -> Sequence[Output]:
    folder = workspace.period_folder(period.period)
    try:
        data = (folder / MANIFEST).read_bytes()
    except OSError:
        return ()
    made = {output.path for output in period.outputs}
    homes = tuple(f"{workspace.relative(folder / 'unit' / name)}/" for name in folders)
    return [
        Output(name, hashlib.sha256((workspace.root / name).read_bytes()).hexdigest())
        for name in read_outputs(data)
        if name not in made and name.startswith(homes) and (workspace.root / name).is_file()
    ]
