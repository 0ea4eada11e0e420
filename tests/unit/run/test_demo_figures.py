"""Drawn figures mean what they were drawn for."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from kinerja_xlsx.model.law import Agregasi, Arah, Aspek, Ekspektasi
from kinerja_xlsx.run.demo.figures import Figures, draw_figures
from kinerja_xlsx.run.demo.ratings import draw_nilai, draw_ratings
from kinerja_xlsx.run.demo.seed import Pattern, Ukuran
from kinerja_xlsx.run.demo.work import RHK_BY_PERAN

UKURAN = sorted(
    {
        ukuran
        for rhk_list in RHK_BY_PERAN.values()
        for rhk in rhk_list
        for ukuran in rhk.ukuran
        if isinstance(ukuran, Ukuran)
    },
    key=lambda ukuran: (ukuran.indikator, ukuran.target),
)


def chance() -> Random:
    return Random(7)  # noqa: S311 - drawn data, nothing secret


def capaian(figures: Figures, arah: Arah) -> Decimal:
    """Work out the capaian by hand, as `aturan` 3 has it."""
    low, high = figures.target, figures.target_atas or figures.target
    realisasi = figures.realisasi
    if figures.pembilang is not None and figures.penyebut is not None:
        realisasi = 100 * figures.pembilang / figures.penyebut
    assert realisasi is not None
    if low <= realisasi <= high:
        return Decimal(100)
    bound = high if realisasi > high else low
    return 100 * (realisasi / bound if arah is Arah.NAIK else 2 - realisasi / bound)


def meant(value: Decimal) -> Ekspektasi:
    if value > 100:
        return Ekspektasi.DI_ATAS
    return Ekspektasi.SESUAI if value >= 90 else Ekspektasi.DI_BAWAH


@pytest.mark.parametrize("level", list(Ekspektasi))
@pytest.mark.parametrize("ukuran", UKURAN, ids=lambda ukuran: ukuran.indikator)
def test_figures_come_to_the_intended_expectation(ukuran: Ukuran, level: Ekspektasi) -> None:
    rng = chance()

    drawn = [draw_figures(ukuran, level, rng) for _ in range(30)]

    assert {meant(capaian(figures, ukuran.arah)) for figures in drawn} == {level}


@pytest.mark.parametrize("ukuran", UKURAN, ids=lambda ukuran: ukuran.indikator)
def test_figures_stay_possible(ukuran: Ukuran) -> None:
    rng = chance()

    drawn = [draw_figures(ukuran, level, rng) for level in Ekspektasi for _ in range(20)]

    for figures in drawn:
        assert figures.target_atas is None or figures.target_atas > figures.target
        assert figures.realisasi is None or figures.realisasi >= 0
        if ukuran.satuan == "persen" and figures.realisasi is not None:
            assert figures.realisasi <= 100
        if figures.pembilang is not None and figures.penyebut is not None:
            assert 0 <= figures.pembilang <= figures.penyebut


def test_a_count_stays_whole_and_a_mean_may_have_decimals() -> None:
    count = Ukuran("Dokumen", Aspek.KUANTITAS, "dokumen", (3, 9))
    mean = Ukuran("Hari", Aspek.WAKTU, "hari", (3, 9), Arah.TURUN, Agregasi.RATA_RATA)
    rng = chance()

    counts = [draw_figures(count, Ekspektasi.DI_BAWAH, rng).realisasi for _ in range(40)]
    means = [draw_figures(mean, Ekspektasi.DI_BAWAH, rng).realisasi for _ in range(40)]

    assert all(number is not None and number == int(number) for number in counts)
    assert any(number is not None and number != int(number) for number in means)


def test_ratings_follow_the_pattern_of_the_office() -> None:
    rng = chance()

    ratings = draw_ratings(Pattern(0.6, 0.1, 0.05, 0.0), 101, None, rng)

    assert ratings[0] == (Ekspektasi.SESUAI, Ekspektasi.SESUAI)
    good = [rating for rating in ratings[1:] if rating[1] is not Ekspektasi.DI_BAWAH]
    assert sum(rating[0] is Ekspektasi.DI_BAWAH for rating in good) == 10
    assert sum(rating == (Ekspektasi.DI_ATAS, Ekspektasi.DI_ATAS) for rating in ratings) == 25


@pytest.mark.parametrize("level", list(Ekspektasi))
def test_seven_values_lean_the_way_of_the_rating(level: Ekspektasi) -> None:
    rng = chance()

    full = [values for _ in range(200) if len(values := draw_nilai(level, rng)) == 7]

    assert len(full) > 50
    for values in full:
        above = sum(value is Ekspektasi.DI_ATAS for value in values.values())
        below = sum(value is Ekspektasi.DI_BAWAH for value in values.values())
        assert (above > 3) == (level is Ekspektasi.DI_ATAS)
        assert (below > 3) == (level is Ekspektasi.DI_BAWAH)
