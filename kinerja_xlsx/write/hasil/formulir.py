"""Forms alone, to be printed or handed out: those of one person, or of a unit in some order."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.write.book import open_book, unique_sheet_name
from kinerja_xlsx.write.hasil.berkas import FormWriter
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rujukan import SHEET as RUJUKAN
from kinerja_xlsx.write.hasil.rujukan import write_rujukan

_TITLE: Final = "Evaluasi Kinerja Pegawai"


def render_formulir(book: HasilBook, forms: Sequence[HasilForm]) -> bytes:
    """Write the forms of one person; nobody else is in the workbook.

    Args:
        book: The unit.
        forms: One or more forms of the same person.
    """
    return _render(book, forms, forms[0].penugasan.pegawai.row.nama)


def render_siap_cetak(book: HasilBook, forms: Sequence[HasilForm]) -> bytes:
    """Write forms of a unit, and nothing else that would be printed.

    Args:
        book: The unit.
        forms: In the order in which they are printed.
    """
    return _render(book, forms, book.nama_unit)


def _render(book: HasilBook, forms: Sequence[HasilForm], whose: str) -> bytes:
    """Write forms one after another; the sheet that their formulas read is hidden."""
    buffer = io.BytesIO()
    title = f"{_TITLE} {whose} {book.period.label}"
    with open_book(buffer, title=title, created=book.period.last) as out:
        taken: set[str] = set()
        FormWriter(out, book, back=None).write_all(forms, taken)
        rujukan = out.workbook.add_worksheet(unique_sheet_name(RUJUKAN, taken))
        write_rujukan(out, rujukan, book)
        rujukan.hide()
    return buffer.getvalue()
