"""The trail of an assignment, word for word, where there is little to show."""

from __future__ import annotations

from decimal import Decimal

from kinerja_xlsx.model.law import Ekspektasi, JenisHasilKerja, Pendekatan, Predikat
from kinerja_xlsx.model.score import RhkScore, Score, Step
from kinerja_xlsx.score.rating import predikat_of
from kinerja_xlsx.score.rhk import KUALITATIF
from tests.unit.score.rows import (
    POLICY,
    indikator,
    penilaian,
    penugasan,
    score,
    step,
    tambahan,
)

ATAS, SESUAI, BAWAH = Ekspektasi
MEAN = "rata-rata, karena Bobot tidak dipakai"
LAW = "PermenPANRB 6/2022 (syarat rating), pasal belum diperiksa"
RATER = "PermenPANRB 6/2022 (rating ditetapkan pejabat penilai), pasal belum diperiksa"
THRESHOLDS = (
    "ketentuan yang dapat diubah BKPSDM – ambang di atas: 100 persen, ambang sesuai: 90 persen "
    "(belum diatur peraturan)"
)


def whole(scored: Score, label: str) -> Step:
    return step(scored, label)


def test_assignment_of_additional_work_alone_says_what_it_lacks() -> None:
    scored, _ = score(tambahan("1.1", realisasi=110))

    assert whole(scored, "Capaian penugasan") == Step(
        "Capaian penugasan", "tidak ada capaian RHK utama", "tidak ada", MEAN
    )
    assert whole(scored, "Usulan rating hasil kerja") == Step(
        "Usulan rating hasil kerja", "tidak ada capaian RHK utama", "tidak ada usulan", LAW
    )


def test_rhk_shows_its_mean_and_the_band_it_falls_in() -> None:
    scored, _ = score(indikator("1.1", realisasi=95), tambahan("2.1", realisasi=80))

    assert whole(scored, "Capaian RHK 1") == Step("Capaian RHK 1", "95", "95,00", MEAN)
    assert whole(scored, "Ekspektasi RHK 1") == Step(
        "Ekspektasi RHK 1", "95,00 ≥ 90 dan tidak > 100", SESUAI.value, THRESHOLDS
    )
    assert whole(scored, "Capaian RHK 2").source == (
        "rata-rata; Bobot tidak berlaku untuk hasil kerja tambahan"
    )
    assert scored.rhk == (
        RhkScore(1, JenisHasilKerja.UTAMA, Decimal(95), SESUAI),
        RhkScore(2, JenisHasilKerja.TAMBAHAN, Decimal(80), BAWAH),
    )


def test_weighted_rhk_shows_its_weights_and_their_cells() -> None:
    scored, _ = score(
        indikator("1.1", realisasi=110, bobot=30),
        indikator("1.2", realisasi=90, bobot=10),
        indikator("2.1", realisasi=100, bobot=60),
    )

    assert whole(scored, "Capaian RHK 1") == Step(
        "Capaian RHK 1",
        "(30 × 110 + 10 × 90) ÷ 40",
        "105,00",
        "rata-rata tertimbang menurut Bobot yang diisi unit",
        ("Hasil Kerja!T5", "Hasil Kerja!T6"),
    )
    assert scored.rhk[0].capaian == Decimal(105)
    assert scored.capaian == Decimal(102)


def test_rhk_without_any_realisasi_keeps_its_number_and_kind() -> None:
    scored, _ = score(indikator("3.1"), indikator("1.1", realisasi=95))

    assert scored.rhk[1] == RhkScore(3, JenisHasilKerja.UTAMA, None, None)
    assert whole(scored, "Capaian RHK 3") == Step(
        "Capaian RHK 3", "tidak ada indikator yang dinilai", "tidak ada", MEAN
    )


def test_qualitative_rhk_rests_on_the_rater() -> None:
    scored, _ = score(indikator("1.1"), pendekatan=Pendekatan.KUALITATIF)

    assert whole(scored, "Capaian RHK 1") == Step(
        "Capaian RHK 1", KUALITATIF, "tanpa angka", RATER
    )
    assert whole(scored, "Capaian penugasan") == Step(
        "Capaian penugasan", KUALITATIF, "tanpa angka", RATER
    )
    assert scored.rhk == (RhkScore(1, JenisHasilKerja.UTAMA, None, None),)


def test_both_ratings_are_shown_with_their_cells() -> None:
    rated = penilaian(ATAS, SESUAI)

    scored, _ = score(rated=rated)

    set_by = "ditetapkan pejabat penilai"
    assert whole(scored, "Rating Hasil Kerja") == Step(
        "Rating Hasil Kerja", set_by, ATAS.value, RATER, ("Penilaian!M5",)
    )
    assert whole(scored, "Rating Perilaku") == Step(
        "Rating Perilaku", set_by, SESUAI.value, RATER, ("Penilaian!N5",)
    )


def test_predikat_of_an_assignment_is_that_of_its_ratings() -> None:
    assert predikat_of(penugasan(rated=penilaian(ATAS, ATAS)), POLICY) is Predikat.SANGAT_BAIK
    assert predikat_of(penugasan(rated=penilaian(ATAS, None)), POLICY) is None
    assert predikat_of(penugasan(), POLICY) is None
