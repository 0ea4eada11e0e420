"""Cases 1 to 3: the number of a person, as number, with separators, or none at all."""

from __future__ import annotations

from tests.drawn import NAMES, DrawnBook
from tests.flow.kasus_baris import add_row, every, labels, puts
from tests.flow.kasus_nyata.dasar import (
    DUA,
    HD,
    HK,
    KG,
    PG,
    PN,
    SATU,
    TIGA,
    Kasus,
)
from tests.flow.kasus_nyata.tangan import (
    cached,
    formatted,
    lengkap,
    pengaturan,
    quoted,
    tiga,
)

ANGKA = f"#{SATU}"


def twin(book: DrawnBook) -> None:
    """Give the third person all digits of the first but the last, and the same name."""
    for sheet in (PG, HK, PN):
        for row in book.sheets[sheet]:
            if row["NIP"] == TIGA:
                row.update({"NIP": f"{SATU[:-1]}2", "Nama": NAMES[0]})
    book.sheets[PG][2].update({"Status ASN": "PNS", "Golongan": "III/a"})


NIP_ANGKA = (
    Kasus(1, "angka di Pegawai", puts(PG, "NIP", ANGKA), "SEL-12 Pegawai!B5",
          {"Pegawai!B5": None, "Pegawai!B6": DUA}, ("1,99001012015031E+17",)),
    Kasus(1, "angka di Hasil Kerja", puts(HK, "NIP", ANGKA), "SEL-12 Hasil Kerja!B5",
          {"Hasil Kerja!B5": None}, (SATU,)),
    Kasus(1, "angka di Penilaian", puts(PN, "NIP", ANGKA), "SEL-12 Penilaian!B5",
          {"Penilaian!B5": None}, (SATU,)),
    Kasus(1, "angka di Kehadiran", puts(HD, "NIP", ANGKA), "SEL-12 Kehadiran!B5",
          {"Kehadiran!B5": None}, (SATU,), base=lengkap),
    Kasus(1, "angka di Kegiatan", puts(KG, "NIP", ANGKA), "SEL-12 Kegiatan!B5",
          {"Kegiatan!B5": None}, (SATU,), base=lengkap),
    Kasus(1, "angka sebagai penilai", puts(PG, "Penilai", f"#{DUA}"),
          "SEL-12 Pegawai!N5, LTS-30 Pegawai!N5",
          {"Pegawai!N5": None}, (SATU,)),
    Kasus(1, "angka di Identitas", labels(NIP_Pimpinan=ANGKA), "SEL-12 Identitas!B13"),
    Kasus(1, "angka di Pengaturan", puts(PG, "NIP", ANGKA), "SEL-12 Pegawai!C5",
          {"Pegawai!C5": None, "Pegawai!C6": DUA}, ("1 baris",), base=pengaturan),
    Kasus(1, "angka berformat teks", puts(HK, "NIP", ANGKA), "SEL-12 Hasil Kerja!B5",
          {"Hasil Kerja!B5": None}, (SATU,), edit=formatted(HK, "B5", "@")),
    Kasus(1, "angka hasil rumus", issues="SEL-12 Hasil Kerja!B5, SEL-23 Hasil Kerja!B5",
          values={"Hasil Kerja!B5": None}, held=(SATU,),
          isi=cached(4, "B5", "VALUE(A1)", "1.99001012015031E+17")),
    Kasus(1, "teks berpangkat", puts(PN, "NIP", "1,99001E+17"), "SEL-12 Penilaian!B5",
          {"Penilaian!B5": None}, (SATU,)),
    Kasus(1, "dua calon", every(twin, puts(HK, "NIP", ANGKA)), "SEL-12 Hasil Kerja!B5",
          {"Hasil Kerja!B5": None}, (SATU, f"{SATU[:-1]}2", "1,99001012015031E+17"),
          proposals={"Hasil Kerja!B5": None}, base=tiga),
)  # fmt: skip

PEMISAH = (
    Kasus(2, "spasi bentuk cetak", puts(PG, "NIP", "19900101 201503 1 001"),
          "SEL-16 Pegawai!B5", {"Pegawai!B5": SATU}),
    Kasus(2, "petik diketik", puts(HK, "NIP", f"'{SATU}"), "SEL-16 Hasil Kerja!B5",
          {"Hasil Kerja!B5": SATU}),
    Kasus(2, "petik miring", puts(HK, "NIP", f"’{SATU}"), "SEL-16 Hasil Kerja!B5",
          {"Hasil Kerja!B5": SATU}),
    Kasus(2, "petik sebagai format", edit=quoted(HK, "B5"), values={"Hasil Kerja!B5": SATU}),
    Kasus(2, "spasi tak terputus", puts(PN, "NIP", f"\u00a0{SATU[:8]}\u00a0{SATU[8:]}\u202f"),
          "SEL-16 Penilaian!B5", {"Penilaian!B5": SATU}),
    Kasus(2, "titik", puts(PG, "NIP", "19900101.201503.1.001"), "SEL-16 Pegawai!B5",
          {"Pegawai!B5": SATU}),
    Kasus(2, "tanda hubung", puts(HD, "NIP", "19900101-201503-1-001"), "SEL-16 Kehadiran!B5",
          {"Kehadiran!B5": SATU}, base=lengkap),
    Kasus(2, "awalan kata", puts(KG, "NIP", f"NIP. {SATU}"), "SEL-16 Kegiatan!B5",
          {"Kegiatan!B5": SATU}, base=lengkap),
    Kasus(2, "tanda tak terlihat", puts(PG, "NIP", f"\u200e{SATU}\u200b"), "SEL-16 Pegawai!B5",
          {"Pegawai!B5": SATU}),
    Kasus(2, "penilai berspasi", every(puts(PG, "Penilai", "19880202 201204 2 002")),
          "SEL-16 Pegawai!N5", {"Pegawai!N5": DUA}),
    Kasus(2, "di Pengaturan", puts(PG, "NIP", "19900101 201503 1 001"), "SEL-16 Pegawai!C5",
          {"Pegawai!C5": SATU}, base=pengaturan),
    Kasus(2, "teks hasil rumus", issues="SEL-16 Pegawai!B5, SEL-23 Pegawai!B5",
          values={"Pegawai!B5": SATU},
          isi=cached(2, "B5", "A1", "19900101 201503 1 001", "str")),
)  # fmt: skip

TANPA_NIP = (
    Kasus(3, "NIP lama sembilan digit", puts(PG, "NIP", "131234567"), "SEL-11 Pegawai!B5",
          {"Pegawai!B5": None}, ("131234567",)),
    Kasus(3, "NIK enam belas digit", puts(HK, "NIP", "3604010101900001"),
          "SEL-11 Hasil Kerja!B5", {"Hasil Kerja!B5": None}, (SATU,)),
    Kasus(3, "tanda hubung sebagai NIP", puts(PN, "NIP", "-"), "SEL-01 Penilaian!B5",
          {"Penilaian!B5": None}, (SATU,)),
    Kasus(3, "honorer tanpa NIP", add_row(PG, {
        "Nama": "Contoh Honorer", "Status ASN": "Honorer", "Jabatan": "Sopir",
        "Jenis Jabatan": "Pelaksana", "Penilai": "KADIS"}),
        "LTS-07 Pegawai!B7, SEL-01 Pegawai!B7, SEL-06 Pegawai!D7", held=("",)),
    Kasus(3, "NI PPPK", puts(PG, "NIP", f"NI PPPK {TIGA}", 7), "SEL-16 Pegawai!B7",
          {"Pegawai!B7": TIGA, "Pegawai!D7": "PPPK"}, base=tiga),
    Kasus(3, "nomor PPPK pada PNS", puts(PG, "Status ASN", "PNS", 7),
          "SEL-14 Pegawai!B7, BRS-23 Pegawai!E7",
          base=tiga),
    Kasus(3, "strip di Pengaturan", puts(PG, "NIP", "-"), "SEL-01 Pegawai!C5",
          {"Pegawai!C5": None}, ("1 baris",), base=pengaturan),
)  # fmt: skip

NIP = (*NIP_ANGKA, *PEMISAH, *TANPA_NIP)
