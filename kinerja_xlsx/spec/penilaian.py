"""Sheet `Penilaian`: one row per assignment, what the rater sets."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from kinerja_xlsx.model.law import Ekspektasi, Sifat, YaTidak
from kinerja_xlsx.spec.row import Column, Kind, SheetRow
from kinerja_xlsx.spec.types import NilaiAngka, NipText, Text120, Text1000

_NILAI_PROMPT = "Bantuan bagi penilai; boleh kosong."


class PenilaianRow(SheetRow):
    """The ratings of one assignment."""

    sheet: ClassVar[str] = "Penilaian"
    title: ClassVar[str] = "Penilaian pejabat penilai, satu baris tiap pegawai dan jabatan"
    key: ClassVar[tuple[str, ...]] = ("nip", "sifat", "mulai")

    nip: Annotated[
        NipText,
        Column("NIP", 21, "NIP pegawai di lembar Pegawai.", "198507172010011002", kind=Kind.NIP,
               aliases=("NIP Baru", "NIP Pegawai", "NIP (Tanpa Spasi)"), prefilled=True),
    ]  # fmt: skip
    nama: Annotated[
        Text120 | None,
        Column("Nama", 26, "Untuk dibaca; NIP yang menentukan.", "Contoh Nama, S.Sos.",
               aliases=("Nama Pegawai", "Nama Lengkap"), prefilled=True),
    ] = None  # fmt: skip
    sifat: Annotated[
        Sifat | None,
        Column("Sifat", 10, "Isi hanya bila pegawai ini mempunyai dua baris di lembar Pegawai.",
               "Definitif", prefilled=True),
    ] = None  # fmt: skip
    mulai: Annotated[
        date | None,
        Column("Mulai", 12, "Isi hanya bila Sifat kedua baris itu sama.", "01/01/2026",
               aliases=("Tanggal Mulai",), prefilled=True),
    ] = None  # fmt: skip
    berorientasi_pelayanan: Annotated[
        Ekspektasi | None,
        Column("Berorientasi Pelayanan", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    akuntabel: Annotated[
        Ekspektasi | None,
        Column("Akuntabel", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    kompeten: Annotated[
        Ekspektasi | None,
        Column("Kompeten", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    harmonis: Annotated[
        Ekspektasi | None,
        Column("Harmonis", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    loyal: Annotated[
        Ekspektasi | None,
        Column("Loyal", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    adaptif: Annotated[
        Ekspektasi | None,
        Column("Adaptif", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    kolaboratif: Annotated[
        Ekspektasi | None,
        Column("Kolaboratif", 20, _NILAI_PROMPT, "Sesuai Ekspektasi", is_entry=True),
    ] = None
    rating_hasil_kerja: Annotated[
        Ekspektasi | None,
        Column("Rating Hasil Kerja", 21, "Ditetapkan pejabat penilai; boleh kosong bila belum.",
               "Sesuai Ekspektasi", is_entry=True),
    ] = None  # fmt: skip
    rating_perilaku: Annotated[
        Ekspektasi | None,
        Column("Rating Perilaku", 21, "Ditetapkan pejabat penilai; boleh kosong bila belum.",
               "Sesuai Ekspektasi", aliases=("Rating Perilaku Kerja",), is_entry=True),
    ] = None  # fmt: skip
    ide_baru: Annotated[
        YaTidak | None,
        Column(
            "Ide Baru",
            9,
            "Boleh kosong; diminta hanya bila BKPSDM memakai nilai angka PP 30/2019.",
            "Tidak",
            is_entry=True,
        ),
    ] = None
    nilai_perilaku: Annotated[
        NilaiAngka | None,
        Column("Nilai Perilaku", 10, "Angka 0 sampai 120. Boleh kosong; diminta hanya bila "
               "BKPSDM memakai nilai angka.", "90",
               aliases=("Nilai Prilaku",), is_entry=True),
    ] = None  # fmt: skip
    umpan_balik_perilaku: Annotated[
        Text1000 | None,
        Column("Umpan Balik Perilaku", 30, "Umpan balik pejabat penilai.", "Ramah dan cekatan",
               is_entry=True),
    ] = None  # fmt: skip
    catatan: Annotated[
        Text1000 | None,
        Column("Catatan/Rekomendasi", 30, "Catatan atau rekomendasi penilai.", "Ikut pelatihan",
               aliases=("Catatan", "Rekomendasi", "Catatan Rekomendasi"), is_entry=True),
    ] = None  # fmt: skip
    rencana_pengembangan: Annotated[
        Text1000 | None,
        Column("Rencana Pengembangan", 30, "Langkah pengembangan yang disepakati.",
               "Pelatihan pelayanan prima", is_entry=True),
    ] = None  # fmt: skip
    tanggal_penilaian: Annotated[
        date | None,
        Column("Tanggal Penilaian", 12, "Tanggal penilaian, tidak sebelum awal periode.",
               "06/04/2026", is_entry=True),
    ] = None  # fmt: skip
