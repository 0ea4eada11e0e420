"""A stray space far away costs nothing; anything else out there is still refused by its cell."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from tests.unit.read.raw import (
    GOOD,
    pack,
    raw_parts,
    read_data,
    refusal,
    row,
    shared_xml,
    sheet_xml,
    text,
)

LAST = 1_048_576


def book(rows: str, *, shared: str | None = None) -> bytes:
    return pack(raw_parts(sheet_xml(rows), shared=shared))


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u200b", "\t "])
@pytest.mark.parametrize("address", [f"B{LAST}", f"XFD{LAST}", "B150000"])
def test_blank_text_far_below_is_as_if_it_were_not_there(blank: str, address: str) -> None:
    number = int(address.lstrip("XFDB"))

    sheet = read_data(book(GOOD + row(number, text(address, blank))))

    assert sheet == read_data(book(GOOD))


def test_blank_shared_text_far_to_the_right_is_as_if_it_were_not_there() -> None:
    far = row(9, '<c r="XFD9" t="s"><v>0</v></c>')

    sheet = read_data(book(GOOD + far, shared=shared_xml(" ")))

    assert sheet == read_data(book(GOOD))


@pytest.mark.parametrize(
    "cell",
    [
        text(f"B{LAST}", "x"),
        f'<c r="B{LAST}"><v>0</v></c>',
        f'<c r="B{LAST}"><f>A1</f></c>',
        f'<c r="B{LAST}" t="str"><f>A1</f><v> </v></c>',
        f'<c r="B{LAST}" t="e"><v>#N/A</v></c>',
    ],
)
def test_what_shows_or_hides_something_far_below_is_refused_by_its_cell(cell: str) -> None:
    error = refusal(book(GOOD + row(LAST, cell)))

    assert error.code is IssueCode.BRK_08
    assert f"B{LAST}" in error.context["ukuran"]


def test_content_beside_a_far_blank_is_kept() -> None:
    rows = GOOD + row(LAST, text(f"A{LAST}", " "), text(f"B{LAST}", "ada"))

    assert refusal(book(rows)).code is IssueCode.BRK_08
