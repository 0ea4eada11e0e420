"""The head of the form: title, period, both panels, capaian of the organisation, and the curve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from kinerja_xlsx.model.law import Pendekatan, Sifat, format_pangkat
from kinerja_xlsx.model.period import BULAN_NAMES, Period, PeriodKind, format_date
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.write.hasil.context import Context, Layout
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
from kinerja_xlsx.write.hasil.grid import Columns
from kinerja_xlsx.write.hasil.labels import (
    BELUM_DIISI,
    JUDUL,
    KOSONG,
    PEGAWAI_DINILAI,
    PEJABAT_PENILAI,
    kurva_text,
)
from kinerja_xlsx.write.hasil.looks import SMALL
from kinerja_xlsx.write.hasil.masukan import Orang

_TITLE_POINTS: Final = 15.0
_GAP_POINTS: Final = 6.0


def add_kop(sheaf: Sheaf, context: Context) -> None:
    """Add everything above the table of hasil kerja."""
    _add_title(sheaf, context)
    pegawai = pegawai_lines(context.form.penugasan.pegawai.row, context.book.nama_unit)
    add_panels(sheaf, context, pegawai, penilai_lines(context.form.penilai))
    _add_organisasi(sheaf, context)


def _add_title(sheaf: Sheaf, context: Context) -> None:
    book, penugasan = context.book, context.form.penugasan
    titles = (
        JUDUL,
        pendekatan_title(book.pendekatan),
        context.grid.variant.bagi,
        f"PERIODE: {periode_text(book.period)}",
    )
    masa = masa_text(penugasan.mulai, penugasan.selesai)
    add_titles(sheaf, context, titles, (book.instansi or book.nama_unit, masa))


def pendekatan_title(pendekatan: Pendekatan) -> str:
    """Name the approach as the second line of the title does."""
    return f"PENDEKATAN HASIL KERJA {pendekatan.value.upper()}"


def add_titles(
    sheaf: Sheaf, layout: Layout[Columns], titles: Sequence[str], kop: tuple[str, str]
) -> None:
    """Add the lines of the title, and below them the agency and the days that are evaluated.

    Args:
        sheaf: The form.
        layout: How it is set.
        titles: A page begins with the first.
        kop: Agency or unit, and the days.
    """
    looks, variant = layout.looks, layout.grid.variant
    for index, title in enumerate(titles):
        cell = Cell(layout.full, title, looks.judul)
        sheaf.add(_TITLE_POINTS, cell, keep=True, opens=index == 0)
    sheaf.add(_GAP_POINTS, keep=True)
    middle = variant.panel[3][0]
    left = Cell((0, middle - 1), kop[0].upper(), looks.kop)
    right = Cell((middle, variant.last), f"PERIODE PENILAIAN: {kop[1]}", looks.kop_right)
    sheaf.add(layout.height(left, right, bold=True), left, right, keep=True)


def periode_text(period: Period) -> str:
    """Name the period as the title does: `TRIWULAN I`, `BULAN MARET`, `AKHIR`."""
    match period.kind:
        case PeriodKind.TAHUN:
            return "AKHIR"
        case PeriodKind.BULAN:
            return f"BULAN {BULAN_NAMES[period.first_month - 1].upper()}"
        case _:
            return period.label.rpartition(" ")[0].upper()


def masa_text(first: date, last: date) -> str:
    """Write the days that are evaluated: `1 JANUARI SD 31 MARET TAHUN 2026`."""
    start = format_date(first).rpartition(" ")[0]
    end, _, year = format_date(last).rpartition(" ")
    return f"{start} SD {end} TAHUN {year}".upper()


Lines = Sequence[tuple[str, str]]
"""Label and value of each line of a panel."""


def add_panels(sheaf: Sheaf, layout: Layout[Columns], pegawai: Lines, penilai: Lines) -> None:
    """Add who is evaluated and who evaluates, side by side."""
    looks, panel = layout.looks, layout.grid.variant.panel
    heads = (
        Cell(panel[0], "NO", looks.head),
        Cell((panel[1][0], panel[2][1]), PEGAWAI_DINILAI, looks.head),
        Cell(panel[3], "NO", looks.head),
        Cell((panel[4][0], panel[5][1]), PEJABAT_PENILAI, looks.head),
    )
    sheaf.add(layout.height(*heads, size=SMALL, bold=True), *heads, keep=True)
    for number, pair in enumerate(zip(pegawai, penilai, strict=True), start=1):
        cells = [
            cell
            for side, (label, value) in enumerate(pair)
            for cell in (
                Cell(panel[side * 3], number, looks.nomor),
                Cell(panel[side * 3 + 1], label, looks.field),
                Cell(panel[side * 3 + 2], value, looks.value),
            )
        ]
        values = [cell for cell in cells if cell.look is looks.value]
        labels = [cell for cell in cells if cell.look is looks.field]
        height = max(layout.height(*values), layout.height(*labels, size=SMALL))
        sheaf.add(height, *cells, keep=True)


def pegawai_lines(row: PegawaiRow, nama_unit: str) -> Lines:
    """Give label and value of the left panel."""
    jabatan = row.jabatan if row.sifat is Sifat.DEFINITIF else f"{row.jabatan} ({row.sifat.value})"
    return (
        ("NAMA", row.nama),
        ("NIP", row.nip),
        ("PANGKAT/GOL. RUANG", format_pangkat(row.golongan) or KOSONG),
        ("JABATAN", jabatan),
        ("UNIT KERJA", row.unit_kerja or nama_unit),
    )


def penilai_lines(penilai: Orang | None) -> Lines:
    """Give label and value of the right panel; an official without NIP has an INSTANSI."""
    labels = ("NAMA", "NIP", "PANGKAT/GOL. RUANG", "JABATAN", "UNIT KERJA")
    if penilai is None:
        return tuple((label, BELUM_DIISI) for label in labels)
    return (
        ("NAMA", penilai.nama),
        ("NIP", penilai.nip or KOSONG),
        ("PANGKAT/GOL. RUANG", penilai.pangkat or KOSONG),
        ("JABATAN", penilai.jabatan or BELUM_DIISI),
        ("UNIT KERJA" if penilai.nip else "INSTANSI", penilai.unit or BELUM_DIISI),
    )


def _add_organisasi(sheaf: Sheaf, context: Context) -> None:
    looks, variant = context.looks, context.grid.variant
    capaian = context.book.capaian_organisasi
    sheaf.add(_GAP_POINTS, keep=True)
    label = Cell(variant.label, "CAPAIAN KINERJA ORGANISASI", looks.label)
    value = Cell(variant.value, capaian.value if capaian else BELUM_DIISI, looks.value_strong)
    sheaf.add(context.height(label, value, bold=True), label, value, keep=True)
    label = Cell(variant.label, "POLA DISTRIBUSI", looks.label)
    pola = kurva_text(capaian) if capaian else BELUM_DIISI
    value = Cell(variant.value, pola, looks.text_small)
    sheaf.add(context.height(label, value, size=SMALL), label, value, keep=True)
    sheaf.add(_GAP_POINTS)
