"""A data sheet of the correction workbook: the unit's own rows, in their own places, marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from xlsxwriter.format import Format

from kinerja_xlsx.model.issue import Severity
from kinerja_xlsx.model.submission import RawRow, RawSheet
from kinerja_xlsx.spec.book import CEK, TITLE_ROWS
from kinerja_xlsx.spec.perbaikan import DAFTAR
from kinerja_xlsx.spec.row import ColumnSpec, SheetRow, column_by_field
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import must
from kinerja_xlsx.write.page import At, InputValue, Page, is_blank, target
from kinerja_xlsx.write.perbaikan.nilai import kept_value, number_format, write_back
from kinerja_xlsx.write.perbaikan.tanda import (
    Finding,
    Marks,
    cek_column,
    comment_text,
    counts_text,
)
from kinerja_xlsx.write.style import Look
from kinerja_xlsx.write.template.lembar import (
    CEK_WIDTH,
    HEADING_HEIGHT,
    LAST_TITLE_HEIGHT,
    TALLEST_ROW,
    SheetSetting,
    cell_look,
    finish_sheet,
    first_free_column,
    heading_look,
    limit_column,
    set_open_column,
    text_lines,
)

AUTHOR: Final = "kinerja_xlsx"
EXTRA_WIDTH: Final = 18
CEK_NOTE: Final = "Ditulis saat pemeriksaan, tidak dibaca. Klik untuk melihat penjelasannya."
_COMMENT_WIDTH: Final = 340
_COMMENT_LETTERS: Final = 52
_COMMENT_LINE: Final = 16
_MAX_FROZEN: Final = 6
_DEMANDING: Final = frozenset({Severity.GALAT, Severity.PERINGATAN})

_Key = tuple[str | None, bool, Severity | None, str]


def comment_on(page: Page, at: At, findings: Sequence[Finding]) -> None:
    """Explain a cell in a comment of fitting size."""
    text = comment_text(findings)
    lines = sum(1 + len(line) // _COMMENT_LETTERS for line in text.split("\n")) + 1
    size = {"width": _COMMENT_WIDTH, "height": lines * _COMMENT_LINE, "font_size": 9}
    must(page.sheet.write_comment(at[0] - 1, at[1] - 1, text, {"author": AUTHOR, **size}))


@dataclass(frozen=True)
class SheetRewrite:
    """One sheet of the file, written anew.

    Attributes:
        page: Where it is written.
        model: Its row class.
        raw: The sheet as it was read.
        marks: All findings of the file.
        rows_of_list: Finding to its row on `Daftar`.
        setting: What all sheets share.
    """

    page: Page
    model: type[SheetRow]
    raw: RawSheet
    marks: Marks
    rows_of_list: Mapping[Finding, int]
    setting: SheetSetting

    def write(self) -> None:
        """Write headings, rows, stray cells, marks, limits and protection."""
        self._write_titles()
        self._write_headings()
        by_number = {row.number: row for row in self.raw.rows}
        for number in range(self.raw.header_row + 1, self._last_row + 1):
            row = by_number.get(number)
            if row is None:
                self._write_spare(number)
            else:
                self._write_row(row)
        self._write_loose()
        self._write_comments()
        self._finish()

    # -- what stands where ----------------------------------------

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {item.field: item.column for item in self.raw.columns if item.field is not None}

    @cached_property
    def _specs(self) -> tuple[tuple[int, ColumnSpec, int], ...]:
        """Position among the values, specification and column number of each read column."""
        return tuple(
            (index, column_by_field(self.model, item.field), item.column)
            for index, item in enumerate(self.raw.columns)
            if item.field is not None
        )

    @cached_property
    def _cek(self) -> int | None:
        return cek_column(self.raw)

    @property
    def _last_row(self) -> int:
        last = max((row.number for row in self.raw.rows), default=self.raw.header_row)
        return last + self.model.spare_rows

    @property
    def _last_column(self) -> int:
        return max(item.column for item in (*self.raw.columns, *self.raw.extra))

    @property
    def _width(self) -> float:
        own = CEK_WIDTH + sum(spec.column.width for _, spec, _ in self._specs)
        return own + EXTRA_WIDTH * len(self.raw.extra)

    def _found(self, at: At) -> tuple[Finding, ...]:
        return self.marks.by_cell.get((self.raw.key, at), ())

    def _found_on(self, row: int) -> tuple[Finding, ...]:
        return self.marks.by_row.get((self.raw.key, row), ())

    # -- looks ----------------------------------------

    @cached_property
    def _formats(self) -> dict[_Key, Format]:
        return {}

    def _format(
        self, spec: ColumnSpec | None, *, locked: bool, at: At, number: str = ""
    ) -> Format:
        """Find the format of a cell: its column's look, locked or open, marked or not."""
        found = self._found(at)
        severity = found[0].severity if found else None
        key = (None if spec is None else spec.field, locked, severity, number)
        if key not in self._formats:
            looks: list[Look] = [style.CELL_EXTRA if spec is None else cell_look(spec)]
            looks.append(style.PREFILLED if locked else style.UNLOCKED)
            looks += [{"num_format": number}] if number else []
            looks += [style.MARKS[severity]] if severity else []
            self._formats[key] = self.page.book.style(*looks)
        return self._formats[key]

    # -- rows ----------------------------------------

    def _write_headings(self) -> None:
        row = self.raw.header_row
        if self._cek is not None:
            must(self.page.sheet.set_column(0, 0, CEK_WIDTH))
            self.page.put((row, 1), CEK, style.HEADING)
            note = {"validate": "any", "input_title": CEK, "input_message": CEK_NOTE}
            self.page.validate((row, 1), (row, 1), note)
        for _, spec, column in self._specs:
            set_open_column(self.page, spec, column)
            self.page.put((row, column), spec.heading, heading_look(self.model, spec))
            at = (row, column)
            limit_column(self.page, self.model, spec, heading=at, sources=self.setting.sources)
        for item in self.raw.extra:
            must(self.page.sheet.set_column(item.column - 1, item.column - 1, EXTRA_WIDTH))
            self.page.put((row, item.column), item.heading, style.HEADING_EXTRA)
        self.page.height(row, HEADING_HEIGHT)

    def _write_row(self, row: RawRow) -> None:
        found = self._found_on(row.number)
        is_open = any(finding.severity in _DEMANDING for finding in found)
        for index, spec, column in self._specs:
            at, value = (row.number, column), self._kept(spec, row.values[index])
            facts = None if row.facts is None else row.facts.get(index)
            locked = spec.column.prefilled and not is_open and not is_blank(value)
            number = number_format(spec, value, facts)
            form = self._format(spec, locked=locked, at=at, number=number)
            write_back(self.page, at, value, facts=facts, form=form)
        for item, value in zip(self.raw.extra, row.extra, strict=True):
            self._write_foreign((row.number, item.column), value)
        self._write_cek(row.number, found)
        cells = {spec.field: row.values[index] for index, spec, _ in self._specs}
        self.page.grow(row.number, text_lines(self.model, cells), TALLEST_ROW)

    def _kept(self, spec: ColumnSpec, value: InputValue) -> InputValue:
        """Say what is written back for a value."""
        return kept_value(spec, value)

    def _write_foreign(self, at: At, value: InputValue) -> None:
        """Write a value that is not read, in grey."""
        number = number_format(None, value)
        self.page.write(at, value, self._format(None, locked=False, at=at, number=number))

    def _write_spare(self, number: int) -> None:
        for _, spec, column in self._specs:
            at = (number, column)
            self.page.write(at, None, self._format(spec, locked=False, at=at))
        self._write_cek(number, self._found_on(number))

    def _write_cek(self, row: int, found: Sequence[Finding]) -> None:
        """Count the findings of a row in column A, with a link to the first of them."""
        if self._cek is None:
            return
        looks = (style.CELL, style.READ, style.STATUS[found[0].severity] if found else {})
        listed = next((item for item in found if item in self.rows_of_list), None)
        if listed is None:
            self.page.put((row, 1), counts_text(found), *looks)
        else:
            goal = target(DAFTAR, (self.rows_of_list[listed], 1))
            self.page.link((row, 1), goal, counts_text(found), *looks)

    # -- around the table ----------------------------------------

    def _write_comments(self) -> None:
        """Explain the cells whose findings are listed; thousands more would choke Excel."""
        for (sheet, at), found in self.marks.by_cell.items():
            if sheet == self.raw.key and any(item in self.rows_of_list for item in found):
                comment_on(self.page, at, found)

    def _write_loose(self) -> None:
        for row, column, value in self.raw.loose:
            self._write_foreign((row, column), value)

    def _write_titles(self) -> None:
        """Write the lines above the table again; column A belongs to the template there too."""
        if self._cek is None or self.raw.header_row <= TITLE_ROWS:
            return
        self.page.put((1, 1), self.model.title, style.TITLE)
        self.page.put((2, 1), self.setting.label, style.SUBTITLE)
        self.page.put((TITLE_ROWS, 1), self._summary(), style.STRONG, style.LAST_TITLE)
        self.page.height(TITLE_ROWS, LAST_TITLE_HEIGHT)

    def _summary(self) -> str:
        rows = (found for (sheet, _), found in self.marks.by_row.items() if sheet == self.raw.key)
        counted = counts_text(finding for found in rows for finding in found)
        return f"Di lembar ini: {counted or 'tidak ada yang perlu diperbaiki'}."

    def _finish(self) -> None:
        header, last = self.raw.header_row, self._last_row
        self.page.sheet.autofilter(header - 1, 0, last - 1, self._last_column - 1)
        free = first_free_column(self.model, self._columns)
        free = free if free <= _MAX_FROZEN else 2
        first_free = (header + 1, free)
        finish_sheet(self.page, self.model, self.setting, first_free=first_free, width=self._width)
