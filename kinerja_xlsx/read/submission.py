"""One workbook from its bytes to a Submission: the table of contents of this package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity, UnreadableFileError
from kinerja_xlsx.model.submission import RawLabel, RawSheet, Submission
from kinerja_xlsx.read.asing import foreign_reason
from kinerja_xlsx.read.cells import SheetCells, read_cells
from kinerja_xlsx.read.form import VERSION_KEY, read_labels, read_meta
from kinerja_xlsx.read.ganti_nama import adopt_renamed
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.pilihan import read_choices
from kinerja_xlsx.read.sheet import read_sheet
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.tabs import Tabs, sort_tabs, tab_issues
from kinerja_xlsx.read.workbook import WorkbookParts, read_workbook
from kinerja_xlsx.spec.book import template_title
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.katalog import AliasRow, LembarAlias
from kinerja_xlsx.spec.versi import is_newer, migration_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kinerja_xlsx.read.snapshot import Snapshot
    from kinerja_xlsx.spec.book import BookSpec
    from kinerja_xlsx.spec.versi import Migrasi

TEMPLATE_KEY: Final = "templat"


@dataclass(frozen=True, slots=True)
class _Content:
    """What the known sheets hold."""

    labels: tuple[RawLabel, ...]
    sheets: tuple[RawSheet, ...]
    issues: tuple[Issue, ...]
    without_cek: tuple[str, ...]


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
        tabs = adopt_renamed(tabs, workbook, book, partial(read_cells, package, workbook))
        wanted = [*tabs.known.items(), *([("", tabs.meta)] if tabs.meta else [])]
        cells = read_cells(package, workbook, [(tab.name, tab.part) for _, tab in wanted])
        choices = read_choices(package, workbook, book)
    by_key = dict(zip((key for key, _ in wanted), cells, strict=True))
    meta = read_meta(by_key[""]) if tabs.meta else None
    older = _check_template(meta, book)
    aliases = (*aliases, *_old_headings(older))
    content = _read_content(by_key, tabs, book=book, file=snapshot.name, aliases=aliases)
    return Submission(
        file=snapshot.name,
        sha256=snapshot.sha256,
        size=snapshot.size,
        meta=meta,
        labels=content.labels,
        sheets=content.sheets,
        issues=(
            *_workbook_issues(workbook, snapshot.name),
            *tab_issues(tabs, book, snapshot.name),
            *_older_issue(older, book, snapshot.name),
            *_lost_cek(content, meta, snapshot.name),
            *content.issues,
        ),
        choices=choices,
    )


def _lost_cek(content: _Content, meta: Mapping[str, str] | None, file: str) -> tuple[Issue, ...]:
    """Say that a template lost its column `Cek`; a workbook without the mark never had one."""
    if meta is None or not content.without_cek:
        return ()
    return (
        make_issue(
            IssueCode.BRK_17,
            Place(file),
            rincian=f"kolom Cek tidak ada lagi di lembar {', '.join(content.without_cek)}",
            saran="Lain kali pakai templat dari BKPSDM tanpa menghapus kolom Cek.",
        ),
    )


def _check_template(meta: Mapping[str, str] | None, book: BookSpec) -> Migrasi | None:
    """Refuse the workbook of another template, or of a version whose columns we do not know.

    Returns:
        How an older version is read; None for the version in force.

    Raises:
        UnreadableFileError: Another template (BRK-10) or version (BRK-11).
    """
    found = {} if meta is None else meta
    template, version = found.get(TEMPLATE_KEY), found.get(VERSION_KEY)
    if template and template.casefold() != book.template:
        raise UnreadableFileError(
            IssueCode.BRK_10, value=template_title(template), templat=book.title
        )
    if not version or version == book.version:
        return None
    older = migration_from(version, book.migrations)
    if older is None:
        newer = is_newer(version, book.version)
        raise UnreadableFileError(
            IssueCode.BRK_11,
            value=version,
            versi=book.version,
            sebab=_NEWER_REASON if newer else _OLDER_REASON,
            saran=_NEWER_REMEDY if newer else _OLDER_REMEDY.format(versi=book.version),
        )
    return older


_NEWER_REASON: Final = "Templat ini lebih baru daripada program yang memeriksanya."
_NEWER_REMEDY: Final = "Berkas ini sudah benar. BKPSDM perlu memasang program versi terbaru."
_OLDER_REASON: Final = "Susunan kolomnya sudah berbeda."
_OLDER_REMEDY: Final = (
    "Minta templat versi {versi} dari BKPSDM, lalu salin isinya dengan Tempel Nilai "
    "(Paste Values)."
)


def _old_headings(older: Migrasi | None) -> Iterator[AliasRow]:
    """Give the headings of an older version as words for the columns of today."""
    for sheet, old, now in () if older is None else older.judul:
        yield AliasRow(lembar=LembarAlias(sheet), kolom=now, sebutan_lain=old)


def _older_issue(older: Migrasi | None, book: BookSpec, file: str) -> tuple[Issue, ...]:
    """Say that a file came in an older template and is read all the same."""
    if older is None:
        return ()
    return (
        make_issue(
            IssueCode.BRK_11,
            Place(file),
            severity=Severity.PERINGATAN,
            value=older.dari,
            versi=book.version,
            catatan=older.catatan,
        ),
    )


def _read_content(
    by_key: Mapping[str, SheetCells],
    tabs: Tabs,
    *,
    book: BookSpec,
    file: str,
    aliases: Sequence[AliasRow],
) -> _Content:
    labels: tuple[RawLabel, ...] = ()
    sheets: list[RawSheet] = []
    issues: list[Issue] = []
    without_cek: list[str] = []
    models = {model.sheet: model for model in book.readable}
    for key, tab in tabs.known.items():
        if key == book.form.sheet:
            labels = read_labels(by_key[key], book.form, tab.name)
            continue
        reading = read_sheet(by_key[key], models[key], Place(file, tab.name), aliases)
        if reading.sheet is not None:
            sheets.append(reading.sheet)
            without_cek += [] if reading.has_cek else [tab.name]
        if reading.sheet is None and models[key] in book.optional:
            # Nothing was asked for, and nothing of ours is in it: a sheet of the unit's own.
            issues += [make_issue(IssueCode.LBR_16, issue.place) for issue in reading.issues]
        else:
            issues += reading.issues
    return _Content(labels, tuple(sheets), tuple(issues), tuple(without_cek))


def _workbook_issues(workbook: WorkbookParts, file: str) -> tuple[Issue, ...]:
    found = (
        (workbook.has_macros, IssueCode.BRK_14),
        (workbook.has_links, IssueCode.BRK_15),
        (workbook.is_date_1904, IssueCode.SEL_20),
    )
    return tuple(make_issue(code, Place(file)) for is_there, code in found if is_there)
