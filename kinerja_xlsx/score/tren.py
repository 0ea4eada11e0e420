"""How a unit stood in an earlier period: its people by predikat, and its survey."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kinerja_xlsx.model.kinerja_unit import PeriodeUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.score.kepuasan import pool, score_kepuasan
from kinerja_xlsx.score.rating import predikat_of
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed

GOOD: Final = frozenset({Predikat.SANGAT_BAIK, Predikat.BAIK})


def stand_of(
    period: Period,
    people: Iterable[Penugasan],
    kepuasan: Iterable[Placed[KepuasanRow]],
    *,
    policy: Policy,
) -> PeriodeUnit:
    """Count the people of a unit in an earlier period; only their ratings matter for that.

    Args:
        period: The earlier period.
        people: The last definitive assignment of each person.
        kepuasan: Rows of its survey.
        policy: The regulation in force then.
    """
    found = [predikat_of(one, policy) for one in people]
    named = [predikat for predikat in found if predikat is not None]
    survey = pool(score_kepuasan(kepuasan))
    return PeriodeUnit(
        period=period.code,
        berpredikat=len(named),
        baik=sum(predikat in GOOD for predikat in named),
        skm=survey.nilai if survey else None,
    )
