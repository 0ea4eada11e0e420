"""A unit is told once how many of its people have neither rating."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.score import issues_for_unrated
from tests.unit.score.rows import baris


def unrated(nip: str) -> BarisPegawai:
    return replace(baris(nip), rating_hasil_kerja=None, rating_perilaku=None, predikat=None)


def rated(nip: str) -> BarisPegawai:
    sesuai = Ekspektasi.SESUAI
    return replace(baris(nip), rating_hasil_kerja=sesuai, rating_perilaku=sesuai)


def test_people_without_ratings_are_one_note_for_the_unit() -> None:
    (issue,) = issues_for_unrated([unrated("1"), unrated("2"), rated("3")], "DINKES")

    assert (issue.code, issue.severity) == (IssueCode.LTS_21, Severity.CATATAN)
    assert issue.place == Place("")
    assert dict(issue.context) == {"unit": "DINKES", "jumlah": "2", "total": "3"}


def test_one_rating_alone_is_no_matter_of_this_note() -> None:
    assert issues_for_unrated([replace(rated("1"), rating_perilaku=None)], "DINKES") == ()


def test_people_held_back_are_not_counted() -> None:
    held = replace(unrated("1"), status=PenugasanStatus.DITAHAN)

    assert issues_for_unrated([held, rated("2")], "DINKES") == ()
