"""SKP of an export and assignments of ours, made in a few words, and the comparison of both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from kinerja_xlsx import policy
from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.banding import BarisSkp, HasilKita
from kinerja_xlsx.validate.banding import Dasar, Perbandingan, Tercatat, compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TW1: Final = Period.parse("2026-TW1")
SESUAI, DI_ATAS, DI_BAWAH = Ekspektasi.SESUAI, Ekspektasi.DI_ATAS, Ekspektasi.DI_BAWAH
NIP: Final = "199001012015031001"
LAIN: Final = "198802022012042002"
TAK_DIKENAL: Final = "199503032022212001"
_FIELDS: Final = ("nip", "plt", "mulai", "hasil_kerja", "perilaku_kerja", "hasil_akhir")


def skp(  # noqa: PLR0913 - one argument for each part that tests vary
    nip: str = NIP,
    *,
    number: int = 9,
    hasil_kerja: Ekspektasi | None = SESUAI,
    perilaku: Ekspektasi | None = SESUAI,
    hasil_akhir: Predikat | None = Predikat.BAIK,
    sifat: str | None = "",
    unor: str = "PUSKESMAS PKM",
    jabatan: str = "PERAWAT AHLI MUDA",
    mulai: date | None = date(2026, 1, 1),
    selesai: date | None = date(2026, 12, 31),
    tahun: str = "2026",
    nama: str = "CONTOH PERAWAT",
) -> BarisSkp:
    """Draw one row of an export."""
    places = {
        name: Place("laporan.xlsx", "Worksheet", number, column, name)
        for column, name in enumerate(_FIELDS, start=1)
    }
    return BarisSkp(
        number, nip, nama, unor, jabatan, sifat, mulai, selesai, hasil_kerja, perilaku,
        hasil_akhir, places, tahun=tahun,
    )  # fmt: skip


def kita(  # noqa: PLR0913 - one argument for each part that tests vary
    nip: str = NIP,
    *,
    unit: str = "PKM",
    jabatan: str = "Perawat Ahli Muda",
    sifat: str = "Definitif",
    status: PenugasanStatus = PenugasanStatus.DINILAI,
    hasil_kerja: Ekspektasi | None = SESUAI,
    perilaku: Ekspektasi | None = SESUAI,
    predikat: Predikat | None = Predikat.BAIK,
    selesai: date = TW1.last,
    alasan: str = "",
) -> HasilKita:
    """Draw one assignment with its result."""
    is_scored = status is PenugasanStatus.DINILAI
    baris = BarisPegawai(
        period=TW1.code,
        unit=unit,
        nip=nip,
        nama="Contoh Perawat, S.Kep.",
        jabatan=jabatan,
        sifat=sifat,
        mulai=TW1.first,
        selesai=selesai,
        status=status,
        alasan=alasan,
        capaian=None,
        lengkap=True,
        usulan=None,
        rating_hasil_kerja=hasil_kerja if is_scored else None,
        rating_perilaku=perilaku if is_scored else None,
        predikat=predikat if is_scored else None,
    )
    cells = [Place("pkm.xlsx", "Penilaian", 5, column) for column in (13, 14)]
    return HasilKita(baris, Place("pkm.xlsx", "Pegawai", 5), *cells)


def bandingkan(
    rows: Sequence[BarisSkp],
    ours: Sequence[HasilKita],
    *,
    roster: Mapping[str, str] | None = None,
    is_limited: bool = False,
) -> Perbandingan:
    """Compare both; the roster maps a NIP to its unit, and an UNOR ends with its unit's code."""
    listed = {
        nip: Tercatat(unit, "Contoh", Place("Pengaturan.xlsx", "Pegawai", 5))
        for nip, unit in (roster or {}).items()
    }
    dasar = Dasar(
        period=TW1,
        policy=policy.in_force(TW1),
        units_of=lambda unor: (unor.rpartition(" ")[2],),
        units={"PKM": "Puskesmas PKM", "RSU": "Rumah Sakit"},
        roster=listed,
        is_limited=is_limited,
    )
    return compare(rows, ours, dasar)
