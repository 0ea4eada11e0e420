"""The columns of e-Kinerja's report of rated SKP that a comparison needs; others are dropped."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kinerja_xlsx.model.law import Ekspektasi, Predikat
from kinerja_xlsx.spec.row import Column, Kind, SheetRow
from kinerja_xlsx.spec.types import NipText, Text60, Text200, Text1000


class EkinerjaRow(SheetRow):
    """One SKP of the export `Laporan Penilaian SKP`; a person may have several in a year."""

    sheet: ClassVar[str] = "e-Kinerja"
    title: ClassVar[str] = "Laporan Penilaian SKP dari e-Kinerja"
    key: ClassVar[tuple[str, ...]] = ("nip",)

    nip: Annotated[
        NipText,
        Column("nip", 21, "NIP 18 angka sebagai teks.", "198507172010011002",
               kind=Kind.NIP, aliases=("NIP Baru", "NIP Pegawai")),
    ]  # fmt: skip
    nama: Annotated[
        Text200,
        Column("nama", 30, "Nama pegawai.", "CONTOH NAMA", aliases=("Nama Pegawai",)),
    ]
    mulai: Annotated[
        Text60 | None,
        Column("periode_awal_skp", 14, "Hari pertama SKP.", "2026-01-01",
               aliases=("periode_awal",)),
    ] = None  # fmt: skip
    selesai: Annotated[
        Text60 | None,
        Column("periode_akhir_skp", 14, "Hari terakhir SKP.", "2026-12-31",
               aliases=("periode_akhir",)),
    ] = None  # fmt: skip
    unor: Annotated[
        Text1000 | None,
        Column("skp_unor", 34, "Unit organisasi pada SKP.", "DINAS KESEHATAN",
               aliases=("unor", "unit", "Unit Kerja")),
    ] = None  # fmt: skip
    jabatan: Annotated[
        Text1000 | None,
        Column("skp_jabatan", 34, "Jabatan pada SKP.", "Perawat Ahli Muda",
               aliases=("jabatan",)),
    ] = None  # fmt: skip
    plt: Annotated[
        Text60 | None,
        Column("is_skp_plt_plh_pjb", 10, "Penanda SKP Plt, Plh, atau Pj.", "Tidak",
               aliases=("is_skp_plt_plh", "is_plt_plh")),
    ] = None  # fmt: skip
    hasil_kerja: Annotated[
        Ekspektasi | None,
        Column("hasil_kerja", 20, "Rating hasil kerja.", "Sesuai Ekspektasi",
               aliases=("Rating Hasil Kerja",)),
    ] = None  # fmt: skip
    perilaku_kerja: Annotated[
        Ekspektasi | None,
        Column("perilaku_kerja", 20, "Rating perilaku kerja.", "Sesuai Ekspektasi",
               aliases=("Rating Perilaku Kerja", "Rating Perilaku")),
    ] = None  # fmt: skip
    hasil_akhir: Annotated[
        Predikat | None,
        Column("hasil_akhir", 20, "Predikat.", "Baik",
               aliases=("Predikat", "Predikat Kinerja")),
    ] = None  # fmt: skip
    tahun: Annotated[
        Text60 | None, Column("tahun_skp", 10, "Tahun SKP.", "2026", aliases=("tahun",))
    ] = None
