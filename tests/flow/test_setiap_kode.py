"""Each code is raised by a drawn workbook at its place, in golden words, and not by its twin."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, UnreadableFileError
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.penugasan import RejectedFileError
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import check_isian, count_rows
from tests.drawn import DrawnBook, sound_isian
from tests.flow.kasus_baris import SEMUA, Change, Kasus

GOLDEN = Path(__file__).parents[1] / "golden" / "kode.toml"


@cache
def golden() -> dict[str, str]:
    return dict(tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["masalah"])


def issues_of(path: Path, book: DrawnBook) -> tuple[Issue, ...]:
    """Save, read and check a drawn workbook; every row seen must have an end."""
    book.save(path)
    try:
        submission = read_submission(take_snapshot(path, "isian.xlsx"), ISIAN)
        checked = check_isian(submission, None)
    except UnreadableFileError as error:
        pytest.fail(f"{error.code.value} {error.context}")
    except RejectedFileError as error:
        return error.issues
    seen = sum(len(sheet.rows) for sheet in submission.sheets)
    assert count_rows(checked, (), ignored=()).seen == seen
    return checked.issues


def drawn(change: Change) -> DrawnBook:
    book = sound_isian()
    change(book)
    return book


def place_of(issue: Issue) -> str:
    """Write a place as the cases do."""
    place = issue.place
    spot = place.cell or (None if place.row is None else str(place.row))
    return place.sheet or "" if spot is None else f"{place.sheet}!{spot}"


def raised(issues: tuple[Issue, ...], code: IssueCode) -> list[Issue]:
    return [issue for issue in issues if issue.code is code]


def case_id(kasus: Kasus) -> str:
    return f"{kasus.code.value} {kasus.name}"


def test_sound_isian_raises_nothing(tmp_path: Path) -> None:
    assert issues_of(tmp_path / "isian.xlsx", sound_isian()) == ()


@pytest.mark.parametrize("kasus", SEMUA, ids=case_id)
def test_fault_is_named_at_its_place_in_golden_words(kasus: Kasus, tmp_path: Path) -> None:
    issues = issues_of(tmp_path / "isian.xlsx", drawn(kasus.change))

    found = raised(issues, kasus.code)
    assert found, [issue.code.value for issue in issues]
    if kasus.place:
        assert kasus.place in {place_of(issue) for issue in found}
    here = next(issue for issue in found if not kasus.place or place_of(issue) == kasus.place)
    assert render(here).masalah == golden()[case_id(kasus)]


@pytest.mark.parametrize("kasus", SEMUA, ids=case_id)
def test_neighbour_on_the_other_side_of_the_edge_is_not_named(
    kasus: Kasus, tmp_path: Path
) -> None:
    issues = issues_of(tmp_path / "isian.xlsx", drawn(kasus.twin))

    assert raised(issues, kasus.code) == []
