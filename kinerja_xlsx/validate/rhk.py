"""Cells of an RHK: blank on its further rows means as above, differing is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import IssueCode, column_letters
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.row import Level, columns_of
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import show

RHK_FIELDS: Final = tuple(
    spec.field for spec in columns_of(HasilKerjaRow) if spec.column.level is Level.RHK
)


class Differing(NamedTuple):
    """A cell of an RHK that is not as the first row of the RHK has it."""

    field: str
    first: RowDraft
    row: RowDraft


def fill_down(rows: Iterable[RowDraft]) -> tuple[Differing, ...]:
    """Fill blank cells of each RHK from the rows above, and find the cells that differ.

    Args:
        rows: Rows of one assignment, in file order. Rows whose No RHK is faulty stay as they are.
    """
    rows_by_rhk: dict[int, list[RowDraft]] = {}
    for row in rows:
        number = row.data.get("no_rhk")
        if isinstance(number, int) and not row.is_doubtful:
            rows_by_rhk.setdefault(number, []).append(row)
    return tuple(item for group in rows_by_rhk.values() for item in _fill_group(group))


def _fill_group(group: list[RowDraft]) -> Iterator[Differing]:
    for row in group[1:]:
        row.follows = True
    for name in RHK_FIELDS:
        source = group[0]
        for row in group[1:]:
            if not source.has(name):
                source = row
            elif not row.has(name):
                _copy(name, source, row)
            elif _differs(name, source, row):
                yield Differing(name, source, row)


def _copy(name: str, source: RowDraft, row: RowDraft) -> None:
    if name in source.faults:
        row.faults[name] = source.faults[name]
    else:
        row.data[name] = source.data[name]


def _differs(name: str, source: RowDraft, row: RowDraft) -> bool:
    both_sound = name in source.data and name in row.data
    return both_sound and source.data[name] != row.data[name]


def report_differing(plan: SheetPlan, found: Iterable[Differing]) -> None:
    """Say of each cell that differs where both stand; rows with a double key are left out."""
    for name, first, row in found:
        if IssueCode.BRS_04 in {first.held, row.held} or row.ignored is not None:
            continue
        letters = column_letters(plan.columns[name])
        row.issues.append(
            plan.issue(
                IssueCode.LTS_14,
                row,
                name,
                value=show(row.text(name)),
                rhk=row.text("no_rhk"),
                sel_a=f"{plan.sheet.name}!{letters}{first.number}",
                sel_b=f"{plan.sheet.name}!{letters}{row.number}",
            )
        )
