"""Which tab of a workbook is which sheet of the template: by name, whatever its case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.read.text import nearest, plain_sheet_name
from kinerja_xlsx.spec.book import META
from kinerja_xlsx.spec.codes import make_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kinerja_xlsx.read.workbook import WorkbookParts
    from kinerja_xlsx.spec.book import BookSpec

_COPY: Final = re.compile(r"(?:copy of |salinan (?:dari )?)?(.+?)(?: ?\([0-9]+\)|_[0-9]+)?")
"""How Excel, Google Sheets and LibreOffice name the copy of a sheet, reduced to what counts."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab that can be read: its name and the name of its part."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Tabs:
    """The tabs of a workbook, sorted out.

    Attributes:
        known: Sheet name as the specification has it to its tab, in workbook order.
        meta: The hidden sheet, if there is one.
        copies: (sheet name, name of its copy) where both are there.
        unknown: Names of the other tabs, in workbook order.
    """

    known: Mapping[str, Tab]
    meta: Tab | None
    copies: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def sort_tabs(workbook: WorkbookParts, book: BookSpec) -> Tabs:
    """Match the tabs of a workbook with the sheets of its template."""
    keys = {plain_sheet_name(key): key for key in _sheet_names(book)}
    unread = {plain_sheet_name(name) for name in book.unread}
    meta_name = plain_sheet_name(META)
    known: dict[str, Tab] = {}
    meta: Tab | None = None
    others: list[str] = []
    copies: list[tuple[str, str]] = []
    for sheet in workbook.sheets:
        name = plain_sheet_name(sheet.name)
        key = keys.get(name)
        if sheet.part is not None and name == meta_name and meta is None:
            meta = Tab(sheet.name, sheet.part)
        elif key is not None and key in known:
            copies.append((known[key].name, sheet.name))
        elif key is not None and sheet.part is not None:
            known[key] = Tab(sheet.name, sheet.part)
        elif name not in unread:
            others.append(sheet.name)
    copies += [(known[key].name, name) for name, key in _copied(others, keys) if key in known]
    copied = {name for _, name in copies}
    unknown = tuple(name for name in others if name not in copied)
    return Tabs(known, meta, tuple(copies), unknown)


def _copied(names: list[str], keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in names:
        original = _COPY.fullmatch(plain_sheet_name(name))
        if original is not None and original[1] in keys:
            yield name, keys[original[1]]


def _sheet_names(book: BookSpec) -> tuple[str, ...]:
    return (book.form.sheet, *(model.sheet for model in book.sheets))


def tab_issues(tabs: Tabs, book: BookSpec, file: str) -> tuple[Issue, ...]:
    """Tell which sheets are missing, there twice, or not of the template."""
    return (
        *_missing_issues(tabs, book, file),
        *(
            make_issue(IssueCode.LBR_03, Place(file, name), lain=copy)
            for name, copy in tabs.copies
        ),
        *(make_issue(IssueCode.LBR_16, Place(file, name)) for name in tabs.unknown),
    )


def _missing_issues(tabs: Tabs, book: BookSpec, file: str) -> Iterator[Issue]:
    required = [book.form.sheet, *(model.sheet for model in book.sheets if model.is_required)]
    for key in required:
        if key not in tabs.known:
            near = nearest(key, tabs.unknown) or _renamed(key, tabs.unknown)
            saran = f"Lembar yang mirip: «{near}»." if near else ""
            yield make_issue(IssueCode.LBR_01, Place(file, key), saran=saran)


def _renamed(key: str, names: tuple[str, ...]) -> str | None:
    """Find a copy of a sheet whose original is gone, such as `Pegawai (2)`."""
    wanted = plain_sheet_name(key)
    copies = _copied(list(names), {wanted: key})
    return next((name for name, _ in copies), None)
