"""The last output of a run: the page of each period, from which all others can be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.report.laporan import Laporan, render_laporan
from kinerja_xlsx.run.assemble import Units
from kinerja_xlsx.run.keluaran import put_output
from kinerja_xlsx.run.unit_task import UnitOutcome
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.score import people_of
from kinerja_xlsx.spec.codes import PENGATURAN_FILE
from kinerja_xlsx.spec.penugasan import Settings

LAPORAN: Final = "laporan.html"


def put_pages(
    workspace: Workspace, result: RunResult, units: Units, settings: Settings | None
) -> RunResult:
    """Write the page of each period, and give the result with the pages among its outputs."""
    instansi = settings.instansi if settings else None
    name = instansi.nama_instansi if instansi else ""
    periods = []
    for period in result.periods:
        data = render_laporan(page_of(result, period, units, instansi=name))
        made = put_output(workspace, workspace.period_folder(period.period) / LAPORAN, data)
        periods.append(replace(period, outputs=(*period.outputs, made)))
    return replace(result, periods=tuple(periods))


def page_of(result: RunResult, period: PeriodResult, units: Units, *, instansi: str) -> Laporan:
    """Narrow a run to what the page of one period tells."""
    predikat = Counter(line.predikat for line in people_of(period.employees))
    return Laporan(
        instansi=instansi,
        result=replace(
            result,
            periods=(period,),
            files=tuple(file for file in result.files if file.period == period.period),
            issues=tuple(_issues_of(result, period, units)),
        ),
        people=tuple((one, predikat[one]) for one in Predikat),
        folders={task.folder: task.unit for task, _ in units if task.period.code == period.period},
    )


def _issues_of(result: RunResult, period: PeriodResult, units: Units) -> Iterator[Issue]:
    """Pick the issues of the period's files, of its units as a whole, and of the settings.

    What differs from an earlier run is left out: the page depends on the input alone.
    """
    names = {file.file for file in result.files if file.period == period.period}
    names.add(PENGATURAN_FILE)
    whole = Counter(_of_whole_units(period, units))
    label = None if period.period is None else Period.parse(period.period).label
    for issue in result.issues:
        if issue.code is IssueCode.LBK_09:
            continue
        if issue.place.file in names or (not issue.place.file and _is_about(issue, label)):
            yield issue
        elif whole[issue]:
            whole[issue] -= 1
            yield issue


def _of_whole_units(period: PeriodResult, units: Units) -> Iterator[Issue]:
    """List the issues of the period that lie in no file, such as those about a distribution."""
    for task, outcome in units:
        if task.period.code == period.period and isinstance(outcome, UnitOutcome):
            yield from (issue for issue in outcome.issues if not issue.place.file)


def _is_about(issue: Issue, label: str | None) -> bool:
    return label is not None and ("periode", label) in issue.context
