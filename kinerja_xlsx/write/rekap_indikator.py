"""Indicators that few reach, over the whole agency: targets and obstacles to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.kinerja_unit import IndikatorKota
from kinerja_xlsx.model.rekap import format_count, join_some
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rumus import persen
from kinerja_xlsx.write.rekap_tabel import Jenis, Kolom, Tabel, Value

SHOWN: Final = 100
"""So many indicators are listed; a note counts the others."""
_NAMED: Final = 3
_COLUMNS: Final = (
    Kolom("Indikator", 62),
    Kolom("Satuan", 13, Jenis.TENGAH),
    Kolom("Arah", 8, Jenis.TENGAH),
    Kolom("Banyaknya Unit", 11, Jenis.BULAT),
    Kolom("Penugasan Bercapaian", 12.5, Jenis.BULAT),
    Kolom("Mencapai Target", 11, Jenis.BULAT),
    Kolom("Bagian (%)", 9.5, Jenis.DESIMAL),
    Kolom("Unit yang Memakainya", 42),
    Kolom("Yang Dapat Dibicarakan", 40),
)
_NOBODY: Final = "Tinjau target dan hambatan bersama."
_FEW: Final = "Bagikan cara yang sudah mencapainya."
_NONE: Final = "Tidak ada indikator yang hanya dicapai seperempat penugasannya atau kurang."


def write_indikator(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write the indicators that few reach, those that nobody reaches first."""
    notes = [
        (
            "Indikator dengan bunyi, satuan, dan arah yang sama, sekurangnya tiga penugasan, yang "
            "targetnya (capaian 100 persen) dicapai seperempatnya atau kurang. Yang realisasinya "
            "belum ada tidak dihitung."
        ),
        "Bahan untuk meninjau target dan hambatan bersama, bukan ukuran orang atau unit.",
    ]
    left = len(rekap.indikator) - SHOWN
    if left > 0:
        notes.append(
            f"Ditampilkan {format_count(SHOWN)} yang pertama; {format_count(left)} lainnya lebih "
            "banyak yang mencapai."
        )
    lembar = Lembar("Indikator yang Belum Tercapai", notes, _COLUMNS, _NONE)
    rows = [_row(one, number) for number, one in enumerate(rekap.indikator[:SHOWN], lembar.first)]
    return write_lembar(book, sheet, rekap, lembar, rows)


def _row(one: IndikatorKota, number: int) -> Sequence[Value]:
    counted = one.indikator
    part, whole = counted.tercapai, counted.penugasan
    return (
        counted.indikator,
        counted.satuan or None,
        counted.arah.value if counted.arah else None,
        len(one.units),
        whole,
        part,
        persen((f"F{number}", part), (f"E{number}", whole)),
        join_some(one.units, _NAMED),
        _FEW if part else _NOBODY,
    )
