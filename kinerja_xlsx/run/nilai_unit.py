"""Phase 5 for one unit: what became of each assignment, its score, and the unit's distribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import Issue, Withholds
from kinerja_xlsx.model.law import CapaianOrganisasi, Sifat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit
from kinerja_xlsx.model.result import PenugasanStatus, RowCounts
from kinerja_xlsx.model.score import Distribusi, Score
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.run.pengaturan import overrides_of
from kinerja_xlsx.run.rencana import read_plan
from kinerja_xlsx.run.roster import roster_of
from kinerja_xlsx.run.spill import read_both
from kinerja_xlsx.run.unit_task import UnitFile, UnitTask
from kinerja_xlsx.score import distribusi, issues_for, issues_for_equal, people_of, score_penugasan
from kinerja_xlsx.spec.codes import CATALOGUE, withholds
from kinerja_xlsx.spec.penugasan import Checked, Settings, Subject
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import UnitPlan, compare_with_plan, count_rows


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One file of the unit, as checked and as read, with the driver's decisions."""

    task: UnitFile
    checked: Checked
    submission: Submission

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

    def people_counts(self) -> tuple[int, int]:
        """Count its assignments: accepted or not to be evaluated, and withheld."""
        statuses = Counter(self.status_of(index) for index in range(len(self.checked.subjects)))
        accepted = statuses[PenugasanStatus.DITERIMA] + statuses[PenugasanStatus.TIDAK_DINILAI]
        return accepted, statuses[PenugasanStatus.DITAHAN]


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment of the unit with what became of it."""

    file: LoadedFile
    subject: Subject
    status: PenugasanStatus
    score: Score | None


@dataclass(frozen=True, slots=True)
class ScoredUnit:
    """A unit after scoring.

    Attributes:
        files: Its files, in order of name.
        lines: Its assignments, by file and order of the sheet; those that count elsewhere too.
        employees: The same assignments as lines of the recap.
        distribusi: People by predikat against the pattern.
        issues: What scoring found.
        plan: The unit's accepted plans of that year.
    """

    files: tuple[LoadedFile, ...]
    lines: tuple[Line, ...]
    employees: tuple[BarisPegawai, ...]
    distribusi: Distribusi
    issues: tuple[Issue, ...]
    plan: UnitPlan

    @property
    def capaian_organisasi(self) -> CapaianOrganisasi | None:
        """As the first file states it."""
        return _capaian_organisasi(self.files)


def score_unit(task: UnitTask, settings: Settings | None) -> ScoredUnit:
    """Load a unit's files and score every accepted assignment."""
    files = tuple(LoadedFile(file, *read_both(file.spill)) for file in task.files)
    plan = read_plan(task.plans)
    lines: list[Line] = []
    issues: list[Issue] = []
    for file in files:
        for line, found in _score_file(task, file, settings):
            lines.append(line)
            issues += (*_deviations(line, plan, task), *found)
    employees = tuple(_employee_line(task, line) for line in lines)
    spread = _spread(task, files, employees, settings)
    issues += issues_for(spread, task.unit)
    issues += issues_for_equal(employees, task.unit)
    return ScoredUnit(files, tuple(lines), employees, spread, tuple(issues), plan)


def _deviations(line: Line, plan: UnitPlan, task: UnitTask) -> tuple[Issue, ...]:
    """Compare a scored assignment with its plan, if it has one."""
    penugasan = line.subject.penugasan
    if line.score is None or penugasan is None:
        return ()
    rencana = plan.find(penugasan)
    return () if rencana is None else compare_with_plan(penugasan, rencana, task.period)


def _score_file(
    task: UnitTask, file: LoadedFile, settings: Settings | None
) -> Iterator[tuple[Line, tuple[Issue, ...]]]:
    rules = policy.in_force(task.period)
    parameters = parameters_for(task.period, overrides_of(settings))
    for index, subject in enumerate(file.checked.subjects):
        status = file.status_of(index)
        if status is not PenugasanStatus.DITERIMA or subject.penugasan is None:
            yield Line(file, subject, status, None), ()
            continue
        score, issues = score_penugasan(
            subject.penugasan,
            pendekatan=file.checked.identitas.pendekatan,
            policy=rules,
            parameters=parameters,
        )
        yield Line(file, subject, status, score), issues


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
        expected=len({person.nip for person in people} | _unsent(task, employees, settings)),
        policy=policy.in_force(task.period),
        parameters=parameters_for(task.period, overrides_of(settings)),
    )


def _unsent(
    task: UnitTask, employees: Sequence[BarisPegawai], settings: Settings | None
) -> frozenset[str]:
    """List who stands in the unit's roster by a definitive post but was not sent at all."""
    if settings is None:
        return frozenset()
    named = {line.nip for line in employees}
    roster = roster_of(settings, task.unit, task.period)
    return frozenset(
        row.nip for row in roster if row.sifat is Sifat.DEFINITIF and row.nip not in named
    )


def _capaian_organisasi(files: Sequence[LoadedFile]) -> CapaianOrganisasi | None:
    stated = (file.checked.identitas.capaian_organisasi for file in files)
    return next((value for value in stated if value is not None), None)


def _employee_line(task: UnitTask, line: Line) -> BarisPegawai:
    """Write one assignment as a line of the recap."""
    subject, score = line.subject, line.score
    return BarisPegawai(
        period=task.period.code,
        unit=task.unit,
        nip=subject.nip,
        nama=subject.nama,
        jabatan=subject.jabatan,
        sifat=subject.sifat,
        mulai=subject.mulai,
        selesai=subject.selesai,
        status=line.status,
        alasan=reason_of(line),
        capaian=score.capaian if score else None,
        lengkap=score.lengkap if score else True,
        usulan=score.usulan_hasil_kerja if score else None,
        rating_hasil_kerja=score.rating_hasil_kerja if score else None,
        rating_perilaku=score.rating_perilaku if score else None,
        predikat=score.predikat if score else None,
    )


def reason_of(line: Line) -> str:
    """Say why an assignment is withheld or not evaluated: its first sentence, else the code."""
    if line.status is PenugasanStatus.DITERIMA:
        return ""
    if line.status is PenugasanStatus.DIABAIKAN:
        return "Dihitung dari berkas lain."
    wanted = line.status is PenugasanStatus.DITAHAN
    for issue in line.file.issues:
        holds = withholds(issue) is not Withholds.NOTHING
        if issue.nip == line.subject.nip and holds is wanted and _explains(issue, line):
            return render(issue).masalah
    return "; ".join(CATALOGUE[code].slug.replace("-", " ") for code in line.subject.reasons)


def _explains(issue: Issue, line: Line) -> bool:
    codes = set(line.subject.reasons)
    for index, codes_by_driver in line.file.task.withheld.items():
        if line.file.checked.subjects[index] is line.subject:
            codes |= set(codes_by_driver)
    return issue.code in codes


def unit_line(task: UnitTask, unit: ScoredUnit, settings: Settings | None) -> BarisUnit:
    """Write the unit as a line of the recap."""
    statuses = Counter(line.status for line in unit.lines)
    row = settings.units.get(task.unit) if settings else None
    form = unit.files[0].checked.identitas
    return BarisUnit(
        kode=task.unit,
        nama=row.nama if row else form.nama_unit or task.unit,
        kode_induk=(row.kode_induk if row else None) or "",
        terkirim=True,
        diterima=statuses[PenugasanStatus.DITERIMA],
        ditahan=statuses[PenugasanStatus.DITAHAN],
        tidak_dinilai=statuses[PenugasanStatus.TIDAK_DINILAI],
        belum_ditetapkan=sum(
            line.score is not None and line.score.predikat is None for line in unit.lines
        ),
        capaian_organisasi=unit.capaian_organisasi,
        distribusi=unit.distribusi,
    )
