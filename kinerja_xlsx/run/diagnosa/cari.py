"""Looking for one person in one file, in a worker that a hostile file may take with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.data_orang import LembarJejak
from kinerja_xlsx.model.issue import Issue, IssueCode, UnreadableFileError
from kinerja_xlsx.read import Snapshot, find_nip, has_nip, take_snapshot
from kinerja_xlsx.run.pengaturan import unreadable_issue
from kinerja_xlsx.run.periksa_berkas import require_file

_TEXTS: Final = frozenset({".csv", ".htm", ".html", ".json", ".log", ".md", ".txt"})
_IN_LINES: Final = frozenset({".csv", ".txt"})
"""Texts whose lines people count."""


@dataclass(frozen=True, slots=True)
class CariTask:
    """One file to look into.

    Attributes:
        path: Where it lies.
        name: Path below the workspace.
        nip: Eighteen digits.
        is_ours: The program made it.
    """

    path: Path
    name: str
    nip: str
    is_ours: bool

    @property
    def label(self) -> str:
        """What the task is called in a failure."""
        return self.name


@dataclass(frozen=True, slots=True)
class CariOutcome:
    """What one file came to: where the person stands in it, or why it could not be told."""

    lembar: tuple[LembarJejak, ...]
    issue: Issue | None = None


def search_file(task: CariTask) -> CariOutcome:
    """Look for the person in one file."""
    try:
        require_file(task.path)
        snapshot = take_snapshot(task.path, task.name)
    except UnreadableFileError as error:
        is_empty = error.code is IssueCode.BRK_07
        return CariOutcome((), None if is_empty else unreadable_issue(task.name, error))
    if task.path.suffix.casefold() in _TEXTS:
        return CariOutcome(_in_text(snapshot, task))
    try:
        return CariOutcome(find_nip(snapshot, task.nip, is_ours=task.is_ours))
    except UnreadableFileError as error:
        # A page of a web application that calls itself a workbook names people all the same.
        is_named = task.nip.encode() in snapshot.data
        lembar = (LembarJejak("", ()),) if is_named else ()
        return CariOutcome(lembar, unreadable_issue(task.name, error))


def _in_text(snapshot: Snapshot, task: CariTask) -> tuple[LembarJejak, ...]:
    lines = snapshot.data.decode("utf-8-sig", errors="replace").splitlines()
    rows = tuple(number for number, line in enumerate(lines, 1) if has_nip(line, task.nip))
    if not rows:
        return ()
    is_counted = task.path.suffix.casefold() in _IN_LINES
    return (LembarJejak("", rows if is_counted else ()),)
