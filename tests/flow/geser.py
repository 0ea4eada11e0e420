"""A workbook rearranged as offices do it, with a map from each cell to where it lies now."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from openpyxl.cell.cell import Cell
from openpyxl.utils import column_index_from_string

from kinerja_xlsx.model.issue import Issue, IssueCode, column_letters
from tests.drawn import HEADER_ROW

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

STRUCTURAL = frozenset(
    {IssueCode.LBR_04, IssueCode.LBR_09, IssueCode.LBR_11, IssueCode.LBR_14, IssueCode.BRS_01}
)
"""What rearranging itself may be told with."""
_ADDRESS = re.compile(r"(?P<sheet>[^,!()]+)!(?P<letters>[A-Z]{1,3})(?P<row>[0-9]+)")
_ROWS = re.compile(r"\(baris[^)]*\)")
TITLES = ("PEMERINTAH KOTA CONTOH", "Dinas Kesehatan", "Triwulan I 2026", "")


@dataclass(frozen=True, slots=True)
class Susunan:
    """How one sheet is rearranged.

    Attributes:
        titles: Rows inserted above everything.
        order: The data rows in their new order, by position.
        gaps: Blank rows before the data row now at each position.
        columns: The columns in their new order, by position; others follow the last one.
        extra: Positions before which a column of the office's own is put.
        hidden: Positions of data rows that are hidden.
    """

    titles: int
    order: tuple[int, ...]
    gaps: tuple[int, ...]
    columns: tuple[int, ...]
    extra: tuple[int, ...]
    hidden: frozenset[int]

    def row(self, old: int) -> int:
        """Tell where a row lies now."""
        first = HEADER_ROW + 1
        if old < first or old - first >= len(self.order):
            return old + self.titles + (0 if old < first else sum(self.gaps))
        at = self.order.index(old - first)
        return first + self.titles + at + sum(self.gaps[: at + 1])

    def column(self, old: int) -> int:
        """Tell where a column lies now."""
        at = self.columns.index(old - 1)
        return at + 1 + sum(1 for place in self.extra if place <= at)


@st.composite
def rearranged(draw: st.DrawFn, rows: int, columns: int, *, shuffles_rows: bool) -> Susunan:
    """Draw an arrangement of a sheet of so many data rows and columns."""
    order = draw(st.permutations(range(rows))) if shuffles_rows else range(rows)
    return Susunan(
        titles=draw(st.integers(0, 12)),
        order=tuple(order),
        gaps=tuple(draw(st.lists(st.sampled_from([0, 0, 1, 2]), min_size=rows, max_size=rows))),
        columns=tuple(draw(st.permutations(range(columns)))),
        extra=tuple(sorted(draw(st.lists(st.integers(0, columns), max_size=2, unique=True)))),
        hidden=frozenset(draw(st.sets(st.integers(0, rows - 1), max_size=2)) if rows else ()),
    )


def rearrange(workbook: Workbook, plans: Mapping[str, Susunan]) -> None:
    """Move every cell of the sheets to its new place, and put in what is inserted."""
    for name, plan in plans.items():
        _rearrange(workbook[name], plan)


def _rearrange(sheet: Worksheet, plan: Susunan) -> None:
    cells = [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell, Cell) and cell.value is not None
    ]
    kept = [
        (
            plan.row(cell.row),
            plan.column(cell.column),
            cell.value,
            cell.data_type,
            cell.number_format,
        )
        for cell in cells
        if cell.row >= HEADER_ROW
    ]
    titles = [(cell.row + plan.titles, cell.value) for cell in cells if cell.row < HEADER_ROW]
    sheet.delete_rows(1, sheet.max_row)
    for row, column, value, kind, look in kept:
        cell = Cell(sheet, row, column)
        cell.value, cell.data_type, cell.number_format = value, kind, look
        sheet._cells[row, column] = cell
    for row, value in titles:
        sheet.cell(row, 1).value = value
    for row in range(1, plan.titles + 1):
        sheet.cell(row, 1).value = TITLES[row % len(TITLES)] or None
    _insert_extra(sheet, plan)
    for position in plan.hidden:
        sheet.row_dimensions[plan.row(HEADER_ROW + 1 + position)].hidden = True


def _insert_extra(sheet: Worksheet, plan: Susunan) -> None:
    for number, place in enumerate(plan.extra):
        column = place + 1 + number
        sheet.cell(plan.row(HEADER_ROW), column).value = f"Catatan unit {number}"
        sheet.cell(plan.row(HEADER_ROW + 1), column).value = "sudah dicek"


Key = tuple[object, ...]


def told(
    issues: Sequence[Issue],
    plans: Mapping[str, Susunan],
    *,
    loosely: Collection[IssueCode] = (),
) -> list[Key]:
    """Write issues so that two arrangements compare; without plans as they are.

    Args:
        issues: What was found.
        plans: Where the cells of each sheet went since.
        loosely: Codes that are told of one among several rows, whichever comes first.
    """
    found: list[Key] = []
    for issue in issues:
        if issue.code in loosely:
            place = issue.place
            found.append((issue.code.value, place.sheet, place.heading, issue.nip))
        elif issue.code not in STRUCTURAL:
            found.append(_key(issue, plans))
    return sorted(found, key=repr)


def _key(issue: Issue, plans: Mapping[str, Susunan]) -> Key:
    place, plan = issue.place, plans.get(issue.place.sheet or "")
    if plan is not None:
        place = replace(
            place,
            row=None if place.row is None else plan.row(place.row),
            column=None if place.column is None else plan.column(place.column),
        )
    context = tuple((name, _moved(name, text, plan, plans)) for name, text in issue.context)
    where = (place.sheet, place.row, place.column, place.heading)
    return (
        issue.code.value,
        issue.severity.value,
        where,
        issue.nip,
        issue.nama,
        issue.value,
        context,
    )


def _moved(name: str, text: str, plan: Susunan | None, plans: Mapping[str, Susunan]) -> str:
    """Map the rows and cells that the sentences of an issue name."""
    if name == "baris" and plan is not None:
        return str(plan.row(int(text)))
    if name == "masalah" and plan is not None:
        return _ROWS.sub(lambda found: _moved_rows(found[0], plan), text)
    return _ADDRESS.sub(lambda found: _moved_cell(found, plans), text)


def _moved_cell(match: re.Match[str], plans: Mapping[str, Susunan]) -> str:
    there = plans.get(match["sheet"].strip())
    if there is None:
        return match[0]
    letters = column_letters(there.column(column_index_from_string(match["letters"])))
    return f"{match['sheet']}!{letters}{there.row(int(match['row']))}"


def _moved_rows(text: str, plan: Susunan) -> str:
    return re.sub("[0-9]+", lambda number: str(plan.row(int(number[0]))), text)


def bytes_of(workbook: Workbook) -> bytes:
    """Save to memory."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
