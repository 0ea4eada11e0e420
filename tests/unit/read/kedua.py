"""The second road for reading: openpyxl beside ours, cell by cell, each difference by its kind."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read import take_snapshot
from kinerja_xlsx.read.cells import SheetCells, read_cells
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.read.workbook import read_workbook

if TYPE_CHECKING:
    from openpyxl.cell import Cell

    from kinerja_xlsx.model.submission import CellValue

SAME = "sama"
EXPLAINED = frozenset(
    {
        "galat",  # we keep what kind of error it is beside a blank value
        "tanggal di luar kalender",  # openpyxl says #VALUE!, we keep the number
        "huruf kendali",  # `_x000D_` is a carriage return in the file format
        "spasi tepi",  # edge spaces of an inline text that does not ask to keep them
        "alamat tautan",  # openpyxl shows the target of a link on a cell without a value
        "tanpa kolom",  # a chart sheet has no cells, and openpyxl leaves out a dialog sheet
    }
)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Compared(NamedTuple):
    """What comparing one file came to: why it was not compared, or differences by kind."""

    skipped: str
    kinds: Mapping[str, int]
    unexplained: tuple[str, ...]


def compare(path: Path) -> Compared:
    """Read a workbook on both roads and sort every cell by how they agree."""
    try:
        ours = _ours(path)
    except UnreadableFileError as error:
        return Compared(error.code.value, {}, ())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = load_workbook(path, data_only=True)
    except Exception as error:  # noqa: BLE001 - whatever the other reader stumbles over
        return Compared(f"openpyxl: {type(error).__name__}", {}, ())
    kinds: Counter[str] = Counter()
    unexplained: list[str] = []
    for name, cells in ours.items():
        sheet: Any = theirs[name] if name in theirs.sheetnames else None
        if not hasattr(sheet, "iter_rows"):
            kinds["tanpa kolom"] += 1
            continue
        other = {
            (cell.row, cell.column): cell
            for row in sheet.iter_rows()
            for cell in row
            if cell.value not in {None, ""}
        }
        mine = {
            (row, column): value
            for row, values in enumerate(cells.values, start=1)
            for column, value in enumerate(values, start=1)
            if value not in {None, ""}
        }
        for at in mine.keys() | other.keys():
            kind = _kind(mine.get(at), other.get(at))
            kinds[kind] += 1
            if kind != SAME and kind not in EXPLAINED:
                unexplained.append(f"{name} {at}: {kind}")
    return Compared("", dict(kinds), tuple(unexplained))


def _ours(path: Path) -> dict[str, SheetCells]:
    data = take_snapshot(path, path.name).data
    require_package(data)
    with Package(data) as package:
        workbook = read_workbook(package)
        wanted = [(sheet.name, sheet.part) for sheet in workbook.sheets if sheet.part]
        cells = read_cells(package, workbook, wanted)
    return {name: one for (name, _), one in zip(wanted, cells, strict=True)}


def _kind(ours: CellValue, cell: Cell | None) -> str:
    theirs = None if cell is None else cell.value
    if _same(ours, theirs):
        return SAME
    if cell is not None and cell.data_type == "e":
        return "galat" if ours is None else "tanggal di luar kalender"
    if isinstance(theirs, str):
        return _kind_of_text("" if ours is None else ours, theirs, cell)
    return f"{type(ours).__name__} {ours!r} / {type(theirs).__name__} {theirs!r}"[:120]


def _kind_of_text(ours: Any, theirs: str, cell: Cell | None) -> str:
    unescaped = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), theirs)
    if ours in {unescaped, unescaped.replace("\n", "\r\n")}:
        return "huruf kendali"
    if isinstance(ours, str) and ours.strip() == theirs.strip():
        return "spasi tepi"
    if ours == "" and cell is not None and cell.hyperlink is not None:
        return "alamat tautan"
    return f"{ours!r} / {theirs!r}"[:120]


def _same(ours: CellValue, theirs: object) -> bool:
    """Compare values; a day is its midnight, and whole numbers are numbers."""
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return ours == theirs
    left, right = _moment(ours), _moment(theirs)
    if left is not None and right is not None:
        return left == right
    return ours == theirs


def _moment(value: object) -> datetime | clock | timedelta | None:
    if isinstance(value, datetime | clock | timedelta):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a cell has no zone
    return None
