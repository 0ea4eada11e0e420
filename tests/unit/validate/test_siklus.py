"""Raters in a circle are all withheld, whatever files they stand in."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode
from tests.unit.validate.build import NAMES, NIPS, Built, found, sound_isian
from tests.unit.validate.compared import compare, isian, only, setting

CODE = IssueCode.LTS_05


def rated_by(*raters: str) -> Built:
    """Make a file in which these people rate the first, the second, and so on."""
    built = sound_isian(len(raters))
    for row, rater in zip(built.rows("Pegawai"), raters, strict=True):
        row["penilai"] = rater
    return built


def circle(built: Built) -> list[Issue]:
    return found(compare(built.check()).issues, CODE)


def test_two_who_rate_each_other_are_both_withheld() -> None:
    result = compare(rated_by(NIPS[1], NIPS[0]).check())

    one, other = found(result.issues, CODE)
    assert (one.place.cell, other.place.cell) == ("N5", "N6")
    assert (one.nip, one.value) == (NIPS[0], NIPS[1])
    assert dict(one.context) == {
        "jumlah": "2", "saran": f"{NAMES[0]} → {NAMES[1]} → {NAMES[0]}",
    }  # fmt: skip
    assert result.withheld == {("dinkes.xlsx", 0): (CODE,), ("dinkes.xlsx", 1): (CODE,)}


def test_three_in_a_circle_are_withheld_and_those_below_them_are_not() -> None:
    assert [issue.nip for issue in circle(rated_by(NIPS[1], NIPS[2], NIPS[0]))] == list(NIPS)
    assert [issue.nip for issue in circle(rated_by(NIPS[1], NIPS[2], NIPS[1]))] == list(NIPS[1:])


@pytest.mark.parametrize(
    "raters",
    [(NIPS[1], NIPS[2], "KADIS"), ("KADIS", NIPS[0], NIPS[0]), (NIPS[0], "KADIS", "KADIS")],
)
def test_raters_in_a_line_are_fine(raters: tuple[str, ...]) -> None:
    assert circle(rated_by(*raters)) == []


def test_circle_across_files_is_seen() -> None:
    mine = isian("a.xlsx", setting("Pegawai", 0, "penilai", NIPS[2]))
    other = sound_isian(3, unit="DINSOS")
    other.file = "b.xlsx"
    only(2)(other)
    other.rows("Pegawai")[0]["penilai"] = NIPS[0]

    issues = found(compare(mine, other.check()).issues, CODE)

    assert [(issue.place.file, issue.nip) for issue in issues] == [
        ("a.xlsx", NIPS[0]), ("b.xlsx", NIPS[2]),
    ]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), [("sifat", "Plt"), ("keadaan", "Cuti")])
def test_acting_posts_and_people_on_leave_close_no_circle(field: str, value: str) -> None:
    built = rated_by(NIPS[1], NIPS[0])
    for sheet in ("Pegawai", "Hasil Kerja", "Penilaian"):
        for row in built.rows(sheet):
            if row["nip"] == NIPS[0] and (sheet == "Pegawai" or field == "sifat"):
                row[field] = value

    assert circle(built) == []
