"""Checking and writing that fail on one file or unit only; workers import this module."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from kinerja_xlsx.run.banding import results_of
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.diagnosa.cari import CariOutcome, CariTask, search_file
from kinerja_xlsx.run.periksa_berkas import CheckTask, FileOutcome, check_file
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.spec.banding import HasilKita

POISON = "RSU"


def check_or_die(task: CheckTask) -> FileOutcome:
    """Check a file; the worker dies over the poisonous one."""
    _unless_sound(task.name, _die)
    return check_file(task)


def check_or_fail(task: CheckTask) -> FileOutcome:
    """Check a file; our own fault lies in the poisonous one."""
    _unless_sound(task.name, _fail)
    return check_file(task)


def check_or_hang(task: CheckTask) -> FileOutcome:
    """Check a file; the worker never ends over the poisonous one."""
    _unless_sound(task.name, lambda: time.sleep(3600))
    return check_file(task)


def check_or_exhaust(task: CheckTask) -> FileOutcome:
    """Check a file; the poisonous one takes more memory than there is."""
    _unless_sound(task.name, lambda: bytearray(64 * 1024**3))
    return check_file(task)


def build_and_die(task: UnitTask) -> UnitOutcome:
    """Write a unit; the worker dies after it has written the poisonous one."""
    outcome = build_unit(task)
    _unless_sound(task.unit, _die)
    return outcome


def score_or_fail(task: UnitTask) -> tuple[HasilKita, ...]:
    """Score a unit for a comparison; our own fault lies in the poisonous one."""
    _unless_sound(task.unit, _fail)
    return results_of(task)


def search_or_die(task: CariTask) -> CariOutcome:
    """Look for a person in a file; the worker dies over the poisonous one."""
    _unless_sound(task.name, _die)
    return search_file(task)


def _unless_sound(name: str, happen: Callable[[], object]) -> None:
    if POISON in name:
        happen()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise RuntimeError("197503032000031003")
