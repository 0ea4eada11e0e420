"""Which SKP of a person in the export belongs to which of the assignments here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.spec.banding import BarisSkp, HasilKita
from kinerja_xlsx.validate.synonyms import fold

UnitsOf = Callable[[str], tuple[str, ...]]
"""Codes of the units that an UNOR may be."""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """The SKP and assignments of one person.

    Attributes:
        pairs: Those that belong together.
        skp: SKP without an assignment.
        kita: Assignments without an SKP.
    """

    pairs: tuple[tuple[BarisSkp, HasilKita], ...]
    skp: tuple[BarisSkp, ...]
    kita: tuple[HasilKita, ...]


def is_acting(kita: HasilKita) -> bool:
    """Tell whether an assignment is an acting post."""
    return bool(kita.baris.sifat) and kita.baris.sifat != Sifat.DEFINITIF.value


def pair(skp: Sequence[BarisSkp], kita: Sequence[HasilKita], units_of: UnitsOf) -> Pasangan:
    """Pair the SKP of one person with the assignments.

    Acting posts are paired among themselves only, where the export marks them. Of several, those
    of the same unit and jabatan belong together, then of the same unit, then of the same jabatan;
    whatever is then left alone on one side goes to the latest on the other, as agencies do.
    """
    if any(one.sifat is None for one in skp):
        return _pair_alike(skp, kita, units_of)
    parts = [
        _pair_alike(
            [one for one in skp if one.is_acting is acting],
            [one for one in kita if is_acting(one) is acting],
            units_of,
        )
        for acting in (False, True)
    ]
    return Pasangan(
        tuple(each for part in parts for each in part.pairs),
        tuple(each for part in parts for each in part.skp),
        tuple(each for part in parts for each in part.kita),
    )


def _pair_alike(skp: Sequence[BarisSkp], kita: Sequence[HasilKita], units_of: UnitsOf) -> Pasangan:
    pairs: list[tuple[BarisSkp, HasilKita]] = []
    left, ours = list(skp), list(kita)
    for same in _sames(units_of):
        for one in tuple(left):
            found = [other for other in ours if same(one, other)]
            rivals = [rival for rival in left if found and same(rival, found[0])]
            if len(found) == 1 and len(rivals) == 1:
                pairs.append((one, found[0]))
                left.remove(one)
                ours.remove(found[0])
    if left and ours and 1 in {len(left), len(ours)}:
        one, other = max(left, key=_end_of_skp), max(ours, key=_end_of_kita)
        pairs.append((one, other))
        left.remove(one)
        ours.remove(other)
    return Pasangan(tuple(pairs), tuple(left), tuple(ours))


def _sames(units_of: UnitsOf) -> tuple[Callable[[BarisSkp, HasilKita], bool], ...]:
    def same_unit(one: BarisSkp, other: HasilKita) -> bool:
        return other.baris.unit in units_of(one.unor)

    def same_post(one: BarisSkp, other: HasilKita) -> bool:
        return bool(one.jabatan) and fold(one.jabatan) == fold(other.baris.jabatan)

    def same_both(one: BarisSkp, other: HasilKita) -> bool:
        return same_unit(one, other) and same_post(one, other)

    return same_both, same_unit, same_post


def _end_of_skp(one: BarisSkp) -> tuple[date, date, str, str, int]:
    return (
        one.selesai or date.min, one.mulai or date.min, one.jabatan, one.unor, one.number,
    )  # fmt: skip


def _end_of_kita(one: HasilKita) -> tuple[date, str, str]:
    return one.baris.selesai or date.min, one.baris.unit, one.baris.jabatan
