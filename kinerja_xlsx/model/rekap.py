"""Lines of the agency's recapitulation: one per assignment, per unit, per predikat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi, Move


class Sebaran(Enum):
    """How the predikat of a unit compare with the pattern; the value is what people read."""

    SESUAI = "sesuai pola"
    BELUM_SESUAI = "belum sesuai pola"
    UNIT_KECIL = "belum sesuai pola (catatan, unit kecil)"
    TIDAK_DIPERIKSA = "tidak diperiksa"


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """One assignment, accepted or not.

    Attributes:
        period: The period.
        unit: Kode Unit.
        nip: NIP text, or the text found where it is none.
        nama: As the sheet shows it.
        jabatan: As the sheet shows it.
        sifat: As shown.
        mulai: First day inside the period; None when unknown.
        selesai: Last day inside the period; None when unknown.
        status: What became of the assignment.
        capaian: Percent, unrounded; None when nothing could be scored.
        lengkap: False when an indicator lacks its realisasi; None when not scored at all.
        usulan: What the figures suggest for hasil kerja.
        rating_hasil_kerja: What the rater set.
        rating_perilaku: What the rater set.
        predikat: From both ratings; None while one is missing.
    """

    period: Period
    unit: str
    nip: str
    nama: str
    jabatan: str
    sifat: str
    mulai: date | None
    selesai: date | None
    status: PenugasanStatus
    capaian: Decimal | None
    lengkap: bool | None
    usulan: Ekspektasi | None
    rating_hasil_kerja: Ekspektasi | None
    rating_perilaku: Ekspektasi | None
    predikat: Predikat | None


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit; scores are never averaged, so people are counted only.

    Attributes:
        kode: Kode Unit.
        nama: Name of the unit.
        mengirim: The unit has at least one line; all counts are 0 otherwise.
        capaian_organisasi: As the unit stated it.
        counts: (predikat, people) for all five, best first.
        total: People with a predikat by their definitive assignment.
        expected: People who should have one.
        belum_ditetapkan: Accepted assignments without a predikat.
        ditahan: Assignments withheld.
        tidak_dinilai: Assignments not evaluated in this period.
        sebaran: How the predikat compare with the pattern.
        perubahan: The smallest change that would fit, as text; empty when none is needed.
    """

    kode: str
    nama: str
    mengirim: bool
    capaian_organisasi: CapaianOrganisasi | None
    counts: tuple[tuple[Predikat, int], ...]
    total: int
    expected: int
    belum_ditetapkan: int
    ditahan: int
    tidak_dinilai: int
    sebaran: Sebaran
    perubahan: str

    @property
    def sementara(self) -> str:
        """`sementara, 287 dari 300` while people are missing, otherwise empty."""
        return format_sementara(self.total, self.expected)


@dataclass(frozen=True, slots=True)
class BarisSebaran:
    """One predikat over the whole agency; percent of all people with a predikat."""

    predikat: Predikat
    pegawai: int
    persen: Decimal | None


def format_moves(moves: Sequence[Move]) -> str:
    """Write a change as a sentence: `2 pegawai dari Sangat Baik ke Baik`."""
    parts = [
        f"{move.people} pegawai dari {move.before.value} ke {move.after.value}" for move in moves
    ]
    return join_words(parts)


def join_words(parts: Sequence[str]) -> str:
    """Join as Indonesian prose does: `a`, `a dan b`, `a, b, dan c`."""
    if len(parts) < 3:  # noqa: PLR2004 - only three or more words take commas
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def format_perubahan(distribusi: Distribusi) -> str:
    """Write the smallest change that would fit, or why there is none; empty when it fits."""
    if not distribusi.broken:
        return ""
    if distribusi.moves:
        return format_moves(distribusi.moves)
    return f"tidak ada, karena {distribusi.total} pegawai terlalu sedikit untuk pola ini"


def format_sementara(total: int, expected: int) -> str:
    """Write `sementara, 287 dari 300` while people are missing, otherwise nothing."""
    return f"sementara, {total} dari {expected}" if total < expected else ""


def sebaran_of(distribusi: Distribusi) -> Sebaran:
    """Name the verdict on a unit's distribution."""
    if distribusi.capaian_organisasi is None or distribusi.total == 0:
        return Sebaran.TIDAK_DIPERIKSA
    if not distribusi.broken:
        return Sebaran.SESUAI
    return Sebaran.UNIT_KECIL if distribusi.is_small else Sebaran.BELUM_SESUAI
