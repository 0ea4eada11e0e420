"""The live status of a row in column `Cek`: an Excel formula and its twin in Python.

Both come from the same columns. The formula runs while people type; the twin supplies the value
stored with it. It covers what one row can know; everything is checked again on return.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Final

from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import ColumnSpec, Condition, Level, SheetRow, columns_of
from kinerja_xlsx.write.page import is_blank
from kinerja_xlsx.write.template.aturan import KIND_RULES, Cells, References, folded
from kinerja_xlsx.write.template.lintas import (
    NOT_EVALUATED,
    NOWHERE,
    UNFILLED,
    Lintas,
    Table,
    entries_of,
    has_entry,
)
from kinerja_xlsx.write.template.rangkap import Days, Naming, Post, by_nip, naming_of
from kinerja_xlsx.write.template.referensi import ListSource

OK: Final = "OK"
BELUM: Final = UNFILLED
TIDAK_DINILAI: Final = NOT_EVALUATED
PERIKSA: Final = "PERIKSA: "
GALAT: Final = f"{PERIKSA}ada galat rumus di baris ini"
NO_ROWS: Final = "Belum ada isian"
KOSONG: Final = "kosong"
_SAME_RHK: Final = ("nip", "no_rhk")
"""Fields that say to which RHK a row belongs."""


@dataclass(frozen=True)
class RowStatus:
    """The status of the rows of one data sheet.

    Attributes:
        model: Its row class.
        header_row: Row number of the headings.
        refs: How its formulas name cells.
        lintas: What it may know of other sheets.
    """

    model: type[SheetRow]
    header_row: int
    refs: References
    lintas: Lintas = NOWHERE

    def formula(self, row: int) -> str:
        """Write the formula for one row."""
        return self._template.replace("{r}", str(row)).replace("{a}", str(row - 1))

    def value(self, cells: Cells, above: Cells | None) -> str:
        """Tell what the formula gives for a row.

        Args:
            cells: The row.
            above: The row above it; None for the first one.
        """
        columns = columns_of(self.model)
        if all(is_blank(cells.get(spec.field)) for spec in columns):
            return ""
        if self.lintas.knows_state(self.model) and self.lintas.is_set_aside(self.model, cells):
            return TIDAK_DINILAI
        for spec in columns:
            fault = self._fault(spec, cells, above)
            if fault is not None:
                return f"{PERIKSA}{spec.heading} {fault}"
        return self._sound(cells)

    def _sound(self, cells: Cells) -> str:
        """Tell the status of a row without a fault."""
        if self._states_own and self.lintas.sets_aside(cells):
            return TIDAK_DINILAI
        if not self._entries or has_entry(self.model, cells):
            return OK
        is_alone = not self.lintas.knows_entries(self.model)
        return BELUM if is_alone or self.lintas.is_unfilled(self.model, cells) else OK

    def _fault(self, spec: ColumnSpec, cells: Cells, above: Cells | None) -> str | None:
        value = cells.get(spec.field)
        if is_blank(value):
            return KOSONG if self._must_fill(spec, cells, above) else None
        rule = KIND_RULES[spec.kind]
        return rule.message(spec) if rule.is_wrong(spec, value, cells) else None

    def _must_fill(self, spec: ColumnSpec, cells: Cells, above: Cells | None) -> bool:
        if spec.required and spec.column.level is Level.RHK and above is not None:
            return any(folded(cells.get(name)) != folded(above.get(name)) for name in _SAME_RHK)
        if spec.required and spec.column.is_entry:
            return not all(is_blank(cells.get(field)) for field in self._entries)
        return spec.required or any(_holds(item, cells) for item in self._conditions(spec))

    def _conditions(self, spec: ColumnSpec) -> tuple[Condition, ...]:
        """List the conditions on a column that its own row can decide."""
        return tuple(
            condition
            for condition in self.model.conditions
            if condition.field == spec.field
            and all(source in self.refs.columns for source, _ in condition.when)
        )

    @cached_property
    def _entries(self) -> tuple[str, ...]:
        return entries_of(self.model)

    @property
    def _cells(self) -> Mapping[str, str]:
        """Name the cells of a row by their fields."""
        return {field: self.refs.cell(field) for field in self.refs.columns}

    @property
    def _states_own(self) -> bool:
        """Tell whether its own rows say who is not evaluated."""
        return self.model is PegawaiRow and PegawaiRow in self.lintas.tables

    @cached_property
    def _sound_expression(self) -> str:
        """Write what a row without a fault shows."""
        if self._states_own:
            return f'IF({self.lintas.own_state_expression(self._cells)},"{TIDAK_DINILAI}","{OK}")'
        if not self._entries:
            return f'"{OK}"'
        first, last = self.refs.cell(self._entries[0]), self.refs.cell(self._entries[-1])
        blank = f'SUMPRODUCT(--({first}:{last}<>""))=0'
        unfilled = f'"{BELUM}"'
        if self.lintas.knows_entries(self.model):
            test = self.lintas.unfilled_expression(self.model, self._cells)
            unfilled = f'IF({test},"{BELUM}","{OK}")'
        return f'IF({blank},{unfilled},"{OK}")'

    @cached_property
    def _template(self) -> str:
        """Write the formula with `{r}` for the row and `{a}` for the one above."""
        body = self._sound_expression
        columns = columns_of(self.model)
        for spec in reversed(columns):
            heading = self.refs.cell(spec.field, f"${self.header_row}")
            for test, fault in reversed(tuple(self._tests(spec))):
                body = f'IF({test},"{PERIKSA}"&{heading}&" {fault}",{body})'
        if self.lintas.knows_state(self.model):
            is_out = self.lintas.state_expression(self.model, self._cells)
            body = f'IF({is_out},"{TIDAK_DINILAI}",{body})'
        row = f"{self.refs.cell(columns[0].field)}:{self.refs.cell(columns[-1].field)}"
        return f'=IFERROR(IF(COUNTA({row})=0,"",{body}),"{GALAT}")'

    def _tests(self, spec: ColumnSpec) -> Iterator[tuple[str, str]]:
        """Yield Excel conditions that are true when something is wrong, with the message."""
        cell, rule = self.refs.cell(spec.field), KIND_RULES[spec.kind]
        if spec.required and spec.column.level is Level.RHK:
            names = ((self.refs.cell(name), self.refs.cell(name, "{a}")) for name in _SAME_RHK)
            differs = ",".join(f"{here}<>{above}" for here, above in names)
            yield f'AND({cell}="",OR({differs}))', KOSONG
        elif spec.required and spec.column.is_entry:
            begun = ",".join(f'{self.refs.cell(field)}<>""' for field in self._entries)
            yield f'AND({cell}="",OR({begun}))', KOSONG
        elif spec.required:
            yield f'{cell}=""', KOSONG
        for condition in self._conditions(spec):
            holds = ",".join(self._holds(source, values) for source, values in condition.when)
            yield f'AND({holds},{cell}="")', KOSONG
        expression = rule.expression(spec, self.refs)
        if spec.required and spec.column.level is Level.RHK and spec.choices is not None:
            expression = f'AND({cell}<>"",{expression})'
        yield expression, rule.message(spec)

    def _holds(self, source: str, values: frozenset[Enum]) -> str:
        tests = sorted(f'{self.refs.cell(source)}="{member.value}"' for member in values)
        return f"OR({','.join(tests)})"


def look_across(
    tables: Mapping[type[SheetRow], Table], sources: Mapping[type[Enum], ListSource], days: Days
) -> Lintas:
    """Learn from the prefilled rows of a workbook what its statuses ask of other sheets."""
    if PegawaiRow not in tables:
        return NOWHERE
    seen = Lintas(tables, days)
    people = tables[PegawaiRow]
    states = zip(people.rows, statuses_of(people, sources, seen), strict=True)
    posts = [Post(naming_of(row), is_aside=state == TIDAK_DINILAI) for row, state in states]
    seen = replace(seen, posts=by_nip((post.name.nip, post) for post in posts))
    if not seen.knows_entries(PenilaianRow):
        return seen
    filled = by_nip((name.nip, name) for name in _with_entries(tables[HasilKerjaRow]))
    rated = frozenset(name.nip for name in _with_entries(tables[PenilaianRow]))
    seen = replace(seen, filled=filled, rated=rated)
    names = map(naming_of, tables[PenilaianRow].rows)
    ratings = zip(names, statuses_of(tables[PenilaianRow], sources, seen), strict=True)
    return replace(seen, ratings=by_nip((one[0].nip, one) for one in ratings))


def _with_entries(table: Table) -> list[Naming]:
    return [naming_of(row) for row in table.rows if has_entry(table.model, row)]


def statuses_of(
    table: Table, sources: Mapping[type[Enum], ListSource], lintas: Lintas
) -> tuple[str, ...]:
    """Tell the status of each row of a sheet."""
    columns = {spec.field: number for number, spec in enumerate(columns_of(table.model), start=2)}
    refs = References(columns, sources)
    status = RowStatus(table.model, table.first_row - 1, refs, lintas)
    above: tuple[Cells | None, ...] = (None, *table.rows)
    return tuple(map(status.value, table.rows, above))


def progress_formula(first_row: int, last_row: int) -> str:
    """Write the formula of the line above a table: how many rows are filled."""
    cells = f"$A${first_row}:$A${last_row}"
    done = f'SUMPRODUCT(({cells}="{OK}")+({cells}="{TIDAK_DINILAI}"))'
    seen = f'SUMPRODUCT(--({cells}<>""))'
    return (
        f'=IF({seen}=0,"{NO_ROWS}","Terisi "&{done}&" dari "&{seen}&'
        f'IF({done}={seen}," · LENGKAP"," · BELUM LENGKAP"))'
    )


def progress_value(statuses: Sequence[str]) -> str:
    """Tell what that formula gives for these statuses."""
    seen = sum(status != "" for status in statuses)
    done = sum(status in {OK, TIDAK_DINILAI} for status in statuses)
    if seen == 0:
        return NO_ROWS
    return f"Terisi {done} dari {seen} · {'LENGKAP' if done == seen else 'BELUM LENGKAP'}"


def _holds(condition: Condition, cells: Cells) -> bool:
    return all(
        folded(cells.get(source)) in {folded(member.value) for member in values}
        for source, values in condition.when
    )
