"""Scores: what the figures and the ratings of one assignment come to, with the trail of steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import (
    CapaianOrganisasi,
    Ekspektasi,
    JenisHasilKerja,
    MutuPelayanan,
    Predikat,
    SebutanAngka,
)

LABEL_ANGKA_KREDIT: Final = "Angka kredit"
"""So the steps of angka kredit begin."""


class IndikatorStatus(Enum):
    """Why an indicator has or lacks a capaian."""

    DINILAI = "dinilai"
    BELUM_ADA_REALISASI = "belum ada realisasi"
    TIDAK_DINILAI = "tidak dinilai (target 0)"
    KUALITATIF = "kualitatif, tanpa angka"


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a cell to a result.

    Attributes:
        label: What is worked out, such as `Capaian indikator 1.2`.
        formula: The formula with its numbers, such as `(2 − 9 ÷ 8) × 100`.
        result: The result as text, such as `87,50`.
        source: Rule and article, or the parameter and its legal basis.
        cells: Addresses the figures came from, such as `Hasil Kerja!N12`.
    """

    label: str
    formula: str
    result: str
    source: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndikatorScore:
    """Capaian of one indicator, in percent, unrounded; None unless status is DINILAI.

    Attributes:
        no_indikator: Such as `1.2`.
        status: Why it has or lacks a capaian.
        realisasi: The figure that was compared; None while there is none.
        capaian: Percent.
        gabungan: The figures were put together from shorter periods; None where the row's own
            were used.
    """

    no_indikator: str
    status: IndikatorStatus
    realisasi: Decimal | None
    capaian: Decimal | None
    gabungan: GabunganScore | None = None


@dataclass(frozen=True, slots=True)
class GabunganScore:
    """Figures of one indicator put together from the periods inside its own.

    Attributes:
        target: The target, or the lower bound of a range; unrounded.
        target_atas: The upper bound; None where the target is one figure.
        periode: How many periods there are of how many, such as `2 dari 3 bulan`.
        belum_ada: Names of the periods that are missing.
    """

    target: Decimal
    target_atas: Decimal | None
    periode: str
    belum_ada: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RhkScore:
    """Capaian of one RHK, in percent, unrounded, and the expectation it suggests."""

    no_rhk: int
    jenis: JenisHasilKerja
    capaian: Decimal | None
    ekspektasi: Ekspektasi | None


@dataclass(frozen=True, slots=True)
class HasilAngka:
    """The numeric result of one assignment, beside its predikat.

    Attributes:
        mode: By which regulation.
        skp: Value of the work, 0-120, unrounded; None while a realisasi is missing.
        perilaku: Value of the behaviour, 0-120, as the rater typed it; None while blank.
        nilai: Both, weighed; None while either is missing.
        sebutan: The word for it.
    """

    mode: ModeAngka
    skp: Decimal | None
    perilaku: Decimal | None
    nilai: Decimal | None
    sebutan: SebutanAngka | None


@dataclass(frozen=True, slots=True)
class AngkaKredit:
    """Angka kredit that one predikat comes to, for a functional post of a PNS.

    Attributes:
        period: Code of the evaluated period.
        bulan: Calendar months from Mulai to Selesai, both counted.
        predikat: Of that period.
        persen: What the predikat is worth.
        koefisien: Angka kredit of a full year at 100 percent.
        nilai: Rounded as the parameter says; sums add rounded figures.
    """

    period: str
    bulan: int
    predikat: Predikat
    persen: Decimal
    koefisien: Decimal
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class AkumulasiAngkaKredit:
    """Angka kredit of one person over the periods whose Isian lie in `input/`.

    Attributes:
        items: One for each period, oldest first; none inside another.
        total: Their sum.
        naik_pangkat: What a rise in rank needs.
        naik_jenjang: What a rise to the next rank of posts needs; None at the top.
    """

    items: tuple[AngkaKredit, ...]
    total: Decimal
    naik_pangkat: Decimal
    naik_jenjang: Decimal | None


@dataclass(frozen=True, slots=True)
class SimulasiTpp:
    """A simulation of TPP in percent for one definitive assignment; never an amount of money.

    Attributes:
        kinerja: What the predikat pays, in percent; None without a predikat.
        potongan: Deductions of one month, in percent; None without `Kehadiran`.
        persen: Both together for the days of the assignment, 0-100; None while either is missing.
        bulan: Calendar months of the assignment, both ends counted.
        bagian: `persen` in proportion to the months of the period; these add over assignments.
    """

    kinerja: Decimal | None
    potongan: Decimal | None
    persen: Decimal | None
    bulan: int
    bagian: Decimal | None


@dataclass(frozen=True, slots=True)
class Score:
    """What one assignment comes to in one period.

    Attributes:
        nip: Eighteen digits.
        unit: Kode Unit.
        sifat: How the post is held, as shown.
        mulai: First day of the assignment inside the period.
        capaian: Percent, 0-120, unrounded; None when nothing could be scored.
        lengkap: False when an indicator still lacks its realisasi; capaian is then partial.
        usulan_hasil_kerja: What the figures suggest; a proposal, never the rating.
        usulan_perilaku: What the seven values suggest; only when all seven are filled.
        rating_hasil_kerja: What the rater set.
        rating_perilaku: What the rater set.
        predikat: What the quadrant makes of both ratings; None when one is missing.
        indikator: In the order of the sheet.
        rhk: In the order of No RHK.
        trail: The steps, in the order they were taken.
        angka: The numeric result; None where the office has not chosen one.
        akumulasi: Angka kredit up to this period; None where the post earns none.
        tpp: A simulation of TPP; None where the office has not chosen a table.
    """

    nip: str
    unit: str
    sifat: str
    mulai: date
    capaian: Decimal | None
    lengkap: bool
    usulan_hasil_kerja: Ekspektasi | None
    usulan_perilaku: Ekspektasi | None
    rating_hasil_kerja: Ekspektasi | None
    rating_perilaku: Ekspektasi | None
    predikat: Predikat | None
    indikator: tuple[IndikatorScore, ...]
    rhk: tuple[RhkScore, ...]
    trail: tuple[Step, ...]
    angka: HasilAngka | None = None
    akumulasi: AkumulasiAngkaKredit | None = None
    tpp: SimulasiTpp | None = None


@dataclass(frozen=True, slots=True)
class KepuasanScore:
    """Community satisfaction with one service.

    Attributes:
        layanan: Name of the service.
        responden: Number of people asked.
        unsur: Means of U1 to U9, 1-4.
        nilai: The index (SKM), 25-100, unrounded.
        mutu: Its band.
        kinerja: The word for the band.
        step: How it was worked out.
    """

    layanan: str
    responden: int
    unsur: tuple[Decimal, ...]
    nilai: Decimal
    mutu: MutuPelayanan
    kinerja: str
    step: Step


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the smallest change: `people` from one predikat to another."""

    people: int
    before: Predikat
    after: Predikat


@dataclass(frozen=True, slots=True)
class Distribusi:
    """How a unit's predikat are spread, against the pattern of its capaian organisasi.

    Attributes:
        capaian_organisasi: None when the unit has not stated it; nothing is checked then.
        counts: (predikat, people) for all five, best first.
        total: People with a predikat by their definitive assignment.
        expected: People who should have one; `total` of `expected` while some are missing.
        broken: Rules of the pattern that do not hold, as Indonesian clauses.
        moves: The smallest change that would fit; empty when the pattern holds.
        is_small: The unit is too small for the pattern to bind.
        dominance: A sentence on the predikat that should dominate, or None when it does.
    """

    capaian_organisasi: CapaianOrganisasi | None
    counts: tuple[tuple[Predikat, int], ...]
    total: int
    expected: int
    broken: tuple[str, ...]
    moves: tuple[Move, ...]
    is_small: bool
    dominance: str | None
