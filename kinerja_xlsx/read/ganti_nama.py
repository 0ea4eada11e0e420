"""Sheets under another name: found again by a near name, or by their headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from kinerja_xlsx.model.issue import IssueCode, Place, UnreadableFileError
from kinerja_xlsx.read.header import resolve_header
from kinerja_xlsx.read.tabs import Tab, Tabs, is_copy_of
from kinerja_xlsx.read.text import plain_sheet_name
from kinerja_xlsx.spec.row import SheetRow, columns_of

if TYPE_CHECKING:
    from kinerja_xlsx.read.cells import SheetCells
    from kinerja_xlsx.read.workbook import WorkbookParts
    from kinerja_xlsx.spec.book import BookSpec

Reader = Callable[[Sequence[tuple[str, str]]], "Sequence[SheetCells]"]

_SLIPS: Final = 2
_SHORT_NAME: Final = 5
"""In a name of so few letters two slips make another name."""
_SAME_HEADINGS: Final = 0.7
"""So many of a sheet's columns must be there for headings alone to name it."""
_MOST_PROBED: Final = 8


def adopt_renamed(tabs: Tabs, workbook: WorkbookParts, book: BookSpec, read: Reader) -> Tabs:
    """Take the one tab that can only be a missing sheet for it; name the tabs where several can.

    Hidden tabs are never taken: they often hold old data.

    Args:
        tabs: The tabs as their names sort them.
        workbook: Parts and visibility of the tabs.
        book: The template.
        read: Reads tabs by name and part.
    """
    free = {
        sheet.name: Tab(sheet.name, sheet.part)
        for sheet in workbook.sheets
        if sheet.part is not None and not sheet.is_hidden and sheet.name in tabs.unknown
    }
    missing = [key for key in (book.form.sheet, *_data_sheets(book)) if key not in tabs.known]
    if not free or not missing:
        return tabs
    models = _data_sheets(book)
    probe = _Probe(read, tuple(free.values()))
    known, renamed, doubtful = dict(tabs.known), dict(tabs.renamed), dict(tabs.doubtful)
    for key in missing:
        model = models.get(key)
        names = _near(key, free) or (probe.matching(model, free) if model else [])
        if len(names) == 1:
            known[key], renamed[key] = free.pop(names[0]), names[0]
        elif names and (model is None or model.is_required):
            doubtful[key] = tuple(names)
    unknown = tuple(name for name in tabs.unknown if name not in renamed.values())
    return replace(tabs, known=known, unknown=unknown, renamed=renamed, doubtful=doubtful)


def _data_sheets(book: BookSpec) -> dict[str, type[SheetRow]]:
    return {model.sheet: model for model in book.sheets}


def _near(key: str, free: dict[str, Tab]) -> list[str]:
    """List the tabs whose name is a slip of the pen away, or that of a copy."""
    wanted = plain_sheet_name(key)
    slips = _SLIPS if len(wanted) > _SHORT_NAME else 1
    return [
        name
        for name in free
        if OSA.distance(plain_sheet_name(name), wanted) <= slips or is_copy_of(name, key)
    ]


class _Probe:
    """Looks into unknown tabs, once and only when a name alone does not tell."""

    def __init__(self, read: Reader, tabs: Sequence[Tab]) -> None:
        self._read = read
        self._tabs = tabs[:_MOST_PROBED]
        self._cells: dict[str, SheetCells] | None = None

    def matching(self, model: type[SheetRow], free: dict[str, Tab]) -> list[str]:
        """List the free tabs that have the headings of a sheet."""
        if self._cells is None:
            self._cells = self._look()
        return [
            name
            for name, cells in self._cells.items()
            if name in free and _has_headings(cells, model)
        ]

    def _look(self) -> dict[str, SheetCells]:
        names = [tab.name for tab in self._tabs]
        try:
            cells = self._read([(tab.name, tab.part) for tab in self._tabs])
        except UnreadableFileError:
            return {}  # what nobody asked for need not be readable
        return dict(zip(names, cells, strict=True))


def _has_headings(cells: SheetCells, model: type[SheetRow]) -> bool:
    header = resolve_header(cells.values, model, Place(""))
    if header is None or any(issue.code is IssueCode.LBR_06 for issue in header.issues):
        return False
    return len(header.columns) >= _SAME_HEADINGS * len(columns_of(model))
