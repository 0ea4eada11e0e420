"""Shapes of the tables the example city is drawn from: offices, posts, and work to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.law import (
    Agregasi,
    Arah,
    Aspek,
    CapaianOrganisasi,
    JenisHasilKerja,
    JenisJabatan,
    Jenjang,
    Pendekatan,
    Perspektif,
)
from kinerja_xlsx.model.period import Period

DEMO_PERIOD: Final = Period.parse("2026-TW1")
DEMO_SEED: Final = 3673
"""Any number would do; this one is the Kemendagri code of Kota Serang."""

WALIKOTA: Final = "WALIKOTA"
"""Code of the mayor in `Pejabat`."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post and how many people hold it.

    Attributes:
        jabatan: Name of the post.
        jenis: Kind of post.
        jenjang: Level, for functional posts only.
        golongan: Golongan to draw from, separated by spaces; `PW` is PPPK Paruh Waktu.
        jumlah: Number of holders; 0 for a post that someone else holds as Plt or Plh.
        peran: Key of what they do, in the catalogue of work.
        gelar: Key of the degrees they may have.
    """

    jabatan: str
    jenis: JenisJabatan
    jenjang: Jenjang | None
    golongan: str
    jumlah: int
    peran: str
    gelar: str


@dataclass(frozen=True, slots=True)
class Bidang:
    """One part of an office.

    Attributes:
        nama: Name of the part; empty for posts directly below the head of the office.
        kepala: Post of the one who rates the others; None when the head of the office does.
        staf: The other posts.
        atasan: Jabatan in the same office that rates `kepala`; None for the head of the office.
    """

    nama: str
    kepala: Post | None
    staf: tuple[Post, ...]
    atasan: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """How predikat are spread in an office, as shares of its people; Sangat Baik is the rest."""

    baik: float
    butuh_perbaikan: float
    kurang: float
    sangat_kurang: float


@dataclass(frozen=True, slots=True)
class UnitSeed:
    """One office.

    Attributes:
        kode: Kode Unit.
        nama: Name of the office.
        pimpinan: Post of its head.
        penilai: Code of the rater of the head, or `unit/jabatan` in another office.
        bidang: Its parts.
        capaian: Capaian organisasi; None leaves it blank.
        pattern: How predikat are spread.
        pendekatan: Approach of the hasil kerja.
        kode_induk: Office it belongs to.
        is_weighted: Its indicators carry a Bobot.
    """

    kode: str
    nama: str
    pimpinan: Post
    penilai: str
    bidang: tuple[Bidang, ...]
    capaian: CapaianOrganisasi | None
    pattern: Pattern
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF
    kode_induk: str | None = None
    is_weighted: bool = False


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One indicator to draw.

    Attributes:
        indikator: Text of the indicator.
        aspek: Aspect; not used for JPT.
        satuan: Unit of measure.
        target: Smallest and largest target to draw from.
        arah: Whether more or less is better.
        agregasi: How it is rolled up.
        lebar: Width of the range when the target is one; 0 for a single figure.
        penyebut: Smallest and largest denominator, for Rasio only.
    """

    indikator: str
    aspek: Aspek
    satuan: str
    target: tuple[float, float]
    arah: Arah = Arah.NAIK
    agregasi: Agregasi = Agregasi.JUMLAH
    lebar: float = 0
    penyebut: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Narasi:
    """One indicator told in words: target, and what came of it from best to worst."""

    indikator: str
    target: str
    realisasi: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rhk:
    """One rencana hasil kerja.

    Attributes:
        rencana: What is promised.
        pimpinan: The rencana of the rater that it supports.
        bukti: Name of the document that proves it.
        ukuran: Its indicators: figures, or words in the qualitative approach.
        perspektif: For JPT only.
        jenis: Main or additional.
    """

    rencana: str
    pimpinan: str
    bukti: str
    ukuran: tuple[Ukuran | Narasi, ...]
    perspektif: Perspektif | None = None
    jenis: JenisHasilKerja = JenisHasilKerja.UTAMA
