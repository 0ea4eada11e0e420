"""Whatever an office types, each row has its end and each end its reason, each cell one error."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.penugasan import Checked, RejectedFileError
from kinerja_xlsx.validate import check_isian, count_rows, group_issues
from tests.drawn import NIPS, CellInput, DrawnBook, Row, headings_of, sound_isian
from tests.flow.kasus_baris import BARIS, LINTAS_BARIS, MODELS, SEL
from tests.sifat import examples
from tests.unit.write.perbaikan_drawn import submission_of

C = IssueCode
TYPED: tuple[CellInput, ...] = (
    None, "", " ", "-", "nihil", "JUMLAH", "Mengetahui,", "dua belas", "1.250", "12,5", "85 %",
    "#0", "#1", "#-3", "#2.00001", "#1e15", f"#{NIPS[0]}", "@2026-02-01", "@2030-01-01", "%0.85",
    "!#N/A", "=1+1", True, "Sesuai Ekspektasi", "Sesuai Ekspetasi", "Utama", "1.1", "2.3",
    "KADIS", *NIPS, NIPS[0][:-1], "199013012015031001", "x" * 1_200, "\\=SUM(A1)", "a\u200bb",
)  # fmt: skip
SHEETS = [name for name in sound_isian().sheets if name in MODELS]


@st.composite
def typed_books(draw: st.DrawFn) -> DrawnBook:
    """Draw a sound Isian into which anything was typed, and whose rows were copied and cut."""
    book = sound_isian(draw(st.integers(1, 3)))
    for _ in range(draw(st.integers(0, 6))):
        rows = book.sheets[draw(st.sampled_from(SHEETS))]
        if rows:
            at = draw(st.integers(0, len(rows) - 1))
            draw(st.sampled_from([_copy, _cut, _blank]))(rows, at)
    for _ in range(draw(st.integers(0, 12))):
        name = draw(st.sampled_from(SHEETS))
        rows = book.sheets[name]
        if rows:
            heading = draw(st.sampled_from(headings_of(MODELS[name])))
            rows[draw(st.integers(0, len(rows) - 1))][heading] = draw(st.sampled_from(TYPED))
    return book


def _copy(rows: list[Row], at: int) -> None:
    rows.insert(at, dict(rows[at]))


def _cut(rows: list[Row], at: int) -> None:
    del rows[at]


def _blank(rows: list[Row], at: int) -> None:
    rows.insert(at, {})


def check(submission: Submission) -> Checked | None:
    try:
        return check_isian(submission, None)
    except RejectedFileError:
        return None


@examples(60)
@given(typed_books())
def test_every_row_and_everybody_ends_somewhere_for_a_reason_that_is_told(book: DrawnBook) -> None:
    submission = submission_of(book.workbook())
    checked = check(submission)
    if checked is None:
        return
    told = {issue.code for issue in checked.issues}

    seen = {(sheet.key, row.number) for sheet in submission.sheets for row in sheet.rows}
    assert Counter((row.sheet, row.number) for row in checked.rows) == Counter(seen)
    assert count_rows(checked, (), ignored=()).seen == len(seen)
    for row in checked.rows:
        is_plain = row.verdict in {RowVerdict.DITERIMA, RowVerdict.DIBETULKAN}
        assert (row.reason is None) is is_plain
        assert row.reason is None or row.reason in told, (row.sheet, row.number)
    for one in checked.subjects:
        assert bool(one.reasons) is (one.status is not PenugasanStatus.DINILAI)
        assert told.issuperset(one.reasons)
        assert (one.penugasan is None) is (one.status is PenugasanStatus.DITAHAN)


@examples(60)
@given(typed_books())
def test_lists_get_shorter_and_lose_nothing(book: DrawnBook) -> None:
    submission = submission_of(book.workbook())
    checked = check(submission)
    if checked is None:
        return

    shown = group_issues(checked.issues, submission)

    counts = Counter(dict.fromkeys(C, 0))
    for issue in shown:
        counts[issue.code] += issue.occurrences
    assert +counts == Counter(issue.code for issue in checked.issues)


def errors_by_cell(issues: tuple[Issue, ...]) -> dict[tuple[object, ...], list[str]]:
    found: dict[tuple[object, ...], list[str]] = {}
    for issue in issues:
        place = issue.place
        if issue.severity is Severity.GALAT and place.row is not None and place.column is not None:
            found.setdefault((place.sheet, place.row, place.column), []).append(issue.code.value)
    return found


@st.composite
def faulty_books(draw: st.DrawFn) -> DrawnBook:
    """Draw a sound Isian with several of the drawn faults."""
    book = sound_isian()
    for kasus in draw(st.lists(st.sampled_from([*SEL, *BARIS, *LINTAS_BARIS]), max_size=8)):
        kasus.change(book)
    return book


@examples(60)
@given(typed_books() | faulty_books())
def test_cell_with_an_error_is_told_no_second_one(book: DrawnBook) -> None:
    checked = check(submission_of(book.workbook()))

    found = {} if checked is None else errors_by_cell(checked.issues)
    assert {at: told for at, told in found.items() if len(told) > 1} == {}
