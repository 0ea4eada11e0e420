"""Rows below the headings, each with its place; and whatever stands outside the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.submission import CellFacts, CellValue, RawRow, RawSheet
from kinerja_xlsx.read.header import Header, resolve_header
from kinerja_xlsx.read.kolom_sembunyi import hidden_column_issues
from kinerja_xlsx.read.refuse import unusual
from kinerja_xlsx.read.shape import EMPTY, PLAIN_FACTS, RowShape
from kinerja_xlsx.read.text import is_blank, shown
from kinerja_xlsx.spec.book import HEADER_SEARCH_ROWS, TITLE_ROWS
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.row import columns_of

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Container,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from kinerja_xlsx.read.cells import SheetCells
    from kinerja_xlsx.read.facts import Merge
    from kinerja_xlsx.read.values import Rows
    from kinerja_xlsx.spec.katalog import AliasRow
    from kinerja_xlsx.spec.row import SheetRow

Loose = tuple[int, int, CellValue]
"""Row, column, value."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What became of one data sheet; without headings there is no sheet."""

    sheet: RawSheet | None
    issues: tuple[Issue, ...]
    has_cek: bool = True


def read_sheet(
    cells: SheetCells, model: type[SheetRow], place: Place, aliases: Sequence[AliasRow] = ()
) -> SheetReading:
    """Read one data sheet.

    Args:
        cells: Its cells.
        model: Its row class.
        place: The file, and the sheet's name as the file has it.
        aliases: Further words for columns.
    """
    header = resolve_header(cells.values, model, place, aliases)
    if header is None and not model.is_required and not cells.facts.rows:
        return SheetReading(None, ())
    if header is None:
        example = columns_of(model)[0].heading
        issue = make_issue(IssueCode.LBR_05, place, baris=str(HEADER_SEARCH_ROWS), contoh=example)
        return SheetReading(None, (issue,))
    rows = tuple(_rows(cells, header))
    numbers = {row.number for row in rows}
    outside = tuple(_outside(cells.values, header, numbers))
    sheet = RawSheet(
        name=place.sheet or model.sheet,
        key=model.sheet,
        header_row=header.row,
        columns=header.columns,
        extra=header.extra,
        rows=rows,
        blank_rows=_gaps(rows),
        loose=(*_above(cells.values, header), *outside),
    )
    issues = (
        *header.issues,
        *_moved_issues(header, place),
        *_empty_issues(sheet, model, place),
        *_hidden_issues(sheet, place),
        *hidden_column_issues(sheet, cells.facts.hidden_columns, place),
        *_outside_issues(outside, place),
    )
    return SheetReading(sheet, issues, has_cek=header.status is not None)


def _moved_issues(header: Header, place: Place) -> Iterator[Issue]:
    usual = TITLE_ROWS + 1
    if header.row != usual:
        place = replace(place, row=header.row)
        yield make_issue(IssueCode.LBR_04, place, baris=str(header.row), semula=str(usual))


def _rows(cells: SheetCells, header: Header) -> Iterator[RawRow]:
    columns = [column.column - 1 for column in header.columns]
    read, read_extra = _picker(columns), _picker([one.column - 1 for one in header.extra])
    facts, hidden = _FactsByRow(cells, columns), cells.facts.hidden
    for number, row in enumerate(cells.values[header.row :], start=header.row + 1):
        values = read(row)
        odd = facts.of(number)
        if all(map(is_blank, values)) and not _hides_something(odd):
            continue
        yield RawRow(number, values, read_extra(row), odd or None, number in hidden)


def _picker(columns: Sequence[int]) -> Callable[[Sequence[CellValue]], tuple[CellValue, ...]]:
    """Make a function that takes some cells of a row, at the speed of C where they are many."""
    if len(columns) > 1:
        return itemgetter(*columns)
    return lambda row: tuple([row[column] for column in columns])


def _hides_something(facts: Mapping[int, CellFacts]) -> bool:
    """Tell whether a row of empty values holds an error or a formula without a value."""
    return any(found.error is not None or found.uncached for found in facts.values())


class _FactsByRow:
    """Facts of the read columns, by their index among them."""

    def __init__(self, cells: SheetCells, columns: Sequence[int]) -> None:
        self._rows = cells.facts.rows
        self._index = {column: index for index, column in enumerate(columns)}
        self._known: dict[int, Mapping[int, CellFacts]] = {}
        self._merges = _merges_by_row(cells, self._index)

    def of(self, row: int) -> Mapping[int, CellFacts]:
        """Give index to facts for one row; empty where nothing is odd."""
        shape, merges = self._rows.get(row, EMPTY), self._merges.get(row, ())
        # Thousands of rows share few shapes, which live as long as their rows.
        known = self._known.get(id(shape))
        if known is None:
            known = self._known[id(shape)] = self._of_shape(shape)
        return known if not merges else self._with_merges(known, merges)

    def _of_shape(self, shape: RowShape) -> Mapping[int, CellFacts]:
        odd = shape.odd.items()
        return {self._index[column]: facts for column, facts in odd if column in self._index}

    def _with_merges(
        self, known: Mapping[int, CellFacts], merges: Iterable[Merge]
    ) -> Mapping[int, CellFacts]:
        found = dict(known)
        for merge in merges:
            for column in self._index.keys() & merge.columns:
                index = self._index[column]
                found[index] = replace(found.get(index, PLAIN_FACTS), merged=merge.text)
        return found


def _merges_by_row(cells: SheetCells, read: Collection[int]) -> Mapping[int, Sequence[Merge]]:
    """List the merges that touch a read column, for each row with values.

    Raises:
        UnreadableFileError: There are more than fit without lying over one another (BRK-19).
    """
    found: dict[int, list[Merge]] = {}
    room = len(cells.values) * len(read)
    for merge in cells.facts.merges:
        if any(column in merge.columns for column in read):
            rows = range(merge.first_row, min(merge.last_row, len(cells.values)) + 1)
            room -= len(rows)
            if room < 0:
                raise unusual("ada sel gabungan yang bertumpuk")
            for row in rows:
                found.setdefault(row, []).append(merge)
    return found


def _gaps(rows: Sequence[RawRow]) -> tuple[int, ...]:
    numbers = {row.number for row in rows}
    span = range(rows[0].number, rows[-1].number) if rows else ()
    return tuple(number for number in span if number not in numbers)


def _above(values: Rows, header: Header) -> Iterator[Loose]:
    """List the cells above the headings; in the column `Cek` our own titles stand there."""
    for number, row in enumerate(values[: header.row - 1], start=1):
        for column, value in enumerate(row, start=1):
            if column != header.status and not is_blank(value):
                yield number, column, value


def _outside(values: Rows, header: Header, numbers: Container[int]) -> Iterator[Loose]:
    """List the cells below the headings that belong to no row and no column of the table."""
    read = {column.column for column in header.columns}
    extra = {column.column for column in header.extra}
    width = len(values[0])
    bare = sorted(set(range(1, width + 1)) - read - extra - {header.status})
    beside = sorted({*bare, *extra})
    for number, row in enumerate(values[header.row :], start=header.row + 1):
        for column in bare if number in numbers else beside:
            if not is_blank(row[column - 1]):
                yield number, column, row[column - 1]


def _empty_issues(sheet: RawSheet, model: type[SheetRow], place: Place) -> Iterator[Issue]:
    if model.is_required and not sheet.rows:
        yield make_issue(IssueCode.LBR_12, replace(place, row=sheet.header_row))


def _hidden_issues(sheet: RawSheet, place: Place) -> Iterator[Issue]:
    numbers = [row.number for row in sheet.rows if row.hidden]
    if numbers:
        yield make_issue(IssueCode.LBR_14, place, jumlah=str(len(numbers)), baris=_spans(numbers))


def _spans(numbers: Iterable[int]) -> str:
    """Write ascending numbers with their runs drawn together: `12, 15-18`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


def _outside_issues(outside: Sequence[Loose], place: Place) -> Iterator[Issue]:
    """Tell of each group of neighbouring columns once, at its first cell."""
    first: dict[int, Loose] = {}
    for loose in outside:
        first.setdefault(loose[1], loose)
    group: list[Loose] = []
    for column in sorted(first):
        if group and column != group[-1][1] + 1:
            yield _outside_issue(group, place)
            group = []
        group.append(first[column])
    if group:
        yield _outside_issue(group, place)


def _outside_issue(group: Sequence[Loose], place: Place) -> Issue:
    row, column, value = min(group, key=itemgetter(0, 1))
    return make_issue(IssueCode.LBR_15, replace(place, row=row, column=column), value=shown(value))
