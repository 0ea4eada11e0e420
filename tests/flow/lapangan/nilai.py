"""Values as offices type them: formulas, decimals, sentences, units, dates, broken names."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from tests.drawn import CellInput
from tests.flow.kasus_baris import HK, PG, PN, every, puts
from tests.flow.lapangan.alat import (
    DUA,
    Jejak,
    OnBook,
    OnWorkbook,
    dalam,
    isian,
    lembar,
    semua,
    tenang,
    tersimpan,
)

_Q11 = "q11-register-rumus"
_Q17 = "q17-dua-gaya-desimal"
_Q18 = "q18-realisasi-kalimat"
_Q19 = "q19-satuan-tak-beraturan"
_Q20 = "q20-empat-macam-tanggal"
_Q23 = "q23-nama-rusak-dan-tersembunyi"
_HANYA_DUA = (DUA,)
_INDEX = "=INDEX(template!B:B,MATCH(B5,template!A:A,0))"
_KALIMAT = "90 persen sesuai rata-rata capaian rencana aksi"


def satuan(*spelled: CellInput) -> OnBook:
    """Spell the units of measure of the first rows."""
    return every(*(puts(HK, "Satuan", text, row) for row, text in enumerate(spelled, 5)))


def tanggal(*values: CellInput) -> OnBook:
    """Fill the date of the rating and those of the two people in Pegawai."""
    return every(
        *(puts(PN, "Tanggal Penilaian", value, row) for row, value in enumerate(values, 5))
    )


def berformat(sheet: str, address: str, number_format: str) -> OnWorkbook:
    """Give one cell a number format."""

    def change(book: Workbook) -> None:
        book[sheet][address].number_format = number_format

    return change


def tersembunyi(sheet: str, *, rows: tuple[int, ...] = (), columns: str = "") -> OnWorkbook:
    """Hide rows and columns."""

    def change(book: Workbook) -> None:
        for number in rows:
            book[sheet].row_dimensions[number].hidden = True
        for letter in columns:
            book[sheet].column_dimensions[letter].hidden = True

    return change


def nama_rusak(book: Workbook) -> None:
    """Define names that point to nothing any more."""
    for name, target in (("Data_Lama", "#REF!"), ("Rekap", "Sheet9!#REF!"), ("A1B", "[1]X!$A$1")):
        book.defined_names[name] = DefinedName(name, attr_text=target)
    book[PG].defined_names["Lokal"] = DefinedName("Lokal", attr_text="#REF!")


def kembaran(book: Workbook) -> None:
    """Copy a sheet under another name, with other figures in it."""
    twin = book.copy_worksheet(book[HK])
    twin.title = "PERHIT HK"
    twin["U5"].value = 1


SEMUA: tuple[Jejak, ...] = (
    Jejak(_Q11, "Pegawai, nilai tersimpan",
          isian(puts(PG, "Jabatan", _INDEX), kerja=lembar("template", state="hidden"),
                paket=dalam(PG, tersimpan("F5", "Guru Ahli Muda", text=True))),
          nilai={f"{PG}!F5": "Guru Ahli Muda"}),
    Jejak(_Q11, "Hasil Kerja, angka tersimpan",
          isian(puts(HK, "Realisasi", "=1200+50"), paket=dalam(HK, tersimpan("U5", "1250"))),
          nilai={f"{HK}!U5": "1250"}),
    Jejak(_Q11, "Penilaian, pilihan tersimpan",
          isian(puts(PN, "Rating Perilaku", '="Sesuai"&" Ekspektasi"'),
                paket=dalam(PN, tersimpan("N5", "Sesuai Ekspektasi", text=True))),
          nilai={f"{PN}!N5": "Sesuai Ekspektasi"}),
    Jejak(_Q11, "Pegawai, ditulis ulang tanpa nilai", isian(puts(PG, "Jabatan", _INDEX)),
          _HANYA_DUA),
    Jejak(_Q11, "Hasil Kerja, ditulis ulang tanpa nilai",
          isian(puts(HK, "Target", "=G5*$H$7"), puts(HK, "Realisasi", "=G5-I5")), _HANYA_DUA),
    Jejak(_Q17, "koma dan titik di satu baris",
          isian(puts(HK, "Target", "2,14"), puts(HK, "Realisasi", "99.11"),
                puts(HK, "Bobot", None)),
          nilai={f"{HK}!N5": "2.14", f"{HK}!U5": "99.11"}),
    Jejak(_Q17, "bulat, koma dan titik ribuan di satu kolom",
          isian(puts(HK, "Realisasi", "100", 5), puts(HK, "Realisasi", "38,5", 6),
                puts(HK, "Realisasi", "12.345.678", 8)),
          nilai={f"{HK}!U5": "100", f"{HK}!U6": "38.5", f"{HK}!U8": "12345678"}),
    Jejak(_Q17, "titik yang dapat dua arti", isian(puts(HK, "Realisasi", "1.250")), _HANYA_DUA),
    Jejak(_Q17, "persen bertitik dan rupiah bertitik",
          isian(puts(HK, "Realisasi", "98.75 %", 5), puts(HK, "Realisasi", "12.345.678", 8)),
          _HANYA_DUA, nilai={f"{HK}!U8": "12345678"}),
    Jejak(_Q18, "satuan laporan",
          isian(puts(HK, "Realisasi", _KALIMAT), satuan("Laporan")), _HANYA_DUA),
    Jejak(_Q18, "satuan persen",
          isian(puts(HK, "Realisasi", _KALIMAT), satuan("persen")), _HANYA_DUA),
    Jejak(_Q18, "angka dan satuannya", isian(puts(HK, "Realisasi", "3 laporan", 7)), _HANYA_DUA),
    Jejak(_Q18, "kalimat di Target", isian(puts(HK, "Target", "minimal 90", 6)), _HANYA_DUA),
    Jejak(_Q19, "angka di dalamnya",
          isian(satuan("1", "1 Laporan", "100", "laporan,bulan, persen", "norma;"))),
    Jejak(_Q19, "angka sel", isian(satuan(1, 100)), nilai={f"{HK}!Q5": "1"}),
    Jejak(_Q19, "salah ketik dan huruf besar",
          isian(satuan("Lap1oran", "Lpaoran", "DOKUMEN", "dokuemen", "Pesentase", "Prosentase")),
          nilai={f"{HK}!Q5": "Lap1oran", f"{HK}!Q10": "Prosentase"}),
    Jejak(_Q19, "persen salah ketik tetap persen",
          isian(satuan("Pesentase"), puts(HK, "Realisasi", "%0.9")), nilai={f"{HK}!U5": "90"}),
    Jejak(_Q20, "teks strip dan garis miring", isian(tanggal("13-04-2026", "13/04/2026")),
          nilai={f"{PN}!T5": "2026-04-13", f"{PN}!T6": "2026-04-13"}),
    Jejak(_Q20, "serial mm-dd-yy dan d-m-yyyy",
          isian(tanggal(date(2026, 4, 6), date(2026, 4, 7)),
                kerja=semua(berformat(PN, "T5", "mm-dd-yy"), berformat(PN, "T6", "d-m-yyyy"))),
          nilai={f"{PN}!T5": "2026-04-06", f"{PN}!T6": "2026-04-07"}, tenang=True),
    Jejak(_Q20, "serial berformat bahasa Indonesia",
          isian(tanggal(date(2026, 4, 6), "6 April 2026"),
                kerja=berformat(PN, "T5", "[$-421]dd mmmm yyyy;@")),
          nilai={f"{PN}!T5": "2026-04-06", f"{PN}!T6": "2026-04-06"}),
    Jejak(_Q20, "serial tanpa format dan strip",
          isian(puts(PG, "Mulai", "#46054"), puts(PG, "Mulai", "-", 6)),
          nilai={f"{PG}!L5": "2026-02-01", f"{PG}!L6": ""}),
    Jejak(_Q20, "teks yang hanya hari dan bulan", isian(tanggal("06-04", "April 2026")), ()),
    tenang(_Q23, "nama #REF! di buku dan lembar", isian(kerja=nama_rusak)),
    Jejak(_Q23, "baris data tersembunyi",
          isian(kerja=semua(nama_rusak, tersembunyi(HK, rows=(6, 7, 9)))),
          nilai={f"{HK}!U6": "38.5"}),
    Jejak(_Q23, "kolom berjudul tersembunyi", isian(kerja=tersembunyi(PN, columns="MN")),
          nilai={f"{PN}!M5": "Sesuai Ekspektasi"}),
    Jejak(_Q23, "kembaran PERHIT dengan angka lain",
          isian(kerja=kembaran)),
    Jejak(_Q23, "strip berspasi untuk nol", isian(puts(HK, "Realisasi", "\\ -"))),
)  # fmt: skip
