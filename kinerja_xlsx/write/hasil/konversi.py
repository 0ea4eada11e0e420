"""Konversi Predikat Kinerja ke Angka Kredit: what the predikat of one period comes to."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import FormulirPegawai
from kinerja_xlsx.model.score import AngkaKredit
from kinerja_xlsx.policy.permenpanrb_1_2023 import BULAN_SETAHUN
from kinerja_xlsx.write.hasil.flow import Cell, Plan, Sheaf
from kinerja_xlsx.write.hasil.grid import Range
from kinerja_xlsx.write.hasil.kredit import (
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
from kinerja_xlsx.write.hasil.tegak import (
    GAP_POINTS,
    Upright,
    UprightContext,
    add_band,
    add_ketetapan,
    add_lines,
    fill_upright,
)

JUDUL: Final = "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT"
_BULAN: Final = "bulan"
_PREDIKAT: Final[Range] = (0, 1)
_PROSENTASE: Final[Range] = (2, 2)
_KOEFISIEN: Final[Range] = (3, 3)
_KREDIT: Final[Range] = (4, 4)
COLUMNS: Final = Upright(
    bagi="",
    pixels=(30, 190, 120, 140, 220),
    headings=(),
    numeric=(),
    elastic=(),
    panel=(),
    no=(0, 0),
    label=(1, 1),
    value=(2, 4),
    signatures=((0, 1), (3, 4)),
)
_HEADS: Final = (
    (_PREDIKAT, "PREDIKAT"),
    (_PROSENTASE, "PROSENTASE"),
    (_KOEFISIEN, "Koefisien per Tahun"),
    (_KREDIT, "Angka Kredit yang didapat\n(kolom 2 x kolom 3)"),
)


def write_konversi(sheet: Worksheet, context: UprightContext) -> None:
    """Fill a sheet with the conversion, in the order of the official form."""
    sheaf = Sheaf()
    add_kop_kredit(sheaf, context, JUDUL)
    add_band(sheaf, context, "PEJABAT FUNGSIONAL YANG DINILAI")
    add_lines(sheaf, context, perorangan_lines(context), is_numbered=True)
    sheaf.add(GAP_POINTS)
    for strip in heading_strips(context, ("Hasil Penilaian Kinerja", 2), _HEADS):
        sheaf.add(strip.height, *strip.cells, keep=True)
    found = context.form.score.akumulasi
    if found is not None:
        _add_figures(sheaf, context, found.items[-1])
    evaluated = (
        f"Predikat berasal dari {FormulirPegawai.EVALUASI.value} {context.book.period.label}."
    )
    add_source(sheaf, context, evaluated)
    add_ketetapan(sheaf, context)
    plan = Plan(context.grid.capacity).lay(sheaf.strips)
    fill_upright(sheet, context, sheaf, plan, steps_of(context))


def _add_figures(sheaf: Sheaf, context: UprightContext, item: AngkaKredit) -> None:
    """Add the one line of figures, and the months where the period is shorter than a year."""
    more, decimals = context.more, context.book.parameters.pembulatan_angka_kredit.value
    is_part = item.bulan != BULAN_SETAHUN
    product = f"{cell_in(_PROSENTASE)}*{cell_in(_KOEFISIEN)}"
    product += f"*{{{_BULAN}}}/{100 * BULAN_SETAHUN}" if is_part else "/100"
    cells = (
        Cell(_PREDIKAT, context.predikat(item.predikat.value), more.center),
        Cell(_PROSENTASE, persen_value(item, _PREDIKAT), more.persen),
        Cell(_KOEFISIEN, koefisien_value(item, context.form.jenjang), more.koefisien),
        Cell(_KREDIT, kredit_value(item, product, decimals=decimals), more.total),
    )
    sheaf.add(context.height(cells[0]), *cells, keep=True)
    if is_part:
        looks = context.looks
        note = (
            "Angka Kredit = kolom 2 x kolom 3 x bulan : 12, karena periodenya kurang dari setahun."
        )
        line = (
            Cell(_PREDIKAT, "Bulan yang dinilai", looks.label),
            Cell(_PROSENTASE, item.bulan, more.bulan, _BULAN),
            Cell((_KOEFISIEN[0], _KREDIT[1]), note, looks.note),
        )
        sheaf.add(context.height(line[0], line[2]), *line, keep=True)
    sheaf.add(GAP_POINTS, keep=True)
