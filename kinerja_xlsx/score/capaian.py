"""Capaian of one indicator: realisasi against target, exact, with the step that explains it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Agregasi, Arah, Pendekatan
from kinerja_xlsx.model.score import IndikatorScore, IndikatorStatus, Step
from kinerja_xlsx.policy.base import Policy
from kinerja_xlsx.policy.parameter import cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.gabungan import Gabungan, is_typed
from kinerja_xlsx.score.jejak import angka, tampil, to_decimal, to_fraction
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Placed

_REASONS: Final = MappingProxyType(
    {
        IndikatorStatus.KUALITATIF: "pendekatan kualitatif, dinilai dari uraian",
        IndikatorStatus.TIDAK_DINILAI: "target 0 dengan arah Naik",
        IndikatorStatus.BELUM_ADA_REALISASI: "Realisasi belum diisi",
    }
)
_CELLS: Final = ("target", "target_atas", "realisasi")
_RASIO_CELLS: Final = ("target", "target_atas", "pembilang", "penyebut")
_KUALITATIF_CELLS: Final = ("uraian_target", "uraian_realisasi")


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indicator worked out.

    Attributes:
        placed: Its row.
        score: What goes into the score.
        persen: Capaian as an exact fraction; None unless it was scored.
        step: How the figure came about.
        before: How its realisasi was put together from shorter periods, if it was.
    """

    placed: Placed[HasilKerjaRow]
    score: IndikatorScore
    persen: Fraction | None
    step: Step
    before: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class _Target:
    """A target; both bounds are equal where it is one figure."""

    lower: Fraction
    upper: Fraction
    arah: Arah

    @property
    def is_range(self) -> bool:
        return self.lower < self.upper

    @property
    def is_naik_nol(self) -> bool:
        """No realisasi could be compared with it, typed or not."""
        return self.arah is Arah.NAIK and self.upper == 0

    def holds(self, realisasi: Fraction) -> bool:
        return self.is_range and self.lower <= realisasi <= self.upper

    def nearest(self, realisasi: Fraction) -> Fraction:
        return self.upper if realisasi > self.upper else self.lower

    @property
    def text(self) -> str:
        return f"{angka(self.lower)}–{angka(self.upper)}"


@dataclass(frozen=True, slots=True)
class _Realisasi:
    """A realisasi, typed or worked out as a ratio.

    Attributes:
        exact: The figure that is compared.
        shown: The same as a decimal.
        formula: How it came from Pembilang and Penyebut; empty where it was typed.
    """

    exact: Fraction
    shown: Decimal
    formula: str = ""


@dataclass(frozen=True, slots=True)
class _Raw:
    """A capaian before it is limited, its formula, and whether a parameter decided it."""

    persen: Fraction
    formula: str
    by_parameter: bool = False


def score_indikator(
    placed: Placed[HasilKerjaRow],
    *,
    pendekatan: Pendekatan,
    policy: Policy,
    parameters: Parameters,
    gabungan: Gabungan | None = None,
) -> Indikator:
    """Work out the capaian of one indicator in percent, from 0 to `batas_capaian`.

    Args:
        placed: Its row.
        pendekatan: Without figures there is no capaian.
        policy: The regulation in force.
        parameters: The zero target and the limit.
        gabungan: What shorter periods come to; used where the row has no realisasi of its own.

    Raises:
        ValueError: A quantitative row lacks target or arah, which validation never lets through.

    Source: formulas of `policy.capaian_citation`; zero targets and the limit are parameters.
    """
    row = placed.row
    if gabungan is not None and pendekatan is Pendekatan.KUANTITATIF and not is_typed(row):
        return _rolled_up(placed, gabungan, policy=policy, parameters=parameters)
    realisasi = _realisasi_of(row)
    if pendekatan is Pendekatan.KUALITATIF:
        source = policy.rating_citation.text
        return _unscored(placed, realisasi, status=IndikatorStatus.KUALITATIF, source=source)
    target = _target_of(row)
    if target.is_naik_nol:
        source = cite_parameters(parameters.target_nol)
        return _unscored(placed, realisasi, status=IndikatorStatus.TIDAK_DINILAI, source=source)
    if realisasi is None:
        status = IndikatorStatus.BELUM_ADA_REALISASI
        return _unscored(placed, None, status=status, source=policy.capaian_citation.text)
    raw = _raw(realisasi.exact, target, parameters)
    persen, step = _limited(raw, policy, parameters)
    step = replace(
        step,
        label=_label(row),
        formula=f"{realisasi.formula}{step.formula}",
        cells=_cells(placed, _RASIO_CELLS if realisasi.formula else _CELLS),
    )
    status = IndikatorStatus.DINILAI
    score = IndikatorScore(row.no_indikator, status, realisasi.shown, to_decimal(persen))
    return Indikator(placed, score, persen, step)


def _rolled_up(
    placed: Placed[HasilKerjaRow],
    gabungan: Gabungan,
    *,
    policy: Policy,
    parameters: Parameters,
) -> Indikator:
    """Score what shorter periods come to, against their own targets put together."""
    figures, row = gabungan.figures, placed.row
    target = _Target(figures.lower, figures.upper, _target_of(row).arah)
    shown = to_decimal(figures.realisasi)
    if target.is_naik_nol:
        status, persen = IndikatorStatus.TIDAK_DINILAI, None
        source = cite_parameters(parameters.target_nol)
        step = Step(_label(row), _REASONS[status], status.value, source, figures.cells)
    else:
        status = IndikatorStatus.DINILAI
        persen, step = _limited(_raw(figures.realisasi, target, parameters), policy, parameters)
        step = replace(step, label=_label(row), cells=figures.cells)
    capaian = None if persen is None else to_decimal(persen)
    score = IndikatorScore(row.no_indikator, status, shown, capaian, gabungan.score)
    return Indikator(placed, score, persen, step, gabungan.steps)


def _target_of(row: HasilKerjaRow) -> _Target:
    if row.target is None or row.arah is None:
        raise ValueError(f"indicator {row.no_indikator} has no target or arah")
    upper = row.target if row.target_atas is None else row.target_atas
    return _Target(to_fraction(row.target), to_fraction(upper), row.arah)


def _realisasi_of(row: HasilKerjaRow) -> _Realisasi | None:
    """Find the typed realisasi, or the ratio in percent where that is how it is aggregated."""
    if row.realisasi is not None:
        return _Realisasi(to_fraction(row.realisasi), row.realisasi)
    if row.agregasi is not Agregasi.RASIO or row.pembilang is None or row.penyebut is None:
        return None
    exact = 100 * to_fraction(row.pembilang) / to_fraction(row.penyebut)
    parts = f"{angka(row.pembilang)} ÷ {angka(row.penyebut)}"
    return _Realisasi(exact, to_decimal(exact), f"Realisasi = 100 × {parts} = {angka(exact)}; ")


def _raw(realisasi: Fraction, target: _Target, parameters: Parameters) -> _Raw:
    """Compare with the target: inside a range 100, otherwise with its nearest bound."""
    shown = angka(realisasi)
    if target.holds(realisasi):
        return _Raw(Fraction(100), f"{shown} berada di dalam target {target.text}")
    bound = target.nearest(realisasi)
    if bound == 0:
        return _against_zero(realisasi, parameters)
    share = f"{shown} ÷ {angka(bound)}"
    note = f"; target {target.text}, batas terdekat {angka(bound)}" if target.is_range else ""
    if target.arah is Arah.TURUN:
        return _Raw((2 - realisasi / bound) * 100, f"(2 − {share}) × 100{note}")
    return _Raw(realisasi / bound * 100, f"{share} × 100{note}")


def _against_zero(realisasi: Fraction, parameters: Parameters) -> _Raw:
    """Judge a target of 0 where less is better: met or missed, nothing between."""
    if realisasi == 0:
        persen = to_fraction(parameters.target_nol.value)
        return _Raw(persen, "target 0 dan realisasi 0", by_parameter=True)
    formula = f"target 0 dan realisasi {angka(realisasi)}, lebih dari 0"
    return _Raw(Fraction(0), formula, by_parameter=True)


def _limited(raw: _Raw, policy: Policy, parameters: Parameters) -> tuple[Fraction, Step]:
    """Limit a capaian to 0 and `batas_capaian`, and write the step so far."""
    limit = to_fraction(parameters.batas_capaian.value)
    persen = min(max(raw.persen, Fraction(0)), limit)
    used = [parameters.target_nol] if raw.by_parameter else []
    formula = raw.formula
    if persen != raw.persen:
        formula = f"{formula} = {angka(raw.persen)}, dibatasi {angka(persen)}"
        used.append(parameters.batas_capaian)
    sources = [] if raw.by_parameter else [policy.capaian_citation.text]
    if used:
        sources.append(cite_parameters(*used))
    result = tampil(persen, parameters.pembulatan_tampil.value)
    return persen, Step("", formula, result, "; ".join(sources))


def _unscored(
    placed: Placed[HasilKerjaRow],
    realisasi: _Realisasi | None,
    *,
    status: IndikatorStatus,
    source: str,
) -> Indikator:
    """Say why an indicator has no capaian; it never counts as zero."""
    row = placed.row
    cells = _cells(placed, _KUALITATIF_CELLS if status is IndikatorStatus.KUALITATIF else _CELLS)
    if status is IndikatorStatus.BELUM_ADA_REALISASI:
        cells = (*cells, placed.address("realisasi"))
    step = Step(_label(row), _REASONS[status], status.value, source, cells)
    shown = None if realisasi is None else realisasi.shown
    return Indikator(placed, IndikatorScore(row.no_indikator, status, shown, None), None, step)


def _label(row: HasilKerjaRow) -> str:
    return f"Capaian indikator {row.no_indikator}"


def _cells(placed: Placed[HasilKerjaRow], fields: tuple[str, ...]) -> tuple[str, ...]:
    """Address those cells of a row that hold something."""
    filled = (field for field in fields if getattr(placed.row, field) is not None)
    return tuple(placed.address(field) for field in filled)
