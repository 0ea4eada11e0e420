"""The tasks of phases 5 and 6: one for each unit and period, with what the driver decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kinerja_xlsx.model.buku import BukuTambahan
from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.decide import Decided
from kinerja_xlsx.run.orang import People
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.unit_task import UnitFile, UnitTask
from kinerja_xlsx.run.workspace import folder_names
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import Reconciled, are_related


@dataclass(frozen=True, slots=True)
class Frame:
    """What all tasks of a run share.

    Attributes:
        root: Folder of the workspace; None when nothing is to be written.
        kept: Where the settings are kept; None without `Pengaturan.xlsx`.
        settings: The settings themselves.
        wants_trail: Whether the trails are to come back.
        buku: Which workbooks of forms are wanted beside that of each unit.
        prints: Private folder for what is to be printed person by person; None for nothing.
    """

    root: Path | None
    kept: Path | None
    settings: Settings | None
    wants_trail: bool
    buku: BukuTambahan = field(default_factory=BukuTambahan)
    prints: Path | None = None


def unit_tasks(decided: Decided, frame: Frame) -> tuple[UnitTask, ...]:
    """Make one task for each unit and period, in this order; plans of a year come first."""
    notes = _Notes(decided.reconciled)
    return tuple(
        replace(
            task,
            is_skp=is_skp,
            plans=() if is_skp else decided.plans_for(task),
            earlier={} if is_skp else decided.others.of(task),
            tren={} if is_skp else decided.others.tren(task),
        )
        for period in decided.periods
        for is_skp in (True, False)
        for task in _tasks_of(
            period,
            [
                file
                for file in decided.counting
                if file.period == period.code and file.is_skp is is_skp
            ],
            frame=frame,
            notes=notes,
        )
    )


class _Notes:
    """What comparing the files decided about each of them, by its name."""

    def __init__(self, reconciled: Reconciled) -> None:
        self._withheld: dict[str, dict[int, tuple[IssueCode, ...]]] = {}
        self._ignored: dict[str, set[int]] = {}
        self._repeated = reconciled.repeated
        self._issues: dict[str, list[Issue]] = {}
        for (name, index), codes in sorted(reconciled.withheld.items()):
            self._withheld.setdefault(name, {})[index] = codes
        for name, index in reconciled.ignored:
            self._ignored.setdefault(name, set()).add(index)
        for issue in reconciled.issues:
            self._issues.setdefault(issue.place.file, []).append(issue)

    def unit_file(self, outcome: FileOutcome) -> UnitFile:
        """Put a checked file and the decisions about it together."""
        if outcome.spill is None:
            raise ValueError(outcome.name)
        return UnitFile(
            name=outcome.name,
            spill=outcome.spill,
            withheld=self._withheld.get(outcome.name, {}),
            ignored=frozenset(self._ignored.get(outcome.name, ())),
            issues=tuple(self._issues.get(outcome.name, ())),
            repeated=frozenset(index for name, index in self._repeated if name == outcome.name),
        )


def _tasks_of(
    period: Period, files: Sequence[FileOutcome], *, frame: Frame, notes: _Notes
) -> Iterator[UnitTask]:
    people = {nip: person for file in reversed(files) for nip, person in file.people}
    units = {file.unit for file in files if file.unit is not None}
    # With settings the names are the same whoever has sent; units without settings are few.
    names = folder_names(units.union(frame.settings.units if frame.settings else ()))
    for unit in sorted(units):
        own = [file for file in files if file.unit == unit]
        yield UnitTask(
            root=frame.root,
            settings=frame.kept,
            unit=unit,
            folder=names[unit],
            period=period,
            files=tuple(notes.unit_file(file) for file in own),
            people=_raters(own, people),
            wants_trail=frame.wants_trail,
            sent_elsewhere=_sent_elsewhere(files, unit, frame.settings),
            buku=frame.buku,
            prints=frame.prints,
        )


def _sent_elsewhere(
    files: Sequence[FileOutcome], unit: str, settings: Settings | None
) -> frozenset[str]:
    """List who stands in the files of the units above and below this one."""
    units = settings.units if settings else {}
    return frozenset(
        key.subject.nip
        for file in files
        if file.keys and file.unit not in {None, unit} and are_related(file.keys.unit, unit, units)
        for key in file.keys.subjects
    )


def _raters(files: Sequence[FileOutcome], people: People) -> People:
    """Pick the raters of these files, so that a task carries no more than it needs."""
    subjects = [key.subject for file in files if file.keys for key in file.keys.subjects]
    wanted = {subject.penilai for subject in subjects}
    wanted |= {subject.atasan_penilai for subject in subjects}
    return {code: people[code] for code in sorted(wanted) if code in people}
