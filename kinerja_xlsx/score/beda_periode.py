"""Second looks across periods: typed against rolled up, missing periods, leaps, own predikat."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.number import DISPLAY_DECIMALS, format_number, half_up
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.policy.parameter import BulanHilang
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.gabungan import Gabungan, typed_realisasi
from kinerja_xlsx.score.jejak import angka, to_decimal
from kinerja_xlsx.score.rating import read_ratings
from kinerja_xlsx.score.sejarah import Tergabung
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed

_BELUM: Final = "belum ditetapkan"


def check_gathered(
    penugasan: Penugasan, period: Period, found: Tergabung, *, rencana: Penugasan | None
) -> tuple[Issue, ...]:
    """List what the shorter periods say otherwise than the Isian of the longer one.

    Returns:
        LTS-10 for a typed realisasi that differs from its roll-up; LTS-13 for an indicator of a
        shorter period that the longer one lacks, unless a plan already says so.
    """
    issues = list(_typed_otherwise(penugasan, found))
    if rencana is None:
        issues += _only_inside(penugasan, period, found)
    return tuple(issues)


def check_absent(
    penugasan: Penugasan, period: Period, found: Tergabung, *, parameters: Parameters
) -> Issue | None:
    """Name the periods without an accepted Isian of this assignment (LTS-12).

    Returns:
        A warning that withholds where `bulan_hilang` waits for all periods, else a notice.
    """
    if not found.absent:
        return None
    waits = parameters.bulan_hilang.value is BulanHilang.DITAHAN
    nama = penugasan.pegawai.row.nama
    return make_issue(
        IssueCode.LTS_12,
        penugasan.pegawai.place("nip"),
        severity=Severity.PERINGATAN if waits else Severity.CATATAN,
        nip=penugasan.nip,
        nama=nama,
        periode=_joined([one.label for one in found.absent]),
        induk=period.label,
    )


def check_leap(
    penugasan: Penugasan,
    before: tuple[Period, Decimal],
    now: Decimal,
    *,
    parameters: Parameters,
) -> Issue | None:
    """Ask about a capaian that leapt since the period before (LTS-09).

    Args:
        penugasan: The assignment.
        before: The period before and its capaian in percent, unrounded.
        now: The capaian in percent, unrounded.
        parameters: How much is a leap.
    """
    period, capaian = before
    limit = parameters.ambang_lonjakan.value
    if abs(now - capaian) <= limit:
        return None
    return make_issue(
        IssueCode.LTS_09,
        penugasan.pegawai.place("nip"),
        nip=penugasan.nip,
        nama=penugasan.pegawai.row.nama,
        periode=period.label,
        lama=format_number(capaian, DISPLAY_DECIMALS),
        baru=format_number(now, DISPLAY_DECIMALS),
        batas=format_number(limit),
    )


def predikat_inside(found: Tergabung, policy: Policy) -> Step | None:
    """Show the predikat of the periods inside beside that of the longer one.

    Source: `policy.kuadran_citation`; the longer period has ratings of its own.
    """
    named: list[str] = []
    cells: list[str] = []
    for period, people in sorted(found.inside.items()):
        for one in people:
            if one.penilaian is None:
                continue
            predikat = read_ratings(one.penilaian, policy=policy).predikat
            named.append(f"{period.label} {predikat.value if predikat else _BELUM}")
            place = one.penilaian
            cells.append(f"{place.file} › {place.address('rating_hasil_kerja')}")
    if not named:
        return None
    return Step(
        "Predikat periode di dalamnya",
        "; ".join(named),
        "sebagai pembanding; predikat tidak dirata-ratakan",
        policy.kuadran_citation.text,
        tuple(cells),
    )


def _typed_otherwise(penugasan: Penugasan, found: Tergabung) -> Iterator[Issue]:
    for placed in penugasan.indikator:
        gabungan = found.gabungan.get(placed.row.no_indikator)
        typed = typed_realisasi(placed.row)
        if gabungan is not None and typed is not None and _differs(placed.row, typed, gabungan):
            yield _difference(placed, penugasan, typed=typed, gabungan=gabungan)


def _differs(row: HasilKerjaRow, typed: Fraction, gabungan: Gabungan) -> bool:
    """Compare as finely as the figure was typed, and at least with two decimals."""
    if row.realisasi is None:
        return typed != gabungan.figures.realisasi
    decimals = max(DISPLAY_DECIMALS, -int(row.realisasi.as_tuple().exponent))
    rolled = to_decimal(gabungan.figures.realisasi)
    return half_up(row.realisasi, decimals) != half_up(rolled, decimals)


def _difference(
    placed: Placed[HasilKerjaRow], penugasan: Penugasan, *, typed: Fraction, gabungan: Gabungan
) -> Issue:
    row, score = placed.row, gabungan.score
    field = "pembilang" if row.realisasi is None else "realisasi"
    missing = f"Belum ada: {_joined(score.belum_ada)}." if score.belum_ada else ""
    return make_issue(
        IssueCode.LTS_10,
        placed.place(field),
        nip=penugasan.nip,
        nama=penugasan.pegawai.row.nama,
        value=angka(typed),
        indikator=row.no_indikator,
        periode=score.periode,
        gabungan=angka(gabungan.figures.realisasi),
        saran=missing,
    )


def _only_inside(penugasan: Penugasan, period: Period, found: Tergabung) -> Iterator[Issue]:
    known = {placed.row.no_indikator for placed in penugasan.indikator}
    first: dict[str, tuple[Period, Placed[HasilKerjaRow]]] = {}
    for shorter, people in sorted(found.inside.items()):
        for placed in (placed for one in people for placed in one.indikator):
            if placed.row.no_indikator not in known:
                first.setdefault(placed.row.no_indikator, (shorter, placed))
    for number, (shorter, placed) in first.items():
        yield make_issue(
            IssueCode.LTS_13,
            penugasan.pegawai.place("nip"),
            severity=Severity.CATATAN,
            nip=penugasan.nip,
            nama=penugasan.pegawai.row.nama,
            masalah=f"Indikator {number} ada di isian {shorter.label}, tetapi tidak ada di isian "
            f"{period.label}.",
            sel=f"{placed.file} › {placed.address('no_indikator')}",
        )


def _joined(names: list[str] | tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} dan {names[-1]}"
