"""The proposals that people accepted in the list of a correction workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.model.submission import Choice
from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.text import plain, plain_sheet_name, shown
from kinerja_xlsx.spec.book import HEADER_SEARCH_ROWS
from kinerja_xlsx.spec.perbaikan import ACUAN, DAFTAR, ISI, TERIMA, USULAN, YA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja_xlsx.model.submission import CellValue
    from kinerja_xlsx.read.package import Package
    from kinerja_xlsx.read.values import Rows
    from kinerja_xlsx.read.workbook import WorkbookParts
    from kinerja_xlsx.spec.book import BookSpec

_NAMES: Final = (ACUAN, ISI, USULAN, TERIMA)


def read_choices(package: Package, workbook: WorkbookParts, book: BookSpec) -> tuple[Choice, ...]:
    """Read which proposals were accepted; a list that cannot be read accepts none.

    Nothing in it is data: what is proposed is found anew, and only compared with what stands here.
    """
    wanted = plain_sheet_name(DAFTAR)
    if wanted not in {plain_sheet_name(name) for name in book.unread}:
        return ()
    tabs = [
        (sheet.name, sheet.part)
        for sheet in workbook.sheets
        if sheet.part is not None and plain_sheet_name(sheet.name) == wanted
    ]
    if len(tabs) != 1:
        return ()
    try:
        (cells,) = read_cells(package, workbook, tabs)
    except UnreadableFileError:
        return ()
    return tuple(_choices(cells.values))


def _choices(rows: Rows) -> Iterator[Choice]:
    for number, row in enumerate(rows[:HEADER_SEARCH_ROWS], start=1):
        columns = _columns(row)
        if columns is not None:
            yield from _accepted(rows[number:], columns)
            return


def _columns(row: Sequence[CellValue]) -> Mapping[str, int] | None:
    """Find the headings that a choice needs; None in a row that lacks one of them."""
    found = {plain(value): index for index, value in enumerate(row) if isinstance(value, str)}
    wanted = {name: found.get(plain(name)) for name in _NAMES}
    known = {name: index for name, index in wanted.items() if index is not None}
    return known if len(known) == len(wanted) else None


def _accepted(rows: Rows, columns: Mapping[str, int]) -> Iterator[Choice]:
    for row in rows:
        if plain(_text(row[columns[TERIMA]])) != plain(YA):
            continue
        sheet, _, cell = _text(row[columns[ACUAN]]).rpartition("!")
        if sheet and cell:
            yield Choice(sheet, cell, _text(row[columns[ISI]]), _text(row[columns[USULAN]]))


def _text(value: CellValue) -> str:
    return "" if value is None else shown(value).strip()
