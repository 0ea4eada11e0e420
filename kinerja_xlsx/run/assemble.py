"""Phase 7, the figures: everything that was found and made, in an order that never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisUnit, Kiriman, UsulPerubahan
from kinerja_xlsx.model.result import FileVerdict, PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas, PeriodResult, RunResult
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.decide import Decided, is_unread
from kinerja_xlsx.run.pengaturan import SettingsOutcome, settings_counts
from kinerja_xlsx.run.periksa_berkas import FileOutcome
from kinerja_xlsx.run.phases import program_fault
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.tertahan import held_units

Units = Sequence[tuple[UnitTask, UnitOutcome | Failure]]


@dataclass(frozen=True, slots=True)
class _FileFacts:
    """What units said of their files, and which files their worker lost."""

    rows: Mapping[str, RowCounts]
    people: Mapping[str, PeopleCounts]
    lost: frozenset[str]


def assemble(
    run: str, decided: Decided, units: Units, settings: SettingsOutcome | None
) -> RunResult:
    """Put the figures of a run together, before recap and manifest are written."""
    facts = _file_facts(units)
    known = settings.settings if settings else None
    return RunResult(
        run=run,
        periods=tuple(_periods(decided, units, known)),
        files=tuple(_file_lines(decided, facts)),
        issues=tuple(sorted(_issues(decided, units, settings), key=_order)),
        settings=settings_counts(known),
    )


def _file_facts(units: Units) -> _FileFacts:
    rows: dict[str, RowCounts] = {}
    people: dict[str, PeopleCounts] = {}
    lost: set[str] = set()
    for task, outcome in units:
        if isinstance(outcome, Failure):
            lost |= {file.name for file in task.files}
            continue
        rows |= outcome.rows
        people |= outcome.people
    return _FileFacts(rows, people, frozenset(lost))


def _file_lines(decided: Decided, facts: _FileFacts) -> Iterator[BarisBerkas]:
    lines = [_file_line(outcome, decided, facts) for outcome in decided.outcomes]
    lines += [_skipped(name) for name in decided.unread]
    yield from sorted(lines, key=lambda line: line.file)


def _skipped(name: str) -> BarisBerkas:
    return BarisBerkas(name, None, None, None, FileVerdict.DILEWATI, None)


def _file_line(outcome: FileOutcome, decided: Decided, facts: _FileFacts) -> BarisBerkas:
    people = facts.people.get(outcome.name, PeopleCounts())
    rows = _rows_of(outcome, decided, facts)
    return BarisBerkas(
        file=outcome.name,
        sha256=outcome.sha256,
        unit=outcome.unit,
        period=outcome.period,
        verdict=_verdict(outcome, decided, facts, withheld=people.withheld),
        rows=rows,
        people=people,
    )


def _rows_of(outcome: FileOutcome, decided: Decided, facts: _FileFacts) -> RowCounts | None:
    """Count rows; superseded and identical files were read, so their rows are ignored rows."""
    if outcome.name in decided.superfluous:
        return RowCounts(ignored=outcome.row_total)
    return facts.rows.get(outcome.name)


def _verdict(
    outcome: FileOutcome, decided: Decided, facts: _FileFacts, *, withheld: int
) -> FileVerdict:
    passed_over = outcome.name in decided.superfluous or outcome.name in decided.left_out
    if passed_over or outcome.is_explanation:
        return FileVerdict.DILEWATI
    if outcome.is_rejected or outcome.name in facts.lost:
        return FileVerdict.DITOLAK
    rows = facts.rows[outcome.name]
    return FileVerdict.SEBAGIAN if withheld or rows.withheld else FileVerdict.DITERIMA


def _periods(decided: Decided, units: Units, settings: Settings | None) -> Iterator[PeriodResult]:
    for period in decided.periods:
        own = [(task, outcome) for task, outcome in units if task.period == period]
        yield _period(period, own, decided, settings)
    if any(outcome.period is None for outcome in decided.outcomes):
        yield PeriodResult(None)


def _period(
    period: Period, units: Units, decided: Decided, settings: Settings | None
) -> PeriodResult:
    done = [outcome for _, outcome in units if isinstance(outcome, UnitOutcome)]
    isian = [(task, outcome) for task, outcome in units if not task.is_skp]
    missing = decided.reconciled.missing_units.get(period.code, ())
    refused = _refused_units(period, isian, decided, settings)
    unread = _unread_units(period, isian, decided)
    lines = [
        *(outcome.baris for outcome in done if outcome.baris),
        *(_blank_line(unit, Kiriman.BELUM, settings) for unit in missing),
        *(_blank_line(unit, Kiriman.DITOLAK, settings) for unit in refused),
        *(_blank_line(unit, Kiriman.TIDAK_TERBACA, settings) for unit in unread),
    ]
    return PeriodResult(
        period=period.code,
        units=tuple(sorted(lines, key=lambda line: line.kode)),
        employees=tuple(line for outcome in done for line in outcome.employees),
        trails=tuple(trail for outcome in done for trail in outcome.trails),
        missing_units=missing,
        refused_units=refused,
        unread_units=unread,
        outputs=tuple(output for outcome in done for output in outcome.outputs),
        forms=tuple(form for outcome in done for form in outcome.forms),
    )


def _refused_units(
    period: Period, units: Units, decided: Decided, settings: Settings | None
) -> tuple[str, ...]:
    """List units that have sent, but nothing readable, or whose worker was lost."""
    refused = {task.unit for task, outcome in units if isinstance(outcome, Failure)}
    if settings is not None and period.code in settings.periods:
        expected = {*settings.units, *held_units(settings.held, settings.units)}
        refused |= expected & {
            file.unit
            for file in decided.refused
            if file.period == period.code and not file.is_skp and not is_unread(file)
        }
    answered = {task.unit for task, outcome in units if isinstance(outcome, UnitOutcome)}
    return tuple(sorted(refused - answered - set(decided.unread_in(period.code))))


def _unread_units(period: Period, units: Units, decided: Decided) -> tuple[str, ...]:
    """List units of which nothing was taken, since one of their files cannot be read this time."""
    taken = {task.unit for task, _ in units}
    plans = {file.unit for file in decided.refused if file.is_skp}
    found = set(decided.unread_in(period.code)) - taken
    return tuple(sorted(found - plans))


def _blank_line(unit: str, kiriman: Kiriman, settings: Settings | None) -> BarisUnit:
    row = settings.units.get(unit) if settings else None
    held = held_units(settings.held, settings.units) if settings else {}
    return BarisUnit(
        kode=unit,
        nama=row.nama if row else held.get(unit, unit),
        kode_induk=(row.kode_induk if row else None) or "",
        kiriman=kiriman,
        dinilai=0,
        ditahan=0,
        tidak_dinilai=0,
        tidak_dikirim=0,
        belum_ditetapkan=0,
        capaian_organisasi=None,
        distribusi=None,
    )


def changes_in(units: Units, period: str) -> tuple[UsulPerubahan, ...]:
    """List the proposed roster changes of one period, by unit."""
    return tuple(
        change
        for task, outcome in units
        if task.period.code == period and isinstance(outcome, UnitOutcome)
        for change in outcome.changes
    )


def _issues(decided: Decided, units: Units, settings: SettingsOutcome | None) -> Iterator[Issue]:
    yield from decided.issues
    yield from settings.issues if settings else ()
    for task, outcome in units:
        if isinstance(outcome, Failure):
            yield from (program_fault(file.name, outcome) for file in task.files)
        else:
            yield from outcome.issues


def _order(issue: Issue) -> tuple[bool, str, str, int, int, str]:
    place = issue.place
    return (
        not place.file,
        place.file,
        place.sheet or "",
        0 if place.row is None else place.row,
        0 if place.column is None else place.column,
        issue.code.value,
    )
