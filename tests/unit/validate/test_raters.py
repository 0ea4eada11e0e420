"""Raters that nobody knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.validate import check_pengaturan
from tests.unit.validate.build import (
    NAMES,
    NIPS,
    Built,
    sound_isian,
    sound_pengaturan,
)
from tests.unit.validate.compared import (
    codes,
    compare,
    isian,
    only,
    setting,
)


def rater(value: CellValue) -> Callable[[Built], None]:
    return setting("Pegawai", 0, "penilai", value)


def test_an_unknown_rater_withholds_with_the_nearest_nip() -> None:
    result = compare(isian("a.xlsx", rater("198802022012042009")))

    (issue,) = result.issues
    assert (issue.code, issue.severity) == (IssueCode.LTS_06, Severity.GALAT)
    assert (issue.place.cell, issue.place.heading) == ("N5", "Penilai")
    assert dict(issue.context)["saran"] == f"NIP terdekat: {NIPS[1]} – {NAMES[1]}."
    assert result.withheld == {("a.xlsx", 0): (IssueCode.LTS_06,)}


def test_an_unknown_code_is_asked_about() -> None:
    (issue,) = compare(isian("a.xlsx", rater("KADISS"))).issues

    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «KADIS»?"


@pytest.mark.parametrize("value", [NIPS[1], "kadis", "19880202 201204 2 002"])
def test_a_person_of_the_file_or_an_official_may_rate(value: str) -> None:
    assert compare(isian("a.xlsx", rater(value))).issues == ()


def test_a_person_of_another_unit_may_rate() -> None:
    other = sound_isian(3, unit="DINSOS")
    other.file = "b.xlsx"
    only(2)(other)

    assert compare(isian("a.xlsx", rater(NIPS[2])), other.check()).issues == ()
    assert codes(compare(isian("a.xlsx", rater(NIPS[2])))) == ["LTS-06"]


def test_the_roster_and_its_officials_may_rate() -> None:
    built = sound_pengaturan(3)
    built.sheets["Pejabat"].append(built.rows("Pejabat")[0] | {"kode": "WALIKOTA"})
    built.sheets["Unit"] = built.sheets["Unit"][:1]
    known = check_pengaturan(built.submission())

    for value in (NIPS[2], "WALIKOTA"):
        file = isian("a.xlsx", rater(value))
        assert compare(file, known=known).issues == ()
        assert codes(compare(file)) == ["LTS-06"]


def test_a_nip_named_only_by_another_sheet_is_not_a_known_person() -> None:
    def change(built: Built) -> None:
        rater(NIPS[2])(built)
        built.sheets["Hasil Kerja"].append(
            built.rows("Hasil Kerja")[0] | {"nip": NIPS[2], "nama": "X"}
        )

    assert "LTS-06" in codes(compare(isian("a.xlsx", change)))


def test_an_unknown_superior_of_the_rater_is_only_a_warning() -> None:
    result = compare(isian("a.xlsx", setting("Pegawai", 0, "atasan_penilai", "SEKDA")))

    (issue,) = result.issues
    assert (issue.severity, issue.place.cell) == (Severity.PERINGATAN, "O5")
    assert issue.place.heading == "Atasan Penilai"
    assert result.withheld == {}


def test_raters_of_people_on_leave_and_faulty_raters_are_not_judged() -> None:
    def change(built: Built) -> None:
        built.rows("Pegawai")[0] |= {"penilai": "SIAPA", "keadaan": "Cuti"}
        built.rows("Pegawai")[1]["penilai"] = 5.0

    assert compare(isian("a.xlsx", change)).issues == ()
