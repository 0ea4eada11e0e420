"""Cases 14, 15 and 22: formulas and errors, pasted blocks, and other office programs."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from tests.flow.kasus_baris import every, puts
from tests.flow.kasus_nyata.dasar import (
    HD,
    HK,
    KG,
    KP,
    PG,
    PN,
    SATU,
    Edit,
    Kasus,
)
from tests.flow.kasus_nyata.tangan import (
    cached,
    lengkap,
    pengaturan,
)
from tests.penulis.buku import Buku
from tests.penulis.isi import TEKS, Isi
from tests.penulis.sekitar import SEKITAR

LINK = "[1]Rekap!$B$5"
LINK_PART = (
    b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<externalBook/></externalLink>"
)


def ways(*names: str) -> Isi:
    """Store the cells in several ways at once, as one program does."""
    known = TEKS | SEKITAR

    def change(buku: Buku) -> None:
        for name in names:
            known[name](buku)

    return change


def linked(address: str, value: str) -> Isi:
    """Let a cell take its figure from a workbook on someone's drive."""

    def change(buku: Buku) -> None:
        cached(4, address, LINK, value)(buku)
        buku.others["xl/externalLinks/externalLink1.xml"] = LINK_PART

    return change


RUMUS = (
    Kasus(14, "rumus tanpa nilai", puts(HK, "Realisasi", "=80+7.5"), "SEL-21 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(14, "rumus tanpa nilai di rating", puts(PN, "Rating Perilaku", "=A1"),
          "SEL-21 Penilaian!N5", {"Penilaian!N5": None}, (SATU,)),
    Kasus(14, "REF di Hasil Kerja", puts(HK, "Realisasi", "!#REF!"), "SEL-22 Hasil Kerja!U5",
          {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(14, "NA di Pegawai", puts(PG, "Jabatan", "!#N/A"), "SEL-22 Pegawai!F5",
          {"Pegawai!F5": None}, (SATU,)),
    Kasus(14, "DIV0 di Kepuasan", puts(KP, "U3", "!#DIV/0!"), "SEL-22 Kepuasan!F5",
          {"Kepuasan!F5": None}, base=lengkap),
    Kasus(14, "NAME di Kehadiran", puts(HD, "Hadir", "!#NAME?"),
          "SEL-22 Kehadiran!G5, LTS-30 Kehadiran!G5",
          {"Kehadiran!G5": None}, (SATU,), base=lengkap),
    Kasus(14, "SPILL di Kegiatan", puts(KG, "Hasil", "!#SPILL!"), "SEL-22 Kegiatan!I5",
          {"Kegiatan!I5": None}, (SATU,), base=lengkap),
    Kasus(14, "NA di Pengaturan", puts(PG, "Nama", "!#N/A"), "SEL-22 Pegawai!D5",
          {"Pegawai!C5": None}, ("1 baris",), base=pengaturan),
    Kasus(14, "galat hasil rumus", issues="SEL-22 Hasil Kerja!U5",
          values={"Hasil Kerja!U5": None}, held=(SATU,),
          isi=cached(4, "U5", "1/0", "#DIV/0!", "e")),
    Kasus(14, "galat diketik sebagai teks", puts(HK, "Realisasi", "\\#N/A"),
          "SEL-02 Hasil Kerja!U5", {"Hasil Kerja!U5": None}, (SATU,)),
    Kasus(14, "tautan ke berkas lain", issues="BRK-15, SEL-23 Hasil Kerja!U5",
          values={"Hasil Kerja!U5": "87.5"}, isi=linked("U5", "87.5")),
    Kasus(14, "tautan ke berkas lain di teks",
          issues="BRK-15, SEL-04 Hasil Kerja!Q7, SEL-23 Hasil Kerja!Q7",
          values={"Hasil Kerja!Q7": "12"}, isi=linked("Q7", "12")),
    Kasus(14, "rumus dengan nilai", issues="SEL-23 Hasil Kerja!U6",
          values={"Hasil Kerja!U6": "87.5"}, isi=cached(4, "U6", "80+7.5", "87.5")),
    Kasus(14, "rumus bernilai teks kosong", issues="", values={"Hasil Kerja!U5": None},
          isi=cached(4, "U5", 'IF(1=1,"","")', "", "str")),
)  # fmt: skip


def foreign_names(book: Workbook) -> None:
    """Bring the hidden names and styles of another workbook along."""
    for name, text in (("_xlnm._FilterDatabase1", "'Rekap'!$A$1"), ("Data_2019", "#REF!")):
        book.defined_names[name] = DefinedName(name, attr_text=text, hidden=True)


def restyled(sheet: str, address: str, code: str) -> Edit:
    def change(book: Workbook) -> None:
        book[sheet][address].number_format = code
        book[sheet][address].style = "Comma"
        book[sheet][address].number_format = code

    return change


TEMPELAN = (
    Kasus(15, "nama asing tersembunyi", edit=foreign_names, values={"Hasil Kerja!U5": "1250"}),
    Kasus(15, "format mata uang", edit=restyled(HK, "U5", '"Rp"#,##0'),
          values={"Hasil Kerja!U5": "1250"}),
    Kasus(15, "format teks hilang pada NIP", puts(HK, "NIP", f"#{SATU}"),
          "SEL-12 Hasil Kerja!B5", {"Hasil Kerja!B5": None}, (SATU,),
          edit=restyled(HK, "B5", "0")),
    Kasus(15, "pilihan dari buku lain", every(puts(HK, "Arah", "Maximize"),
          puts(HK, "Agregasi", "SUM", 8)),
          "SEL-06 Hasil Kerja!R5, SEL-06 Hasil Kerja!S8, LTS-30 Hasil Kerja!S8",
          {"Hasil Kerja!R5": None, "Hasil Kerja!S8": None}, (SATU, "198802022012042002")),
    Kasus(15, "angka tampil sebagai tanggal", edit=restyled(HK, "U5", "dd/mm/yyyy"),
          issues="SEL-02 Hasil Kerja!U5", values={"Hasil Kerja!U5": None}, held=(SATU,)),
    Kasus(15, "tempelan di Penilaian", puts(PN, "Rating Perilaku", "\\ Sesuai Ekspektasi "),
          "SEL-28 Penilaian!N5", {"Penilaian!N5": "Sesuai Ekspektasi"}, edit=foreign_names),
    Kasus(15, "format persen di bobot", puts(HK, "Bobot", "%0.5"),
          "LTS-01 Hasil Kerja!T5, SEL-27 Hasil Kerja!T5", {"Hasil Kerja!T5": None}, (SATU,)),
    Kasus(15, "nama asing di Pengaturan", edit=foreign_names, base=pengaturan,
          values={"Pegawai!C5": SATU}),
)  # fmt: skip

PROGRAM = (
    Kasus(22, "WPS", isi=ways("dimensi A1:A1", "saringan WPS", "teks bersama"),
          values={"Hasil Kerja!U5": "1250", "Penilaian!T5": "2026-04-06"}),
    Kasus(22, "WPS dengan galat", puts(HK, "Realisasi", "dua belas", 9), "SEL-02 Hasil Kerja!U9",
          {"Hasil Kerja!U9": None}, ("198802022012042002",),
          isi=ways("dimensi A1", "saringan WPS", "teks bersama salah hitung")),
    Kasus(22, "Google Sheets", isi=ways("angka berkoma nol", "tanpa dimensi", "teks kosong",
          "teks bersama berhuruf campur"), values={"Hasil Kerja!U6": "38.5"}),
    Kasus(22, "Google Sheets dengan NIP angka", puts(PN, "NIP", f"#{SATU}"),
          "SEL-12 Penilaian!B5", {"Penilaian!B5": None}, (SATU,),
          isi=ways("angka berpangkat", "tanpa dimensi")),
    Kasus(22, "HP", isi=ways("tanpa hiasan", "tanpa gaya", "teks sebagai hasil rumus"),
          values={"Hasil Kerja!U5": "1250", "Penilaian!T5": "2026-04-06"}),
    Kasus(22, "ekspor tanpa alamat", isi=ways("tanpa alamat", "tanpa dimensi"),
          values={"Kehadiran!G6": "60"}, base=lengkap),
    Kasus(22, "Mac lama", isi=ways("dasar 1904"), issues="SEL-20",
          values={"Penilaian!T5": "2026-04-06"}),
    Kasus(22, "WPS di Pengaturan", isi=ways("dimensi A1", "saringan WPS", "teks bersama"),
          values={"Pegawai!C5": SATU}, base=pengaturan),
)  # fmt: skip

SEMUA = (*RUMUS, *TEMPELAN, *PROGRAM)
