"""Units in order of the share at Baik or better: ties share a rank, small units have none."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.kinerja_unit import BarisPeringkat
from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat
from kinerja_xlsx.model.rekap import BarisUnit, Kiriman
from kinerja_xlsx.score.distribusi import distribusi
from kinerja_xlsx.score.peringkat import rank_units
from tests.unit.score.rows import PARAMETERS, POLICY

COUNTS = st.tuples(*[st.integers(0, 12)] * 3).filter(any)


def unit(kode: str, *counts: int, expected: int | None = None) -> BarisUnit:
    """Draw a unit with people at Sangat Baik, Baik and Butuh Perbaikan."""
    people = [one for one, count in zip(Predikat, counts, strict=False) for _ in range(count)]
    spread = distribusi(
        people,
        capaian_organisasi=CapaianOrganisasi.BAIK,
        expected=len(people) if expected is None else expected,
        policy=POLICY,
        parameters=PARAMETERS,
    )
    return BarisUnit(
        kode, f"Unit {kode}", "", kiriman=Kiriman.SUDAH, dinilai=len(people), ditahan=0,
        tidak_dinilai=0, tidak_dikirim=0, belum_ditetapkan=0,
        capaian_organisasi=CapaianOrganisasi.BAIK, distribusi=spread,
    )  # fmt: skip


def ranks(*units: BarisUnit) -> list[tuple[str, int | None]]:
    return [(line.kode, line.peringkat) for line in rank_units(units)]


def test_equal_shares_share_a_rank_and_the_next_stays_free() -> None:
    assert ranks(
        unit("A", 1, 5, 6), unit("B", 10, 0, 5), unit("C", 12, 0, 0), unit("D", 0, 20, 10)
    ) == [("C", 1), ("B", 2), ("D", 2), ("A", 4)]


def test_the_best_units_may_all_be_first() -> None:
    assert ranks(unit("B", 10, 0, 0), unit("A", 0, 10, 0), unit("C", 0, 9, 1)) == [
        ("A", 1),
        ("B", 1),
        ("C", 3),
    ]


def test_shares_are_compared_without_rounding() -> None:
    assert ranks(unit("A", 0, 667, 333), unit("B", 0, 2, 1), unit("C", 0, 200, 100)) == [
        ("A", 1),
        ("C", 2),
        ("B", None),
    ]


def test_small_units_and_those_without_a_predikat_stand_below_with_the_reason() -> None:
    silent = replace(unit("D"), kiriman=Kiriman.BELUM, distribusi=None)

    found = rank_units([unit("C", 0, 9, 0), silent, unit("B", expected=12), unit("A", 0, 10, 0)])

    assert [(line.kode, line.peringkat) for line in found] == [
        ("A", 1),
        ("B", None),
        ("C", None),
        ("D", None),
    ]
    assert found[0].keterangan == ""
    assert found[1].keterangan == "Tanpa peringkat: belum ada pegawai dengan predikat."
    assert found[2].keterangan.startswith("Tanpa peringkat: unit kecil")
    assert found[3].keterangan == "Tanpa peringkat: belum mengirim."
    assert (found[2].baik, found[2].total, found[3].total) == (9, 9, 0)


def test_a_line_says_what_its_rank_rests_on() -> None:
    ranked, silent = rank_units([
        unit("A", 1, 20, 3),
        replace(unit("B"), kiriman=Kiriman.DITOLAK, distribusi=None),
    ])  # fmt: skip

    assert ranked == BarisPeringkat(
        "A", "Unit A", sangat_baik=1, baik=20, total=24, is_sent=True, peringkat=1, keterangan=""
    )
    assert silent == BarisPeringkat(
        "B", "Unit B", sangat_baik=0, baik=0, total=0, is_sent=False, peringkat=None,
        keterangan="Tanpa peringkat: kiriman ditolak.",
    )  # fmt: skip


def test_a_unit_that_sent_nothing_to_rate_says_so() -> None:
    (line,) = rank_units([replace(unit("A"), distribusi=None)])

    assert line.keterangan == "Tanpa peringkat: belum ada yang dapat dinilai."


def test_a_rank_that_may_still_change_says_so() -> None:
    (line,) = rank_units([unit("A", 0, 10, 0, expected=30)])

    assert (line.peringkat, line.keterangan) == (1, "Sementara, 10 dari 30 pegawai.")


def test_a_unit_of_which_few_are_rated_so_far_is_not_called_small() -> None:
    (line,) = rank_units([unit("A", 0, 9, 0, expected=30)])

    assert line.peringkat is None
    assert line.keterangan == (
        "Tanpa peringkat: pegawai berpredikat masih sedikit. Sementara, 9 dari 30 pegawai."
    )


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_a_rank_is_one_more_than_the_units_that_are_better(counts: list[tuple[int, ...]]) -> None:
    lines = rank_units([unit(str(number), *each) for number, each in enumerate(counts)])
    ranked = [line for line in lines if line.peringkat is not None]
    shares = [Fraction(line.sangat_baik + line.baik, line.total) for line in ranked]

    for line, own in zip(ranked, shares, strict=True):
        assert line.peringkat == 1 + sum(share > own for share in shares)
