"""Sheet `Pegawai` of the agency's recap: one row per assignment, beside the period before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisPegawai
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.rujukan import DAFTAR_PREDIKAT
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import BELUM_DIISI, BELUM_DITETAPKAN, RekapBook
from kinerja_xlsx.write.rekap_rumus import selisih
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
)

_PEGAWAI: Final = (
    Kolom("No", 5.5, Jenis.TENGAH),
    Kolom("Kode Unit", 15),
    Kolom("NIP", 20, Jenis.NIP),
    Kolom("Nama", 24),
    Kolom("Jabatan", 21),
    Kolom("Sifat", 9, Jenis.TENGAH),
    Kolom("Mulai", 11, Jenis.TANGGAL),
    Kolom("Selesai", 11, Jenis.TANGGAL),
    Kolom("Status", 10.5, Jenis.TENGAH),
    Kolom("Capaian (%)", 10, Jenis.DESIMAL),
    Kolom("Usulan", 12.5, Jenis.TENGAH),
    Kolom("Rating Hasil Kerja", 12.5, Jenis.TENGAH),
    Kolom("Rating Perilaku", 12.5, Jenis.TENGAH),
    Kolom("Predikat", 17, Jenis.TENGAH),
    Kolom("Capaian Periode Lalu (%)", 10, Jenis.DESIMAL),
    Kolom("Selisih Capaian", 9.5, Jenis.DESIMAL),
    Kolom("Predikat Periode Lalu", 17, Jenis.TENGAH),
    Kolom("Perubahan Predikat", 12, Jenis.TENGAH),
    Kolom("Keterangan", 24),
)
PEGAWAI_STATUS: Final = 8
PEGAWAI_PREDIKAT: Final = 13
_CHANGES: Final = ("Turun", "Tetap", "Naik")
BELUM_DIBANDINGKAN: Final = "Belum dapat dibandingkan"
_NEW: Final = "Baru"


def write_pegawai(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write one row per assignment, whatever became of it."""
    notes = (
        "Usulan berasal dari angka capaian dan bukan rating; rating ditetapkan pejabat penilai.",
        (
            f"Periode lalu: {rekap.period.previous.label}, penugasan yang sama di unit yang sama. "
            "Garis datar berarti tidak ada pembanding."
        ),
    )
    lembar = Lembar("Rekap per Penugasan", notes, _PEGAWAI, frozen=4)
    compared = {
        unit.kode for unit in rekap.units if unit.kinerja and unit.kinerja.perbandingan is not None
    }
    rows = [
        (order, *_row(lembar.head + 1 + order, row, is_compared=row.unit in compared))
        for order, row in enumerate(rekap.employees, start=1)
    ]
    return write_lembar(book, sheet, rekap, lembar, rows)


def _row(number: int, row: BarisPegawai, *, is_compared: bool) -> Sequence[Value]:
    who = (row.unit, row.nip, row.nama, row.jabatan, row.sifat)
    when = (row.mulai or BELUM_DIISI, row.selesai or BELUM_DIISI, row.status.value.capitalize())
    if row.status is not PenugasanStatus.DINILAI:
        return (*who, *when, *[None] * 9, row.alasan or None)
    ratings = (row.rating_hasil_kerja, row.rating_perilaku, row.predikat)
    return (
        *who,
        *when,
        BELUM_DIISI if row.capaian is None else row.capaian,
        row.usulan.value if row.usulan else "Belum ada",
        *(rating.value if rating else BELUM_DITETAPKAN for rating in ratings),
        *(_before(number, row) if row.lalu else _no_before(is_compared=is_compared)),
        _note(row),
    )


def _before(number: int, row: BarisPegawai) -> Sequence[Value]:
    """Write what the assignment came to before, and live differences."""
    if row.lalu is None:
        return (None, None, None, None)
    then, words = row.lalu, row.lalu.predikat
    return (
        BELUM_DIISI if then.capaian is None else then.capaian,
        selisih((f"J{number}", row.capaian), (f"O{number}", then.capaian)),
        words.value if words else BELUM_DITETAPKAN,
        Rumus(
            f"=IFERROR(CHOOSE(2+SIGN(MATCH(Q{number},{DAFTAR_PREDIKAT},0)"
            f"-MATCH(N{number},{DAFTAR_PREDIKAT},0)),"
            + ",".join(f'"{word}"' for word in _CHANGES)
            + f'),"{BELUM_DIBANDINGKAN}")',
            _change(words, row.predikat),
        ),
    )


def _no_before(*, is_compared: bool) -> Sequence[Value]:
    """Call an assignment new only where the unit has sent the period before."""
    return (None, None, None, _NEW if is_compared else None)


def _change(then: Predikat | None, now: Predikat | None) -> str:
    if then is None or now is None:
        return BELUM_DIBANDINGKAN
    order = list(Predikat)
    step = order.index(then) - order.index(now)
    return _CHANGES[1 + (step > 0) - (step < 0)]


def _note(row: BarisPegawai) -> str | None:
    notes = [row.alasan] if row.alasan else []
    if not row.lengkap:
        notes.append("Belum lengkap: ada indikator tanpa realisasi.")
    if row.usulan and row.rating_hasil_kerja and row.usulan is not row.rating_hasil_kerja:
        notes.append("Rating hasil kerja berbeda dari usulan.")
    return " ".join(notes) or None
