"""All files of a run compared, on keys only: descent, merging, overlaps, raters, gaps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import Siklus
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.pengaturan import UnitRow
from kinerja_xlsx.spec.penugasan import FileKeys, Settings
from kinerja_xlsx.spec.tertahan import held_units
from kinerja_xlsx.validate.descent import settle_descent
from kinerja_xlsx.validate.merge import Loader, merge_files
from kinerja_xlsx.validate.overlap import settle_overlaps
from kinerja_xlsx.validate.raters import settle_raters
from kinerja_xlsx.validate.reconciled import Notebook, Reconciled, SubjectId, UnitPeriod
from kinerja_xlsx.validate.shown import count_text
from kinerja_xlsx.validate.siklus import settle_cycles
from kinerja_xlsx.validate.verdict import position

_NAMED_UNITS: Final = 10
_KIND_OF_CYCLE: Final = MappingProxyType(
    {
        Siklus.BULANAN: PeriodKind.BULAN,
        Siklus.TRIWULANAN: PeriodKind.TRIWULAN,
        Siklus.SEMESTER: PeriodKind.SEMESTER,
    }
)


def reconcile(
    files: Sequence[FileKeys],
    settings: Settings | None,
    load: Loader,
    *,
    refused: Collection[UnitPeriod] = (),
    periods: Collection[Period] = (),
) -> Reconciled:
    """Decide which files and assignments count; the order of `files` does not matter.

    Args:
        files: Keys of every checked file, of any period.
        settings: The settings; without them nobody is reported missing.
        load: Gives a checked file by name, for the rare ones whose data contradict each other.
        refused: Units and periods whose file was refused; they have sent something.
        periods: Periods to answer for, also where no file of theirs was accepted.
    """
    book = Notebook(settings)
    taken: dict[UnitPeriod, tuple[SubjectId, ...]] = {}
    missing: dict[str, tuple[str, ...]] = {}
    load_once = cache(load)
    for period in sorted({file.period for file in files} | set(periods)):
        sent = sorted((file for file in files if file.period == period), key=lambda f: f.file)
        left = settle_descent(sent, book)
        by_unit = {unit: [f for f in left if f.unit == unit] for unit in _units(left)}
        for group in by_unit.values():
            merge_files(group, book, load_once)
        settle_overlaps(left, book)
        settle_raters(left, book)
        settle_cycles(left, book)
        taken |= {(unit, period.code): book.taken(group) for unit, group in by_unit.items()}
        if settings is not None:
            answered = {file.unit for file in sent}
            answered |= {unit for unit, code in refused if code == period.code}
            missing[period.code] = _missing_units(settings, period, answered)
            book.issues += _missing_issue(missing[period.code], settings, period)
    return Reconciled(
        superseded=book.superseded,
        duplicates=book.duplicates,
        withheld={key: tuple(codes) for key, codes in sorted(book.withheld.items())},
        ignored=dict(sorted(book.ignored.items())),
        taken=taken,
        issues=tuple(sorted(book.issues, key=_order)),
        missing_units=missing,
        repeated=frozenset(book.repeated),
    )


def _units(files: Sequence[FileKeys]) -> list[str]:
    return sorted({file.unit for file in files})


def _missing_units(
    settings: Settings, period: Period, answered: Collection[str]
) -> tuple[str, ...]:
    """List the units that owe this period and have sent nothing for it.

    A unit whose row in the settings is withheld is expected all the same.
    """
    folded = {code.casefold() for code in answered}
    return (
        *(
            code
            for code, row in settings.units.items()
            if code not in answered and _owes(row, period)
        ),
        *(
            code
            for code in held_units(settings.held, settings.units)
            if code.casefold() not in folded
        ),
    )


def _owes(unit: UnitRow, period: Period) -> bool:
    """Tell whether a unit sends periods of this length: none shorter than its cycle."""
    if unit.siklus is None:
        return True
    return period.months >= _KIND_OF_CYCLE[unit.siklus].value


def _missing_issue(missing: Sequence[str], settings: Settings, period: Period) -> list[Issue]:
    if not missing:
        return []
    named = {code: row.nama for code, row in settings.units.items()}
    named |= held_units(settings.held, settings.units)
    names = [named[code] for code in missing]
    rest = len(names) - _NAMED_UNITS
    more = f" dan {count_text(rest)} lainnya" if rest > 0 else ""
    return [
        make_issue(
            IssueCode.LBK_06,
            Place(""),
            jumlah=count_text(len(names)),
            unit=f"{', '.join(names[:_NAMED_UNITS])}{more}",
            periode=period.label,
        )
    ]


def _order(issue: Issue) -> tuple[bool, str, str, int, int, str]:
    place = issue.place
    return (not place.file, place.file, place.sheet or "", *position(place), issue.code.value)
