"""Indicators over many assignments by their text: how many reach their target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.kinerja_unit import IndikatorKota, IndikatorUnit
from kinerja_xlsx.model.law import Arah
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.score import Score
from kinerja_xlsx.spec.penugasan import Penugasan

LEAST: Final = 3
"""An indicator of fewer assignments says more of a person than of the indicator."""
_REACHED: Final = 100
FEW: Final = Fraction(1, 4)
"""At most this share reaches an indicator that is worth talking about."""
_Key = tuple[str, str, Arah | None]


def count_reached(scored: Iterable[tuple[Penugasan, Score]]) -> tuple[IndikatorUnit, ...]:
    """Count the assignments of a unit for each indicator, and those that reached its target.

    The same indicator has the same text, satuan and direction, whatever its number. Without a
    capaian (no realisasi yet, work told in words) an assignment says nothing of its indicator.
    """
    found: dict[_Key, IndikatorUnit] = {}
    for penugasan, score in scored:
        for one in _single(penugasan, score):
            _add(found, one)
    return tuple(found.values())


def _single(penugasan: Penugasan, score: Score) -> Iterator[IndikatorUnit]:
    capaian = {one.no_indikator: one.capaian for one in score.indikator}
    for placed in penugasan.indikator:
        row = placed.row
        reached = capaian.get(row.no_indikator)
        if reached is not None:
            yield IndikatorUnit(
                row.indikator, row.satuan or "", row.arah, 1, int(reached >= _REACHED)
            )


def _add(found: dict[_Key, IndikatorUnit], one: IndikatorUnit) -> None:
    key = (_plain(one.indikator), _plain(one.satuan), one.arah)
    known = found.setdefault(key, replace(one, penugasan=0, tercapai=0))
    found[key] = replace(
        known,
        penugasan=known.penugasan + one.penugasan,
        tercapai=known.tercapai + one.tercapai,
    )


def hardly_reached(units: Sequence[BarisUnit]) -> tuple[IndikatorKota, ...]:
    """List the indicators that at most a quarter of their assignments reach, over all units.

    Returns:
        Those that nobody reaches first, then by share; of those alike the most frequent first.
    """
    found: dict[_Key, IndikatorUnit] = {}
    users: dict[_Key, list[tuple[int, str]]] = {}
    for unit in units:
        for one in unit.kinerja.indikator if unit.kinerja else ():
            _add(found, one)
            key = (_plain(one.indikator), _plain(one.satuan), one.arah)
            users.setdefault(key, []).append((-one.penugasan, unit.nama))
    hard = [key for key, one in found.items() if one.penugasan >= LEAST and _share(one) <= FEW]
    hard.sort(key=lambda key: (_share(found[key]), -found[key].penugasan, key[:2]))
    return tuple(
        IndikatorKota(found[key], tuple(nama for _, nama in sorted(users[key]))) for key in hard
    )


def _share(one: IndikatorUnit) -> Fraction:
    return Fraction(one.tercapai, one.penugasan)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
