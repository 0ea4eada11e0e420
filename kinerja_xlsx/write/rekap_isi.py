"""The contents of the agency's recap: a link to each sheet, and what it answers."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.rujukan import SHEET as RUJUKAN
from kinerja_xlsx.write.rekap_tabel import link_to, put

RINGKASAN: Final = "Ringkasan"
SEKILAS: Final = "Sekilas"
ISI: Final = MappingProxyType({
    SEKILAS: "satu halaman bagi pimpinan",
    "Unit": "hitungan dan sebaran tiap unit",
    "Per Induk": "unit bersama unit di bawahnya",
    "Pegawai": "tiap penugasan dan periode lalunya",
    "Perbandingan": "tiap unit terhadap periode lalu",
    "Tren Unit": "tiap unit dari periode ke periode",
    "Pergerakan": "unit yang paling meningkat dan menurun",
    "Peringkat": "unit menurut bagian Baik atau lebih",
    "SKM Unit": "kepuasan masyarakat dan predikat",
    "SKM Layanan": "kepuasan tiap layanan",
    "Layanan": "orang yang dilayani, dahulu dan kini",
    "Indikator": "yang belum tercapai, bahan meninjau target",
    "Angka Kredit": "jabatan fungsional PNS, per NIP",
    "Simulasi TPP": "dalam persen, bukan penetapan",
    "Pembinaan": "hari tanpa keterangan, bahan bicara",
    "Mutu Data": "di mana pendampingan berguna",
    "Bahan Pelatihan": "yang paling membantu bila dilatihkan",
    "Belum Kirim": "unit yang masih ditunggu",
    "Perubahan Daftar Induk": "usul untuk diputuskan BKPSDM",
    "Berkas": "apa yang terjadi dengan setiap berkas",
    RUJUKAN: "kuadran, ketentuan, dan batas mutu",
})  # fmt: skip
"""Every sheet but the one with these contents, in order, and what it answers."""
SHEETS: Final = (SEKILAS, RINGKASAN, *tuple(ISI)[1:])


def write_contents(book: Book, sheet: Worksheet, at: tuple[int, int]) -> None:
    """Write a link to each sheet below a title, with what it answers beside it."""
    row, column = at
    put(sheet, (row, column), "Isi buku ini", book.style(style.SECTION))
    link, text = book.style(style.LINKED), book.style(style.SUBTITLE)
    for number, (name, words) in enumerate(ISI.items(), start=row + 1):
        put(sheet, (number, column), link_to(name, name), link)
        put(sheet, (number, column + 1), words, text)
