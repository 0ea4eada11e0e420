"""Phase 4 as the driver sees it: which files count for which unit and period, on keys only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.collect import Collected
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.periode_lain import OtherPeriods, other_periods
from kinerja_xlsx.run.rencana import UnitPeriod, compare_plans, taken_files
from kinerja_xlsx.run.spill import read_checked
from kinerja_xlsx.run.unit_task import TakenFile, UnitTask
from kinerja_xlsx.spec.codes import PASSING, make_issue
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import Reconciled, SubjectId, reconcile


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of every file, before units are scored.

    Attributes:
        outcomes: All files that were taken, in order of name.
        unread: Names of lock files, which were not taken.
        left_out: Names of files of periods that this run does not handle.
        periods: The periods handled, in order; also those of which every file is refused.
        reconciled: Which subjects count, and which are withheld for what other files say.
        plans: Unit and year to its SKP that count, also those of periods not handled.
        others: The Isian of every period that count, for what goes over several.
        issues: What collecting, reading, checking and comparing found.
    """

    outcomes: tuple[FileOutcome, ...]
    unread: tuple[str, ...]
    left_out: frozenset[str]
    periods: tuple[Period, ...]
    reconciled: Reconciled
    issues: tuple[Issue, ...]
    plans: Mapping[UnitPeriod, tuple[TakenFile, ...]] = field(default_factory=dict)
    others: OtherPeriods = field(default_factory=OtherPeriods)

    def plans_for(self, task: UnitTask) -> tuple[TakenFile, ...]:
        """Give the SKP of a unit for the year of a period."""
        return self.plans.get((task.unit, str(task.period.year)), ())

    @property
    def superfluous(self) -> frozenset[str]:
        """Names of files that a correction replaces, or that only repeat another."""
        return frozenset({*self.reconciled.superseded, *self.reconciled.duplicates})

    @property
    def counting(self) -> tuple[FileOutcome, ...]:
        """The files whose subjects may count: checked, handled, and not superfluous."""
        gone = self.left_out | self.superfluous
        return tuple(file for file in self.outcomes if file.keys and file.name not in gone)

    def unread_in(self, period: str | None) -> tuple[str, ...]:
        """Units of a handled period of which a file cannot be read this time."""
        found = {
            file.unit
            for file in self.outcomes
            if is_unread(file) and file.period == period and file.name not in self.left_out
        }
        return tuple(sorted(unit for unit in found if unit))

    @property
    def refused(self) -> tuple[FileOutcome, ...]:
        """The files of handled periods that are refused as a whole."""
        return tuple(
            file for file in self.outcomes if file.is_rejected and file.name not in self.left_out
        )


def decide(
    collected: Collected,
    outcomes: Sequence[FileOutcome],
    settings: Settings | None,
    options: RunOptions,
) -> Decided:
    """Compare the files of the handled periods with each other, and plans among themselves."""
    judged = tuple(_pass_over_closed(outcome) for outcome in outcomes)
    waiting = _waiting(judged)
    handled = [
        outcome
        for outcome in judged
        if outcome.name not in waiting and not _is_left_out(outcome, settings, options)
    ]
    left_out = frozenset(outcome.name for outcome in judged) - {file.name for file in handled}
    periods = _periods(handled, options)
    plans = compare_plans(judged, settings)
    isian = _compare_isian(handled, settings, options)
    reconciled = _joined(isian, plans, left_out)
    gone = {*left_out, *reconciled.superseded, *reconciled.duplicates}
    return Decided(
        outcomes=judged,
        unread=collected.skipped,
        left_out=left_out,
        periods=periods,
        reconciled=reconciled,
        issues=(
            *collected.issues,
            *(issue for outcome in judged if outcome.name not in gone for issue in outcome.issues),
            *(
                _left_out_notice(outcome, waiting.get(outcome.name))
                for outcome in judged
                if outcome.name in left_out
            ),
            *reconciled.issues,
        ),
        plans=taken_files(judged, plans.taken),
        others=other_periods(
            judged, {**_taken_elsewhere(judged, left_out, settings), **isian.taken}
        ),
    )


def _taken_elsewhere(
    outcomes: Sequence[FileOutcome], left_out: Collection[str], settings: Settings | None
) -> Mapping[UnitPeriod, tuple[SubjectId, ...]]:
    """Say which Isian of periods not handled count; what is wrong with them is said then."""
    others = [file for file in outcomes if file.name in left_out and not file.is_skp]
    spills = {file.name: file.spill for file in others if file.spill}
    return reconcile(
        [file.keys for file in others if file.keys],
        settings,
        lambda name: read_checked(spills[name]),
    ).taken


def _compare_isian(
    handled: Sequence[FileOutcome], settings: Settings | None, options: RunOptions
) -> Reconciled:
    isian = [outcome for outcome in handled if not outcome.is_skp]
    spills = {outcome.name: outcome.spill for outcome in isian if outcome.spill}
    known = settings.periods if settings else {}
    reconciled = reconcile(
        [outcome.keys for outcome in isian if outcome.keys],
        settings,
        lambda name: read_checked(spills[name]),
        refused={(file.unit or "", file.period or "") for file in isian if file.is_rejected},
        periods=[period for period in _periods(isian, options) if period.code in known],
    )
    # Of a few files that a person named, nobody can tell who has not sent.
    return reconciled.without_missing() if options.files else reconciled


def _joined(isian: Reconciled, plans: Reconciled, left_out: Collection[str]) -> Reconciled:
    """Put what was decided about Isian and SKP together; no file is both."""
    return Reconciled(
        superseded=dict(isian.superseded) | _kept(plans.superseded, left_out),
        duplicates=dict(isian.duplicates) | _kept(plans.duplicates, left_out),
        withheld={**isian.withheld, **plans.withheld},
        ignored={**isian.ignored, **plans.ignored},
        taken=isian.taken,
        issues=(
            *isian.issues,
            *(issue for issue in plans.issues if issue.place.file not in left_out),
        ),
        missing_units=isian.missing_units,
        repeated=isian.repeated | plans.repeated,
    )


def _kept(named: Mapping[str, str], left_out: Collection[str]) -> dict[str, str]:
    return {name: other for name, other in named.items() if name not in left_out}


def _periods(handled: Sequence[FileOutcome], options: RunOptions) -> tuple[Period, ...]:
    """List the periods that this run answers, also those of which every file is refused."""
    found = {Period.parse(outcome.period) for outcome in handled if outcome.period}
    return tuple(sorted(found | ({options.period} if options.period else set())))


def _is_left_out(outcome: FileOutcome, settings: Settings | None, options: RunOptions) -> bool:
    """Tell whether a file belongs to a period that this run does not handle.

    The SKP of a closed year is left out as well, so that the outputs of that year stay; it still
    serves as the plan of its periods.
    """
    if outcome.period is None:
        return False
    row = settings.periods.get(outcome.period) if settings and outcome.is_skp else None
    if row is not None and row.tertutup is YaTidak.YA:
        return True
    if options.period is not None and outcome.period != options.period.code:
        return True
    return _closed_notice(outcome) is not None


def _pass_over_closed(outcome: FileOutcome) -> FileOutcome:
    """Say of a file of a closed period only that: such files stay in `input/` for years."""
    notice = _closed_notice(outcome)
    return outcome if notice is None else replace(outcome, issues=(notice,))


def _closed_notice(outcome: FileOutcome) -> Issue | None:
    return next((issue for issue in outcome.issues if issue.code is IssueCode.LBK_07), None)


def is_unread(outcome: FileOutcome) -> bool:
    """Tell whether a file could not be read for a reason that may be over in a moment."""
    return outcome.is_rejected and any(issue.code in PASSING for issue in outcome.issues)


def _waiting(outcomes: Sequence[FileOutcome]) -> Mapping[str, str]:
    """Name the sound files of units of which another file cannot be read, with that file.

    What was made of all of them together in the last run is worth more than what a part of them
    would give now.
    """
    unread = {
        (file.unit, file.period, file.is_skp): file.name
        for file in outcomes
        if is_unread(file) and file.unit and file.period
    }
    return {
        file.name: unread[key]
        for file in outcomes
        if file.keys and (key := (file.unit, file.period, file.is_skp)) in unread
    }


def _left_out_notice(outcome: FileOutcome, awaited: str | None = None) -> Issue:
    if awaited is not None and _closed_notice(outcome) is None:
        return make_issue(IssueCode.LBK_11, Place(outcome.name), value=awaited)
    other = make_issue(IssueCode.LBK_10, Place(outcome.name), value=outcome.period)
    return _closed_notice(outcome) or other
