"""The score of one assignment: capaian, usulan, the rater's two ratings, and the predikat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import NilaiPerilaku, Pendekatan
from kinerja_xlsx.model.score import IndikatorStatus, Score, Step
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.capaian import score_indikator
from kinerja_xlsx.score.gabungan import Gabungan
from kinerja_xlsx.score.jejak import to_decimal
from kinerja_xlsx.score.nilai_angka import score_angka
from kinerja_xlsx.score.rating import rating_issues, read_ratings
from kinerja_xlsx.score.rhk import KUALITATIF, Rhk, score_capaian, score_rhk
from kinerja_xlsx.score.usulan import Judged, Usulan, no_proposal, propose
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed

NONE_ROLLED_UP: Final[Mapping[str, Gabungan]] = MappingProxyType({})


def score_penugasan(
    penugasan: Penugasan,
    *,
    pendekatan: Pendekatan,
    policy: Policy,
    parameters: Parameters,
    gabungan: Mapping[str, Gabungan] = NONE_ROLLED_UP,
) -> tuple[Score, tuple[Issue, ...]]:
    """Score one assignment whose rows are all sound.

    Args:
        penugasan: The assignment.
        pendekatan: Of its unit.
        policy: The regulation in force.
        parameters: As they hold for the period.
        gabungan: No Indikator to what the periods inside come to.

    Returns:
        The score with its trail, and what deserves a second look (LTS-16, LTS-17).

    Source: PermenPANRB 6/2022 for ratings and predikat; proposals rest on parameters.
    """
    indikator = tuple(
        score_indikator(
            placed,
            pendekatan=pendekatan,
            policy=policy,
            parameters=parameters,
            gabungan=gabungan.get(placed.row.no_indikator),
        )
        for placed in penugasan.indikator
    )
    rhk = score_rhk(indikator, parameters=parameters)
    waiting = _count_waiting(rhk)
    capaian, capaian_step = score_capaian(rhk, lengkap=not waiting, parameters=parameters)
    hasil_kerja = _propose_hasil_kerja(rhk, waiting, policy=policy, parameters=parameters)
    perilaku = _propose_perilaku(penugasan.penilaian, policy=policy, parameters=parameters)
    ratings = read_ratings(penugasan.penilaian, policy=policy)
    nilai, nilai_steps = score_angka(
        penugasan, rhk, capaian=capaian, lengkap=not waiting, parameters=parameters
    )
    steps = (capaian_step, hasil_kerja.step, perilaku.step)
    score = Score(
        nip=penugasan.nip,
        unit=penugasan.unit,
        sifat=penugasan.pegawai.row.sifat.value,
        mulai=penugasan.mulai,
        capaian=None if capaian is None else to_decimal(capaian),
        lengkap=not waiting,
        usulan_hasil_kerja=hasil_kerja.rating,
        usulan_perilaku=perilaku.rating,
        rating_hasil_kerja=ratings.hasil_kerja,
        rating_perilaku=ratings.perilaku,
        predikat=ratings.predikat,
        indikator=tuple(item.score for item in indikator),
        rhk=tuple(item.score for item in rhk),
        trail=(*_rhk_steps(rhk), *steps, *ratings.steps, *nilai_steps),
        angka=nilai,
    )
    return score, rating_issues(penugasan, score)


def _count_waiting(rhk: Sequence[Rhk]) -> int:
    """Count the indicators, main and additional, that still lack their realisasi."""
    statuses = [item.score.status for part in rhk for item in part.indikator]
    return statuses.count(IndikatorStatus.BELUM_ADA_REALISASI)


def _rhk_steps(rhk: Sequence[Rhk]) -> tuple[Step, ...]:
    """List the steps of each RHK after those of its indicators."""
    return tuple(
        step
        for item in rhk
        for step in (
            *(each for part in item.indikator for each in (*part.before, part.step)),
            *item.steps,
        )
    )


def _propose_hasil_kerja(
    rhk: Sequence[Rhk], waiting: int, *, policy: Policy, parameters: Parameters
) -> Usulan:
    """Propose a rating from the expectations of all RHK that were scored."""
    label = "Usulan rating hasil kerja"
    judged = [
        Judged(item.score.ekspektasi, is_utama=item.is_utama)
        for item in rhk
        if item.score.ekspektasi is not None
    ]
    if waiting:
        return no_proposal(label, f"{waiting} indikator belum ada realisasi", policy)
    if rhk and all(item.is_kualitatif for item in rhk):
        return no_proposal(label, KUALITATIF, policy)
    if not any(item.is_utama for item in judged):
        return no_proposal(label, "tidak ada capaian RHK utama", policy)
    return propose(label, judged, policy=policy, parameters=parameters)


def _propose_perilaku(
    penilaian: Placed[PenilaianRow] | None, *, policy: Policy, parameters: Parameters
) -> Usulan:
    """Propose a rating from the seven values, each counted as one main RHK."""
    label = "Usulan rating perilaku"
    fields = [nilai.name.lower() for nilai in NilaiPerilaku]
    values = [] if penilaian is None else [getattr(penilaian.row, field) for field in fields]
    judged = [Judged(value, is_utama=True) for value in values if value is not None]
    if penilaian is None or len(judged) < len(fields):
        reason = f"{len(judged)} dari {len(fields)} nilai perilaku terisi"
        return no_proposal(label, reason, policy)
    usulan = propose(label, judged, policy=policy, parameters=parameters)
    cells = tuple(penilaian.address(field) for field in fields)
    return replace(usulan, step=replace(usulan.step, cells=cells))
