"""Equal ratings of a whole unit are asked about; of a small one, or with one exception, not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.score.seragam import issues_for_equal
from tests.unit.score.rows import baris

SESUAI, DI_ATAS = Ekspektasi.SESUAI, Ekspektasi.DI_ATAS


def rated(number: int, perilaku: Ekspektasi | None = SESUAI) -> BarisPegawai:
    nip = f"19850717201001{number:04d}"
    return replace(baris(nip=nip), rating_hasil_kerja=SESUAI, rating_perilaku=perilaku)


def test_unit_of_five_with_equal_ratings_is_asked_about() -> None:
    (issue,) = issues_for_equal([rated(number) for number in range(5)], "DINKES")

    assert (issue.code, issue.severity) == (IssueCode.LTS_08, Severity.PERINGATAN)
    assert issue.place == Place("")
    assert dict(issue.context) == {
        "unit": "DINKES",
        "jumlah": "5",
        "nilai": "hasil kerja «Sesuai Ekspektasi», perilaku «Sesuai Ekspektasi»",
    }


def test_people_without_a_rating_do_not_count() -> None:
    people = [rated(number) for number in range(5)]

    assert len(issues_for_equal([*people, rated(9, None)], "DINKES")) == 1
    assert issues_for_equal([*people[:4], rated(9, None)], "DINKES") == ()


@pytest.mark.parametrize(
    "people",
    [
        [rated(number) for number in range(4)],
        [*(rated(number) for number in range(9)), rated(9, DI_ATAS)],
        [rated(1)] * 9,
        [],
    ],
    ids=["four", "one differs", "one person", "nobody"],
)
def test_small_units_and_units_with_a_difference_are_not(people: list[BarisPegawai]) -> None:
    assert issues_for_equal(people, "DINKES") == ()
