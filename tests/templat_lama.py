"""An older Isian that differs in every way that a version can: drawn, to be read and moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinerja_xlsx.spec.book import CEK, ISIAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.versi import Migrasi
from tests.drawn import DrawnBook, headings_of, sound_isian

if TYPE_CHECKING:
    from openpyxl import Workbook

LAMA = Migrasi(
    "0.8",
    "memakai nama lama untuk lembar Pegawai, kolom Realisasi, dan isi kolom Arah; kolom Kode "
    "Kegiatan tidak dibaca lagi",
    lembar=(("Daftar Pegawai", "Pegawai"),),
    judul=(("Hasil Kerja", "Capaian Nyata", "Realisasi"),),
    isi=(("Hasil Kerja", "Arah", "Maksimalkan", "Naik"),),
    kolom_baru=(("Hasil Kerja", "Umpan Balik"),),
    kolom_lama=(("Hasil Kerja", "Kode Kegiatan"),),
)
BOOK = replace(ISIAN, migrations=(*ISIAN.migrations, LAMA))
"""The template in force, to which the drawn version is an older one."""
_OLD = {"Realisasi": "Capaian Nyata"}


def drawn_lama(people: int = 2) -> DrawnBook:
    """Draw a sound Isian of the older version; the name of its tab is changed on saving."""
    book = sound_isian(people)
    assert book.meta is not None
    book.meta["versi"] = LAMA.dari
    kept = [heading for heading in headings_of(HasilKerjaRow) if heading != "Umpan Balik"]
    headings = [_OLD.get(heading, heading) for heading in kept]
    book.headings["Hasil Kerja"] = (CEK, *headings, "Kode Kegiatan")
    book.sheets["Hasil Kerja"] = [
        {_OLD.get(key, key): value for key, value in row.items()}
        | {"Arah": "Maksimalkan", "Kode Kegiatan": f"1.02.0{number}"}
        for number, row in enumerate(book.sheets["Hasil Kerja"], start=1)
    ]
    return book


def workbook_lama(book: DrawnBook) -> Workbook:
    """Build the workbook with the older name of the tab."""
    workbook = book.workbook()
    workbook["Pegawai"].title = "Daftar Pegawai"
    return workbook
