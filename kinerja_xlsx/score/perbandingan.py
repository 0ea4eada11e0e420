"""The people of a unit against the period before: counted, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from statistics import median
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.kinerja_unit import PerbandinganUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai, PeriodeLalu
from kinerja_xlsx.model.score import Score
from kinerja_xlsx.score.distribusi import people_of
from kinerja_xlsx.spec.penugasan import Penugasan

_RANKS: Final = MappingProxyType({predikat: -number for number, predikat in enumerate(Predikat)})
"""Better predikat are higher; the law lists the best first."""


class _Change(Enum):
    """What became of one person since the period before."""

    NAIK = 1
    TETAP = 0
    TURUN = -1
    BELUM_DIBANDINGKAN = "belum dapat dibandingkan"
    BARU = "baru"
    KELUAR = "keluar"


@dataclass(frozen=True, slots=True)
class Before:
    """An assignment as it was in the period before, with what it came to."""

    penugasan: Penugasan
    period: Period
    score: Score

    @property
    def lalu(self) -> PeriodeLalu:
        """The little of it that the recap shows."""
        score = self.score
        return PeriodeLalu(self.period.code, score.capaian, score.predikat, score.lengkap)


def compare_unit(
    rows: Sequence[BarisPegawai], before: Mapping[str, PeriodeLalu], period: Period
) -> PerbandinganUnit | None:
    """Compare the people of a unit with those of the period before.

    People count by their last definitive assignment, as in the distribution of the unit. Who
    lacks a predikat in one of the periods is neither better nor worse; who is still named by the
    unit, but not evaluated, has not left.

    Args:
        rows: Lines of the unit in this period, sent or not.
        before: NIP to what the definitive assignment came to in the period before.
        period: The period before.

    Returns:
        None where nothing was sent for the period before.
    """
    if not before:
        return None
    people = {row.nip: row for row in people_of(rows)}
    named = {row.nip for row in rows}
    changes = Counter(_changes(people, before, named))
    then = Counter(lalu.predikat for lalu in before.values())
    return PerbandinganUnit(
        period=period.code,
        dulu=tuple((predikat, then[predikat]) for predikat in Predikat),
        naik=changes[_Change.NAIK],
        tetap=changes[_Change.TETAP],
        turun=changes[_Change.TURUN],
        belum_dibandingkan=changes[_Change.BELUM_DIBANDINGKAN],
        baru=changes[_Change.BARU],
        keluar=changes[_Change.KELUAR],
        median_dulu=_median(lalu.capaian for lalu in before.values() if lalu.lengkap),
        median_kini=_median(row.capaian for row in people.values() if row.lengkap),
    )


def _changes(
    people: Mapping[str, BarisPegawai], before: Mapping[str, PeriodeLalu], named: set[str]
) -> Iterator[_Change]:
    for nip, row in people.items():
        yield _Change.BARU if nip not in before else _change(before[nip].predikat, row.predikat)
    for nip in before.keys() - people.keys():
        yield _Change.BELUM_DIBANDINGKAN if nip in named else _Change.KELUAR


def _change(then: Predikat | None, now: Predikat | None) -> _Change:
    if then is None or now is None:
        return _Change.BELUM_DIBANDINGKAN
    step = _RANKS[now] - _RANKS[then]
    return _Change((step > 0) - (step < 0))


def _median(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None
