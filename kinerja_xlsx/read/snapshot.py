"""The bytes of one file, read once, and the names of files that are never read at all."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.read.refuse import too_big

if TYPE_CHECKING:
    from os import stat_result
    from pathlib import Path

MEBIBYTE: Final = 1 << 20
MAX_BYTES: Final = 64 * MEBIBYTE

_SYSTEM_NAMES: Final = frozenset(
    {
        ".directory",
        ".ds_store",
        ".gitignore",
        ".gitkeep",
        ".localized",
        "desktop.ini",
        "ehthumbs.db",
        "icon\r",
        "thumbs.db",
    }
)
_SYSTEM_ENDING: Final = ":zone.identifier"
_MAC_FORK: Final = "._"
_OFFICE_LOCK: Final = "~$"
_DOT_LOCK: Final = ".~"
_TEMP_ENDING: Final = ".tmp"
_PARTIAL_ENDINGS: Final = (_TEMP_ENDING, ".crdownload", ".part", ".partial", ".download")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One file as it was when it was read.

    Attributes:
        name: Path below `input/`, with `/`.
        data: All its bytes.
        sha256: Hash of the bytes.
        size: Number of bytes.
    """

    name: str
    data: bytes = field(repr=False)
    sha256: str
    size: int


RETRY_PAUSES: Final = (0.1, 0.3, 0.6)
"""Seconds before a held file is tried again; a program that saves it is done by then."""


def is_system_file(name: str) -> bool:
    """Tell whether a file is the system's or our own leftover, to be skipped without a word.

    Args:
        name: File name without folders.
    """
    folded = name.casefold()
    is_ours = folded.startswith(_DOT_LOCK) and folded.endswith(_TEMP_ENDING)
    return (
        is_ours
        or folded in _SYSTEM_NAMES
        or folded.endswith(_SYSTEM_ENDING)
        or folded.startswith(_MAC_FORK)
    )


def is_lock_file(name: str) -> bool:
    """Tell whether an office program or a browser made the file while another is in use.

    Args:
        name: File name without folders.
    """
    folded = name.casefold()
    if is_system_file(name):
        return False
    return folded.startswith((_OFFICE_LOCK, _DOT_LOCK)) or folded.endswith(_PARTIAL_ENDINGS)


def take_snapshot(path: Path, name: str) -> Snapshot:
    """Read all bytes of a file once.

    Args:
        path: The file.
        name: Its path below `input/`, with `/`.

    Raises:
        UnreadableFileError: The file is held by another program (BRK-06), empty (BRK-07), too
            big (BRK-08), or changed while it was being read (BRK-16).
    """
    for pause in (*RETRY_PAUSES, None):
        try:
            data = _read_once(path)
        except FileNotFoundError as error:
            raise UnreadableFileError(IssueCode.BRK_16) from error
        except OSError as error:
            if pause is None or path.is_dir():
                raise UnreadableFileError(IssueCode.BRK_06) from error
            time.sleep(pause)
        else:
            break
    return Snapshot(name, data, hashlib.sha256(data).hexdigest(), len(data))


def _read_once(path: Path) -> bytes:
    before = path.stat()
    _check_size(before.st_size)
    data = path.read_bytes()
    after = path.stat()
    if _mark(before) != _mark(after) or len(data) != after.st_size:
        raise UnreadableFileError(IssueCode.BRK_16)
    return data


def _check_size(size: int) -> None:
    if size == 0:
        raise UnreadableFileError(IssueCode.BRK_07)
    if size > MAX_BYTES:
        raise too_big(format_size(size), format_size(MAX_BYTES))


def _mark(status: stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def format_size(size: int) -> str:
    """Write a number of bytes as people read it, such as `64 MB`."""
    return f"{format_number(round(Decimal(size) / MEBIBYTE, 1))} MB"
