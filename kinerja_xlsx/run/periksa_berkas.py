"""Phases 2 and 3 for one file: a pure function of its bytes and the settings, run in a worker."""

from __future__ import annotations

import stat
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import Issue, IssueCode, Place, UnreadableFileError
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.read import Snapshot, read_mark, read_submission, take_snapshot
from kinerja_xlsx.run.heap import collector_paused
from kinerja_xlsx.run.orang import people_of
from kinerja_xlsx.run.pengaturan import unreadable_issue
from kinerja_xlsx.run.spill import read_settings, write_spill
from kinerja_xlsx.spec.book import ISIAN, PENJELASAN, book_for, is_skp
from kinerja_xlsx.spec.codes import PASSING, make_issue
from kinerja_xlsx.spec.katalog import AliasRow
from kinerja_xlsx.spec.penugasan import Checked, FileKeys, RejectedFileError
from kinerja_xlsx.spec.terbitan import sidik_of
from kinerja_xlsx.validate import (
    accept_proposals,
    check_isian,
    check_roster_issued,
    check_skp,
    group_issues,
    keys_of,
)
from kinerja_xlsx.write.hasil import Orang

_PAUSES: Final = (0.2, 0.4)
"""Seconds to wait before the second and third try."""


class ReadingError(Exception):
    """Reading failed in a way that no message explains; costs one file."""


@dataclass(frozen=True, slots=True)
class CheckTask:
    """One file to check.

    Attributes:
        path: Where it lies.
        name: Path below `input/`.
        spill: Where to keep the result.
        settings: Where the settings are kept; None without `Pengaturan.xlsx`.
    """

    path: Path
    name: str
    spill: Path
    settings: Path | None

    @property
    def label(self) -> str:
        """What the task is called in a failure."""
        return self.name


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What one file came to; small, since it crosses to the driver.

    Attributes:
        name: Path below `input/`.
        sha256: Hash of its bytes; None when they could not be read.
        size: Number of bytes.
        unit: Kode Unit, as far as known.
        period: Code of the period, as far as known.
        issues: What was found, in order.
        keys: What the driver compares; None for a refused file.
        people: Who stands in `Pegawai`, for the signatures of other units' forms.
        row_total: Rows seen.
        spill: Where the checked file is kept.
        is_skp: It is the plan of a year, not the Isian of a period.
        sidik: What its stamps say of the template, as `sidik_of` gives it.
    """

    name: str
    sha256: str | None
    size: int
    unit: str | None
    period: str | None
    issues: tuple[Issue, ...]
    keys: FileKeys | None = None
    people: tuple[tuple[str, Orang], ...] = ()
    row_total: int = 0
    spill: Path | None = None
    is_skp: bool = False
    sidik: str = ""

    @property
    def is_rejected(self) -> bool:
        """Tell whether the file is refused as a whole."""
        return self.keys is None and not self.is_explanation

    @property
    def is_explanation(self) -> bool:
        """Tell whether it is one of our own explanations of a refusal, which is passed over."""
        return any(issue.code is IssueCode.BRK_21 for issue in self.issues)


def check_file(task: CheckTask) -> FileOutcome:
    """Read and check one file; bad data and unreadable bytes become issues."""
    try:
        require_file(task.path)
        snapshot = _take_patiently(task)
    except UnreadableFileError as error:
        return FileOutcome(task.name, None, 0, None, None, (unreadable_issue(task.name, error),))
    try:
        with collector_paused():
            return _check_snapshot(snapshot, task)
    except UnreadableFileError as error:
        issue = unreadable_issue(task.name, error)
        if error.code is IssueCode.BRK_10 and issue.value == PENJELASAN:
            issue = make_issue(IssueCode.BRK_21, issue.place)
        return _refused(snapshot, (issue,), None, None)


def require_file(path: Path) -> None:
    """Refuse a linked folder, which could lead out of `input/`, and what is no file at all.

    Raises:
        UnreadableFileError: Reading it could lead astray, or never end.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # reading it says why
    if stat.S_ISREG(mode) or (stat.S_ISDIR(mode) and not path.is_symlink()):
        return
    raise UnreadableFileError(
        IssueCode.BRK_01,
        jenis="tautan",
        saran="Salin berkas aslinya ke folder input, lalu jalankan ulang.",
    )


def _take_patiently(task: CheckTask) -> Snapshot:
    """Read the bytes; a file that is in use or still being copied is given a moment.

    Raises:
        UnreadableFileError: It cannot be read.
    """
    for pause in _PAUSES:
        try:
            return take_snapshot(task.path, task.name)
        except UnreadableFileError as error:
            if error.code not in PASSING:
                raise
            time.sleep(pause)
    return take_snapshot(task.path, task.name)


def _check_snapshot(snapshot: Snapshot, task: CheckTask) -> FileOutcome:
    settings = read_settings(task.settings)
    submission = _read(snapshot, settings.aliases if settings else ())
    check = check_skp if is_skp(submission.meta) else check_isian
    try:
        checked = check(submission, settings)
        submission, checked = accept_proposals(submission, checked, settings)
        issued = check_roster_issued(submission, settings)
        checked = replace(checked, issues=(*checked.issues, *issued))
        _require_policy(checked)
    except RejectedFileError as error:
        refused = _refused(snapshot, error.issues, error.unit, error.period)
        return replace(refused, is_skp=check is check_skp)
    write_spill(task.spill, checked, submission)
    return FileOutcome(
        name=task.name,
        sha256=snapshot.sha256,
        size=snapshot.size,
        unit=checked.unit,
        period=checked.period.code,
        issues=group_issues(checked.issues, submission),
        keys=keys_of(checked),
        people=tuple(people_of(checked).items()),
        row_total=len(checked.rows),
        spill=task.spill,
        is_skp=checked.is_skp,
        sidik=sidik_of(submission.meta),
    )


def _read(snapshot: Snapshot, aliases: Sequence[AliasRow]) -> Submission:
    """Read bytes that are in memory; whatever fails then is a fault, and none of the disk.

    Raises:
        UnreadableFileError: The file is refused.
        ReadingError: A library took odd bytes for a fault of the system.
    """
    try:
        return _read_template(snapshot, aliases)
    except OSError as error:
        raise ReadingError from error


def _read_template(snapshot: Snapshot, aliases: Sequence[AliasRow]) -> Submission:
    """Read an Isian, of which there are many; only an SKP is read a second time."""
    try:
        return read_submission(snapshot, ISIAN, aliases)
    except UnreadableFileError as error:
        if error.code is not IssueCode.BRK_10:
            raise
        mark = read_mark(snapshot)
        if not is_skp(mark):
            raise
    return read_submission(snapshot, book_for(mark), aliases)


def _require_policy(checked: Checked) -> None:
    """Refuse a period for which no regulation is in force; nothing could score it."""
    try:
        policy.in_force(checked.period)
    except policy.NoPolicyError:
        issue = make_issue(
            IssueCode.BRK_13,
            Place(checked.file),
            value=checked.period.code,
            saran="Tidak ada aturan penilaian kinerja yang berlaku pada periode itu.",
        )
        raise RejectedFileError((issue,), checked.unit, checked.period.code) from None


def _refused(
    snapshot: Snapshot, issues: tuple[Issue, ...], unit: str | None, period: str | None
) -> FileOutcome:
    return FileOutcome(snapshot.name, snapshot.sha256, snapshot.size, unit, period, issues)
