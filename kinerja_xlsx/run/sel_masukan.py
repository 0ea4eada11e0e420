"""The cells that a person's figures come from: as typed, and as what they were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.penjelasan import SelMasukan
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.model.submission import RawRow, RawSheet, Submission
from kinerja_xlsx.run.muat_unit import Line
from kinerja_xlsx.run.spill import read_both
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.spec.penugasan import Checked, Penugasan, Placed
from kinerja_xlsx.validate import show

_Row = tuple[str, int]
"""Sheet as the file names it, and row."""
_BLANK: Final = "kosong"
_IN_FILE: Final = " › "
"""Between the file and the cell, where a step names a cell of another file."""


def own_cells(line: Line) -> Iterator[SelMasukan]:
    """List the filled cells of the person's rows, in the order of the sheets."""
    yield from _cells_of(line.file.checked, line.file.submission, line.index)


def other_cells(task: UnitTask, steps: Sequence[Step], nip: str) -> Iterator[SelMasukan]:
    """List the cells of other files that steps name, such as those of the months of a quarter."""
    wanted = {address for step in steps for address in step.cells if _IN_FILE in address}
    files = {address.partition(_IN_FILE)[0] for address in wanted}
    spills = {taken.spill: None for period in task.earlier.values() for taken in period}
    for spill in spills if wanted else ():
        checked, submission = read_both(spill)
        if checked.file not in files:
            continue
        for index, subject in enumerate(checked.subjects):
            if subject.nip == nip:
                cells = _cells_of(checked, submission, index)
                yield from (cell for cell in cells if cell.full_address in wanted)


def _cells_of(checked: Checked, submission: Submission, index: int) -> Iterator[SelMasukan]:
    own = {(record.sheet, record.number) for record in checked.rows if record.subject == index}
    penugasan = checked.subjects[index].penugasan
    read = {} if penugasan is None else _by_row(penugasan)
    for sheet in submission.sheets:
        for row in sheet.rows:
            if (sheet.key, row.number) in own:
                placed = read.get((sheet.name, row.number))
                yield from _of_row(checked.file, sheet, row, placed=placed)


def _by_row(penugasan: Penugasan) -> Mapping[_Row, Placed[Any]]:
    """Find the strict row of each row of an assignment whose rows are all sound."""
    rows: list[Placed[Any] | None] = [
        penugasan.pegawai,
        *penugasan.indikator,
        penugasan.penilaian,
        penugasan.kehadiran,
        *penugasan.kegiatan,
    ]
    return {(row.sheet, row.number): row for row in rows if row is not None}


def _of_row(
    file: str, sheet: RawSheet, row: RawRow, *, placed: Placed[Any] | None
) -> Iterator[SelMasukan]:
    fields = {} if placed is None else {at: field for field, at in placed.columns.items()}
    for column, value in zip(sheet.columns, row.values, strict=True):
        if value is None:
            continue
        place = Place(file, sheet.name, row.number, column.column, column.heading)
        field = fields.get(column.column)
        read = "" if field is None or placed is None else _as_read(getattr(placed.row, field))
        typed = show(value)
        yield SelMasukan(place, typed, "" if read == typed else read)


def _as_read(value: object) -> str:
    """Write a strict value as a person reads it."""
    match value:
        case Decimal() | int():
            return format_number(Decimal(value))
        case date() | time() | str() | None:
            return show(value) or _BLANK
        case tuple():
            return "; ".join(map(_as_read, value))
        case _:
            return str(getattr(value, "value", value))
