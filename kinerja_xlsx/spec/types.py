"""Reusable field types: limits that template, checks, messages and guide all take from here."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

DECIMALS = 4

NipText = Annotated[str, Field(pattern=r"^[0-9]{18}$", max_length=18)]
RefText = Annotated[str, Field(max_length=40)]
IndikatorNo = Annotated[str, Field(pattern=r"^[1-9][0-9]?\.[1-9][0-9]?$", max_length=5)]
UnitCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9.\-]{1,20}$", max_length=20)]
PeriodCode = Annotated[
    str, Field(pattern=r"^20[0-9]{2}(-([01][0-9]|TW[1-4]|S[12]))?$", max_length=8)
]

Text40 = Annotated[str, Field(max_length=40)]
Text60 = Annotated[str, Field(max_length=60)]
Text120 = Annotated[str, Field(max_length=120)]
Text200 = Annotated[str, Field(max_length=200)]
Text500 = Annotated[str, Field(max_length=500)]
Text1000 = Annotated[str, Field(max_length=1000)]

RhkNo = Annotated[int, Field(ge=1, le=50)]
Amount = Annotated[Decimal, Field(ge=0, le=10**12, decimal_places=DECIMALS)]
PositiveAmount = Annotated[Decimal, Field(gt=0, le=10**12, decimal_places=DECIMALS)]
BobotPersen = Annotated[Decimal, Field(gt=0, le=100, decimal_places=DECIMALS)]
NilaiAngka = Annotated[Decimal, Field(ge=0, le=120, decimal_places=DECIMALS)]
