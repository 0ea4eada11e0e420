"""Tasks that fail in every way; in a module of their own, so that workers can import them."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinerja_xlsx.run.executor import PoolExecutor, parent_is_gone


@dataclass(frozen=True, slots=True)
class Task:
    """A number, or a way to fail."""

    number: int
    way: str = ""

    @property
    def label(self) -> str:
        return f"tugas {self.number}"


class StubbornError(Exception):
    """Cannot be unpickled: its arguments are not those of its constructor."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def double(task: Task) -> int:
    """Double the number, or fail as asked."""
    if task.way:
        _WAYS[task.way]()
    return 2 * task.number


def busy(seconds: int) -> int:
    """Use so many seconds of processor time."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return seconds


def _fail() -> None:
    raise ValueError("197503032000031003")


def _fail_stubbornly() -> None:
    raise StubbornError("satu", "dua")


def _exhaust() -> None:
    raise MemoryError


def _be_odd() -> None:
    raise OSError("tanpa nomor")


def _panic() -> None:
    raise BaseException("panic")  # noqa: TRY002 - what a compiled library raises


def _fill_disk() -> None:
    raise OSError(errno.ENOSPC, "penuh", "rekap.xlsx")


_WAYS: dict[str, Callable[[], object]] = {
    "mati": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "gugur": os.abort,
    "keluar": lambda: os._exit(3),
    "macet": lambda: time.sleep(3600),
    "sibuk": lambda: hashlib.pbkdf2_hmac("sha256", b"a", b"b", 1_000_000_000),
    "habis": _exhaust,
    "rakus": lambda: bytearray(64 * 1024**3),
    "galat": _fail,
    "bandel": _fail_stubbornly,
    "aneh": _be_odd,
    "panik": _panic,
    "penuh": _fill_disk,
}


def pid_of(number: int) -> int:
    """Tell who works, slowly enough for two workers to share."""
    del number
    time.sleep(0.2)
    return os.getpid()


def orphaned(number: int) -> bool:
    """Tell whether the run is dead."""
    del number
    return parent_is_gone()


def unsendable(number: int) -> Callable[[], int]:
    """Give a result that cannot cross to the driver."""
    return lambda: number


def stay(folder: Path) -> None:
    """Leave a mark with the worker's number, then never end."""
    (folder / f"{os.getpid()}.pid").touch()
    time.sleep(3600)


def drive(folder: Path) -> None:
    """Be a run of one worker that never ends; for a process of its own."""
    with PoolExecutor(1) as executor:
        list(executor.run(stay, [folder]))


if __name__ == "__main__":
    drive(Path(sys.argv[1]))
