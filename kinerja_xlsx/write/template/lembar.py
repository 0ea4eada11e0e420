"""A data sheet of a template: titles, headings, prefilled and spare rows, limits, live status."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.spec.book import CEK, TITLE_ROWS
from kinerja_xlsx.spec.row import ColumnSpec, Kind, SheetRow, columns_of, is_protected
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, must
from kinerja_xlsx.write.page import At, InputValue, Page, address, is_blank, lines_needed
from kinerja_xlsx.write.style import Look
from kinerja_xlsx.write.template import cek
from kinerja_xlsx.write.template.aturan import Cells, References
from kinerja_xlsx.write.template.letak import last_row_of
from kinerja_xlsx.write.template.lintas import NOWHERE, Lintas
from kinerja_xlsx.write.template.teks import CEK_NOTE
from kinerja_xlsx.write.template.validasi import Sources, heading_note, validation_of

HEADER_ROW: Final = TITLE_ROWS + 1
FIRST_ROW: Final = HEADER_ROW + 1
CEK_WIDTH: Final = 28
HEADING_HEIGHT: Final = 42
TALLEST_ROW: Final = 120.0
LAST_TITLE_HEIGHT: Final = 20
"""Of the last line above the headings, so that it does not touch them."""
LETTERS_ACROSS: Final = 260
"""A printed page shows so many letters side by side before they grow too small to read."""
VALIDATED_ROWS: Final = 5_000
"""Limits and drop-downs reach this far, for people who paste below the table."""
PROTECTION: Final = MappingProxyType({
    "sort": True,
    "autofilter": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
})  # fmt: skip
"""What stays allowed on a protected sheet, which has no password."""

_LOOKS: Final = MappingProxyType({
    Kind.NIP: style.CELL_NIP,
    Kind.NIP_ATAU_KODE: style.CELL_NIP,
    Kind.NOMOR_INDIKATOR: style.CELL_CODE,
    Kind.KODE: style.CELL_NIP,
    Kind.PERIODE: style.CELL_NIP,
    Kind.TEKS: style.CELL_TEXT,
    Kind.BULAT: style.CELL_ORDINAL,
    Kind.ANGKA: style.CELL_NUMBER,
    Kind.TANGGAL: style.CELL_DATE,
    Kind.DAFTAR: style.CELL_TEXT,
    Kind.DAFTAR_BANYAK: style.CELL_TEXT,
    Kind.JAM: style.CELL_CODE,
})  # fmt: skip

_SHRUNK: Final = MappingProxyType({"shrink": True})
"""A row does not grow when a formula gives a longer text, so the text shrinks."""


@dataclass(frozen=True, slots=True)
class SheetSetting:
    """What all sheets of one workbook share.

    Attributes:
        titles: Lines such as unit and period, joined below the title of each sheet.
        kertas: Paper to print on.
        sources: Where the choices of each list stand.
        people: Rows of the longest prefilled sheet.
        lintas: What the status of a row knows of other sheets.
    """

    titles: tuple[str, ...]
    kertas: Kertas
    sources: Sources
    people: int = 0
    lintas: Lintas = NOWHERE

    @property
    def label(self) -> str:
        """The titles on one line."""
        return " · ".join(line for line in self.titles if line)

    def footer(self, sheet: str) -> str:
        """The label of a printed sheet."""
        return " · ".join(part for part in (sheet, self.label) if part)


def cell_look(spec: ColumnSpec) -> Look:
    """Choose how the cells of a column look."""
    return _LOOKS[spec.kind]


def heading_look(model: type[SheetRow], spec: ColumnSpec) -> Look:
    """Choose how a heading looks: required, required under a condition, or optional."""
    if spec.required:
        return style.HEADING_REQUIRED
    if any(condition.field == spec.field for condition in model.conditions):
        return style.HEADING_CONDITIONAL
    return style.HEADING_OPTIONAL


def first_free_column(model: type[SheetRow], columns: Mapping[str, int]) -> int:
    """Find the column right of what stays in sight: the name, or else the first field.

    Args:
        model: The row class.
        columns: Field name to column number.
    """
    first = columns_of(model)[0].field
    return 1 + columns.get("nama", columns.get(first, 1))


def write_data_sheet(
    book: Book, model: type[SheetRow], rows: Sequence[Cells], setting: SheetSetting
) -> None:
    """Write one data sheet with its prefilled rows and its spare rows."""
    last_row = last_row_of(model, rows, setting.people)
    page = Page.add(book, model.sheet)
    columns = {spec.field: number for number, spec in enumerate(columns_of(model), start=2)}
    refs = References(columns, setting.sources)
    status = cek.RowStatus(model, HEADER_ROW, refs, setting.lintas)
    statuses = _write_status(page, status, rows, last_row)
    _write_titles(page, model, setting, (statuses, last_row))
    _set_columns(page, model)
    _write_cells(page, model, rows, last_row)
    _grow_rows(page, model, rows)
    _write_table(page, model, last_row)
    _write_limits(page, model, setting.sources)
    free = (FIRST_ROW, first_free_column(model, columns))
    width = CEK_WIDTH + sum(spec.column.width for spec in columns_of(model))
    finish_sheet(page, model, setting, first_free=free, width=width)


def finish_sheet(
    page: Page, model: type[SheetRow], setting: SheetSetting, *, first_free: At, width: float
) -> None:
    """Freeze, protect, and set up the printing of a data sheet.

    Args:
        page: The sheet.
        model: Its row class.
        setting: What all sheets share.
        first_free: The cell below the headings and right of what stays in sight.
        width: Of all columns together, in letters.
    """
    row, column = first_free
    page.freeze(first_free)
    page.sheet.repeat_rows(row - 2)
    across = math.ceil(width / LETTERS_ACROSS)
    page.paper(setting.kertas, setting.footer(model.sheet), across=across)
    if across > 1:
        page.sheet.repeat_columns(0, column - 2)
    page.sheet.set_tab_color(style.BLUE_DARK)
    if is_protected(model):
        page.sheet.protect("", dict(PROTECTION))


def shade_status(page: Page, first_row: int, last_row: int) -> None:
    """Colour the words of the status; the words alone already say it."""
    cell = f"$A{first_row}"
    looks = (
        (f'LEFT({cell},{len(cek.PERIKSA)})="{cek.PERIKSA}"', style.STATUS_GALAT),
        (f'{cell}="{cek.BELUM}"', style.STATUS_PERINGATAN),
        (f'OR({cell}="{cek.OK}",{cell}="{cek.TIDAK_DINILAI}")', style.STATUS_OK),
    )
    for test, look in looks:
        form = page.book.workbook.add_format(dict(look))
        options = {"type": "formula", "criteria": f"={test}", "format": form}
        page.shade((first_row, 1), (last_row, 1), options)


def _write_status(
    page: Page, status: cek.RowStatus, rows: Sequence[Cells], last_row: int
) -> tuple[str, ...]:
    """Write column `Cek`, and return the value of each prefilled row."""
    form = page.book.style(style.CELL, style.READ, _SHRUNK)
    above: tuple[Cells | None, ...] = (None, *rows)
    values = tuple(map(status.value, rows, above))
    for row in range(FIRST_ROW, last_row + 1):
        index = row - FIRST_ROW
        cached = values[index] if index < len(values) else ""
        page.write_formula((row, 1), status.formula(row), cached, form=form)
    shade_status(page, FIRST_ROW, last_row)
    return values


def _write_titles(
    page: Page, model: type[SheetRow], setting: SheetSetting, progress: tuple[Sequence[str], int]
) -> None:
    statuses, last_row = progress
    page.put((1, 1), model.title, style.TITLE)
    page.put((2, 1), setting.label, style.SUBTITLE)
    formula = cek.progress_formula(FIRST_ROW, last_row)
    looks = (style.STRONG, style.LAST_TITLE)
    page.formula((TITLE_ROWS, 1), formula, cek.progress_value(statuses), *looks)
    page.height(TITLE_ROWS, LAST_TITLE_HEIGHT)


def _set_columns(page: Page, model: type[SheetRow]) -> None:
    """Set widths, and keep whole columns as text and open, for what is pasted below the table."""
    must(page.sheet.set_column(0, 0, CEK_WIDTH))
    for column, spec in enumerate(columns_of(model), start=1):
        set_open_column(page, spec, column + 1)
    page.height(HEADER_ROW, HEADING_HEIGHT)


def set_open_column(page: Page, spec: ColumnSpec, column: int) -> None:
    """Set the width of a column, and how cells look that nobody has touched yet."""
    form = page.book.style(style.UNLOCKED, _column_look(spec))
    must(page.sheet.set_column(column - 1, column - 1, spec.column.width, form))


def _column_look(spec: ColumnSpec) -> Look:
    look = cell_look(spec)
    return {name: look[name] for name in ("num_format", "text_wrap", "valign") if name in look}


def _write_cells(page: Page, model: type[SheetRow], rows: Sequence[Cells], last_row: int) -> None:
    for column, spec in enumerate(columns_of(model), start=2):
        open_form = page.book.style(cell_look(spec), style.UNLOCKED)
        fixed_form = page.book.style(cell_look(spec), style.PREFILLED)
        for row, value in enumerate(_column_values(spec, rows, last_row), start=FIRST_ROW):
            is_fixed = spec.column.prefilled and not is_blank(value)
            page.write((row, column), value, fixed_form if is_fixed else open_form)


def _grow_rows(page: Page, model: type[SheetRow], rows: Sequence[Cells]) -> None:
    for row, cells in enumerate(rows, start=FIRST_ROW):
        page.grow(row, text_lines(model, cells), TALLEST_ROW)


def text_lines(model: type[SheetRow], cells: Cells) -> int:
    """Count the lines that the longest text of a row takes."""
    texts = ((spec, cells.get(spec.field)) for spec in columns_of(model))
    return max(
        (lines_needed(text, spec.column.width) for spec, text in texts if isinstance(text, str)),
        default=1,
    )


def _column_values(spec: ColumnSpec, rows: Sequence[Cells], last_row: int) -> Iterator[InputValue]:
    for row in rows:
        yield row.get(spec.field)
    for _ in range(FIRST_ROW + len(rows), last_row + 1):
        yield None


def _write_table(page: Page, model: type[SheetRow], last_row: int) -> None:
    """Make an Excel table of prefilled and spare rows; it writes the headings as well."""
    headings = [(CEK, style.HEADING)]
    headings += [(spec.heading, heading_look(model, spec)) for spec in columns_of(model)]
    columns = [{"header": text, "header_format": page.book.style(look)} for text, look in headings]
    must(
        page.sheet.add_table(
            HEADER_ROW - 1,
            0,
            last_row - 1,
            len(columns) - 1,
            {"name": f"Tabel_{model.__name__}", "style": None, "columns": columns},
        )
    )
    quiet = f"A{FIRST_ROW}:{address((last_row, len(columns)))}"
    must(page.sheet.ignore_errors({"number_stored_as_text": quiet}))


def _write_limits(page: Page, model: type[SheetRow], sources: Sources) -> None:
    note = {"validate": "any", "input_title": CEK, "input_message": CEK_NOTE}
    page.validate((HEADER_ROW, 1), (HEADER_ROW, 1), note)
    for column, spec in enumerate(columns_of(model), start=2):
        limit_column(page, model, spec, heading=(HEADER_ROW, column), sources=sources)


def limit_column(
    page: Page, model: type[SheetRow], spec: ColumnSpec, *, heading: At, sources: Sources
) -> None:
    """Lay a note over the heading and the limits over the whole column below it."""
    row, column = heading
    first, last = (row + 1, column), (row + VALIDATED_ROWS, column)
    page.validate(heading, heading, heading_note(model, spec))
    page.validate(first, last, validation_of(model, spec, first, sources))
