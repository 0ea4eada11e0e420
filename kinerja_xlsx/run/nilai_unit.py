"""Phase 5 for one unit: what became of each assignment, its score, and the unit's distribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Withholds
from kinerja_xlsx.model.kinerja_unit import KinerjaUnit
from kinerja_xlsx.model.law import CapaianOrganisasi, Sifat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit, Kiriman
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.run.alasan import Reasons
from kinerja_xlsx.run.baris_pegawai import absent_line, employee_line
from kinerja_xlsx.run.kinerja_unit import measure
from kinerja_xlsx.run.muat_unit import Line, LoadedFile
from kinerja_xlsx.run.pengaturan import overrides_of
from kinerja_xlsx.run.rencana import read_plan
from kinerja_xlsx.run.roster import roster_of
from kinerja_xlsx.run.sejarah_unit import Frame, frame_of, gather_for, score_with_history
from kinerja_xlsx.run.spill import read_both
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.score import (
    Tergabung,
    check_absent,
    distribusi,
    issues_for,
    issues_for_equal,
    issues_for_unrated,
    people_of,
    propose_skm,
)
from kinerja_xlsx.spec.codes import withholds
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.validate import (
    UnitPlan,
    absent_issue,
    check_plan_issued,
    compare_with_plan,
    find_absent,
)


@dataclass(frozen=True, slots=True)
class ScoredUnit:
    """A unit after scoring.

    Attributes:
        files: Its files, in order of name.
        lines: Its assignments, by file and order of the sheet; those that count elsewhere too.
        employees: The same assignments as lines of the recap, and those in `absent`.
        absent: Assignments of the roster that no file names, in roster order.
        distribusi: People by predikat against the pattern.
        issues: What scoring found.
        plan: The unit's accepted plans of that year.
        kinerja: The period before and the unit's services.
    """

    files: tuple[LoadedFile, ...]
    lines: tuple[Line, ...]
    employees: tuple[BarisPegawai, ...]
    distribusi: Distribusi
    issues: tuple[Issue, ...]
    plan: UnitPlan
    kinerja: KinerjaUnit
    absent: tuple[RosterRow, ...] = ()

    @property
    def capaian_organisasi(self) -> CapaianOrganisasi | None:
        """As the first file states it."""
        return _capaian_organisasi(self.files)


def score_unit(task: UnitTask, settings: Settings | None) -> ScoredUnit:
    """Load a unit's files and score every accepted assignment."""
    plan = read_plan(task.plans)
    frame = frame_of(task, plan, settings)
    loaded = (LoadedFile(file, *read_both(file.spill)) for file in task.files)
    files = tuple(_gathered(file, frame) for file in loaded)
    lines: list[Line] = []
    issues: list[Issue] = []
    for file in files:
        for line, found in _score_file(file, frame):
            lines.append(line)
            issues += (*_deviations(line, plan, task), *found)
    reasons = {file.task.name: Reasons(file) for file in files}
    absent = _absent(task, lines, settings)
    issues += [absent_issue(row, _place_of_people(files[0])) for row in absent]
    employees = (
        *(employee_line(task, line, reasons[line.file.task.name]) for line in lines),
        *(absent_line(task, row) for row in absent),
    )
    spread = _spread(task, files, employees, settings)
    issues += (issue for file in files for issue in file.absences)
    if not plan.people:
        issues += (issue for file in files for issue in check_plan_issued(file.submission))
    if not any(map(_awaits_capaian, files)):
        issues += issues_for(spread, task.unit)
    issues += issues_for_equal(employees, task.unit)
    issues += issues_for_unrated(employees, task.unit)
    kinerja = measure(frame, files, lines, employees)
    issues += _proposals(lines, kinerja)
    found = tuple(issues)
    return ScoredUnit(files, tuple(lines), employees, spread, found, plan, kinerja, absent)


def _awaits_capaian(file: LoadedFile) -> bool:
    """Tell whether its own message says already why the distribution was not checked."""
    heading = column_by_field(IdentitasForm, "capaian_organisasi").heading
    return any(
        issue.code is IssueCode.LTS_30 and issue.place.heading == heading
        for issue in file.checked.issues
    )


def _proposals(lines: Sequence[Line], kinerja: KinerjaUnit) -> Iterator[Issue]:
    """Propose the index of the unit's survey where an indicator waits for it."""
    for line in lines:
        if line.score is not None and line.subject.penugasan is not None:
            yield from propose_skm(line.subject.penugasan, line.score, kinerja.kepuasan.layanan)


def _absent(
    task: UnitTask, lines: Sequence[Line], settings: Settings | None
) -> tuple[RosterRow, ...]:
    if settings is None:
        return ()
    roster = roster_of(settings, task.unit, task.period)
    asked = [row for row in roster if row.nip not in task.sent_elsewhere]
    return find_absent(asked, [line.subject for line in lines], task.period)


def _place_of_people(file: LoadedFile) -> Place:
    """Point at the sheet where people of the unit stand, as the file names it."""
    names = (sheet.name for sheet in file.submission.sheets if sheet.key == PegawaiRow.sheet)
    return Place(file.task.name, next(names, PegawaiRow.sheet))


def _deviations(line: Line, plan: UnitPlan, task: UnitTask) -> tuple[Issue, ...]:
    """Compare a scored assignment with its plan, if it has one."""
    penugasan = line.subject.penugasan
    if line.score is None or penugasan is None:
        return ()
    rencana = plan.find(penugasan)
    return () if rencana is None else compare_with_plan(penugasan, rencana, task.period)


def _gathered(file: LoadedFile, frame: Frame) -> LoadedFile:
    """Put together what shorter periods say; where some are missing, say so or withhold."""
    pendekatan = file.checked.identitas.pendekatan
    gathered: dict[int, Tergabung] = {}
    withheld = dict(file.task.withheld)
    issues: list[Issue] = []
    for index, subject in enumerate(file.checked.subjects):
        penugasan = subject.penugasan
        if file.status_of(index) is not PenugasanStatus.DINILAI or penugasan is None:
            continue
        found = gather_for(penugasan, frame.rules, frame, pendekatan)
        gathered[index] = found
        issue = check_absent(
            penugasan, frame.rules.period, found, parameters=frame.rules.parameters
        )
        if issue is not None:
            issues.append(issue)
            if withholds(issue) is not Withholds.NOTHING:
                withheld[index] = (issue.code,)
    if not issues:
        return replace(file, gathered=gathered)
    task = replace(file.task, withheld=withheld)
    return replace(file, task=task, gathered=gathered, absences=tuple(issues))


def _score_file(file: LoadedFile, frame: Frame) -> Iterator[tuple[Line, tuple[Issue, ...]]]:
    pendekatan = file.checked.identitas.pendekatan
    for index, subject in enumerate(file.checked.subjects):
        status = file.counted_status_of(index)
        if status is not PenugasanStatus.DINILAI or subject.penugasan is None:
            yield Line(file, index, subject, status, None), ()
            continue
        score, before, issues = score_with_history(
            subject.penugasan, file.gathered[index], frame, pendekatan
        )
        yield Line(file, index, subject, status, score, before), issues


def _spread(
    task: UnitTask,
    files: Sequence[LoadedFile],
    employees: Sequence[BarisPegawai],
    settings: Settings | None,
) -> Distribusi:
    people = people_of(employees)
    return distribusi(
        [person.predikat for person in people if person.predikat],
        capaian_organisasi=_capaian_organisasi(files),
        expected=len({person.nip for person in people} | _unsent(employees)),
        policy=policy.in_force(task.period),
        parameters=parameters_for(task.period, overrides_of(settings)),
    )


def _unsent(employees: Sequence[BarisPegawai]) -> frozenset[str]:
    """List whose definitive post stands in the unit's roster but in none of its files."""
    named = {line.nip for line in employees if line.status is not PenugasanStatus.TIDAK_DIKIRIM}
    return frozenset(
        line.nip
        for line in employees
        if line.status is PenugasanStatus.TIDAK_DIKIRIM
        and line.sifat == Sifat.DEFINITIF.value
        and line.nip not in named
    )


def _capaian_organisasi(files: Sequence[LoadedFile]) -> CapaianOrganisasi | None:
    stated = (file.checked.identitas.capaian_organisasi for file in files)
    return next((value for value in stated if value is not None), None)


def unit_line(task: UnitTask, unit: ScoredUnit, settings: Settings | None) -> BarisUnit:
    """Write the unit as a line of the recap."""
    statuses = Counter(line.status for line in unit.lines)
    row = settings.units.get(task.unit) if settings else None
    form = unit.files[0].checked.identitas
    return BarisUnit(
        kode=task.unit,
        nama=row.nama if row else form.nama_unit or task.unit,
        kode_induk=(row.kode_induk if row else None) or "",
        kiriman=Kiriman.SUDAH,
        dinilai=statuses[PenugasanStatus.DINILAI],
        ditahan=statuses[PenugasanStatus.DITAHAN],
        tidak_dinilai=statuses[PenugasanStatus.TIDAK_DINILAI],
        tidak_dikirim=len(unit.absent),
        belum_ditetapkan=sum(
            line.score is not None and line.score.predikat is None for line in unit.lines
        ),
        capaian_organisasi=unit.capaian_organisasi,
        distribusi=unit.distribusi,
        kinerja=unit.kinerja,
    )
