"""Phase 4 as the driver sees it: which files count for which unit and period, on keys only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
        unread: Names of lock files and links, which were not taken.
        left_out: Names of files of periods that this run does not handle.
        periods: The periods handled, in order.
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
    def counting(self) -> tuple[FileOutcome, ...]:
        """The files whose subjects may count: checked, handled, and not superseded."""
        gone = {*self.reconciled.superseded, *self.reconciled.duplicates}
        return tuple(
            outcome
            for outcome in self.outcomes
            if outcome.keys and outcome.name not in gone and outcome.name not in self.left_out
        )


def decide(
    collected: Collected,
    outcomes: Sequence[FileOutcome],
    settings: Settings | None,
    options: RunOptions,
) -> Decided:
    """Compare the files of the handled periods with each other."""
    judged = tuple(_soften_closed(outcome, options) for outcome in outcomes)
    left_out = frozenset(outcome.name for outcome in judged if _is_left_out(outcome, options))
    keys = [outcome.keys for outcome in judged if outcome.keys and outcome.name not in left_out]
    spills = {outcome.name: outcome.spill for outcome in judged if outcome.spill}
    reconciled = reconcile(keys, settings, lambda name: read_checked(spills[name]))
    gone = {*left_out, *reconciled.superseded, *reconciled.duplicates}
    notices = tuple(_other_period(outcome) for outcome in judged if outcome.name in left_out)
    return Decided(
        outcomes=judged,
        unread=collected.skipped,
        left_out=left_out,
        periods=tuple(sorted({key.period for key in keys} | _asked(options))),
        reconciled=reconciled,
        issues=(
            *collected.issues,
            *(issue for outcome in judged if outcome.name not in gone for issue in outcome.issues),
            *notices,
            *reconciled.issues,
        ),
    )


def _asked(options: RunOptions) -> set[Period]:
    return {options.period} if options.period else set()


def _is_left_out(outcome: FileOutcome, options: RunOptions) -> bool:
    """Tell whether a file belongs to a period that this run does not handle."""
    if outcome.period is None:
        return False
    if options.period is not None:
        return outcome.period != options.period.code
    return any(
        issue.code is IssueCode.LBK_07 and issue.severity is Severity.CATATAN
        for issue in outcome.issues
    )


def _soften_closed(outcome: FileOutcome, options: RunOptions) -> FileOutcome:
    """Files of closed periods stay in `input/` for years: passed over unless asked for by name."""
    asked = options.period is not None and outcome.period == options.period.code
    closed = [issue for issue in outcome.issues if issue.code is IssueCode.LBK_07]
    if asked or not closed:
        return outcome
    notice = make_issue(
        IssueCode.LBK_07, closed[0].place, severity=Severity.CATATAN, value=closed[0].value
    )
    return FileOutcome(
        outcome.name, outcome.sha256, outcome.size, outcome.unit, outcome.period, (notice,)
    )


def _other_period(outcome: FileOutcome) -> Issue:
    closed = [issue for issue in outcome.issues if issue.code is IssueCode.LBK_07]
    if closed:
        return closed[0]
    return make_issue(IssueCode.LBK_10, Place(outcome.name), value=outcome.period)
