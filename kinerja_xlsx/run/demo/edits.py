"""The ways in which cells and rows go wrong in an office, each a small class to be listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.run.demo.draft import (
    PEOPLE_SHEETS,
    Draft,
    DraftRow,
    Who,
    column_number,
    make_draft,
)
from kinerja_xlsx.run.demo.package_xml import BookXml
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write.page import InputValue

Values = Mapping[str, InputValue]
_ENTRY_FIELDS: Final = tuple(
    (model.sheet, spec.field)
    for model in (HasilKerjaRow, PenilaianRow, KehadiranRow)
    for spec in columns_of(model)
    if spec.column.is_entry
)


class Edit:
    """One way to go wrong: before the workbook is written, or in the finished package."""

    def rewrite(self, draft: Draft) -> None:
        """Change the rows before they are written; by default nothing."""

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Change the finished package; by default nothing."""


# -- cells --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Put(Edit):
    """Type something else into a cell of a person; `number` picks one of the rows."""

    sheet: str
    who: Who
    field: str
    value: InputValue
    number: int = 0

    def rewrite(self, draft: Draft) -> None:
        """Type it."""
        draft.row(self.sheet, self.who, self.number).values[self.field] = self.value


@dataclass(frozen=True, slots=True)
class Respell(Edit):
    """Write what a cell holds in another way; `number` picks one of the rows."""

    sheet: str
    who: Who
    field: str
    spell: Callable[[Values], InputValue]
    number: int = 0

    def rewrite(self, draft: Draft) -> None:
        """Write it anew from the values of its row."""
        values = draft.row(self.sheet, self.who, self.number).values
        values[self.field] = self.spell(values)


@dataclass(frozen=True, slots=True)
class RespellNip(Edit):
    """Write the NIP of a person in another way on every sheet."""

    who: Who
    spell: Callable[[Values], InputValue]

    def rewrite(self, draft: Draft) -> None:
        """Write it anew wherever it stands."""
        for sheet in PEOPLE_SHEETS:
            for row in draft.of(sheet, self.who):
                row.values["nip"] = self.spell(row.values)


@dataclass(frozen=True, slots=True)
class Unfilled(Edit):
    """Leave all entry cells of a person blank."""

    who: Who

    def rewrite(self, draft: Draft) -> None:
        """Clear them."""
        for sheet, field in _ENTRY_FIELDS:
            for row in draft.of(sheet, self.who):
                row.values[field] = None


@dataclass(frozen=True, slots=True)
class Label(Edit):
    """Type something else into the form sheet."""

    field: str
    value: InputValue

    def rewrite(self, draft: Draft) -> None:
        """Type it."""
        draft.form[self.field] = self.value


@dataclass(frozen=True, slots=True)
class Meta(Edit):
    """Let the hidden identity say something else."""

    key: str
    value: str

    def rewrite(self, draft: Draft) -> None:
        """Change it."""
        draft.meta[self.key] = self.value


@dataclass(frozen=True, slots=True)
class Stored(Edit):
    """Store the figure of a cell as no writer of ours would: see `BookXml`."""

    sheet: str
    who: Who
    field: str
    store: Callable[[BookXml, str, tuple[int, int]], None]
    number: int = 0

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Store it."""
        row = draft.row(self.sheet, self.who, self.number)
        at = (draft.row_number(self.sheet, row), column_number(self.sheet, self.field))
        self.store(book, self.sheet, at)


# -- rows ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Repeat(Edit):
    """Copy a row of a person below itself, with or without changes."""

    sheet: str
    who: Who
    changes: tuple[tuple[str, InputValue], ...] = ()

    def rewrite(self, draft: Draft) -> None:
        """Copy it."""
        row = draft.row(self.sheet, self.who)
        copy = DraftRow(row.owner, {**row.values, **dict(self.changes)})
        rows = draft.rows[self.sheet]
        rows.insert(rows.index(row) + 1, copy)


@dataclass(frozen=True, slots=True)
class Gap(Edit):
    """Leave blank rows above the first row of a person."""

    sheet: str
    who: Who
    count: int = 1

    def rewrite(self, draft: Draft) -> None:
        """Move the rows apart."""
        rows = draft.rows[self.sheet]
        place = rows.index(draft.row(self.sheet, self.who))
        rows[place:place] = [DraftRow("", {}) for _ in range(self.count)]


@dataclass(frozen=True, slots=True)
class Below(Edit):
    """Write one more row below all others, such as a total."""

    sheet: str
    values: tuple[tuple[str, InputValue], ...]

    def rewrite(self, draft: Draft) -> None:
        """Add it."""
        draft.rows[self.sheet].append(DraftRow("", dict(self.values)))


@dataclass(frozen=True, slots=True)
class Guest(Edit):
    """List a person of another office here as well, perhaps with other values."""

    unit: str
    who: Who
    changes: tuple[tuple[str, InputValue], ...] = ()

    def rewrite(self, draft: Draft) -> None:
        """Add that person's rows at the end of every sheet."""
        home = make_draft(draft.city, self.unit)
        for sheet in PEOPLE_SHEETS:
            for row in home.of(sheet, self.who):
                known = {key: value for key, value in self.changes if key in row.values}
                draft.rows.setdefault(sheet, []).append(DraftRow("", {**row.values, **known}))


@dataclass(frozen=True, slots=True)
class NoRows(Edit):
    """Send the template back without any row."""

    def rewrite(self, draft: Draft) -> None:
        """Take them all out."""
        for sheet in PEOPLE_SHEETS:
            draft.rows.get(sheet, []).clear()
