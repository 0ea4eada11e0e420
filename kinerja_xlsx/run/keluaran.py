"""Putting what a run makes in place, each output whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kinerja_xlsx.model.result import Output
from kinerja_xlsx.read import count_people
from kinerja_xlsx.run.executor import parent_is_gone
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.write.place import (
    DamagedOutputError,
    HeldOutputError,
    beside,
    place,
    verify_zip,
)


class OrphanedError(Exception):
    """The run that this worker belongs to has died; nothing may be replaced any more."""


def verify_people(data: bytes, sheet: str, expected: int) -> bytes:
    """Check the control total of a finished workbook: all people are in its list, read anew.

    Args:
        data: The workbook.
        sheet: The sheet that lists them.
        expected: How many there must be.

    Returns:
        The same workbook.

    Raises:
        DamagedOutputError: Someone is missing, or one too many is there; a fault of ours.
    """
    found = count_people(data, sheet)
    if found != expected:
        raise DamagedOutputError(f"{sheet}: {found} of {expected}")
    return data


def put_workbook(workspace: Workspace, path: Path, data: bytes) -> Output:
    """Check a finished workbook, then put it in place, or beside an old one that is held.

    Raises:
        DamagedOutputError: It is damaged; a fault of ours.
        OrphanedError: This is a worker whose run has died.
        OSError: It cannot be written, not even beside the old one, which stays.
    """
    verify_zip(data)
    return put_output(workspace, path, data)


def put_output(workspace: Workspace, path: Path, data: bytes) -> Output:
    """Put a finished output in place, or beside an old one that is held.

    Raises:
        OrphanedError: This is a worker whose run has died.
        OSError: It cannot be written, not even beside the old one, which stays.
    """
    if parent_is_gone():
        raise OrphanedError
    try:
        return Output(workspace.relative(path), place(path, data))
    except HeldOutputError:
        other = beside(path)
        return Output(workspace.relative(other), place(other, data), workspace.relative(path))


def put_file(path: Path, data: bytes) -> str:
    """Put bytes in place and return their hash.

    Raises:
        OSError: They cannot be written; it names the output, and the old one stays.
    """
    return place(path, data)
