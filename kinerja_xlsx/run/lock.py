"""One run at a time in a workspace, on this computer and on any that shares its folder."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from filelock import FileLock, Timeout

from kinerja_xlsx import program_name
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.run.pemegang import (
    Fate,
    Pemegang,
    drop_note,
    is_fresh,
    read_note,
    this_process,
    write_note,
)
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError

LOCK: Final = "kunci"
_READ_ONLY: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What network folders say that keep no locks; the note is then all there is."""


@dataclass(frozen=True, slots=True)
class Kunci:
    """How the lock of a workspace stands.

    Attributes:
        is_held: A run would be told to wait.
        holder: Who holds it, or held it when its computer went out; None where nobody is known.
    """

    is_held: bool
    holder: Pemegang | None


def look_at_lock(workspace: Workspace) -> Kunci:
    """Tell who holds the workspace, without holding it for longer than the question takes."""
    path = workspace.state / LOCK
    is_locked = False
    if path.exists():
        lock = FileLock(path, mode=0o600)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            is_locked = True
        except (OSError, RuntimeError):
            pass  # where no lock can be had, the note is all there is
        else:
            lock.release()
    holder = read_note(workspace.state)
    if is_locked or holder is None:
        return Kunci(is_locked or is_fresh(workspace.state), holder)
    return Kunci(holder.fate is not Fate.MATI, holder)


@contextmanager
def hold_lock(
    workspace: Workspace, *, leaves_traces: bool = True, force: bool = False
) -> Iterator[None]:
    """Hold the workspace for one run; the system frees it when the process ends, however it ends.

    Args:
        workspace: What to hold.
        leaves_traces: False removes the lock again where there was none, and goes without one
            where nothing can be written: a run that writes can then not be under way either.
        force: Take it although another computer seems to hold it.

    Raises:
        WorkspaceError: Another run holds it.
        OSError: The lock cannot be written.
    """
    is_new = not workspace.state.exists()
    lock = FileLock(workspace.state / LOCK, mode=0o600)
    _acquire(workspace, lock, leaves_traces=leaves_traces)
    try:
        _require_dead(workspace, force=force)
        if leaves_traces:
            _leave_note(workspace)
        try:
            yield
        finally:
            if leaves_traces:
                drop_note(workspace.state)
    finally:
        if is_new and not leaves_traces:
            # While it is held: whoever waits for the old file sees that it is gone, and asks anew.
            shutil.rmtree(workspace.state, ignore_errors=True)
        lock.release()


def _acquire(workspace: Workspace, lock: FileLock, *, leaves_traces: bool) -> None:
    try:
        workspace.state.mkdir(mode=0o700, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise _held(read_note(workspace.state)) from None
    except RuntimeError:
        return  # so `filelock` says that a folder keeps no locks
    except OSError as error:
        if error.errno in _NO_LOCKS or (not leaves_traces and error.errno in _READ_ONLY):
            return
        raise


def _require_dead(workspace: Workspace, *, force: bool) -> None:
    """Make sure that whoever left a note is dead, for certain or by the word of a person."""
    folder = workspace.state
    holder = read_note(folder)
    if holder is None:
        is_held = is_fresh(folder)
    else:
        is_held = holder.fate is Fate.HIDUP or (holder.fate is Fate.TAK_DIKETAHUI and not force)
    if is_held:
        raise _held(holder)


def _leave_note(workspace: Workspace) -> None:
    drop_note(workspace.state)
    try:
        write_note(workspace.state, this_process())
    except FileExistsError:
        raise _held(read_note(workspace.state)) from None


def _held(holder: Pemegang | None) -> WorkspaceError:
    """Say who holds the workspace, as far as known, and what to do."""
    head = "Ruang kerja ini sedang dipakai oleh proses lain"
    if holder is None:
        return WorkspaceError(f"{head}. Tunggu sampai selesai, lalu jalankan ulang.")
    since = f"sejak {format_date(holder.since.date())} pukul {holder.since:%H.%M}"
    if holder.fate is not Fate.TAK_DIKETAHUI:
        return WorkspaceError(f"{head} {since}. Tunggu sampai selesai, lalu jalankan ulang.")
    return WorkspaceError(
        f"{head} di komputer «{holder.host}» {since}. Tunggu sampai selesai, lalu jalankan ulang. "
        "Bila Anda sudah memastikan di komputer itu tidak ada proses yang berjalan, jalankan "
        f"«{program_name()} proses --paksa-buka-kunci»."
    )
