"""By which rules scores are made must be beyond doubt: faults of the settings that stop a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.policy import first_policy
from kinerja_xlsx.spec.katalog import KebijakanRow
from kinerja_xlsx.spec.pengaturan import PeriodeRow
from kinerja_xlsx.spec.row import SheetRow, column_by_field
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.shown import show_date

_DECIDING: Final[Mapping[type[SheetRow], tuple[str, ...]]] = MappingProxyType(
    {KebijakanRow: ("parameter", "nilai", "berlaku_mulai"), PeriodeRow: ("kode", "formulir")}
)
_UNKNOWN: Final = frozenset({IssueCode.SEL_06, IssueCode.SEL_08, IssueCode.SEL_17})
"""A word outside its list, a code of another shape, a day before any rule."""


def check_first_day(sheets: Mapping[type[SheetRow], SheetDraft]) -> None:
    """Report days and periods before the first regulation: no rule of ours holds there."""
    first = first_policy().since
    for row in sheets[KebijakanRow].counting:
        day = row.data.get("berlaku_mulai")
        if isinstance(day, date) and day < first:
            _report(sheets[KebijakanRow], row, "berlaku_mulai", show_date(day))
    for row in sheets[PeriodeRow].counting:
        code = row.data.get("kode")
        if isinstance(code, str) and Period.parse(code).last < first:
            _report(sheets[PeriodeRow], row, "kode", code)


def leaves_rules_open(sheets: Mapping[type[SheetRow], SheetDraft]) -> bool:
    """Tell whether a parameter, a rule, a period or a form is named that the program lacks.

    Without such a row a run would go on by the default, which is what the office meant to replace.
    """
    return any(
        issue.code in _UNKNOWN and issue.place.heading in _headings(model)
        for model in _DECIDING
        for row in sheets[model].counting
        for issue in row.issues
    )


def _headings(model: type[SheetRow]) -> frozenset[str]:
    return frozenset(column_by_field(model, name).heading for name in _DECIDING[model])


def _report(sheet: SheetDraft, row: RowDraft, name: str, value: str) -> None:
    policy = first_policy()
    bounds = f"mulai {format_date(policy.since)}, hari pertama {policy.name}"
    row.issues.append(sheet.plan.issue(IssueCode.SEL_17, row, name, value=value, batas=bounds))
