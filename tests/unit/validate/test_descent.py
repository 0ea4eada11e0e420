"""Corrections supersede what they came from; copies count once."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from tests.unit.validate.compared import (
    ERROR,
    OTHER,
    codes,
    compare,
    correction,
    isian,
)


def test_one_sound_file_counts() -> None:
    result = compare(isian("a.xlsx"))

    assert result.issues == ()
    assert result.taken == {("DINKES", "2026-TW1"): (("a.xlsx", 0), ("a.xlsx", 1))}
    assert result.missing_units == {}


def test_no_files_come_to_nothing() -> None:
    assert compare().taken == {}


def test_a_correction_supersedes_the_file_it_came_from() -> None:
    first = isian("a.xlsx", ERROR)
    mended = correction(first, "Perbaikan.xlsx")

    result = compare(first, mended)

    (issue,) = result.issues
    assert (issue.code, issue.place) == (IssueCode.LBK_03, Place("a.xlsx"))
    assert result.superseded == {"a.xlsx": "Perbaikan.xlsx"}
    assert result.taken["DINKES", "2026-TW1"] == (("Perbaikan.xlsx", 0), ("Perbaikan.xlsx", 1))


def test_the_last_of_three_rounds_counts() -> None:
    first = isian("a.xlsx", ERROR)
    second = correction(first, "b.xlsx", OTHER)
    third = correction(second, "c.xlsx")

    result = compare(first, second, third)

    assert result.superseded == {"a.xlsx": "c.xlsx", "b.xlsx": "c.xlsx"}
    assert codes(result) == ["LBK-03", "LBK-03"]


def test_an_older_round_of_the_same_file_does_not_count_though_its_own_child_is_gone() -> None:
    first = isian("a.xlsx", ERROR)
    left = correction(first, "left.xlsx", OTHER)
    right = correction(first, "right.xlsx", ERROR)
    newest = correction(right, "newest.xlsx")

    result = compare(left, newest)

    assert result.superseded == {"left.xlsx": "newest.xlsx"}


def test_two_corrections_of_one_round_are_compared_like_any_files() -> None:
    first = isian("a.xlsx", ERROR)

    result = compare(first, correction(first, "b.xlsx", OTHER), correction(first, "c.xlsx"))

    assert result.superseded == {"a.xlsx": "b.xlsx"}
    assert set(codes(result)) == {"LBK-02", "LBK-03", "LBK-04"}


@pytest.mark.parametrize("copies", [1, 2])
def test_a_correction_that_corrects_nothing_still_counts_exactly_once(copies: int) -> None:
    first = isian("a.xlsx")
    rounds = [correction(first, f"b{number}.xlsx") for number in range(copies)]

    result = compare(first, *rounds)

    assert result.taken["DINKES", "2026-TW1"] == (("b0.xlsx", 0), ("b0.xlsx", 1))
    assert result.superseded == {"a.xlsx": "b0.xlsx"}
    assert result.duplicates == ({"b1.xlsx": "b0.xlsx"} if copies == 2 else {})


def test_a_copy_counts_once_under_its_first_name() -> None:
    result = compare(isian("b.xlsx"), isian("a.xlsx"))

    (issue,) = result.issues
    assert (issue.code, issue.place.file) == (IssueCode.LBK_01, "b.xlsx")
    assert dict(issue.context) == {"lain": "a.xlsx"}
    assert result.duplicates == {"b.xlsx": "a.xlsx"}
    assert result.taken["DINKES", "2026-TW1"] == (("a.xlsx", 0), ("a.xlsx", 1))
