"""What becomes of proposals that people accepted in a correction workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.result import RowVerdict
from kinerja_xlsx.model.submission import CellFacts, RawRow, RawSheet, Submission
from kinerja_xlsx.spec.book import book_for
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penugasan import Checked, RowRecord, Settings
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate.isian import check_isian
from kinerja_xlsx.validate.skp import check_skp
from kinerja_xlsx.validate.verdict import sort_issues

_NIP: Final = column_by_field(PegawaiRow, "nip").heading

Cell = tuple[str, int, int]
"""Sheet as the file has it, row, column."""


def accept_proposals(
    submission: Submission, checked: Checked, settings: Settings | None
) -> tuple[Submission, Checked]:
    """Take the proposals that a person accepted, and check the file anew with them.

    A choice counts only while the cell still holds the value found then and the program still
    proposes the same: what is taken is always the proposal found anew, never the text of the list.

    Args:
        submission: The file as read.
        checked: The file as checked without any proposal.
        settings: The settings it was checked with.

    Returns:
        The file with the accepted values in their cells, and what checking says of it.
    """
    taken = {_cell(issue): issue for issue in _accepted(submission, checked.issues)}
    if not taken:
        return submission, checked
    sheets = tuple(_with_values(sheet, taken) for sheet in submission.sheets)
    mended = replace(submission, sheets=sheets, choices=())
    again = (check_skp if checked.is_skp else check_isian)(mended, settings)
    notices = [_notice(issue) for issue in taken.values()]
    keys = {sheet.name: sheet.key for sheet in sheets}
    rows = {(keys[sheet], row) for sheet, row, _ in taken}
    return mended, replace(
        again,
        issues=sort_issues((*again.issues, *notices), mended, book_for(mended.meta)),
        rows=tuple(
            _corrected(record) if _key(record) in rows else record for record in again.rows
        ),
    )


def _accepted(submission: Submission, issues: Iterable[Issue]) -> Iterator[Issue]:
    wanted = {
        (choice.sheet, choice.cell, choice.found, choice.proposal) for choice in submission.choices
    }
    names = {sheet.name for sheet in submission.sheets}
    for issue in issues:
        place = issue.place
        if issue.proposal is not None and place.cell is not None and place.sheet in names:
            shown = (place.sheet, place.cell, (issue.value or "").strip(), issue.proposal)
            if shown in wanted:
                yield issue


def _cell(issue: Issue) -> Cell:
    place = issue.place
    if place.sheet is None or place.row is None or place.column is None:
        raise ValueError(issue.code)
    return place.sheet, place.row, place.column


def _with_values(sheet: RawSheet, taken: Mapping[Cell, Issue]) -> RawSheet:
    by_row: dict[int, dict[int, str]] = {}
    index = {item.column: position for position, item in enumerate(sheet.columns)}
    for (name, row, column), issue in taken.items():
        if name == sheet.name and issue.proposal is not None:
            by_row.setdefault(row, {})[index[column]] = issue.proposal
    rows = tuple(
        _with_cells(row, by_row[row.number]) if row.number in by_row else row for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _with_cells(row: RawRow, cells: Mapping[int, str]) -> RawRow:
    """Put texts into a row; of what the old values hid, a merge alone stays true."""
    facts = {
        position: CellFacts(merged=found.merged) if position in cells else found
        for position, found in (row.facts or {}).items()
    }
    values = tuple(cells.get(position, value) for position, value in enumerate(row.values))
    return row._replace(values=values, facts=facts or None)


def _notice(issue: Issue) -> Issue:
    proposal = issue.proposal or ""
    return make_issue(
        IssueCode.SEL_36,
        issue.place,
        nip=proposal if issue.place.heading == _NIP else issue.nip,
        nama=issue.nama,
        value=issue.value,
        dibaca=proposal,
    )


def _key(record: RowRecord) -> tuple[str, int]:
    return record.sheet, record.number


def _corrected(record: RowRecord) -> RowRecord:
    if record.verdict is not RowVerdict.DITERIMA:
        return record
    return record._replace(verdict=RowVerdict.DIBETULKAN)
