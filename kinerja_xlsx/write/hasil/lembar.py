"""A form on its sheet: where its pages end, its paper, its footer, and the way back."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.write.book import must
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Marks, Plan, Sheaf, Strip, write_sheaf
from kinerja_xlsx.write.hasil.grid import Columns
from kinerja_xlsx.write.hasil.looks import BODY, decimals_of
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


@dataclass(frozen=True, slots=True)
class Laid:
    """A form whose pages are known.

    Attributes:
        sheaf: Its strips.
        plan: Their rows and pages.
        printed: How many rows are printed; what lies below is for the screen.
    """

    sheaf: Sheaf
    plan: Plan
    printed: int


@dataclass(frozen=True, slots=True)
class FormPage:
    """The paper, the sheet to go back to if there is one, the footer, and the way it is turned."""

    kertas: Kertas
    back: str | None
    footer: str
    is_upright: bool = False


def fill_sheet(sheet: Worksheet, layout: Layout[Columns], laid: Laid, page: FormPage) -> Marks:
    """Write the form, set the sheet up for its paper, and say where its marks lie."""
    for column, width in enumerate(layout.grid.pixels):
        must(sheet.set_column_pixels(column, column, width))
    marks = write_sheaf(sheet, laid.sheaf, laid.plan)
    last = layout.grid.variant.last
    sheet.print_area(0, 0, laid.printed - 1, last)
    if page.back is not None:
        # Beside the printed area, for people who read on the screen.
        put(sheet, (0, last + 1), link_to(page.back, _BACK), layout.looks.link)
    set_up_page(sheet, page.kertas)
    if page.is_upright:
        sheet.set_portrait()
    sheet.set_footer(page.footer, {"margin": MARGIN_FOOTER})
    return marks


def form_footer(row: PegawaiRow, right: str, kode: str) -> str:
    """Write whose form it is, the page, of which unit and period, and the verification code."""
    name = row.nama if len(row.nama) <= _FOOTER_NAME else f"{row.nama[:_FOOTER_NAME]}…"
    left = footer_text(f"{name} · NIP {row.nip}")
    right = footer_text(" · ".join(filter(None, (right, kode_text(kode)))))
    return f"&L&8 {left}&C&8Halaman &P&R&8 {right}"


def kode_text(kode: str) -> str:
    """Name the verification code; nothing where a form has none."""
    return f"Kode verifikasi {kode}" if kode else ""


def longest_figure(figures: Iterable[Decimal | None]) -> float:
    """Measure the longest figure of a table, padding included, so that its column can hold it."""
    texts = [format_number(value, decimals_of(value)) for value in figures if value is not None]
    longest = max((text_width(text, BODY) for text in texts), default=0.0)
    return longest + CELL_PADDING + INDENT_POINTS


def lay_together(
    strips: Sequence[Strip], table: tuple[int, int], kept_at_end: int, capacity: float
) -> Plan:
    """Give every strip its page, and decide how much of the last table stays together.

    All of it if a page can hold that and what follows, else its last rows, else neither.

    Args:
        strips: The form; what follows the table stays together anyway.
        table: Index of the first strip of the table, and of the first after it.
        kept_at_end: So many rows stay with what follows, where that costs nothing.
        capacity: Points of height that a page holds.
    """
    first, last = table
    starts = [
        start
        for start in (first, last - kept_at_end)
        if _points(strips[start].heading + tuple(strips[start:])) <= capacity
    ]
    plans = (Plan(capacity).lay(_kept(strips, start, last)) for start in (*starts, last))
    return _best(plans, math.ceil(_points(strips) / capacity))


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
