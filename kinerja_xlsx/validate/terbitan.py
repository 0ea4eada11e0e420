"""What came back against what the template was issued with: a second look, never a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.submission import CellValue, RawSheet, Submission
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import SheetRow, column_by_field
from kinerja_xlsx.spec.terbitan import (
    RENCANA_FIELDS,
    RENCANA_KEY,
    RENCANA_ROW_KEY,
    ROSTER_FIELDS,
    ROSTER_KEY,
    ROSTER_ROW_KEY,
    ChangedCell,
    StampDifference,
    compare_stamp,
    is_stamp,
    join_stamp,
)
from kinerja_xlsx.validate.shown import count_text, show

_SHOWN: Final = 5
_VALUE_LETTERS: Final = 60
_NAMA: Final = "nama"
_ROSTER_REMEDY: Final = (
    "Periksa apakah perubahan itu memang dimaksud, dan beri tahu BKPSDM agar daftar induknya ikut."
)
_RENCANA_REMEDY: Final = (
    "Periksa apakah perubahan itu memang dimaksud. Bila rencananya berubah, kirim ulang SKP."
)
_DAMAGED: Final = "penanda isi yang diterbitkan tidak utuh lagi"
_DAMAGED_REMEDY: Final = (
    "Tidak perlu dikirim ulang. Lain kali pakai templat dari BKPSDM, tanpa mengubah lembar "
    "yang tersembunyi."
)


@dataclass(frozen=True, slots=True)
class _Change:
    """A cell that was changed: where, and what it holds now and held before, as people read it."""

    row: int
    heading: str
    now: str
    before: str

    @property
    def text(self) -> str:
        """Say it within a list of changes of the same row."""
        before = f", semula «{self.before}»" if self.before else ""
        return f"{self.heading} {f'«{self.now}»' if self.now else 'dikosongkan'}{before}"


def check_roster_issued(submission: Submission, settings: Settings | None) -> tuple[Issue, ...]:
    """Compare the rows of `Pegawai` with those that the template arrived with (BRK-17).

    Args:
        submission: As read.
        settings: They know the people: they say themselves whose name differs, who is missing and
            who is not theirs, so only the other cells are looked at here. What the office has
            come to write as the unit does is no change any more.
    """
    if not _has_sound_stamps(submission):
        place = Place(submission.file)
        return (make_issue(IssueCode.BRK_17, place, rincian=_DAMAGED, saran=_DAMAGED_REMEDY),)
    found = _compare(submission, PegawaiRow, ROSTER_KEY, fields=ROSTER_FIELDS, key=ROSTER_ROW_KEY)
    if found is None:
        return ()
    sheet, difference = found
    changes = tuple(_roster_changes(sheet, difference, settings))
    if settings is not None:
        difference = StampDifference((), (), 0)
    parts = tuple(_parts(changes, len(difference.added), difference.removed))
    return _issue(submission, sheet, parts, remedy=_ROSTER_REMEDY)


def check_plan_issued(submission: Submission) -> tuple[Issue, ...]:
    """Compare planned rows of `Hasil Kerja` with those that the template arrived with (BRK-17).

    Further rows are the unit's own. Where the plan itself lies in `input/`, LTS-13 says more.
    """
    found = _compare(
        submission, HasilKerjaRow, RENCANA_KEY, fields=RENCANA_FIELDS, key=RENCANA_ROW_KEY
    )
    if found is None:
        return ()
    sheet, difference = found
    changes = tuple(
        _change(sheet, position, one.field) for position, one in _changed_cells(sheet, difference)
    )
    parts = tuple(_parts(changes, 0, difference.removed))
    return _issue(submission, sheet, parts, remedy=_RENCANA_REMEDY)


def _has_sound_stamps(submission: Submission) -> bool:
    meta = submission.meta or {}
    stamps = ((ROSTER_KEY, ROSTER_FIELDS), (RENCANA_KEY, RENCANA_FIELDS))
    return all(is_stamp(join_stamp(key, meta), len(fields)) for key, fields in stamps)


def _compare(
    submission: Submission,
    model: type[SheetRow],
    stamp: str,
    *,
    fields: Sequence[str],
    key: Sequence[str],
) -> tuple[RawSheet, StampDifference] | None:
    sheet = next((one for one in submission.sheets if one.key == model.sheet), None)
    issued = join_stamp(stamp, submission.meta or {})
    if sheet is None or not issued:
        return None
    difference = compare_stamp(issued, list(_cells(sheet)), key=key, fields=fields)
    return None if difference is None else (sheet, difference)


def _cells(sheet: RawSheet) -> Iterator[Mapping[str, CellValue]]:
    names = [column.field for column in sheet.columns]
    for row in sheet.rows:
        yield {
            name: value for name, value in zip(names, row.values, strict=True) if name is not None
        }


def _changed_cells(
    sheet: RawSheet, difference: StampDifference
) -> Iterator[tuple[int, ChangedCell]]:
    """Walk the changed cells; of a column that is not there, its absence is said already."""
    there = {column.field for column in sheet.columns}
    for position, differing in difference.changed:
        yield from ((position, one) for one in differing if one.field in there)


def _roster_changes(
    sheet: RawSheet, difference: StampDifference, settings: Settings | None
) -> Iterator[_Change]:
    """List the changed cells of `Pegawai` that nothing else speaks of."""
    cells = list(_cells(sheet))
    for position, one in _changed_cells(sheet, difference):
        listed = _listed(settings, cells[position].get("nip"), one.field)
        is_said = settings is not None and one.field == _NAMA
        if not is_said and cells[position].get(one.field) not in listed:
            before = next(filter(one.was, listed), "")
            yield _change(sheet, position, one.field, before=before)


def _listed(settings: Settings | None, nip: CellValue, field: str) -> tuple[str, ...]:
    """List what the roster says today of a person, as its cells show it."""
    if settings is None or not isinstance(nip, str):
        return ()
    found = (getattr(row, field) for row in settings.roster if row.nip == nip)
    values = (value.value if isinstance(value, Enum) else value for value in found)
    return tuple(str(value) for value in values if value is not None)


def _change(sheet: RawSheet, position: int, field: str, *, before: str = "") -> _Change:
    row = sheet.rows[position]
    at = next(at for at, column in enumerate(sheet.columns) if column.field == field)
    model = PegawaiRow if sheet.key == PegawaiRow.sheet else HasilKerjaRow
    now = row.values[at]
    return _Change(
        row=row.number,
        heading=column_by_field(model, field).heading,
        now="" if now is None else _short(show(now)),
        before=_short(before),
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _VALUE_LETTERS else f"{text[: _VALUE_LETTERS - 1]}…"


def _parts(changes: Sequence[_Change], added: int, removed: int) -> Iterator[str]:
    named = [
        f"baris {number} kolom {', '.join(change.text for change in of_row)}"
        for number, of_row in groupby(changes, key=lambda change: change.row)
    ]
    yield from named[:_SHOWN]
    if len(named) > _SHOWN:
        yield f"dan {count_text(len(named) - _SHOWN)} baris lain"
    if added:
        yield f"{count_text(added)} baris ditambahkan"
    if removed:
        yield f"{count_text(removed)} baris dihapus"


def _issue(
    submission: Submission, sheet: RawSheet, parts: Sequence[str], *, remedy: str
) -> tuple[Issue, ...]:
    if not parts:
        return ()
    return (
        make_issue(
            IssueCode.BRK_17,
            Place(submission.file, sheet.name),
            rincian=f"isi lembar {sheet.name} tidak seperti saat diterbitkan ({'; '.join(parts)})",
            saran=remedy,
        ),
    )
