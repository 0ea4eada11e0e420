"""Rows of `Pengaturan.xlsx` that are withheld, and how to say what is missing because of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Issue, Withholds
from kinerja_xlsx.spec.codes import PENGATURAN_FILE, PENYEBAB, withholds
from kinerja_xlsx.spec.pengaturan import PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.pesan import render

_RANKS: Final = MappingProxyType(
    {sheet: rank for rank, sheet in enumerate((UnitRow.sheet, PeriodeRow.sheet))}
)
"""Sheets on which the others depend, so that they are named first."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One withheld row of the settings.

    Attributes:
        sheet: The sheet whose row would have been needed.
        key: Kode or NIP of the row, as found; may be empty.
        nama: Name of the unit or person; may be empty.
        unit: Kode Unit of a person; may be empty.
        cause: What is wrong and where, as a sentence.
    """

    sheet: str
    key: str
    nama: str
    unit: str
    cause: str


def cause_of(issue: Issue) -> str:
    """Say which row of the settings is withheld and why, without naming a person."""
    where = issue.place.cell or f"baris {issue.place.row}"
    problem = render(replace(issue, nip=None, nama=None)).masalah
    return f"Baris Pengaturan › {issue.place.sheet} › {where} ditahan: {problem}"


def find_held(held: Iterable[HeldRow], sheet: str, key: str) -> HeldRow | None:
    """Find the withheld row of a sheet that has this code or NIP; codes have no case."""
    wanted = key.strip().casefold()
    rows = (row for row in held if row.sheet == sheet and wanted)
    return next((row for row in rows if row.key.strip().casefold() == wanted), None)


def blame(issue: Issue, row: HeldRow | None) -> Issue:
    """Let an issue blame a withheld row of the settings, if there is one that explains it."""
    if row is None:
        return issue
    return replace(issue, context=tuple(sorted((*issue.context, (PENYEBAB, row.cause)))))


def held_units(held: Iterable[HeldRow], sound: Iterable[str]) -> Mapping[str, str]:
    """Name the units that are expected although their row is withheld: code to name."""
    found: dict[str, str] = {}
    taken = {code.casefold() for code in sound}
    for row in held:
        if row.sheet == UnitRow.sheet and row.key and row.key.casefold() not in taken:
            taken.add(row.key.casefold())
            found[row.key] = row.nama or row.key
    return found


def held_issues(issues: Iterable[Issue]) -> Sequence[Issue]:
    """List the issues that withhold rows of the settings, those on which others depend first."""
    found = [
        issue
        for issue in issues
        if issue.place.file == PENGATURAN_FILE and withholds(issue) is not Withholds.NOTHING
    ]
    last = len(_RANKS)
    return sorted(
        found, key=lambda issue: (_RANKS.get(issue.place.sheet or "", last), _is_person(issue))
    )


def _is_person(issue: Issue) -> bool:
    return issue.place.sheet == RosterRow.sheet
