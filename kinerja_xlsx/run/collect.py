"""Phase 1: which files of `input/` a run has to answer, in an order that never changes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.read import is_lock_file, is_system_file
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.codes import make_issue


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
        skipped: Names of lock files and links that are named but not read.
        issues: One notice for each skipped file.
    """

    files: tuple[InputFile, ...]
    skipped: tuple[str, ...]
    issues: tuple[Issue, ...]


def collect(workspace: Workspace) -> Collected:
    """List `input/` at any depth, without the settings workbook and system files."""
    files: list[InputFile] = []
    skipped: list[str] = []
    for path in _walk(workspace.input):
        name = path.relative_to(workspace.input).as_posix()
        if path == workspace.pengaturan or is_system_file(path.name):
            continue
        if is_lock_file(path.name) or path.is_symlink() or not path.is_file():
            skipped.append(name)
        else:
            files.append(InputFile(path, name))
    return Collected(
        tuple(sorted(files, key=lambda file: file.name)),
        tuple(sorted(skipped)),
        tuple(_skip_notice(name) for name in sorted(skipped)),
    )


def take_files(paths: Sequence[Path]) -> Collected:
    """Take files that a person named, wherever they lie; they are known by their names."""
    files = sorted({InputFile(path, path.name) for path in paths}, key=lambda file: file.name)
    return Collected(tuple(files), (), ())


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        # A linked folder could lead out of the workspace; it is named like a linked file.
        found += [Path(parent, name) for name in folders if Path(parent, name).is_symlink()]
        found += [Path(parent, name) for name in names]
    return found


def _skip_notice(name: str) -> Issue:
    return make_issue(IssueCode.BRK_05, Place(name), value=name.rsplit("/", 1)[-1])
