"""The head of the form: title, period, both panels, capaian of the organisation, and the curve."""

from __future__ import annotations

from datetime import date
from typing import Final

from kinerja_xlsx.model.law import Sifat, format_pangkat
from kinerja_xlsx.model.period import BULAN_NAMES, Period, PeriodKind, format_date
from kinerja_xlsx.write.hasil.context import Context
from kinerja_xlsx.write.hasil.flow import Cell, Sheaf
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
    _add_panels(sheaf, context)
    _add_organisasi(sheaf, context)


def _add_title(sheaf: Sheaf, context: Context) -> None:
    looks, variant = context.looks, context.grid.variant
    titles = (
        JUDUL,
        f"PENDEKATAN HASIL KERJA {context.book.pendekatan.value.upper()}",
        variant.bagi,
        f"PERIODE: {periode_text(context.book.period)}",
    )
    for title in titles:
        sheaf.add(_TITLE_POINTS, Cell(context.full, title, looks.judul), keep=True)
    sheaf.add(_GAP_POINTS, keep=True)
    middle = variant.panel[3][0]
    penugasan = context.form.penugasan
    masa = f"PERIODE PENILAIAN: {masa_text(penugasan.mulai, penugasan.selesai)}"
    left = Cell(
        (0, middle - 1), (context.book.instansi or context.book.nama_unit).upper(), looks.kop
    )
    right = Cell((middle, variant.last), masa, looks.kop_right)
    sheaf.add(context.height(left, right, bold=True), left, right, keep=True)


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


def _add_panels(sheaf: Sheaf, context: Context) -> None:
    looks, panel = context.looks, context.grid.variant.panel
    heads = (
        Cell(panel[0], "NO", looks.head),
        Cell((panel[1][0], panel[2][1]), PEGAWAI_DINILAI, looks.head),
        Cell(panel[3], "NO", looks.head),
        Cell((panel[4][0], panel[5][1]), PEJABAT_PENILAI, looks.head),
    )
    sheaf.add(context.height(*heads, size=SMALL, bold=True), *heads, keep=True)
    lines = zip(pegawai_lines(context), penilai_lines(context.form.penilai), strict=True)
    for number, pair in enumerate(lines, start=1):
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
        height = max(context.height(*values), context.height(*labels, size=SMALL))
        sheaf.add(height, *cells, keep=True)


def pegawai_lines(context: Context) -> tuple[tuple[str, str], ...]:
    """Give label and value of the left panel."""
    row = context.form.penugasan.pegawai.row
    jabatan = row.jabatan if row.sifat is Sifat.DEFINITIF else f"{row.jabatan} ({row.sifat.value})"
    return (
        ("NAMA", row.nama),
        ("NIP", row.nip),
        ("PANGKAT/GOL. RUANG", format_pangkat(row.golongan) or KOSONG),
        ("JABATAN", jabatan),
        ("UNIT KERJA", row.unit_kerja or context.book.nama_unit),
    )


def penilai_lines(penilai: Orang | None) -> tuple[tuple[str, str], ...]:
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
