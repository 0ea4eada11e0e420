"""The log of a workspace: what our own faults were, so that a reference leads somewhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.workspace import Workspace

LOG: Final = "galat.log"
_LOGGER: Final = logging.getLogger("kinerja_xlsx")
_LINE: Final = "%(asctime)s %(message)s"


def note_failure(failure: Failure) -> None:
    """Note the fault behind a reference; no name, NIP or value stands in it."""
    _LOGGER.error("%s %s %s", failure.reference, failure.kind, failure.detail)


@contextmanager
def open_log(workspace: Workspace, *, writes: bool) -> Iterator[None]:
    """Let faults of this run go to the log of the workspace, or nowhere when nothing is written.

    The file is made by the first fault only.
    """
    handler: logging.Handler = logging.NullHandler()
    if writes:
        handler = logging.FileHandler(workspace.state / LOG, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter(_LINE))
    _LOGGER.addHandler(handler)
    try:
        yield
    finally:
        _LOGGER.removeHandler(handler)
        handler.close()
