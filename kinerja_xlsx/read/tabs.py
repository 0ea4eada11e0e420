"""Which tab of a workbook is which sheet of the template: by name, whatever its case."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.read.text import near_misses, plain_sheet_name
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
        renamed: Sheet name to the tab that is taken for it under another name.
        doubtful: Sheet name to the tabs of which each could be it.
    """

    known: Mapping[str, Tab]
    meta: Tab | None
    copies: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
    renamed = _under_old_names(workbook, book, known)
    known |= renamed
    copies += [(known[key].name, name) for name, key in _copied(others, keys) if key in known]
    gone = {name for _, name in copies} | {tab.name for tab in renamed.values()}
    unknown = tuple(name for name in others if name not in gone)
    taken = {key: tab.name for key, tab in renamed.items()}
    return Tabs(known, meta, tuple(copies), unknown, taken)


def _under_old_names(
    workbook: WorkbookParts, book: BookSpec, known: Mapping[str, Tab]
) -> dict[str, Tab]:
    """Find the sheets that an older version called otherwise, where today's name is not there."""
    old = {plain_sheet_name(name): now for one in book.migrations for name, now in one.lembar}
    found: dict[str, Tab] = {}
    for sheet in workbook.sheets:
        key = old.get(plain_sheet_name(sheet.name))
        if key is not None and key not in known and sheet.part is not None:
            found.setdefault(key, Tab(sheet.name, sheet.part))
    return found


def _copied(names: list[str], keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in names:
        original = _COPY.fullmatch(plain_sheet_name(name))
        if original is not None and original[1] in keys:
            yield name, keys[original[1]]


def _sheet_names(book: BookSpec) -> tuple[str, ...]:
    return (book.form.sheet, *(model.sheet for model in book.readable))


def tab_issues(tabs: Tabs, book: BookSpec, file: str) -> tuple[Issue, ...]:
    """Tell which sheets are missing, there twice, or not of the template."""
    return (
        *_missing_issues(tabs, book, file),
        *_renamed_issues(tabs, file),
        *(
            make_issue(IssueCode.LBR_03, Place(file, name), lain=copy)
            for name, copy in tabs.copies
        ),
        *(make_issue(IssueCode.LBR_16, Place(file, name)) for name in tabs.unknown),
    )


def _missing_issues(tabs: Tabs, book: BookSpec, file: str) -> Iterator[Issue]:
    required = [book.form.sheet, *(model.sheet for model in book.sheets if model.is_required)]
    for key in required:
        if key not in tabs.known and key not in tabs.doubtful:
            near = ", ".join(f"«{name}»" for name in near_misses(key, tabs.unknown))
            saran = f"Lembar yang mirip: {near}." if near else ""
            yield make_issue(IssueCode.LBR_01, Place(file, key), saran=saran)


def _renamed_issues(tabs: Tabs, file: str) -> Iterator[Issue]:
    for key, name in tabs.renamed.items():
        yield make_issue(
            IssueCode.LBR_02,
            Place(file, name),
            severity=Severity.CATATAN,
            dibaca=key,
            calon=f"«{name}»",
        )
    for key, names in tabs.doubtful.items():
        listed = ", ".join(f"«{name}»" for name in names)
        yield make_issue(IssueCode.LBR_02, Place(file, key), dibaca=key, calon=listed)


def is_copy_of(name: str, key: str) -> bool:
    """Tell whether a tab is named like the copy of a sheet, such as `Pegawai (2)`."""
    return any(True for _ in _copied([name], {plain_sheet_name(key): key}))
