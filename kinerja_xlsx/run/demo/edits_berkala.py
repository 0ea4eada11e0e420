"""The ways in which plans, earlier periods and optional sheets go wrong in an office."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Agregasi
from kinerja_xlsx.run.demo.draft import HASIL, PEOPLE_SHEETS, Draft, Who, find_nip
from kinerja_xlsx.run.demo.edits import Edit
from kinerja_xlsx.write.page import InputValue

_QUARTER: Final = 4
_COUNTED: Final = MappingProxyType(
    {Agregasi.JUMLAH.value: "realisasi", Agregasi.RASIO.value: "pembilang"}
)
"""Agregasi to the field that holds what is counted."""


@dataclass(frozen=True, slots=True)
class Fill(Edit):
    """Type several cells of the first row of a person."""

    sheet: str
    who: Who
    values: tuple[tuple[str, InputValue], ...]

    def rewrite(self, draft: Draft) -> None:
        """Type them."""
        draft.row(self.sheet, self.who).values.update(self.values)


@dataclass(frozen=True, slots=True)
class PutUnit(Edit):
    """Type something else into a row that belongs to the office, not to a person."""

    sheet: str
    number: int
    field: str
    value: InputValue

    def rewrite(self, draft: Draft) -> None:
        """Type it."""
        draft.rows[self.sheet][self.number].values[self.field] = self.value


@dataclass(frozen=True, slots=True)
class Drop(Edit):
    """Leave out the first row of a person."""

    sheet: str
    who: Who

    def rewrite(self, draft: Draft) -> None:
        """Take it out."""
        row = draft.row(self.sheet, self.who)
        draft.rows[self.sheet] = [one for one in draft.rows[self.sheet] if one is not row]


@dataclass(frozen=True, slots=True)
class Away(Edit):
    """Forget a person on every sheet."""

    who: Who

    def rewrite(self, draft: Draft) -> None:
        """Take all rows of that person out."""
        owner = find_nip(draft.unit, self.who)
        for sheet in PEOPLE_SHEETS:
            if sheet in draft.rows:
                draft.rows[sheet] = [row for row in draft.rows[sheet] if row.owner != owner]


@dataclass(frozen=True, slots=True)
class Slump(Edit):
    """Let a person have done but a quarter of what is counted."""

    who: Who

    def rewrite(self, draft: Draft) -> None:
        """Shrink the counts."""
        for row in draft.of(HASIL, self.who):
            field = _COUNTED.get(str(row.values["agregasi"]))
            value = row.values[field] if field else None
            if field and isinstance(value, Decimal):
                row.values[field] = (value / _QUARTER).quantize(Decimal(1))
