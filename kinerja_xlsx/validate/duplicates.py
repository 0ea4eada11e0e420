"""Rows with the same key: identical copies count once, differing ones are withheld."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.spec.row import Kind, column_by_field
from kinerja_xlsx.validate.reading import note
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan

_NAMED_COLUMNS: Final = 3
_ONE_DIGIT: Final = re.compile(r"[0-9]+\.[1-9]")
_DISTINGUISHING: Final = frozenset({"sifat", "mulai", "berlaku_mulai"})
"""Parts of a key that only tell two assignments of one person, or two dates, apart."""

Key = tuple[str, ...]


def settle_duplicates(
    plan: SheetPlan,
    rows: Iterable[RowDraft],
    *,
    key_of: Callable[[RowDraft], Key | None],
    unlike: Sequence[str] = (),
) -> None:
    """Compare rows that share a key with the first of them.

    Args:
        plan: The sheet.
        rows: Rows that count, in file order.
        key_of: Key of a row; None when one of its cells is faulty, so that it is not judged.
        unlike: Fields that may differ between copies, such as a name for people to read.
    """
    first_by_key: dict[Key, list[RowDraft]] = {}
    for row in rows:
        key = key_of(row)
        if key is None:
            continue
        seen = first_by_key.get(key)
        if seen is None:
            first_by_key[key] = [row]
            continue
        copied = next((one for one in seen if not differing(plan, one, row, unlike)), None)
        if copied is not None:
            row.issues[:] = [plan.issue(IssueCode.BRS_05, row, baris=str(copied.number))]
            row.ignored = IssueCode.BRS_05
            continue
        _hold(plan, seen[0], row, differing(plan, seen[0], row, unlike))
        seen.append(row)


def pass_over_lesser(plan: SheetPlan, rows: Sequence[RowDraft], names: Collection[str]) -> None:
    """Let a fuller row stand for a row of the same key that says nothing beyond it.

    So a prefilled row may stay where it is when its person comes again below the table.

    Args:
        plan: The sheet.
        rows: Rows of one key, in file order.
        names: Fields that count; others only name the person.
    """
    for row in rows:
        fuller = next((one for one in rows if _says_more(one, row, names)), None)
        if fuller is not None:
            shown = str(fuller.number)
            said = note(IssueCode.BRS_05, None, severity=Severity.CATATAN, baris=shown)
            row.issues[:] = [plan.placed(said, row, None)]
            row.ignored = IssueCode.BRS_05


def _says_more(one: RowDraft, row: RowDraft, names: Collection[str]) -> bool:
    """Tell whether a row holds all that another does, and something besides."""
    if one is row or one.is_doubtful or row.is_doubtful:
        return False
    held = [name for name in names if row.has(name)]
    return all(one.text(name) == row.text(name) for name in held) and any(
        one.has(name) for name in names if name not in held
    )


def differing(
    plan: SheetPlan, one: RowDraft, other: RowDraft, unlike: Sequence[str] = ()
) -> tuple[str, ...]:
    """List the fields in which two rows differ."""
    if one.fingerprint == other.fingerprint:
        return ()
    return tuple(
        column.field
        for column in plan.planned
        if column.field not in unlike and one.text(column.field) != other.text(column.field)
    )


def _hold(plan: SheetPlan, first: RowDraft, row: RowDraft, fields: Sequence[str]) -> None:
    key = next(name for name in reversed(plan.model.key) if name not in _DISTINGUISHING)
    headings = [column_by_field(plan.model, name).heading for name in fields]
    shown = ", ".join(headings[:_NAMED_COLUMNS])
    heading = column_by_field(plan.model, key).heading
    row.issues.append(
        plan.issue(
            IssueCode.BRS_04,
            row,
            key,
            kunci=f"{heading} {row.text(key)}",
            baris=str(first.number),
            kolom=shown if len(headings) <= _NAMED_COLUMNS else f"{shown}, dan lainnya",
            saran=_ask_zero(plan, (first, row), key),
        )
    )
    first.held = row.held = IssueCode.BRS_04


def _ask_zero(plan: SheetPlan, rows: Iterable[RowDraft], key: str) -> str:
    """Ask whether Excel took the zero off `1.10`; empty where no number of an indicator does."""
    if column_by_field(plan.model, key).kind is not Kind.NOMOR_INDIKATOR:
        return ""
    position = next(column.position for column in plan.planned if column.field == key)
    for row in rows:
        number = row.text(key)
        if isinstance(row.raw.values[position], float) and _ONE_DIGIT.fullmatch(number):
            return (
                f"Bila maksudnya {number}0: nol di belakang hilang karena selnya berformat angka; "
                "ubah menjadi Teks, lalu ketik ulang."
            )
    return ""
