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
from kinerja_xlsx.write.penjelasan.kolom import KolomPenjelasan, Ukuran, make_grid
from kinerja_xlsx.write.penjelasan.langkah import add_langkah
from kinerja_xlsx.write.penjelasan.penutup import add_penutup
from kinerja_xlsx.write.penolakan import mark_as_explanation
from kinerja_xlsx.write.rekap_tabel import MARGIN_FOOTER, footer_text, set_up_page

SKALA: Final = (1.0, 0.95, 0.9, 0.875, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""Sizes at which a sheet is tried on one page, largest first; 0.875 prints 8 as 7 points."""
_FLOWING: Final = 0.875
"""What none of them holds goes over several pages, in print of 7 points."""
_ISIAN: Final = (0.38, 0.44, 0.5, 0.56)
"""Shares of the cells in the room that they have together with the formulas."""
JUDUL: Final = "PENJELASAN HASIL EVALUASI KINERJA PEGAWAI"

_Laid = tuple[Layout[KolomPenjelasan], Sheaf, Plan]


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
    """Lay one assignment out on one page if it can be read there, and set the sheet up for it."""
    layout, sheaf, plan = _fit(one, looks)
    for column, width in enumerate(layout.grid.pixels):
        must(sheet.set_column_pixels(column, column, width))
    write_sheaf(sheet, sheaf, plan)
    set_up_page(sheet, one.kertas)
    sheet.set_portrait()
    if plan.pages == 1:
        sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, len(plan.heights) - 1, layout.grid.variant.last)
    sheet.set_footer(_footer(one), {"margin": MARGIN_FOOTER})


def _fit(one: PenjelasanPenugasan, looks: Looks) -> _Laid:
    """Choose the largest print that holds everything on one page."""
    for skala in SKALA:
        laid = _lay(one, looks, skala)
        if laid[-1].pages == 1:
            return laid
    return _lay(one, looks, _FLOWING)


def _lay(one: PenjelasanPenugasan, looks: Looks, skala: float) -> _Laid:
    """Lay everything out at one size, with the columns that make it shortest."""
    tried = (_lay_columns(one, looks, Ukuran(one.kertas, skala, isian)) for isian in _ISIAN)
    return min(tried, key=lambda laid: sum(laid[-1].heights))


def _lay_columns(one: PenjelasanPenugasan, looks: Looks, ukuran: Ukuran) -> _Laid:
    layout = Layout(make_grid(ukuran, one.langkah), looks)
    sheaf = Sheaf()
    add_kepala(sheaf, layout, one, judul=JUDUL)
    add = add_langkah if one.langkah else add_diketik
    add(sheaf, layout, one)
    add_penutup(sheaf, layout, one, rapat=ukuran.is_rapat)
    return layout, sheaf, Plan(layout.grid.capacity).lay(sheaf.strips)


def _footer(one: PenjelasanPenugasan) -> str:
    left = footer_text(f"NIP {one.baris.nip} · {one.baris.unit}")
    right = footer_text(kode_text(one.formulir.kode) if one.formulir else "Belum ada formulir")
    return f"&L&8 {left}&C&8Halaman &P&R&8 {right}"
