"""Units gathered below their topmost Kode Induk, each counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja_xlsx.model.kinerja_unit import KelompokUnit
from kinerja_xlsx.model.rekap import BarisUnit


def group_units(units: Sequence[BarisUnit]) -> tuple[KelompokUnit, ...]:
    """Gather units below the topmost Kode Induk that they lead to.

    A unit without others above or below it makes no group. Kode Induk that lead in a circle end
    where the circle closes.

    Returns:
        Groups of two or more units, or of one below a Kode Induk that is no unit itself, in order
        of their code; their units in the order given.
    """
    above = {unit.kode: unit.kode_induk for unit in units if unit.kode_induk}
    names = {unit.kode: unit.nama for unit in units}
    found: dict[str, list[str]] = {}
    for unit in units:
        found.setdefault(_topmost(unit.kode, above), []).append(unit.kode)
    return tuple(
        KelompokUnit(kode, names.get(kode, kode), tuple(codes))
        for kode, codes in sorted(found.items())
        if codes != [kode]
    )


def _topmost(kode: str, above: Mapping[str, str]) -> str:
    seen = [kode]
    while (next_kode := above.get(seen[-1])) is not None:
        if next_kode in seen:
            return min(seen[seen.index(next_kode) :])
        seen.append(next_kode)
    return seen[-1]
