"""The rater's two ratings, the predikat that the quadrant makes of them, and second looks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.model.score import Score, Step
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed
from kinerja_xlsx.spec.row import column_by_field

HASIL_KERJA: Final = "rating_hasil_kerja"
PERILAKU: Final = "rating_perilaku"
_BELUM: Final = "Belum ditetapkan"


@dataclass(frozen=True, slots=True)
class Ratings:
    """What the rater set, and what the law makes of it.

    Attributes:
        hasil_kerja: None while blank.
        perilaku: None while blank.
        predikat: None while either is blank.
        steps: One for each rating, one for the predikat.
    """

    hasil_kerja: Ekspektasi | None
    perilaku: Ekspektasi | None
    predikat: Predikat | None
    steps: tuple[Step, ...]


def read_ratings(penilaian: Placed[PenilaianRow] | None, *, policy: Policy) -> Ratings:
    """Take both ratings as they stand and look up the predikat.

    Source: `policy.rating_citation` and `policy.kuadran_citation`.
    """
    hasil_kerja = None if penilaian is None else penilaian.row.rating_hasil_kerja
    perilaku = None if penilaian is None else penilaian.row.rating_perilaku
    predikat, step = _look_up(hasil_kerja, perilaku, policy)
    steps = (
        _rating_step(HASIL_KERJA, hasil_kerja, penilaian=penilaian, policy=policy),
        _rating_step(PERILAKU, perilaku, penilaian=penilaian, policy=policy),
        step,
    )
    return Ratings(hasil_kerja, perilaku, predikat, steps)


def predikat_of(penugasan: Penugasan, policy: Policy) -> Predikat | None:
    """Look up the predikat of an assignment; None while a rating is missing.

    Source: `policy.kuadran_citation`.
    """
    return read_ratings(penugasan.penilaian, policy=policy).predikat


def rating_issues(penugasan: Penugasan, score: Score) -> tuple[Issue, ...]:
    """Report ratings that differ from the proposal (LTS-16), and one alone (LTS-17)."""
    penilaian = penugasan.penilaian
    if penilaian is None:
        return ()
    both = (
        (HASIL_KERJA, score.rating_hasil_kerja, score.usulan_hasil_kerja),
        (PERILAKU, score.rating_perilaku, score.usulan_perilaku),
    )
    is_half = (score.rating_hasil_kerja is None) != (score.rating_perilaku is None)
    issues = []
    for field, rating, usulan in both:
        raise_at = partial(
            make_issue,
            place=penilaian.place(field),
            nip=penugasan.nip,
            nama=penugasan.pegawai.row.nama,
        )
        if rating is None and is_half:
            issues.append(raise_at(IssueCode.LTS_17))
        elif rating is not None and usulan is not None and rating is not usulan:
            issues.append(raise_at(IssueCode.LTS_16, value=rating.value, usulan=usulan.value))
    return tuple(issues)


def _look_up(
    hasil_kerja: Ekspektasi | None, perilaku: Ekspektasi | None, policy: Policy
) -> tuple[Predikat | None, Step]:
    label, source = "Predikat kinerja pegawai", policy.kuadran_citation.text
    if hasil_kerja is None or perilaku is None:
        return None, Step(label, "perlu dua rating", _BELUM, source)
    predikat = policy.predikat(hasil_kerja, perilaku)
    formula = f"hasil kerja {hasil_kerja.value} × perilaku {perilaku.value}"
    return predikat, Step(label, formula, predikat.value, source)


def _rating_step(
    field: str,
    rating: Ekspektasi | None,
    *,
    penilaian: Placed[PenilaianRow] | None,
    policy: Policy,
) -> Step:
    """Show a rating as the rater set it, with its cell."""
    formula = "belum diisi" if rating is None else "ditetapkan pejabat penilai"
    return Step(
        label=column_by_field(PenilaianRow, field).heading,
        formula=formula,
        result=_BELUM if rating is None else rating.value,
        source=policy.rating_citation.text,
        cells=() if penilaian is None else (penilaian.address(field),),
    )
