"""Issues keep their place; unreadable files cross a process border whole."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import IssueCode, Place, UnreadableFileError, column_letters


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")],
)
def test_column_letters_are_those_of_the_spreadsheet(number: int, letters: str) -> None:
    assert column_letters(number) == letters


@given(st.integers(1, 16_384))
def test_column_letters_can_be_read_back(number: int) -> None:
    value = 0
    for letter in column_letters(number):
        value = value * 26 + ord(letter) - ord("A") + 1

    assert value == number


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [(12, 4, "D12"), (12, None, None), (None, 4, None), (None, None, None)],
)
def test_cell_needs_row_and_column(row: int | None, column: int | None, cell: str | None) -> None:
    assert Place("dinkes.xlsx", "Pegawai", row, column).cell == cell


def test_code_names_follow_their_values() -> None:
    wrong = [code for code in IssueCode if code.name.replace("_", "-") != code.value]

    assert wrong == []


def test_unreadable_file_keeps_code_and_context_through_pickling() -> None:
    error = UnreadableFileError(IssueCode.BRK_04, sebab="bagian akhirnya hilang")

    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(again) is UnreadableFileError
    assert again.code is IssueCode.BRK_04
    assert again.context == {"sebab": "bagian akhirnya hilang"}
    assert str(again) == "BRK-04"
