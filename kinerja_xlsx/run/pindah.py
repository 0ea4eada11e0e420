"""Carrying filled templates of an older version to the one in force, beside the originals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity, UnreadableFileError
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period, PeriodError
from kinerja_xlsx.model.submission import CellValue, RawSheet, Submission
from kinerja_xlsx.read import Snapshot, read_mark, read_submission, take_snapshot
from kinerja_xlsx.run.buat_perbaikan import next_identity
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.pengaturan import load_settings, unreadable_issue
from kinerja_xlsx.run.templat import template_folder
from kinerja_xlsx.run.workspace import Workspace, unique_name
from kinerja_xlsx.spec.book import BookSpec, book_for, is_skp
from kinerja_xlsx.spec.penugasan import Checked, RejectedFileError, Settings
from kinerja_xlsx.spec.terbitan import stamps_of
from kinerja_xlsx.validate import check_isian, check_skp
from kinerja_xlsx.write.pindah import PindahRequest, new_columns, render_pindah


class MoveError(RuntimeError):
    """A moved workbook reads differently from its original; a fault of ours, nothing is kept."""


@dataclass(frozen=True, slots=True)
class Pindahan:
    """What became of one file.

    Attributes:
        file: The file as it was named.
        version: Version of its template; empty where it carries none.
        path: Where the moved one lies, below the workspace; None when the file is refused.
        rows: Sheet name to the number of rows carried.
        formulas: Cells whose formula became its value.
        without_value: Cells that hold an error or a formula never worked out; blank now.
        renamed: Cells whose value is called otherwise in the version in force.
        added: Columns that are new and blank, as `Lembar: Judul`.
        kept: Columns that the template does not know, carried all the same.
        unplaced: Tabs, and values of the form, that have no place in the template.
        issues: Why the file is refused.
    """

    file: str
    version: str
    path: str | None
    rows: Mapping[str, int]
    formulas: int
    without_value: int
    renamed: int
    added: tuple[str, ...]
    kept: tuple[str, ...]
    unplaced: tuple[str, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Identity:
    """Whose file it is, and what the moved one carries in its hidden sheet."""

    period: Period
    label: str
    meta: Mapping[str, str]


def move_files(workspace: Workspace, paths: Sequence[Path]) -> tuple[Pindahan, ...]:
    """Write each file again in the template in force; the originals stay as they are.

    Raises:
        SettingsError: The settings workbook is refused.
        WorkspaceError: A run holds the workspace.
        OSError: A workbook cannot be written; the old one stays.
        MoveError: A moved workbook reads differently from its original.
    """
    with hold_lock(workspace):
        with SerialExecutor() as executor:
            outcome = load_settings(workspace, executor)
        settings = outcome.settings if outcome else None
        taken: set[str] = set()
        return tuple(_move(workspace, path, settings, taken) for path in paths)


def _move(
    workspace: Workspace, path: Path, settings: Settings | None, taken: set[str]
) -> Pindahan:
    name = path.as_posix()
    try:
        snapshot = take_snapshot(path, name)
        book = book_for(read_mark(snapshot))
        submission = read_submission(snapshot, book, settings.aliases if settings else ())
        _require_found(submission)
        identity = _identify(submission, book, settings)
    except UnreadableFileError as error:
        return _refused(name, (unreadable_issue(name, error),))
    except RejectedFileError as error:
        return _refused(name, error.issues)
    data = render_pindah(
        PindahRequest(
            submission=submission,
            spec=book,
            meta=identity.meta,
            created=identity.period.last,
            title_lines=(identity.label, f"Periode {identity.period.label}"),
            kertas=settings.instansi.kertas if settings else Kertas.F4,
        )
    )
    _require_same(submission, data, book)
    folder = template_folder(workspace, identity.period) / "pindah"
    target = folder / unique_name(f"{path.stem}_pindah", ".xlsx", taken)
    made = put_workbook(workspace, target, data)
    return _told(name, submission, book, made.path)


def _require_found(submission: Submission) -> None:
    """Refuse a file of which a sheet is there but cannot be read; it would be lost in the new one.

    Raises:
        RejectedFileError: Its headings are not found, or several tabs could be it.
    """
    lost = tuple(
        issue
        for issue in submission.issues
        if issue.severity is Severity.GALAT and issue.code in {IssueCode.LBR_02, IssueCode.LBR_05}
    )
    if lost:
        raise RejectedFileError(lost)


def _identify(submission: Submission, book: BookSpec, settings: Settings | None) -> _Identity:
    """Find whose file it is; one that is refused for its data is moved by its hidden mark.

    Raises:
        RejectedFileError: Neither the form nor the mark says so.
    """
    check = check_skp if is_skp(submission.meta) else check_isian
    try:
        checked = check(submission, settings)
    except RejectedFileError as error:
        if error.unit is None or error.period is None:
            raise
        return _by_mark(submission, book, error)
    return _Identity(checked.period, _label(checked), next_identity(checked, submission))


def _label(checked: Checked) -> str:
    return checked.identitas.nama_unit or checked.unit


def _by_mark(submission: Submission, book: BookSpec, error: RejectedFileError) -> _Identity:
    try:
        period = Period.parse(error.period or "")
    except PeriodError:
        raise error from None
    meta = submission.meta or {}
    kept = {key: meta.get(key, "") for key in ("terbit", "putaran", "leluhur")}
    identity = {
        **kept,
        "templat": book.template,
        "versi": book.version,
        "kode_unit": error.unit or "",
        "periode": period.code,
        **stamps_of(meta),
    }
    return _Identity(period, error.unit or "", identity)


def _require_same(before: Submission, data: bytes, book: BookSpec) -> None:
    """Read the moved workbook and compare every cell with the original.

    Raises:
        MoveError: They differ.
    """
    snapshot = Snapshot("pindahan.xlsx", data, hashlib.sha256(data).hexdigest(), len(data))
    after = read_submission(snapshot, book)
    if content_of(before) != content_of(after):
        raise MoveError(before.file)


def content_of(submission: Submission) -> tuple[object, ...]:
    """Give everything people typed, without where headings stand: labels and rows by field.

    A row of nothing but errors holds nothing that could be carried.
    """
    labels = {label.field: label.value for label in submission.labels if label.value is not None}
    sheets = {
        sheet.key: (tuple(_rows(sheet)), tuple(_beside(sheet))) for sheet in submission.sheets
    }
    filled = {key: held for key, held in sheets.items() if any(held)}
    return labels, filled


def _rows(sheet: RawSheet) -> list[tuple[int, Mapping[str, CellValue], tuple[CellValue, ...]]]:
    names = [column.field for column in sheet.columns]
    rows = [
        (
            row.number,
            {
                name: value
                for name, value in zip(names, row.values, strict=True)
                if name is not None and value is not None
            },
            tuple(value for value in row.extra if value is not None),
        )
        for row in sheet.rows
    ]
    return [row for row in rows if row[1]]


def _beside(sheet: RawSheet) -> Iterator[tuple[int, int, CellValue]]:
    """List what stands outside the table, and beside rows that hold nothing that can be carried.

    Above the headings column A is ours: titles stand there, or nothing.
    """
    bare = (row for row in sheet.rows if all(value is None for value in row.values))
    extra = (
        (row.number, item.column, value)
        for row in bare
        for item, value in zip(sheet.extra, row.extra, strict=True)
        if value is not None
    )
    loose = (one for one in sheet.loose if one[0] > sheet.header_row or one[1] > 1)
    yield from sorted((*loose, *extra), key=itemgetter(0, 1))


def _told(name: str, submission: Submission, book: BookSpec, path: str) -> Pindahan:
    """Count what was carried, what changed its form, and what is new."""
    models = {model.sheet: model for model in book.readable}
    facts = [
        fact
        for sheet in submission.sheets
        for row in sheet.rows
        for fact in (row.facts or {}).values()
    ]
    return Pindahan(
        file=name,
        version=(submission.meta or {}).get("versi", ""),
        path=path,
        rows={sheet.key: len(sheet.rows) for sheet in submission.sheets if sheet.rows},
        formulas=sum(fact.formula and not fact.uncached and fact.error is None for fact in facts),
        without_value=sum(fact.uncached or fact.error is not None for fact in facts),
        renamed=submission.migrated,
        added=tuple(
            f"{sheet.key}: {spec.heading}"
            for sheet in submission.sheets
            for spec in new_columns(sheet, models[sheet.key])
        ),
        kept=tuple(
            f"{sheet.key}: {column.heading}"
            for sheet in submission.sheets
            for column in sheet.extra
        ),
        unplaced=tuple(_unplaced(submission)),
        issues=(),
    )


def _unplaced(submission: Submission) -> Iterator[str]:
    """List what the moved file lacks: tabs of the unit's own, and labels that the form has not."""
    for issue in submission.issues:
        if issue.code is IssueCode.LBR_16:
            yield f"lembar «{issue.place.sheet}»"
        elif issue.code is IssueCode.LBR_03:
            yield f"lembar «{dict(issue.context)['lain']}»"
    for one in submission.unplaced:
        yield f"«{one.label}» di lembar {one.sheet} baris {one.row}"


def _refused(name: str, issues: tuple[Issue, ...]) -> Pindahan:
    return Pindahan(name, "", None, {}, 0, 0, 0, (), (), (), issues)
