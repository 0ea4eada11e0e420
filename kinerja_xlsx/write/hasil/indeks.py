"""Sheet `Indeks`: who is in the workbook, who is not and why, with links to the forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.labels import BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import Disisihkan, HasilBook, HasilForm
from kinerja_xlsx.write.page import quoted
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    joined,
    link_to,
    put,
    set_up_sheet,
    write_table,
    write_title,
)

SHEET: Final = "Indeks"
_COLUMNS: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 42),
    Kolom("Jabatan", 38),
    Kolom("Sifat", 10, Jenis.TENGAH),
    Kolom("Hasil", 13, Jenis.TENGAH),
    Kolom("Keterangan", 42),
    Kolom("Formulir", 15, Jenis.TENGAH),
)
_OPEN: Final = "Buka formulir"
_HASIL: Final = 5
_FORMULIR: Final = 7
_COUNTED: Final = (
    (PenugasanStatus.DINILAI, "Dinilai"),
    (PenugasanStatus.DITAHAN, "Ditahan"),
    (PenugasanStatus.TIDAK_DINILAI, "Tidak dinilai"),
    (PenugasanStatus.TIDAK_DIKIRIM, "Tidak dikirim"),
)
_BALANCE_ROWS: Final = len(_COUNTED) + 2
NOBODY: Final = "Tidak ada penugasan dalam berkas unit ini."


def write_indeks(book: Book, sheet: Worksheet, hasil: HasilBook, names: Sequence[str]) -> None:
    """Write the counts, then everybody with a form, then everybody without.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
        names: Sheet names of the forms, in their order.
    """
    title = f"Hasil Evaluasi Kinerja Pegawai {hasil.period.label}"
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    top = write_title(
        book, sheet, title, [joined(unit, hasil.instansi, hasil.kota), _pendekatan_text(hasil)]
    )
    rows = _rows(hasil, names)
    head = top + _BALANCE_ROWS
    tabel = write_table(book, sheet, head, columns=_COLUMNS, rows=rows or [_nobody()])
    _write_balance(book, sheet, top, tabel, hasil)
    link = book.style(style.CELL_CENTER, style.LINKED)
    for offset, name in enumerate(names, start=1):
        put(sheet, (head + offset, _FORMULIR), link_to(name, _OPEN), link)
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")


def _pendekatan_text(hasil: HasilBook) -> str:
    capaian = hasil.capaian_organisasi
    return (
        f"Pendekatan {hasil.pendekatan.value.lower()} · Capaian kinerja organisasi: "
        f"{capaian.value if capaian else 'belum diisi'}"
    )


def _rows(hasil: HasilBook, names: Sequence[str]) -> list[Sequence[Value]]:
    rows: list[Sequence[Value]] = [
        _form_row(number, form)
        for number, (form, _) in enumerate(zip(hasil.forms, names, strict=True), start=1)
    ]
    ordered = [one for status, _ in _COUNTED for one in hasil.others if one.status is status]
    rows += [_other_row(number, one) for number, one in enumerate(ordered, len(rows) + 1)]
    return rows


def _form_row(number: int, form: HasilForm) -> Sequence[Value]:
    row, predikat = form.penugasan.pegawai.row, form.score.predikat
    return (
        number,
        row.nip,
        row.nama,
        row.jabatan,
        row.sifat.value,
        PenugasanStatus.DINILAI.value.capitalize(),
        f"Predikat: {predikat.value if predikat else BELUM_DITETAPKAN.lower()}",
        None,
    )


def _other_row(number: int, one: Disisihkan) -> Sequence[Value]:
    status = one.status.value.capitalize()
    who = (one.nip, one.nama, one.jabatan or None, one.sifat or None)
    return (number, *who, status, one.alasan, None)


def _nobody() -> Sequence[Value]:
    return (None, None, NOBODY, None, None, None, None, None)


def _write_balance(book: Book, sheet: Worksheet, top: int, tabel: Tabel, hasil: HasilBook) -> None:
    """Write how many are evaluated, withheld, not evaluated and not sent, and that they add up."""
    counts = Counter(one.status for one in hasil.others)
    counts[PenugasanStatus.DINILAI] = len(hasil.forms)
    number, label = book.style(style.CELL_WHOLE), book.style(style.CELL_TEXT, style.READ)
    for row, (status, text) in enumerate(_COUNTED, start=top):
        formula = f"=COUNTIF({tabel.cells(_HASIL)},{quoted(status.value.capitalize())})"
        put(sheet, (row, 1), Rumus(formula, counts[status]), number)
        put(sheet, (row, 2), text, label)
    last = top + len(_COUNTED)
    total = Rumus(f"=SUM(B{top + 1}:B{last})", counts.total())
    put(sheet, (last, 1), total, book.style(style.CELL_WHOLE, style.CELL_TOTAL))
    look = book.style(style.CELL_TEXT, style.READ, style.CELL_TOTAL)
    put(sheet, (last, 2), "Jumlah penugasan", look)
