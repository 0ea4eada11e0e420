"""The roster of `Pengaturan` as one period sees it."""

from __future__ import annotations

from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings


def touches(row: RosterRow, period: Period) -> bool:
    """Tell whether a roster row holds on any day of a period."""
    return (row.mulai is None or row.mulai <= period.last) and (
        row.selesai is None or row.selesai >= period.first
    )


def roster_of(settings: Settings, unit: str, period: Period) -> tuple[RosterRow, ...]:
    """List the assignments of one unit that touch the period, in roster order."""
    return tuple(row for row in settings.roster if row.kode_unit == unit and touches(row, period))
