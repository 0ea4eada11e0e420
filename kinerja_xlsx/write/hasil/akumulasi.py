"""Akumulasi Angka Kredit: the periods of one person, and what they add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.period import BULAN_NAMES, Period
from kinerja_xlsx.model.score import AkumulasiAngkaKredit, AngkaKredit
from kinerja_xlsx.policy.permenpanrb_1_2023 import BULAN_SETAHUN
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.grid import Range
from kinerja_xlsx.write.hasil.kredit import (
    DIBULATKAN,
    add_kop_kredit,
    add_source,
    cell_in,
    heading_strips,
    koefisien_value,
    kredit_value,
    perorangan_lines,
    persen_value,
    steps_of,
)
from kinerja_xlsx.write.hasil.lembar import lay_together
from kinerja_xlsx.write.hasil.rujukan import cell_of
from kinerja_xlsx.write.hasil.rumus import RumusForm
from kinerja_xlsx.write.hasil.tegak import (
    GAP_POINTS,
    Upright,
    UprightContext,
    add_band,
    add_ketetapan,
    add_lines,
    fill_upright,
)

JUDUL: Final = "AKUMULASI ANGKA KREDIT"
JUMLAH: Final = "JUMLAH ANGKA KREDIT YANG DIPEROLEH"
KEPT_AT_END: Final = 2
"""So many periods stay on the page of the sum, where that costs nothing."""
_TAHUN: Final[Range] = (0, 1)
_MASA: Final[Range] = (2, 2)
_BULAN: Final[Range] = (3, 3)
_PREDIKAT: Final[Range] = (4, 4)
_PROSENTASE: Final[Range] = (5, 5)
_KOEFISIEN: Final[Range] = (6, 6)
_KREDIT: Final[Range] = (7, 7)
COLUMNS: Final = Upright(
    bagi="",
    pixels=(30, 40, 124, 40, 136, 100, 90, 140),
    headings=(),
    numeric=(),
    elastic=(),
    panel=(),
    no=(0, 0),
    label=(1, 3),
    value=(4, 7),
    signatures=((0, 3), (5, 7)),
)
_HEADS: Final = (
    (_TAHUN, "TAHUN"),
    ((_MASA[0], _BULAN[1]), "PERIODIK (BULAN)"),
    (_PREDIKAT, "PREDIKAT"),
    (_PROSENTASE, "PROSENTASE"),
    (_KOEFISIEN, "KOEFISIEN PER TAHUN"),
    (_KREDIT, "ANGKA KREDIT YANG DIDAPAT"),
)
_WHAT: Final = (
    "Jumlah ini memuat periode yang tercantum di atas; penetapan angka kredit terdahulu belum "
    "termasuk."
)


def write_akumulasi(sheet: Worksheet, context: UprightContext) -> None:
    """Fill a sheet with the sum over periods, in the order of the official form."""
    sheaf = Sheaf()
    add_kop_kredit(sheaf, context, JUDUL)
    add_band(sheaf, context, "KETERANGAN PERORANGAN", "I")
    add_lines(sheaf, context, perorangan_lines(context), is_numbered=True)
    sheaf.add(GAP_POINTS)
    add_band(sheaf, context, "HASIL PENILAIAN ANGKA KREDIT")
    first = last = len(sheaf.strips)
    found = context.form.score.akumulasi
    if found is not None:
        first, last = _add_table(sheaf, context, found)
    add_source(sheaf, context, _WHAT)
    add_ketetapan(sheaf, context)
    plan = lay_together(
        sheaf.strips, (first, last), min(KEPT_AT_END, last - first), context.grid.capacity
    )
    fill_upright(sheet, context, sheaf, plan, steps_of(context))


def _add_table(
    sheaf: Sheaf, context: UprightContext, found: AkumulasiAngkaKredit
) -> tuple[int, int]:
    """Add one line for each period and their sum; give the lines' first index and the next."""
    heading = heading_strips(context, ("HASIL PENILAIAN KINERJA", 4), _HEADS)
    for strip in heading:
        sheaf.add(strip.height, *strip.cells, keep=True)
    first = len(sheaf.strips)
    for number, item in enumerate(found.items, start=1):
        is_own = number == len(found.items)
        cells = _cells(context, item, number, is_own=is_own)
        sheaf.add(context.height(*cells), *cells, heading=heading)
    last = len(sheaf.strips)
    total = Cell(_KREDIT, _total(context, found), context.more.total)
    label = Cell((0, _KOEFISIEN[1]), JUMLAH, context.looks.label)
    sheaf.add(context.height(label, bold=True), label, total, keep=True)
    sheaf.add(GAP_POINTS, keep=True)
    return first, last


def _cells(
    context: UprightContext, item: AngkaKredit, number: int, *, is_own: bool
) -> tuple[Cell, ...]:
    """Show one period; the last is that of this workbook, whose evaluation lies in it."""
    more, decimals = context.more, context.book.parameters.pembulatan_angka_kredit.value
    period, word = Period.parse(item.period), item.predikat.value
    product = "*".join(map(cell_in, (_PROSENTASE, _KOEFISIEN, _BULAN)))
    kredit = kredit_value(item, f"{product}/{100 * BULAN_SETAHUN}", decimals=decimals)
    return (
        Cell(_TAHUN, str(period.year), more.center),
        Cell(_MASA, masa_words(period, item.bulan), more.center),
        Cell(_BULAN, item.bulan, more.bulan),
        Cell(_PREDIKAT, context.predikat(word) if is_own else word, more.center),
        Cell(_PROSENTASE, persen_value(item, _PREDIKAT), more.persen),
        Cell(_KOEFISIEN, koefisien_value(item, context.form.jenjang), more.koefisien),
        Cell(_KREDIT, kredit, more.kredit, _mark(number)),
    )


def masa_words(period: Period, bulan: int) -> str:
    """Name the months of a period, or say that only a part of them is meant."""
    first, last = (BULAN_NAMES[day.month - 1] for day in (period.first, period.last))
    months = first if period.months == 1 else f"{first} – {last}"
    return months if bulan == period.months else f"bagian dari {months}"


def _mark(number: int) -> str:
    return f"kredit_{number}"


def _total(context: UprightContext, found: AkumulasiAngkaKredit) -> RumusForm | Decimal:
    """Add the lines above; what is rounded in each stays so."""
    decimals = context.book.parameters.pembulatan_angka_kredit.value
    added = half_up(sum((item.nilai for item in found.items), Decimal(0)), decimals)
    if added != found.total:
        return found.total
    first, last = _mark(1), _mark(len(found.items))
    return RumusForm(f"=ROUND(SUM({{{first}}}:{{{last}}}),{cell_of(DIBULATKAN)})", found.total)
