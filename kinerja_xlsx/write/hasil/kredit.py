"""What both forms of angka kredit share: the person, the headings, and the live figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Jenjang
from kinerja_xlsx.model.nip import Nip
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.model.score import LABEL_ANGKA_KREDIT, AngkaKredit, Step
from kinerja_xlsx.policy.permenpanrb_1_2023 import (
    BULAN_SETAHUN,
    KOEFISIEN_CITATION,
    PERSEN_CITATION,
    SYARAT,
)
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf, Strip
from kinerja_xlsx.write.hasil.grid import Range
from kinerja_xlsx.write.hasil.kop import pegawai_lines
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.rujukan import (
    DAFTAR_JENJANG,
    DAFTAR_PREDIKAT,
    KOEFISIEN,
    PERSEN_ANGKA_KREDIT,
    cell_of,
)
from kinerja_xlsx.write.hasil.rumus import RumusForm
from kinerja_xlsx.write.hasil.tanda_tangan import TITIK_TITIK
from kinerja_xlsx.write.hasil.tegak import GAP_POINTS, UprightContext, add_upright_title

DIBULATKAN: Final = "pembulatan_angka_kredit"
_SEX: Final = MappingProxyType({"1": "Laki-laki", "2": "Perempuan"})
_SOURCE: Final = (
    f"Dasar: {PERSEN_CITATION.text}; {KOEFISIEN_CITATION.text}. Tanggal lahir dan jenis kelamin "
    "dibaca dari NIP; yang bertitik-titik diisi dengan tulisan tangan."
)


def add_kop_kredit(sheaf: Sheaf, context: UprightContext, judul: str) -> None:
    """Add title and number, and below them the agency and the days that are evaluated."""
    looks, book, penugasan = context.looks, context.book, context.form.penugasan
    add_upright_title(sheaf, context, (judul, f"NOMOR : {TITIK_TITIK}"))
    days = f"{format_date(penugasan.mulai)} sampai {format_date(penugasan.selesai)}"
    split = context.grid.variant.value[0]
    left = Cell((0, split), f"Instansi : {book.instansi or TITIK_TITIK}", looks.kop)
    right = Cell((split + 1, context.grid.variant.last), f"Periode : {days}", looks.kop_right)
    sheaf.add(context.height(left, right, bold=True), left, right, keep=True)
    sheaf.add(GAP_POINTS, keep=True)


def perorangan_lines(context: UprightContext) -> tuple[tuple[str, str], ...]:
    """Give the nine lines about the person; what nobody has typed is written by hand."""
    row, book = context.form.penugasan.pegawai.row, context.book
    known, nip = dict(pegawai_lines(row, book.nama_unit)), Nip.parse(row.nip)
    born = date(int(nip.text[:4]), int(nip.text[4:6]), int(nip.text[6:8]))
    return (
        ("Nama", row.nama),
        ("NIP", row.nip),
        ("Nomor Seri KARPEG", TITIK_TITIK),
        ("Tempat/Tgl. Lahir", f"{TITIK_TITIK}, {format_date(born)}"),
        ("Jenis Kelamin", _SEX.get(nip.sex_digit, TITIK_TITIK)),
        ("Pangkat/Golongan Ruang/TMT", f"{known['PANGKAT/GOL. RUANG']} / {TITIK_TITIK}"),
        ("Jabatan/TMT", f"{known['JABATAN']} / {TITIK_TITIK}"),
        ("Unit Kerja", known["UNIT KERJA"]),
        ("Instansi", book.instansi or TITIK_TITIK),
    )


def heading_strips(
    context: UprightContext, group: tuple[str, int], columns: Sequence[tuple[Range, str]]
) -> tuple[Strip, ...]:
    """Give the heading of a table in three rows: what a group shares, each column, its number.

    Args:
        context: The form.
        group: Heading over the first columns, and over how many of them.
        columns: Cells and heading of each column.
    """
    more, (title, count) = context.more, group
    first, last = columns[0][0][0], columns[count - 1][0][1]
    upper = (
        Cell((first, last), title, context.looks.head),
        *(Cell(at, "", more.head_upper) for at, _ in columns[count:]),
    )
    lower = tuple(
        Cell(at, text, context.looks.head if index < count else more.head_lower)
        for index, (at, text) in enumerate(columns)
    )
    numbers = tuple(
        Cell(at, f"({number})", context.looks.head_number)
        for number, (at, _) in enumerate(columns, start=1)
    )
    return tuple(
        Strip(context.height(*cells, size=SMALL, bold=True), cells)
        for cells in (upper, lower, numbers)
    )


def add_source(sheaf: Sheaf, context: UprightContext, *sentences: str) -> None:
    """Say by which rules the figures are, and what is left to be written by hand."""
    cell = Cell(context.full, " ".join((*sentences, _SOURCE)), context.looks.small_plain)
    sheaf.add(context.height(cell, size=SMALL), cell, keep=True)
    sheaf.add(GAP_POINTS, keep=True)


def steps_of(context: UprightContext) -> list[Step]:
    """Give the steps of the score that concern angka kredit."""
    trail = context.form.score.trail
    return [step for step in trail if step.label.startswith(LABEL_ANGKA_KREDIT)]


def is_live(item: AngkaKredit, decimals: int) -> bool:
    """Tell whether percent × coefficient × months, rounded, is the very figure."""
    exact = Fraction(item.persen) * Fraction(item.koefisien) * item.bulan / (100 * BULAN_SETAHUN)
    return abs(exact - Fraction(item.nilai)) <= Fraction(1, 2 * 10**decimals)


def persen_value(item: AngkaKredit, predikat: Range) -> RumusForm:
    """Look up what a predikat is worth by the word beside it."""
    pattern = f"=INDEX({PERSEN_ANGKA_KREDIT},MATCH({cell_in(predikat)},{DAFTAR_PREDIKAT},0))"
    return RumusForm(pattern, item.persen)


def koefisien_value(item: AngkaKredit, jenjang: Jenjang | None) -> RumusForm | Decimal:
    """Look up the coefficient of the level; an earlier period may have been at another one."""
    if jenjang is None or SYARAT[jenjang].koefisien != item.koefisien:
        return item.koefisien
    pattern = f'=INDEX({KOEFISIEN},MATCH("{jenjang.value}",{DAFTAR_JENJANG},0))'
    return RumusForm(pattern, item.koefisien)


def kredit_value(item: AngkaKredit, product: str, *, decimals: int) -> RumusForm | Decimal:
    """Multiply what the cells beside it show, where that comes to the very figure.

    Args:
        item: The angka kredit of one period.
        product: Percent × coefficient, and × months where they are not a year, as a formula.
        decimals: To which it is rounded.
    """
    if not is_live(item, decimals):
        return item.nilai
    return RumusForm(f"=ROUND({product},{cell_of(DIBULATKAN)})", item.nilai)


def cell_in(at: Range) -> str:
    """Name the cell of a column in the row of the formula itself."""
    return f"{column_letters(at[0] + 1)}{{row}}"
