"""Importing people: an export and the present settings become proposed settings, beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, UnreadableFileError
from kinerja_xlsx.model.submission import RawRow, RawSheet, Submission
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.read.siasn import read_siasn
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.pengaturan import SettingsError, unreadable_issue
from kinerja_xlsx.run.workspace import PENGATURAN, Workspace
from kinerja_xlsx.spec.book import PENGATURAN as PENGATURAN_BOOK
from kinerja_xlsx.spec.codes import EKSPOR
from kinerja_xlsx.spec.impor import Nasib, UsulImpor
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
from kinerja_xlsx.validate import check_pengaturan
from kinerja_xlsx.validate.siasn import check_siasn
from kinerja_xlsx.write.impor import render_usulan
from kinerja_xlsx.write.place import place, verify_zip
from kinerja_xlsx.write.template import BookContent
from kinerja_xlsx.write.template.aturan import Cells

FOLDER: Final = "impor"
USULAN: Final = "Pengaturan_usulan.xlsx"
_CREATED: Final = date(2026, 1, 1)
"""A proposal belongs to no period; its document date never changes."""


class MissingSettingsError(Exception):
    """There is no `Pengaturan.xlsx` whose roster an export could extend."""


class ExportError(Exception):
    """The export is refused as a whole; its issues say why."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues


@dataclass(frozen=True, slots=True)
class ImporOutcome:
    """The import, and where its proposal lies below the workspace."""

    usul: UsulImpor
    path: str


def import_pegawai(workspace: Workspace, export: Path) -> ImporOutcome:
    """Write proposed settings from a SIASN export; `input/` stays as it is.

    Args:
        workspace: Whose settings are to be extended.
        export: The export, anywhere.

    Raises:
        MissingSettingsError: There are no settings yet.
        SettingsError: The settings are refused.
        ExportError: The export is refused.
        OSError: The proposal cannot be written.
    """
    if not workspace.pengaturan.exists():
        raise MissingSettingsError
    with hold_lock(workspace):
        pengaturan, settings = _read_settings(workspace)
        usul = check_siasn(
            _read_export(export), file=export.name, pengaturan=pengaturan, settings=settings
        )
        content = _content(pengaturan, settings, usul)
        data = render_usulan(content, usul, tuple(_left_out(pengaturan)))
        verify_zip(data)
        path = workspace.output / FOLDER / USULAN
        place(path, data)
    return ImporOutcome(usul, workspace.relative(path))


def _read_settings(workspace: Workspace) -> tuple[Submission, Settings]:
    try:
        snapshot = take_snapshot(workspace.pengaturan, PENGATURAN)
        submission = read_submission(snapshot, PENGATURAN_BOOK)
        return submission, check_pengaturan(submission)
    except UnreadableFileError as error:
        raise SettingsError((unreadable_issue(PENGATURAN, error),)) from error
    except RejectedFileError as error:
        raise SettingsError(error.issues) from error


def _read_export(export: Path) -> RawSheet:
    with refused_export(export.name):
        return read_siasn(take_snapshot(export, export.name))


@contextmanager
def refused_export(file: str) -> Iterator[None]:
    """Turn whatever refuses an export into its issues, with remedies for whoever downloads it.

    Args:
        file: Name of the export.

    Raises:
        ExportError: It is refused.
    """
    try:
        yield
    except UnreadableFileError as error:
        raise ExportError((_about_export(unreadable_issue(file, error)),)) from error
    except RejectedFileError as error:
        raise ExportError(tuple(map(_about_export, error.issues))) from error


def _about_export(issue: Issue) -> Issue:
    return replace(issue, context=tuple(sorted({EKSPOR: "", **dict(issue.context)}.items())))


def _content(pengaturan: Submission, settings: Settings, usul: UsulImpor) -> BookContent:
    """Write the settings as they would be: every row as it stands, but for what changes."""
    rows = {sheet.key: tuple(_cells(sheet).values()) for sheet in pengaturan.sheets}
    for sheet in pengaturan.sheets:
        if sheet.key == RosterRow.sheet:
            rows[sheet.key] = _roster_rows(sheet, usul)
    return BookContent(
        created=_CREATED,
        title_lines=(settings.instansi.nama_instansi,),
        form={label.field: label.value for label in pengaturan.labels},
        rows=rows,
        meta=pengaturan.meta or {},
        kertas=settings.instansi.kertas,
    )


def _roster_rows(sheet: RawSheet, usul: UsulImpor) -> tuple[Cells, ...]:
    changed = {row.roster_number: row.cells or {} for row in usul.of(Nasib.BERUBAH)}
    present = ({**cells, **changed.get(number, {})} for number, cells in _cells(sheet).items())
    return (*present, *(row.cells or {} for row in usul.of(Nasib.DITAMBAH)))


def _cells(sheet: RawSheet) -> Mapping[int, Cells]:
    """List the raw cells of each row by field, by row number."""
    return {row.number: _by_field(sheet, row) for row in sheet.rows}


def _by_field(sheet: RawSheet, row: RawRow) -> Cells:
    return {
        column.field: value
        for column, value in zip(sheet.columns, row.values, strict=True)
        if column.field is not None
    }


def _left_out(pengaturan: Submission) -> Iterator[str]:
    """Say what of the present workbook the proposal does not hold."""
    for sheet in pengaturan.sheets:
        if sheet.extra:
            names = ", ".join(f"«{column.heading}»" for column in sheet.extra)
            yield f"Kolom tambahan di lembar {sheet.name}: {names}."
    for issue in pengaturan.issues:
        if issue.code is IssueCode.LBR_16:
            yield f"Lembar tambahan «{issue.place.sheet}»."
