"""Capaian of an indicator: laws that hold for every figure, and where the figures stood."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import Agregasi, Arah, Pendekatan
from kinerja_xlsx.model.score import IndikatorStatus
from kinerja_xlsx.score.capaian import Indikator, score_indikator
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.unit.score.rows import PARAMETERS, POLICY, indikator, place

amounts = st.decimals(min_value=0, max_value=10**12, places=4)
targets = st.tuples(amounts, amounts).map(sorted)


def work_out(row: HasilKerjaRow, pendekatan: Pendekatan = Pendekatan.KUANTITATIF) -> Indikator:
    return score_indikator(place(row), pendekatan=pendekatan, policy=POLICY, parameters=PARAMETERS)


def persen_of(target: list[Decimal], arah: Arah, realisasi: Decimal) -> Fraction | None:
    row = indikator(target=target[0], target_atas=target[1], arah=arah, realisasi=realisasi)
    return work_out(row).persen


@given(target=targets, one=amounts, other=amounts)
def test_more_is_never_worse_where_more_is_better(
    target: list[Decimal], one: Decimal, other: Decimal
) -> None:
    less, more = sorted([one, other])

    worse, better = (persen_of(target, Arah.NAIK, realisasi) for realisasi in (less, more))

    assert (worse is None) is (better is None) is (target[1] == 0)
    if worse is not None and better is not None:
        assert worse <= better


@given(target=targets, one=amounts, other=amounts)
def test_less_is_never_worse_where_less_is_better(
    target: list[Decimal], one: Decimal, other: Decimal
) -> None:
    less, more = sorted([one, other])

    better, worse = (persen_of(target, Arah.TURUN, realisasi) for realisasi in (less, more))

    assert better is not None
    assert worse is not None
    assert worse <= better


@given(target=targets, arah=st.sampled_from(Arah), realisasi=amounts)
def test_capaian_lies_between_zero_and_the_limit(
    target: list[Decimal], arah: Arah, realisasi: Decimal
) -> None:
    found = persen_of(target, arah, realisasi)

    assert found is None or 0 <= found <= PARAMETERS.batas_capaian.value


@given(target=amounts.filter(lambda amount: amount > 0), arah=st.sampled_from(Arah))
def test_target_met_exactly_is_one_hundred(target: Decimal, arah: Arah) -> None:
    assert work_out(indikator(target=target, arah=arah, realisasi=target)).persen == 100


def test_capaian_is_exact_and_its_decimal_has_the_default_precision() -> None:
    found = work_out(indikator(target=3, realisasi=1))

    assert found.persen == Fraction(100, 3)
    assert found.score.capaian == Decimal("33.33333333333333333333333333")


def test_ratio_becomes_the_realisasi_of_the_score() -> None:
    row = indikator(target=95, agregasi=Agregasi.RASIO, pembilang=475, penyebut=500)

    assert work_out(row).score.realisasi == Decimal(95)


def test_step_points_at_the_cells_of_its_figures() -> None:
    typed = work_out(indikator(target=7, target_atas=8, realisasi=9))
    ratio = work_out(indikator(target=95, agregasi=Agregasi.RASIO, pembilang=475, penyebut=500))

    assert typed.step.cells == ("Hasil Kerja!N5", "Hasil Kerja!O5", "Hasil Kerja!U5")
    assert ratio.step.cells == ("Hasil Kerja!N5", "Hasil Kerja!V5", "Hasil Kerja!W5")


def test_step_without_realisasi_points_at_the_blank_cell() -> None:
    step = work_out(indikator(target=7)).step

    assert (step.formula, step.result) == ("Realisasi belum diisi", "belum ada realisasi")
    assert step.cells == ("Hasil Kerja!N5", "Hasil Kerja!U5")


def test_qualitative_indicator_has_no_figure_and_points_at_its_words() -> None:
    row = indikator(
        target=None, arah=None, agregasi=None, satuan=None, uraian_target="Semua dijawab"
    )

    found = work_out(row, Pendekatan.KUALITATIF)

    assert found.score.status is IndikatorStatus.KUALITATIF
    assert (found.persen, found.score.capaian) == (None, None)
    assert found.step.cells == ("Hasil Kerja!P5",)


def test_step_names_the_rule_that_made_the_figure() -> None:
    plain = work_out(indikator(target=10, realisasi=9)).step.source
    limited = work_out(indikator(target=10, realisasi=90)).step.source
    zero = work_out(indikator(target=0, arah=Arah.TURUN, realisasi=0)).step.source
    unscored = work_out(indikator(target=0, realisasi=3)).step.source

    assert plain == "PermenPANRB 8/2021 (rumus capaian), pasal belum diperiksa"
    assert limited == (
        f"{plain}; ketentuan yang dapat diubah BKPSDM – batas capaian: 120 persen "
        "(belum diatur peraturan)"
    )
    assert zero == unscored
    assert zero == (
        "ketentuan yang dapat diubah BKPSDM – target nol: 100 persen (belum diatur peraturan)"
    )


@pytest.mark.parametrize("row", [indikator(target=None), indikator(arah=None)])
def test_quantitative_row_that_validation_never_lets_through_is_our_fault(
    row: HasilKerjaRow,
) -> None:
    with pytest.raises(ValueError, match=r"indicator 1\.1 has no target or arah"):
        work_out(row)


def test_target_of_zero_that_was_missed_names_its_parameter_and_no_formula_of_the_law() -> None:
    step = work_out(indikator(target=0, arah=Arah.TURUN, realisasi=1)).step

    assert step.source == (
        "ketentuan yang dapat diubah BKPSDM – target nol: 100 persen (belum diatur peraturan)"
    )


@pytest.mark.parametrize(
    ("row", "pendekatan"),
    [
        (indikator(target=0, realisasi=3), Pendekatan.KUANTITATIF),
        (indikator(target=100, realisasi=3), Pendekatan.KUALITATIF),
    ],
)
def test_indicator_without_capaian_keeps_its_number_and_typed_figure(
    row: HasilKerjaRow, pendekatan: Pendekatan
) -> None:
    found = work_out(row, pendekatan).score

    assert (found.no_indikator, found.realisasi, found.capaian) == ("1.1", Decimal(3), None)


def test_scored_indicator_keeps_its_number_and_the_figure_as_typed() -> None:
    found = work_out(indikator("2.3", target=4, realisasi="3.20")).score

    assert (found.no_indikator, found.realisasi, found.capaian) == (
        "2.3",
        Decimal("3.20"),
        Decimal(80),
    )


def test_qualitative_step_names_the_rule_that_leaves_it_to_the_rater() -> None:
    step = work_out(indikator(), Pendekatan.KUALITATIF).step

    assert step.label == "Capaian indikator 1.1"
    assert step.formula == "pendekatan kualitatif, dinilai dari uraian"
    assert step.source == POLICY.rating_citation.text
