"""Dokumen Evaluasi Kinerja: who is evaluated, by whom, what came of it, and both signatures."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write.hasil.flow import Cell, Plan, Sheaf
from kinerja_xlsx.write.hasil.kop import masa_text, pegawai_lines, penilai_lines, periode_text
from kinerja_xlsx.write.hasil.labels import (
    BELUM_DIISI,
    BELUM_DITETAPKAN,
    KOSONG,
    PEGAWAI_DINILAI,
    PEJABAT_PENILAI,
)
from kinerja_xlsx.write.hasil.tanda_tangan import (
    Signature,
    add_signatures,
    rater_signature,
    signing_text,
)
from kinerja_xlsx.write.hasil.tegak import (
    Upright,
    UprightContext,
    add_band,
    add_lines,
    add_upright_title,
    fill_upright,
    signing,
)

JUDUL: Final = "DOKUMEN EVALUASI KINERJA PEGAWAI"
_PEGAWAI: Final = "Pegawai yang dinilai,"
COLUMNS: Final = Upright(
    bagi="",
    pixels=(30, 190, 120, 20, 340),
    headings=(),
    numeric=(),
    elastic=(),
    panel=(),
    no=(0, 0),
    label=(1, 1),
    value=(2, 4),
    signatures=((0, 2), (4, 4)),
)


def write_dokumen(sheet: Worksheet, context: UprightContext) -> None:
    """Fill a sheet with the document, in the order of the official form."""
    sheaf, book, form = Sheaf(), context.book, context.form
    add_upright_title(sheaf, context, (JUDUL, f"PERIODE: {periode_text(book.period)}"))
    _add_kop(sheaf, context)
    people = (
        (PEGAWAI_DINILAI, pegawai_lines(form.penugasan.pegawai.row, book.nama_unit)),
        (PEJABAT_PENILAI, penilai_lines(form.penilai)),
        (f"ATASAN {PEJABAT_PENILAI}", penilai_lines(form.atasan)),
    )
    for number, (title, lines) in enumerate(people, start=1):
        add_band(sheaf, context, title, f"{number}")
        add_lines(sheaf, context, lines, is_numbered=False)
    _add_evaluasi(sheaf, context, len(people) + 1)
    _add_signatures(sheaf, context, len(people) + 3)
    plan = Plan(context.grid.capacity).lay(sheaf.strips)
    fill_upright(sheet, context, sheaf, plan, ())


def _add_kop(sheaf: Sheaf, context: UprightContext) -> None:
    book, penugasan, looks = context.book, context.form.penugasan, context.looks
    masa = f"PERIODE PENILAIAN: {masa_text(penugasan.mulai, penugasan.selesai)}"
    left = Cell((0, 2), (book.instansi or book.nama_unit).upper(), looks.kop)
    right = Cell((3, context.grid.variant.last), masa, looks.kop_right)
    sheaf.add(context.height(left, right, bold=True), left, right, keep=True)


def _add_evaluasi(sheaf: Sheaf, context: UprightContext, number: int) -> None:
    """Add what came of it, and the rater's notes; they stay with the signatures."""
    capaian, predikat = context.book.capaian_organisasi, context.form.score.predikat
    word = context.predikat(predikat.value) if predikat else BELUM_DITETAPKAN
    lines = (
        ("CAPAIAN KINERJA ORGANISASI", capaian.value if capaian else BELUM_DIISI),
        ("PREDIKAT KINERJA PEGAWAI", word),
    )
    add_band(sheaf, context, "EVALUASI KINERJA", f"{number}")
    add_lines(sheaf, context, lines, is_numbered=False, keep=True)
    add_band(sheaf, context, "CATATAN/REKOMENDASI", f"{number + 1}")
    catatan = (context.penilaian.catatan if context.penilaian else None) or KOSONG
    cell = Cell(context.full, catatan, context.looks.text)
    sheaf.add(context.height(cell), cell, keep=True)


def _add_signatures(sheaf: Sheaf, context: UprightContext, number: int) -> None:
    """Let the rater sign on the right, and the employee on the left when it is handed over."""
    left, right = context.grid.variant.signatures
    row, (place, day) = context.form.penugasan.pegawai.row, signing(context)
    rater = rater_signature(right, f"{number}. {place}, {day}", context.form.penilai)
    handed = f"{number + 1}. {signing_text(place, None)}"
    signed = Signature(left, handed, _PEGAWAI, row.nama, row.nip)
    add_signatures(sheaf, context, (signed, rater))
