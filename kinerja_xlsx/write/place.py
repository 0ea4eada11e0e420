"""Putting an output in place: the old file or the new one, never a half."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

TEMP_PREFIX: Final = ".~"
TEMP_SUFFIX: Final = ".tmp"


HELD_CODES: Final = frozenset({5, 32, 33})
"""Windows' codes for a file that another program has open: Excel, a virus scanner, OneDrive."""
HELD_PAUSES: Final = (0.1, 0.3, 0.6, 1.5)
"""Seconds before a held file is tried again; a scanner is done by then, a person is not."""
_BESIDE: Final = ".BARU"


class HeldOutputError(OSError):
    """Another program holds the output, which cannot be replaced now; the old one stays."""


class DamagedOutputError(Exception):
    """A finished workbook whose parts do not match their checksums; a fault of ours."""


def verify_zip(data: bytes) -> None:
    """Check every part of a finished workbook against its checksum.

    Raises:
        DamagedOutputError: A part is damaged or the package cannot be opened.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            damaged = package.testzip()
    except zipfile.BadZipFile as error:
        raise DamagedOutputError(str(error)) from error
    if damaged is not None:
        raise DamagedOutputError(damaged)


def place(path: Path, data: bytes) -> str:
    """Write bytes beside their place, flush them to disk, then move them into place.

    Args:
        path: Final path; its folder is made when absent.
        data: The whole content.

    Returns:
        The SHA-256 of the content.

    Raises:
        HeldOutputError: Another program holds the target.
        OSError: The disk is full, or the target is read-only. It names the target; the old file
            is untouched and no temp file remains.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temp = path.with_name(f"{TEMP_PREFIX}{path.name}.{os.getpid()}{TEMP_SUFFIX}")
    try:
        with os.fdopen(os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(temp, path)
    except OSError as error:
        _discard(temp)
        # People look for the file they know, never for the one that stood in for it.
        kind = HeldOutputError if is_held(error) else OSError
        raise kind(error.errno, error.strerror, str(path)) from error
    except BaseException:
        _discard(temp)
        raise
    _sync_folder(path.parent)
    return hashlib.sha256(data).hexdigest()


def beside(path: Path) -> Path:
    """Name the place beside an output that another program holds."""
    return path.with_name(f"{path.stem}{_BESIDE}{path.suffix}")


def is_held(error: OSError) -> bool:
    """Tell whether the system refused a file because another program has it open."""
    return getattr(error, "winerror", None) in HELD_CODES


def _replace(temp: Path, path: Path) -> None:
    """Move a file into place, and wait a little for a program that holds the old one."""
    for pause in HELD_PAUSES:
        try:
            temp.replace(path)
        except OSError as error:
            if not is_held(error):
                raise
            time.sleep(pause)
        else:
            return
    temp.replace(path)


def _discard(temp: Path) -> None:
    with contextlib.suppress(OSError):
        temp.unlink()


def _sync_folder(folder: Path) -> None:
    """Flush the folder entry where the system can; the new file is in its place already."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network folders refuse this; that is no reason to call the output a failure.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
