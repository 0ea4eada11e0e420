"""The proposal of an import: the settings as they would be, behind sheets of what differs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.spec.book import LEMBAR_IMPOR, PENGATURAN
from kinerja_xlsx.spec.impor import BarisImpor, Nasib, UsulImpor
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.write.book import Book, open_book
from kinerja_xlsx.write.impor_ringkasan import write_ringkasan
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Value,
    set_up_sheet,
    write_table,
    write_title,
)
from kinerja_xlsx.write.template import BookContent
from kinerja_xlsx.write.template.formulir import write_form
from kinerja_xlsx.write.template.lembar import SheetSetting, write_data_sheet
from kinerja_xlsx.write.template.petunjuk import write_petunjuk
from kinerja_xlsx.write.template.referensi import list_sources, write_meta, write_referensi

_RINGKASAN, _DITAMBAH, _BERUBAH, _TETAP, _DILEWATI, _TIDAK_DIPAHAMI, _TERTINGGAL = LEMBAR_IMPOR
_HEAD: Final = (
    Kolom("Baris Ekspor", 9, Jenis.BULAT),
    Kolom("NIP", 21, Jenis.NIP),
    Kolom("Nama", 32),
)
_ADDED: Final = (
    "kode_unit", "status_asn", "golongan", "jabatan", "jenis_jabatan", "jenjang", "unit_kerja",
    "keadaan",
)  # fmt: skip
_TMT: Final = Kolom("TMT Jabatan di SIASN", 13)
_UNOR: Final = Kolom("UNOR di SIASN", 34)


@dataclass(frozen=True, slots=True)
class _Lembar:
    """One sheet of lines: its name, what it shows, and what the reader should know."""

    name: str
    title: str
    note: str
    columns: tuple[Kolom, ...]
    rows: Sequence[Sequence[Value]]


def render_usulan(content: BookContent, usul: UsulImpor, left_out: Sequence[str]) -> bytes:
    """Write the proposed settings.

    Args:
        content: The settings as they would be.
        usul: The import.
        left_out: What of the present workbook is not carried over, one line each.

    Returns:
        The workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    people = max(map(len, content.rows.values()), default=0)
    setting = SheetSetting(content.title_lines, content.kertas, list_sources(PENGATURAN), people)
    with open_book(buffer, title="Usulan Pengaturan", created=content.created) as book:
        write_ringkasan(book, usul, left_out, content.kertas)
        for lembar in _sheets(usul):
            _write_sheet(book, lembar, content)
        write_petunjuk(book, PENGATURAN, setting)
        write_form(book, PENGATURAN.form, content.form, setting)
        for model in PENGATURAN.sheets:
            write_data_sheet(book, model, content.rows.get(model.sheet, ()), setting)
        write_referensi(book, setting.sources)
        write_meta(book, PENGATURAN, content.meta)
    return buffer.getvalue()


def _sheets(usul: UsulImpor) -> tuple[_Lembar, ...]:
    return (
        _added(usul),
        _changed(usul),
        _kept(usul),
        _skipped(usul),
        _not_understood(usul),
        _absent(usul),
    )


def _write_sheet(book: Book, lembar: _Lembar, content: BookContent) -> None:
    sheet = book.workbook.add_worksheet(lembar.name)
    head = write_title(book, sheet, lembar.title, (lembar.note,))
    rows = list(lembar.rows)
    if not rows:
        rows = [(None, None, "Tidak ada.", *[None] * (len(lembar.columns) - 3))]
    write_table(book, sheet, head, columns=lembar.columns, rows=rows)
    set_up_sheet(sheet, content.kertas, head=head, footer=lembar.title)


def _added(usul: UsulImpor) -> _Lembar:
    specs = [column_by_field(RosterRow, name) for name in _ADDED]
    return _Lembar(
        _DITAMBAH,
        "Pegawai yang ditambahkan",
        "Penilai masih kosong; isi di lembar Pegawai, atau biarkan diisi unit.",
        (*_HEAD, *(Kolom(spec.heading, spec.column.width) for spec in specs), _TMT),
        [
            (*_whose(row, name=True), *_texts(row, _ADDED), row.tmt_jabatan or None)
            for row in usul.of(Nasib.DITAMBAH)
        ],
    )


def _changed(usul: UsulImpor) -> _Lembar:
    return _Lembar(
        _BERUBAH,
        "Sel yang berubah",
        "Pindah unit di tengah periode memerlukan dua baris: isi Selesai di unit lama, Mulai di "
        "unit baru.",
        (
            *_HEAD,
            Kolom("Baris Pegawai Sekarang", 11, Jenis.BULAT),
            Kolom("Kolom", 16),
            Kolom("Sebelum", 36),
            Kolom("Sesudah", 36),
            _TMT,
        ),
        [
            (
                *_whose(row),
                row.roster_number,
                column_by_field(RosterRow, change.field).heading,
                change.sebelum or None,
                change.sesudah or None,
                row.tmt_jabatan or None,
            )
            for row in usul.of(Nasib.BERUBAH)
            for change in row.changes
        ],
    )


def _kept(usul: UsulImpor) -> _Lembar:
    return _Lembar(
        _TETAP,
        "Pegawai yang tetap",
        "Isi ekspor sama dengan lembar Pegawai.",
        (*_HEAD, Kolom("Baris Pegawai Sekarang", 11, Jenis.BULAT)),
        [(*_whose(row), row.roster_number) for row in usul.of(Nasib.TETAP)],
    )


def _skipped(usul: UsulImpor) -> _Lembar:
    return _Lembar(
        _DILEWATI,
        "Baris yang dilewati",
        "Tidak ada yang perlu dilakukan.",
        (*_HEAD, Kolom("Alasan", 70)),
        [
            (*_whose(row), row.alasan or " ".join(render(issue).masalah for issue in row.issues))
            for row in usul.of(Nasib.DILEWATI)
        ],
    )


def _not_understood(usul: UsulImpor) -> _Lembar:
    return _Lembar(
        _TIDAK_DIPAHAMI,
        "Baris yang belum dipahami",
        "Baris ini tidak mengubah apa pun; yang sudah ada di lembar Pegawai tetap di sana.",
        (*_HEAD, _UNOR, Kolom("Masalah", 44), Kolom("Sebab", 44), Kolom("Cara Memperbaiki", 44)),
        [
            (*_whose(row), row.unor or None, pesan.masalah, pesan.sebab or None, pesan.perbaiki)
            for row in usul.of(Nasib.TIDAK_DIPAHAMI)
            for pesan in map(render, row.issues)
        ],
    )


def _absent(usul: UsulImpor) -> _Lembar:
    return _Lembar(
        _TERTINGGAL,
        "Pegawai yang tidak ada di ekspor",
        "Barisnya dibiarkan. Bila memang sudah pindah atau pensiun, ubah Keadaan atau Selesai.",
        (
            Kolom("Baris Pegawai Sekarang", 11, Jenis.BULAT),
            *_HEAD[1:],
            Kolom("Kode Unit", 16),
            Kolom("Jabatan", 40),
        ),
        [(row.number, row.nip, row.nama, row.unit, row.jabatan) for row in usul.absent],
    )


def _whose(row: BarisImpor, *, name: bool = False) -> tuple[Value, ...]:
    """Name the person of a row; an added one as the roster will have the name."""
    nama = (row.cells or {}).get("nama") if name else row.nama
    return row.number, row.nip or None, str(nama) if nama else None


def _texts(row: BarisImpor, names: Sequence[str]) -> tuple[Value, ...]:
    cells = row.cells or {}
    return tuple(str(cells[name]) if cells.get(name) else None for name in names)
