"""One run at a time in a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from kinerja_xlsx.run.workspace import Workspace, WorkspaceError


@contextmanager
def hold_lock(workspace: Workspace) -> Iterator[None]:
    """Hold the workspace for one run; the system frees it when the process ends, however it ends.

    Raises:
        WorkspaceError: Another run holds it.
    """
    workspace.state.mkdir(exist_ok=True)
    lock = FileLock(workspace.state / "kunci")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise WorkspaceError(
            "Ruang kerja ini sedang dipakai oleh proses lain. Tunggu sampai selesai, lalu "
            "jalankan ulang."
        ) from None
    try:
        yield
    finally:
        lock.release()
