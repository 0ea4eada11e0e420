"""Numbers: rounded half up, and written the Indonesian way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.model.number import format_number, half_up

amounts = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4)


def read_back(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.675", 2, "2.68"),
        ("2.674999", 2, "2.67"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("89.995", 2, "90.00"),
        ("1250", 1, "1250.0"),
    ],
)
def test_halves_go_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert str(half_up(Decimal(value), decimals)) == expected


def test_two_decimals_unless_told() -> None:
    assert str(half_up(Decimal("98.4567"))) == "98.46"


@given(amounts, st.integers(0, 6))
def test_rounding_moves_by_half_a_unit_at_most(value: Decimal, decimals: int) -> None:
    rounded = half_up(value, decimals)

    assert abs(rounded - value) <= Decimal(1).scaleb(-decimals) / 2
    assert half_up(rounded, decimals) == rounded


@given(amounts, amounts)
def test_rounding_keeps_the_order(one: Decimal, other: Decimal) -> None:
    low, high = sorted([one, other])

    assert half_up(low) <= half_up(high)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1250.5", "1.250,5"),
        ("1000000000000", "1.000.000.000.000"),
        ("1E+12", "1.000.000.000.000"),
        ("98.5000", "98,5"),
        ("100", "100"),
        ("0", "0"),
        ("0.0000", "0"),
        ("-1234.5", "-1.234,5"),
        ("0.0001", "0,0001"),
    ],
)
def test_number_shows_as_many_decimals_as_it_has(value: str, expected: str) -> None:
    assert format_number(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("87.5", 2, "87,50"),
        ("1234567.894", 2, "1.234.567,89"),
        ("0.005", 2, "0,01"),
        ("102.5", 0, "103"),
    ],
)
def test_fixed_decimals_are_filled_and_rounded(value: str, decimals: int, expected: str) -> None:
    assert format_number(Decimal(value), decimals) == expected


@given(amounts)
def test_written_number_reads_back_the_same(value: Decimal) -> None:
    assert read_back(format_number(value)) == value


@given(amounts, st.integers(0, 4))
def test_fixed_number_reads_back_rounded(value: Decimal, decimals: int) -> None:
    text = format_number(value, decimals)

    assert read_back(text) == half_up(value, decimals)
    assert len(text.partition(",")[2]) == decimals
