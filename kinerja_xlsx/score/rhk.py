"""Capaian of each RHK and of the assignment: means or weights over what was scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.law import Ekspektasi, JenisHasilKerja
from kinerja_xlsx.model.score import IndikatorStatus, RhkScore, Step
from kinerja_xlsx.policy.parameter import cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.capaian import Indikator
from kinerja_xlsx.score.jejak import (
    angka,
    tampil,
    tampil_near,
    to_decimal,
    to_fraction,
    total,
)

_TIDAK_ADA: Final = "tidak ada"
KUALITATIF: Final = "pendekatan kualitatif: rating dari penilaian pejabat penilai, tanpa angka"
"""Why qualitative work has neither capaian nor usulan; nothing is missing there."""
_TANPA_ANGKA: Final = "tanpa angka"
_SOURCE_RATA: Final = "rata-rata, karena Bobot tidak dipakai"
_SOURCE_BOBOT: Final = "rata-rata tertimbang menurut Bobot yang diisi unit"
_SOURCE_TAMBAHAN: Final = "rata-rata; Bobot tidak berlaku untuk hasil kerja tambahan"


@dataclass(frozen=True, slots=True)
class Rhk:
    """One RHK worked out.

    Attributes:
        score: What goes into the score.
        indikator: Its indicators, in the order of the sheet.
        persen: Capaian as an exact fraction; None when no indicator was scored.
        steps: How the figures came about.
    """

    score: RhkScore
    indikator: tuple[Indikator, ...]
    persen: Fraction | None
    steps: tuple[Step, ...]

    @property
    def is_utama(self) -> bool:
        """Tell whether it is main work."""
        return self.score.jenis is JenisHasilKerja.UTAMA

    @property
    def is_kualitatif(self) -> bool:
        """Tell whether it is worked out without figures, because the approach is so."""
        return all(item.score.status is IndikatorStatus.KUALITATIF for item in self.indikator)


@dataclass(frozen=True, slots=True)
class _Mean:
    """A mean, its formula, and the cells of the weights it used."""

    persen: Fraction
    formula: str
    cells: tuple[str, ...] = ()


def score_rhk(indikator: Sequence[Indikator], *, parameters: Parameters) -> tuple[Rhk, ...]:
    """Work out every RHK, in the order of No RHK.

    Args:
        indikator: All indicators of one assignment, in the order of the sheet.
        parameters: Thresholds for the expectation.
    """
    weighted = uses_bobot(indikator)
    numbers = sorted({item.placed.row.no_rhk for item in indikator})
    groups = (tuple(item for item in indikator if item.placed.row.no_rhk == n) for n in numbers)
    return tuple(_one_rhk(group, weighted=weighted, parameters=parameters) for group in groups)


def uses_bobot(indikator: Sequence[Indikator]) -> bool:
    """Tell whether every indicator of main work has a Bobot; true where there is none."""
    utama = [item for item in indikator if _is_utama(item)]
    return all(item.placed.row.bobot is not None for item in utama)


def score_capaian(
    rhk: Sequence[Rhk], *, lengkap: bool, parameters: Parameters
) -> tuple[Fraction | None, Step]:
    """Work out the capaian of the assignment over its main work.

    Returns:
        The exact percentage, None when no main work was scored, and the step.
    """
    utama = [item for item in rhk if item.is_utama and item.persen is not None]
    inside = [indikator for item in utama for indikator in item.indikator]
    weighted = uses_bobot([indikator for item in rhk for indikator in item.indikator])
    mean = _weighted(inside) if weighted else _mean([item.persen for item in utama])
    label = "Capaian penugasan"
    if mean is None and rhk and all(item.is_kualitatif for item in rhk):
        return None, Step(label, KUALITATIF, _TANPA_ANGKA, rhk[0].steps[0].source)
    if mean is None:
        return None, Step(label, "tidak ada capaian RHK utama", _TIDAK_ADA, _SOURCE_RATA)
    result = tampil(mean.persen, parameters.pembulatan_tampil.value)
    if not lengkap:
        result = f"{result} (sementara, belum lengkap)"
    source = _SOURCE_BOBOT if weighted else _SOURCE_RATA
    return mean.persen, Step(label, mean.formula, result, source, mean.cells)


def _one_rhk(group: tuple[Indikator, ...], *, weighted: bool, parameters: Parameters) -> Rhk:
    """Work out one RHK and the expectation that its capaian suggests."""
    row = group[0].placed.row
    weighted = weighted and _is_utama(group[0])
    mean = _weighted(group) if weighted else _mean([item.persen for item in group])
    label = f"Capaian RHK {row.no_rhk}"
    source = _source_of(weighted=weighted, utama=_is_utama(group[0]))
    if mean is None:
        unscored = Rhk(RhkScore(row.no_rhk, row.jenis, None, None), group, None, ())
        step = (
            Step(label, KUALITATIF, _TANPA_ANGKA, group[0].step.source)
            if unscored.is_kualitatif
            else Step(label, "tidak ada indikator yang dinilai", _TIDAK_ADA, source)
        )
        return replace(unscored, steps=(step,))
    ekspektasi, judged = _expect(row.no_rhk, mean.persen, parameters)
    result = tampil(mean.persen, parameters.pembulatan_tampil.value)
    step = Step(label, f"{mean.formula}{_missing(group)}", result, source, mean.cells)
    score = RhkScore(row.no_rhk, row.jenis, to_decimal(mean.persen), ekspektasi)
    return Rhk(score, group, mean.persen, (step, judged))


def _mean(values: Sequence[Fraction | None]) -> _Mean | None:
    """Average what was scored; what was not leaves the divisor too."""
    scored = [value for value in values if value is not None]
    if not scored:
        return None
    if len(scored) == 1:
        return _Mean(scored[0], angka(scored[0]))
    listed = " + ".join(angka(value) for value in scored)
    return _Mean(total(scored) / len(scored), f"({listed}) ÷ {len(scored)}")


def _weighted(group: Sequence[Indikator]) -> _Mean | None:
    """Weigh what was scored by its Bobot; what was not leaves the divisor too."""
    scored = [
        (item, item.persen, to_fraction(item.placed.row.bobot))
        for item in group
        if item.persen is not None and item.placed.row.bobot is not None
    ]
    if not scored:
        return None
    whole = total(bobot for _, _, bobot in scored)
    persen = total(bobot * value for _, value, bobot in scored) / whole
    listed = " + ".join(f"{angka(bobot)} × {angka(value)}" for _, value, bobot in scored)
    cells = tuple(item.placed.address("bobot") for item, _, _ in scored)
    return _Mean(persen, f"({listed}) ÷ {angka(whole)}", cells)


def _expect(no_rhk: int, persen: Fraction, parameters: Parameters) -> tuple[Ekspektasi, Step]:
    """Turn a capaian into the expectation that it suggests, before any rounding.

    Source: parameters `ambang_di_atas` and `ambang_sesuai`; the law has no such figures.
    """
    above, meets = parameters.ambang_di_atas, parameters.ambang_sesuai
    if persen > to_fraction(above.value):
        ekspektasi, test = Ekspektasi.DI_ATAS, f"> {angka(above.value)}"
    elif persen >= to_fraction(meets.value):
        ekspektasi = Ekspektasi.SESUAI
        test = f"≥ {angka(meets.value)} dan tidak > {angka(above.value)}"
    else:
        ekspektasi, test = Ekspektasi.DI_BAWAH, f"< {angka(meets.value)}"
    edges: tuple[Decimal, ...] = (above.value, meets.value)
    shown = tampil_near(persen, edges, parameters.pembulatan_tampil.value)
    source = cite_parameters(above, meets)
    label = f"Ekspektasi RHK {no_rhk}"
    return ekspektasi, Step(label, f"{shown} {test}", ekspektasi.value, source)


def _missing(group: Sequence[Indikator]) -> str:
    waiting = sum(item.score.status is IndikatorStatus.BELUM_ADA_REALISASI for item in group)
    return f"; {waiting} indikator belum ada realisasi" if waiting else ""


def _is_utama(indikator: Indikator) -> bool:
    return indikator.placed.row.jenis is JenisHasilKerja.UTAMA


def _source_of(*, weighted: bool, utama: bool) -> str:
    if weighted:
        return _SOURCE_BOBOT
    return _SOURCE_RATA if utama else _SOURCE_TAMBAHAN
