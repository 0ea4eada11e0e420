"""What the ledger remembers: runs, and how units and people fared over the periods."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RunTercatat:
    """One run of the past.

    Attributes:
        nomor: Its number in the ledger, from 1.
        mulai: When it began, as ISO text with its zone.
        program: Version of the program.
        periods: Codes of the periods it handled.
        files: Files it looked at.
        dinilai: Assignments accepted.
        ditahan: Assignments withheld.
        exit_code: What it told the system.
    """

    nomor: int
    mulai: str
    program: str
    periods: tuple[str, ...]
    files: int
    dinilai: int
    ditahan: int
    exit_code: int


@dataclass(frozen=True, slots=True)
class NilaiTercatat:
    """What one assignment came to, as one run found it and later runs did until the next one.

    Attributes:
        nomor: Number of the run that found it first.
        tanggal: When that run began, as ISO text.
        period: Code of the period.
        unit: Kode Unit.
        nip: Eighteen digits.
        sifat: How the post is held.
        mulai: First day inside the period, as ISO text; empty when unknown.
        ke: Tells assignments apart that are the same in all of these.
        status: What became of it; `tidak ada lagi` where no file and no roster names it any more.
        capaian: Percent, unrounded; None when nothing could be scored.
        lengkap: False when an indicator lacked its realisasi.
        usulan: What the figures suggested.
        hasil_kerja: What the rater set.
        perilaku: What the rater set.
        predikat: None while a rating was missing.
    """

    nomor: int
    tanggal: str
    period: str
    unit: str
    nip: str
    sifat: str
    mulai: str
    ke: int
    status: str
    capaian: Decimal | None
    lengkap: bool
    usulan: str | None
    hasil_kerja: str | None
    perilaku: str | None
    predikat: str | None


@dataclass(frozen=True, slots=True)
class UnitTercatat:
    """How one unit stood in one period when it last changed.

    Attributes:
        nomor: Number of the run since when it stands like this.
        tanggal: When that run began, as ISO text.
        period: Code of the period.
        unit: Kode Unit.
        kiriman: Whether it had sent.
        dinilai: Assignments accepted.
        ditahan: Assignments withheld.
        tidak_dinilai: Assignments not evaluated.
        tidak_dikirim: Assignments that no file named.
        belum_ditetapkan: Accepted assignments without a predikat.
        capaian_organisasi: As the unit stated it.
        sebaran: (predikat, people), best first; empty while nothing was sent.
        diharapkan: People who should have a predikat; None while nothing was sent.
        pola: How the predikat compare with the pattern.
        dibetulkan: Rows that the last run with files of the unit put right by itself.
        berkas: Different files of the unit that all runs have seen.
        perubahan: How often a score was recorded anew after its first.
    """

    nomor: int
    tanggal: str
    period: str
    unit: str
    kiriman: str
    dinilai: int
    ditahan: int
    tidak_dinilai: int
    tidak_dikirim: int
    belum_ditetapkan: int
    capaian_organisasi: str | None
    sebaran: tuple[tuple[str, int], ...]
    diharapkan: int | None
    pola: str
    dibetulkan: int
    berkas: int
    perubahan: int


@dataclass(frozen=True, slots=True)
class RiwayatUnit:
    """One unit over the periods, those of the same length together, oldest first."""

    kode: str
    periods: tuple[UnitTercatat, ...]


@dataclass(frozen=True, slots=True)
class RiwayatPegawai:
    """One person: each assignment with all that was recorded of it, oldest first.

    Assignments come by length of their period, then by its first day.
    """

    nip: str
    penugasan: tuple[tuple[NilaiTercatat, ...], ...]
