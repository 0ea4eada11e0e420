"""Rows of an export of another application: each on its own, and copies of one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kinerja_xlsx.model.issue import Issue, IssueCode, Withholds
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.validate.duplicates import Key, settle_duplicates
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft


def settle_rows(draft: SheetDraft, key_of: Callable[[RowDraft], Key | None]) -> None:
    """Judge every row on its own, and rows with the same key together.

    Args:
        draft: The sheet.
        key_of: Key of a row; None when one of its cells is faulty, so that it is not judged.
    """
    plan = draft.plan
    settle_duplicates(plan, draft.counting, key_of=key_of)
    held: dict[Key, list[RowDraft]] = {}
    for row in draft.counting:
        plan.finish(row)
        key = key_of(row)
        if row.held is IssueCode.BRS_04 and key is not None:
            held.setdefault(key, []).append(row)
    for rows in held.values():
        _tell_first(draft, rows)


def _tell_first(draft: SheetDraft, rows: Sequence[RowDraft]) -> None:
    """Say of the first row too that another contradicts it: an export is mended in either."""
    first, second, *_ = rows
    told = next(issue for issue in second.issues if issue.code is IssueCode.BRS_04)
    context = dict(told.context)
    first.issues.append(
        draft.plan.issue(
            IssueCode.BRS_04,
            first,
            "nip",
            kunci=context["kunci"],
            baris=str(second.number),
            kolom=context["kolom"],
            saran="",
        )
    )


def withholding(draft: RowDraft) -> tuple[Issue, ...]:
    """List the issues for which a row is withheld."""
    codes = set(draft.reasons)
    return tuple(
        issue
        for issue in draft.issues
        if issue.code in codes and withholds(issue) is not Withholds.NOTHING
    )
