"""Proposed ratings: what most RHK, or most of the seven values, suggest to the rater."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.policy.parameter import cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.jejak import angka, to_fraction


@dataclass(frozen=True, slots=True)
class Judged:
    """One RHK or one value, and what it suggests."""

    ekspektasi: Ekspektasi
    is_utama: bool


@dataclass(frozen=True, slots=True)
class Usulan:
    """A proposed rating, None where there is nothing to propose from, and its step."""

    rating: Ekspektasi | None
    step: Step


def propose(
    label: str, judged: Sequence[Judged], *, policy: Policy, parameters: Parameters
) -> Usulan:
    """Propose a rating by what most RHK or values suggest, unweighted.

    Args:
        label: Label of the step.
        judged: At least one of main work.
        policy: Cited for the conditions.
        parameters: What "sebagian besar" and "sebagian kecil" mean in figures.

    Source: `policy.usulan_citation`; both figures are parameters.
    """
    above = _count(judged, Ekspektasi.DI_ATAS)
    not_below = len(judged) - _count(judged, Ekspektasi.DI_BAWAH)
    utama = [item for item in judged if item.is_utama]
    utama_below = _count(utama, Ekspektasi.DI_BAWAH)
    most = to_fraction(parameters.sebagian_besar.value)
    few = to_fraction(parameters.sebagian_kecil_utama.value)
    if _persen(above, len(judged)) > most and utama_below == 0:
        rating = Ekspektasi.DI_ATAS
    elif _persen(not_below, len(judged)) > most and _persen(utama_below, len(utama)) <= few:
        rating = Ekspektasi.SESUAI
    else:
        rating = Ekspektasi.DI_BAWAH
    formula = "; ".join((
        f"di atas {_share(above, len(judged))}",
        f"tidak di bawah {_share(not_below, len(judged))}",
        f"utama di bawah {_share(utama_below, len(utama))}",
    ))  # fmt: skip
    used = cite_parameters(parameters.sebagian_besar, parameters.sebagian_kecil_utama)
    return Usulan(
        rating, Step(label, formula, rating.value, f"{policy.usulan_citation.text}; {used}")
    )


def no_proposal(label: str, reason: str, policy: Policy) -> Usulan:
    """Say why nothing is proposed."""
    return Usulan(None, Step(label, reason, "tidak ada usulan", policy.usulan_citation.text))


def _count(judged: Sequence[Judged], ekspektasi: Ekspektasi) -> int:
    return sum(item.ekspektasi is ekspektasi for item in judged)


def _persen(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole)


def _share(part: int, whole: int) -> str:
    return f"{part} dari {whole} ({angka(_persen(part, whole))}%)"
