"""Limits of a worker: memory, and processor time for each file; beyond them one file is lost."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeVar

import psutil

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.run.attempt import Failure, Refusal, attempt
from kinerja_xlsx.spec.codes import make_issue

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

MEBIBYTE: Final = 1024**2
EXIT_TIME: Final = 76
EXIT_MEMORY: Final = 77
"""How a worker ends that its own watchdog stops."""
LOOK_SECONDS: Final = 0.25
"""How often a watchdog looks."""
WAKTU: Final = "waktu"
MEMORI: Final = "memori"
"""Kinds of failures that are the file's, not the program's."""
HAS_LIMITS: Final = sys.platform == "linux"
"""Whether the system keeps both limits itself; elsewhere a watchdog does."""


@dataclass(frozen=True, slots=True)
class Batas:
    """What a worker may use.

    Attributes:
        memori: Mebibytes of one worker.
        detik: Seconds of processor time for one file.
    """

    memori: int = 3 * 1024
    detik: int = 120


def attempt_within(
    batas: Batas, function: Callable[[TaskT], ResultT], task: TaskT, *, is_timed: bool
) -> ResultT | Failure | Refusal:
    """Run one task in a worker that ends, should the task go beyond a limit."""
    detik = batas.detik if is_timed else None
    guard = _limited(detik) if HAS_LIMITS else watched(detik, batas.memori)
    with guard:
        return attempt(function, task)


def limit_memory(batas: Batas) -> None:
    """Let the system refuse this process more memory than the limit, where it can."""
    if not HAS_LIMITS:
        return
    import resource  # noqa: PLC0415 - the module does not exist on Windows

    size = batas.memori * MEBIBYTE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


@contextmanager
def _limited(seconds: int | None) -> Iterator[None]:
    """Let the system end this process after so much processor time, also inside compiled code."""
    if seconds is None:
        yield
        return
    import resource  # noqa: PLC0415 - as above

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


@contextmanager
def watched(
    seconds: int | None, memory: int, *, end: Callable[[int], object] = os._exit
) -> Iterator[None]:
    """Watch this process from a thread, and end it beyond a limit.

    Args:
        seconds: Processor time from now on; None for any.
        memory: Mebibytes that it may occupy.
        end: Ends the process with an exit code.
    """
    done, start, me = threading.Event(), time.process_time(), psutil.Process()

    def look() -> None:
        while not done.wait(LOOK_SECONDS):
            if seconds is not None and time.process_time() - start > seconds:
                end(EXIT_TIME)
            if me.memory_info().rss > memory * MEBIBYTE:
                end(EXIT_MEMORY)

    watchdog = threading.Thread(target=look, daemon=True)
    watchdog.start()
    try:
        yield
    finally:
        done.set()
        watchdog.join()


def kind_of_end(exit_code: int) -> str:
    """Tell from how a worker ended which limit it went beyond, if any."""
    if exit_code == EXIT_TIME or exit_code == -getattr(signal, "SIGXCPU", 0):
        return WAKTU
    return MEMORI if exit_code == EXIT_MEMORY else "mati"


def fault_issue(file: str, failure: Failure, batas: Batas) -> Issue:
    """Say that one file went beyond a limit, or that our own fault cost it."""
    if failure.kind == WAKTU:
        size, limit = "pemeriksaannya terlalu lama", f"{batas.detik} detik kerja komputer"
    elif failure.kind == MEMORI:
        size, limit = "pemeriksaannya terlalu banyak memakai memori", f"{batas.memori} MB"
    else:
        return make_issue(IssueCode.SIS_01, Place(file), acuan=failure.reference)
    return make_issue(IssueCode.BRK_08, Place(file), ukuran=size, batas=limit)
