"""Simulation of TPP in percent: what the predikat pays, less what absence deducts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.kebijakan import AturanTpp, BasisPotongan
from kinerja_xlsx.model.law import Predikat, Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import SimulasiTpp, Step
from kinerja_xlsx.policy.parameter import cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.policy.tpp import PERSEN, PERSEN_CITATIONS, POTONGAN, TabelPotongan
from kinerja_xlsx.score.angka_kredit import months_between
from kinerja_xlsx.score.jejak import angka, tampil, to_decimal, to_fraction, total
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed
from kinerja_xlsx.spec.row import column_by_field

_LABEL: Final = "Simulasi TPP"
_NOT_YET: Final = "belum dapat disimulasikan"


def simulate_tpp(
    penugasan: Penugasan, period: Period, predikat: Predikat | None, parameters: Parameters
) -> tuple[SimulasiTpp, tuple[Step, ...]] | None:
    """Simulate the TPP of one definitive assignment in percent, where the office has chosen so.

    Returns:
        None without a chosen table, or for Plt, Plh and Pj, whose addition is another rule.

    Source: the table of `aturan_tpp` and the parameters beside it.
    """
    aturan = parameters.aturan_tpp.value
    if aturan is AturanTpp.TANPA or penugasan.pegawai.row.sifat is not Sifat.DEFINITIF:
        return None
    bulan = months_between(penugasan.mulai, penugasan.selesai)
    kinerja = _kinerja(predikat, parameters)
    cut = _potongan(penugasan.kehadiran, POTONGAN[aturan], bulan)
    steps = (_kinerja_step(predikat, kinerja, parameters), _potongan_step(cut, aturan))
    if kinerja is None or cut is None:
        potongan = None if cut is None else to_decimal(cut[0])
        missing = "predikat belum ditetapkan" if kinerja is None else "Kehadiran belum diisi"
        last = Step(_LABEL, missing, _NOT_YET, cite_parameters(parameters.aturan_tpp))
        return SimulasiTpp(kinerja, potongan, None, bulan, None), (*steps, last)
    persen, formula = _together(kinerja, cut[0], parameters)
    bagian = persen * bulan / period.months
    last = _last_step(persen, formula, parameters)
    found = SimulasiTpp(kinerja, to_decimal(cut[0]), to_decimal(persen), bulan, to_decimal(bagian))
    return found, (*steps, last)


def _kinerja(predikat: Predikat | None, parameters: Parameters) -> Decimal | None:
    return None if predikat is None else PERSEN[parameters.persen_predikat_tpp.value][predikat]


def _potongan(
    kehadiran: Placed[KehadiranRow] | None, table: TabelPotongan, bulan: int
) -> tuple[Fraction, str, tuple[str, ...]] | None:
    """Add the deductions of one month; over several months, their mean.

    Returns:
        Percent, the formula, and the cells; None without `Kehadiran`.
    """
    if kehadiran is None:
        return None
    counted = [
        (field, times, persen)
        for field, persen in table.persen.items()
        if (times := getattr(kehadiran.row, field))
    ]
    whole = total(times * to_fraction(persen) for _, times, persen in counted)
    listed = " + ".join(
        f"{column_by_field(KehadiranRow, field).heading} {times} × {angka(persen)}%"
        for field, times, persen in counted
    )
    formula = listed or "tidak ada potongan"
    if bulan > 1 and counted:
        formula = f"({formula}) ÷ {bulan} bulan"
    cells = tuple(kehadiran.address(field) for field, _, _ in counted)
    return whole / bulan, formula, cells


def _together(
    kinerja: Decimal, potongan: Fraction, parameters: Parameters
) -> tuple[Fraction, str]:
    """Weigh both parts; the deduction cuts the part of attendance, or the whole."""
    weight = to_fraction(parameters.bobot_kinerja_tpp.value)
    rest = 100 - weight
    work = weight * to_fraction(kinerja) / 100
    shown = f"{angka(weight)}% × {angka(kinerja)}"
    if parameters.basis_potongan_tpp.value is BasisPotongan.SELURUH:
        persen = max(work + rest - potongan, Fraction(0))
        return persen, f"{shown} + {angka(rest)} − potongan {angka(potongan)}"
    present = max(100 - potongan, Fraction(0))
    persen = work + rest * present / 100
    return persen, f"{shown} + {angka(rest)}% × {angka(present)}"


def _kinerja_step(
    predikat: Predikat | None, kinerja: Decimal | None, parameters: Parameters
) -> Step:
    chosen = parameters.persen_predikat_tpp
    source = f"{PERSEN_CITATIONS[chosen.value].text}; {cite_parameters(chosen)}"
    word = "belum ditetapkan" if predikat is None else predikat.value
    shown = _NOT_YET if kinerja is None else f"{angka(kinerja)}%"
    return Step(f"{_LABEL}: bagian kinerja", f"predikat {word}", shown, source)


def _potongan_step(cut: tuple[Fraction, str, tuple[str, ...]] | None, aturan: AturanTpp) -> Step:
    source = POTONGAN[aturan].citation.text
    if cut is None:
        return Step(f"{_LABEL}: potongan", "Kehadiran belum diisi", _NOT_YET, source)
    persen, formula, cells = cut
    return Step(f"{_LABEL}: potongan", formula, f"{angka(persen)}%", source, cells)


def _last_step(persen: Fraction, formula: str, parameters: Parameters) -> Step:
    used = cite_parameters(parameters.bobot_kinerja_tpp, parameters.basis_potongan_tpp)
    shown = f"{tampil(persen, parameters.pembulatan_tampil.value)}% (simulasi, bukan penetapan)"
    return Step(_LABEL, formula, shown, used)
