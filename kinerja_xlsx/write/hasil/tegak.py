"""Forms on an upright page: their columns, formats, title, footer, and what only the screen shows.

They are what is filed beside the evaluation: the document of it, and the forms of angka kredit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import FormulirPegawai, Kertas
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.write.hasil.context import Layout
from kinerja_xlsx.write.hasil.flow import Cell, Plan, Sheaf
from kinerja_xlsx.write.hasil.grid import Columns, Grid, Range
from kinerja_xlsx.write.hasil.lembar import FormPage, Laid, fill_sheet, kode_text
from kinerja_xlsx.write.hasil.looks import SMALL, UprightLooks
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rincian import cells_text, origin_text
from kinerja_xlsx.write.hasil.rumus import PREDIKAT, RumusForm
from kinerja_xlsx.write.hasil.rumus_rekap import Alamat
from kinerja_xlsx.write.hasil.tanda_tangan import add_signatures, rater_signature, signing_parts
from kinerja_xlsx.write.rekap_tabel import footer_text

WIDTH_PIXELS: Final = MappingProxyType({Kertas.A4: 700, Kertas.F4: 722})
"""Width of an upright page between our margins, less two percent for printers that differ."""
CAPACITY: Final = MappingProxyType({Kertas.A4: 748.0, Kertas.F4: 840.0})
"""Points of height of an upright page between our margins, less two percent likewise."""
GAP_POINTS: Final = 8.0
_TITLE_POINTS: Final = 15.0
_FOOTER_NAME: Final = 38
_ON_SCREEN: Final = "ASAL ANGKA (untuk dibaca di layar; tidak ikut dicetak)"


@dataclass(frozen=True, slots=True)
class Upright(Columns):
    """The columns of one kind of upright form.

    Attributes:
        no: Of the numbers of the lines.
        label: Of the labels.
        value: Of what stands beside them.
        signatures: Of those who sign, left and right.
    """

    no: Range
    label: Range
    value: Range
    signatures: tuple[Range, Range]


@dataclass(frozen=True, slots=True)
class UprightContext(Layout[Upright]):
    """One upright form being written.

    Attributes:
        book: The unit's workbook.
        form: Whose form it is.
        alamat: Where the evaluation shows the predikat; without marks where there is none.
        more: The formats that the evaluation does not have.
        jenis: Which form.
        back: The sheet to go back to; None where the workbook has no index.
    """

    book: HasilBook
    form: HasilForm
    alamat: Alamat
    more: UprightLooks
    jenis: FormulirPegawai
    back: str | None

    @property
    def penilaian(self) -> PenilaianRow | None:
        """What the rater set, if anything."""
        placed = self.form.penugasan.penilaian
        return None if placed is None else placed.row

    def predikat(self, word: str) -> RumusForm | str:
        """Take the predikat over from the evaluation, where the workbook holds it."""
        if PREDIKAT not in self.alamat.marks:
            return word
        return RumusForm(f"={self.alamat.cell(PREDIKAT)}", word)


def make_upright_grid(columns: Upright, kertas: Kertas) -> Grid[Upright]:
    """Spread the columns over an upright page."""
    scale = WIDTH_PIXELS[kertas] / sum(columns.pixels)
    return Grid(columns, tuple(int(width * scale) for width in columns.pixels), CAPACITY[kertas])


def add_upright_title(sheaf: Sheaf, context: UprightContext, titles: Sequence[str]) -> None:
    """Add the lines of the title; a page begins with the first."""
    for index, title in enumerate(titles):
        cell = Cell(context.full, title, context.looks.judul)
        sheaf.add(_TITLE_POINTS, cell, keep=True, opens=index == 0)
    sheaf.add(GAP_POINTS, keep=True)


def add_band(sheaf: Sheaf, context: UprightContext, text: str, number: str = "") -> None:
    """Add the heading of a part, with its printed number where it has one."""
    looks, columns = context.looks, context.grid.variant
    first = columns.no[1] + 1 if number else 0
    band = Cell((first, columns.last), text, looks.band)
    cells = (Cell(columns.no, number, looks.band), band) if number else (band,)
    sheaf.add(context.height(band, bold=True), *cells, keep=True)


def add_lines(
    sheaf: Sheaf,
    context: UprightContext,
    lines: Sequence[tuple[str, str | RumusForm]],
    *,
    is_numbered: bool,
    keep: bool = False,
) -> None:
    """Add labels with what stands beside them, on one page.

    Args:
        sheaf: The form.
        context: How it is set.
        lines: Labels and values.
        is_numbered: Whether they are numbered, from 1.
        keep: Whether the last of them stays on the page of what follows.
    """
    looks, columns = context.looks, context.grid.variant
    for number, (label, value) in enumerate(lines, start=1):
        cells = (
            Cell(columns.no, number if is_numbered else "", looks.nomor),
            Cell(columns.label, label, looks.field),
            Cell(columns.value, value, looks.value),
        )
        height = max(context.height(cells[1], size=SMALL), context.height(cells[2]))
        sheaf.add(height, *cells, keep=keep or number < len(lines))


def signing(context: UprightContext) -> tuple[str, str]:
    """Give place and day of signing, as far as they are known."""
    identitas, penilaian = context.book.identitas, context.penilaian
    day = (penilaian.tanggal_penilaian if penilaian else None) or identitas.tanggal_pengesahan
    return signing_parts(identitas.tempat or context.book.tempat, day)


def add_ketetapan(sheaf: Sheaf, context: UprightContext) -> None:
    """Let the rater sign what he sets, with place and day in two lines."""
    place, day = signing(context)
    text = f"Ditetapkan di {place}\nPada tanggal {day}"
    right = context.grid.variant.signatures[1]
    add_signatures(sheaf, context, (rater_signature(right, text, context.form.penilai),))


def fill_upright(
    sheet: Worksheet, context: UprightContext, sheaf: Sheaf, plan: Plan, steps: Sequence[Step]
) -> None:
    """Write a form that is laid out, and below its page where its figures come from.

    Args:
        sheet: The sheet.
        context: The form.
        sheaf: Its strips, all of which `plan` has laid.
        plan: Their pages.
        steps: How its figures came about.
    """
    printed, end = len(plan.heights), len(sheaf.strips)
    _add_origin(sheaf, context, steps)
    plan.lay(sheaf.strips[end:])
    page = FormPage(context.book.kertas, context.back, _footer(context), is_upright=True)
    fill_sheet(sheet, context, Laid(sheaf, plan, printed), page)


def _add_origin(sheaf: Sheaf, context: UprightContext, steps: Sequence[Step]) -> None:
    title = Cell(context.full, _ON_SCREEN, context.looks.appendix)
    sheaf.add(context.height(title, bold=True), title, keep=True, opens=True)
    for text in (origin_text(context.form, _kode(context)), *_step_texts(steps)):
        cell = Cell(context.full, text, context.looks.small_plain)
        sheaf.add(context.height(cell, size=SMALL), cell)


def _step_texts(steps: Sequence[Step]) -> Iterator[str]:
    for number, step in enumerate(steps, start=1):
        cells = f" Sel: {cells_text(step.cells)}." if step.cells else ""
        text = f"{number}. {step.label}: {step.formula} → {step.result}."
        yield f"{text}{cells} Dasar: {step.source}."


def _kode(context: UprightContext) -> str:
    return context.form.kode_lain.get(context.jenis, "")


def _footer(context: UprightContext) -> str:
    """Write whose form it is, the page, and the code, in two lines: the page is narrow."""
    row, book = context.form.penugasan.pegawai.row, context.book
    name = row.nama if len(row.nama) <= _FOOTER_NAME else f"{row.nama[:_FOOTER_NAME]}…"
    left = f"{footer_text(name)}\n NIP {footer_text(row.nip)}"
    right = footer_text(f"{book.kode_unit} · {book.period.label}")
    kode = footer_text(kode_text(_kode(context)))
    return f"&L&8 {left}&C&8Halaman &P&R&8 {right}\n{kode}"
