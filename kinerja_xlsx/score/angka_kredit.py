"""Angka kredit: what a predikat comes to for a functional post, and its sum over periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.law import JenisJabatan, Predikat, StatusAsn
from kinerja_xlsx.model.number import format_number, half_up
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import (
    LABEL_ANGKA_KREDIT,
    AkumulasiAngkaKredit,
    AngkaKredit,
    Step,
)
from kinerja_xlsx.policy.parameter import cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.policy.permenpanrb_1_2023 import (
    BULAN_SETAHUN,
    KOEFISIEN_CITATION,
    PERSEN,
    PERSEN_CITATION,
    SYARAT,
)
from kinerja_xlsx.score.jejak import angka, to_decimal, to_fraction
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penugasan import Penugasan

_RATINGS: Final = ("rating_hasil_kerja", "rating_perilaku")


@dataclass(frozen=True, slots=True)
class Dasar:
    """One evaluated period of a person: the assignment, its period, and its predikat."""

    penugasan: Penugasan
    period: Period
    predikat: Predikat | None


def earns(row: PegawaiRow) -> bool:
    """Tell whether a post earns angka kredit: a functional post, held by a PNS.

    Source: PermenPANRB 1/2023; PPPK do not rise in rank by it.
    """
    return (
        row.jenis_jabatan is JenisJabatan.FUNGSIONAL
        and row.status_asn is StatusAsn.PNS
        and row.jenjang is not None
    )


def months_between(mulai: date, selesai: date) -> int:
    """Count calendar months from the first day to the last, both months counted."""
    return (selesai.year - mulai.year) * BULAN_SETAHUN + selesai.month - mulai.month + 1


def angka_kredit(dasar: Dasar, parameters: Parameters) -> tuple[AngkaKredit, Step] | None:
    """Convert the predikat of one period to angka kredit.

    Returns:
        None where the post earns none or there is no predikat yet: missing is never zero.

    Source: `PERSEN_CITATION`, `KOEFISIEN_CITATION`; n/12 where the period is shorter than a year.
    """
    row = dasar.penugasan.pegawai.row
    if dasar.predikat is None or not earns(row) or row.jenjang is None:
        return None
    persen, koefisien = PERSEN[dasar.predikat], SYARAT[row.jenjang].koefisien
    bulan = months_between(dasar.penugasan.mulai, dasar.penugasan.selesai)
    exact = to_fraction(persen) / 100 * to_fraction(koefisien) * bulan / BULAN_SETAHUN
    decimals = parameters.pembulatan_angka_kredit.value
    nilai = half_up(to_decimal(exact), decimals)
    found = AngkaKredit(dasar.period.code, bulan, dasar.predikat, persen, koefisien, nilai)
    share = "" if bulan == BULAN_SETAHUN else f"{bulan}/{BULAN_SETAHUN} × "
    step = Step(
        f"{LABEL_ANGKA_KREDIT} {dasar.period.label}",
        f"{share}{angka(persen)}% × {angka(koefisien)} ({row.jenjang.value})",
        format_number(nilai, decimals),
        f"{PERSEN_CITATION.text}; {KOEFISIEN_CITATION.text}; "
        f"{cite_parameters(parameters.pembulatan_angka_kredit)}",
    )
    return found, step


def accumulate(
    now: Dasar, others: Sequence[Dasar], parameters: Parameters
) -> tuple[AkumulasiAngkaKredit, tuple[Step, ...]] | None:
    """Add angka kredit over periods, of which none lies inside another.

    Args:
        now: The period at work.
        others: Further assignments of the same person, also in other units; longer periods beat
            those inside them, and what lies inside the period at work, or after it, is left out.
        parameters: How each figure is rounded.

    Returns:
        None where the period at work comes to nothing.
    """
    own = angka_kredit(now, parameters)
    jenjang = now.penugasan.pegawai.row.jenjang
    if own is None or jenjang is None:
        return None
    converted = (_earlier(dasar, parameters) for dasar in _apart(now, others))
    pairs = [*(pair for pair in converted if pair is not None), own]
    items = tuple(item for item, _ in pairs)
    syarat = SYARAT[jenjang]
    total = sum((item.nilai for item in items), Decimal(0))
    result = AkumulasiAngkaKredit(items, total, syarat.naik_pangkat, syarat.naik_jenjang)
    steps = tuple(step for _, step in pairs)
    return result, steps if len(pairs) == 1 else (*steps, _sum_step(result, parameters))


def _earlier(dasar: Dasar, parameters: Parameters) -> tuple[AngkaKredit, Step] | None:
    """Convert the predikat of another period, and name the cells of its file that it rests on."""
    found, placed = angka_kredit(dasar, parameters), dasar.penugasan.penilaian
    if found is None or placed is None:
        return found
    cells = (f"{placed.file} › {placed.address(name)}" for name in _RATINGS)
    return found[0], replace(found[1], cells=tuple(cells))


def _apart(now: Dasar, others: Sequence[Dasar]) -> list[Dasar]:
    """Pick what ends before the assignment at work begins, the longest period of each stretch."""
    before = [
        dasar
        for dasar in others
        if dasar.period.last < now.period.first
        or (dasar.period == now.period and dasar.penugasan.selesai < now.penugasan.mulai)
    ]
    kept: list[Dasar] = []
    for dasar in sorted(before, key=lambda one: (-one.period.months, one.penugasan.mulai)):
        if not any(dasar.period.within(one.period) for one in kept):
            kept.append(dasar)
    return sorted(kept, key=lambda one: (one.period, one.penugasan.mulai))


def _sum_step(found: AkumulasiAngkaKredit, parameters: Parameters) -> Step:
    decimals = parameters.pembulatan_angka_kredit.value
    listed = " + ".join(format_number(item.nilai, decimals) for item in found.items)
    source = f"{PERSEN_CITATION.text}; dijumlahkan setelah dibulatkan"
    return Step(
        f"{LABEL_ANGKA_KREDIT} kumulatif", listed, format_number(found.total, decimals), source
    )
