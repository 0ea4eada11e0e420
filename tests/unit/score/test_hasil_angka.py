"""What a numeric result holds beside its trail, also where part of it is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import Pendekatan, SebutanAngka, YaTidak
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.score import HasilAngka
from kinerja_xlsx.policy.parameter import Override
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.score.pegawai import score_penugasan
from tests.unit.score.rows import PERIOD, POLICY, indikator, penilaian, penugasan, step, tambahan
from tests.unit.score.test_nilai_angka import parameters, reached, scored

PP_30 = ModeAngka.PP_30_2019_70
PAN_8 = ModeAngka.PERMENPANRB_8_2021


def test_result_holds_its_parts() -> None:
    found = scored(reached("100"), mode=PP_30, perilaku="90", ide_baru=YaTidak.YA)

    assert found.angka == HasilAngka(
        PP_30, Decimal(100), Decimal(90), Decimal(97), SebutanAngka.BAIK
    )


def test_result_without_perilaku_holds_the_value_of_the_work() -> None:
    found = scored(reached("98"), mode=PAN_8, jpt=True)

    assert found.angka == HasilAngka(PAN_8, Decimal(88), None, None, None)


def test_result_without_capaian_holds_what_the_rater_typed() -> None:
    found = scored(tambahan("1.1", realisasi=100), mode=PP_30, perilaku="90")

    assert found.angka == HasilAngka(PP_30, None, Decimal(90), None, None)
    assert step(found, "Nilai SKP (PP 30/2019 70:30)").formula == "tidak ada capaian"


def test_result_of_an_incomplete_assignment_holds_what_the_rater_typed() -> None:
    found = scored(indikator("1.1"), mode=PAN_8, perilaku="90")

    assert found.angka == HasilAngka(PAN_8, None, Decimal(90), None, None)
    assert step(found, "Nilai SKP (PermenPANRB 8/2021)").formula == (
        "masih ada indikator tanpa realisasi"
    )


def test_assignment_without_penilaian_has_the_value_of_its_work_alone() -> None:
    found, _ = score_penugasan(
        penugasan(reached("100")),
        pendekatan=Pendekatan.KUANTITATIF,
        policy=POLICY,
        parameters=parameters(PP_30),
    )

    assert found.angka == HasilAngka(PP_30, Decimal(100), None, None, None)


def test_result_above_120_is_limited_and_says_so() -> None:
    since = date(2026, 1, 1)
    higher = parameters_for(
        PERIOD,
        (
            Override(NamaParameter.MODE_ANGKA, since, PP_30.value),
            Override(NamaParameter.BATAS_CAPAIAN, since, "150"),
        ),
    )
    rated = penilaian().model_copy(update={"nilai_perilaku": Decimal(110)})

    found, _ = score_penugasan(
        penugasan(reached("150"), rated=rated),
        pendekatan=Pendekatan.KUANTITATIF,
        policy=POLICY,
        parameters=higher,
    )

    assert found.angka is not None
    assert found.angka.nilai == Decimal(120)
    assert step(found, "Nilai kinerja (PP 30/2019 70:30)").formula == (
        "70% × 150 + 30% × 110 = 138, dibatasi 120"
    )
