"""Sheet `Rekap`: one row per assignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.score import IndikatorStatus, Score
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil import rumus
from kinerja_xlsx.write.hasil.flow import Marks
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
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
    Kolom("NIP", 22, Jenis.NIP),
    Kolom("Nama", 30),
    Kolom("Jabatan", 28),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Capaian (%)", 12, Jenis.DESIMAL),
    Kolom("Usulan", 19, Jenis.TENGAH),
    Kolom("Rating Hasil Kerja", 19, Jenis.TENGAH),
    Kolom("Rating Perilaku", 19, Jenis.TENGAH),
    Kolom("Predikat", 18, Jenis.TENGAH),
    Kolom("Keterangan", 22),
)
PREDIKAT: Final = 11
"""Position of the column that the spread of predikat counts."""
_NOTE: Final = (
    "Usulan berasal dari angka capaian dan bukan rating; rating ditetapkan pejabat penilai."
)


@dataclass(frozen=True, slots=True)
class Alamat:
    """The sheet of one form, and where its ratings and its predikat stand there."""

    sheet: str
    marks: Marks

    def link(self, mark: str, value: str) -> Rumus:
        """Take over a cell of the form; fixed, so that sorting the recap does not move it."""
        name = self.sheet.replace("'", "''")
        return Rumus(f"='{name}'!{self.marks[mark]}", value)


def write_rekap(book: Book, sheet: Worksheet, hasil: HasilBook, alamat: Sequence[Alamat]) -> Tabel:
    """Write the table, and return where it lies.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
        alamat: Where the ratings of each form stand, in the order of the forms.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    head = write_title(
        book, sheet, f"Rekap Penilaian {hasil.period.label}", [joined(unit, hasil.instansi), _NOTE]
    )
    pairs = zip(hasil.forms, alamat, strict=True)
    rows = [_row(number, form, where) for number, (form, where) in enumerate(pairs, start=1)]
    tabel = write_table(book, sheet, head, columns=_COLUMNS, rows=rows or [_no_row()])
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")
    sheet.freeze_panes(head + 1, 3)
    return tabel


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
        *_figures(score),
        alamat.link(rumus.HASIL_KERJA, hasil_kerja),
        alamat.link(rumus.PERILAKU, perilaku),
        alamat.link(rumus.PREDIKAT, predikat),
        _keterangan(score),
    )


def _figures(score: Score) -> tuple[Value, Value]:
    """Give capaian and usulan, or say in words why there are none."""
    statuses = {indikator.status for indikator in score.indikator}
    if statuses == {IndikatorStatus.KUALITATIF}:
        return "Kualitatif", "Tanpa usulan"
    usulan = score.usulan_hasil_kerja.value if score.usulan_hasil_kerja else "Belum ada"
    return (BELUM_DIISI if score.capaian is None else score.capaian), usulan


def _no_row() -> Sequence[Value]:
    return (None, None, "Belum ada penugasan yang dinilai.", *[None] * (len(_COLUMNS) - 3))


def _keterangan(score: Score) -> str | None:
    notes = []
    if not score.lengkap:
        notes.append("Belum lengkap: ada indikator tanpa realisasi.")
    usulan, rating = score.usulan_hasil_kerja, score.rating_hasil_kerja
    if usulan is not None and rating is not None and usulan is not rating:
        notes.append("Rating hasil kerja berbeda dari usulan.")
    return " ".join(notes) or None
