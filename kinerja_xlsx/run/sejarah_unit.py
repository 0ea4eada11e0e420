"""Other periods of one unit in its worker: figures inside a period, and the period before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.kinerja_unit import PeriodeUnit
from kinerja_xlsx.model.law import Pendekatan, Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Score
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.policy.parameters import Parameters, parameters_for
from kinerja_xlsx.run.pengaturan import overrides_of
from kinerja_xlsx.run.spill import read_checked
from kinerja_xlsx.run.unit_task import TakenFile, UnitTask
from kinerja_xlsx.score import (
    NOTHING_INSIDE,
    Before,
    Dasar,
    Sejarah,
    Tergabung,
    accumulate,
    check_alpa,
    check_gathered,
    check_leap,
    gather,
    predikat_inside,
    predikat_of,
    rolls_up,
    score_penugasan,
    simulate_tpp,
    stand_of,
)
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.penugasan import Checked, Penugasan, Placed, Settings
from kinerja_xlsx.validate import UnitPlan


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for one period: its regulation and its parameters."""

    period: Period
    policy: Policy
    parameters: Parameters


@dataclass(frozen=True, slots=True)
class Frame:
    """What scoring one unit needs besides its own files.

    Attributes:
        rules: What holds for its period.
        before: What holds for the period before; None where no regulation does.
        plan: The unit's accepted plans.
        sejarah: What it has sent for other periods.
        kepuasan: Its rows of `Kepuasan` in the period before.
        tren: How it stood in the periods before, oldest first.
    """

    rules: Rules
    before: Rules | None
    plan: UnitPlan
    sejarah: Sejarah
    kepuasan: tuple[Placed[KepuasanRow], ...] = ()
    tren: tuple[PeriodeUnit, ...] = ()


def frame_of(task: UnitTask, plan: UnitPlan, settings: Settings | None) -> Frame:
    """Look up the rules of a unit's period and read what it has sent for others."""
    try:
        before = _rules(task.period.previous, settings)
    except policy.NoPolicyError:
        before = None
    rules = _rules(task.period, settings)
    tren = tuple(read_tren(task))
    return Frame(rules, before, plan, read_history(task), read_kepuasan(task), tren)


def _rules(period: Period, settings: Settings | None) -> Rules:
    parameters = parameters_for(period, overrides_of(settings))
    return Rules(period, policy.in_force(period), parameters)


def read_history(task: UnitTask) -> Sejarah:
    """Read the accepted assignments of the unit's other periods."""
    earlier = task.earlier
    return Sejarah.of(
        task.unit,
        {Period.parse(code): tuple(_accepted(files)) for code, files in sorted(earlier.items())},
    )


def _accepted(files: Sequence[TakenFile]) -> Iterator[Penugasan]:
    for file in files:
        yield from _taken(read_checked(file.spill), file)


def _taken(checked: Checked, file: TakenFile) -> Iterator[Penugasan]:
    for index in file.taken:
        subject = checked.subjects[index]
        if subject.status is PenugasanStatus.DINILAI and subject.penugasan is not None:
            yield subject.penugasan


def read_tren(task: UnitTask) -> Iterator[PeriodeUnit]:
    """Read how the unit stood in each of the periods before, by the regulation of that period."""
    for code, files in task.tren.items():
        period = Period.parse(code)
        people: list[Penugasan] = []
        kepuasan: list[Placed[KepuasanRow]] = []
        for file in files:
            checked = read_checked(file.spill)
            people += _taken(checked, file)
            kepuasan += checked.kepuasan
        with suppress(policy.NoPolicyError):
            own = Sejarah.of(task.unit, {period: people}).people_in(period)
            yield stand_of(period, own, kepuasan, policy=policy.in_force(period))


def read_kepuasan(task: UnitTask) -> tuple[Placed[KepuasanRow], ...]:
    """Read what the unit has sent about its services for the period before."""
    files = task.earlier.get(task.period.previous.code, ())
    checked = (read_checked(file.spill) for file in files)
    return tuple(row for one in checked if one.unit == task.unit for row in one.kepuasan)


def gather_for(
    penugasan: Penugasan, rules: Rules, frame: Frame, pendekatan: Pendekatan
) -> Tergabung:
    """Put together what the periods inside one say about an assignment."""
    if not frame.sejarah.periods or not rolls_up(pendekatan, rules.period):
        return NOTHING_INSIDE
    return gather(
        penugasan,
        rules.period,
        frame.sejarah,
        rencana=frame.plan.find(penugasan),
        parameters=rules.parameters,
    )


def score_with_history(
    penugasan: Penugasan, found: Tergabung, frame: Frame, pendekatan: Pendekatan
) -> tuple[Score, Before | None, tuple[Issue, ...]]:
    """Score an assignment from its own figures and from those of the periods inside its own.

    Returns:
        The score, what the assignment came to in the period before, and second looks.
    """
    rules = frame.rules
    score, issues = score_penugasan(
        penugasan,
        pendekatan=pendekatan,
        policy=rules.policy,
        parameters=rules.parameters,
        gabungan=found.gabungan,
    )
    beside = predikat_inside(found, rules.policy)
    if beside is not None:
        score = replace(score, trail=(*score.trail, beside))
    score = _with_tpp(penugasan, _with_angka_kredit(penugasan, score, frame), rules)
    rencana = frame.plan.find(penugasan)
    issues += check_gathered(penugasan, rules.period, found, rencana=rencana)
    earlier = frame.sejarah.before(penugasan, rules.period)
    before = None if earlier is None else score_before(earlier, frame)
    absence = check_alpa(penugasan, rules.period, frame.sejarah.all_of(penugasan.nip))
    issues += () if absence is None else (absence,)
    return score, before, (*issues, *_leap(penugasan, score, before, frame))


def _with_angka_kredit(penugasan: Penugasan, score: Score, frame: Frame) -> Score:
    """Add what the predikat comes to as angka kredit, and the sum over earlier periods."""
    rules = frame.rules
    others = [
        Dasar(one, period, predikat)
        for period, one in frame.sejarah.all_of(penugasan.nip)
        if (predikat := _predikat_then(period, one)) is not None
    ]
    found = accumulate(Dasar(penugasan, rules.period, score.predikat), others, rules.parameters)
    if found is None:
        return score
    akumulasi, steps = found
    return replace(score, trail=(*score.trail, *steps), akumulasi=akumulasi)


def _with_tpp(penugasan: Penugasan, score: Score, rules: Rules) -> Score:
    """Add a simulation of TPP, where the office has chosen a table."""
    found = simulate_tpp(penugasan, rules.period, score.predikat, rules.parameters)
    if found is None:
        return score
    tpp, steps = found
    return replace(score, trail=(*score.trail, *steps), tpp=tpp)


def _predikat_then(period: Period, penugasan: Penugasan) -> Predikat | None:
    """Look up the predikat of another period by the regulation of that period."""
    try:
        return predikat_of(penugasan, policy.in_force(period))
    except policy.NoPolicyError:
        return None


def score_before(before: Penugasan, frame: Frame) -> Before | None:
    """Score an assignment of the period before, where a regulation held then."""
    rules = frame.before
    if rules is None:
        return None
    has_targets = all(placed.row.target is not None for placed in before.indikator)
    pendekatan = Pendekatan.KUANTITATIF if has_targets else Pendekatan.KUALITATIF
    found = gather_for(before, rules, frame, pendekatan)
    score, _ = score_penugasan(
        before,
        pendekatan=pendekatan,
        policy=rules.policy,
        parameters=rules.parameters,
        gabungan=found.gabungan,
    )
    return Before(before, rules.period, score)


def _leap(
    penugasan: Penugasan, score: Score, before: Before | None, frame: Frame
) -> Iterator[Issue]:
    """Compare with the period before, where both capaian are known; partial ones say little."""
    then = None if before is None else before.score.capaian
    if before is None or then is None or score.capaian is None or not score.lengkap:
        return
    issue = check_leap(
        penugasan,
        (before.period, then),
        score.capaian,
        parameters=frame.rules.parameters,
    )
    if issue is not None:
        yield issue
