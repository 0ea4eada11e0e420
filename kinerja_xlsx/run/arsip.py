"""`--arsip`: what a run has answered moves to `input/arsip/<periode>/`, and is read there."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import BarisBerkas, RunResult
from kinerja_xlsx.run.workspace import ARSIP, Workspace

_ANSWERED: Final = frozenset({FileVerdict.DITERIMA, FileVerdict.SEBAGIAN, FileVerdict.DILEWATI})
"""A refused file stays: its unit must send another one, and then it is to be taken out."""
NAMED: Final = 5
"""Most files that a sentence names."""


def archive(workspace: Workspace, result: RunResult) -> RunResult:
    """Move every answered file of the handled periods, each exactly once.

    A file whose bytes are no longer those that the run has read stays where it is, and so does
    one that the system does not let go.

    Returns:
        The result, in which each moved file knows its new place, and a sentence says how many.
    """
    handled = {period.period for period in result.periods if period.period is not None}
    files, stayed = list[BarisBerkas](), list[str]()
    for file in result.files:
        if file.verdict not in _ANSWERED or file.period not in handled or _is_archived(file.file):
            files.append(file)
            continue
        moved = _move(workspace, file)
        files.append(file if moved is None else replace(file, archived=moved))
        if moved is None:
            stayed.append(file.file)
    notices = (*result.notices, *_sentences(files, stayed))
    return replace(result, files=tuple(files), notices=notices)


def _is_archived(name: str) -> bool:
    return name.split("/", 1)[0].casefold() == ARSIP


def _move(workspace: Workspace, file: BarisBerkas) -> str | None:
    """Move one file; a target that holds the same bytes is what a broken run moved already."""
    source = workspace.input / file.file
    folder = workspace.input / ARSIP / str(file.period)
    try:
        if _hash(source) != file.sha256:
            return None
        target = _free(folder / file.file, file.sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
        if _hash(target) != file.sha256:
            # It was replaced between the two looks: the new one was not answered yet.
            target.replace(source)
            return None
        _sync(target.parent, source.parent)
    except OSError:
        return None
    _drop_empty(source.parent, workspace.input)
    return target.relative_to(workspace.input).as_posix()


def _free(path: Path, sha256: str | None) -> Path:
    """Find a name that nothing else has; the same bytes may be replaced by themselves."""
    number, free = 1, path
    while free.exists() and _hash(free) != sha256:
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _sync(*folders: Path) -> None:
    """Flush the folders where the system can: a power cut then finds the file in one of them."""
    if os.name != "posix":
        return
    for folder in folders:
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _drop_empty(folder: Path, top: Path) -> None:
    """Remove folders that a move left empty, up to `input/` itself."""
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _sentences(files: Iterable[BarisBerkas], stayed: list[str]) -> Iterable[str]:
    moved = [file for file in files if file.archived is not None]
    if moved:
        periods = ", ".join(sorted({str(file.period) for file in moved}))
        yield (
            f"{len(moved)} berkas dipindahkan ke input/{ARSIP}/ (periode {periods}). Di sana "
            "berkas itu tetap dibaca oleh proses berikutnya."
        )
    if stayed:
        names = ", ".join(f"«{name}»" for name in stayed[:NAMED])
        more = f", dan {len(stayed) - NAMED} lagi" if len(stayed) > NAMED else ""
        yield (
            f"{len(stayed)} berkas belum dipindahkan ke arsip, karena sedang dibuka atau berubah "
            f"selama proses: {names}{more}. Tutup berkasnya, lalu jalankan proses sekali lagi."
        )
