"""Cells that are required when other cells hold certain values (BRS-11)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.row import Condition, Level, SheetRow, column_by_field
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan

_OF_PEGAWAI = "pegawai."
_OF_IDENTITAS = "identitas."

Sources = tuple[tuple[str, tuple[Enum, ...]], ...]


class Prepared(NamedTuple):
    """A condition whose part about `Identitas` holds."""

    condition: Condition
    of_row: Sources
    of_pegawai: Sources


def prepare(model: type[SheetRow], identitas: Mapping[str, Enum]) -> tuple[Prepared, ...]:
    """Keep the conditions of a sheet that can hold in a file with this `Identitas`."""
    return tuple(
        Prepared(
            condition,
            tuple(
                (source, tuple(values)) for source, values in condition.when if "." not in source
            ),
            tuple(
                (source.removeprefix(_OF_PEGAWAI), tuple(values))
                for source, values in condition.when
                if source.startswith(_OF_PEGAWAI)
            ),
        )
        for condition in model.conditions
        if all(
            identitas.get(source.removeprefix(_OF_IDENTITAS)) in values
            for source, values in condition.when
            if source.startswith(_OF_IDENTITAS)
        )
    )


def check_conditions(
    plan: SheetPlan,
    row: RowDraft,
    prepared: tuple[Prepared, ...],
    pegawai: RowDraft | None = None,
) -> None:
    """Report every blank cell that is required here.

    A condition that needs a faulty or unknown cell is not judged.
    """
    for condition, of_row, of_pegawai in prepared:
        name = condition.field
        if name in row.data or name in row.faults:
            continue
        if not _hold(row, of_row) or (of_pegawai and not _hold(pegawai, of_pegawai)):
            continue
        column = column_by_field(plan.model, name).column
        if row.follows and column.level is Level.RHK:
            continue  # said at the first row of the RHK
        _forget_marker(row, column.heading)
        row.issues.append(
            plan.issue(IssueCode.BRS_11, row, name, syarat=condition.text, contoh=column.example)
        )


def _hold(row: RowDraft | None, sources: Sources) -> bool:
    if row is None:
        return False
    for name, values in sources:  # noqa: SIM110 - a generator would cost more than the rest
        if row.data.get(name) not in values:
            return False
    return True


def _forget_marker(row: RowDraft, heading: str) -> None:
    """Drop the remark that a dash counts as blank, where the blank itself is the error."""
    row.issues[:] = [
        issue
        for issue in row.issues
        if issue.code is not IssueCode.SEL_31 or issue.place.heading != heading
    ]
