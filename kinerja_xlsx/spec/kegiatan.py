"""Optional sheet `Kegiatan`: the daily log, one row per activity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
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


@dataclass(frozen=True, slots=True)
class RingkasanKegiatan:
    """What the log holds about one indicator.

    Attributes:
        banyak: Number of activities.
        hasil: Sum of Hasil; None when there is none, or not all have the same Satuan.
        satuan: Satuan of that sum.
    """

    banyak: int
    hasil: Decimal | None = None
    satuan: str | None = None


def summarise_kegiatan(rows: Iterable[KegiatanRow]) -> Mapping[str, RingkasanKegiatan]:
    """Count the activities of each indicator, and add up their Hasil where that means something.

    An activity without Hasil counts as an activity and adds nothing to the sum.
    """
    rows_by_number: dict[str, list[KegiatanRow]] = {}
    for row in rows:
        if row.no_indikator is not None:
            rows_by_number.setdefault(row.no_indikator, []).append(row)
    return {number: _summarise(found) for number, found in rows_by_number.items()}


def _summarise(rows: list[KegiatanRow]) -> RingkasanKegiatan:
    measured = [row for row in rows if row.hasil is not None]
    words = {(row.satuan or "").casefold() for row in measured}
    if len(words) != 1 or words == {""}:
        return RingkasanKegiatan(len(rows))
    total = sum((row.hasil for row in measured if row.hasil is not None), Decimal(0))
    return RingkasanKegiatan(len(rows), total, measured[0].satuan)
