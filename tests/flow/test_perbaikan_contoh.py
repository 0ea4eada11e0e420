"""The faulty offices of the example city: told the same again, mended where marked, then sound."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.run.buat_perbaikan import next_identity
from kinerja_xlsx.run.demo import files as demo
from kinerja_xlsx.run.demo.city import make_city
from kinerja_xlsx.run.demo.draft import make_draft
from kinerja_xlsx.run.demo.faults import FAULTS
from kinerja_xlsx.run.demo.parcels import PARCELS, Parcel
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.validate import check_isian
from kinerja_xlsx.write.page import InputValue
from kinerja_xlsx.write.perbaikan import render_perbaikan
from tests.drawn import FIRST_ROW, CellInput, put
from tests.flow.geser import bytes_of
from tests.unit.write.perbaikan_drawn import request
from tests.unit.write.template_drawn import load, read_back

pytestmark = pytest.mark.slow

CITY = make_city()
FAULTY = [parcel for parcel in PARCELS if any(fault.parcel == parcel.key for fault in FAULTS)]
GONE = frozenset({IssueCode.SEL_21, IssueCode.SEL_22, IssueCode.SEL_23})
ROUNDS = 3
Told = set[tuple[str, str | None, str | None, str | None]]
Sound = dict[tuple[str, int], dict[str, InputValue]]


def sound_rows(parcel: Parcel) -> Sound:
    """Give the values that each row of the sent file had before it was spoilt."""
    draft = make_draft(CITY, parcel.unit, parcel.wanted)
    before = {id(row): dict(row.values) for rows in draft.rows.values() for row in rows}
    for fault in FAULTS:
        if fault.parcel == parcel.key:
            fault.edit.rewrite(draft)
    return {
        (sheet, number): before.get(id(row), {})
        for sheet, rows in draft.rows.items()
        for number, row in enumerate(rows, start=FIRST_ROW)
    }


def told(checked: Checked) -> Told:
    return {
        (issue.code.value, issue.place.sheet, issue.place.cell, issue.nip)
        for issue in checked.issues
        if issue.code.value[:3] in {"SEL", "BRS", "LTS"} and issue.code not in GONE
    }


def errors_of(checked: Checked) -> list[Issue]:
    return [issue for issue in checked.issues if issue.severity is Severity.GALAT]


def corrected(submission: Submission, checked: Checked) -> bytes:
    made = request(submission, *checked.issues)
    return render_perbaikan(replace(made, meta=next_identity(checked, submission)))


def mend(sent: Workbook, submission: Submission, checked: Checked, sound: Sound) -> None:
    """Type the right value into each marked cell; a row that is one too many is emptied."""
    fields = {
        (sheet.key, column.column): column.field
        for sheet in submission.sheets
        for column in sheet.columns
    }
    marked = [issue for issue in checked.issues if issue.severity is not Severity.CATATAN]
    for issue in marked:
        place = issue.place
        for row in _rows_meant(sound, issue):
            values = sound[str(place.sheet), row]
            meant = [
                (column, field)
                for (sheet, column), field in fields.items()
                if sheet == place.sheet and (place.column in {None, column} or not values)
            ]
            for column, field in meant:
                _retype(sent, str(place.sheet), (row, column), values.get(str(field)))


def _rows_meant(sound: Sound, issue: Issue) -> list[int]:
    """List the rows to mend: one, but weights add up and so are mended together."""
    at = (str(issue.place.sheet), issue.place.row or 0)
    if at not in sound:
        return []
    if issue.code is not IssueCode.LTS_01:
        return [at[1]]
    whose = (at[0], issue.nip)
    return [row for (name, row), values in sound.items() if (name, values.get("nip")) == whose]


def _retype(sent: Workbook, sheet: str, at: tuple[int, int], value: InputValue) -> None:
    cell = sent[sheet].cell(*at)
    cell.number_format = "@" if cell.number_format == "@" else "General"
    cell.value = None
    put(cell, _plain(value))


def _plain(value: InputValue) -> CellInput:
    if value is None or isinstance(value, str | int | float | date):
        return value
    return float(str(value))


@pytest.mark.parametrize("parcel", FAULTY, ids=lambda parcel: parcel.key)
def test_office_is_told_the_same_again_and_is_sound_once_mended(parcel: Parcel) -> None:
    submission = read_back(demo._parcel(CITY, parcel))
    first = check_isian(submission, None)
    data = corrected(submission, first)
    second = check_isian(read_back(data), None)
    assert told(second) == told(first)
    sound = sound_rows(parcel)

    for _ in range(ROUNDS):
        submission = read_back(data)
        checked = check_isian(submission, None)
        sent = load(corrected(submission, checked))
        mend(sent, submission, checked, sound)
        data = bytes_of(sent)

    last = check_isian(read_back(data), None)
    assert [
        (issue.code.value, issue.place.sheet, issue.place.cell) for issue in errors_of(last)
    ] == []
