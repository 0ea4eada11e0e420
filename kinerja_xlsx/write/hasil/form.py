"""One evaluation form on its own sheet, in the order of the official form."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write.hasil.context import Context
from kinerja_xlsx.write.hasil.flow import Marks, Plan, Sheaf
from kinerja_xlsx.write.hasil.grid import make_grid, variant_of
from kinerja_xlsx.write.hasil.hasil_kerja import add_hasil_kerja
from kinerja_xlsx.write.hasil.kop import add_kop
from kinerja_xlsx.write.hasil.lembar import (
    FormPage,
    Laid,
    fill_sheet,
    form_footer,
    lay_together,
    longest_figure,
)
from kinerja_xlsx.write.hasil.looks import Looks
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.penutup import add_penutup, add_rating_hasil_kerja
from kinerja_xlsx.write.hasil.perilaku import KEPT_AT_END, add_perilaku
from kinerja_xlsx.write.hasil.rincian import add_rincian


def write_form(
    sheet: Worksheet,
    book: HasilBook,
    form: HasilForm,
    looks: Looks,
    *,
    back: str | None,
) -> Marks:
    """Fill a sheet with one form, set it up for its paper, and say where its ratings stand.

    Args:
        sheet: The sheet.
        book: The unit.
        form: The form.
        looks: The formats of the workbook.
        back: The sheet to go back to; None where the workbook has no index.
    """
    row = form.penugasan.pegawai.row
    grid = make_grid(
        variant_of(row.jenis_jabatan, book.pendekatan), book.kertas, figures=_figures(form)
    )
    context = Context(grid, looks, book, form)
    sheaf, plan, printed = _lay_out(context)
    page = FormPage(book.kertas, back, _footer(context))
    return fill_sheet(sheet, context, Laid(sheaf, plan, printed), page)


def _lay_out(context: Context) -> tuple[Sheaf, Plan, int]:
    """Put the form together, and below it the steps of the score, which nobody signs.

    Returns:
        The strips, their pages, and how many rows are printed.
    """
    sheaf = Sheaf()
    add_kop(sheaf, context)
    add_hasil_kerja(sheaf, context)
    add_rating_hasil_kerja(sheaf, context)
    first = len(sheaf.strips)
    add_perilaku(sheaf, context)
    last = len(sheaf.strips)
    add_penutup(sheaf, context)
    end = len(sheaf.strips)
    plan = lay_together(sheaf.strips, (first, last), KEPT_AT_END, context.grid.capacity)
    printed = len(plan.heights)
    add_rincian(sheaf, context)
    return sheaf, plan.lay(sheaf.strips[end:]), printed


def _figures(form: HasilForm) -> float:
    """Measure the longest figure of the table, so that its column can hold it."""
    rows = [placed.row for placed in form.penugasan.indikator]
    figures = [value for row in rows for value in (row.target, row.target_atas, row.realisasi)]
    figures += [score.realisasi for score in form.score.indikator]
    rolled = [score.gabungan for score in form.score.indikator if score.gabungan]
    figures += [value for found in rolled for value in (found.target, found.target_atas)]
    return longest_figure(figures)


def _footer(context: Context) -> str:
    row = context.form.penugasan.pegawai.row
    right = f"{context.book.kode_unit} · {context.book.period.label}"
    return form_footer(row, right, context.form.kode)
