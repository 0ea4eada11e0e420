"""A name whose NIP stands in the row below it, as in the appendices of decrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, column_letters
from kinerja_xlsx.model.submission import RawRow
from kinerja_xlsx.validate.normalise_nip import bare_nip, is_nip
from kinerja_xlsx.validate.reading import note
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.shown import show

_PERSON: Final = ("nip", "nama")


def join_stacked(
    plan: SheetPlan, rows: Sequence[RowDraft], label: Callable[[RowDraft], Issue]
) -> None:
    """Say once of each such pair that the NIP belongs one row higher, and propose it there.

    Args:
        plan: How the sheet is read.
        rows: All rows of the sheet; the row of a NIP alone is then no data.
        label: Makes the notice of a row that is no data.
    """
    for upper, lower in pairwise(rows):
        if not _has_name_only(plan, upper) or upper.ignored is not None:
            continue
        if lower.number != upper.number + 1:
            continue
        found = _nip_alone(plan, lower.raw)
        if found is None:
            continue
        name, digits = found
        lower.ignored = IssueCode.BRS_03
        lower.data.clear()
        lower.faults.clear()
        lower.issues = [label(lower)]
        _propose(plan, upper, digits, f"{column_letters(plan.columns[name])}{lower.number}")


def _nip_alone(plan: SheetPlan, raw: RawRow) -> tuple[str, str] | None:
    """Give field and digits where a row holds one lawful NIP and nothing else."""
    filled = [
        (column.field, raw.values[column.position])
        for column in plan.planned
        if raw.values[column.position] not in {None, ""}
    ]
    if len(filled) != 1:
        return None
    name, value = filled[0]
    digits = bare_nip(value) if isinstance(value, str) else ""
    return (name, digits) if name in _PERSON and is_nip(digits) else None


def _has_name_only(plan: SheetPlan, row: RowDraft) -> bool:
    """Tell whether a row names somebody, and has no NIP nor anything like one."""
    if "nip" in row.data or "nip" not in plan.columns:
        return False
    shown = row.faults.get("nip", "")
    if any(char.isdigit() for char in shown):
        return False
    return bool(shown) or row.has("nama")


def _propose(plan: SheetPlan, row: RowDraft, digits: str, address: str) -> None:
    name = row.faults.setdefault("nip", "")
    row.issues = [issue for issue in row.issues if issue.code is not IssueCode.SEL_11]
    seen = note(
        IssueCode.SEL_11,
        show(name),
        jumlah="0",
        saran=f"NIP-nya tertulis di sel {address}; pindahkan ke sel ini.",
    )
    row.issues.append(plan.placed(seen._replace(proposal=digits), row, "nip"))
