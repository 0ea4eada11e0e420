"""The distribution of a unit: what is checked, counted, reported, and never changed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat
from kinerja_xlsx.model.rekap import BarisPegawai, Sebaran, sebaran_of
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.score.distribusi import distribusi, issues_for, limits_of, people_of
from kinerja_xlsx.spec.pesan import render
from tests.unit.score.rows import PARAMETERS, POLICY, baris

SB, B, BP, K, SK = Predikat
lists = st.lists(st.sampled_from(Predikat), max_size=40)


def spread(
    predikat: list[Predikat],
    capaian: CapaianOrganisasi | None = CapaianOrganisasi.BAIK,
    expected: int | None = None,
) -> Distribusi:
    return distribusi(
        predikat,
        capaian_organisasi=capaian,
        expected=len(predikat) if expected is None else expected,
        policy=POLICY,
        parameters=PARAMETERS,
    )


@given(predikat=lists, capaian=st.sampled_from(CapaianOrganisasi))
def test_applying_the_moves_makes_the_pattern_hold(
    predikat: list[Predikat], capaian: CapaianOrganisasi
) -> None:
    found = spread(predikat, capaian)

    counts = dict(found.counts)
    for move in found.moves:
        counts[move.before] -= move.people
        counts[move.after] += move.people
    again = spread([each for each, people in counts.items() for _ in range(people)], capaian)
    is_fitting = found.broken == () or found.moves != ()
    assert (again.broken == ()) is is_fitting
    assert is_fitting or found.total < 3


@given(predikat=lists, data=st.data())
def test_order_of_people_never_matters(predikat: list[Predikat], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(predikat))

    assert spread(predikat) == spread(shuffled)


def test_rules_over_several_predikat_share_none() -> None:
    for pola in POLICY.pola.values():
        shared = [rule.predikat for rule in pola.rules if len(rule.predikat) > 1]
        alone = [rule.predikat for rule in pola.rules if len(rule.predikat) == 1]
        grouped = [predikat for group in shared for predikat in group]
        assert len(set(grouped)) == len(grouped)
        assert len(set(alone)) == len(alone)


@pytest.mark.parametrize(("people", "at_most"), [(1, 1), (9, 1), (19, 1), (20, 2)])
def test_maximum_is_rounded_down_but_never_below_one(people: int, at_most: int) -> None:
    limits = limits_of(POLICY.pola[CapaianOrganisasi.BUTUH_PERBAIKAN], people, POLICY)

    assert limits[1].at_most == at_most


def test_unit_that_does_not_fit_is_warned_with_the_smallest_change() -> None:
    (issue,) = issues_for(spread([SB] * 2 + [B] * 8), "DINKES")

    assert (issue.code, issue.severity) == (IssueCode.LTS_15, Severity.PERINGATAN)
    assert issue.place == Place("")
    assert dict(issue.context) == {
        "unit": "DINKES",
        "capaian": "Baik",
        "aturan": (
            "Baik 8 dari 10 pegawai, paling banyak 7 (70%); "
            "Butuh Perbaikan dan/atau Kurang/Misconduct belum ada, seharusnya ada"
        ),
        "usul": "1 pegawai dari Baik ke Butuh Perbaikan",
    }


@pytest.mark.parametrize(
    "unit",
    [spread([B] * 20), spread([B] * 5), spread([B], None)],
    ids=["peringatan", "catatan", "tidak diperiksa"],
)
def test_message_finds_every_word_it_needs(unit: Distribusi) -> None:
    (issue,) = issues_for(unit, "DINKES")

    assert "unit DINKES" in render(issue).masalah


def test_small_unit_gets_a_note_only() -> None:
    found = spread([B] * 9)

    (issue,) = issues_for(found, "DINKES")
    assert (issue.code, issue.severity) == (IssueCode.LTS_15, Severity.CATATAN)
    assert sebaran_of(found) is Sebaran.UNIT_KECIL


def test_ten_people_are_not_a_small_unit() -> None:
    assert not spread([B] * 10).is_small


def test_missing_people_make_the_warning_provisional() -> None:
    (issue,) = issues_for(spread([SB] * 10, CapaianOrganisasi.ISTIMEWA, expected=1300), "X")

    assert dict(issue.context)["aturan"] == (
        "Sangat Baik 10 dari 10 pegawai, paling banyak 7 (70%) (sementara, 10 dari 1.300 pegawai)"
    )


def test_impossible_pattern_says_that_there_are_too_few_people() -> None:
    (issue,) = issues_for(spread([K] * 2, CapaianOrganisasi.KURANG), "X")

    assert dict(issue.context)["usul"] == (
        "tidak ada, karena 2 pegawai terlalu sedikit untuk pola ini"
    )


def test_unit_that_fits_is_not_reported() -> None:
    assert issues_for(spread([SB] * 2 + [B] * 7 + [BP]), "DINKES") == ()


def test_unit_without_capaian_organisasi_is_told_once_and_not_checked() -> None:
    found = spread([SB] * 20, None)

    (issue,) = issues_for(found, "DINKES")
    assert (issue.code, issue.severity) == (IssueCode.LTS_18, Severity.CATATAN)
    assert issue.place == Place("")
    assert (found.broken, found.moves, found.dominance) == ((), (), None)
    assert found.counts[0] == (SB, 20)


def test_unit_without_any_predikat_is_not_checked() -> None:
    found = spread([], expected=12)

    assert (found.total, found.expected) == (0, 12)
    assert (found.broken, found.dominance) == ((), None)
    assert issues_for(found, "DINKES") == ()


def test_dominance_is_noted_and_never_warned() -> None:
    found = spread([SB] * 5 + [B] * 4 + [BP])

    assert found.dominance == (
        "Predikat terbanyak Sangat Baik (5 pegawai); menurut pola seharusnya Baik (4 pegawai)."
    )
    assert issues_for(found, "DINKES") == ()


def test_predikat_that_shares_the_lead_still_dominates() -> None:
    assert spread([SB] * 4 + [B] * 4 + [BP] * 2).dominance is None


def of_unit(*rows: BarisPegawai) -> list[tuple[str, str]]:
    return [(row.nip, row.jabatan) for row in people_of(rows)]


def test_person_counts_once_by_the_last_definitive_assignment() -> None:
    first = baris("1", jabatan="Perawat", selesai=date(2026, 2, 1))
    second = baris("1", jabatan="Kepala Ruang", mulai=date(2026, 2, 2))
    other = baris("2", jabatan="Bidan")

    assert of_unit(second, other, first) == [("1", "Kepala Ruang"), ("2", "Bidan")]
    assert of_unit(first, other, second) == [("2", "Bidan"), ("1", "Kepala Ruang")]


@pytest.mark.parametrize("sifat", ["Plt", "Plh", "Pj"])
def test_post_held_beside_the_definitive_one_does_not_count(sifat: str) -> None:
    assert of_unit(baris("1", sifat=sifat, selesai=date(2026, 12, 31))) == []


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (PenugasanStatus.DINILAI, True),
        (PenugasanStatus.DITAHAN, True),
        (PenugasanStatus.TIDAK_DINILAI, False),
        (PenugasanStatus.DIABAIKAN, False),
    ],
)
def test_only_those_who_should_have_a_predikat_are_expected(
    status: PenugasanStatus, *, counts: bool
) -> None:
    assert of_unit(baris("1", status=status)) == ([("1", "Perawat")] if counts else [])


def test_withheld_lines_without_nip_or_days_are_people_of_their_own() -> None:
    unknown = baris("", mulai=None, selesai=None, status=PenugasanStatus.DITAHAN)

    assert len(people_of([unknown, unknown, baris("1")])) == 3


def test_posts_held_for_another_hide_nobody_who_comes_after_them() -> None:
    plt, definitif = baris("1", sifat="Plt"), baris("2")

    assert of_unit(plt, definitif) == [("2", "Perawat")]


@pytest.mark.parametrize(
    ("first", "second", "counting"),
    [
        ({"selesai": None}, {"mulai": date(2026, 2, 1)}, "first"),
        ({}, {"selesai": None}, "second"),
        ({}, {"mulai": date(2026, 2, 1)}, "second"),
        ({"mulai": None}, {}, "second"),
        ({}, {"mulai": None}, "first"),
        ({}, {}, "first"),
    ],
)
def test_last_assignment_is_the_one_that_ends_last_and_then_began_last(
    first: dict[str, None], second: dict[str, None], counting: str
) -> None:
    rows = [baris("1", jabatan="first", **first), baris("1", jabatan="second", **second)]

    assert of_unit(*rows) == [("1", counting)]
