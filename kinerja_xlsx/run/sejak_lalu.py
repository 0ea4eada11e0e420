"""What was accepted in the last run and reads differently now; told, and never an output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.run_result import Diterima, PeriodResult, RunResult
from kinerja_xlsx.report.manifest import read_accepted
from kinerja_xlsx.run.decide import Decided
from kinerja_xlsx.run.workspace import MANIFEST, Workspace
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Subject

_DECIMALS: Final = 2
_REST: Final = "Isian lain"
_BEFORE: Final = "isian putaran lalu"
_NOW: Final = "isian sekarang"

Key = tuple[str, str, str, str]
"""Unit, NIP, Sifat and first day of an assignment."""


def compare_with_last(workspace: Workspace, result: RunResult, decided: Decided) -> RunResult:
    """Note what is accepted now, and list what differs from the last run's manifest (LBK-09).

    A manifest that is missing or damaged compares with nothing.
    """
    periods: list[PeriodResult] = []
    issues: list[Issue] = []
    for period in result.periods:
        subjects = _subjects(decided, period.period)
        accepted = tuple(_accepted(period, subjects))
        before = {_key(one): one for one in _last(workspace, period.period)}
        stays = tuple(one for one in before.values() if one.unit in period.unread_units)
        periods.append(replace(period, accepted=(*accepted, *stays)))
        for now in accepted:
            then = before.get(_key(now))
            if then is not None and then.sidik != now.sidik:
                issues += _changes(then, now, subjects[_key(now)])
    return replace(result, periods=tuple(periods), issues=(*result.issues, *issues))


def _key(one: Diterima) -> Key:
    return one.unit, one.nip, one.sifat, one.mulai


def _last(workspace: Workspace, period: str | None) -> tuple[Diterima, ...]:
    try:
        data = (workspace.period_folder(period) / MANIFEST).read_bytes()
    except OSError:
        return ()
    return read_accepted(data)


def _subjects(decided: Decided, period: str | None) -> Mapping[Key, Subject]:
    """Index the subjects of the files that count for a period."""
    return {
        (keys.unit, one.subject.nip, one.subject.sifat, str(one.subject.mulai or "")): one.subject
        for file in decided.counting
        if (keys := file.keys) is not None and file.period == period
        for one in keys.subjects
        if (file.name, one.index) not in decided.reconciled.ignored
    }


def _accepted(period: PeriodResult, subjects: Mapping[Key, Subject]) -> Iterator[Diterima]:
    for line in period.employees:
        key = (line.unit, line.nip, line.sifat, str(line.mulai or ""))
        if line.status is PenugasanStatus.DINILAI and key in subjects:
            values = tuple(_values(line))
            unit, nip, sifat, mulai = key
            yield Diterima(unit, nip, sifat, mulai, subjects[key].data_hash, values)


def _values(line: BarisPegawai) -> Iterator[tuple[str, str]]:
    """Give the values that people compare, as they read them."""
    yield "Jabatan", line.jabatan
    yield "Capaian", "" if line.capaian is None else format_number(line.capaian, _DECIMALS)
    yield "Rating Hasil Kerja", _word(line.rating_hasil_kerja)
    yield "Rating Perilaku", _word(line.rating_perilaku)
    yield "Predikat", _word(line.predikat)


def _word(value: Enum | None) -> str:
    return "" if value is None else str(value.value)


def _changes(then: Diterima, now: Diterima, subject: Subject) -> Iterator[Issue]:
    """List the values that differ; only that something does where none of them tells it."""
    before = dict(then.nilai)
    differing = [
        (kolom, before[kolom], value)
        for kolom, value in now.nilai
        if kolom in before and before[kolom] != value
    ]
    for kolom, lama, value in differing or [(_REST, _BEFORE, _NOW)]:
        yield make_issue(
            IssueCode.LBK_09,
            subject.place,
            nip=subject.nip,
            nama=subject.nama,
            value=value,
            kolom=kolom,
            lama=lama,
        )
