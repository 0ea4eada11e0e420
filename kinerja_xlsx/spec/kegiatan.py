"""Optional sheet `Kegiatan`: the daily log, one row per activity."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, ClassVar

from kinerja_xlsx.spec.row import Column, Kind, SheetRow
from kinerja_xlsx.spec.types import Amount, IndikatorNo, NipText, Text40, Text120, Text500


class KegiatanRow(SheetRow):
    """One activity of one person; feeds evidence and counts of an indicator."""

    sheet: ClassVar[str] = "Kegiatan"
    title: ClassVar[str] = "Kegiatan harian, satu baris tiap kegiatan"
    is_required: ClassVar[bool] = False
    spare_rows: ClassVar[int] = 200

    nip: Annotated[
        NipText,
        Column("NIP", 21, "NIP pegawai di lembar Pegawai.", "198507172010011002", kind=Kind.NIP,
               aliases=("NIP Baru", "NIP Pegawai")),
    ]  # fmt: skip
    nama: Annotated[
        Text120 | None,
        Column("Nama", 26, "Untuk dibaca; NIP yang menentukan.", "Contoh Nama, S.Sos.",
               aliases=("Nama Pegawai",)),
    ] = None  # fmt: skip
    tanggal: Annotated[
        date, Column("Tanggal", 12, "Tanggal kegiatan dalam periode.", "05/01/2026")
    ]
    mulai: Annotated[
        time | None,
        Column("Mulai", 8, "Jam mulai; boleh kosong.", "08.00", aliases=("Jam Mulai",)),
    ] = None
    selesai: Annotated[
        time | None,
        Column("Selesai", 8, "Jam selesai, sesudah jam mulai.", "10.30", aliases=("Jam Selesai",)),
    ] = None
    kegiatan: Annotated[
        Text500,
        Column("Kegiatan", 44, "Apa yang dikerjakan.", "Melayani pasien rawat jalan",
               aliases=("Uraian Kegiatan",)),
    ]  # fmt: skip
    no_indikator: Annotated[
        IndikatorNo | None,
        Column("No Indikator", 10, "Indikator di lembar Hasil Kerja yang didukung kegiatan ini.",
               "1.1", kind=Kind.NOMOR_INDIKATOR, aliases=("No. Indikator", "Nomor Indikator")),
    ] = None  # fmt: skip
    hasil: Annotated[
        Amount | None, Column("Hasil", 10, "Banyaknya hasil; boleh kosong.", "24")
    ] = None
    satuan: Annotated[Text40 | None, Column("Satuan", 12, "Satuan hasil.", "pasien")] = None
    bukti: Annotated[
        Text500 | None,
        Column("Bukti", 30, "Nama dokumen atau tautan.", "Register pasien 5 Januari 2026"),
    ] = None
