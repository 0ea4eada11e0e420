"""Waiting for a change of a folder with `watchfiles`, which is an extra; asking where it must."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kinerja_xlsx.run.jaringan import disks, is_on_network
from kinerja_xlsx.run.workspace import ARSIP

_STEP_MS: Final = 1_000
"""How long the library waits at most before it lets us look at the clock."""
_NO_LIBRARY: Final = (
    "Perintah pantau memerlukan watchfiles, yang belum terpasang. Pasang dengan "
    "«python -m pip install watchfiles» memakai Python yang menjalankan program ini. Tanpa itu, "
    "jalankan proses sendiri setiap ada berkas baru."
)


class MissingWatcherError(Exception):
    """The library that watches folders is not installed; the message is for people."""


def require_watcher() -> None:
    """Make sure that a folder can be watched.

    Raises:
        MissingWatcherError: It cannot.
    """
    if importlib.util.find_spec("watchfiles") is None:
        raise MissingWatcherError(_NO_LIBRARY)


class Pengamat:
    """Waits for changes of a folder; its events only wake, and what changed is looked up anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asks = is_on_network(folder, disks())
        self._events: Iterator[object] | None = None

    def wait(self, seconds: float) -> None:
        """Wait until something changes, or so many seconds.

        Raises:
            KeyboardInterrupt: A person or the system ends the program.
        """
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                if self._events is None:
                    self._events = self._watch()
                if next(self._events):
                    return
            except (OSError, RuntimeError, StopIteration):
                # The folder is gone for now, or the system watches no more: asking does as well.
                self._events, self._asks = None, True
                time.sleep(min(left, _STEP_MS / 1000))

    def _watch(self) -> Iterator[object]:
        import watchfiles  # noqa: PLC0415 - an extra, which need not be there

        archive = self._folder / ARSIP

        def counts(change: object, path: str) -> bool:
            del change
            return not Path(path).is_relative_to(archive)

        return watchfiles.watch(
            self._folder,
            watch_filter=counts,
            rust_timeout=_STEP_MS,
            yield_on_timeout=True,
            force_polling=True if self._asks else None,
        )
