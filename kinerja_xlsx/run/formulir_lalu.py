"""Which printed forms no longer hold: their code is not that of the last run's manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from kinerja_xlsx.model.verifikasi import Formulir, FormulirBerubah
from kinerja_xlsx.report.manifest import read_forms
from kinerja_xlsx.run.workspace import MANIFEST, Workspace


def compare_forms(workspace: Workspace, result: RunResult) -> RunResult:
    """List forms whose code changed; a manifest that is missing or damaged compares with nothing.

    Forms of units that cannot be read this time stay, as their workbooks do.
    """
    return replace(result, periods=tuple(_compared(workspace, one) for one in result.periods))


def _compared(workspace: Workspace, period: PeriodResult) -> PeriodResult:
    before = last_forms(workspace, period.period)
    stays = (form for form in before if form.unit in period.unread_units)
    return replace(
        period,
        forms=(*period.forms, *stays),
        reissued=tuple(_changed(before, period.forms)),
    )


def last_forms(workspace: Workspace, period: str | None) -> tuple[Formulir, ...]:
    """List the forms of the last run of one period; of none, nothing."""
    try:
        data = (workspace.period_folder(period) / MANIFEST).read_bytes()
    except OSError:
        return ()
    return read_forms(data)


def _changed(before: tuple[Formulir, ...], now: tuple[Formulir, ...]) -> Iterator[FormulirBerubah]:
    kode_by_key = {form.key: form.kode for form in before}
    for form in now:
        lama = kode_by_key.get(form.key)
        if lama is not None and lama != form.kode:
            yield FormulirBerubah(lama, form)
