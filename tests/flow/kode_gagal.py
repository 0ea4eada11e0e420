"""What the system or the program does wrong in a code case, told by a few words.

b.xlsx sedang dipakai           another program holds the file
b.xlsx baru saja ditutup        ... until the third try
b.xlsx masih disalin            it changes whenever it is read
b.xlsx selesai disalin          ... only the first time
program memeriksa b.xlsx        our own fault while that file is checked
program menilai DINKES          our own fault while that unit is scored
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.run import periksa_berkas, phases

if TYPE_CHECKING:
    from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome
    from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask

_ALWAYS = 1_000


@contextmanager
def failing(words: str | None) -> Iterator[None]:
    """Let it go wrong as the words say, for as long as the context is open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(periksa_berkas, "_PAUSES", (0, 0))
        if words is not None:
            _arrange(patch, words)
        yield


def _arrange(patch: pytest.MonkeyPatch, words: str) -> None:
    for pattern, arrange in _WAYS:
        match = pattern.fullmatch(words)
        if match:
            arrange(patch, match[1])
            return
    raise ValueError(f"kegagalan tidak dikenal: {words}")


def _odd_reading(
    patch: pytest.MonkeyPatch, name: str, happen: Callable[[Path], None], times: int
) -> None:
    """Let something happen whenever the bytes of one file are read, so many times."""
    read_bytes = Path.read_bytes
    left = [times]

    def read(path: Path) -> bytes:
        data = read_bytes(path)
        if path.name == name and left[0]:
            left[0] -= 1
            happen(path)
        return data

    patch.setattr(Path, "read_bytes", read)


def _deny(path: Path) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def _touch(path: Path) -> None:
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000_000))


def _break_checking(patch: pytest.MonkeyPatch, name: str) -> None:
    check_file = phases.check_file

    def check(task: CheckTask) -> FileOutcome:
        if task.name == name:
            raise RuntimeError(name)
        return check_file(task)

    patch.setattr(phases, "check_file", check)


def _break_scoring(patch: pytest.MonkeyPatch, unit: str) -> None:
    build_unit = phases.build_unit

    def build(task: UnitTask) -> UnitOutcome:
        if task.unit == unit:
            raise RuntimeError(unit)
        return build_unit(task)

    patch.setattr(phases, "build_unit", build)


_WAYS: tuple[tuple[re.Pattern[str], Callable[[pytest.MonkeyPatch, str], None]], ...] = (
    (re.compile(r"(.+) sedang dipakai"),
     lambda patch, name: _odd_reading(patch, name, _deny, _ALWAYS)),
    (re.compile(r"(.+) baru saja ditutup"),
     lambda patch, name: _odd_reading(patch, name, _deny, 2)),
    (re.compile(r"(.+) masih disalin"),
     lambda patch, name: _odd_reading(patch, name, _touch, _ALWAYS)),
    (re.compile(r"(.+) selesai disalin"),
     lambda patch, name: _odd_reading(patch, name, _touch, 1)),
    (re.compile(r"program memeriksa (.+)"), _break_checking),
    (re.compile(r"program menilai (.+)"), _break_scoring),
)  # fmt: skip
