"""A correction workbook tells the same again, and nothing once its marked cells are mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity, column_letters
from kinerja_xlsx.model.submission import RawRow, Submission
from kinerja_xlsx.spec.book import CEK, ISIAN
from kinerja_xlsx.spec.penugasan import Checked, RejectedFileError
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.validate import check_isian
from kinerja_xlsx.write.perbaikan import render_perbaikan
from tests.drawn import FIRST_ROW, HEADER_ROW, NIPS, CellInput, DrawnBook, put, sound_isian
from tests.flow.geser import bytes_of
from tests.flow.kasus_baris import BARIS, LINTAS_BARIS, SEL, SEMUA, Kasus
from tests.sifat import examples
from tests.unit.write.perbaikan_drawn import request, submission_of
from tests.unit.write.template_drawn import EACH_BOOK, book, load, read_back

C = IssueCode
BLANKED = frozenset({C.SEL_21, C.SEL_22})
"""What has no value to give back becomes a marked blank."""
OF_BLANKS = frozenset({C.SEL_01, C.BRS_11, C.BRS_13, C.SEL_23})
ROUNDS = 3
Told = set[tuple[str, str | None, int | None, int | None, str | None]]


def check(submission: Submission) -> Checked | None:
    try:
        return check_isian(submission, None)
    except RejectedFileError:
        return None


def told(issues: Iterable[Issue], *, without: frozenset[IssueCode]) -> Told:
    """Write what cells, rows and assignments are told, with the place and the person."""
    return {
        (issue.code.value, issue.place.sheet, issue.place.row, issue.place.column, issue.nip)
        for issue in issues
        if issue.code.value[:3] in {"SEL", "BRS", "LTS"} and issue.code not in without
    }


def errors_of(checked: Checked) -> list[Issue]:
    return [issue for issue in checked.issues if issue.severity is Severity.GALAT]


def marked_in(checked: Checked) -> list[Issue]:
    """List what asks for a look: errors, and warnings about one cell that may be their cause."""
    return [issue for issue in checked.issues if issue.severity is not Severity.CATATAN]


def corrected(submission: Submission, checked: Checked) -> bytes:
    return render_perbaikan(request(submission, *checked.issues))


def mend(sent: Workbook, sound: Workbook, issues: Iterable[Issue]) -> None:
    """Type the sound value into each marked cell, and take out rows that the sound book lacks."""
    for issue in issues:
        place = issue.place
        if place.sheet in sound.sheetnames and place.row is not None and place.row >= FIRST_ROW:
            there, right = sent[str(place.sheet)], sound[str(place.sheet)]
            # Weights add up, and so are mended together.
            together = issue.code is C.LTS_01
            rows = _rows_of(there, str(issue.nip)) if together else [place.row]
            for row in rows:
                _mend_row(there, right, row, place.column)


def _rows_of(sheet: Worksheet, nip: str) -> list[int]:
    return [cell.row or 0 for cell in sheet["B"] if cell.value == nip]


def _mend_row(sheet: Worksheet, sound: Worksheet, row: int, column: int | None) -> None:
    """Type the sound value into one cell, or into all where none is named or none is sound."""
    headings = {str(cell.value): cell.column or 0 for cell in sound[HEADER_ROW]}
    values: dict[str, CellInput] = {
        name: _plain(sound.cell(row, at).value) for name, at in headings.items()
    }
    is_sound = any(value is not None for value in values.values())
    for cell in sheet[HEADER_ROW]:
        is_meant = column in {None, cell.column or 0} or not is_sound
        if is_meant and cell.value in values and cell.value != CEK:
            _retype(sheet.cell(row, cell.column or 0), values[str(cell.value)])


def _plain(value: object) -> CellInput:
    return value if isinstance(value, str | int | float | date) else None


def _retype(cell: Cell | MergedCell, value: CellInput) -> None:
    """Type a value as its message asks: into a cell of text, else into one of numbers."""
    cell.number_format = "@" if cell.number_format == "@" else "General"
    cell.value = None
    put(cell, value)


@cache
def sound_book() -> Workbook:
    """Draw the sound workbook once, to be looked up only."""
    return sound_isian().workbook()


def assert_comes_back_and_mends(drawn: DrawnBook) -> None:
    submission = submission_of(drawn.workbook())
    first = check(submission)
    if first is None:
        return
    sent = read_back(corrected(submission, first))
    second = check(sent)
    assert second is not None

    lost = {code for code in BLANKED for issue in first.issues if issue.code is code}
    skipped = BLANKED | (OF_BLANKS if lost else {C.SEL_23})
    assert told(second.issues, without=skipped) == told(first.issues, without=skipped)
    assert {one.nip for one in second.subjects} == {one.nip for one in first.subjects}
    assert_mends(sent, second)


def assert_mends(sent: Submission, checked: Checked) -> None:
    """Mend what is marked, as often as a person would; then nothing is wrong."""
    for _ in range(ROUNDS):
        if not errors_of(checked):
            return
        returned = load(corrected(sent, checked))
        mend(returned, sound_book(), marked_in(checked))
        sent = read_back(bytes_of(returned))
        found = check(sent)
        assert found is not None
        checked = found
    assert [(issue.code.value, issue.place.cell) for issue in errors_of(checked)] == []


@pytest.mark.parametrize("kasus", SEMUA, ids=lambda kasus: f"{kasus.code.value} {kasus.name}")
def test_drawn_fault_comes_back_the_same_and_is_gone_once_mended(kasus: Kasus) -> None:
    drawn = sound_isian()
    kasus.change(drawn)

    assert_comes_back_and_mends(drawn)


@examples(10)
@given(st.lists(st.sampled_from([*SEL, *BARIS, *LINTAS_BARIS]), min_size=2, max_size=8))
def test_several_faults_come_back_the_same_and_are_gone_once_mended(faults: list[Kasus]) -> None:
    drawn = sound_isian()
    for kasus in faults:
        kasus.change(drawn)

    assert_comes_back_and_mends(drawn)


# -- what pasting destroyed -----------------------------------------------------------------------


def test_drop_downs_limits_and_text_formats_are_back_where_pasting_destroyed_them() -> None:
    template = book(EACH_BOOK[0])
    pasted = sound_isian().workbook()
    assert not pasted["Hasil Kerja"].data_validations.dataValidation

    submission = submission_of(pasted)
    returned = load(corrected(submission, check_isian(submission, None)))

    for name, model in ((model.sheet, model) for model in ISIAN.sheets):
        for number, column in enumerate(columns_of(model), start=2):
            for row in (FIRST_ROW, FIRST_ROW + len(submission_rows(submission, name)) + 1):
                wanted, found = (
                    limits(template[name], FIRST_ROW, number),
                    limits(returned[name], row, number),
                )
                assert found == wanted, (name, column.heading)
            cell = returned[name].cell(FIRST_ROW, number)
            assert cell.number_format == template[name].cell(FIRST_ROW, number).number_format


def submission_rows(submission: Submission, name: str) -> tuple[RawRow, ...]:
    return next(sheet.rows for sheet in submission.sheets if sheet.key == name)


def limits(sheet: Worksheet, row: int, number: int) -> tuple[str, ...]:
    """Say what Excel allows in a cell, wherever the range of the rule begins."""
    address = f"{column_letters(number)}{row}"
    (rule,) = [one for one in sheet.data_validations.dataValidation if address in one.sqref]
    parts = (rule.type, rule.operator, rule.formula1, rule.formula2, rule.errorStyle, rule.prompt)
    return tuple(re.sub(r"[A-Z]+[0-9]+", "sel", str(part)) for part in parts)


def test_numeric_nip_stays_the_number_it_was_through_rounds_until_it_is_retyped() -> None:
    drawn = sound_isian()
    drawn.sheets["Pegawai"][0]["NIP"] = f"#{NIPS[0]}"
    data = bytes_of(drawn.workbook())

    for _ in range(ROUNDS):
        checked = check_isian(read_back(data), None)
        assert [issue.place.cell for issue in checked.issues if issue.code is C.SEL_12] == ["B5"]
        data = corrected(read_back(data), checked)
        cell = load(data)["Pegawai"]["B5"]
        assert (cell.value, cell.data_type, cell.number_format) == (float(NIPS[0]), "n", "@")
    retyped = load(data)
    retyped["Pegawai"]["B5"].value = NIPS[0]

    assert check_isian(read_back(bytes_of(retyped)), None).issues == ()
