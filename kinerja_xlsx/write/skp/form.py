"""One SKP on its own sheet, and its attachment on the pages after it."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import BagianLampiran
from kinerja_xlsx.spec.skp import LampiranRow
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.grid import make_grid
from kinerja_xlsx.write.hasil.indeks import SHEET as INDEKS
from kinerja_xlsx.write.hasil.kop import (
    add_panels,
    add_titles,
    masa_text,
    pegawai_lines,
    pendekatan_title,
    penilai_lines,
)
from kinerja_xlsx.write.hasil.labels import KOSONG
from kinerja_xlsx.write.hasil.lembar import (
    FormPage,
    Laid,
    fill_sheet,
    form_footer,
    lay_together,
    longest_figure,
)
from kinerja_xlsx.write.hasil.looks import SMALL, Looks
from kinerja_xlsx.write.hasil.perilaku import KEPT_AT_END
from kinerja_xlsx.write.hasil.tanda_tangan import (
    Signature,
    add_signatures,
    rater_signature,
    signing_text,
)
from kinerja_xlsx.write.skp.context import SkpContext
from kinerja_xlsx.write.skp.grid import columns_of_plan
from kinerja_xlsx.write.skp.labels import (
    CATATAN_PERILAKU,
    CATATAN_RHK,
    JUDUL,
    JUDUL_LAMPIRAN,
    PEGAWAI,
)
from kinerja_xlsx.write.skp.masukan import SkpBook, SkpForm
from kinerja_xlsx.write.skp.rencana import add_perilaku_skp, add_rencana

_GAP_POINTS: Final = 6.0


def write_skp_form(sheet: Worksheet, book: SkpBook, form: SkpForm, looks: Looks) -> None:
    """Fill a sheet with one SKP and its attachment, and set it up for its paper."""
    row = form.penugasan.pegawai.row
    rows = [placed.row for placed in form.penugasan.rencana]
    targets = [value for one in rows for value in (one.target_tahun, one.target_atas)]
    columns = columns_of_plan(row.jenis_jabatan, book.pendekatan)
    grid = make_grid(columns, book.kertas, figures=longest_figure(targets))
    context = SkpContext(grid, looks, book, form)
    footer = form_footer(row, f"{book.kode_unit} · SKP {book.period.label}", form.kode)
    fill_sheet(sheet, context, _lay_out(context), FormPage(book.kertas, INDEKS, footer))


def _lay_out(context: SkpContext) -> Laid:
    """Put plan and attachment together; each is signed, so each begins a page."""
    sheaf = Sheaf()
    _add_kop(sheaf, context, JUDUL)
    add_rencana(sheaf, context)
    sheaf.add(_GAP_POINTS)
    first = len(sheaf.strips)
    add_perilaku_skp(sheaf, context)
    last = len(sheaf.strips)
    _add_catatan(sheaf, context)
    _add_signatures(sheaf, context)
    end = len(sheaf.strips)
    plan = lay_together(sheaf.strips, (first, last), KEPT_AT_END, context.grid.capacity)
    _add_kop(sheaf, context, JUDUL_LAMPIRAN)
    _add_lampiran(sheaf, context)
    _add_signatures(sheaf, context)
    plan.lay(sheaf.strips[end:])
    return Laid(sheaf, plan, len(plan.heights))


def _add_kop(sheaf: Sheaf, context: SkpContext, judul: str) -> None:
    book, penugasan = context.book, context.form.penugasan
    titles = (judul, pendekatan_title(book.pendekatan), context.grid.variant.bagi)
    kop = (book.instansi or book.nama_unit, masa_text(penugasan.mulai, penugasan.selesai))
    add_titles(sheaf, context, titles, kop)
    pegawai = pegawai_lines(penugasan.pegawai.row, book.nama_unit)
    add_panels(sheaf, context, pegawai, penilai_lines(context.form.penilai))
    sheaf.add(_GAP_POINTS)


def _add_catatan(sheaf: Sheaf, context: SkpContext) -> None:
    """Add the foot notes, each where its mark stands."""
    notes = (CATATAN_PERILAKU,) if context.is_jpt else (CATATAN_RHK, CATATAN_PERILAKU)
    cell = Cell(context.full, "\n".join(notes), context.looks.small_plain)
    sheaf.add(context.height(cell, size=SMALL), cell, keep=True)


def _add_signatures(sheaf: Sheaf, context: SkpContext) -> None:
    row, identitas = context.form.penugasan.pegawai.row, context.book.identitas
    left, right = context.grid.variant.signatures
    tempat = identitas.tempat or context.book.tempat
    place = signing_text(tempat, identitas.tanggal_pengesahan)
    signed = Signature(left, "", PEGAWAI, row.nama, row.nip)
    add_signatures(sheaf, context, (signed, rater_signature(right, place, context.form.penilai)))


def _add_lampiran(sheaf: Sheaf, context: SkpContext) -> None:
    """Add the three attachments as numbered lists; the last line stays with the signatures."""
    rows = [placed.row for placed in context.form.penugasan.lampiran]
    for bagian in BagianLampiran:
        band = Cell(context.full, bagian.value.upper(), context.looks.band)
        sheaf.add(context.height(band, bold=True), band, keep=True)
        lines = [row for row in rows if row.bagian is bagian]
        if not lines:
            none = Cell(context.full, KOSONG, context.looks.text)
            sheaf.add(context.height(none), none)
        for row in sorted(lines, key=lambda line: line.no):
            cells = _line_cells(context, row)
            sheaf.add(context.height(*cells), *cells)
    sheaf.keep_last()


def _line_cells(context: SkpContext, row: LampiranRow) -> tuple[Cell, Cell]:
    looks, last = context.looks, context.grid.variant.last
    return Cell((0, 0), str(row.no), looks.center), Cell((1, last), row.uraian, looks.text)
