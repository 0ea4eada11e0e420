"""Where a NIP stands in a workbook of any kind: every sheet, also those that no template knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.data_orang import LembarJejak
from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.workbook import WORKBOOK, read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinerja_xlsx.model.submission import CellValue
    from kinerja_xlsx.read.snapshot import Snapshot
    from kinerja_xlsx.read.values import Rows

_SEPARATORS: Final = re.compile(r"[\s.,'`\"\u00b4\u2010-\u2015\u2018-\u201f-]+")
_KEPT: Final = 15
"""Digits that a spreadsheet keeps of a number."""
_BETWEEN: Final = rb"[^0-9<>]{0,9}"
_OTHER: Final = "komentar atau bagian lain"
_SHEETS: Final = "xl/worksheets/"
_TOLD: Final = frozenset({"xl/sharedstrings.xml", WORKBOOK, "docprops/app.xml"})
"""Parts with the texts of cells and the names of sheets, which are told anyway."""


def find_nip(snapshot: Snapshot, nip: str, *, is_ours: bool) -> tuple[LembarJejak, ...]:
    """List the sheets and rows that name a person.

    Args:
        snapshot: The bytes of the workbook.
        nip: Eighteen digits.
        is_ours: The program made it; its bytes then tell at once whether it need be read.

    Raises:
        UnreadableFileError: The bytes are no workbook, whole and sound.
    """
    require_package(snapshot.data)
    with Package(snapshot.data) as package:
        workbook = read_workbook(package)
        if is_ours and not _may_hold(package, nip):
            return ()
        wanted = [
            (tab.name, tab.part)
            for tab in workbook.sheets
            if tab.part is not None and tab.part in package
        ]
        sheets = read_cells(package, workbook, wanted)
        found = [
            _in_sheet(name, cells.values, nip)
            for (name, _), cells in zip(wanted, sheets, strict=True)
        ]
        if _stands_elsewhere(package, nip):
            found.append(LembarJejak(_OTHER, ()))
    return tuple(one for one in found if one is not None)


def has_nip(text: str, nip: str) -> bool:
    """Tell whether a text names a NIP, in whatever grouping of its digits."""
    return nip in text or nip in _SEPARATORS.sub("", text)


def _may_hold(package: Package, nip: str) -> bool:
    """Tell whether any part could name the person: digits in any grouping, also as a number."""
    pattern = re.compile(_BETWEEN.join(digit.encode() for digit in nip[:_KEPT]))
    return any(pattern.search(package.read(name)) for name in package.names)


def _stands_elsewhere(package: Package, nip: str) -> bool:
    """Tell whether a part that holds no cells names the person: a comment, a property."""
    return any(
        nip.encode() in package.read(name)
        for name in package.names
        if not name.startswith(_SHEETS) and name not in _TOLD
    )


def _in_sheet(name: str, values: Rows, nip: str) -> LembarJejak | None:
    sure: list[int] = []
    doubtful: list[int] = []
    for number, row in enumerate(values, start=1):
        if any(isinstance(value, str) and has_nip(value, nip) for value in row):
            sure.append(number)
        elif any(_begins_alike(value, nip) for value in _numbers(row)):
            doubtful.append(number)
    if sure or doubtful or has_nip(name, nip):
        return LembarJejak(name, tuple(sure), tuple(doubtful))
    return None


def _numbers(row: Sequence[CellValue]) -> Iterator[float]:
    return (value for value in row if isinstance(value, float | int))


def _begins_alike(value: float, nip: str) -> bool:
    """Tell whether a number can be what is left of the NIP: its last digits are gone."""
    lost = int(10 ** (len(nip) - _KEPT))
    return value >= lost and int(value) // lost == int(nip) // lost
