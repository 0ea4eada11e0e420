"""What one unit has sent beside scores: against the period before, and about its services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja_xlsx.model.kinerja_unit import KepuasanUnit, KinerjaUnit
from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.rekap import BarisPegawai, PeriodeLalu
from kinerja_xlsx.run.muat_unit import Line, LoadedFile
from kinerja_xlsx.run.sejarah_unit import Frame, score_before
from kinerja_xlsx.score import compare_services, compare_unit, count_reached, pool, score_kepuasan


def measure(
    frame: Frame,
    files: Sequence[LoadedFile],
    lines: Sequence[Line],
    rows: Sequence[BarisPegawai],
) -> KinerjaUnit:
    """Gather what the recap shows of a unit beside its counts.

    Args:
        frame: What holds for the unit, with its other periods.
        files: Its files of this period.
        lines: Its assignments.
        rows: The same as lines of the recap, with those that were not sent.
    """
    before = frame.rules.period.previous
    return KinerjaUnit(
        perbandingan=compare_unit(rows, _people_before(frame, lines), before),
        kepuasan=_kepuasan(frame, files),
        layanan=tuple(
            found
            for line in lines
            if line.score and line.before and line.subject.penugasan
            for found in compare_services(line.subject.penugasan, line.score, line.before)
        ),
        tren=frame.tren,
        indikator=count_reached(
            (line.subject.penugasan, line.score)
            for line in lines
            if line.score and line.subject.penugasan
        ),
    )


def _people_before(frame: Frame, lines: Sequence[Line]) -> Mapping[str, PeriodeLalu]:
    """Say what each person came to in the period before; most were scored for this one already."""
    known = {
        line.subject.nip: line.before
        for line in lines
        if line.before and line.before.penugasan.pegawai.row.sifat is Sifat.DEFINITIF
    }
    found: dict[str, PeriodeLalu] = {}
    for one in frame.sejarah.people_in(frame.rules.period.previous):
        before = known.get(one.nip) or score_before(one, frame)
        if before is not None:
            found[one.nip] = before.lalu
    return found


def _kepuasan(frame: Frame, files: Sequence[LoadedFile]) -> KepuasanUnit:
    now = score_kepuasan(row for file in files for row in file.checked.kepuasan)
    then = score_kepuasan(frame.kepuasan)
    return KepuasanUnit(now, pool(now), then, pool(then))
