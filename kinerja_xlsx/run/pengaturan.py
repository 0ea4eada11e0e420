"""Reading `input/Pengaturan.xlsx`, with the same machinery as submissions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_xlsx.model.issue import Issue, Place, UnreadableFileError, Withholds
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.read import read_mark, read_submission, take_snapshot
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.batas import fault_issue
from kinerja_xlsx.run.executor import Executor, SerialExecutor
from kinerja_xlsx.run.log import note_failure
from kinerja_xlsx.run.workspace import PENGATURAN, Workspace
from kinerja_xlsx.spec.book import PENGATURAN as PENGATURAN_BOOK
from kinerja_xlsx.spec.codes import CATALOGUE, withholds
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
from kinerja_xlsx.validate import check_pengaturan


class SettingsError(Exception):
    """The settings workbook is refused; its issues say why."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues


@dataclass(frozen=True, slots=True)
class SettingsOutcome:
    """The settings, or the issues that refuse them, and the hash of the bytes."""

    settings: Settings | None
    issues: tuple[Issue, ...]
    sha256: str | None


def load_settings(workspace: Workspace, executor: Executor) -> SettingsOutcome | None:
    """Read the settings in a worker; None when the workspace has no settings workbook.

    Raises:
        SettingsError: It is unreadable, or sheets, headings or obligatory values are missing.
    """
    if not workspace.pengaturan.exists():
        return None
    ((_, outcome),) = executor.run(check_settings_file, [workspace.pengaturan], is_timed=True)
    if isinstance(outcome, Failure):
        note_failure(outcome)
        raise SettingsError((fault_issue(PENGATURAN, outcome, executor.batas),))
    if outcome.settings is None:
        raise SettingsError(outcome.issues)
    return outcome


def check_settings_file(path: Path) -> SettingsOutcome:
    """Read and check one settings workbook; bad data and bytes become issues."""
    return read_settings_file(path)[0]


def read_settings_file(path: Path) -> tuple[SettingsOutcome, Submission | None]:
    """Read and check one settings workbook, and keep what was read, where it could be."""
    try:
        snapshot = take_snapshot(path, PENGATURAN)
    except UnreadableFileError as error:
        return SettingsOutcome(None, (unreadable_issue(PENGATURAN, error),), None), None
    try:
        submission = read_submission(snapshot, PENGATURAN_BOOK)
    except UnreadableFileError as error:
        issues = (unreadable_issue(PENGATURAN, error),)
        return SettingsOutcome(None, issues, snapshot.sha256), None
    try:
        settings = check_pengaturan(submission)
    except RejectedFileError as error:
        return SettingsOutcome(None, error.issues, snapshot.sha256), submission
    return SettingsOutcome(settings, settings.issues, snapshot.sha256), submission


def is_settings_file(path: Path) -> bool:
    """Tell whether a file is a settings workbook, by its name or its hidden mark."""
    if path.name.casefold() == PENGATURAN.casefold():
        return True
    try:
        mark = read_mark(take_snapshot(path, PENGATURAN))
    except UnreadableFileError:
        return False
    return mark is not None and mark.get("templat") == PENGATURAN_BOOK.template


def unreadable_issue(name: str, error: UnreadableFileError) -> Issue:
    """Turn the exception of one file into its issue."""
    context = {key: text for key, text in error.context.items() if key != "value"}
    return Issue(
        code=error.code,
        severity=CATALOGUE[error.code].severity,
        place=Place(name),
        value=error.context.get("value"),
        context=tuple(sorted(context.items())),
    )


def overrides_of(settings: Settings | None) -> tuple[Override, ...]:
    """List what `Kebijakan` sets in place of default parameters."""
    if settings is None:
        return ()
    return tuple(
        Override(row.parameter, row.berlaku_mulai, row.nilai, row.dasar_hukum)
        for row in settings.kebijakan
    )


def withheld_in_settings(workspace: Workspace) -> tuple[Issue, ...]:
    """List what holds rows of the settings back; templates are then made without those rows."""
    with SerialExecutor() as executor:
        outcome = load_settings(workspace, executor)
    if outcome is None or outcome.settings is None:
        return ()
    return tuple(issue for issue in outcome.issues if withholds(issue) is not Withholds.NOTHING)


def settings_counts(settings: Settings | None) -> Mapping[str, int] | None:
    """Count units, people and withheld rows, for the summary."""
    if settings is None:
        return None
    return {
        "unit": len(settings.units),
        "pegawai": len(settings.roster),
        "baris_ditahan": settings.withheld_rows,
    }
