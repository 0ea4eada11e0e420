"""One sheet: rows of data apart from the rest, blank rows, merged cells, column notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.submission import RawRow, RawSheet
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.row import Level, SheetRow, column_by_field
from kinerja_xlsx.validate.bertumpuk import join_stacked
from kinerja_xlsx.validate.contoh import ExampleRow
from kinerja_xlsx.validate.footer import RowSorter
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import count_text, show

_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+):\$?([A-Z]{1,3})\$?([0-9]+)")


@dataclass(slots=True)
class SheetDraft:
    """All rows of one sheet on their way to a verdict.

    Attributes:
        plan: How its rows are read.
        rows: All rows seen, in file order.
        issues: Issues of the sheet itself.
    """

    plan: SheetPlan
    rows: list[RowDraft]
    issues: list[Issue] = field(default_factory=list)

    @property
    def counting(self) -> list[RowDraft]:
        """The rows that are data and count so far."""
        return [row for row in self.rows if row.ignored is None]

    @property
    def all_issues(self) -> Iterator[Issue]:
        """Issues of the sheet, of its columns and of its rows."""
        yield from self.issues
        for (name, code), numbers in self.plan.aggregated.items():
            place = self.plan.place(numbers[0], name)
            yield make_issue(code, place, jumlah=count_text(len(numbers)))
        for row in self.rows:
            yield from row.issues


def read_sheet(sheet: RawSheet, model: type[SheetRow], *, file: str, scope: Scope) -> SheetDraft:
    """Read every row of a sheet, and set aside those that are no data."""
    plan = SheetPlan(sheet, model, file=file, scope=scope)
    sorter, example = RowSorter(sheet, model), ExampleRow(sheet, model)
    draft = SheetDraft(
        plan,
        [
            _skip_example(plan, raw)
            if example.matches(raw)
            else _read_row(plan, raw, sorter.label_of(raw))
            for raw in sheet.rows
        ],
    )
    join_stacked(plan, draft.rows, partial(_label_issue, plan))
    _say_blank_rows(draft)
    _hold_merged_rows(draft)
    return draft


def _read_row(plan: SheetPlan, raw: RawRow, label: str | None) -> RowDraft:
    if label is not None:
        row = plan.skip(raw, IssueCode.BRS_03)
        row.issues.append(plan.issue(IssueCode.BRS_03, row, value=label))
        return row
    row = plan.read(raw)
    if not row.data and not row.faults:
        return plan.skip(raw, IssueCode.BRS_01)
    return row


def _label_issue(plan: SheetPlan, row: RowDraft) -> Issue:
    """Say of a row that is no data how it begins."""
    first = next(value for value in row.raw.values if value not in {None, ""})
    return plan.issue(IssueCode.BRS_03, row, value=show(first))


def _skip_example(plan: SheetPlan, raw: RawRow) -> RowDraft:
    row = plan.skip(raw, IssueCode.BRS_02)
    row.issues.append(plan.issue(IssueCode.BRS_02, row))
    return row


def _say_blank_rows(draft: SheetDraft) -> None:
    """Say once how many rows are blank, those among them that only look blank."""
    looking = [row.number for row in draft.rows if row.ignored is IssueCode.BRS_01]
    numbers = sorted([*draft.plan.sheet.blank_rows, *looking])
    if numbers:
        place = Place(draft.plan.file, draft.plan.sheet.name, numbers[0])
        draft.issues.append(make_issue(IssueCode.BRS_01, place, jumlah=count_text(len(numbers))))


def _hold_merged_rows(draft: SheetDraft) -> None:
    """Withhold rows of data with a merged cell; all of it but the first cell reads blank.

    A merge down the cells of an RHK is harmless: those may be blank on its further rows.
    """
    by_range: dict[str, None] = {}
    for row in draft.counting:
        for facts in (row.raw.facts or {}).values():
            if facts.merged is not None:
                by_range[facts.merged] = None
    for text in by_range:
        match = _RANGE.fullmatch(text)
        if match is not None:
            first, last = sorted((int(match[2]), int(match[4])))
            rows = [row for row in draft.counting if first <= row.number <= last]
            names = _fields_between(draft.plan, _column(match[1]), _column(match[3]))
            if (len(rows) > 1 and names) or (rows and len(names) > 1):
                _hold(draft, rows, names, text)


def _hold(draft: SheetDraft, rows: Sequence[RowDraft], names: Sequence[str], text: str) -> None:
    top = rows[0]
    top.issues.append(draft.plan.issue(IssueCode.LBR_13, top, names[0], rentang=text))
    for row in rows:
        row.held = IssueCode.LBR_13
        for name in names:
            if not row.has(name):
                row.faults[name] = top.text(name)


def _fields_between(plan: SheetPlan, first: int, last: int) -> tuple[str, ...]:
    """List the read fields in a range of columns that may not be blank on further rows."""
    return tuple(
        name
        for name, column in plan.columns.items()
        if first <= column <= last
        and column_by_field(plan.model, name).column.level is not Level.RHK
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
