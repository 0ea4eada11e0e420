"""The workbook of the plans of one unit: index, and one form per assignment."""

from __future__ import annotations

import io
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write.book import Book, open_book, unique_sheet_name
from kinerja_xlsx.write.hasil.indeks import OPEN, Isi, write_isi
from kinerja_xlsx.write.hasil.indeks import SHEET as INDEKS
from kinerja_xlsx.write.hasil.looks import make_looks
from kinerja_xlsx.write.rekap_tabel import joined, link_to
from kinerja_xlsx.write.skp.form import write_skp_form
from kinerja_xlsx.write.skp.masukan import SkpBook, SkpForm

_TITLE: Final = "Sasaran Kinerja Pegawai (SKP)"
_WORDS: Final = (
    (PenugasanStatus.DINILAI, "Diterima"),
    (PenugasanStatus.DITAHAN, "Ditahan"),
    (PenugasanStatus.TIDAK_DINILAI, "Tidak dinilai"),
)


def render_skp(book: SkpBook) -> bytes:
    """Write the workbook `SKP` of one unit.

    Args:
        book: The unit, its accepted plans, and everybody else with the reason.

    Returns:
        The finished workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    title = f"{_TITLE} {book.nama_unit} {book.period.label}"
    with open_book(buffer, title=title, created=book.period.last) as out:
        taken: set[str] = set()
        indeks = out.workbook.add_worksheet(unique_sheet_name(INDEKS, taken))
        names = [unique_sheet_name(form.penugasan.nip, taken) for form in book.forms]
        looks = make_looks(out)
        for form, name in zip(book.forms, names, strict=True):
            write_skp_form(out.workbook.add_worksheet(name), book, form, looks)
        _write_indeks(out, indeks, book, names)
    return buffer.getvalue()


def _write_indeks(out: Book, sheet: Worksheet, book: SkpBook, names: list[str]) -> None:
    unit = f"{book.nama_unit} ({book.kode_unit})"
    isi = Isi(
        title=f"{_TITLE} {book.period.label}",
        lines=(joined(unit, book.instansi), f"Pendekatan {book.pendekatan.value.lower()}"),
        forms=tuple((form.penugasan.pegawai.row, _said_of(form)) for form in book.forms),
        others=book.others,
        words=_WORDS,
        kertas=book.kertas,
        footer=f"{unit} · SKP {book.period.label}",
    )
    write_isi(out, sheet, isi, [[link_to(name, OPEN)] for name in names])


def _said_of(form: SkpForm) -> str:
    rows = [placed.row for placed in form.penugasan.rencana]
    return f"{len({row.no_rhk for row in rows})} RHK, {len(rows)} indikator"
