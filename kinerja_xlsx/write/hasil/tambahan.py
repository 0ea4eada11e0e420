"""Sheets `Kehadiran` and `Kepuasan` of the unit's workbook, where the unit sent such data."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.number import DISPLAY_DECIMALS, half_up
from kinerja_xlsx.model.score import KepuasanScore
from kinerja_xlsx.spec.kehadiran import DAY_FIELDS, KehadiranRow
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Value,
    joined,
    set_up_sheet,
    write_table,
    write_title,
)

KEHADIRAN: Final = KehadiranRow.sheet
KEPUASAN: Final = KepuasanRow.sheet
_COUNTED: Final = tuple(spec for spec in columns_of(KehadiranRow) if spec.column.is_entry)
_DAYS_WIDTH: Final = 7
_BOLD: Final = 0.8
"""Room in characters that a bold word needs beyond its letters."""


def _width(heading: str) -> float:
    """Make a column of counts wide enough for the longest word of its heading."""
    return max(_DAYS_WIDTH, max(map(len, heading.split())) + _BOLD)


_KEHADIRAN_COLUMNS: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 26),
    Kolom("Sifat", 9, Jenis.TENGAH),
    *(Kolom(spec.heading, _width(spec.heading), Jenis.BULAT) for spec in _COUNTED),
)
_KEPUASAN_COLUMNS: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("Layanan", 34),
    Kolom("Responden", 11, Jenis.BULAT),
    Kolom("SKM", 10, Jenis.DESIMAL),
    Kolom("Mutu", 7, Jenis.TENGAH),
    Kolom("Kinerja", 13, Jenis.TENGAH),
    Kolom("Rumus", 44),
    Kolom("Dasar", 38),
    Kolom("Sel Sumber", 30),
)
_KEHADIRAN_NOTE: Final = "Menurut lembar Kehadiran dari unit; belum memengaruhi penilaian."
_KEPUASAN_NOTE: Final = "Sembilan unsur berbobot sama; menurut lembar Kepuasan dari unit."


def has_kehadiran(hasil: HasilBook) -> bool:
    """Tell whether anybody's attendance was sent."""
    return any(form.penugasan.kehadiran is not None for form in hasil.forms)


def write_kehadiran(book: Book, sheet: Worksheet, hasil: HasilBook) -> None:
    """Write the attendance of every accepted assignment."""
    rows = [_kehadiran_row(number, form) for number, form in enumerate(hasil.forms, start=1)]
    title = f"Kehadiran Pegawai {hasil.period.label}"
    _write(book, sheet, hasil, (title, _KEHADIRAN_NOTE, _KEHADIRAN_COLUMNS), rows)


def write_kepuasan(book: Book, sheet: Worksheet, hasil: HasilBook) -> None:
    """Write the index of every service."""
    rows = [_kepuasan_row(number, score) for number, score in enumerate(hasil.kepuasan, start=1)]
    title = f"Survei Kepuasan Masyarakat {hasil.period.label}"
    _write(book, sheet, hasil, (title, _KEPUASAN_NOTE, _KEPUASAN_COLUMNS), rows)


def _write(
    book: Book,
    sheet: Worksheet,
    hasil: HasilBook,
    shape: tuple[str, str, Sequence[Kolom]],
    rows: Sequence[Sequence[Value]],
) -> None:
    title, remark, columns = shape
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    head = write_title(book, sheet, title, [joined(unit, hasil.instansi, hasil.bagian), remark])
    write_table(book, sheet, head, columns=columns, rows=rows)
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")


def _kehadiran_row(number: int, form: HasilForm) -> Sequence[Value]:
    pegawai, placed = form.penugasan.pegawai.row, form.penugasan.kehadiran
    person: list[Value] = [number, pegawai.nip, pegawai.nama, pegawai.sifat.value]
    if placed is None:
        return [*person, BELUM_DIISI, *[None] * (len(_COUNTED) - 1)]
    return [*person, *(counted_days(placed.row, spec.field) for spec in _COUNTED)]


def counted_days(row: KehadiranRow, field: str) -> int | None:
    """Give one count; a blank kind of day is none, since the kinds add up to the working days."""
    days: int | None = getattr(row, field)
    return 0 if days is None and field in DAY_FIELDS else days


def _kepuasan_row(number: int, score: KepuasanScore) -> Sequence[Value]:
    step = score.step
    return [
        number,
        score.layanan,
        score.responden,
        _nilai(score),
        score.mutu.value,
        score.kinerja,
        step.formula,
        step.source,
        ", ".join(step.cells),
    ]


def _nilai(score: KepuasanScore) -> Decimal | str:
    """Give the index as a number, or in words where two decimals would show another band."""
    text = score.step.result.partition(" ")[0]
    is_plain = len(text.partition(",")[2]) == DISPLAY_DECIMALS
    return half_up(score.nilai) if is_plain else text
