"""Sheet `Kebijakan`: each value is read by the kind and limits of the parameter it sets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.policy.parameters import TABLES
from kinerja_xlsx.spec.katalog import KebijakanRow
from kinerja_xlsx.spec.row import ColumnSpec, Kind, column_by_field
from kinerja_xlsx.spec.types import DECIMALS
from kinerja_xlsx.spec.uraian import range_text
from kinerja_xlsx.validate.menunggu import Cell, waiting_issue
from kinerja_xlsx.validate.normalise import AGGREGATED, CellReader, Scope
from kinerja_xlsx.validate.reading import Reading, faulty
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan, read_odd
from kinerja_xlsx.validate.sheet import SheetDraft

_NILAI: Final = "nilai"
_RULE: Final = "kecocokan Nilai dengan parameternya"
_EXPECTED: Final = AGGREGATED | {IssueCode.SEL_24, IssueCode.SEL_25}
"""Notices without news: edge spaces were told with the column, and a number may be text here."""


def read_nilai(sheet: SheetDraft) -> None:
    """Read the values again, now that it is known of which parameter each is.

    The row then holds the value as `policy` reads it: plain digits, or the word of a choice.
    """
    readers: dict[NamaParameter, CellReader] = {}
    position = _position(sheet.plan)
    for row in sheet.counting:
        name = row.data.get("parameter")
        if position is None or _NILAI not in row.data:
            continue
        if not isinstance(name, NamaParameter):
            row.issues.append(waiting_issue([_RULE], [Cell(sheet.plan, row, "parameter")]))
            continue
        if name not in readers:
            readers[name] = CellReader(column_of(name), Scope())
        _take(sheet.plan, row, _read(readers[name], row, position))


def check_dasar_hukum(sheet: SheetDraft) -> None:
    """Report every sound row that names no legal basis."""
    for row in sheet.counting:
        if row.row is not None and "dasar_hukum" not in row.data:
            row.issues.append(
                sheet.plan.issue(IssueCode.BRS_15, row, "dasar_hukum", value=row.text("parameter"))
            )


def column_of(name: NamaParameter) -> ColumnSpec:
    """Describe the column `Nilai` as it is for one parameter."""
    table = TABLES[name]
    column = column_by_field(KebijakanRow, _NILAI)
    if issubclass(table.kind, Enum):
        return replace(column, kind=Kind.DAFTAR, choices=table.kind)
    return replace(
        column,
        kind=Kind.BULAT if issubclass(table.kind, int) else Kind.ANGKA,
        at_least=table.at_least,
        at_most=table.at_most,
        decimals=DECIMALS,
    )


def _position(plan: SheetPlan) -> int | None:
    return next((item.position for item in plan.planned if item.field == _NILAI), None)


def _read(reader: CellReader, row: RowDraft, position: int) -> Reading:
    """Read the cell as a number or choice; a percentage means the number before its sign."""
    value, facts = row.raw.values[position], (row.raw.facts or {}).get(position)
    outcome = reader.read(value) if facts is None else read_odd(reader, value, facts)
    reading = outcome.reading
    if reading.percent is not None:
        reading = reader.settle_percent(reading, reading.percent)
    return _within(reader.spec, reading)


def _within(spec: ColumnSpec, reading: Reading) -> Reading:
    number = reading.value
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        return reading
    if spec.at_least is None or spec.at_most is None or spec.at_least <= number <= spec.at_most:
        return reading
    return faulty(IssueCode.SEL_05, format_number(Decimal(number)), batas=range_text(spec))


def _take(plan: SheetPlan, row: RowDraft, reading: Reading) -> None:
    """Put the value into the row, or the fault in its place."""
    heading = column_by_field(KebijakanRow, _NILAI).heading
    row.issues[:] = [issue for issue in row.issues if issue.place.heading != heading]
    for found in reading.notes:
        if found.code in _EXPECTED:
            continue
        row.issues.append(plan.placed(found, row, _NILAI))
    value = reading.value
    if value is None:
        row.faults[_NILAI] = row.text(_NILAI)
        del row.data[_NILAI]
    else:
        row.data[_NILAI] = str(value.value) if isinstance(value, Enum) else str(value)
