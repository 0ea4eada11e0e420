"""The forms of one person alone, as they are printed: no index, nobody else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.write.book import open_book, unique_sheet_name
from kinerja_xlsx.write.hasil.form import write_form
from kinerja_xlsx.write.hasil.looks import make_looks
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rujukan import SHEET as RUJUKAN
from kinerja_xlsx.write.hasil.rujukan import write_rujukan
from kinerja_xlsx.write.page import FormulaSheet

_TITLE: Final = "Evaluasi Kinerja Pegawai"


def render_formulir(book: HasilBook, forms: Sequence[HasilForm]) -> bytes:
    """Write the forms of one person, to be printed; what their formulas read is hidden.

    Args:
        book: The unit.
        forms: One or more forms of the same person.
    """
    buffer = io.BytesIO()
    nama = forms[0].penugasan.pegawai.row.nama
    title = f"{_TITLE} {nama} {book.period.label}"
    with open_book(buffer, title=title, created=book.period.last) as out:
        taken: set[str] = set()
        looks = make_looks(out)
        for form in forms:
            name = unique_sheet_name(form.penugasan.nip, taken)
            write_form(out.workbook.add_worksheet(name, FormulaSheet), book, form, looks)
        rujukan = out.workbook.add_worksheet(unique_sheet_name(RUJUKAN, taken))
        write_rujukan(out, rujukan, book)
        rujukan.hide()
    return buffer.getvalue()
