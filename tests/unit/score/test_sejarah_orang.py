"""Who stood in a unit in another period, and what is said of a predikat that is not there yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kinerja_xlsx import policy
from kinerja_xlsx.model.law import Ekspektasi, Sifat
from tests.unit.score.periode import FEB, JAN, filled, history, in_period
from tests.unit.score.rows import penilaian, score, step


def test_people_of_a_unit_are_those_of_its_definitive_posts_each_by_the_latest() -> None:
    early = in_period(JAN, filled(1), days=(date(2026, 1, 1), date(2026, 1, 10)))
    late = in_period(JAN, filled(2), days=(date(2026, 1, 11), date(2026, 1, 31)))
    plt = in_period(JAN, filled(3), sifat=Sifat.PLT)
    moved = in_period(JAN, filled(4), unit="LAIN")
    row = late.pegawai.row.model_copy(update={"nip": "199001012015031001"})
    other = replace(late, pegawai=late.pegawai._replace(row=row))
    sejarah = history({JAN: [early, late, plt, moved, other]})

    assert list(sejarah.people_in(JAN)) == [late, other]
    assert list(sejarah.people_in(FEB)) == []


def test_posts_held_for_another_or_elsewhere_make_nobody_a_person_of_the_unit() -> None:
    sejarah = history(
        {
            JAN: [in_period(JAN, sifat=Sifat.PLT), in_period(JAN, unit="LAIN")],
        }
    )

    assert list(sejarah.people_in(JAN)) == []


def test_first_regulation_is_the_oldest() -> None:
    assert policy.first_policy() is min(policy.POLICIES, key=lambda one: one.since)


def test_predikat_that_waits_for_a_rating_says_so() -> None:
    scored, _ = score(rated=penilaian(Ekspektasi.SESUAI, None))

    found = step(scored, "Predikat kinerja pegawai")
    assert (found.formula, found.result) == ("perlu dua rating", "Belum ditetapkan")
