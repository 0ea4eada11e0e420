"""Sheets `Pegawai` (one row per assignment) and `Pejabat` (raters outside the unit)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from kinerja_xlsx.model.law import Golongan, JenisJabatan, Jenjang, Keadaan, Sifat, StatusAsn
from kinerja_xlsx.spec.row import Column, Condition, Kind, SheetRow
from kinerja_xlsx.spec.types import NipText, RefText, Text60, Text120, Text200


class PegawaiRow(SheetRow):
    """One assignment of one person."""

    sheet: ClassVar[str] = "Pegawai"
    title: ClassVar[str] = "Daftar pegawai yang dinilai, satu baris tiap pegawai dan jabatan"
    key: ClassVar[tuple[str, ...]] = ("nip", "sifat", "mulai")
    conditions: ClassVar[tuple[Condition, ...]] = (
        Condition(
            "golongan",
            (("status_asn", frozenset({StatusAsn.PNS, StatusAsn.CPNS, StatusAsn.PPPK})),),
            "Status ASN berisi «PNS», «CPNS», atau «PPPK»",
        ),
        Condition(
            "jenjang",
            (("jenis_jabatan", frozenset({JenisJabatan.FUNGSIONAL})),),
            "Jenis Jabatan berisi «Fungsional»",
        ),
        Condition(
            "mulai",
            (("keadaan", frozenset({Keadaan.MUTASI_MASUK})),),
            "Keadaan berisi «Mutasi Masuk»",
        ),
        Condition(
            "selesai",
            (("keadaan", frozenset({Keadaan.MUTASI_KELUAR})),),
            "Keadaan berisi «Mutasi Keluar»",
        ),
    )

    nip: Annotated[
        NipText,
        Column("NIP", 21, "18 angka, ditulis sebagai teks.", "198507172010011002",
               kind=Kind.NIP, prefilled=True,
               aliases=("NIP Baru", "NIP Pegawai", "NIP (Tanpa Spasi)", "NIP (Opsional)")),
    ]  # fmt: skip
    nama: Annotated[
        Text120,
        Column("Nama", 30, "Nama lengkap dengan gelar.", "Contoh Nama, S.Sos.",
               aliases=("Nama Pegawai", "Nama Lengkap"), prefilled=True),
    ]  # fmt: skip
    status_asn: Annotated[
        StatusAsn,
        Column("Status ASN", 12, "Pilih dari daftar.", "PNS",
               aliases=("Status Pegawai", "Jenis Pegawai", "Jenis Pegawai Nama"), prefilled=True),
    ]  # fmt: skip
    golongan: Annotated[
        Golongan | None,
        Column("Golongan", 10, "Misalnya III/c; untuk PPPK angka Romawi, misalnya IX.", "III/c",
               aliases=("Gol", "Gol. Ruang", "Gol/Ruang", "Golongan Ruang", "Golongan/Ruang",
                        "Gol Akhir Nama"), prefilled=True),
    ] = None  # fmt: skip
    jabatan: Annotated[
        Text200,
        Column("Jabatan", 34, "Nama jabatan sesuai surat keputusan.", "Perawat Ahli Muda",
               aliases=("Nama Jabatan", "Jabatan Nama"), prefilled=True),
    ]  # fmt: skip
    jenis_jabatan: Annotated[
        JenisJabatan,
        Column("Jenis Jabatan", 14, "Pilih dari daftar.", "Fungsional",
               aliases=("Jenis Jabatan Nama", "Tipe Jabatan"), prefilled=True),
    ]  # fmt: skip
    jenjang: Annotated[
        Jenjang | None,
        Column("Jenjang", 14, "Wajib untuk jabatan fungsional.", "Ahli Muda", prefilled=True),
    ] = None
    unit_kerja: Annotated[
        Text200 | None,
        Column("Unit Kerja", 26, "Kosong berarti sama dengan Nama Unit.", "Bidang Pelayanan",
               aliases=("Unor Nama", "PD/Unit Kerja", "Nama Unit Kerja"), prefilled=True),
    ] = None  # fmt: skip
    sifat: Annotated[
        Sifat,
        Column(
            "Sifat",
            10,
            "Kosong berarti Definitif; pilih Plt, Plh, atau Pj bila merangkap.",
            "Definitif",
            prefilled=True,
        ),
    ] = Sifat.DEFINITIF
    keadaan: Annotated[
        Keadaan,
        Column("Keadaan", 15, "Kosong berarti Aktif.", "Aktif", prefilled=True),
    ] = Keadaan.AKTIF
    mulai: Annotated[
        date | None,
        Column("Mulai", 12, "Hari pertama bertugas dalam periode; kosong berarti awal periode. "
               "Wajib untuk Mutasi Masuk.", "01/01/2026", aliases=("Tanggal Mulai",),
               prefilled=True),
    ] = None  # fmt: skip
    selesai: Annotated[
        date | None,
        Column("Selesai", 12, "Hari terakhir bertugas dalam periode; kosong berarti akhir "
               "periode. Wajib untuk Mutasi Keluar.", "31/03/2026", aliases=("Tanggal Selesai",),
               prefilled=True),
    ] = None  # fmt: skip
    penilai: Annotated[
        RefText,
        Column("Penilai", 21, "NIP pejabat penilai, atau Kode di lembar Pejabat.",
               "197001011995031001", kind=Kind.NIP_ATAU_KODE,
               aliases=("NIP Penilai", "Pejabat Penilai", "NIP Pejabat Penilai"), prefilled=True),
    ]  # fmt: skip
    atasan_penilai: Annotated[
        RefText | None,
        Column("Atasan Penilai", 21, "NIP atasan pejabat penilai, atau Kode di lembar Pejabat.",
               "WALIKOTA", kind=Kind.NIP_ATAU_KODE,
               aliases=("NIP Atasan Penilai", "Atasan Pejabat Penilai",
                        "NIP Atasan Pejabat Penilai"), prefilled=True),
    ] = None  # fmt: skip


class PejabatRow(SheetRow):
    """One rater outside the unit."""

    sheet: ClassVar[str] = "Pejabat"
    title: ClassVar[str] = "Pejabat penilai di luar unit"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("kode",)
    spare_rows: ClassVar[int] = 10

    kode: Annotated[
        RefText,
        Column("Kode", 21, "NIP, atau kode seperti WALIKOTA.", "WALIKOTA",
               kind=Kind.NIP_ATAU_KODE),
    ]  # fmt: skip
    nama: Annotated[Text120, Column("Nama", 32, "Nama lengkap dengan gelar.", "Contoh Nama, M.M.")]
    pangkat_golongan: Annotated[
        Text60 | None,
        Column("Pangkat/Golongan", 24, "Boleh kosong.", "Pembina Utama Muda, IV/c",
               aliases=("Pangkat", "Pangkat/Gol. Ruang")),
    ] = None  # fmt: skip
    jabatan: Annotated[Text200, Column("Jabatan", 34, "Nama jabatan.", "Wali Kota")]
    unit_kerja: Annotated[
        Text200,
        Column("Unit Kerja/Instansi", 34, "Unit kerja atau instansi.", "Pemerintah Kota Serang",
               aliases=("Unit Kerja", "Instansi")),
    ]  # fmt: skip
