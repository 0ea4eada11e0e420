"""Whether a workbook has arrived whole: its directory, which comes last, can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.snapshot import take_snapshot
from kinerja_xlsx.read.sniff import require_package

if TYPE_CHECKING:
    from pathlib import Path


def is_whole(path: Path) -> bool:
    """Tell whether a file is a zip package with its directory; nothing is inflated."""
    try:
        snapshot = take_snapshot(path, path.name)
        require_package(snapshot.data)
        with Package(snapshot.data):
            return True
    except UnreadableFileError:
        return False
