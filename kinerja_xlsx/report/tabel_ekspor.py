"""The tables of an export: each column declared once, with what it means and where it comes from.

To add a column: one line here, at the end of its table, and its line in the README.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, Generic, TypeVar

from kinerja_xlsx.model.ekspor import BarisIndikator, IsiEkspor
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit
from kinerja_xlsx.spec.pesan import render, severity_word

RowT = TypeVar("RowT")
Nilai = str | int | Decimal | date | bool | None


class Jenis(Enum):
    """What a column holds; says how each form of file writes it."""

    TEKS = "teks"
    NIP = "NIP"
    BULAT = "bilangan bulat"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya/tidak"


@dataclass(frozen=True, slots=True)
class Kolom(Generic[RowT]):
    """One column: its name, what it holds, what it means, and where the value comes from."""

    nama: str
    jenis: Jenis
    arti: str
    get: Callable[[RowT], Nilai]


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table, ready to be written.

    Attributes:
        nama: Such as `pegawai`.
        kolom: Name and kind of each column.
        rows: The values, in the order of the columns.
    """

    nama: str
    kolom: tuple[tuple[str, Jenis], ...]
    rows: tuple[tuple[Nilai, ...], ...]


def _word(value: Enum | None) -> str | None:
    return None if value is None else str(value.value)


def _people(predikat: Predikat) -> Callable[[BarisUnit], Nilai]:
    def count(unit: BarisUnit) -> Nilai:
        return None if unit.distribusi is None else dict(unit.distribusi.counts)[predikat]

    return count


PEGAWAI: Final[tuple[Kolom[BarisPegawai], ...]] = (
    Kolom("periode", Jenis.TEKS, "kode periode", lambda row: row.period),
    Kolom("unit", Jenis.TEKS, "kode unit", lambda row: row.unit),
    Kolom("nip", Jenis.NIP, "NIP", lambda row: row.nip),
    Kolom("nama", Jenis.TEKS, "nama di isian", lambda row: row.nama),
    Kolom("jabatan", Jenis.TEKS, "jabatan di isian", lambda row: row.jabatan),
    Kolom("sifat", Jenis.TEKS, "Definitif, Plt, Plh, atau Pj", lambda row: row.sifat),
    Kolom("mulai", Jenis.TANGGAL, "hari pertama di periode itu", lambda row: row.mulai),
    Kolom("selesai", Jenis.TANGGAL, "hari terakhir di periode itu", lambda row: row.selesai),
    Kolom("status", Jenis.TEKS, "dinilai, ditahan, tidak dinilai, atau tidak dikirim",
          lambda row: row.status.value),
    Kolom("alasan", Jenis.TEKS, "sebabnya bila tidak dinilai", lambda row: row.alasan or None),
    Kolom("capaian", Jenis.ANGKA, "capaian dalam persen, belum dibulatkan",
          lambda row: row.capaian),
    Kolom("lengkap", Jenis.YA_TIDAK, "tidak: masih ada indikator tanpa realisasi",
          lambda row: row.lengkap),
    Kolom("usulan", Jenis.TEKS, "usulan rating hasil kerja menurut angka",
          lambda row: _word(row.usulan)),
    Kolom("rating_hasil_kerja", Jenis.TEKS, "yang ditetapkan penilai",
          lambda row: _word(row.rating_hasil_kerja)),
    Kolom("rating_perilaku", Jenis.TEKS, "yang ditetapkan penilai",
          lambda row: _word(row.rating_perilaku)),
    Kolom("predikat", Jenis.TEKS, "kosong: belum ditetapkan", lambda row: _word(row.predikat)),
    Kolom("periode_lalu", Jenis.TEKS, "periode sebelumnya, bila isiannya ada",
          lambda row: row.lalu.period if row.lalu else None),
    Kolom("capaian_lalu", Jenis.ANGKA, "capaian pada periode sebelumnya",
          lambda row: row.lalu.capaian if row.lalu else None),
    Kolom("predikat_lalu", Jenis.TEKS, "predikat pada periode sebelumnya",
          lambda row: _word(row.lalu.predikat) if row.lalu else None),
)  # fmt: skip
INDIKATOR: Final[tuple[Kolom[BarisIndikator], ...]] = (
    Kolom("periode", Jenis.TEKS, "kode periode", lambda row: row.period),
    Kolom("unit", Jenis.TEKS, "kode unit", lambda row: row.unit),
    Kolom("nip", Jenis.NIP, "NIP", lambda row: row.nip),
    Kolom("sifat", Jenis.TEKS, "Definitif, Plt, Plh, atau Pj", lambda row: row.sifat),
    Kolom("mulai", Jenis.TANGGAL, "hari pertama penugasan", lambda row: row.mulai),
    Kolom("no_rhk", Jenis.BULAT, "nomor RHK", lambda row: row.no_rhk),
    Kolom("no_indikator", Jenis.TEKS, "nomor indikator", lambda row: row.no_indikator),
    Kolom("jenis", Jenis.TEKS, "Utama atau Tambahan", lambda row: row.jenis),
    Kolom("rencana_hasil_kerja", Jenis.TEKS, "isi RHK", lambda row: row.rencana_hasil_kerja),
    Kolom("indikator", Jenis.TEKS, "ukuran keberhasilan", lambda row: row.indikator),
    Kolom("aspek", Jenis.TEKS, "aspek, selain JPT", lambda row: row.aspek),
    Kolom("perspektif", Jenis.TEKS, "perspektif, hanya JPT", lambda row: row.perspektif),
    Kolom("satuan", Jenis.TEKS, "satuan", lambda row: row.satuan),
    Kolom("arah", Jenis.TEKS, "Naik atau Turun", lambda row: row.arah),
    Kolom("agregasi", Jenis.TEKS, "cara menggabungkan periode", lambda row: row.agregasi),
    Kolom("bobot", Jenis.ANGKA, "bobot dalam persen", lambda row: row.bobot),
    Kolom("target", Jenis.ANGKA, "target yang dibandingkan; pada rentang, batas bawahnya",
          lambda row: row.target),
    Kolom("target_atas", Jenis.ANGKA, "batas atas rentang", lambda row: row.target_atas),
    Kolom("realisasi", Jenis.ANGKA, "angka yang dibandingkan", lambda row: row.realisasi),
    Kolom("uraian_target", Jenis.TEKS, "target pada pendekatan kualitatif",
          lambda row: row.uraian_target),
    Kolom("uraian_realisasi", Jenis.TEKS, "realisasi pada pendekatan kualitatif",
          lambda row: row.uraian_realisasi),
    Kolom("status", Jenis.TEKS, "dinilai, atau sebabnya tidak", lambda row: row.status),
    Kolom("capaian", Jenis.ANGKA, "capaian dalam persen, belum dibulatkan",
          lambda row: row.capaian),
    Kolom("gabungan", Jenis.TEKS, "bila digabung dari periode pendek, misalnya 2 dari 3 bulan",
          lambda row: row.gabungan),
)  # fmt: skip
UNIT: Final[tuple[Kolom[BarisUnit], ...]] = (
    Kolom("unit", Jenis.TEKS, "kode unit", lambda row: row.kode),
    Kolom("nama", Jenis.TEKS, "nama unit", lambda row: row.nama),
    Kolom("unit_induk", Jenis.TEKS, "kode unit di atasnya", lambda row: row.kode_induk or None),
    Kolom("kiriman", Jenis.TEKS, "Sudah, Belum, Ditolak, atau Tidak terbaca",
          lambda row: row.kiriman.value),
    Kolom("dinilai", Jenis.BULAT, "penugasan yang dinilai", lambda row: row.dinilai),
    Kolom("ditahan", Jenis.BULAT, "penugasan yang ditahan", lambda row: row.ditahan),
    Kolom("tidak_dinilai", Jenis.BULAT, "penugasan yang tidak dinilai",
          lambda row: row.tidak_dinilai),
    Kolom("tidak_dikirim", Jenis.BULAT, "penugasan yang tidak ada di berkas unit",
          lambda row: row.tidak_dikirim),
    Kolom("belum_ditetapkan", Jenis.BULAT, "dinilai, tetapi belum berpredikat",
          lambda row: row.belum_ditetapkan),
    Kolom("capaian_organisasi", Jenis.TEKS, "menurut unit",
          lambda row: _word(row.capaian_organisasi)),
    Kolom("sangat_baik", Jenis.BULAT, "pegawai berpredikat Sangat Baik",
          _people(Predikat.SANGAT_BAIK)),
    Kolom("baik", Jenis.BULAT, "pegawai berpredikat Baik", _people(Predikat.BAIK)),
    Kolom("butuh_perbaikan", Jenis.BULAT, "pegawai berpredikat Butuh Perbaikan",
          _people(Predikat.BUTUH_PERBAIKAN)),
    Kolom("kurang", Jenis.BULAT, "pegawai berpredikat Kurang/Misconduct",
          _people(Predikat.KURANG)),
    Kolom("sangat_kurang", Jenis.BULAT, "pegawai berpredikat Sangat Kurang",
          _people(Predikat.SANGAT_KURANG)),
    Kolom("seharusnya", Jenis.BULAT, "pegawai yang seharusnya berpredikat",
          lambda row: row.distribusi.expected if row.distribusi else None),
    Kolom("sebaran", Jenis.TEKS, "sebaran predikat dibanding polanya",
          lambda row: row.sebaran.value),
    Kolom("perubahan", Jenis.TEKS, "perubahan terkecil supaya sesuai pola",
          lambda row: row.perubahan or None),
)  # fmt: skip
MASALAH: Final[tuple[Kolom[Issue], ...]] = (
    Kolom("kode", Jenis.TEKS, "kode masalah", lambda row: row.code.value),
    Kolom("tingkat", Jenis.TEKS, "Kesalahan, Peringatan, atau Catatan",
          lambda row: severity_word(row.severity)),
    Kolom("berkas", Jenis.TEKS, "berkas di bawah input", lambda row: row.place.file),
    Kolom("lembar", Jenis.TEKS, "lembar", lambda row: row.place.sheet),
    Kolom("sel", Jenis.TEKS, "alamat sel", lambda row: row.place.cell),
    Kolom("kolom", Jenis.TEKS, "judul kolom", lambda row: row.place.heading),
    Kolom("nip", Jenis.NIP, "NIP yang bersangkutan, bila diketahui", lambda row: row.nip),
    Kolom("jumlah", Jenis.BULAT, "banyaknya sel, baris, atau berkas",
          lambda row: row.occurrences),
    Kolom("masalah", Jenis.TEKS, "apa masalahnya", lambda row: render(row).masalah),
    Kolom("perbaiki", Jenis.TEKS, "cara memperbaikinya", lambda row: render(row).perbaiki or None),
)  # fmt: skip


def tables_of(isi: IsiEkspor) -> tuple[Tabel, ...]:
    """Make the tables of one period, in a fixed order."""
    return (
        _table("pegawai", PEGAWAI, isi.pegawai),
        _table("indikator", INDIKATOR, isi.indikator),
        _table("unit", UNIT, isi.unit),
        _table("masalah", MASALAH, isi.masalah),
    )


def _table(nama: str, columns: tuple[Kolom[RowT], ...], rows: Iterable[RowT]) -> Tabel:
    return Tabel(
        nama,
        tuple((column.nama, column.jenis) for column in columns),
        tuple(tuple(column.get(row) for column in columns) for row in rows),
    )
