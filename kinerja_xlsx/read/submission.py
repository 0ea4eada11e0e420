"""One workbook from its bytes to a Submission: the table of contents of this package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity, UnreadableFileError
from kinerja_xlsx.model.submission import RawLabel, RawSheet, Submission, Unplaced
from kinerja_xlsx.read.asing import foreign_reason
from kinerja_xlsx.read.cells import SheetCells, read_cells
from kinerja_xlsx.read.form import read_labels, read_meta, unread_labels
from kinerja_xlsx.read.ganti_nama import adopt_renamed
from kinerja_xlsx.read.isi_aktif import Active, find_active
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.pilihan import read_choices
from kinerja_xlsx.read.sheet import read_sheet
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.tabs import Tab, Tabs, sort_tabs, tab_issues
from kinerja_xlsx.read.versi import (
    check_template,
    migrate,
    old_headings,
    older_issue,
    unversioned_issue,
    without_known,
)
from kinerja_xlsx.read.workbook import WorkbookParts, read_workbook
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.row import is_protected
from kinerja_xlsx.spec.terbitan import ROSTER_KEY, join_stamp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja_xlsx.read.snapshot import Snapshot
    from kinerja_xlsx.spec.book import BookSpec
    from kinerja_xlsx.spec.katalog import AliasRow
    from kinerja_xlsx.spec.versi import Migrasi


@dataclass(frozen=True, slots=True)
class _Source:
    """Where content is read from, and by which words.

    Attributes:
        tabs: The tabs of the workbook.
        book: Its template.
        file: Its name.
        aliases: The office's own words for columns.
        older: What changed since its version; None for the version in force.
    """

    tabs: Tabs
    book: BookSpec
    file: str
    aliases: Sequence[AliasRow]
    older: Migrasi | None


@dataclass(frozen=True, slots=True)
class _Content:
    """What the known sheets hold.

    Attributes:
        labels: Values of the form sheet.
        unplaced: What stands on the form sheet beside labels that it does not have.
        sheets: The data sheets.
        issues: What was found in them.
        migrated: Cells whose value is called otherwise today.
        without_cek: Tabs that lost the column `Cek`.
        unprotected: Tabs that lost their protection.
    """

    labels: tuple[RawLabel, ...]
    unplaced: tuple[Unplaced, ...]
    sheets: tuple[RawSheet, ...]
    issues: tuple[Issue, ...]
    migrated: int
    without_cek: tuple[str, ...]
    unprotected: tuple[str, ...]


def read_submission(
    snapshot: Snapshot, book: BookSpec, aliases: Sequence[AliasRow] = ()
) -> Submission:
    """Read one workbook of a template; nothing about its data is judged yet.

    Args:
        snapshot: Its bytes.
        book: The template it should come from.
        aliases: The office's own words for columns, from sheet `Alias`.

    Raises:
        UnreadableFileError: The bytes are no such workbook, whole and sound.
    """
    require_package(snapshot.data)
    with Package(snapshot.data) as package:
        workbook = read_workbook(package)
        tabs = sort_tabs(workbook, book)
        if not tabs.known and tabs.meta is None:
            package.check_rest()
            raise UnreadableFileError(
                IssueCode.BRK_09, sebab=foreign_reason(package, workbook), templat=book.title
            )
        active = find_active(package)
        tabs = adopt_renamed(tabs, workbook, book, partial(read_cells, package, workbook))
        wanted = [*tabs.known.items(), *([("", tabs.meta)] if tabs.meta else [])]
        cells = read_cells(package, workbook, [(tab.name, tab.part) for _, tab in wanted])
        choices = read_choices(package, workbook, book)
    by_key = dict(zip((key for key, _ in wanted), cells, strict=True))
    meta = read_meta(by_key[""]) if tabs.meta else None
    older = check_template(meta, book)
    source = _Source(tabs, book, snapshot.name, aliases, older)
    content = _read_content(by_key, source)
    return Submission(
        file=snapshot.name,
        sha256=snapshot.sha256,
        size=snapshot.size,
        meta=meta,
        labels=content.labels,
        sheets=content.sheets,
        issues=(
            *_workbook_issues(workbook, active, snapshot.name),
            *without_known(tab_issues(tabs, book, snapshot.name), older, ""),
            *older_issue(older, book, snapshot.name),
            *unversioned_issue(meta, book, snapshot.name),
            *_changed_template(content, meta, snapshot.name),
            *content.issues,
        ),
        choices=choices,
        unplaced=content.unplaced,
        migrated=content.migrated,
    )


def _changed_template(
    content: _Content, meta: Mapping[str, str] | None, file: str
) -> tuple[Issue, ...]:
    """Say that a template lost its column `Cek`, or at least its protection; never both.

    A workbook without the mark never had the column; one that was not issued to a unit, such as a
    blank one, need not be protected.
    """
    if meta is None:
        return ()
    if content.without_cek:
        return (
            make_issue(
                IssueCode.BRK_17,
                Place(file),
                rincian=f"kolom Cek tidak ada lagi di lembar {', '.join(content.without_cek)}",
                saran="Lain kali pakai templat dari BKPSDM tanpa menghapus kolom Cek.",
            ),
        )
    if content.unprotected and join_stamp(ROSTER_KEY, meta):
        lembar = ", ".join(content.unprotected)
        return (
            make_issue(IssueCode.BRK_17, Place(file), severity=Severity.CATATAN, lembar=lembar),
        )
    return ()


def _read_content(by_key: Mapping[str, SheetCells], source: _Source) -> _Content:
    labels: tuple[RawLabel, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    read: list[_ReadTab] = []
    book = source.book
    for key, tab in source.tabs.known.items():
        if key == book.form.sheet:
            labels = read_labels(by_key[key], book.form, tab.name)
            unplaced = unread_labels(by_key[key], book.form, tab.name)
        else:
            read.append(_read_tab(by_key[key], key, tab, source))
    return _Content(
        labels=labels,
        unplaced=unplaced,
        sheets=tuple(one.sheet for one in read if one.sheet is not None),
        issues=tuple(issue for one in read for issue in one.issues),
        migrated=sum(one.migrated for one in read),
        without_cek=tuple(one.name for one in read if one.lost_cek),
        unprotected=tuple(one.name for one in read if one.lost_protection),
    )


@dataclass(frozen=True, slots=True)
class _ReadTab:
    """What became of one tab; without headings there is no sheet."""

    name: str
    sheet: RawSheet | None
    issues: tuple[Issue, ...]
    migrated: int = 0
    lost_cek: bool = False
    lost_protection: bool = False


def _read_tab(cells: SheetCells, key: str, tab: Tab, source: _Source) -> _ReadTab:
    model = next(one for one in source.book.readable if one.sheet == key)
    aliases = (*source.aliases, *old_headings(source.older, key))
    reading = read_sheet(cells, model, Place(source.file, tab.name), aliases)
    if reading.sheet is None:
        issues = reading.issues
        if model in source.book.optional:
            # Nothing was asked for, and nothing of ours is in it: a sheet of the unit's own.
            issues = tuple(make_issue(IssueCode.LBR_16, issue.place) for issue in issues)
        return _ReadTab(tab.name, None, issues)
    migrated = migrate(reading.sheet, model, source.older)
    return _ReadTab(
        name=tab.name,
        sheet=migrated.sheet,
        issues=without_known(reading.issues, source.older, key),
        migrated=migrated.values,
        lost_cek=not reading.has_cek,
        lost_protection=is_protected(model) and not cells.facts.is_protected,
    )


def _workbook_issues(workbook: WorkbookParts, active: Active, file: str) -> tuple[Issue, ...]:
    found = (
        (active.has_macros, IssueCode.BRK_14),
        (active.has_links, IssueCode.BRK_15),
        (workbook.is_date_1904, IssueCode.SEL_20),
    )
    issues = tuple(make_issue(code, Place(file)) for is_there, code in found if is_there)
    if not active.others:
        return issues
    return (*issues, make_issue(IssueCode.BRK_24, Place(file), isi=", ".join(active.others)))
