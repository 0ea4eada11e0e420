"""Figures of the trail are Indonesian on paper and exact inside."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from kinerja_xlsx.score.jejak import Figure, angka, tampil, tampil_near, to_decimal

EDGES = (Decimal(100), Decimal(90))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("6.50"), "6,5"),
        (Decimal(1250), "1.250"),
        (Decimal("1E+3"), "1.000"),
        (Fraction(200, 3), "66,6667"),
        (Decimal("0.00005"), "0,0001"),
        (Fraction(-200), "−200"),
        (7, "7"),
    ],
)
def test_figure_of_a_formula_is_short(value: Figure, text: str) -> None:
    assert angka(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(175, 2), "87,50"), (Decimal("2.005"), "2,01"), (Decimal(-1), "−1,00")],
)
def test_result_has_fixed_decimals_and_rounds_half_up(value: Figure, text: str) -> None:
    assert tampil(value, 2) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(90), "90,00"),
        (Fraction("89.996"), "89,996"),
        (Fraction("89.9949"), "89,99"),
        (Fraction("100.0000004"), "100,0000004"),
        (Fraction("99.999"), "99,999"),
    ],
)
def test_result_beside_an_edge_shows_its_side(value: Fraction, text: str) -> None:
    assert tampil_near(value, EDGES, 2) == text


def test_result_that_would_round_across_a_fine_edge_shows_its_side() -> None:
    assert tampil_near(Fraction("89.9955"), (Decimal("89.996"),), 2) == "89,9955"
    assert tampil_near(Fraction("89.9965"), (Decimal("89.996"),), 2) == "90,00"


def test_result_closer_to_an_edge_than_can_be_shown_is_shown_at_the_edge() -> None:
    value = 90 - Fraction(1, 10**26)

    assert tampil_near(value, EDGES, 2) == f"90,{'0' * 24}"


def test_decimal_does_not_depend_on_the_context_of_the_caller() -> None:
    with localcontext(prec=3):
        narrow = to_decimal(Fraction(1, 3))

    assert narrow == to_decimal(Fraction(1, 3)) == Decimal(f"0.{'3' * 28}")
