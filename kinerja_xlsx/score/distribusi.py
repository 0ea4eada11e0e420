"""How a unit's predikat are spread, against the pattern of its capaian organisasi."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.model.law import CapaianOrganisasi, Predikat, Sifat
from kinerja_xlsx.model.rekap import (
    BarisPegawai,
    format_perubahan,
    format_sementara,
)
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi, Move
from kinerja_xlsx.policy.base import Batas, Pola, PolaRule, Policy
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.jejak import angka
from kinerja_xlsx.score.perubahan import Limit, smallest_change
from kinerja_xlsx.spec.codes import make_issue

_PERSEN: Final = 100
_BUKAN_DEFINITIF: Final = frozenset({Sifat.PLT.value, Sifat.PLH.value, Sifat.PJ.value})
_DIHITUNG: Final = frozenset({PenugasanStatus.DINILAI, PenugasanStatus.DITAHAN})


def distribusi(
    predikat: Sequence[Predikat],
    *,
    capaian_organisasi: CapaianOrganisasi | None,
    expected: int,
    policy: Policy,
    parameters: Parameters,
) -> Distribusi:
    """Compare the predikat of one unit with its pattern; nothing is ever changed.

    Args:
        predikat: One for each person, by the definitive assignment.
        capaian_organisasi: None when the unit has not stated it; nothing is checked then.
        expected: People who should have a predikat.
        policy: Its patterns.
        parameters: What a small unit is.

    Source: `policy.pola_citation`; the rounding for small units is a parameter.
    """
    counts = tuple(predikat.count(each) for each in policy.urutan)
    pola = None if capaian_organisasi is None or not predikat else policy.pola[capaian_organisasi]
    limits = () if pola is None else limits_of(pola, len(predikat), policy)
    broken = () if pola is None else _broken(pola, limits, counts)
    changes = smallest_change(counts, limits) if broken else None
    return Distribusi(
        capaian_organisasi=capaian_organisasi,
        counts=tuple((each, predikat.count(each)) for each in policy.urutan),
        total=len(predikat),
        expected=expected,
        broken=broken,
        moves=tuple(
            Move(change.people, policy.urutan[change.before], policy.urutan[change.after])
            for change in changes or ()
        ),
        is_small=len(predikat) < parameters.unit_kecil.value,
        dominance=None if pola is None else _dominance(pola, counts, policy),
    )


def people_of(rows: Sequence[BarisPegawai]) -> tuple[BarisPegawai, ...]:
    """Pick one line for each person who should have a predikat: the last definitive assignment.

    Args:
        rows: Lines of one unit, or of all units.

    Returns:
        Lines accepted or withheld, one for each NIP, in the order of the rows. Their number is
        `expected`, and those with a predikat are what `distribusi` counts.
    """
    chosen: dict[str, tuple[tuple[date, date], int]] = {}
    for number, row in enumerate(rows):
        if row.sifat in _BUKAN_DEFINITIF or row.status not in _DIHITUNG:
            continue
        span = (row.selesai or date.max, row.mulai or date.min)
        person = row.nip or f"baris {number}"
        if person not in chosen or span > chosen[person][0]:
            chosen[person] = (span, number)
    return tuple(rows[number] for number in sorted(number for _, number in chosen.values()))


def issues_for(distribusi: Distribusi, unit: str) -> tuple[Issue, ...]:
    """Report a pattern that does not hold (LTS-15), or one that was not checked (LTS-18)."""
    place = Place("")
    if distribusi.capaian_organisasi is None:
        return (make_issue(IssueCode.LTS_18, place, unit=unit),)
    if not distribusi.broken:
        return ()
    so_far = format_sementara(distribusi.total, distribusi.expected)
    clauses = "; ".join(distribusi.broken)
    issue = make_issue(
        IssueCode.LTS_15,
        place,
        severity=Severity.CATATAN if distribusi.is_small else None,
        unit=unit,
        capaian=distribusi.capaian_organisasi.value,
        aturan=f"{clauses} ({so_far} pegawai)" if so_far else clauses,
        usul=format_perubahan(distribusi),
    )
    return (issue,)


def limits_of(pola: Pola, people: int, policy: Policy) -> tuple[Limit, ...]:
    """Turn the rules of a pattern into bounds for a number of people, in the order of the rules.

    Source: `policy.pola_citation`; the rounding is the parameter `unit_kecil`.
    """
    return tuple(
        Limit(
            tuple(policy.urutan.index(predikat) for predikat in rule.predikat),
            *_bounds(rule, people),
        )
        for rule in pola.rules
    )


def _broken(pola: Pola, limits: Sequence[Limit], counts: Sequence[int]) -> tuple[str, ...]:
    """Write a clause for each rule that does not hold."""
    return tuple(
        _clause(rule, limit, counts)
        for rule, limit in zip(pola.rules, limits, strict=True)
        if not limit.holds(counts)
    )


def _clause(rule: PolaRule, limit: Limit, counts: Sequence[int]) -> str:
    names = " dan/atau ".join(predikat.value for predikat in rule.predikat)
    found = angka(sum(counts[position] for position in limit.positions))
    if rule.persen is not None:
        bound = limit.at_most if rule.batas is Batas.PALING_BANYAK else limit.at_least
        asked = f"{rule.batas.value} {angka(bound)} ({angka(rule.persen)}%)"
        return f"{names} {found} dari {angka(sum(counts))} pegawai, {asked}"
    if rule.batas is Batas.HARUS_ADA:
        return f"{names} belum ada, seharusnya ada"
    return f"{names} {found} pegawai, seharusnya tidak ada"


def _bounds(rule: PolaRule, people: int) -> tuple[int, int]:
    """Turn a rule into people: maxima are rounded down but to at least 1, minima up."""
    if rule.persen is None:
        return (1, people) if rule.batas is Batas.HARUS_ADA else (0, 0)
    exact = rule.persen * people / _PERSEN
    if rule.batas is Batas.PALING_BANYAK:
        return 0, max(1, math.floor(exact))
    return math.ceil(exact), people


def _dominance(pola: Pola, counts: Sequence[int], policy: Policy) -> str | None:
    """Say that another predikat has more people than the one that should dominate."""
    most = max(counts)
    found = counts[policy.urutan.index(pola.dominan)]
    if found == most:
        return None
    leader = policy.urutan[counts.index(most)].value
    return (
        f"Predikat terbanyak {leader} ({angka(most)} pegawai); menurut pola seharusnya "
        f"{pola.dominan.value} ({angka(found)} pegawai)."
    )
