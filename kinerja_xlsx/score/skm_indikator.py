"""Indicators that ask for the satisfaction index: the survey proposes, nobody fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.rekap import join_words
from kinerja_xlsx.model.score import IndikatorStatus, KepuasanScore, Score
from kinerja_xlsx.policy.permenpanrb_14_2017 import KONVERSI
from kinerja_xlsx.score.kepuasan import SELURUH, pool, shown_nilai
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan

_INDEKS: Final = re.compile(r"\b(?:skm|ikm|indeks\s+kepuasan)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
_HIGHEST_ANSWER: Final = Decimal(4)
_ANSWER_DECIMALS: Final = 4
_NAMED: Final = 3
"""So many services are pointed at by their cells; more are in the sheet."""


def propose_skm(
    penugasan: Penugasan, score: Score, services: Sequence[KepuasanScore]
) -> Iterator[Issue]:
    """Propose the index of the unit's survey where an indicator still waits for it (LTS-23).

    The service is the one that the indicator names, otherwise the only one, otherwise all of them
    pooled. A target of at most 4 asks for the scale of the answers, 1-4. Nothing is ever filled
    in: the person and the rater decide.

    Args:
        penugasan: The assignment.
        score: What it comes to; figures put together from shorter periods are no gap.
        services: The unit's survey.

    Source: PermenPANRB 14/2017, `SKM_CITATION`.
    """
    waiting = {
        one.no_indikator
        for one in score.indikator
        if one.status is IndikatorStatus.BELUM_ADA_REALISASI
    }
    for placed in penugasan.indikator:
        row = placed.row
        if row.no_indikator not in waiting or not _INDEKS.search(row.indikator):
            continue
        found = _service_of(row, services)
        if found is None:
            continue
        is_answer = row.target is not None and row.target <= _HIGHEST_ANSWER
        yield make_issue(
            IssueCode.LTS_23,
            placed.place("realisasi"),
            nip=penugasan.nip,
            nama=penugasan.pegawai.row.nama,
            indikator=row.no_indikator,
            nilai=_answer(found) if is_answer else shown_nilai(found.nilai),
            skala="1–4" if is_answer else "25–100",
            layanan=found.layanan if found.layanan == SELURUH else f"layanan {found.layanan}",
            sel=_cells(found, services),
        )


def _service_of(row: HasilKerjaRow, services: Sequence[KepuasanScore]) -> KepuasanScore | None:
    """Find the service an indicator means: the longest name that its text holds."""
    text = _plain(row.indikator)
    named = [one for one in services if _plain(one.layanan) in text]
    if named:
        return max(named, key=lambda one: len(_plain(one.layanan)))
    return services[0] if len(services) == 1 else pool(services)


def _plain(text: str) -> str:
    """Keep words only, with a space on either side, so that names match whole."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _answer(service: KepuasanScore) -> str:
    return format_number(service.nilai / KONVERSI, _ANSWER_DECIMALS)


def _cells(found: KepuasanScore, services: Sequence[KepuasanScore]) -> str:
    """Point at the answers, service by service."""
    used = services if found.layanan == SELURUH else [found]
    spans = [
        f"{one.step.cells[0]}–{one.step.cells[-1].rpartition('!')[2]}"
        for one in used[:_NAMED]
        if one.step.cells
    ]
    left = len(used) - len(spans)
    return join_words([*spans, *([f"{left} layanan lain"] if left else [])])
