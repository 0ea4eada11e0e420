"""Whatever an office inserts, hides or moves, a message points at the cell that it meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.validate import check_isian
from tests.drawn import DrawnBook, headings_of, sound_isian
from tests.flow.geser import Susunan, bytes_of, rearrange, rearranged, told
from tests.flow.kasus_baris import BARIS, LINTAS_BARIS, MODELS, SEL, Kasus
from tests.sifat import examples
from tests.unit.write.template_drawn import read_back

C = IssueCode
FAULTS = (*SEL, *BARIS, *LINTAS_BARIS)
IN_ORDER = frozenset({C.BRS_04, C.BRS_05, C.LTS_01, C.LTS_14, C.LTS_07})
"""Which of several rows is named depends on their order: the second of two is the copy."""
OF_THE_FIRST = frozenset({C.SEL_28, C.SEL_29, C.SEL_34, C.BRS_04, C.BRS_09, C.LTS_30})
"""Told of one among several rows: the first cell of a column, of a person, the second of a key."""


def check(data: bytes) -> Checked:
    return check_isian(read_back(data), None)


def people_of(checked: Checked) -> list[tuple[str, PenugasanStatus]]:
    return sorted((subject.nip, subject.status) for subject in checked.subjects)


@st.composite
def faulty_books(draw: st.DrawFn, faults: tuple[Kasus, ...]) -> tuple[DrawnBook, list[str]]:
    """Draw a sound Isian with several faults at once."""
    book = sound_isian(draw(st.integers(2, 3)))
    chosen = draw(st.lists(st.sampled_from(faults), min_size=1, max_size=6, unique=True))
    for kasus in chosen:
        kasus.change(book)
    return book, [kasus.name for kasus in chosen]


@st.composite
def plans_for(draw: st.DrawFn, book: DrawnBook, *, shuffles_rows: bool) -> dict[str, Susunan]:
    """Draw an arrangement of each data sheet."""
    return {
        name: draw(
            rearranged(len(rows), len(headings_of(MODELS[name])) + 1, shuffles_rows=shuffles_rows)
        )
        for name, rows in book.sheets.items()
    }


def assert_places_move_along(
    book: DrawnBook, plans: dict[str, Susunan], *, loosely: frozenset[IssueCode] = frozenset()
) -> None:
    moved = book.workbook()
    rearrange(moved, plans)
    before, after = check(bytes_of(book.workbook())), check(bytes_of(moved))

    expected = told(before.issues, plans, loosely=loosely)
    found = told(after.issues, {}, loosely=loosely)
    assert people_of(after) == people_of(before)
    assert [key for key in expected if key not in found] == []
    assert [key for key in found if key not in expected] == []


@examples(30)
@given(st.data())
def test_insertions_hidden_rows_and_moved_columns_move_no_message(data: st.DataObject) -> None:
    book, _ = data.draw(faulty_books(FAULTS))
    plans = data.draw(plans_for(book, shuffles_rows=False))

    assert_places_move_along(book, plans)


@examples(30)
@given(st.data())
def test_moved_rows_take_their_messages_along(data: st.DataObject) -> None:
    safe = tuple(kasus for kasus in FAULTS if kasus.code not in IN_ORDER)
    book, _ = data.draw(faulty_books(safe))
    plans = data.draw(plans_for(book, shuffles_rows=True))

    assert_places_move_along(book, plans, loosely=OF_THE_FIRST)
