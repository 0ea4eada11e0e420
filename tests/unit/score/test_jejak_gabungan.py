"""The trail of a roll-up, word for word: which figure of which period went into it, and how."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kinerja_xlsx.model.law import Agregasi, Arah
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.model.score import GabunganScore, IndikatorStatus, Step
from kinerja_xlsx.score.capaian import Indikator
from kinerja_xlsx.score.gabungan import Gabungan, is_typed
from tests.unit.score.periode import FEB, JAN, MAR, QUARTER, YEAR
from tests.unit.score.rows import indikator, score_rolled
from tests.unit.score.test_gabungan import Drawn, month, rolled

HALF = Period.parse("2026-S1")
APR, MAY = Period.parse("2026-04"), Period.parse("2026-05")
LABEL = "Realisasi gabungan indikator 1.1"
NOT_THERE = "belum ada Maret 2026, April 2026, Juni 2026"
MISSING = "ketentuan yang dapat diubah BKPSDM – bulan hilang: dilewati (belum diatur peraturan)"


def source(agregasi: str) -> str:
    return f"digabung menurut Agregasi «{agregasi}» di lembar Hasil Kerja"


def put_together(agregasi: Agregasi, rows: Drawn, **more: Any) -> Gabungan:
    found = rolled(agregasi, rows, **more)
    assert found is not None
    return found


def lines(steps: Iterable[Step]) -> list[tuple[str, str, str, str]]:
    return [(step.label, step.formula, step.result, step.source) for step in steps]


def test_means_of_three_levels_are_written_level_by_level() -> None:
    found = put_together(
        Agregasi.RATA_RATA,
        {JAN: month(10, 8), FEB: month(10, 9), MAY: month(20, 10)},
        period=HALF,
    )

    mean = source("Rata-rata")
    assert lines(found.steps) == [
        (
            f"{LABEL}, Triwulan I 2026",
            "(8 (Januari 2026) + 9 (Februari 2026)) ÷ 2",
            "8,5, target 10",
            mean,
        ),
        (f"{LABEL}, Triwulan II 2026", "10 (Mei 2026)", "10, target 20", mean),
        (
            LABEL,
            f"(8,5 (Triwulan I 2026) + 10 (Triwulan II 2026)) ÷ 2; 3 dari 6 bulan, {NOT_THERE}",
            "9,25, target 15",
            f"{mean}; {MISSING}",
        ),
    ]
    assert [step.cells for step in found.steps[:-1]] == [(), ()]
    assert (
        found.steps[-1].cells
        == ("dinkes.xlsx › Hasil Kerja!N5", "dinkes.xlsx › Hasil Kerja!U5") * 3
    )


def test_ratios_of_two_levels_add_their_parts_and_not_their_percentages() -> None:
    found = put_together(
        Agregasi.RASIO,
        {
            JAN: month(80, None, pembilang=1, penyebut=2),
            FEB: month(85, None, pembilang=3, penyebut=4),
            APR: month(90, None, pembilang=5, penyebut=10),
        },
        period=HALF,
        expected=(JAN, FEB, APR),
    )

    ratio = source("Rasio")
    assert lines(found.steps) == [
        (
            f"{LABEL}, Triwulan I 2026",
            "100 × (1 + 3) ÷ (2 + 4) dari Januari 2026, Februari 2026",
            "66,6667, target 85",
            ratio,
        ),
        (
            f"{LABEL}, Triwulan II 2026",
            "100 × (5) ÷ (10) dari April 2026",
            "50, target 90",
            ratio,
        ),
        (
            LABEL,
            "100 × (4 + 5) ÷ (6 + 10) dari Triwulan I 2026, Triwulan II 2026; 3 dari 3 bulan",
            "56,25, target 90",
            ratio,
        ),
    ]
    assert [part.realisasi for part in found.figures.rows] == [50, 75, 50]
    assert found.figures.parts[0].ratio == (Fraction(4), Fraction(6))


def test_the_last_figure_stands_alone() -> None:
    found = put_together(
        Agregasi.TERAKHIR, {JAN: month(10, 8), FEB: month(20, 9)}, expected=(JAN, FEB)
    )

    assert lines(found.steps) == [
        (LABEL, "9 (Februari 2026); 2 dari 2 bulan", "9, target 20", source("Terakhir"))
    ]


def test_sum_is_written_with_its_terms_and_a_range_with_both_bounds() -> None:
    found = put_together(
        Agregasi.JUMLAH,
        {JAN: month(10, 8, target_atas=12), MAR: month(20, 9)},
        expected=(JAN, MAR),
    )

    assert lines(found.steps) == [
        (
            LABEL,
            "8 (Januari 2026) + 9 (Maret 2026); 2 dari 2 bulan",
            "17, target 30–32",
            source("Jumlah"),
        )
    ]


def test_where_nothing_is_expected_nothing_is_counted() -> None:
    found = put_together(Agregasi.JUMLAH, {JAN: month(10, 8)}, expected=())

    assert found.score == GabunganScore(
        target=Decimal(10), target_atas=None, periode="", belum_ada=()
    )
    assert found.steps[-1].formula == "8 (Januari 2026)"


def test_two_rows_of_one_month_are_put_together_before_the_quarter() -> None:
    found = put_together(Agregasi.JUMLAH, {JAN: [*month(10, 5), *month(20, 3)], FEB: month(1, 1)})

    assert found.figures.realisasi == 9
    assert lines(found.steps)[0] == (
        f"{LABEL}, Januari 2026",
        "5 (Januari 2026) + 3 (Januari 2026)",
        "8, target 30",
        source("Jumlah"),
    )
    assert found.figures.parts[0].period == JAN


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"realisasi": 3}, True),
        ({"agregasi": Agregasi.RASIO, "pembilang": 1, "penyebut": 2}, True),
        ({"agregasi": Agregasi.JUMLAH, "pembilang": 1, "penyebut": 2}, False),
        ({"agregasi": Agregasi.RASIO, "penyebut": 2}, False),
        ({"agregasi": Agregasi.RASIO, "pembilang": 1}, False),
    ],
)
def test_only_a_figure_or_a_whole_ratio_counts_as_typed(
    row: dict[str, Any], *, verdict: bool
) -> None:
    assert is_typed(indikator("1.1", **row)) is verdict


@pytest.mark.parametrize("half", [{"pembilang": 1}, {"penyebut": 2}])
def test_half_a_ratio_is_a_missing_month(half: dict[str, Any]) -> None:
    found = put_together(
        Agregasi.RASIO,
        {JAN: month(80, None, **half), FEB: month(80, None, pembilang=3, penyebut=4)},
        expected=(JAN, FEB),
    )

    assert found.figures.realisasi == 75
    assert found.score.belum_ada == ("Januari 2026",)


# -- the figure that was put together, scored


def scored(rows: Drawn, arah: Arah = Arah.NAIK) -> Indikator:
    found = put_together(Agregasi.JUMLAH, rows, expected=(JAN, FEB))
    return score_rolled(indikator("1.1", target=1, arah=arah), found)


def test_figure_put_together_is_scored_once_with_its_steps() -> None:
    found = scored({JAN: month(100, 50), FEB: month(100, 250)})

    assert found.persen == Fraction(120)
    assert found.score.no_indikator == "1.1"
    assert (found.step.label, found.step.formula) == (
        "Capaian indikator 1.1",
        "300 ÷ 200 × 100 = 150, dibatasi 120",
    )
    assert [step.label for step in found.before] == [LABEL]


def test_target_of_zero_put_together_is_not_scored_where_more_is_better() -> None:
    found = scored({JAN: month(0, 3)})

    assert (found.persen, found.score.status) == (None, IndikatorStatus.TIDAK_DINILAI)
    assert (found.step.formula, found.step.result) == (
        "target 0 dengan arah Naik",
        "tidak dinilai (target 0)",
    )
    assert found.step.cells == ("dinkes.xlsx › Hasil Kerja!N5", "dinkes.xlsx › Hasil Kerja!U5")


def test_target_of_zero_put_together_is_met_or_missed_where_less_is_better() -> None:
    met = scored({JAN: month(0, 0)}, Arah.TURUN)
    missed = scored({JAN: month(0, 1)}, Arah.TURUN)

    assert [met.persen, missed.persen] == [100, 0]


def test_months_of_a_year_are_counted_in_months() -> None:
    found = put_together(
        Agregasi.JUMLAH, {JAN: month(1, 1)}, period=YEAR, expected=YEAR.of_kind(PeriodKind.BULAN)
    )

    assert found.score.periode == "1 dari 12 bulan"
    assert QUARTER.within(YEAR)
