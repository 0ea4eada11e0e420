"""Which Isian of other periods, and of other units, a unit's worker needs besides its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.rencana import UnitPeriod, taken_files
from kinerja_xlsx.run.unit_task import TakenFile, UnitTask
from kinerja_xlsx.validate import SubjectId

Taken = Mapping[UnitPeriod, Sequence[SubjectId]]
Files = tuple[TakenFile, ...]
ByPeriod = Mapping[str, Files]
Spot = tuple[str, str, SubjectId]
"""Unit, code of the period, and the subject."""


BEFORE_SHOWN: Final = 4
"""So many earlier periods stand beside the one at work: with quarters, a whole year."""


@dataclass(frozen=True, slots=True)
class OtherPeriods:
    """The Isian that count, of every period in `input/`, handled or not.

    Attributes:
        own: Unit to period to its files.
        moved: Unit to period to the files of other units with people of this unit.
    """

    own: Mapping[str, ByPeriod] = field(default_factory=dict)
    moved: Mapping[str, ByPeriod] = field(default_factory=dict)

    def of(self, task: UnitTask) -> Mapping[str, Files]:
        """Give what a unit needs: periods inside its own, the one before, and what adds up.

        Angka kredit adds over earlier periods of the year, over earlier years, and over the
        units in which a person served.
        """
        own, moved = self.own.get(task.unit, {}), self.moved.get(task.unit, {})
        found: dict[str, Files] = {}
        for code in sorted({*own, *moved}):
            here = own.get(code, ()) if _is_wanted(code, task.period) else ()
            elsewhere = moved.get(code, ()) if _adds_up(code, task.period) else ()
            if here or elsewhere:
                found[code] = (*here, *elsewhere)
        return found

    def tren(self, task: UnitTask) -> Mapping[str, Files]:
        """Give what a unit sent for the periods of the same length right before, oldest first."""
        own = self.own.get(task.unit, {})
        before = [task.period.previous]
        while len(before) < BEFORE_SHOWN:
            before.append(before[-1].previous)
        return {one.code: own[one.code] for one in reversed(before) if one.code in own}


def other_periods(outcomes: Sequence[FileOutcome], taken: Taken) -> OtherPeriods:
    """Sort the Isian that count by unit and period, and find people who served in several units.

    Raises:
        ValueError: A file with subjects that count was not kept, which is our fault.
    """
    own: dict[str, dict[str, Files]] = {}
    for (unit, code), files in taken_files(outcomes, taken).items():
        own.setdefault(unit, {})[code] = files
    return OtherPeriods(own, _moved(outcomes, taken))


def _is_wanted(code: str, now: Period) -> bool:
    other = Period.parse(code)
    before = now.previous
    return (
        other.within(now) or other == before or other.within(before) or _adds_up(code, now)
    ) and other != now


def _adds_up(code: str, now: Period) -> bool:
    """Tell whether a period could count for a sum over periods."""
    other = Period.parse(code)
    if other == now:
        return True
    is_near = other.kind is PeriodKind.TAHUN or other.year == now.year
    return is_near and other.last < now.first


def _moved(outcomes: Sequence[FileOutcome], taken: Taken) -> Mapping[str, ByPeriod]:
    """List for each unit the assignments of its people in other units."""
    nips = {
        (file.name, key.index): key.subject.nip
        for file in outcomes
        if file.keys
        for key in file.keys.subjects
    }
    spots: dict[str, list[Spot]] = {}
    for (unit, code), ids in taken.items():
        for one in ids:
            spots.setdefault(nips[one], []).append((unit, code, one))
    moved: dict[str, dict[UnitPeriod, list[SubjectId]]] = {}
    for found in spots.values():
        for unit, (other, code, one) in _elsewhere(found):
            moved.setdefault(unit, {}).setdefault((other, code), []).append(one)
    return {unit: _by_period(outcomes, spots_of) for unit, spots_of in moved.items()}


def _elsewhere(found: Sequence[Spot]) -> Iterator[tuple[str, Spot]]:
    """Pair each unit of one person with that person's assignments in the others."""
    for unit in sorted({unit for unit, _, _ in found}):
        yield from ((unit, spot) for spot in found if spot[0] != unit)


def _by_period(outcomes: Sequence[FileOutcome], taken: Taken) -> ByPeriod:
    by_period: dict[str, list[TakenFile]] = {}
    for (_, code), files in sorted(taken_files(outcomes, taken).items()):
        by_period.setdefault(code, []).extend(files)
    return {code: tuple(files) for code, files in by_period.items()}
