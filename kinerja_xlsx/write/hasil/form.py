"""One evaluation form on its own sheet, in the order of the official form."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.write.book import must
from kinerja_xlsx.write.hasil.context import Context
from kinerja_xlsx.write.hasil.flow import Marks, Plan, Sheaf, Strip, write_sheaf
from kinerja_xlsx.write.hasil.grid import make_grid, variant_of
from kinerja_xlsx.write.hasil.hasil_kerja import add_hasil_kerja
from kinerja_xlsx.write.hasil.indeks import SHEET as INDEKS
from kinerja_xlsx.write.hasil.kop import add_kop
from kinerja_xlsx.write.hasil.looks import BODY, Looks, decimals_of
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.penutup import add_penutup, add_rating_hasil_kerja
from kinerja_xlsx.write.hasil.perilaku import KEPT_AT_END, add_perilaku
from kinerja_xlsx.write.hasil.rincian import add_rincian
from kinerja_xlsx.write.measure import CELL_PADDING, INDENT_POINTS, text_width
from kinerja_xlsx.write.rekap_tabel import (
    MARGIN_FOOTER,
    footer_text,
    link_to,
    put,
    set_up_page,
)

_BACK: Final = "Kembali ke Indeks"
_FOOTER_NAME: Final = 60
THIN_PAGE: Final = 0.5
"""A page filled less than this is nearly empty."""


def write_form(sheet: Worksheet, book: HasilBook, form: HasilForm, looks: Looks) -> Marks:
    """Fill a sheet with one form, set it up for its paper, and say where its ratings stand."""
    row = form.penugasan.pegawai.row
    grid = make_grid(
        variant_of(row.jenis_jabatan, book.pendekatan), book.kertas, figures=_figures(form)
    )
    context = Context(book, form, grid, looks)
    for column, width in enumerate(grid.pixels):
        must(sheet.set_column_pixels(column, column, width))
    sheaf, plan = _lay_out(context)
    marks = write_sheaf(sheet, sheaf, plan)
    sheet.print_area(0, 0, len(plan.heights) - 1, grid.variant.last)
    # Beside the printed area, for people who read on the screen.
    put(sheet, (0, grid.variant.last + 1), link_to(INDEKS, _BACK), looks.link)
    set_up_page(sheet, book.kertas)
    sheet.set_footer(_footer(context), {"margin": MARGIN_FOOTER})
    return marks


def _lay_out(context: Context) -> tuple[Sheaf, Plan]:
    """Put the form together, and decide how much of the table of perilaku stays together."""
    sheaf = Sheaf()
    add_kop(sheaf, context)
    add_hasil_kerja(sheaf, context)
    add_rating_hasil_kerja(sheaf, context)
    first = len(sheaf.strips)
    add_perilaku(sheaf, context)
    last = len(sheaf.strips)
    add_penutup(sheaf, context)
    end = len(sheaf.strips)
    add_rincian(sheaf, context)
    capacity = context.grid.capacity
    # All of it if a page can hold that, else the last values with the signature, else neither.
    starts = [
        start
        for start in (first, last - KEPT_AT_END)
        if _points(sheaf.strips[start].heading + tuple(sheaf.strips[start:end])) <= capacity
    ]
    plans = (Plan(capacity).lay(_kept(sheaf.strips, start, last)) for start in (*starts, last))
    return sheaf, _best(plans, math.ceil(_points(sheaf.strips) / capacity))


def _points(strips: Sequence[Strip]) -> float:
    return sum(strip.height for strip in strips)


def _kept(strips: Sequence[Strip], first: int, last: int) -> list[Strip]:
    kept = [replace(strip, keep=True) for strip in strips[first:last]]
    return [*strips[:first], *kept, *strips[last:]]


def _best(plans: Iterable[Plan], least: int) -> Plan:
    """Choose the fewest pages, then the fewest that end nearly empty, then the earlier plan.

    Args:
        plans: Made one by one, for no better one is sought than one that cannot be bettered.
        least: So many pages are needed at the least.
    """
    plans = iter(plans)
    best = next(plans)
    while _cost(best) > (least, 0) and (other := next(plans, None)) is not None:
        best = min(best, other, key=_cost)
    return best


def _cost(plan: Plan) -> tuple[int, int]:
    """Count the pages, and those of them that end nearly empty."""
    return plan.pages, sum(fill < plan.capacity * THIN_PAGE for fill in plan.fills)


def _figures(form: HasilForm) -> float:
    """Measure the longest figure of the table, so that its column can hold it."""
    rows = [placed.row for placed in form.penugasan.indikator]
    figures = [value for row in rows for value in (row.target, row.target_atas, row.realisasi)]
    figures += [score.realisasi for score in form.score.indikator]
    rolled = [score.gabungan for score in form.score.indikator if score.gabungan]
    figures += [value for found in rolled for value in (found.target, found.target_atas)]
    texts = [format_number(value, decimals_of(value)) for value in figures if value is not None]
    longest = max((text_width(text, BODY) for text in texts), default=0.0)
    return longest + CELL_PADDING + INDENT_POINTS


def _footer(context: Context) -> str:
    row = context.form.penugasan.pegawai.row
    name = row.nama if len(row.nama) <= _FOOTER_NAME else f"{row.nama[:_FOOTER_NAME]}…"
    left = footer_text(f"{name} · NIP {row.nip}")
    right = footer_text(f"{context.book.kode_unit} · {context.book.period.label}")
    return f"&L&8 {left}&C&8Halaman &P&R&8 {right}"
