"""Clocks around the phases of a task, put up in every worker that imports this module."""

from __future__ import annotations

import importlib
import json
import os
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Final

FOLDER: Final = "KINERJA_BENCHMARK_FOLDER"
"""Environment variable: the folder into which each worker writes its seconds."""
READING: Final = "reading"
CHECKING: Final = "checking"
SCORING: Final = "scoring"
WRITING: Final = "writing"
KEEPING: Final = "keeping between phases"
AROUND: Final = "around the phases"
_CALLS: Final = (
    # module that calls it, name there, phase; a call inside another phase interrupts that one
    ("periksa_berkas", "take_snapshot", READING),
    ("periksa_berkas", "read_submission", READING),
    ("periksa_berkas", "read_mark", READING),
    ("periksa_berkas", "check_isian", CHECKING),
    ("periksa_berkas", "check_skp", CHECKING),
    ("periksa_berkas", "accept_proposals", CHECKING),
    ("periksa_berkas", "check_roster_issued", CHECKING),
    ("periksa_berkas", "group_issues", CHECKING),
    ("periksa_berkas", "keys_of", CHECKING),
    ("periksa_berkas", "write_spill", KEEPING),
    ("periksa_berkas", "read_settings", KEEPING),
    ("buat_unit", "read_settings", KEEPING),
    ("nilai_unit", "read_both", KEEPING),
    ("nilai_unit", "read_plan", KEEPING),
    ("sejarah_unit", "read_checked", KEEPING),
    ("nilai_unit", "compare_with_plan", CHECKING),
    ("nilai_unit", "find_absent", CHECKING),
    ("nilai_unit", "check_plan_issued", CHECKING),
    ("buat_unit", "score_unit", SCORING),
    ("buat_unit", "unit_line", SCORING),
    ("buat_unit", "_write", WRITING),
)
_TASKS: Final = (("periksa_berkas", "check_file"), ("buat_unit", "build_unit"))
Function = Callable[..., Any]


class Clocks:
    """Adds up CPU seconds by phase; one phase runs at a time, and one inside another stops it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running: list[str] = []
        self._since = 0.0

    def around(self, phase: str, function: Function) -> Function:
        """Charge what a function costs to a phase."""

        @wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            self._charge()
            self._running.append(phase)
            try:
                return function(*arguments, **named)
            finally:
                self._charge()
                self._running.pop()

        return timed

    def telling(self, folder: Path, function: Function) -> Function:
        """Write the seconds of this process down whenever a task has ended."""
        timed = self.around(AROUND, function)

        @wraps(function)
        def told(*arguments: Any) -> Any:
            try:
                return timed(*arguments)
            finally:
                (folder / f"{os.getpid()}.json").write_text(json.dumps(self.seconds))

        return told

    def _charge(self) -> None:
        now = time.process_time()
        if self._running:
            phase = self._running[-1]
            self.seconds[phase] = self.seconds.get(phase, 0.0) + now - self._since
        self._since = now


def put_up(clocks: Clocks, folder: Path) -> None:
    """Put a clock around every call of a phase, and let each task tell."""
    for name, attribute, phase in _CALLS:
        module = importlib.import_module(f"kinerja_xlsx.run.{name}")
        setattr(module, attribute, clocks.around(phase, getattr(module, attribute)))
    for name, attribute in _TASKS:
        module = importlib.import_module(f"kinerja_xlsx.run.{name}")
        setattr(module, attribute, clocks.telling(folder, getattr(module, attribute)))


if FOLDER in os.environ:
    put_up(Clocks(), Path(os.environ[FOLDER]))
