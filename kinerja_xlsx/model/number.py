"""Numbers as the rules need them: Decimal, rounded half up, once, at the step a rule names."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

DISPLAY_DECIMALS = 2


def half_up(value: Decimal, decimals: int = DISPLAY_DECIMALS) -> Decimal:
    """Round halves away from zero to a number of decimals; never use before choosing a band."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def format_number(value: Decimal, decimals: int | None = None) -> str:
    """Write a number with a decimal comma and thousands dots, such as `1.250,5`.

    Args:
        value: Any finite number.
        decimals: Fixed decimals (rounded half up), or None for as many as the value has.
    """
    shown = value.normalize() if decimals is None else half_up(value, decimals)
    text = f"{shown:,f}"
    return text.translate(str.maketrans(",.", ".,"))
