"""What comparing all files of a run decides, and the notebook it is decided in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.penugasan import FileKeys, Settings, Subject, SubjectKey

SubjectId = tuple[str, int]
"""A file and the position of a subject in it."""
UnitPeriod = tuple[str, str]
"""Kode Unit and code of the period."""
_COUNTING = frozenset({PenugasanStatus.DINILAI, PenugasanStatus.TIDAK_DINILAI})


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Which files and assignments count.

    Attributes:
        superseded: File to the correction that replaces it.
        duplicates: File to the file with the same data that is counted instead.
        withheld: Subject to the codes for which other rows or files withhold it.
        ignored: Subject to the file from which the same assignment is counted instead.
        repeated: Withheld subjects that are counted in another file already.
        taken: Subjects that count, accepted or not evaluated, in order of file and position.
        issues: What the comparison found, by file, sheet, row and column; those of no file last.
        missing_units: Period to the units that have not sent, in the order of the settings.
    """

    superseded: Mapping[str, str]
    duplicates: Mapping[str, str]
    withheld: Mapping[SubjectId, tuple[IssueCode, ...]]
    ignored: Mapping[SubjectId, str]
    taken: Mapping[UnitPeriod, tuple[SubjectId, ...]]
    issues: tuple[Issue, ...]
    missing_units: Mapping[str, tuple[str, ...]]
    repeated: frozenset[SubjectId] = frozenset()

    def without_missing(self) -> Reconciled:
        """Leave out who has not sent, where nobody was asked."""
        issues = tuple(issue for issue in self.issues if issue.code is not IssueCode.LBK_06)
        return replace(self, issues=issues, missing_units={})


class Entry(NamedTuple):
    """One subject with its file."""

    file: FileKeys
    key: SubjectKey

    @property
    def id(self) -> SubjectId:
        """What the subject is called in the result."""
        return self.file.file, self.key.index

    @property
    def subject(self) -> Subject:
        """The subject without its rows."""
        return self.key.subject

    @property
    def has_nip(self) -> bool:
        """Tell whether its NIP is one, so that it can be compared at all."""
        nip = self.subject.nip
        return len(nip) == NIP_LENGTH and nip.isdecimal()

    @property
    def is_unfilled(self) -> bool:
        """Tell whether nothing was entered for it, so that it contradicts nobody."""
        return IssueCode.LTS_07 in self.subject.reasons


@dataclass(slots=True)
class Notebook:
    """What was decided so far; made and used within one call of `reconcile`."""

    settings: Settings | None
    superseded: dict[str, str] = field(default_factory=dict)
    duplicates: dict[str, str] = field(default_factory=dict)
    withheld: dict[SubjectId, list[IssueCode]] = field(default_factory=dict)
    ignored: dict[SubjectId, str] = field(default_factory=dict)
    repeated: set[SubjectId] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)

    def withhold(self, entry: Entry, issue: Issue) -> None:
        """Withhold an assignment for what an issue says."""
        codes = self.withheld.setdefault(entry.id, [])
        if issue.code not in codes:
            codes.append(issue.code)
        self.issues.append(issue)

    def counting(self, files: Sequence[FileKeys]) -> Iterator[Entry]:
        """Walk the subjects of files that are not counted elsewhere."""
        for file in files:
            for key in file.subjects:
                entry = Entry(file, key)
                if entry.id not in self.ignored:
                    yield entry

    def unit_name(self, code: str) -> str:
        """Name a unit as people know it."""
        row = self.settings.units.get(code) if self.settings else None
        return row.nama if row else code

    def taken(self, files: Sequence[FileKeys]) -> tuple[SubjectId, ...]:
        """List the subjects of some files that count."""
        return tuple(
            entry.id
            for entry in self.counting(files)
            if entry.subject.status in _COUNTING and entry.id not in self.withheld
        )
