"""Roll-up: figures of shorter periods put together by Agregasi, scored once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.law import Agregasi, Arah
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.score.gabungan import Gabungan, roll_up
from tests.unit.score.rows import indikator, place

YEAR = Period.parse("2026")
QUARTER = Period.parse("2026-TW1")
PARAMETERS = parameters_for(QUARTER)
JAN, FEB, MAR = (Period.parse(f"2026-0{month}") for month in (1, 2, 3))
Drawn = Mapping[Period, Sequence[Mapping[str, Any]]]


def rolled(
    agregasi: Agregasi,
    rows: Drawn,
    *,
    period: Period = QUARTER,
    expected: Sequence[Period] | None = None,
) -> Gabungan | None:
    return roll_up(
        indikator(target=1, agregasi=agregasi),
        period,
        {
            one: [place(indikator(**{"agregasi": agregasi, **row})) for row in drawn]
            for one, drawn in rows.items()
        },
        expected=period.of_kind(PeriodKind.BULAN) if expected is None else expected,
        parameters=PARAMETERS,
    )


def figures(found: Gabungan | None) -> tuple[object, object, object]:
    assert found is not None
    return found.figures.lower, found.figures.upper, found.figures.realisasi


def month(target: int, realisasi: object, **more: Any) -> list[dict[str, Any]]:
    return [{"target": target, "realisasi": realisasi, **more}]


@pytest.mark.parametrize(
    ("agregasi", "expected"),
    [
        (Agregasi.JUMLAH, (60, 60, 45)),
        (Agregasi.RATA_RATA, (20, 20, 15)),
        (Agregasi.TERAKHIR, (30, 30, 25)),
    ],
)
def test_three_months_go_into_a_quarter_by_their_agregasi(
    agregasi: Agregasi, expected: tuple[int, int, int]
) -> None:
    found = rolled(agregasi, {JAN: month(10, 8), FEB: month(20, 12), MAR: month(30, 25)})

    assert figures(found) == expected


def test_ratio_divides_the_sums_and_takes_the_last_target() -> None:
    found = rolled(
        Agregasi.RASIO,
        {
            JAN: month(80, None, pembilang=1, penyebut=2),
            MAR: month(90, None, pembilang=30, penyebut=40),
        },
    )

    assert figures(found) == (90, 90, Fraction(3100, 42))
    assert found is not None
    assert found.steps[-1].formula.startswith(
        "100 × (1 + 30) ÷ (2 + 40) dari Januari 2026, Maret 2026"
    )


def test_ratio_month_without_both_parts_is_missing_even_where_a_figure_was_typed() -> None:
    found = rolled(
        Agregasi.RASIO,
        {JAN: month(80, 99, pembilang=None), FEB: month(80, None, pembilang=3, penyebut=4)},
    )

    assert found is not None
    assert found.figures.realisasi == 75
    assert found.score.belum_ada == ("Januari 2026", "Maret 2026")


def test_missing_month_drops_its_target_too_and_is_named() -> None:
    found = rolled(Agregasi.JUMLAH, {JAN: month(10, 8), FEB: month(20, None), MAR: month(30, 25)})

    assert figures(found) == (40, 40, 33)
    assert found is not None
    assert (found.score.periode, found.score.belum_ada) == ("2 dari 3 bulan", ("Februari 2026",))
    assert found.steps[-1].formula == (
        "8 (Januari 2026) + 25 (Maret 2026); 2 dari 3 bulan, belum ada Februari 2026"
    )
    assert "bulan hilang: dilewati" in found.steps[-1].source


def test_range_targets_are_put_together_bound_by_bound() -> None:
    found = rolled(Agregasi.RATA_RATA, {JAN: month(80, 85, target_atas=90), FEB: month(70, 75)})

    assert figures(found) == (75, 80, 80)
    assert found is not None
    assert found.score.target_atas == 80


def test_nothing_inside_gives_no_figure_rather_than_zero() -> None:
    assert rolled(Agregasi.JUMLAH, {JAN: month(10, None)}) is None
    assert rolled(Agregasi.JUMLAH, {}) is None


def test_figure_typed_for_a_quarter_stands_for_its_months() -> None:
    second = Period.parse("2026-TW2")
    found = rolled(
        Agregasi.JUMLAH,
        {
            JAN: month(10, 1),
            QUARTER: month(30, 29),
            Period.parse("2026-04"): month(10, 10),
            second: month(30, None),
        },
        period=YEAR,
        expected=YEAR.of_kind(PeriodKind.BULAN)[:6],
    )

    assert figures(found) == (40, 40, 39)
    assert found is not None
    assert found.score.periode == "4 dari 6 bulan"
    assert found.score.belum_ada == ("Mei 2026", "Juni 2026")


def test_each_level_that_was_put_together_has_its_own_step() -> None:
    found = rolled(
        Agregasi.RATA_RATA,
        {JAN: month(10, 8), FEB: month(10, 9), Period.parse("2026-05"): month(10, 10)},
        period=YEAR,
    )

    assert found is not None
    assert [(step.label, step.result) for step in found.steps] == [
        ("Realisasi gabungan indikator 1.1, Triwulan I 2026", "8,5, target 10"),
        ("Realisasi gabungan indikator 1.1, Triwulan II 2026", "10, target 10"),
        ("Realisasi gabungan indikator 1.1, Semester I 2026", "9,25, target 10"),
        ("Realisasi gabungan indikator 1.1", "9,25, target 10"),
    ]
    assert found.steps[-1].cells[:2] == (
        "dinkes.xlsx › Hasil Kerja!N5",
        "dinkes.xlsx › Hasil Kerja!U5",
    )


MONTHS = YEAR.of_kind(PeriodKind.BULAN)
amounts = st.decimals(min_value=0, max_value=1000, places=2)
months = st.fixed_dictionaries({}, optional=dict.fromkeys(MONTHS, st.tuples(amounts, amounts)))


@given(months, st.sampled_from([Agregasi.JUMLAH, Agregasi.RATA_RATA, Agregasi.TERAKHIR]))
def test_months_rolled_up_equal_the_same_data_given_as_quarters(
    data: dict[Period, tuple[Decimal, Decimal]], agregasi: Agregasi
) -> None:
    by_month: dict[Period, list[dict[str, Any]]] = {
        period: month_row(target, realisasi) for period, (target, realisasi) in data.items()
    }
    by_quarter: dict[Period, list[dict[str, Any]]] = {}
    for quarter in YEAR.of_kind(PeriodKind.TRIWULAN):
        found = rolled(agregasi, by_month, period=quarter)
        if found is not None and _fits_a_cell(found):
            by_quarter[quarter] = month_row(found.score.target, to_cell(found.figures.realisasi))
        elif found is not None:
            by_quarter[quarter] = []
    if any(rows == [] for rows in by_quarter.values()):
        return  # a mean that no cell can hold exactly cannot be given as a quarter

    left = rolled(agregasi, by_month, period=YEAR)
    right = rolled(agregasi, by_quarter, period=YEAR)

    assert (left is None) == (right is None)
    if left is not None:
        assert figures(left) == figures(right)


def month_row(target: Decimal, realisasi: Decimal) -> list[dict[str, Any]]:
    return [{"target": target, "realisasi": realisasi}]


def to_cell(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _fits_a_cell(found: Gabungan) -> bool:
    values = (found.figures.lower, found.figures.realisasi)
    return all(Fraction(to_cell(value)) == value for value in values)


@pytest.mark.parametrize("order", list(permutations((JAN, FEB, MAR))))
def test_order_of_the_months_never_matters(order: tuple[Period, ...]) -> None:
    data = {JAN: month(10, 8), FEB: month(20, 12), MAR: month(30, 25)}

    for agregasi in (Agregasi.JUMLAH, Agregasi.RATA_RATA, Agregasi.TERAKHIR):
        shuffled = rolled(agregasi, {period: data[period] for period in order})
        assert figures(shuffled) == figures(rolled(agregasi, data))


def test_direction_does_not_change_what_is_put_together() -> None:
    naik = rolled(Agregasi.JUMLAH, {JAN: month(10, 8, arah=Arah.NAIK)})
    turun = rolled(Agregasi.JUMLAH, {JAN: month(10, 8, arah=Arah.TURUN)})

    assert figures(naik) == figures(turun)
