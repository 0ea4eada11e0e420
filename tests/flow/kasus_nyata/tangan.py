"""Hands that make a workbook odd as people and programs do, and the sound ones they begin with."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook

from kinerja_xlsx.spec.book import PENGATURAN
from tests.drawn import NAMES, NIPS, DrawnBook, Row, sound_isian
from tests.flow.kasus_nyata.dasar import HD, KG, KP, PG, PJ, Edit
from tests.penulis.buku import Buku, cells_of, emptied, made
from tests.penulis.isi import Isi


def edits(*changes: Edit) -> Edit:
    def change(book: Workbook) -> None:
        for one in changes:
            one(book)

    return change


def cached(sheet: int, address: str, formula: str, value: str, kind: str = "") -> Isi:
    """Put a formula with its stored result into a cell; sheets count from 1 in workbook order."""

    def change(buku: Buku) -> None:
        root = buku.sheets[f"xl/worksheets/sheet{sheet}.xml"]
        lone = Buku({"": root}, buku.workbook, None)
        cell = next(cell for cell in cells_of(lone) if cell.get("r") == address)
        emptied(cell, kind or None)
        made(cell, "f", formula)
        made(cell, "v", value)

    return change


def merged(sheet: str, *ranges: str) -> Edit:
    def change(book: Workbook) -> None:
        for one in ranges:
            book[sheet].merge_cells(one)

    return change


def hidden_rows(sheet: str, *rows: int) -> Edit:
    def change(book: Workbook) -> None:
        for row in rows:
            book[sheet].row_dimensions[row].hidden = True

    return change


def hidden_columns(sheet: str, *letters: str) -> Edit:
    def change(book: Workbook) -> None:
        for letter in letters:
            book[sheet].column_dimensions[letter].hidden = True

    return change


def rows_above(sheet: str, count: int, *titles: str) -> Edit:
    """Insert rows above the table, with titles in them."""

    def change(book: Workbook) -> None:
        book[sheet].insert_rows(1, count)
        for number, title in enumerate(titles, start=1):
            book[sheet].cell(number, 2, title)

    return change


def formatted(sheet: str, address: str, code: str) -> Edit:
    def change(book: Workbook) -> None:
        book[sheet][address].number_format = code

    return change


def quoted(sheet: str, address: str) -> Edit:
    """Mark a cell as typed with an apostrophe before it."""

    def change(book: Workbook) -> None:
        book[sheet][address].quotePrefix = True

    return change


def renamed_tab(old: str, new: str) -> Edit:
    def change(book: Workbook) -> None:
        book[old].title = new

    return change


# -- sound workbooks


def tiga() -> DrawnBook:
    return sound_isian(3)


def lengkap() -> DrawnBook:
    """Draw a sound Isian with the three sheets that a period may ask for."""
    book = sound_isian()
    book.sheets[HD] = [
        {"NIP": nip, "Nama": nama, "Hari Kerja": 62, "Hadir": 60, "Cuti": 2, "Sakit": 0,
         "Izin": 0, "Alpa": 0}
        for nip, nama in zip(NIPS[:2], NAMES[:2], strict=True)
    ]  # fmt: skip
    book.sheets[KG] = [
        {"NIP": nip, "Nama": nama, "Tanggal": date(2026, 2, 3), "Kegiatan": "Melayani pasien",
         "No Indikator": "1.1", "Hasil": 12, "Satuan": "pasien", "Bukti": "Register"}
        for nip, nama in zip(NIPS[:2], NAMES[:2], strict=True)
    ]  # fmt: skip
    book.sheets[KP] = [{"Layanan": "Rawat jalan", "Responden": 40, **_UNSUR}]
    return book


_UNSUR: Row = {f"U{number}": 3.5 for number in range(1, 10)}


def pengaturan() -> DrawnBook:
    """Draw sound settings with two people."""
    people: list[Row] = [
        {"Kode Unit": "DINKES", "NIP": nip, "Nama": nama, "Status ASN": "PNS",
         "Golongan": "III/c", "Jabatan": "Perawat", "Jenis Jabatan": "Pelaksana",
         "Penilai": "KADIS"}
        for nip, nama in zip(NIPS[:2], NAMES[:2], strict=True)
    ]  # fmt: skip
    return DrawnBook(
        labels={
            "Nama Instansi": "Pemerintah Kota Contoh", "Kota/Kabupaten": "Kota Contoh",
            "Tempat": "Serang", "Kertas": "F4",
        },
        sheets={
            "Unit": [{"Kode": "DINKES", "Nama": "Dinas Kesehatan"}],
            PG: people,
            PJ: [{"Kode": "KADIS", "Nama": "Contoh Kepala", "Jabatan": "Kepala Dinas",
                  "Unit Kerja/Instansi": "Dinas Kesehatan"}],
            "Periode": [{"Kode": "2026-TW1"}],
        },
        meta={"templat": PENGATURAN.template, "versi": PENGATURAN.version},
        spec=PENGATURAN,
    )  # fmt: skip
