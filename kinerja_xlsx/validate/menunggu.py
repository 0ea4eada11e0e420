"""The notice of rules that wait: what could not be checked, and the cells that it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import Issue, IssueCode, column_letters
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan

NEED: Final = "wajib tidaknya "
"""How the rule begins that a cell is required; what follows is its heading."""
_SHOWN: Final = 3
_PAIR: Final = 2


class Cell(NamedTuple):
    """A cell that a rule needs and cannot use."""

    plan: SheetPlan
    row: RowDraft
    field: str

    @property
    def address(self) -> str:
        """Name it as a reader finds it: `Hasil Kerja!N12 (Bobot)`."""
        place = self.plan.place(self.row.number, self.field)
        letters = "" if place.column is None else column_letters(place.column)
        return f"{place.sheet}!{letters}{place.row} ({place.heading})"


def faulty_cells(plan: SheetPlan, row: RowDraft, fields: Iterable[str]) -> tuple[Cell, ...]:
    """List which of some cells of a row are faulty."""
    return tuple(Cell(plan, row, name) for name in fields if name in row.faults)


def waiting_issue(rules: Sequence[str], cells: Sequence[Cell]) -> Issue:
    """Say that rules, in plain words, wait for some cells, at the first of those."""
    shown = [cell.address for cell in cells[:_SHOWN]]
    more = f" dan {len(cells) - _SHOWN} sel lain" if len(cells) > _SHOWN else ""
    first = cells[0]
    text = _join(rules)
    return first.plan.issue(
        IssueCode.LTS_30,
        first.row,
        first.field,
        aturan=text[:1].upper() + text[1:],
        sel=f"{', '.join(shown)}{more}",
    )


def _join(rules: Sequence[str]) -> str:
    """Put rules into one subject: all headings that may be required together, and last."""
    headings = [rule.removeprefix(NEED) for rule in rules if rule.startswith(NEED)]
    others = [rule for rule in rules if not rule.startswith(NEED)]
    return _row([*others, NEED + _row(headings, "dan")] if headings else others, "serta")


def _row(words: Sequence[str], last: str) -> str:
    if len(words) <= _PAIR:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"
