"""What other periods of a unit say about one assignment: the periods inside it, the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kinerja_xlsx.model.law import Pendekatan, Sifat
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.gabungan import Gabungan, Rows, is_typed, roll_up
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed

Accepted = Mapping[Period, Sequence[Penugasan]]
"""The accepted assignments of a unit, by period."""


@dataclass(frozen=True, slots=True)
class Sejarah:
    """The accepted assignments of the people of a unit in other periods.

    Attributes:
        unit: Kode Unit; assignments in other units only count for what adds over assignments.
        people: NIP to the assignments of that person, by period.
        periods: The periods of which the unit has sent something that counts.
    """

    unit: str = ""
    people: Mapping[str, Accepted] = field(default_factory=lambda: MappingProxyType({}))
    periods: tuple[Period, ...] = ()

    @classmethod
    def of(cls, unit: str, accepted: Accepted) -> Sejarah:
        """Sort assignments by person."""
        people: dict[str, dict[Period, list[Penugasan]]] = {}
        for period in sorted(accepted):
            for one in accepted[period]:
                people.setdefault(one.nip, {}).setdefault(period, []).append(one)
        own = (
            period for period, found in accepted.items() if any(one.unit == unit for one in found)
        )
        return cls(unit, people, tuple(sorted(own)))

    def all_of(self, nip: str) -> Iterator[tuple[Period, Penugasan]]:
        """Walk every assignment of one person, in any unit, with its period."""
        for period, found in self.people.get(nip, {}).items():
            for one in found:
                yield period, one

    def inside(self, penugasan: Penugasan, period: Period) -> Accepted:
        """Find an assignment in the periods inside its own: same NIP and Sifat, days in common."""
        own = self.people.get(penugasan.nip, {})
        found = {
            shorter: [
                one for one in own[shorter] if one.unit == self.unit and _is_same(one, penugasan)
            ]
            for shorter in own
            if shorter.within(period)
        }
        return {shorter: matching for shorter, matching in found.items() if matching}

    def before(self, penugasan: Penugasan, period: Period) -> Penugasan | None:
        """Find an assignment in the period before: same NIP and Sifat, the latest of several."""
        found = self.people.get(penugasan.nip, {}).get(period.previous, ())
        sifat = penugasan.pegawai.row.sifat
        same = (one for one in reversed(found) if one.pegawai.row.sifat is sifat)
        return next((one for one in same if one.unit == self.unit), None)

    def people_in(self, period: Period) -> Iterator[Penugasan]:
        """Walk the people whose definitive post was in the unit: the latest of several."""
        for found in self.people.values():
            for one in reversed(found.get(period, ())):
                if one.unit == self.unit and one.pegawai.row.sifat is Sifat.DEFINITIF:
                    yield one
                    break

    def expected(self, penugasan: Penugasan, period: Period) -> tuple[Period, ...]:
        """List the shortest periods inside that the unit sends, on days of the assignment."""
        inside = [shorter for shorter in self.periods if shorter.within(period)]
        if not inside:
            return ()
        shortest = PeriodKind(min(shorter.months for shorter in inside))
        return tuple(
            one
            for one in period.of_kind(shortest)
            if one.first <= penugasan.selesai and one.last >= penugasan.mulai
        )


@dataclass(frozen=True, slots=True)
class Tergabung:
    """What the periods inside say about an assignment.

    Attributes:
        inside: The same assignment in those periods.
        gabungan: No Indikator to what its realisasi comes to, also where the row has its own.
        absent: Periods that should be there, without anything accepted for the assignment; only
            where its own rows wait for them.
    """

    inside: Accepted
    gabungan: Mapping[str, Gabungan]
    absent: tuple[Period, ...]


NOTHING_INSIDE = Tergabung({}, {}, ())


def gather(
    penugasan: Penugasan,
    period: Period,
    sejarah: Sejarah,
    *,
    rencana: Penugasan | None,
    parameters: Parameters,
) -> Tergabung:
    """Roll up every indicator of an assignment from the periods inside its own.

    Args:
        penugasan: The assignment in the longer period.
        period: The longer period.
        sejarah: What the unit has sent for other periods.
        rencana: Its plan; a period for which the plan has no target is not missed.
        parameters: As they hold for the longer period.
    """
    expected = sejarah.expected(penugasan, period)
    if not expected:
        return NOTHING_INSIDE
    inside = sejarah.inside(penugasan, period)
    gabungan: dict[str, Gabungan] = {}
    waited: set[Period] = set()
    for placed in penugasan.indikator:
        due = _due(placed.row, expected, rencana)
        rows = _rows_of(placed.row.no_indikator, inside)
        found = roll_up(placed.row, period, rows, expected=due, parameters=parameters)
        if found is not None:
            gabungan[placed.row.no_indikator] = found
        if not is_typed(placed.row):
            waited.update(due)
    absent = tuple(one for one in sorted(waited) if not _is_there(one, inside))
    return Tergabung(inside, gabungan, absent)


def rolls_up(pendekatan: Pendekatan, period: Period) -> bool:
    """Tell whether figures of shorter periods could be put together for a period."""
    return pendekatan is Pendekatan.KUANTITATIF and bool(period.children)


def _is_same(one: Penugasan, other: Penugasan) -> bool:
    return (
        one.pegawai.row.sifat is other.pegawai.row.sifat
        and one.mulai <= other.selesai
        and one.selesai >= other.mulai
    )


def _rows_of(number: str, inside: Accepted) -> Rows:
    return {
        period: [placed for one in found for placed in _indikator(one, number)]
        for period, found in inside.items()
    }


def _indikator(one: Penugasan, number: str) -> Iterator[Placed[HasilKerjaRow]]:
    return (placed for placed in one.indikator if placed.row.no_indikator == number)


def _due(
    row: HasilKerjaRow, expected: Sequence[Period], rencana: Penugasan | None
) -> tuple[Period, ...]:
    """Leave out the periods for which the plan wants nothing of an indicator."""
    planned = () if rencana is None else rencana.rencana
    for placed in planned:
        if placed.row.no_indikator == row.no_indikator:
            due = tuple(one for one in expected if placed.row.target_in(one) is not None)
            return due or tuple(expected)
    return tuple(expected)


def _is_there(expected: Period, inside: Iterable[Period]) -> bool:
    return any(own == expected or expected.within(own) for own in inside)
