"""The accepted plans: which SKP of `input/` count for which unit and year, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.spill import read_checked
from kinerja_xlsx.run.unit_task import TakenFile
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import Reconciled, SubjectId, UnitPlan, reconcile

_PLANNED: Final = (
    "no_rhk", "no_indikator", "jenis", "rhk_pimpinan", "rencana_hasil_kerja", "aspek",
    "perspektif", "indikator", "target_atas", "uraian_target", "satuan", "arah", "agregasi",
    "bobot",
)  # fmt: skip
"""What an Isian takes from the plan as it stands."""

UnitPeriod = tuple[str, str]
"""Kode Unit and code of the period."""


def compare_plans(outcomes: Sequence[FileOutcome], settings: Settings | None) -> Reconciled:
    """Compare all SKP with each other; nobody is reported missing."""
    plans = [outcome for outcome in outcomes if outcome.is_skp]
    spills = {outcome.name: outcome.spill for outcome in plans if outcome.spill}
    reconciled = reconcile(
        [outcome.keys for outcome in plans if outcome.keys],
        settings,
        lambda name: read_checked(spills[name]),
    )
    return reconciled.without_missing()


def taken_files(
    outcomes: Sequence[FileOutcome], taken: Mapping[UnitPeriod, Sequence[SubjectId]]
) -> Mapping[UnitPeriod, tuple[TakenFile, ...]]:
    """Say for each unit and period in which files the subjects stand that count.

    Raises:
        ValueError: A file with subjects that count was not kept, which is our fault.
    """
    spills = {outcome.name: outcome.spill for outcome in outcomes if outcome.spill}
    found: dict[UnitPeriod, tuple[TakenFile, ...]] = {}
    for key, subjects in taken.items():
        by_file: dict[str, list[int]] = {}
        for name, index in subjects:
            by_file.setdefault(name, []).append(index)
        if lost := by_file.keys() - spills.keys():
            raise ValueError(", ".join(sorted(lost)))
        found[key] = tuple(
            TakenFile(spills[name], tuple(indexes)) for name, indexes in by_file.items()
        )
    return found


def read_plan(files: Sequence[TakenFile]) -> UnitPlan:
    """Read the accepted plans of a unit."""
    return UnitPlan(
        tuple(
            penugasan
            for file in files
            for subjects in (read_checked(file.spill).subjects,)
            for index in file.taken
            if (penugasan := subjects[index].penugasan) is not None and penugasan.rencana
        )
    )


def planned_cells(
    plan: UnitPlan, roster: RosterRow, period: Period
) -> Iterator[Mapping[str, CellValue]]:
    """Write the rows of `Hasil Kerja` that a plan gives one assignment in a period."""
    of_sifat = [one for one in plan.of_nip(roster.nip) if one.pegawai.row.sifat is roster.sifat]
    for one in of_sifat[:1]:
        for placed in one.rencana:
            cells = {field: cell_of(getattr(placed.row, field)) for field in _PLANNED}
            yield {**cells, "target": cell_of(placed.row.target_in(period))}


def cell_of(value: object) -> CellValue:
    """Give a value as a cell shows it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | date):
        return value
    raise TypeError(value)
