"""Sheet `Rekap`: one row per assignment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.score import Score
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.labels import BELUM_DIISI, BELUM_DITETAPKAN
from kinerja_xlsx.write.hasil.masukan import HasilBook, HasilForm
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


def write_rekap(book: Book, sheet: Worksheet, hasil: HasilBook) -> Tabel:
    """Write the table, and return where it lies."""
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    head = write_title(
        book, sheet, f"Rekap Penilaian {hasil.period.label}", [joined(unit, hasil.instansi), _NOTE]
    )
    rows = [_row(number, form) for number, form in enumerate(hasil.forms, start=1)]
    tabel = write_table(book, sheet, head, columns=_COLUMNS, rows=rows or [_no_row()])
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")
    sheet.freeze_panes(head + 1, 3)
    return tabel


def _row(number: int, form: HasilForm) -> Sequence[Value]:
    pegawai, score = form.penugasan.pegawai.row, form.score
    return (
        number,
        pegawai.nip,
        pegawai.nama,
        pegawai.jabatan,
        pegawai.sifat.value,
        form.penugasan.mulai,
        form.penugasan.selesai,
        BELUM_DIISI if score.capaian is None else score.capaian,
        score.usulan_hasil_kerja.value if score.usulan_hasil_kerja else "Belum ada",
        score.rating_hasil_kerja.value if score.rating_hasil_kerja else BELUM_DITETAPKAN,
        score.rating_perilaku.value if score.rating_perilaku else BELUM_DITETAPKAN,
        score.predikat.value if score.predikat else BELUM_DITETAPKAN,
        _keterangan(score),
    )


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
