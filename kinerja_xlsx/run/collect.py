"""Phase 1: which files of `input/` a run has to answer, in an order that never changes."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.read import is_lock_file, is_system_file
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.codes import make_issue

_LINK: Final = (
    "tautan ke tempat lain",
    "Salin berkas aslinya ke folder input, lalu jalankan ulang.",
)
_SPECIAL: Final = (
    "berkas khusus milik sistem, bukan buku kerja",
    "Keluarkan dari folder input.",
)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to answer: where it lies, and its path below `input/` with `/`."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What lies in `input/`.

    Attributes:
        files: Files to read, ordered by name.
        skipped: Names of lock files, links and special files, which are named but not read.
        issues: One notice for each skipped file.
    """

    files: tuple[InputFile, ...]
    skipped: tuple[str, ...]
    issues: tuple[Issue, ...]


def collect(workspace: Workspace) -> Collected:
    """List `input/` at any depth, without the settings workbook and system files.

    Raises:
        OSError: `input/` itself cannot be listed.
    """
    files: list[InputFile] = []
    skipped: dict[str, Issue] = {}
    for path in walk(workspace.input):
        name = printable(path.relative_to(workspace.input))
        if path == workspace.pengaturan or is_system_file(path.name):
            continue
        notice = _lock_notice(path, name) or _special_notice(path, name)
        if notice is not None:
            skipped[name] = notice
        else:
            files.append(InputFile(path, name))
    names = tuple(sorted(skipped))
    return Collected(
        tuple(sorted(files, key=lambda file: file.name)),
        names,
        tuple(skipped[name] for name in names),
    )


def take_files(paths: Sequence[Path]) -> Collected:
    """Take files that a person named, wherever they lie; they keep the names that were typed."""
    files = {InputFile(path, printable(path)) for path in paths}
    return Collected(tuple(sorted(files, key=lambda file: file.name)), (), ())


def walk(folder: Path) -> list[Path]:
    """List every file, and every folder that is a link or cannot be listed: reading says why."""
    found: list[Path] = []
    unlisted: list[OSError] = []
    for parent, folders, names in os.walk(folder, followlinks=False, onerror=unlisted.append):
        found += [Path(parent, name) for name in folders if Path(parent, name).is_symlink()]
        found += [Path(parent, name) for name in names]
    for error in unlisted:
        if Path(error.filename) == folder:
            raise error
        found.append(Path(error.filename))
    return found


def printable(path: Path) -> str:
    """Write a path with `/`; a byte in a name that is no text appears as its number."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="backslashreplace")


def _lock_notice(path: Path, name: str) -> Issue | None:
    if not is_lock_file(path.name):
        return None
    return make_issue(IssueCode.BRK_05, Place(name), value=name.rsplit("/", 1)[-1])


def _special_notice(path: Path, name: str) -> Issue | None:
    """Name what is no file of its own: a link may lead anywhere, reading a pipe may never end."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None  # reading it says why
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    jenis, saran = _LINK if stat.S_ISLNK(mode) else _SPECIAL
    value = name.rsplit("/", 1)[-1]
    return make_issue(IssueCode.BRK_23, Place(name), value=value, jenis=jenis, saran=saran)
