"""Figures of the trail: exact inside, Indonesian on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.number import format_number, half_up

Figure = Fraction | Decimal | int

_CONTEXT: Final = Context(prec=28)  # as the default context, so that users of a score agree
FORMULA_DECIMALS: Final = 4
"""Figures inside a formula show at most this many decimals, as many as a cell may have."""
_CLOSEST: Final = 24


def to_decimal(value: Fraction) -> Decimal:
    """Turn an exact figure into a decimal of 28 digits, whatever the caller's context is."""
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))


def to_fraction(value: Figure) -> Fraction:
    """Turn a figure into an exact fraction, so that bands are chosen without rounding."""
    return Fraction(value)


def total(values: Iterable[Fraction]) -> Fraction:
    """Add exact figures; nothing adds up to 0."""
    return sum(values, Fraction(0))


def angka(value: Figure) -> str:
    """Write a figure of a formula: at most four decimals, no trailing zeros, `−` for minus."""
    number = half_up(_as_decimal(value), FORMULA_DECIMALS)
    return _minus(format_number(number))


def tampil(value: Figure, decimals: int) -> str:
    """Write a result with fixed decimals, rounded half up for display only."""
    return _minus(format_number(_as_decimal(value), decimals))


def tampil_near(value: Fraction, edges: Sequence[Decimal], decimals: int) -> str:
    """Write a result with as many decimals as show on which side of the edges it lies.

    89,996 is below 90 and must not be printed as `90,00` beside the word for below.
    """
    exact = to_decimal(value)
    sides = [_side(exact, edge) for edge in edges]
    for shown in range(decimals, _CLOSEST):
        rounded = half_up(exact, shown)
        if [_side(rounded, edge) for edge in edges] == sides:
            return tampil(exact, shown)
    return tampil(exact, _CLOSEST)


def _side(value: Decimal, edge: Decimal) -> int:
    return (value > edge) - (value < edge)


def _as_decimal(value: Figure) -> Decimal:
    return to_decimal(value) if isinstance(value, Fraction) else Decimal(value)


def _minus(text: str) -> str:
    return text.replace("-", "−")
