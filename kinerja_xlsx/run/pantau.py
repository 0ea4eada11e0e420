"""Watching `input/`: a run as soon as new files are whole, whatever becomes of the run before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.read import is_lock_file, is_system_file, is_whole
from kinerja_xlsx.report.daftar import list_issues
from kinerja_xlsx.report.pantau import tell_arrivals, tell_outcome
from kinerja_xlsx.run.collect import walk
from kinerja_xlsx.run.errors import explain
from kinerja_xlsx.run.workspace import ARSIP, Workspace, WorkspaceError

LOOK: Final = 2.0
"""Seconds between two looks that must agree; a change wakes us sooner, and proves nothing."""
RESCAN: Final = 120.0
"""Seconds after which everything is looked at although nothing was announced."""
RETRY: Final = 30.0
"""Seconds before a run is tried again that the workspace did not let happen."""
PATIENCE: Final = 60.0
"""Seconds for which a file that lies still may be no workbook yet; then a run says what it is."""
_ENDINGS: Final = frozenset({".xlsx", ".xlsm"})


class Mark(NamedTuple):
    """What tells that a file changed."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Alat:
    """What watching needs of the world.

    Attributes:
        wait: Waits so many seconds, or less where something changes.
        clock: Seconds by a clock that only goes forward.
        run: Runs `proses` over the workspace.
        tell: Says one thing to people, with the time.
    """

    wait: Callable[[float], None]
    clock: Callable[[], float]
    run: Callable[[], RunResult]
    tell: Callable[[str], None]


def require_apart(workspace: Workspace) -> None:
    """Refuse folders of which one lies in the other: a run would wake the next one for ever.

    Raises:
        WorkspaceError: They are not apart.
    """
    source, target = workspace.input.resolve(), workspace.output.resolve()
    if source.is_relative_to(target) or target.is_relative_to(source):
        raise WorkspaceError(
            "Folder input dan output ruang kerja ini saling berada di dalam, misalnya karena "
            "tautan. Pisahkan keduanya dahulu; kalau tidak, setiap hasil memicu proses berikutnya."
        )


class Pantauan:
    """What is known of `input/` between two looks."""

    def __init__(self, workspace: Workspace, alat: Alat) -> None:
        self._workspace = workspace
        self._alat = alat
        self._done: Mapping[str, Mark] | None = None
        self._still: dict[str, tuple[Mark, float]] = {}
        self._whole: set[tuple[str, Mark]] = set()
        self._not_before = 0.0
        self._said = ""

    def forever(self) -> None:
        """Look, run and wait until a person ends it.

        Raises:
            KeyboardInterrupt: A person or the system ends the program.
        """
        while True:
            self._alat.wait(self.look())

    def look(self) -> float:
        """Look once at everything, run where it is time, and say how long to wait now."""
        try:
            seen = _scan(self._workspace)
        except OSError as error:
            self._tell_once(explain(error).message)
            return RETRY
        now = self._alat.clock()
        self._note_still(seen, now)
        if seen == self._done:
            return RESCAN
        if now < self._not_before:
            return self._not_before - now
        if not self._is_time(seen, now):
            return LOOK
        return self._run(seen)

    def _note_still(self, seen: Mapping[str, Mark], now: float) -> None:
        """Remember since when each file lies as it lies now."""
        self._still = {
            name: old if (old := self._still.get(name)) and old[0] == mark else (mark, now)
            for name, mark in seen.items()
        }
        self._whole &= set(seen.items())

    def _is_time(self, seen: Mapping[str, Mark], now: float) -> bool:
        """Tell whether a run is due: all that is new is whole, or what is whole waited enough."""
        new = self._changed(seen)
        ready = [name for name in new if self._is_ready(name, now)]
        if len(ready) == len(new):
            return True
        return any(now - self._still[name][1] >= PATIENCE for name in ready)

    def _changed(self, seen: Mapping[str, Mark]) -> list[str]:
        done = self._done or {}
        return [name for name, mark in seen.items() if done.get(name) != mark]

    def _is_ready(self, name: str, now: float) -> bool:
        mark, since = self._still[name]
        if (name, mark) in self._whole:
            return True
        if now - since < LOOK:
            return False
        if now - since < PATIENCE and not is_whole(self._workspace.input / name):
            return False
        self._whole.add((name, mark))
        return True

    def _run(self, seen: Mapping[str, Mark]) -> float:
        if not self._said:
            gone = (self._done or {}).keys() - seen.keys()
            self._alat.tell(tell_arrivals(self._changed(seen), gone))
        try:
            result = self._alat.run()
        except Exception as error:  # noqa: BLE001 - nothing but a person ends the watch
            return self._explain(error, seen)
        self._done, self._said = seen, ""
        self._alat.tell(tell_outcome(result))
        return LOOK

    def _explain(self, error: Exception, seen: Mapping[str, Mark]) -> float:
        """Say why a run came to nothing; what may pass by itself is tried again."""
        failure = explain(error)
        lines = [failure.message, *([list_issues(failure.issues)] if failure.issues else [])]
        if failure.exit_code is ExitCode.RUANG_KERJA:
            self._tell_once("\n".join([*lines, "Dicoba lagi nanti tanpa perlu dijalankan ulang."]))
            self._not_before = self._alat.clock() + RETRY
            return RETRY
        self._done, self._said = seen, ""
        self._alat.tell("\n".join([*lines, "Menunggu perubahan di folder input."]))
        return LOOK

    def _tell_once(self, text: str) -> None:
        if text != self._said:
            self._alat.tell(text)
        self._said = text


def _scan(workspace: Workspace) -> dict[str, Mark]:
    """List the workbooks of `input/` that a run would take, without the archive.

    Raises:
        OSError: `input/` itself cannot be listed.
    """
    found: dict[str, Mark] = {}
    archive = workspace.input / ARSIP
    for path in walk(workspace.input):
        name = path.name
        if path.suffix.casefold() not in _ENDINGS or is_lock_file(name) or is_system_file(name):
            continue
        if not path.is_relative_to(archive) and (mark := _mark(path)) is not None:
            found[path.relative_to(workspace.input).as_posix()] = mark
    return found


def _mark(path: Path) -> Mark | None:
    """Give size and time of a file; None for what is gone, or no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Mark(status.st_size, status.st_mtime_ns) if path.is_file() else None
