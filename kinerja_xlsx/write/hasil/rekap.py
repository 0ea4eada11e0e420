"""Sheet `Rekap`: one row per assignment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.score import IndikatorStatus, Score
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil import rumus
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.hasil.rekap_kelompok import (
    angka_cells,
    angka_columns,
    angka_note,
    lalu_cells,
    lalu_columns,
    lalu_note,
)
from kinerja_xlsx.write.hasil.rumus_rekap import Alamat, capaian_value
from kinerja_xlsx.write.muat import is_too_wide, print_in_blocks, write_heading
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Tabel,
    Value,
    joined,
    set_up_sheet,
    write_table,
    write_title,
)

SHEET: Final = "Rekap"
_COLUMNS: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 24),
    Kolom("Jabatan", 20),
    Kolom("Sifat", 10, Jenis.TENGAH),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Capaian (%)", 11, Jenis.DESIMAL),
    Kolom("Usulan", 12, Jenis.TENGAH),
    Kolom("Rating Hasil Kerja", 12, Jenis.TENGAH),
    Kolom("Rating Perilaku", 12, Jenis.TENGAH),
    Kolom("Predikat", 18, Jenis.TENGAH),
)
"""Words of two take two lines, so that the table is legible on A4."""
_KETERANGAN: Final = Kolom("Keterangan", 20)
_WHO: Final = 3
"""So many columns say whose row it is."""
_NOTE: Final = (
    "Usulan berasal dari angka capaian dan bukan rating; rating ditetapkan pejabat penilai."
)


def write_rekap(book: Book, sheet: Worksheet, hasil: HasilBook, alamat: Sequence[Alamat]) -> Tabel:
    """Write the table, and return where it lies.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
        alamat: Where the ratings of each form stand, in the order of the forms.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    further = (*angka_columns(hasil), *lalu_columns(hasil))
    notes = [note for note in (_NOTE, angka_note(hasil), lalu_note(hasil)) if note]
    title = f"Rekap Penilaian {hasil.period.label}"
    columns = (*_COLUMNS, *further, _KETERANGAN)
    kop = joined(unit, hasil.instansi, hasil.bagian)
    in_blocks = is_too_wide(columns, hasil.kertas)
    head = (
        write_heading(book, sheet, (title, kop, notes), (_COLUMNS[:_WHO], _COLUMNS[_WHO:]))
        if in_blocks
        else write_title(book, sheet, title, [kop, *notes])
    )
    pairs = enumerate(zip(hasil.forms, alamat, strict=True), start=1)
    rows = [
        (
            *_row(number, form, where),
            *_further(hasil, form, head + 1 + number),
            _keterangan(form.score),
        )
        for number, (form, where) in pairs
    ]
    tabel = write_table(book, sheet, head, columns=columns, rows=rows or [_no_row(len(columns))])
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")
    if in_blocks:
        print_in_blocks(sheet, columns, hasil.kertas, split=len(_COLUMNS), repeat=_WHO)
    sheet.freeze_panes(head + 1, _WHO)
    return tabel


def _further(hasil: HasilBook, form: HasilForm, number: int) -> Sequence[Value]:
    """Fill the groups of columns that this recap has; `number` is the row as people count."""
    first, cells = len(_COLUMNS), list[Value]()
    if angka_columns(hasil):
        cells += angka_cells(form, first, number)
    if lalu_columns(hasil):
        cells += lalu_cells(form, first + len(cells), number)
    return cells


def _row(number: int, form: HasilForm, alamat: Alamat) -> Sequence[Value]:
    pegawai, score = form.penugasan.pegawai.row, form.score
    hasil_kerja, perilaku, predikat = (
        found.value if found else BELUM_DITETAPKAN
        for found in (score.rating_hasil_kerja, score.rating_perilaku, score.predikat)
    )
    return (
        number,
        pegawai.nip,
        pegawai.nama,
        pegawai.jabatan,
        pegawai.sifat.value,
        form.penugasan.mulai,
        form.penugasan.selesai,
        *_figures(form, alamat),
        alamat.link(rumus.HASIL_KERJA, hasil_kerja),
        alamat.link(rumus.PERILAKU, perilaku),
        alamat.link(rumus.PREDIKAT, predikat),
    )


def _figures(form: HasilForm, alamat: Alamat) -> tuple[Value, Value]:
    """Give capaian and usulan, or say in words why there are none."""
    score = form.score
    statuses = {indikator.status for indikator in score.indikator}
    if statuses == {IndikatorStatus.KUALITATIF}:
        return "Kualitatif", "Tanpa usulan"
    usulan = score.usulan_hasil_kerja.value if score.usulan_hasil_kerja else "Belum ada"
    capaian = capaian_value(form, alamat)
    return (BELUM_DIISI if capaian is None else capaian), usulan


def _no_row(columns: int) -> Sequence[Value]:
    return (None, None, "Belum ada penugasan yang dinilai.", *[None] * (columns - 3))


def _keterangan(score: Score) -> str | None:
    notes = []
    if not score.lengkap:
        notes.append("Belum lengkap: ada indikator tanpa realisasi.")
    usulan, rating = score.usulan_hasil_kerja, score.rating_hasil_kerja
    if usulan is not None and rating is not None and usulan is not rating:
        notes.append("Rating hasil kerja berbeda dari usulan.")
    return " ".join(notes) or None
