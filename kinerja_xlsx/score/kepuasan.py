"""Community satisfaction: the index of each service, and the band it falls into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.kinerja_unit import KepuasanUnit
from kinerja_xlsx.model.law import MutuPelayanan
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.score import KepuasanScore, Step
from kinerja_xlsx.policy.permenpanrb_14_2017 import (
    JUMLAH_UNSUR,
    KONVERSI,
    MUTU,
    MUTU_CITATION,
    SKM_CITATION,
)
from kinerja_xlsx.score.jejak import angka, tampil_near, to_decimal, total
from kinerja_xlsx.spec.kepuasan import UNSUR, KepuasanRow
from kinerja_xlsx.spec.penugasan import Placed

SELURUH: Final = "seluruh layanan"
"""What all services of a unit are called together."""


def score_kepuasan(rows: Iterable[Placed[KepuasanRow]]) -> tuple[KepuasanScore, ...]:
    """Score every service, in the order given; rows with equal values count once.

    Source: PermenPANRB 14/2017, `SKM_CITATION` and `MUTU_CITATION`.
    """
    first_by_row: dict[KepuasanRow, Placed[KepuasanRow]] = {}
    for placed in rows:
        first_by_row.setdefault(placed.row, placed)
    return tuple(map(_score, first_by_row.values()))


def pool(services: Sequence[KepuasanScore]) -> KepuasanScore | None:
    """Put the services of a unit together: each element is the mean over all people asked.

    Indexes are never averaged: a service with ten times the people weighs ten times as much.

    Returns:
        None without any service.

    Source: PermenPANRB 14/2017, `SKM_CITATION`; the elements of a unit are those of all answers.
    """
    if not services:
        return None
    asked = sum(service.responden for service in services)
    unsur = [
        total(one.responden * Fraction(one.unsur[number]) for one in services) / asked
        for number in range(JUMLAH_UNSUR)
    ]
    nilai = to_decimal(total(unsur) * KONVERSI / JUMLAH_UNSUR)
    mutu, kinerja = mutu_of(nilai)
    figures = " + ".join(angka(value) for value in unsur)
    return KepuasanScore(
        layanan=SELURUH,
        responden=asked,
        unsur=tuple(to_decimal(value) for value in unsur),
        nilai=nilai,
        mutu=mutu,
        kinerja=kinerja,
        step=Step(
            label=f"SKM {SELURUH}",
            formula=f"({figures}) ÷ {JUMLAH_UNSUR} × {KONVERSI}",
            result=f"{shown_nilai(nilai)} = {mutu.value} ({kinerja})",
            source=f"{SKM_CITATION.text}; {MUTU_CITATION.text}",
            cells=tuple(cell for service in services for cell in service.step.cells),
        ),
    )


def pool_units(units: Sequence[BarisUnit]) -> KepuasanUnit:
    """Put the services of all units together, in this period and in the one before."""
    found = [unit.kinerja.kepuasan for unit in units if unit.kinerja]
    now = tuple(service for one in found for service in one.layanan)
    then = tuple(service for one in found for service in one.layanan_dulu)
    return KepuasanUnit(now, pool(now), then, pool(then))


def mutu_of(nilai: Decimal) -> tuple[MutuPelayanan, str]:
    """Find the band of an index and the word for it; the lowest band has no floor of its own.

    Args:
        nilai: The index, 25-100, unrounded.

    Source: PermenPANRB 14/2017, `MUTU_CITATION`.
    """
    found = next((band for band in MUTU if nilai >= band[0]), MUTU[-1])
    return found[1], found[2]


def _score(placed: Placed[KepuasanRow]) -> KepuasanScore:
    row = placed.row
    unsur: tuple[Decimal, ...] = tuple(getattr(row, name) for name in UNSUR)
    nilai = sum(unsur, Decimal(0)) * KONVERSI / JUMLAH_UNSUR
    mutu, kinerja = mutu_of(nilai)
    shown = shown_nilai(nilai)
    figures = " + ".join(format_number(value) for value in unsur)
    return KepuasanScore(
        layanan=row.layanan,
        responden=row.responden,
        unsur=unsur,
        nilai=nilai,
        mutu=mutu,
        kinerja=kinerja,
        step=Step(
            label=f"SKM {row.layanan}",
            formula=f"({figures}) ÷ {JUMLAH_UNSUR} × {KONVERSI}",
            result=f"{shown} = {mutu.value} ({kinerja})",
            source=f"{SKM_CITATION.text}; {MUTU_CITATION.text}",
            cells=tuple(placed.address(name) for name in UNSUR),
        ),
    )


def shown_nilai(nilai: Decimal) -> str:
    """Write an index with two decimals, or more where two would move it into another band."""
    return tampil_near(Fraction(nilai), [limit for limit, _, _ in MUTU], DISPLAY_DECIMALS)
