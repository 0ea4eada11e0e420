"""Finds out which withheld row of the settings explains that something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja_xlsx.model.issue import Issue, IssueCode, Withholds
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.codes import make_issue, withholds
from kinerja_xlsx.spec.pegawai import PejabatRow
from kinerja_xlsx.spec.pengaturan import PeriodeRow, RosterRow, UnitRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.spec.tertahan import HeldRow, cause_of, find_held
from kinerja_xlsx.validate.names import same_name
from kinerja_xlsx.validate.normalise_kode import parse_period
from kinerja_xlsx.validate.rows import RowDraft
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.suggest import may_be_nip

_KEYS: tuple[tuple[type[SheetRow], str], ...] = (
    (UnitRow, "kode"),
    (PeriodeRow, "kode"),
    (PejabatRow, "kode"),
    (RosterRow, "nip"),
)


def held_rows(sheets: Mapping[type[SheetRow], SheetDraft]) -> tuple[HeldRow, ...]:
    """List the withheld rows that submissions may need; units first, since people hang on them."""
    held: list[HeldRow] = []
    for model, key in _KEYS:
        sheet = sheets[model]
        for row in sheet.counting:
            if row.reasons:
                held.append(_held_row(sheet, row, key, held))
    return tuple(held)


def _held_row(sheet: SheetDraft, row: RowDraft, key: str, held: Sequence[HeldRow]) -> HeldRow:
    unit = row.text("kode_unit")
    issue = next(_holding(sheet, row))
    of_unit = find_held(held, UnitRow.sheet, unit) if issue.code is IssueCode.SEL_06 else None
    return HeldRow(
        sheet=sheet.plan.model.sheet,
        key=row.text(key),
        nama=row.text("nama"),
        unit=unit,
        cause=of_unit.cause if of_unit else cause_of(issue),
    )


def _holding(sheet: SheetDraft, row: RowDraft) -> Iterator[Issue]:
    """Walk what holds a row back: its own issues, then the one at the row that it contradicts."""
    yield from (issue for issue in row.issues if withholds(issue) is not Withholds.NOTHING)
    shared = (issue for other in sheet.counting for issue in other.issues)
    for issue in shared:
        if issue.code is row.held and dict(issue.context).get("baris") == str(row.number):
            yield issue
    # A fault of a merged range is told once, at its first row.
    yield make_issue(IssueCode.LBR_13, sheet.plan.place(row.number, None), rentang="di baris itu")


def missing_unit(settings: Settings | None, code: str) -> HeldRow | None:
    """Find the withheld row for which a unit is unknown."""
    return find_held(settings.held, UnitRow.sheet, code) if settings else None


def missing_period(settings: Settings | None, text: str) -> HeldRow | None:
    """Find the withheld row for which a period is unknown."""
    period = parse_period(text)
    if settings is None or period is None:
        return None
    return find_held(settings.held, PeriodeRow.sheet, period.code)


def missing_year(settings: Settings, year: Period) -> HeldRow | None:
    """Find a withheld row of a period of a year of which none is known."""
    rows = (row for row in settings.held if row.sheet == PeriodeRow.sheet)
    dated = ((row, parse_period(row.key)) for row in rows)
    return next((row for row, period in dated if period and period.year == year.year), None)


def missing_person(held: Sequence[HeldRow], nip: str, nama: str) -> HeldRow | None:
    """Find the withheld row for which a person is unknown.

    A damaged NIP there explains it too, where the name is the same.
    """
    found = find_held(held, RosterRow.sheet, nip)
    people = (row for row in held if row.sheet == RosterRow.sheet and row.key)
    like = (row for row in people if may_be_nip(row.key, nip) and same_name(row.nama, nama))
    return found or next(like, None)


def missing_rater(settings: Settings | None, rater: str) -> HeldRow | None:
    """Find the withheld row, in either sheet, for which a rater is unknown."""
    if settings is None:
        return None
    found = find_held(settings.held, PejabatRow.sheet, rater)
    return found or find_held(settings.held, RosterRow.sheet, rater)
