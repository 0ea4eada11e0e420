"""Phase 4 as the driver sees it: which files count for which unit and period, on keys only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.collect import Collected
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.spill import read_checked
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import Reconciled, reconcile


@dataclass(frozen=True, slots=True)
class Decided:
    """What becomes of every file, before units are scored.

    Attributes:
        outcomes: All files that were taken, in order of name.
        unread: Names of lock files, which were not taken.
        left_out: Names of files of periods that this run does not handle.
        periods: The periods handled, in order; also those of which every file is refused.
        reconciled: Which subjects count, and which are withheld for what other files say.
        issues: What collecting, reading, checking and comparing found.
    """

    outcomes: tuple[FileOutcome, ...]
    unread: tuple[str, ...]
    left_out: frozenset[str]
    periods: tuple[Period, ...]
    reconciled: Reconciled
    issues: tuple[Issue, ...]

    @property
    def superfluous(self) -> frozenset[str]:
        """Names of files that a correction replaces, or that only repeat another."""
        return frozenset({*self.reconciled.superseded, *self.reconciled.duplicates})

    @property
    def counting(self) -> tuple[FileOutcome, ...]:
        """The files whose subjects may count: checked, handled, and not superfluous."""
        gone = self.left_out | self.superfluous
        return tuple(file for file in self.outcomes if file.keys and file.name not in gone)

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
    """Compare the files of the handled periods with each other."""
    judged = tuple(_pass_over_closed(outcome) for outcome in outcomes)
    handled = [outcome for outcome in judged if not _is_left_out(outcome, options)]
    left_out = frozenset(outcome.name for outcome in judged) - {file.name for file in handled}
    periods = _periods(handled, options)
    spills = {outcome.name: outcome.spill for outcome in handled if outcome.spill}
    reconciled = reconcile(
        [outcome.keys for outcome in handled if outcome.keys],
        settings,
        lambda name: read_checked(spills[name]),
        refused={(file.unit or "", file.period or "") for file in handled if file.is_rejected},
        periods=[period for period in periods if settings and period.code in settings.periods],
    )
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
            *(_left_out_notice(outcome) for outcome in judged if outcome.name in left_out),
            *reconciled.issues,
        ),
    )


def _periods(handled: Sequence[FileOutcome], options: RunOptions) -> tuple[Period, ...]:
    """List the periods that this run answers, also those of which every file is refused."""
    found = {Period.parse(outcome.period) for outcome in handled if outcome.period}
    return tuple(sorted(found | ({options.period} if options.period else set())))


def _is_left_out(outcome: FileOutcome, options: RunOptions) -> bool:
    """Tell whether a file belongs to a period that this run does not handle."""
    if outcome.period is None:
        return False
    if options.period is not None and outcome.period != options.period.code:
        return True
    return _closed_notice(outcome) is not None


def _pass_over_closed(outcome: FileOutcome) -> FileOutcome:
    """Make the refusal of a closed period a notice: such files stay in `input/` for years."""
    closed = [issue for issue in outcome.issues if issue.code is IssueCode.LBK_07]
    if not closed:
        return outcome
    notice = make_issue(
        IssueCode.LBK_07, closed[0].place, severity=Severity.CATATAN, value=closed[0].value
    )
    return replace(outcome, issues=(notice,))


def _closed_notice(outcome: FileOutcome) -> Issue | None:
    return next((issue for issue in outcome.issues if issue.code is IssueCode.LBK_07), None)


def _left_out_notice(outcome: FileOutcome) -> Issue:
    other = make_issue(IssueCode.LBK_10, Place(outcome.name), value=outcome.period)
    return _closed_notice(outcome) or other
