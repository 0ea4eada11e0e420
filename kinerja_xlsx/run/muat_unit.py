"""The files of one unit as its worker loads them, and the assignments they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.rekap import PeriodeLalu
from kinerja_xlsx.model.result import PenugasanStatus, PeopleCounts, RowCounts
from kinerja_xlsx.model.score import Score
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.run.unit_task import UnitFile
from kinerja_xlsx.score import Before, Tergabung
from kinerja_xlsx.spec.penugasan import Checked, Subject
from kinerja_xlsx.validate import count_rows


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One file of the unit, as checked and as read, with the driver's decisions.

    Attributes:
        task: What the driver decided about it.
        checked: As checked.
        submission: As read.
        gathered: Index of an accepted subject to what the periods inside say about it.
        absences: Which of those periods lack an accepted Isian.
    """

    task: UnitFile
    checked: Checked
    submission: Submission
    gathered: Mapping[int, Tergabung] = field(default_factory=dict)
    absences: tuple[Issue, ...] = ()

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Its own issues and those that the driver found about it."""
        return (*self.checked.issues, *self.task.issues)

    def status_of(self, index: int) -> PenugasanStatus:
        """Tell what became of one subject after all decisions."""
        if index in self.task.ignored:
            return PenugasanStatus.DIABAIKAN
        if index in self.task.withheld:
            return PenugasanStatus.DITAHAN
        return self.checked.subjects[index].status

    def row_counts(self) -> RowCounts:
        """Count its rows by what became of them."""
        return count_rows(
            self.checked,
            withheld=frozenset(self.task.withheld),
            ignored=self.task.ignored,
        )

    def counted_status_of(self, index: int) -> PenugasanStatus:
        """Tell as what one subject counts, where each assignment counts in one file only."""
        return PenugasanStatus.DIABAIKAN if index in self.task.repeated else self.status_of(index)

    def people_counts(self) -> PeopleCounts:
        """Count its assignments by what became of them."""
        indexes = range(len(self.checked.subjects))
        return PeopleCounts.of(self.counted_status_of(index) for index in indexes)


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment of the unit with what became of it."""

    file: LoadedFile
    index: int
    subject: Subject
    status: PenugasanStatus
    score: Score | None
    before: Before | None = None

    @property
    def lalu(self) -> PeriodeLalu | None:
        """What the same assignment came to in the period before."""
        return None if self.before is None else self.before.lalu
