"""Laws of a whole score: doing better never makes it worse, and every figure has one band."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import Arah, Ekspektasi, JenisHasilKerja
from kinerja_xlsx.model.score import RhkScore, Score
from kinerja_xlsx.policy.permenpanrb_8_2021 import LERENG, nilai_iki
from kinerja_xlsx.policy.pp_30_2019 import SEBUTAN
from kinerja_xlsx.policy.pp_94_2021 import TANGGA, step_of
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.sifat import examples
from tests.unit.score.rows import indikator, penilaian, score

RANKS = {word: rank for rank, word in enumerate(reversed(Ekspektasi))}
"""Below, as expected, above."""
amounts = st.decimals(min_value=0, max_value=300, places=2)


class Drawn(NamedTuple):
    """One indicator that was scored, and what else could have been reached."""

    rhk: int
    jenis: JenisHasilKerja
    arah: Arah
    target: Decimal
    realisasi: Decimal
    bobot: int


drawn_rows = st.lists(
    st.builds(
        Drawn,
        rhk=st.integers(1, 4),
        jenis=st.sampled_from(JenisHasilKerja),
        arah=st.sampled_from(Arah),
        target=st.decimals(min_value=1, max_value=200, places=2),
        realisasi=amounts,
        bobot=st.integers(1, 100),
    ),
    min_size=1,
    max_size=8,
)


def rows_of(drawn: list[Drawn], *, weighted: bool) -> list[HasilKerjaRow]:
    """Draw the rows; all rows of an RHK are of the kind of its first."""
    kinds = {one.rhk: one.jenis for one in reversed(drawn)}
    return [
        indikator(
            f"{one.rhk}.{number}",
            jenis=kinds[one.rhk],
            arah=one.arah,
            target=one.target,
            realisasi=one.realisasi,
            bobot=one.bobot if weighted else None,
        )
        for number, one in enumerate(drawn, start=1)
    ]


def scored(drawn: list[Drawn], *, weighted: bool) -> Score:
    found, _ = score(*rows_of(drawn, weighted=weighted))
    return found


def rank(word: Ekspektasi | None) -> int:
    return -1 if word is None else RANKS[word]


def capaian_of(rhk: RhkScore) -> Decimal:
    assert rhk.capaian is not None
    return rhk.capaian


@examples(150)
@given(drawn=drawn_rows, at=st.integers(0, 7), other=amounts, weighted=st.booleans())
def test_doing_better_never_lowers_an_rhk_the_assignment_or_the_proposal(
    drawn: list[Drawn], at: int, other: Decimal, *, weighted: bool
) -> None:
    one = drawn[at % len(drawn)]
    best = max if one.arah is Arah.NAIK else min
    better = [*drawn]
    better[at % len(drawn)] = one._replace(realisasi=best(one.realisasi, other))

    before, after = (scored(rows, weighted=weighted) for rows in (drawn, better))

    pairs = list(zip(before.rhk, after.rhk, strict=True))
    assert all(capaian_of(new) >= capaian_of(old) for old, new in pairs)
    assert all(rank(new.ekspektasi) >= rank(old.ekspektasi) for old, new in pairs)
    assert (before.capaian is None) is (after.capaian is None)
    assert before.capaian is None or (after.capaian or Decimal(0)) >= before.capaian
    assert rank(after.usulan_hasil_kerja) >= rank(before.usulan_hasil_kerja)


@examples(150)
@given(drawn=drawn_rows, data=st.data(), weighted=st.booleans())
def test_order_of_rows_changes_neither_figures_nor_proposals(
    drawn: list[Drawn], data: st.DataObject, *, weighted: bool
) -> None:
    rows = rows_of(drawn, weighted=weighted)
    shuffled = data.draw(st.permutations(rows))

    one, _ = score(*rows)
    other, _ = score(*shuffled)

    assert (one.capaian, one.lengkap, one.rhk, one.usulan_hasil_kerja) == (
        other.capaian,
        other.lengkap,
        other.rhk,
        other.usulan_hasil_kerja,
    )
    assert {each.no_indikator: each for each in one.indikator} == {
        each.no_indikator: each for each in other.indikator
    }


@given(
    words=st.lists(st.sampled_from(Ekspektasi), min_size=7, max_size=7),
    at=st.integers(0, 6),
    other=st.sampled_from(Ekspektasi),
)
def test_better_conduct_never_lowers_the_proposal(
    words: list[Ekspektasi], at: int, other: Ekspektasi
) -> None:
    better = [*words]
    better[at] = max(words[at], other, key=rank)

    before, _ = score(rated=penilaian(nilai=words))
    after, _ = score(rated=penilaian(nilai=better))

    assert rank(after.usulan_perilaku) >= rank(before.usulan_perilaku)


@given(st.integers(0, 110))
def test_every_percent_lies_on_exactly_one_line_or_is_one_hundred(persen: int) -> None:
    lines = [line for line in LERENG if line[0] <= persen <= line[1]]

    assert len(lines) == (0 if persen == 100 else 1)
    assert 0 <= nilai_iki(persen, is_maksimal=False) <= 120


@given(st.decimals(0, 120, places=4))
def test_every_weighed_value_falls_in_exactly_one_band(nilai: Decimal) -> None:
    uppers = [None, *(limit for limit, _ in SEBUTAN)]
    bands = [
        word
        for (limit, word), upper in zip(SEBUTAN, uppers, strict=False)
        if limit <= nilai and (upper is None or nilai < upper)
    ]

    assert len(bands) == 1


@given(one=st.integers(0, 300), other=st.integers(0, 300))
def test_more_days_of_absence_never_lead_to_a_lower_step(one: int, other: int) -> None:
    order = [None, *(step for _, step in reversed(TANGGA))]
    fewer, more = sorted((one, other))

    assert order.index(step_of(fewer)) <= order.index(step_of(more))
