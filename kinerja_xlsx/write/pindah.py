"""A filled template of an older version, written again in the one in force; nothing is judged."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.submission import CellValue, RawColumn, RawRow, RawSheet, Submission
from kinerja_xlsx.spec.book import TITLE_ROWS, BookSpec
from kinerja_xlsx.spec.row import ColumnSpec, SheetRow, columns_of
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, open_book
from kinerja_xlsx.write.page import InputValue, Page
from kinerja_xlsx.write.perbaikan.formulir import rewrite_form
from kinerja_xlsx.write.perbaikan.lembar import SheetRewrite
from kinerja_xlsx.write.perbaikan.tanda import Finding, Marks
from kinerja_xlsx.write.template import cek
from kinerja_xlsx.write.template.aturan import References
from kinerja_xlsx.write.template.lembar import (
    LAST_TITLE_HEIGHT,
    SheetSetting,
    shade_status,
    write_data_sheet,
)
from kinerja_xlsx.write.template.petunjuk import write_petunjuk
from kinerja_xlsx.write.template.referensi import list_sources, write_meta, write_referensi

_UNMARKED = Marks((), MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class PindahRequest:
    """What a moved workbook is made of.

    Attributes:
        submission: The older file as it was read.
        spec: The template in force.
        meta: Keys and values of `_meta`.
        created: The only date the file carries: the last day of its period.
        title_lines: Unit and period as people read them.
        kertas: Paper to print on.
    """

    submission: Submission
    spec: BookSpec
    meta: Mapping[str, str]
    created: date
    title_lines: tuple[str, ...]
    kertas: Kertas


def render_pindah(request: PindahRequest) -> bytes:
    """Write what a file holds into the template in force, each value as it was typed.

    Rows, and columns that are not read, stay where they are; columns that are new stand at the
    right end, blank. Formulas become their values; cells without a value stay blank.

    Returns:
        The workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    spec, submission = request.spec, request.submission
    raw_by_key = {raw.key: raw for raw in submission.sheets}
    spec = spec.including(raw_by_key)
    setting = SheetSetting(request.title_lines, request.kertas, list_sources(spec))
    with open_book(buffer, title=f"{spec.title} kinerja", created=request.created) as book:
        write_petunjuk(book, spec, setting)
        rewrite_form(book, spec.form, submission.labels, marks=_UNMARKED, setting=setting)
        for model in spec.sheets:
            _write_sheet(book, model, raw_by_key.get(model.sheet), setting)
        write_referensi(book, setting.sources)
        write_meta(book, spec, request.meta)
    return buffer.getvalue()


def _write_sheet(
    book: Book, model: type[SheetRow], raw: RawSheet | None, setting: SheetSetting
) -> None:
    if raw is None:
        write_data_sheet(book, model, (), setting)
        return
    page = Page.add(book, model.sheet)
    _SheetMove(page, model, with_new_columns(raw, model), _UNMARKED, {}, setting).write()


def with_new_columns(raw: RawSheet, model: type[SheetRow]) -> RawSheet:
    """Give a sheet the columns that its version did not have yet, blank, right of all it holds."""
    missing = new_columns(raw, model)
    used = (*(item.column for item in (*raw.columns, *raw.extra)), *(at for _, at, _ in raw.loose))
    last = max(used, default=1)
    added = tuple(
        RawColumn(spec.field, spec.heading, number)
        for number, spec in enumerate(missing, start=last + 1)
    )
    blank = (None,) * len(added)
    rows = tuple(row._replace(values=(*row.values, *blank)) for row in raw.rows)
    return replace(raw, columns=(*raw.columns, *added), rows=rows)


def new_columns(raw: RawSheet, model: type[SheetRow]) -> list[ColumnSpec]:
    """List the columns of a sheet that a file lacks."""
    known = {item.field for item in raw.columns}
    return [spec for spec in columns_of(model) if spec.field not in known]


class _SheetMove(SheetRewrite):
    """A sheet written again with the live status of the template instead of marks."""

    def _kept(self, spec: ColumnSpec, value: InputValue) -> InputValue:  # noqa: ARG002 - any column
        """Write back each value as it was typed, whatever the column."""
        return value

    @cached_property
    def _status(self) -> cek.RowStatus:
        refs = References(self._columns, self.setting.sources)
        return cek.RowStatus(self.model, self.raw.header_row, refs)

    @cached_property
    def _cells_by_row(self) -> Mapping[int, Mapping[str, CellValue]]:
        return {row.number: self._cells_of(row) for row in self.raw.rows}

    def _cells_of(self, row: RawRow) -> Mapping[str, CellValue]:
        return {spec.field: row.values[index] for index, spec, _ in self._specs}

    def _write_cek(
        self,
        row: int,
        found: Sequence[Finding],  # noqa: ARG002 - nothing is judged here, so nothing is found
    ) -> None:
        """Write the live status of a row in column A."""
        if self._cek is None:
            return
        above = self._cells_by_row.get(row - 1)
        cells = self._cells_by_row.get(row)
        cached = "" if cells is None else self._status.value(cells, above)
        looks = (style.CELL, style.READ)
        self.page.formula((row, 1), self._status.formula(row), cached, *looks)

    def _write_titles(self) -> None:
        """Write the lines above the table, with the live progress of the template."""
        if self._cek is None or self.raw.header_row <= TITLE_ROWS:
            return
        first, last = self.raw.header_row + 1, self._last_row
        self.page.put((1, 1), self.model.title, style.TITLE)
        self.page.put((2, 1), self.setting.label, style.SUBTITLE)
        values = [
            self._status.value(cells, self._cells_by_row.get(number - 1))
            for number, cells in self._cells_by_row.items()
        ]
        formula, value = cek.progress_formula(first, last), cek.progress_value(values)
        self.page.formula((TITLE_ROWS, 1), formula, value, style.STRONG, style.LAST_TITLE)
        self.page.height(TITLE_ROWS, LAST_TITLE_HEIGHT)
        shade_status(self.page, first, last)
