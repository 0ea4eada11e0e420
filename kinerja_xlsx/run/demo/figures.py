"""Targets and figures reached, drawn so that they come to an intended expectation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Agregasi, Arah, Ekspektasi
from kinerja_xlsx.run.demo.seed import Ukuran

_HUNDRED: Final = Decimal(100)
_CAPAIAN: Final = MappingProxyType({
    Ekspektasi.DI_ATAS: (102.0, 112.0),
    Ekspektasi.SESUAI: (91.0, 100.0),
    Ekspektasi.DI_BAWAH: (55.0, 86.0),
})  # fmt: skip
"""Percent of the target to draw from, well inside the band of each expectation."""
_SESUAI_FROM: Final = Decimal(90)
_FRACTIONAL: Final = frozenset({"persen", "per mil", "indeks", "km", "ton", "miliar rupiah"})
_ROUND_TARGETS_FROM: Final = 500
_TYPED_RATIO_SHARE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Figures:
    """Target and realisasi of one indicator."""

    target: Decimal
    target_atas: Decimal | None
    realisasi: Decimal | None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None


def draw_figures(ukuran: Ukuran, level: Ekspektasi, rng: Random) -> Figures:
    """Draw a target, and a realisasi whose capaian means `level`."""
    target = rng.randint(math.ceil(ukuran.target[0]), math.floor(ukuran.target[1]))
    if target >= _ROUND_TARGETS_FROM:
        target -= target % 10
    low = Decimal(target)
    high = low + Decimal(str(ukuran.lebar))
    drawn = Decimal(str(round(rng.uniform(*_CAPAIAN[level]), 2)))
    if ukuran.penyebut is not None:
        return _ratio(low, level, drawn, penyebut=rng.randint(*ukuran.penyebut), rng=rng)
    realisasi = _realisasi(ukuran, (low, high), level, drawn)
    return Figures(low, high if ukuran.lebar else None, realisasi)


def _realisasi(
    ukuran: Ukuran, target: tuple[Decimal, Decimal], level: Ekspektasi, drawn: Decimal
) -> Decimal:
    bound = target[1] if _is_above(ukuran.arah, level) else target[0]
    part = drawn if ukuran.arah is Arah.NAIK else 2 * _HUNDRED - drawn
    step = _step(ukuran)
    realisasi = (bound * part / _HUNDRED).quantize(step, rounding=ROUND_HALF_UP)
    if level is Ekspektasi.SESUAI and target[0] < target[1]:
        return (sum(target, Decimal(0)) / 2).quantize(step, rounding=ROUND_HALF_UP)
    if ukuran.satuan == "persen":
        realisasi = min(realisasi, _HUNDRED)
    if _level(ukuran.arah, realisasi, bound) is level:
        return realisasi
    return _nearest(ukuran.arah, level, bound, step)


def _is_above(arah: Arah, level: Ekspektasi) -> bool:
    """Tell whether this expectation lies beyond the upper bound of a range."""
    best_is_up = arah is Arah.NAIK
    return (level is Ekspektasi.DI_ATAS) == best_is_up and level is not Ekspektasi.SESUAI


def _step(ukuran: Ukuran) -> Decimal:
    if ukuran.satuan in _FRACTIONAL:
        return Decimal("0.01")
    return Decimal("0.1") if ukuran.agregasi is Agregasi.RATA_RATA else Decimal(1)


def _level(arah: Arah, realisasi: Decimal, bound: Decimal) -> Ekspektasi:
    """Say what a single-figure target makes of a realisasi, by the default thresholds."""
    share = realisasi / bound if arah is Arah.NAIK else 2 - realisasi / bound
    if share > 1:
        return Ekspektasi.DI_ATAS
    return Ekspektasi.SESUAI if share * _HUNDRED >= _SESUAI_FROM else Ekspektasi.DI_BAWAH


def _nearest(arah: Arah, level: Ekspektasi, bound: Decimal, step: Decimal) -> Decimal:
    """Step away from the target until a coarse figure means what it should."""
    better = step if arah is Arah.NAIK else -step
    move = better if level is Ekspektasi.DI_ATAS else -better
    realisasi = bound
    while _level(arah, realisasi, bound) is not level:
        realisasi += move
    return realisasi


def _ratio(
    target: Decimal, level: Ekspektasi, drawn: Decimal, *, penyebut: int, rng: Random
) -> Figures:
    """Draw the two counts of a ratio; its percentage is typed only now and then."""
    whole = Decimal(penyebut)
    bound = target * whole / _HUNDRED
    pembilang = (bound * drawn / _HUNDRED).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    pembilang = min(pembilang, whole)
    if _level(Arah.NAIK, pembilang, bound) is not level:
        edge = bound.to_integral_value(rounding="ROUND_FLOOR")
        pembilang = edge + 1 if level is Ekspektasi.DI_ATAS else edge
    typed = rng.random() < _TYPED_RATIO_SHARE
    persen = (_HUNDRED * pembilang / whole).quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
    return Figures(target, None, persen if typed else None, pembilang, whole)
