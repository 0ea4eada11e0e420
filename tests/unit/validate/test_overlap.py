"""Two definitive posts of one person on the same day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.penugasan import Checked
from tests.unit.validate.build import (
    Built,
    found,
    settings,
    sound_isian,
)
from tests.unit.validate.compared import (
    OTHER,
    codes,
    compare,
    isian,
)


def in_unit(unit: str, name: str, change: Callable[[Built], object] | None = None) -> Checked:
    built = sound_isian(1, unit=unit)
    built.file = name
    if change is not None:
        change(built)
    return built.check()


def post(**values: CellValue) -> Callable[[Built], None]:
    def change(built: Built) -> None:
        built.rows("Pegawai")[0].update(values)

    return change


def test_two_definitive_posts_on_one_day_withhold_both() -> None:
    result = compare(
        in_unit("DINKES", "a.xlsx", post(selesai=date(2026, 2, 15))),
        in_unit("DINSOS", "b.xlsx", post(mulai=date(2026, 2, 15))),
        known=settings(),
    )

    first, second = found(result.issues, IssueCode.LTS_04)
    assert (first.place.file, first.place.cell) == ("a.xlsx", "B5")
    assert dict(first.context) == {
        "tempat_a": "Dinas Kesehatan (a.xlsx, baris 5)",
        "tempat_b": "Dinas Sosial (b.xlsx, baris 5)",
        "awal": "15/02/2026",
        "akhir": "15/02/2026",
    }
    assert dict(second.context)["tempat_a"] == "Dinas Sosial (b.xlsx, baris 5)"
    assert result.withheld == {
        ("a.xlsx", 0): (IssueCode.LTS_04,),
        ("b.xlsx", 0): (IssueCode.LTS_04,),
    }
    assert result.taken == {("DINKES", "2026-TW1"): (), ("DINSOS", "2026-TW1"): ()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"selesai": date(2026, 2, 14)}, {"mulai": date(2026, 2, 15)}),
        ({}, {"sifat": "Plt"}),
        ({"sifat": "Plt"}, {"sifat": "Plt"}),
    ],
)
def test_posts_that_do_not_overlap_or_are_acting_are_lawful(
    one: dict[str, CellValue], other: dict[str, CellValue]
) -> None:
    result = compare(
        in_unit("DINKES", "a.xlsx", post(**one)), in_unit("DINSOS", "b.xlsx", post(**other))
    )

    assert result.issues == ()


def test_two_overlapping_posts_within_a_file_withhold_both() -> None:
    def change(built: Built) -> None:
        built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"mulai": date(2026, 2, 1)})

    result = compare(in_unit("DINKES", "a.xlsx", change))

    assert codes(result) == ["LTS-04", "LTS-04"]
    assert [issue.place.cell for issue in result.issues] == ["B5", "B6"]
    assert dict(result.issues[0].context)["tempat_b"] == "DINKES (a.xlsx, baris 6)"


def test_an_assignment_of_unknown_days_is_not_judged() -> None:
    result = compare(
        in_unit("DINKES", "a.xlsx", post(mulai="kapan-kapan")), in_unit("DINSOS", "b.xlsx")
    )

    assert codes(result) == ["LTS-30"]
    assert result.withheld == {}


def test_one_post_sent_twice_is_no_overlap() -> None:
    result = compare(isian("a.xlsx"), isian("b.xlsx", OTHER))

    assert found(result.issues, IssueCode.LTS_04) == []


def test_three_overlapping_posts_withhold_each_once() -> None:
    result = compare(*(in_unit(unit, f"{unit}.xlsx") for unit in ("A", "B", "C")))

    assert len(result.issues) == 6
    assert set(result.withheld.values()) == {(IssueCode.LTS_04,)}
