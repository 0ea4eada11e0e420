"""A workbook of one unit: index, recap, spread of predikat, and one form per assignment."""

from __future__ import annotations

import io
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write.book import Book, open_book, unique_sheet_name
from kinerja_xlsx.write.hasil.angka_kredit import SHEET as ANGKA_KREDIT
from kinerja_xlsx.write.hasil.angka_kredit import has_angka_kredit, write_angka_kredit
from kinerja_xlsx.write.hasil.bagian import Bagian, whole
from kinerja_xlsx.write.hasil.berkas import FormWriter
from kinerja_xlsx.write.hasil.indeks import SHEET as INDEKS
from kinerja_xlsx.write.hasil.indeks import write_indeks
from kinerja_xlsx.write.hasil.kekuatan import SHEET as KEKUATAN
from kinerja_xlsx.write.hasil.kekuatan import has_kekuatan, write_kekuatan
from kinerja_xlsx.write.hasil.masukan import HasilBook
from kinerja_xlsx.write.hasil.rekap import SHEET as REKAP
from kinerja_xlsx.write.hasil.rekap import write_rekap
from kinerja_xlsx.write.hasil.rujukan import SHEET as RUJUKAN
from kinerja_xlsx.write.hasil.rujukan import write_rujukan
from kinerja_xlsx.write.hasil.sebaran import SHEET as SEBARAN
from kinerja_xlsx.write.hasil.sebaran import write_sebaran_sheet
from kinerja_xlsx.write.hasil.tambahan import (
    KEHADIRAN,
    KEPUASAN,
    has_kehadiran,
    write_kehadiran,
    write_kepuasan,
)
from kinerja_xlsx.write.hasil.tpp import SHEET as TPP
from kinerja_xlsx.write.hasil.tpp import has_tpp, write_tpp
from kinerja_xlsx.write.hasil.tren import SHEET as TREN
from kinerja_xlsx.write.hasil.tren import has_tren, write_tren
from kinerja_xlsx.write.page import FormulaSheet
from kinerja_xlsx.write.rekap_tabel import joined

_TITLE: Final = "Hasil Evaluasi Kinerja Pegawai"


def render_hasil(unit: HasilBook, bagian: Bagian | None = None) -> bytes:
    """Write the workbook `Hasil` of one unit.

    Args:
        unit: The unit, its accepted assignments, and everybody else with the reason.
        bagian: Which of several workbooks of the unit; None for one that holds every form.

    Returns:
        The finished workbook; the same input gives the same bytes.
    """
    bagian = bagian or whole(unit)
    book = bagian.own(unit)
    buffer = io.BytesIO()
    title = joined(f"{_TITLE} {unit.nama_unit} {unit.period.label}", bagian.title)
    with open_book(buffer, title=title, created=unit.period.last) as out:
        taken: set[str] = set()
        indeks = out.workbook.add_worksheet(unique_sheet_name(INDEKS, taken))
        rekap = _add(out, unique_sheet_name(REKAP, taken))
        sebaran = _add_unit(out, unit, taken)
        kredit = _add_named(out, ANGKA_KREDIT, taken) if has_angka_kredit(book) else None
        tpp = _add_named(out, TPP, taken) if has_tpp(book) else None
        _write_tambahan(out, book, taken)
        lembar, marks = FormWriter(out, book, back=INDEKS).write_all(book.forms, taken)
        rujukan = out.workbook.add_worksheet(unique_sheet_name(RUJUKAN, taken))
        write_rujukan(out, rujukan, book)
        tabel = write_rekap(out, rekap, book, marks)
        if kredit is not None:
            write_angka_kredit(out, kredit, book, marks)
        if tpp is not None:
            write_tpp(out, tpp, book, marks)
        write_sebaran_sheet(out, sebaran, tabel, book)
        write_indeks(out, indeks, unit, lembar, bagian=bagian)
    return buffer.getvalue()


def _add(out: Book, name: str) -> Worksheet:
    """Append a sheet that holds formulas."""
    return out.workbook.add_worksheet(name, FormulaSheet)


def _add_named(out: Book, wanted: str, taken: set[str]) -> Worksheet:
    return _add(out, unique_sheet_name(wanted, taken))


def _add_unit(out: Book, unit: HasilBook, taken: set[str]) -> Worksheet:
    """Append what concerns the unit as a whole; the spread is written once the recap is."""
    sebaran = out.workbook.add_worksheet(unique_sheet_name(SEBARAN, taken))
    if has_tren(unit):
        write_tren(out, _add_named(out, TREN, taken), unit)
    if has_kekuatan(unit):
        write_kekuatan(out, _add_named(out, KEKUATAN, taken), unit)
    return sebaran


def _write_tambahan(out: Book, book: HasilBook, taken: set[str]) -> None:
    """Write attendance and satisfaction where the unit sent them."""
    if has_kehadiran(book):
        name = unique_sheet_name(KEHADIRAN, taken)
        write_kehadiran(out, out.workbook.add_worksheet(name), book)
    if book.kepuasan:
        name = unique_sheet_name(KEPUASAN, taken)
        write_kepuasan(out, out.workbook.add_worksheet(name), book)
