"""Sheets of `Pengaturan.xlsx`: agency, units, roster, and periods."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from kinerja_xlsx.model.law import (
    FormulirPegawai,
    Golongan,
    JenisJabatan,
    Jenjang,
    Keadaan,
    Kertas,
    LembarTambahan,
    Sifat,
    Siklus,
    StatusAsn,
    YaTidak,
)
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.spec.row import Column, Kind, SheetForm, SheetRow
from kinerja_xlsx.spec.types import (
    NipText,
    PeriodCode,
    RefText,
    Text60,
    Text120,
    Text200,
    UnitCode,
)


class InstansiForm(SheetForm):
    """The agency and its paper."""

    sheet: ClassVar[str] = "Instansi"
    title: ClassVar[str] = "Instansi"

    nama_instansi: Annotated[
        Text200, Column("Nama Instansi", 44, "Nama pemerintah daerah.", "Pemerintah Kota Serang")
    ]
    kota: Annotated[
        Text120, Column("Kota/Kabupaten", 44, "Nama kota atau kabupaten.", "Kota Serang")
    ]
    tempat: Annotated[Text60, Column("Tempat", 44, "Tempat penandatanganan.", "Serang")]
    kertas: Annotated[Kertas, Column("Kertas", 44, "A4 atau F4.", "F4")] = Kertas.F4
    pejabat_pengesah: Annotated[
        Text120 | None, Column("Pejabat Pengesah", 44, "Nama pejabat pengesah rekap.", "Contoh")
    ] = None
    nip_pengesah: Annotated[
        RefText | None,
        Column("NIP Pengesah", 44, "NIP pejabat pengesah, sebagai teks.", "197001011995031001",
               kind=Kind.NIP),
    ] = None  # fmt: skip
    jabatan_pengesah: Annotated[
        Text200 | None,
        Column("Jabatan Pengesah", 44, "Jabatan pejabat pengesah.", "Kepala BKPSDM"),
    ] = None


class UnitRow(SheetRow):
    """One unit."""

    sheet: ClassVar[str] = "Unit"
    title: ClassVar[str] = "Daftar unit"
    key: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Annotated[
        UnitCode,
        Column("Kode", 18, "Paling banyak 20 huruf, angka, titik, atau tanda hubung.", "DINKES",
               kind=Kind.KODE, aliases=("Kode Unit",)),
    ]  # fmt: skip
    nama: Annotated[
        Text200,
        Column("Nama", 40, "Nama lengkap unit.", "Dinas Kesehatan", aliases=("Nama Unit",)),
    ]
    kode_induk: Annotated[
        UnitCode | None, Column("Kode Induk", 18, "Kode unit di atasnya.", "SETDA", kind=Kind.KODE)
    ] = None
    nama_pimpinan: Annotated[
        Text120 | None, Column("Nama Pimpinan", 30, "Pimpinan unit.", "Contoh Nama, M.Kes.")
    ] = None
    nip_pimpinan: Annotated[
        RefText | None,
        Column("NIP Pimpinan", 21, "NIP pimpinan, sebagai teks.", "197001011995031001",
               kind=Kind.NIP),
    ] = None  # fmt: skip
    jabatan_pimpinan: Annotated[
        Text120 | None,
        Column("Jabatan Pimpinan", 30, "Jabatan pimpinan.", "Kepala Dinas Kesehatan"),
    ] = None
    siklus: Annotated[
        Siklus | None,
        Column(
            "Siklus",
            13,
            "Seberapa sering unit mengirim; kosong berarti setiap periode yang dibuka.",
            "Triwulanan",
        ),
    ] = None
    kontak: Annotated[
        Text120 | None, Column("Kontak", 24, "Telepon atau surel.", "0254-000000")
    ] = None


class RosterRow(SheetRow):
    """One assignment in the roster of the agency; optional cells stay open in the Isian."""

    sheet: ClassVar[str] = "Pegawai"
    title: ClassVar[str] = "Daftar induk pegawai"
    key: ClassVar[tuple[str, ...]] = ("kode_unit", "nip", "sifat", "mulai")

    kode_unit: Annotated[
        UnitCode, Column("Kode Unit", 18, "Kode di lembar Unit.", "DINKES", kind=Kind.KODE)
    ]
    nip: Annotated[
        NipText,
        Column("NIP", 21, "18 angka, ditulis sebagai teks.", "198507172010011002", kind=Kind.NIP,
               aliases=("NIP Baru", "NIP Pegawai", "NIP (Tanpa Spasi)", "NIP (Opsional)")),
    ]  # fmt: skip
    nama: Annotated[
        Text120,
        Column("Nama", 30, "Nama lengkap dengan gelar.", "Contoh Nama, S.Sos.",
               aliases=("Nama Pegawai", "Nama Lengkap")),
    ]  # fmt: skip
    status_asn: Annotated[
        StatusAsn,
        Column("Status ASN", 12, "Pilih dari daftar.", "PNS",
               aliases=("Status Pegawai", "Jenis Pegawai", "Jenis Pegawai Nama")),
    ]  # fmt: skip
    golongan: Annotated[
        Golongan | None,
        Column("Golongan", 10, "Misalnya III/c atau IX.", "III/c",
               aliases=("Gol", "Gol. Ruang", "Gol/Ruang", "Golongan Ruang", "Golongan/Ruang",
                        "Gol Akhir Nama")),
    ] = None  # fmt: skip
    jabatan: Annotated[
        Text200, Column("Jabatan", 34, "Nama jabatan.", "Perawat Ahli Muda",
                        aliases=("Nama Jabatan", "Jabatan Nama"))
    ]  # fmt: skip
    jenis_jabatan: Annotated[
        JenisJabatan | None,
        Column("Jenis Jabatan", 14, "Pilih dari daftar.", "Fungsional",
               aliases=("Jenis Jabatan Nama", "Tipe Jabatan")),
    ] = None  # fmt: skip
    jenjang: Annotated[
        Jenjang | None, Column("Jenjang", 14, "Untuk jabatan fungsional.", "Ahli Muda")
    ] = None
    unit_kerja: Annotated[
        Text200 | None,
        Column("Unit Kerja", 26, "Kosong berarti nama unit.", "Bidang Pelayanan",
               aliases=("Unor Nama", "PD/Unit Kerja", "Nama Unit Kerja")),
    ] = None  # fmt: skip
    sifat: Annotated[
        Sifat,
        Column(
            "Sifat",
            10,
            "Kosong berarti Definitif; pilih Plt, Plh, atau Pj bila merangkap.",
            "Definitif",
        ),
    ] = Sifat.DEFINITIF
    keadaan: Annotated[Keadaan, Column("Keadaan", 15, "Kosong berarti Aktif.", "Aktif")] = (
        Keadaan.AKTIF
    )
    mulai: Annotated[
        date | None, Column("Mulai", 12, "Hari pertama bertugas di unit.", "01/01/2026")
    ] = None
    selesai: Annotated[
        date | None, Column("Selesai", 12, "Hari terakhir bertugas di unit.", "31/03/2026")
    ] = None
    penilai: Annotated[
        RefText | None,
        Column("Penilai", 21, "NIP, atau Kode di lembar Pejabat.", "197001011995031001",
               kind=Kind.NIP_ATAU_KODE),
    ] = None  # fmt: skip
    atasan_penilai: Annotated[
        RefText | None,
        Column("Atasan Penilai", 21, "NIP, atau Kode di lembar Pejabat.", "WALIKOTA",
               kind=Kind.NIP_ATAU_KODE),
    ] = None  # fmt: skip


class PeriodeRow(SheetRow):
    """One period that units may send for."""

    sheet: ClassVar[str] = "Periode"
    title: ClassVar[str] = "Periode yang dibuka"
    key: ClassVar[tuple[str, ...]] = ("kode",)

    kode: Annotated[
        PeriodCode,
        Column("Kode", 14, "2026-03, 2026-TW1, 2026-S1, atau 2026.", "2026-TW1",
               kind=Kind.PERIODE),
    ]  # fmt: skip
    batas_kirim: Annotated[
        date | None, Column("Batas Kirim", 14, "Hari terakhir mengirim.", "05/04/2026")
    ] = None
    lembar_tambahan: Annotated[
        tuple[LembarTambahan, ...],
        Column("Lembar Tambahan", 26, "Boleh kosong. Lembar yang ikut diminta; beberapa nama "
               "dipisahkan koma.", "Kehadiran, Kegiatan"),
    ] = ()  # fmt: skip
    formulir: Annotated[
        tuple[FormulirPegawai, ...],
        Column("Formulir", 30, "Boleh kosong. Formulir di buku Hasil, dipisahkan koma; kosong "
               "berarti Evaluasi Kinerja, dan semua formulir pada periode tahunan.",
               "Evaluasi Kinerja, Konversi Angka Kredit"),
    ] = ()  # fmt: skip
    tertutup: Annotated[
        YaTidak, Column("Tertutup", 10, "Ya bila periode sudah ditutup.", "Tidak")
    ] = YaTidak.TIDAK


def formulir_of(row: PeriodeRow | None, period: Period) -> tuple[FormulirPegawai, ...]:
    """Say which forms the results of a period hold, in the order in which they are filed.

    Where nobody has said so: the evaluation, and in a year's period all, since the document of
    the year and its angka kredit are what is handed in.
    """
    if row is not None and row.formulir:
        return row.formulir
    is_year = period.kind is PeriodKind.TAHUN
    return tuple(FormulirPegawai) if is_year else (FormulirPegawai.EVALUASI,)
