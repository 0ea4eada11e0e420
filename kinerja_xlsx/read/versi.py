"""Older versions of a template: refused, or read as the version in force by what is declared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity, UnreadableFileError
from kinerja_xlsx.read.form import VERSION_KEY
from kinerja_xlsx.read.text import plain
from kinerja_xlsx.spec.book import template_title
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.katalog import AliasRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.spec.versi import is_newer, migration_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinerja_xlsx.model.submission import CellValue, RawRow, RawSheet
    from kinerja_xlsx.spec.book import BookSpec
    from kinerja_xlsx.spec.row import SheetRow
    from kinerja_xlsx.spec.versi import Migrasi

TEMPLATE_KEY: Final = "templat"
_NEWER_REASON: Final = "Templat ini lebih baru daripada program yang memeriksanya."
_NEWER_REMEDY: Final = "Berkas ini sudah benar. BKPSDM perlu memasang program versi terbaru."
_OLDER_REASON: Final = "Susunan kolomnya sudah berbeda."
_OLDER_REMEDY: Final = (
    "Minta templat versi {versi} dari BKPSDM, lalu salin isinya dengan Tempel Nilai "
    "(Paste Values)."
)
_UNVERSIONED_REMEDY: Final = (
    "Tidak perlu dikirim ulang. Lain kali pakai templat dari BKPSDM, tanpa mengubah lembar "
    "yang tersembunyi."
)


@dataclass(frozen=True, slots=True)
class Migrated:
    """A sheet of an older version as one of today.

    Attributes:
        sheet: The sheet, with the values of today.
        values: How many cells held a value that is called otherwise today.
    """

    sheet: RawSheet
    values: int


def check_template(meta: Mapping[str, str] | None, book: BookSpec) -> Migrasi | None:
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


def older_issue(older: Migrasi | None, book: BookSpec, file: str) -> tuple[Issue, ...]:
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


def unversioned_issue(
    meta: Mapping[str, str] | None, book: BookSpec, file: str
) -> tuple[Issue, ...]:
    """Say that the version was emptied in the hidden sheet, so that it is taken for today's."""
    if meta is None or meta.get(VERSION_KEY):
        return ()
    rincian = f"penanda versinya kosong, jadi dibaca sebagai versi {book.version}"
    return (make_issue(IssueCode.BRK_17, Place(file), rincian=rincian, saran=_UNVERSIONED_REMEDY),)


def old_headings(older: Migrasi | None, sheet: str) -> Iterator[AliasRow]:
    """Give the headings of an older sheet as words for the columns of today."""
    for named, old, now in () if older is None else older.judul:
        if named == sheet:
            yield AliasRow(lembar=None, kolom=now, sebutan_lain=old)


def without_known(issues: Sequence[Issue], older: Migrasi | None, sheet: str) -> tuple[Issue, ...]:
    """Leave out what BRK-11 says of the version already; a new column is nobody's doing.

    Args:
        issues: What reading found about the tabs or one sheet.
        older: What changed since the version of the file.
        sheet: The sheet as the specification has it; empty for the tabs.
    """
    if older is None:
        return tuple(issues)
    mild = (_softened(issue, older, sheet) for issue in issues)
    return tuple(issue for issue in mild if not _is_known(issue, older, sheet))


def _softened(issue: Issue, older: Migrasi, sheet: str) -> Issue:
    is_new = issue.code is IssueCode.LBR_07 and (sheet, issue.place.heading) in older.kolom_baru
    return replace(issue, severity=Severity.CATATAN) if is_new else issue


def _is_known(issue: Issue, older: Migrasi, sheet: str) -> bool:
    match issue.code:
        case IssueCode.LBR_02:
            return any(plain(old) == plain(issue.place.sheet or "") for old, _ in older.lembar)
        case IssueCode.LBR_09:
            return (sheet, plain(issue.value or "")) in _plain_pairs(older.kolom_lama)
        case IssueCode.LBR_10:
            return (sheet, plain(issue.value or "")) in _plain_pairs(
                (named, old) for named, old, _ in older.judul
            )
        case _:
            return False


def _plain_pairs(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(sheet, plain(heading)) for sheet, heading in pairs}


def migrate(sheet: RawSheet, model: type[SheetRow], older: Migrasi | None) -> Migrated:
    """Give the values of an older sheet their names of today."""
    fields = {spec.heading: spec.field for spec in columns_of(model)}
    renamed = {
        (fields[heading], plain(old)): now
        for named, heading, old, now in (() if older is None else older.isi)
        if named == sheet.key
    }
    if not renamed:
        return Migrated(sheet, 0)
    names = [column.field for column in sheet.columns]
    rows = tuple(_renamed(row, names, renamed) for row in sheet.rows)
    changed = sum(
        before is not after
        for old, new in zip(sheet.rows, rows, strict=True)
        for before, after in zip(old.values, new.values, strict=True)
    )
    return Migrated(replace(sheet, rows=rows), changed)


def _renamed(
    row: RawRow, names: Sequence[str | None], renamed: Mapping[tuple[str, str], str]
) -> RawRow:
    values = tuple(
        _value_now(value, name, renamed) for name, value in zip(names, row.values, strict=True)
    )
    return row._replace(values=values)


def _value_now(
    value: CellValue, name: str | None, renamed: Mapping[tuple[str, str], str]
) -> CellValue:
    if name is None or not isinstance(value, str):
        return value
    return renamed.get((name, plain(value)), value)
