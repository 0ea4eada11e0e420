"""One run's own folder for temporary files, and what a killed run left in it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.run.put import sweep
from kinerja_xlsx.run.workspace import Workspace

WORK: Final = "kerja"
"""The folder of temporary files in the state of a workspace."""
_STAMP: Final = len("20260101-000000")


@dataclass(frozen=True, slots=True)
class Room:
    """One run's own place for temporary files, and when it began.

    Attributes:
        folder: The place.
        run: Identifier of the run.
        started: When it began, by the clock of the computer.
        clock: The same by a clock that only goes forward.
        broken: When the run before it began, if that was killed.
    """

    folder: Path
    run: str
    started: datetime
    clock: float
    broken: datetime | None

    @property
    def settings(self) -> Path:
        """Where the settings are kept for the workers."""
        return self.folder / "pengaturan.pkl"

    @property
    def notices(self) -> tuple[str, ...]:
        """Name the run before this one, when it died before its end."""
        if self.broken is None:
            return ()
        since = f"{format_date(self.broken.date())} pukul {self.broken:%H.%M}"
        notice = (
            f"Proses yang dimulai {since} berhenti sebelum selesai, misalnya karena listrik "
            "padam. Semua hasilnya sudah dibuat ulang sekarang."
        )
        return (notice,)


@contextmanager
def open_room(workspace: Workspace, *, writes: bool) -> Iterator[Room]:
    """Open this run's folder for temporary files; leftovers of broken runs go first."""
    broken = broken_run(workspace)
    parent = _work_folder(workspace, writes=writes)
    if writes:
        sweep(workspace)
    started = datetime.now().astimezone()
    run = f"{started:%Y%m%d-%H%M%S}-{os.getpid()}"
    try:
        folder = Path(mkdtemp(prefix=f"{run}-", dir=parent))
        yield Room(folder, run, started, time.monotonic(), broken)
    except BaseException:
        # Workers that were stopped in the midst of writing left a temporary file.
        if writes:
            sweep(workspace)
        raise
    finally:
        shutil.rmtree(parent, ignore_errors=True)


def broken_run(workspace: Workspace) -> datetime | None:
    """Tell when the last run began that left its folder behind, since it was killed."""
    try:
        names = sorted(path.name for path in (workspace.state / WORK).iterdir())
        return datetime.strptime(names[-1][:_STAMP], "%Y%m%d-%H%M%S").astimezone()
    except (OSError, IndexError, ValueError):
        return None


def _work_folder(workspace: Workspace, *, writes: bool) -> Path:
    """Make the private folder of the run; the system's own where a check may write nothing."""
    parent = workspace.state / WORK
    shutil.rmtree(parent, ignore_errors=True)
    try:
        parent.mkdir(mode=0o700)
    except OSError:
        if writes:
            raise
        return Path(mkdtemp(prefix="kinerja-xlsx-"))
    return parent
