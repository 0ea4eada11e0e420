"""One run at a time in a workspace."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from filelock import FileLock, Timeout

from kinerja_xlsx.run.workspace import Workspace, WorkspaceError

_READ_ONLY: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@contextmanager
def hold_lock(workspace: Workspace, *, leaves_traces: bool = True) -> Iterator[None]:
    """Hold the workspace for one run; the system frees it when the process ends, however it ends.

    Args:
        workspace: What to hold.
        leaves_traces: False removes the lock again where there was none, and goes without one
            where nothing can be written: a run that writes can then not be under way either.

    Raises:
        WorkspaceError: Another run holds it.
        OSError: The lock cannot be written.
    """
    is_new = not workspace.state.exists()
    lock = FileLock(workspace.state / "kunci", mode=0o600)
    try:
        workspace.state.mkdir(mode=0o700, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise WorkspaceError(
            "Ruang kerja ini sedang dipakai oleh proses lain. Tunggu sampai selesai, lalu "
            "jalankan ulang."
        ) from None
    except OSError as error:
        if leaves_traces or error.errno not in _READ_ONLY:
            raise
    try:
        yield
    finally:
        if is_new and not leaves_traces:
            # While it is held: whoever waits for the old file sees that it is gone, and asks anew.
            shutil.rmtree(workspace.state, ignore_errors=True)
        lock.release()
