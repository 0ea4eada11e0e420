"""Optional sheet `Kehadiran`: one row per assignment, working days and how they were spent."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Final

from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.spec.row import Column, Kind, SheetRow
from kinerja_xlsx.spec.types import Count, Days, NipText, Text120

DAY_FIELDS: Final = ("hadir", "cuti", "sakit", "izin", "alpa")
"""Fields whose sum is `hari_kerja`; a blank one counts as none of those days."""
DAYS_OF_MONTH: Final = 31
"""Most working days of one month; a longer period has as many times that."""
_APEL: Final = "Berapa kali tidak ikut apel; boleh kosong."


def _times(event: str, minutes: str, width: float, example: str = "0") -> Column:
    """Describe how often people came late or left early by so many minutes."""
    said = minutes.replace("–", " sampai ").replace(">", "lebih dari")
    prompt = f"Berapa kali {event.lower()} {said} menit; boleh kosong."
    return Column(f"{event} {minutes}", width, prompt, example, is_entry=True)


class KehadiranRow(SheetRow):
    """Attendance of one assignment in the period."""

    sheet: ClassVar[str] = "Kehadiran"
    title: ClassVar[str] = "Kehadiran, satu baris tiap pegawai dan jabatan"
    is_required: ClassVar[bool] = False
    key: ClassVar[tuple[str, ...]] = ("nip", "sifat", "mulai")

    nip: Annotated[
        NipText,
        Column("NIP", 21, "NIP pegawai di lembar Pegawai.", "198507172010011002", kind=Kind.NIP,
               aliases=("NIP Baru", "NIP Pegawai"), prefilled=True),
    ]  # fmt: skip
    nama: Annotated[
        Text120 | None,
        Column("Nama", 26, "Untuk dibaca; NIP yang menentukan.", "Contoh Nama, S.Sos.",
               aliases=("Nama Pegawai",), prefilled=True),
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
    hari_kerja: Annotated[
        Days,
        Column("Hari Kerja", 10, "Hari kerja dalam periode, paling banyak 31 tiap bulan.", "62",
               aliases=("JHK", "Jumlah Hari Kerja"), is_entry=True),
    ]  # fmt: skip
    hadir: Annotated[
        Days,
        Column(
            "Hadir",
            9,
            "Berapa hari hadir. Hadir, Cuti, Sakit, Izin, dan Alpa berjumlah Hari Kerja.",
            "60",
            is_entry=True,
        ),
    ]
    cuti: Annotated[
        Days | None, Column("Cuti", 9, "Berapa hari cuti; boleh kosong.", "1", is_entry=True)
    ] = None
    sakit: Annotated[
        Days | None, Column("Sakit", 9, "Berapa hari sakit; boleh kosong.", "1", is_entry=True)
    ] = None
    izin: Annotated[
        Days | None, Column("Izin", 9, "Berapa hari izin; boleh kosong.", "0", is_entry=True)
    ] = None
    alpa: Annotated[
        Days | None,
        Column("Alpa", 9, "Berapa hari tanpa keterangan; boleh kosong.", "0",
               aliases=("Tanpa Keterangan", "TK"), is_entry=True),
    ] = None  # fmt: skip
    terlambat_30: Annotated[Count | None, _times("Terlambat", "1–30", 9, "2")] = None
    terlambat_60: Annotated[Count | None, _times("Terlambat", "31–60", 9)] = None
    terlambat_90: Annotated[Count | None, _times("Terlambat", "61–90", 9)] = None
    terlambat_lebih: Annotated[Count | None, _times("Terlambat", "> 90", 9)] = None
    pulang_cepat_30: Annotated[Count | None, _times("Pulang Cepat", "1–30", 11)] = None
    pulang_cepat_60: Annotated[Count | None, _times("Pulang Cepat", "31–60", 11)] = None
    pulang_cepat_90: Annotated[Count | None, _times("Pulang Cepat", "61–90", 11)] = None
    pulang_cepat_lebih: Annotated[Count | None, _times("Pulang Cepat", "> 90", 11)] = None
    tidak_apel: Annotated[Count | None, Column("Tidak Apel", 10, _APEL, "0", is_entry=True)] = None
