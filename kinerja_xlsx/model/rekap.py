"""Lines of the agency's recapitulation: one per assignment, per unit, per predikat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_xlsx.model.kinerja_unit import KinerjaUnit
from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Jenjang, Predikat
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import (
    AkumulasiAngkaKredit,
    Distribusi,
    HasilAngka,
    Move,
    SimulasiTpp,
)


class Sebaran(Enum):
    """How the predikat of a unit compare with the pattern; the value is what people read."""

    SESUAI = "sesuai pola"
    BELUM_SESUAI = "belum sesuai pola"
    UNIT_KECIL = "belum sesuai pola (catatan, unit kecil)"
    TIDAK_DIPERIKSA = "tidak diperiksa"


class Kiriman(Enum):
    """Whether a unit has sent; the value is what people read."""

    SUDAH = "Sudah"
    DITOLAK = "Ditolak"
    TIDAK_TERBACA = "Tidak terbaca"
    BELUM = "Belum"


@dataclass(frozen=True, slots=True)
class PeriodeLalu:
    """What an assignment came to in the period before.

    Attributes:
        period: Code of that period.
        capaian: Percent, unrounded; None when nothing could be scored.
        predikat: None while a rating is missing.
        lengkap: False when an indicator lacked its realisasi; capaian is then partial.
    """

    period: str
    capaian: Decimal | None
    predikat: Predikat | None
    lengkap: bool = True


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """One assignment, accepted or not.

    Attributes:
        period: Code of the period.
        unit: Kode Unit.
        nip: NIP text, or the text found where it is none.
        nama: As the sheet shows it.
        jabatan: As the sheet shows it.
        sifat: As shown.
        mulai: First day inside the period; None when unknown.
        selesai: Last day inside the period; None when unknown.
        status: What became of the assignment.
        alasan: Why it is withheld or not evaluated, as a sentence; empty when accepted.
        capaian: Percent, unrounded; None when nothing could be scored.
        lengkap: False when an indicator lacks its realisasi; capaian is then partial.
        usulan: What the figures suggest for hasil kerja.
        rating_hasil_kerja: What the rater set.
        rating_perilaku: What the rater set.
        predikat: From both ratings; None while one is missing.
        lalu: What the same assignment came to in the period before; None where nothing is known.
        jenjang: Level of a functional post of a PNS, which earns angka kredit; None of any other.
        angka: The numeric result, 0-120 and unrounded; None where no numeric mode is chosen.
        akumulasi: Angka kredit, each period's rounded, up to this one; None without a jenjang or
            a predikat. Of several periods the last is this one.
        tpp: A simulation of TPP, in percent and unrounded, never money; None where no table is
            chosen or the post is not definitive.
    """

    period: str
    unit: str
    nip: str
    nama: str
    jabatan: str
    sifat: str
    mulai: date | None
    selesai: date | None
    status: PenugasanStatus
    alasan: str
    capaian: Decimal | None
    lengkap: bool
    usulan: Ekspektasi | None
    rating_hasil_kerja: Ekspektasi | None
    rating_perilaku: Ekspektasi | None
    predikat: Predikat | None
    lalu: PeriodeLalu | None = None
    jenjang: Jenjang | None = None
    angka: HasilAngka | None = None
    akumulasi: AkumulasiAngkaKredit | None = None
    tpp: SimulasiTpp | None = None


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit; people and assignments are counted, scores are never averaged.

    Attributes:
        kode: Kode Unit.
        nama: Name of the unit.
        kode_induk: Kode of the unit above; empty when there is none.
        kiriman: Whether the unit has sent, and whether anything of it could be read.
        dinilai: Assignments accepted.
        ditahan: Assignments withheld.
        tidak_dinilai: Assignments not evaluated in this period.
        tidak_dikirim: Assignments of the roster that no file of the unit names.
        belum_ditetapkan: Accepted assignments without a predikat.
        capaian_organisasi: As the unit stated it.
        distribusi: People by predikat against the pattern; None for a unit that has not sent.
        kinerja: The period before and its services; None for a unit that has not sent.
    """

    kode: str
    nama: str
    kode_induk: str
    kiriman: Kiriman
    dinilai: int
    ditahan: int
    tidak_dinilai: int
    tidak_dikirim: int
    belum_ditetapkan: int
    capaian_organisasi: CapaianOrganisasi | None
    distribusi: Distribusi | None
    kinerja: KinerjaUnit | None = None

    @property
    def terkirim(self) -> bool:
        """The unit has sent something readable."""
        return self.kiriman is Kiriman.SUDAH

    @property
    def sebaran(self) -> Sebaran:
        """How the predikat compare with the pattern."""
        return Sebaran.TIDAK_DIPERIKSA if self.distribusi is None else sebaran_of(self.distribusi)

    @property
    def perubahan(self) -> str:
        """The smallest change that would fit, as text; empty when none is needed."""
        return "" if self.distribusi is None else format_perubahan(self.distribusi)

    @property
    def sementara(self) -> str:
        """`sementara, 287 dari 300` while people are missing, otherwise empty."""
        if self.distribusi is None:
            return ""
        return format_sementara(self.distribusi.total, self.distribusi.expected)


@dataclass(frozen=True, slots=True)
class BarisSebaran:
    """One predikat over the whole agency; percent of all people with a predikat."""

    predikat: Predikat
    pegawai: int
    persen: Decimal | None


@dataclass(frozen=True, slots=True)
class UsulPerubahan:
    """One cell in which a submission differs from the roster; people decide.

    Attributes:
        unit: Kode Unit of the submission.
        nip: Eighteen digits.
        nama: As the submission has it.
        kolom: Heading of the column that differs.
        di_daftar: What the roster says.
        di_isian: What the submission says.
    """

    unit: str
    nip: str
    nama: str
    kolom: str
    di_daftar: str
    di_isian: str


def format_moves(moves: Sequence[Move]) -> str:
    """Write a change as a sentence: `2 pegawai dari Sangat Baik ke Baik`."""
    return join_words([
        f"{format_count(move.people)} pegawai dari {move.before.value} ke {move.after.value}"
        for move in moves
    ])  # fmt: skip


def format_count(people: int) -> str:
    """Write a number of people with thousands dots."""
    return format_number(Decimal(people))


def join_words(parts: Sequence[str]) -> str:
    """Join as Indonesian prose does: `a`, `a dan b`, `a, b, dan c`."""
    if len(parts) < 3:  # noqa: PLR2004 - only three or more words take commas
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def join_some(names: Sequence[str], most: int) -> str:
    """Join the first names and count the rest: `A, B, dan 12 unit lain`."""
    left = len(names) - most
    more = [f"{format_count(left)} unit lain"] if left > 0 else []
    return join_words([*names[:most], *more])


def format_perubahan(distribusi: Distribusi) -> str:
    """Write the smallest change that would fit, or why there is none; empty when it fits."""
    if not distribusi.broken:
        return ""
    if distribusi.moves:
        return format_moves(distribusi.moves)
    people = format_count(distribusi.total)
    return f"tidak ada, karena {people} pegawai terlalu sedikit untuk pola ini"


def format_sementara(total: int, expected: int) -> str:
    """Write `sementara, 287 dari 300` while people are missing, otherwise nothing."""
    if total >= expected:
        return ""
    return f"sementara, {format_count(total)} dari {format_count(expected)}"


def sebaran_of(distribusi: Distribusi) -> Sebaran:
    """Name the verdict on a unit's distribution."""
    if distribusi.capaian_organisasi is None or distribusi.total == 0:
        return Sebaran.TIDAK_DIPERIKSA
    if not distribusi.broken:
        return Sebaran.SESUAI
    return Sebaran.UNIT_KECIL if distribusi.is_small else Sebaran.BELUM_SESUAI
