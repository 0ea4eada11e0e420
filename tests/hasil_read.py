"""A rendered form, read back: its cells, and what stands beside and below its labels."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kinerja_xlsx.write.hasil import render_hasil
from tests.hasil_drawn import book

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilBook, HasilForm

FORM = 3
"""Index of the first form among the sheets."""


def sheet_of(made: HasilForm, **changes: object) -> Worksheet:
    """Render a workbook with one form and read the form back."""
    return rendered(book([made], **changes))


def rendered(unit: HasilBook) -> Worksheet:
    """Read the first form back as people see it; only links stay formulas."""
    return shown(render_hasil(unit), FORM)


def shown(data: bytes, index: int) -> Worksheet:
    """Read one sheet with the stored values of its formulas; only links stay formulas."""
    sheet: Worksheet = load_workbook(BytesIO(data)).worksheets[index]
    values = load_workbook(BytesIO(data), data_only=True).worksheets[index]
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if cell.data_type == "f" and "HYPERLINK" not in str(cell.value):
            cell.value = values[cell.coordinate].value
    return sheet


def cells(sheet: Worksheet) -> list[Cell]:
    """Give the cells of the form that hold something; the link beside it is none of them."""
    return [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in {None, ""} and not is_link(cell)
    ]


def is_link(cell: Cell) -> bool:
    return str(cell.value).startswith("=HYPERLINK(\"#'Indeks'!A1\"")


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in cells(sheet)]


def beside(sheet: Worksheet, label: str) -> object:
    """Give the value right of the first cell with this text."""
    row = [cell for cell in cells(sheet) if cell.row == find(sheet, label).row]
    after = [cell for cell in row if cell.column > find(sheet, label).column]
    return after[0].value


def find(sheet: Worksheet, text: object) -> Cell:
    return next(cell for cell in cells(sheet) if cell.value == text)


def column_under(sheet: Worksheet, heading: str) -> list[Cell]:
    """Give the cells below a heading of the table of hasil kerja, its number row apart."""
    head = find(sheet, heading)
    end = find(sheet, "RATING HASIL KERJA").row
    return [
        cell
        for cell in cells(sheet)
        if cell.column == head.column and head.row + 1 < cell.row < end
    ]
