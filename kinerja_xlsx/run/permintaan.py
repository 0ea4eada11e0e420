"""What a person asked for by name, held against the settings: units, and periods that are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kinerja_xlsx import policy
from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.spec.pengaturan import PeriodeRow, UnitRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.tertahan import HeldRow, find_held
from kinerja_xlsx.validate import ask_word

_SHOWN: Final = 12
"""So many codes are named; more would fill the screen."""


class UnknownUnitError(Exception):
    """A unit that was asked for but is not in `Pengaturan`."""

    def __init__(self, code: str, known: Sequence[str] = (), held: HeldRow | None = None) -> None:
        super().__init__(code)
        self.cause = held.cause if held else ""
        self.saran = ask_word(code, known)
        self.known = _named(known, "lembar Unit")


class ClosedPeriodError(Exception):
    """A period that was asked for but is closed in `Pengaturan`."""


class UnknownPeriodError(Exception):
    """A period that was asked for but is not in `Pengaturan`."""

    def __init__(
        self,
        code: str,
        known: Mapping[str, PeriodeRow] | None = None,
        held: HeldRow | None = None,
    ) -> None:
        super().__init__(code)
        self.cause = held.cause if held else ""
        rows = {} if known is None else known
        self.known = _named([_with_state(row) for row in rows.values()], "lembar Periode")


class NoRulesError(Exception):
    """A period that was asked for lies before the first regulation."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.first = policy.first_policy()


def require_rules(period: Period) -> None:
    """Let a period pass for which a regulation is in force; settings list no other.

    Raises:
        NoRulesError: None is.
    """
    try:
        policy.in_force(period)
    except policy.NoPolicyError:
        raise NoRulesError(period.code) from None


def require_open(settings: Settings, period: Period) -> None:
    """Let a period pass that stands open in the settings.

    Raises:
        UnknownPeriodError: It is not there.
        ClosedPeriodError: It is closed.
    """
    row = settings.periods.get(period.code)
    if row is None:
        held = find_held(settings.held, PeriodeRow.sheet, period.code)
        raise UnknownPeriodError(period.code, settings.periods, held)
    if row.tertutup is YaTidak.YA:
        raise ClosedPeriodError(period.code)


def require_year(settings: Settings, year: Period) -> None:
    """Let a year pass of which any period is listed, as when the SKP comes back.

    Raises:
        UnknownPeriodError: None is.
    """
    if all(Period.parse(code).year != year.year for code in settings.periods):
        raise UnknownPeriodError(year.code, settings.periods)


def require_handled(settings: Settings, period: Period) -> None:
    """Let a period pass that a run can answer; of a year, its SKP at least.

    Raises:
        UnknownPeriodError: The settings do not know it.
        ClosedPeriodError: It is closed, so that its outputs are final.
    """
    if period.kind is PeriodKind.TAHUN and period.code not in settings.periods:
        require_year(settings, period)
    else:
        require_open(settings, period)


def wanted_units(settings: Settings, units: Sequence[str]) -> tuple[UnitRow, ...]:
    """List the units asked for, whatever the case of their codes; none named means all.

    Raises:
        UnknownUnitError: A unit is not in the settings.
    """
    wanted = {code.strip().casefold(): code.strip() for code in units}
    unknown = [
        code
        for folded, code in wanted.items()
        if folded not in {known.casefold() for known in settings.units}
    ]
    if unknown:
        held = find_held(settings.held, UnitRow.sheet, unknown[0])
        raise UnknownUnitError(unknown[0], tuple(settings.units), held)
    return tuple(
        unit for code, unit in settings.units.items() if not wanted or code.casefold() in wanted
    )


def _with_state(row: PeriodeRow) -> str:
    return f"{row.kode} (ditutup)" if row.tertutup is YaTidak.YA else row.kode


def _named(codes: Sequence[str], sheet: str) -> str:
    left = len(codes) - _SHOWN
    more = f", dan {left} lagi di {sheet}" if left > 0 else ""
    return ", ".join(codes[:_SHOWN]) + more
