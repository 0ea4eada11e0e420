"""The hidden mark of a workbook alone: which template it is, before its sheets are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.form import read_meta
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.tabs import sort_tabs
from kinerja_xlsx.read.workbook import read_workbook
from kinerja_xlsx.spec.book import ISIAN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja_xlsx.read.snapshot import Snapshot


def read_mark(snapshot: Snapshot) -> Mapping[str, str] | None:
    """Read keys and values of the hidden sheet `_meta`; None where there is none.

    Args:
        snapshot: The bytes of the workbook.

    Raises:
        UnreadableFileError: The bytes are no workbook, whole and sound.
    """
    require_package(snapshot.data)
    with Package(snapshot.data) as package:
        workbook = read_workbook(package)
        tab = sort_tabs(workbook, ISIAN).meta
        if tab is None:
            return None
        (cells,) = read_cells(package, workbook, [(tab.name, tab.part)])
    return read_meta(cells)
