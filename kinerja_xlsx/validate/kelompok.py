"""Issues as they are shown: one for a whole column where nearly every cell has the same fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity, Similar
from kinerja_xlsx.model.submission import RawSheet, Submission

LEAST_CELLS: Final = 10
"""Fewer cells are told one by one."""
_NEARLY_ALL: Final = 0.9
_EXAMPLES: Final = 3
_VALUE_LETTERS: Final = 40

_Key = tuple[str, int, IssueCode, Severity]


def group_issues(issues: Sequence[Issue], submission: Submission) -> tuple[Issue, ...]:
    """Let the first of many equal issues of a column stand for all of them.

    Only what is shown in lists gets shorter. What is withheld was decided before, and the
    correction workbook still marks each cell.

    Args:
        issues: All issues of one file, in order.
        submission: The file.

    Returns:
        Issues in the same order; the first of a group counts the others and names examples.
    """
    groups: dict[_Key, list[Issue]] = {}
    for issue in issues:
        key = _key(issue)
        if key is not None:
            groups.setdefault(key, []).append(issue)
    sheets = {sheet.name: sheet for sheet in submission.sheets}
    chosen = {
        key: replace(group[0], nip=None, nama=None, similar=similar)
        for key, group in groups.items()
        if key[0] in sheets and (similar := _similar(group, sheets[key[0]], key[1])) is not None
    }
    return tuple(_shown(issues, chosen))


def _key(issue: Issue) -> _Key | None:
    place = issue.place
    if place.sheet is None or place.row is None or place.column is None:
        return None
    return place.sheet, place.column, issue.code, issue.severity


def _similar(group: Sequence[Issue], sheet: RawSheet, column: int) -> Similar | None:
    """Count the cells of a group, and those of its column that hold something or are in it."""
    rows = {issue.place.row for issue in group}
    if len(rows) < LEAST_CELLS:
        return None
    index = {item.column: position for position, item in enumerate(sheet.columns)}
    position = index.get(column)
    if position is None:
        return None
    filled = rows | {row.number for row in sheet.rows if row.values[position] not in {None, ""}}
    if len(rows) <= _NEARLY_ALL * len(filled):
        return None
    return Similar(len(rows), len(filled), tuple(_example(issue) for issue in group[:_EXAMPLES]))


def _example(issue: Issue) -> str:
    value = issue.value or ""
    short = value if len(value) <= _VALUE_LETTERS else f"{value[:_VALUE_LETTERS]}…"
    return f"{issue.place.cell} «{short}»" if short else issue.place.cell or ""


def _shown(issues: Sequence[Issue], chosen: Mapping[_Key, Issue]) -> Iterator[Issue]:
    told: set[_Key] = set()
    for issue in issues:
        key = _key(issue)
        if key is None or key not in chosen:
            yield issue
        elif key not in told:
            told.add(key)
            yield chosen[key]
