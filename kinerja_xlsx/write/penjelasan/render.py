"""The workbook `Penjelasan`: one upright sheet for each assignment of a person in a period."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.write.book import must, open_book, unique_sheet_name
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Plan, Sheaf, write_sheaf
from kinerja_xlsx.write.hasil.lembar import kode_text
from kinerja_xlsx.write.hasil.looks import Looks, make_looks
from kinerja_xlsx.write.penjelasan.diketik import add_diketik
from kinerja_xlsx.write.penjelasan.kepala import add_kepala
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan, make_grid
from kinerja_xlsx.write.penjelasan.langkah import add_langkah
from kinerja_xlsx.write.penjelasan.penutup import add_penutup
from kinerja_xlsx.write.penolakan import mark_as_explanation
from kinerja_xlsx.write.rekap_tabel import MARGIN_FOOTER, footer_text, set_up_page

SQUEEZE: Final = 1.08
"""A sheet taller than its page by no more than this is printed smaller, and stays readable."""
JUDUL: Final = "PENJELASAN HASIL EVALUASI KINERJA PEGAWAI"


def render_penjelasan(found: Sequence[PenjelasanPenugasan]) -> bytes:
    """Write how the figures of one person in one period came about.

    Args:
        found: The person's assignments of that period; at least one.

    Returns:
        The finished workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    first = found[0].baris
    period = Period.parse(first.period)
    title = f"Penjelasan {first.nama} {period.label}"
    with open_book(buffer, title=title, created=period.last) as book:
        looks = make_looks(book)
        taken: set[str] = set()
        for one in found:
            name = unique_sheet_name(one.baris.nip, taken)
            _write_sheet(book.workbook.add_worksheet(name), one, looks)
        mark_as_explanation(book)
    return buffer.getvalue()


def _write_sheet(sheet: Worksheet, one: PenjelasanPenugasan, looks: Looks) -> None:
    """Lay one assignment out over as few pages as it takes, and set the sheet up for its paper."""
    layout: Layout[KolomPenjelasan] = Layout(make_grid(one.kertas), looks)
    sheaf = Sheaf()
    add_kepala(sheaf, layout, one, judul=JUDUL)
    add = add_langkah if one.langkah else add_diketik
    add(sheaf, layout, one)
    add_penutup(sheaf, layout, one)
    plan = _lay(sheaf, layout.grid.capacity)
    for column, width in enumerate(layout.grid.pixels):
        must(sheet.set_column_pixels(column, column, width))
    write_sheaf(sheet, sheaf, plan)
    set_up_page(sheet, one.kertas)
    sheet.set_portrait()
    if plan.pages == 1:
        sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, len(plan.heights) - 1, layout.grid.variant.last)
    sheet.set_footer(_footer(one), {"margin": MARGIN_FOOTER})


def _lay(sheaf: Sheaf, capacity: float) -> Plan:
    """Choose one page where a slightly smaller print holds everything, else as many as needed."""
    squeezed = Plan(capacity * SQUEEZE).lay(sheaf.strips)
    return squeezed if squeezed.pages == 1 else Plan(capacity).lay(sheaf.strips)


def _footer(one: PenjelasanPenugasan) -> str:
    left = footer_text(f"NIP {one.baris.nip} · {one.baris.unit}")
    right = footer_text(kode_text(one.formulir.kode) if one.formulir else "Belum ada formulir")
    return f"&L&8 {left}&C&8Halaman &P&R&8 {right}"
