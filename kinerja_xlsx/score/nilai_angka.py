"""The numeric result beside the predikat: PP 30/2019, or PermenPANRB 8/2021, where chosen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import Arah, JenisJabatan, SebutanAngka, YaTidak
from kinerja_xlsx.model.score import HasilAngka, Step
from kinerja_xlsx.policy import permenpanrb_8_2021 as pan_8
from kinerja_xlsx.policy import pp_30_2019 as pp_30
from kinerja_xlsx.policy.parameter import PembulatanPersen, cite_parameters
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.score.jejak import angka, tampil_near, to_decimal, to_fraction, total
from kinerja_xlsx.score.rhk import Rhk
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed

_NOT_YET: Final = "belum dapat dihitung"
_PERSEN: Final = frozenset({"persen", "%", "percent", "prosen"})
_EDGES: Final = tuple(limit for limit, _ in pp_30.SEBUTAN if limit)
_SCOPE: Final = "hasil angka, bukan predikat"


@dataclass(frozen=True, slots=True)
class _Skp:
    """The value of the work, and the steps to it."""

    value: Fraction
    steps: tuple[Step, ...]


def score_angka(
    penugasan: Penugasan,
    rhk: Sequence[Rhk],
    *,
    capaian: Fraction | None,
    lengkap: bool,
    parameters: Parameters,
) -> tuple[HasilAngka | None, tuple[Step, ...]]:
    """Work out the numeric result of an assignment, where the office has chosen one.

    Args:
        penugasan: The assignment; its `Penilaian` holds Nilai Perilaku and Ide Baru.
        rhk: Its RHK, worked out.
        capaian: Its capaian in percent; None when nothing was scored.
        lengkap: False while a realisasi is missing; there is no numeric result then.
        parameters: Which mode, and how capaian is rounded.

    Source: PP 30/2019 Ps. 41, PermenPANRB 8/2021; parameters `mode_angka`, `pembulatan_8_2021`.
    """
    mode = parameters.mode_angka.value
    if mode is ModeAngka.TANPA:
        return None, ()
    label = f"Nilai SKP ({mode.value})"
    if not lengkap or capaian is None:
        reason = "tidak ada capaian" if lengkap else "masih ada indikator tanpa realisasi"
        steps = (Step(label, reason, _NOT_YET, _source(parameters)),)
        return HasilAngka(mode, None, _perilaku(penugasan), None, None), steps
    if mode is ModeAngka.PERMENPANRB_8_2021:
        skp = _by_kategori(penugasan, rhk, label, parameters)
    else:
        shown = tampil_near(capaian, _EDGES, parameters.pembulatan_tampil.value)
        step = Step(label, "capaian penugasan", shown, _source(parameters))
        skp = _Skp(capaian, (step,))
    return _weigh(penugasan, skp, parameters)


def _source(parameters: Parameters) -> str:
    return f"{_SCOPE}; {cite_parameters(parameters.mode_angka)}"


def _perilaku(penugasan: Penugasan) -> Decimal | None:
    return None if penugasan.penilaian is None else penugasan.penilaian.row.nilai_perilaku


def _by_kategori(
    penugasan: Penugasan, rhk: Sequence[Rhk], label: str, parameters: Parameters
) -> _Skp:
    """Turn the capaian of main work into values: by a line for JPT, else in steps by aspect.

    Some main work was scored, or the assignment would have no capaian.
    """
    groups = [_judged(part, parameters) for part in rhk if part.is_utama]
    weights: list[Decimal | None] = []
    if penugasan.pegawai.row.jenis_jabatan is JenisJabatan.JPT:
        items = [item for group in groups for item in group]
        pairs = [_iki(item, parameters) for item in items]
        weights = [item.row.bobot for item in items]
    else:
        pairs = [_aspects(group, parameters) for group in groups if group]
    mean, joined, how = _joined([value for value, _ in pairs], weights)
    formula = f"{joined} + hasil kerja tambahan 0"
    shown = tampil_near(mean, _EDGES, parameters.pembulatan_tampil.value)
    source = f"{pan_8.NILAI_CITATION.text}{how}; bobot tambahan belum dibaca"
    return _Skp(mean, (*(step for _, step in pairs), Step(label, formula, shown, source)))


def _joined(
    values: Sequence[Fraction], weights: Sequence[Decimal | None]
) -> tuple[Fraction, str, str]:
    """Join values to one by the weights that the unit gave, else as a mean.

    Returns:
        The value, its formula, and what its source says of the weights.
    """
    given = [Fraction(weight) for weight in weights if weight is not None]
    if given and len(given) == len(values):
        pairs = list(zip(values, given, strict=True))
        terms = " + ".join(f"{angka(value)} × {angka(weight)}" for value, weight in pairs)
        mean = total([value * weight for value, weight in pairs]) / total(given)
        return mean, f"({terms}) ÷ {angka(total(given))}", "; menurut Bobot yang diisi unit"
    listed = " + ".join(angka(value) for value in values)
    mean = total(values) / len(values)
    return mean, listed if len(values) == 1 else f"({listed}) ÷ {len(values)}", ""


@dataclass(frozen=True, slots=True)
class _Judged:
    """One scored indicator: its row, capaian, and capaian in whole percent with its category."""

    row: HasilKerjaRow
    exact: Fraction
    whole: int
    is_maksimal: bool

    @property
    def word(self) -> SebutanAngka:
        return pan_8.kategori_of(self.whole, is_maksimal=self.is_maksimal)


def _judged(part: Rhk, parameters: Parameters) -> list[_Judged]:
    """Round the capaian of each indicator that was scored."""
    scored = [(item.placed.row, item.persen) for item in part.indikator]
    return [
        _Judged(row, persen, _whole(persen, parameters), is_maksimal(row))
        for row, persen in scored
        if persen is not None
    ]


def _iki(item: _Judged, parameters: Parameters) -> tuple[Fraction, Step]:
    """Value one indicator of a JPT."""
    value = pan_8.nilai_iki(item.whole, is_maksimal=item.is_maksimal)
    formula = f"capaian {angka(item.exact)} dibulatkan {item.whole}, kategori {item.word.value}"
    if item.is_maksimal:
        formula += "; target sudah setinggi-tingginya"
    source = f"{pan_8.NILAI_CITATION.text}; {cite_parameters(parameters.pembulatan_8_2021)}"
    return value, Step(f"Nilai indikator {item.row.no_indikator}", formula, angka(value), source)


def _aspects(group: Sequence[_Judged], parameters: Parameters) -> tuple[Fraction, Step]:
    """Value one RHK of any other post by the categories of its indicators."""
    value = pan_8.nilai_aspek([item.word for item in group])
    formula = "; ".join(
        f"{item.row.no_indikator}: {item.whole} {item.word.value}" for item in group
    )
    source = f"{pan_8.DISKRET_CITATION.text}; {cite_parameters(parameters.pembulatan_8_2021)}"
    label = f"Nilai RHK {group[0].row.no_rhk}"
    return Fraction(value), Step(label, formula, str(value), source)


def is_maksimal(row: HasilKerjaRow) -> bool:
    """Tell whether a target is already the most that is possible: 100 percent, more is better.

    Source: PermenPANRB 8/2021, parameter `target_maksimal` of the design.
    """
    is_persen = (row.satuan or "").strip().casefold() in _PERSEN
    one_figure = row.target_atas is None or row.target_atas == row.target
    return (
        row.arah is Arah.NAIK and is_persen and row.target == pan_8.KATEGORI[1][0] and one_figure
    )


def _whole(persen: Fraction, parameters: Parameters) -> int:
    if parameters.pembulatan_8_2021.value is PembulatanPersen.KE_BAWAH:
        return math.floor(persen)
    return math.floor(persen + Fraction(1, 2))


def _weigh(
    penugasan: Penugasan, skp: _Skp, parameters: Parameters
) -> tuple[HasilAngka, tuple[Step, ...]]:
    """Weigh work and behaviour, and find the word for the result."""
    mode = parameters.mode_angka.value
    penilaian = penugasan.penilaian
    perilaku = _perilaku(penugasan)
    label = f"Nilai kinerja ({mode.value})"
    value = to_decimal(skp.value)
    if penilaian is None or perilaku is None:
        step = Step(label, "Nilai Perilaku belum diisi", _NOT_YET, pp_30.BOBOT_CITATION.text)
        return HasilAngka(mode, value, perilaku, None, None), (*skp.steps, step)
    nilai, weighed = _result(label, skp.value, perilaku, parameters)
    has_ide_baru, cell = _ide_baru(penilaian)
    sebutan = pp_30.sebutan_of(nilai, has_ide_baru=has_ide_baru)
    word = _word_step(sebutan, weighed.result, has_ide_baru=has_ide_baru, cell=cell)
    weighed = replace(weighed, cells=(penilaian.address("nilai_perilaku"),))
    return HasilAngka(mode, value, perilaku, nilai, sebutan), (*skp.steps, weighed, word)


def _result(
    label: str, skp: Fraction, perilaku: Decimal, parameters: Parameters
) -> tuple[Decimal, Step]:
    work, conduct = pp_30.BOBOT[parameters.mode_angka.value]
    exact = (to_fraction(work) * skp + to_fraction(conduct) * to_fraction(perilaku)) / 100
    limited = min(exact, to_fraction(pp_30.NILAI_TERTINGGI))
    formula = f"{angka(work)}% × {angka(skp)} + {angka(conduct)}% × {angka(perilaku)}"
    if limited != exact:
        formula += f" = {angka(exact)}, dibatasi {angka(limited)}"
    shown = tampil_near(limited, _EDGES, parameters.pembulatan_tampil.value)
    return to_decimal(limited), Step(label, formula, shown, pp_30.BOBOT_CITATION.text)


def _ide_baru(penilaian: Placed[PenilaianRow]) -> tuple[bool, tuple[str, ...]]:
    """Tell whether the rater confirmed a new idea; a blank is no confirmation."""
    if penilaian.row.ide_baru is None:
        return False, ()
    return penilaian.row.ide_baru is YaTidak.YA, (penilaian.address("ide_baru"),)


def _word_step(
    sebutan: SebutanAngka, nilai: str, *, has_ide_baru: bool, cell: tuple[str, ...]
) -> Step:
    idea = "ada ide baru" if has_ide_baru else "tanpa ide baru"
    return Step(
        "Sebutan nilai kinerja",
        f"{nilai}, {idea}",
        sebutan.value,
        f"{pp_30.SEBUTAN_CITATION.text}; {_SCOPE}",
        cell,
    )
