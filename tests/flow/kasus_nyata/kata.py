"""Cases 12, 13, 20, 23 and 25: months, predicates, names, signs and letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.drawn import CellInput, DrawnBook, sound_isian
from tests.flow.kasus_baris import every, labels, puts
from tests.flow.kasus_nyata.dasar import (
    DUA,
    HD,
    HK,
    KG,
    KP,
    PG,
    PN,
    SATU,
    Kasus,
)
from tests.flow.kasus_nyata.tangan import (
    cached,
    lengkap,
    pengaturan,
)


def month(number: int) -> Callable[[], DrawnBook]:
    """Draw a sound Isian of a month of 2026."""

    def make() -> DrawnBook:
        book = sound_isian(period=f"2026-{number:02d}")
        for row in book.sheets[PN]:
            row["Tanggal Penilaian"] = date(2026, 12, 30)
        return book

    return make


def spelled(name: str, number: int, typed: CellInput) -> Kasus:
    return Kasus(
        12, name, labels(Periode=typed), "SEL-07 Identitas!B7",
        {"Penilaian!M5": "Sesuai Ekspektasi"}, base=month(number),
    )  # fmt: skip


BULAN = (
    spelled("Pebruari", 2, "Pebruari 2026"),
    spelled("Nopember", 11, "NOPEMBER 2026"),
    spelled("Agt", 8, "Agt 2026"),
    spelled("Agu", 8, "Agu. 2026"),
    spelled("huruf besar", 1, "JANUARI 2026"),
    spelled("kata bulan", 3, "Bulan: Maret 2026"),
    spelled("bulan Inggris", 10, "October 2026"),
    spelled("angka bulan", 1, "01/2026"),
    spelled("angka bulan pendek", 1, "1-2026"),
    Kasus(12, "tanggal Excel", labels(Periode=date(2026, 1, 1)), "BRK-13 Identitas!B7",
          is_refused=True, base=month(1)),
    Kasus(12, "bulan tanpa tahun", labels(Periode="Januari"), "BRK-13 Identitas!B7",
          is_refused=True, base=month(1)),
    Kasus(12, "angka saja", labels(Periode="#1"), "BRK-13 Identitas!B7", is_refused=True,
          base=month(1)),
    Kasus(12, "tahun berbeda", labels(Periode="Januari 2025"), "BRK-18 Identitas!B7",
          is_refused=True, base=month(1)),
    Kasus(12, "triwulan berhuruf", labels(Periode="Triwulan I Tahun 2026"),
          "SEL-07 Identitas!B7", {"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(12, "tanggal berbulan Pebruari", puts(PG, "Mulai", "2 Pebruari 2026"),
          "SEL-18 Pegawai!L5", {"Pegawai!L5": "2026-02-02"}),
    Kasus(12, "tanggal berbulan Agt", puts(PN, "Tanggal Penilaian", "3-Agt-2026"),
          "SEL-18 Penilaian!T5", {"Penilaian!T5": "2026-08-03"}),
    Kasus(12, "tanggal di Kegiatan", puts(KG, "Tanggal", "3 Pebruari 2026"),
          "SEL-18 Kegiatan!D5", {"Kegiatan!D5": "2026-02-03"}, base=lengkap),
    Kasus(12, "periode di Pengaturan", puts("Periode", "Kode", "Triwulan I 2026"),
          "SEL-07 Periode!B5", base=pengaturan),
)  # fmt: skip

PREDIKAT = (
    Kasus(13, "predikat sebagai rating", puts(PN, "Rating Perilaku", "sangat baik"),
          "SEL-06 Penilaian!N5", {"Penilaian!N5": None}, (SATU,),
          proposals={"Penilaian!N5": None}),
    Kasus(13, "singkatan", puts(PN, "Rating Hasil Kerja", "SB"), "SEL-06 Penilaian!M5",
          {"Penilaian!M5": None}, (SATU,), proposals={"Penilaian!M5": None}),
    Kasus(13, "salah ketik", puts(PN, "Rating Perilaku", "Sesuai Ekspetasi"),
          "SEL-06 Penilaian!N5", {"Penilaian!N5": None}, (SATU,),
          proposals={"Penilaian!N5": "Sesuai Ekspektasi"}),
    Kasus(13, "tanpa spasi", puts(PN, "Rating Hasil Kerja", "diatas ekspektasi"),
          "SEL-07 Penilaian!M5", {"Penilaian!M5": "Di Atas Ekspektasi"}),
    Kasus(13, "huruf besar", puts(PN, "Rating Perilaku", "DIBAWAH EKSPEKTASI"),
          "SEL-07 Penilaian!N5", {"Penilaian!N5": "Di Bawah Ekspektasi"}),
    Kasus(13, "tanpa kata ekspektasi", puts(PN, "Harmonis", "Di Atas"),
          "SEL-07 Penilaian!I5", {"Penilaian!I5": "Di Atas Ekspektasi"}),
    Kasus(13, "cukup sebagai rating", puts(PN, "Rating Perilaku", "Cukup"),
          "SEL-06 Penilaian!N5", {"Penilaian!N5": None}, (SATU,),
          proposals={"Penilaian!N5": None}),
    Kasus(13, "cukup sebagai capaian organisasi",
          labels(Capaian_Kinerja_Organisasi="Cukup"), "SEL-07 Identitas!B9"),
    Kasus(13, "angka sebagai rating", puts(PN, "Rating Perilaku", "#4"), "SEL-06 Penilaian!N5",
          {"Penilaian!N5": None}, (SATU,)),
    Kasus(13, "hasil rumus", issues="SEL-07 Penilaian!M5, SEL-23 Penilaian!M5",
          values={"Penilaian!M5": "Di Atas Ekspektasi"},
          isi=cached(5, "M5", "A1", "DIATAS EKSPEKTASI", "str")),
    Kasus(13, "golongan dengan kata", puts(PG, "Golongan", "Gol. III-c"), "SEL-07 Pegawai!E5",
          {"Pegawai!E5": "III/c"}),
)  # fmt: skip

NAMA = (
    Kasus(20, "tanpa gelar", puts(PN, "Nama", "Contoh Satu"),
          values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(20, "huruf besar", puts(HK, "Nama", "CONTOH SATU, S.KEP."),
          values={"Hasil Kerja!U5": "1250"}),
    Kasus(20, "gelar depan", puts(PN, "Nama", "dr. Contoh Satu, S.Kep"),
          values={"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(20, "Moh dan Muhammad", every(puts(PG, "Nama", "Muhammad Contoh"),
          *(puts(HK, "Nama", name, row)
            for row, name in ((5, "Moh. Contoh"), (6, "M. Contoh"), (7, "Muh. Contoh"))),
          puts(PN, "Nama", "MUHAMAD CONTOH")), values={"Hasil Kerja!U5": "1250"}),
    Kasus(20, "petik pada nama", every(puts(PG, "Nama", "Ni'mah Contoh"),
          *(puts(HK, "Nama", name, row)
            for row, name in ((5, "NI’MAH CONTOH"), (6, "Ni`mah Contoh"), (7, "Nimah Contoh"))),
          puts(PN, "Nama", "NI'MAH CONTOH")), values={"Pegawai!C5": "Ni'mah Contoh"}),
    Kasus(20, "nama lain", puts(PN, "Nama", "Orang Lain"), "BRS-09 Penilaian!C5",
          {"Penilaian!M5": "Sesuai Ekspektasi"}),
    Kasus(20, "nama lain di Hasil Kerja", puts(HK, "Nama", "Orang Lain", 8),
          "BRS-09 Hasil Kerja!C8", {"Hasil Kerja!B8": DUA}),
    Kasus(20, "nama lain di Kehadiran", puts(HD, "Nama", "Orang Lain"), "BRS-09 Kehadiran!C5",
          {"Kehadiran!G5": "60"}, base=lengkap),
    Kasus(20, "nama di Pengaturan", puts(PG, "Nama", "NI'MAH, S.Kep., Ns."),
          values={"Pegawai!D5": "NI'MAH, S.Kep., Ns."}, base=pengaturan),
)  # fmt: skip


def kept(name: str, sheet: str, heading: str, text: str, where: str) -> Kasus:
    """Draw a text that begins like a formula; it stays what it is."""
    base = lengkap if sheet in {KG, KP} else sound_isian
    return Kasus(23, name, puts(sheet, heading, f"\\{text}"), f"SEL-34 {where}", {where: text},
                 base=base)  # fmt: skip


TANDA = (
    kept("strip di indikator", HK, "Indikator", "- rapat koordinasi", "Hasil Kerja!M5"),
    kept("sama dengan di bukti", HK, "Bukti Dukung", "=HYPERLINK(1)", "Hasil Kerja!Y5"),
    kept("tambah di umpan balik", PN, "Umpan Balik Perilaku", "+ baik", "Penilaian!Q5"),
    kept("at di kegiatan", KG, "Kegiatan", "@rapat dinas", "Kegiatan!G5"),
    kept("minus tipografis", HK, "Umpan Balik", "− kurang", "Hasil Kerja!Z5"),
    kept("nama layanan", KP, "Layanan", "-Rawat jalan", "Kepuasan!B5"),
    Kasus(23, "dua baris satu kolom", every(puts(HK, "Indikator", "\\- a", 6),
          puts(HK, "Indikator", "\\- b", 9)), "SEL-34 Hasil Kerja!M6",
          {"Hasil Kerja!M6": "- a", "Hasil Kerja!M9": "- b"}),
    Kasus(23, "di Pengaturan", puts("Unit", "Nama", "\\- Dinas Kesehatan"), base=pengaturan),
)  # fmt: skip

HURUF = (
    Kasus(25, "spasi di ujung angka", puts(HK, "Realisasi", "85 "), "SEL-24 Hasil Kerja!U5",
          {"Hasil Kerja!U5": "85"}),
    Kasus(25, "angka lebar penuh", puts(HK, "Realisasi", "\uff18\uff15"), "SEL-02 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(25, "angka Arab", puts(HK, "Realisasi", "\u0668\u0665"), "SEL-02 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(25, "aksen terpisah", puts(HK, "Satuan", "kafe\u0301"),
          values={"Hasil Kerja!Q5": "kafé"}),
    Kasus(25, "spasi di ujung satuan", puts(HK, "Satuan", "\\ pasien\u00a0"),
          "SEL-28 Hasil Kerja!Q5", {"Hasil Kerja!Q5": "pasien"}),
    Kasus(25, "lebar nol", puts(PN, "Catatan/Rekomendasi", "ba\u200bik"), "SEL-29 Penilaian!R5",
          {"Penilaian!R5": "baik"}),
    Kasus(25, "petik keriting", puts(HK, "Umpan Balik", "“baik”"),
          values={"Hasil Kerja!Z5": "“baik”"}),
    Kasus(25, "huruf Kiril di daftar", puts(HK, "Arah", "N\u0430ik"), "SEL-30 Hasil Kerja!R5",
          {"Hasil Kerja!R5": "Naik"}),
    Kasus(25, "huruf O dalam NIP", puts(HK, "NIP", f"{SATU[:-2]}O1"), "SEL-30 Hasil Kerja!B5",
          {"Hasil Kerja!B5": None}, (SATU,), proposals={"Hasil Kerja!B5": SATU}),
    Kasus(25, "rating berspasi di tengah", puts(PN, "Rating Perilaku", "Sesuai  Ekspektasi"),
          "SEL-07 Penilaian!N5", {"Penilaian!N5": "Sesuai Ekspektasi"}),
    Kasus(25, "spasi di Kehadiran", puts(HD, "Hadir", "\u00a060"), "SEL-24 Kehadiran!G5",
          {"Kehadiran!G5": "60"}, base=lengkap),
    Kasus(25, "spasi di Pengaturan", puts(PG, "Nama", "Contoh Satu\u00a0"),
          "SEL-28 Pegawai!D5", {"Pegawai!D5": "Contoh Satu"}, base=pengaturan),
)  # fmt: skip

SEMUA = (*BULAN, *PREDIKAT, *NAMA, *TANDA, *HURUF)
