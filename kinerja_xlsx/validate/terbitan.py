"""What came back against what the template was issued with: a second look, never a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.submission import CellValue, RawSheet, Submission
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.row import SheetRow, column_by_field
from kinerja_xlsx.spec.terbitan import (
    RENCANA_FIELDS,
    RENCANA_KEY,
    RENCANA_ROW_KEY,
    ROSTER_FIELDS,
    ROSTER_KEY,
    ROSTER_ROW_KEY,
    StampDifference,
    compare_stamp,
    join_stamp,
)
from kinerja_xlsx.validate.shown import count_text

_SHOWN: Final = 5
_ROSTER_REMEDY: Final = (
    "Periksa apakah perubahan itu memang dimaksud, dan beri tahu BKPSDM agar daftar induknya ikut."
)
_RENCANA_REMEDY: Final = (
    "Periksa apakah perubahan itu memang dimaksud. Bila rencananya berubah, kirim ulang SKP."
)


def check_roster_issued(submission: Submission, *, has_settings: bool) -> tuple[Issue, ...]:
    """Compare the rows of `Pegawai` with those that the template arrived with (BRK-17).

    Args:
        submission: As read.
        has_settings: The settings know the people: they say themselves whose name differs, who
            is missing and who is not theirs, so only the other cells are looked at here.
    """
    found = _compare(submission, PegawaiRow, ROSTER_KEY, fields=ROSTER_FIELDS, key=ROSTER_ROW_KEY)
    if found is None:
        return ()
    sheet, difference = found
    if has_settings:
        difference = _without_names(difference)
    return tuple(_issue(submission, sheet, PegawaiRow, difference, remedy=_ROSTER_REMEDY))


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
    difference = StampDifference(difference.changed, (), difference.removed)
    return tuple(_issue(submission, sheet, HasilKerjaRow, difference, remedy=_RENCANA_REMEDY))


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


def _without_names(difference: StampDifference) -> StampDifference:
    kept = (
        (position, tuple(field for field in fields if field != "nama"))
        for position, fields in difference.changed
    )
    return StampDifference(tuple((at, fields) for at, fields in kept if fields), (), 0)


def _issue(
    submission: Submission,
    sheet: RawSheet,
    model: type[SheetRow],
    difference: StampDifference,
    *,
    remedy: str,
) -> Iterator[Issue]:
    if difference:
        parts = "; ".join(_parts(sheet, model, difference))
        yield make_issue(
            IssueCode.BRK_17,
            Place(submission.file, sheet.name),
            rincian=f"isi lembar {sheet.name} tidak seperti saat diterbitkan ({parts})",
            saran=remedy,
        )


def _parts(sheet: RawSheet, model: type[SheetRow], difference: StampDifference) -> Iterator[str]:
    named = [
        f"baris {sheet.rows[position].number} kolom "
        + ", ".join(column_by_field(model, field).heading for field in fields)
        for position, fields in difference.changed
    ]
    yield from named[:_SHOWN]
    if len(named) > _SHOWN:
        yield f"dan {count_text(len(named) - _SHOWN)} baris lain"
    if difference.added:
        yield f"{count_text(len(difference.added))} baris ditambahkan"
    if difference.removed:
        yield f"{count_text(difference.removed)} baris dihapus"
