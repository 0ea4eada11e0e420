"""Figures of shorter periods scored once, against their own targets."""

from __future__ import annotations

from decimal import Decimal

from kinerja_xlsx.model.law import Arah, Pendekatan
from kinerja_xlsx.model.score import IndikatorStatus, Score
from kinerja_xlsx.score.pegawai import score_penugasan
from kinerja_xlsx.score.sejarah import Tergabung
from kinerja_xlsx.spec.penugasan import Penugasan
from tests.unit.score.periode import JAN, blank, filled, gathered, in_period, months, quarter
from tests.unit.score.rows import PARAMETERS, POLICY, step


def scored(own: Penugasan, found: Tergabung) -> Score:
    score, _ = score_penugasan(
        own,
        pendekatan=Pendekatan.KUANTITATIF,
        policy=POLICY,
        parameters=PARAMETERS,
        gabungan=found.gabungan,
    )
    return score


def test_rolled_figures_are_scored_against_their_own_targets() -> None:
    own = quarter(blank(arah=Arah.TURUN))

    score = scored(own, gathered(own, {JAN: [in_period(JAN, filled(90))]}))

    (one,) = score.indikator
    assert (one.status, one.realisasi, one.capaian) == (
        IndikatorStatus.DINILAI, Decimal(90), Decimal(110)
    )  # fmt: skip
    assert one.gabungan is not None
    assert (one.gabungan.target, one.gabungan.target_atas) == (Decimal(100), None)
    assert score.lengkap
    found = step(score, "Capaian indikator 1.1")
    assert found.formula == "(2 − 90 ÷ 100) × 100"
    assert found.cells == ("dinkes.xlsx › Hasil Kerja!N5", "dinkes.xlsx › Hasil Kerja!U5")
    assert step(score, "Realisasi gabungan indikator 1.1").result == "90, target 100"


def test_rolled_target_of_zero_is_not_scored_where_more_is_better() -> None:
    own = quarter(blank())

    score = scored(own, gathered(own, {JAN: [in_period(JAN, filled(3, target=0))]}))

    (one,) = score.indikator
    assert (one.status, one.realisasi, one.capaian) == (
        IndikatorStatus.TIDAK_DINILAI, Decimal(3), None
    )  # fmt: skip
    assert score.lengkap
    assert "target nol" in step(score, "Capaian indikator 1.1").source


def test_own_figure_beats_the_roll_up() -> None:
    own = quarter(filled(285, target=300))

    score = scored(own, gathered(own, months(90, 100, 80)))

    (one,) = score.indikator
    assert (one.capaian, one.gabungan) == (Decimal(95), None)


def test_qualitative_work_is_not_rolled_up() -> None:
    own = quarter(blank())
    found = gathered(own, months(90, 100, 80))

    score, _ = score_penugasan(
        own,
        pendekatan=Pendekatan.KUALITATIF,
        policy=POLICY,
        parameters=PARAMETERS,
        gabungan=found.gabungan,
    )

    assert score.indikator[0].status is IndikatorStatus.KUALITATIF
