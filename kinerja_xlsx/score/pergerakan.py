"""Units by how far their share at Baik or better moved; people themselves are never ranked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kinerja_xlsx.model.kinerja_unit import GerakUnit
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.score.tren import GOOD


def rank_moves(units: Sequence[BarisUnit], few: int) -> tuple[GerakUnit, ...]:
    """List the units that have people with a predikat in both periods, by the change of share.

    Args:
        units: The units of this period.
        few: A unit of fewer people is small.

    Returns:
        Those that rose most first and small ones last; those alike in order of Kode Unit.
    """
    moves = [move for unit in units if (move := _move(unit, few)) is not None]
    return tuple(sorted(moves, key=lambda move: (move.is_small, -change_of(move), move.kode)))


def change_of(move: GerakUnit) -> Fraction:
    """Subtract the share then from the share now, exactly."""
    return Fraction(*move.kini) - Fraction(*move.dulu)


def _move(unit: BarisUnit, few: int) -> GerakUnit | None:
    before = unit.kinerja.perbandingan if unit.kinerja else None
    if before is None or unit.distribusi is None:
        return None
    then, now = _share(before.dulu), _share(unit.distribusi.counts)
    if not then[1] or not now[1]:
        return None
    return GerakUnit(unit.kode, unit.nama, then, now, is_small=min(then[1], now[1]) < few)


def _share(counts: Sequence[tuple[object, int]]) -> tuple[int, int]:
    good = sum(count for predikat, count in counts if predikat in GOOD)
    return good, sum(count for _, count in counts)
