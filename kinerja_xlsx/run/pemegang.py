"""Who holds a workspace: a note beside the lock, for proof of death where the lock proves nothing.

The system's lock ends with its process, but some network folders keep none, and no lock tells
another computer who holds it, or the next run that the last one never came to its end.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import time
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Final

import psutil

NOTE: Final = "pemegang.json"
SAME_START: Final = 2.0
"""Seconds by which the start of one process may be told differently: clocks are coarse."""
_TRIES: Final = 2
"""How often a note is taken away: what holds a file for a moment, a virus scanner, is quick."""
FRESH: Final = 2.0
"""Seconds in which a note that cannot be read may still be on its way to the disk."""


class Fate(Enum):
    """What became of the process that left a note."""

    HIDUP = "hidup"
    MATI = "mati"
    TAK_DIKETAHUI = "tak diketahui"


@dataclass(frozen=True, slots=True)
class Pemegang:
    """A process that holds a workspace, or held it when it died.

    Attributes:
        host: Name of its computer.
        pid: Number of the process there.
        started: When the process began, in seconds since 1970.
        since: When it took the workspace.
    """

    host: str
    pid: int
    started: float
    since: datetime

    @property
    def fate(self) -> Fate:
        """Tell what is known of it here: of another computer, nothing."""
        if self.host != platform.node():
            return Fate.TAK_DIKETAHUI
        try:
            started = psutil.Process(self.pid).create_time()
        except psutil.NoSuchProcess:
            return Fate.MATI
        except psutil.Error:
            return Fate.TAK_DIKETAHUI
        # Numbers of processes are given again: another start is another process.
        return Fate.HIDUP if abs(started - self.started) <= SAME_START else Fate.MATI


def this_process() -> Pemegang:
    """Describe the process that asks."""
    return Pemegang(
        platform.node(),
        os.getpid(),
        psutil.Process().create_time(),
        datetime.now().astimezone(),
    )


def write_note(folder: Path, holder: Pemegang) -> None:
    """Leave the note of a holder; another's is in the way.

    Raises:
        FileExistsError: Someone else was quicker.
        OSError: It cannot be written.
    """
    text = json.dumps(
        {
            "host": holder.host,
            "pid": holder.pid,
            "started": holder.started,
            "since": holder.since.isoformat(timespec="seconds"),
        }
    )
    number = os.open(folder / NOTE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
    except BaseException:
        drop_note(folder)  # an empty one would hold the workspace against nobody knows whom
        raise


def read_note(folder: Path) -> Pemegang | None:
    """Read the note there; None when there is none or it cannot be understood."""
    try:
        note = json.loads((folder / NOTE).read_bytes())
        return Pemegang(
            host=str(note["host"]),
            pid=int(note["pid"]),
            started=float(note["started"]),
            since=datetime.fromisoformat(note["since"]).astimezone(),
        )
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def is_fresh(folder: Path) -> bool:
    """Tell whether a note was made just now, so that it may not be whole yet."""
    try:
        age = time.time() - (folder / NOTE).stat().st_mtime
    except OSError:
        return False
    return -FRESH <= age <= FRESH


def drop_note(folder: Path) -> None:
    """Take a note away; one that cannot go is found to be of a dead process later."""
    for _ in range(_TRIES):
        with contextlib.suppress(OSError):
            (folder / NOTE).unlink(missing_ok=True)
            return
