"""The flat sheets of the agency's recap: units, files, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.run_result import BarisBerkas
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import (
    BELUM_DIISI,
    KIRIMAN,
    RekapBook,
)
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    kolom_predikat,
    write_totals,
)

_UNIT: Final = (
    Kolom("Kode Unit", 15),
    Kolom("Nama Unit", 27),
    Kolom("Kode Induk", 12),
    Kolom("Terkirim", 9, Jenis.TENGAH),
    Kolom("Penugasan", 11, Jenis.BULAT),
    Kolom("Dinilai", 8, Jenis.BULAT),
    Kolom("Ditahan", 8.5, Jenis.BULAT),
    Kolom("Tidak Dinilai", 8, Jenis.BULAT),
    Kolom("Tidak Dikirim", 8, Jenis.BULAT),
    Kolom("Belum Ditetapkan", 11.5, Jenis.BULAT),
    *(kolom_predikat(predikat) for predikat in Predikat),
    Kolom("Capaian Organisasi", 12, Jenis.TENGAH),
    Kolom("Pola Sebaran", 13, Jenis.TENGAH),
    Kolom("Keterangan", 26),
    Kolom("No Kelompok", 10.5, Jenis.BULAT),
)
UNIT_TERKIRIM: Final = 3
UNIT_PENUGASAN: Final = 4
UNIT_DINILAI: Final = 5
UNIT_PREDIKAT: Final = 10
UNIT_KELOMPOK: Final = 18
_COUNT_CELLS: Final = 11


def write_unit(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write one row per unit, with totals; predikat are counted per person."""
    note = (
        "Kolom Penugasan sampai Belum Ditetapkan menghitung penugasan; kolom predikat menghitung "
        "pegawai menurut jabatan definitif. No Kelompok menunjuk baris lembar Per Induk."
    )
    lembar = Lembar("Rekap per Unit", [note], _UNIT, frozen=2)
    groups = kelompok_of(rekap)
    rows = [
        (*_unit_row(unit, number), groups.get(unit.kode, 0))
        for number, unit in enumerate(rekap.units, lembar.first)
    ]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    totals = [unit_counts(unit) for unit in rekap.units]
    sums = [
        (UNIT_PENUGASAN + offset, sum(counts[offset] for counts in totals))
        for offset in range(_COUNT_CELLS)
    ]
    write_totals(book, sheet, tabel, label="Jumlah", sums=sums)
    return tabel


def kelompok_of(rekap: RekapBook) -> Mapping[str, int]:
    """Number the groups of units below one Kode Induk; units in no group are left out."""
    return {
        kode: order
        for order, kelompok in enumerate(rekap.induk, start=1)
        for kode in kelompok.units
    }


def unit_counts(unit: BarisUnit) -> tuple[int, ...]:
    """Give the counts of a unit in the order of the columns from `Penugasan` on."""
    assignments = (unit.dinilai, unit.ditahan, unit.tidak_dinilai, unit.tidak_dikirim)
    people = dict(unit.distribusi.counts) if unit.distribusi else {}
    return (
        sum(assignments),
        *assignments,
        unit.belum_ditetapkan,
        *(people.get(predikat, 0) for predikat in Predikat),
    )


def _unit_row(unit: BarisUnit, number: int) -> Sequence[Value]:
    return (
        unit.kode,
        unit.nama,
        unit.kode_induk or None,
        unit.kiriman.value,
        *(_count_cells(unit, number) if unit.terkirim else (None,) * _COUNT_CELLS),
        unit.capaian_organisasi.value if unit.capaian_organisasi else BELUM_DIISI,
        unit.sebaran.value.capitalize(),
        _unit_note(unit),
    )


def _count_cells(unit: BarisUnit, number: int) -> Sequence[Value]:
    penugasan, *counts = unit_counts(unit)
    first, last = (column_letters(UNIT_DINILAI + 1 + offset) for offset in (0, 3))
    return (Rumus(f"=SUM({first}{number}:{last}{number})", penugasan), *counts)


def _unit_note(unit: BarisUnit) -> str | None:
    notes = [unit.sementara.capitalize()] if unit.sementara else []
    if unit.perubahan:
        notes.append(f"Perubahan terkecil yang memenuhi pola: {unit.perubahan}")
    return ". ".join(notes) or None


_BELUM_KIRIM: Final = (
    Kolom("No", 6, Jenis.TENGAH),
    Kolom("Kode Unit", 16),
    Kolom("Nama Unit", 50),
    Kolom("Kode Induk", 16),
    Kolom("Keadaan", 20, Jenis.TENGAH),
    Kolom("Penugasan yang Ditunggu", 13, Jenis.BULAT),
    Kolom("Kontak", 34),
)


def write_belum_kirim(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write the units that have not sent, and those of which nothing could be read."""
    note = (
        "Kiriman ditolak: berkas unit itu perlu dibetulkan dan dikirim lagi. Tidak terbaca kali "
        "ini: tutup berkasnya di Excel, lalu jalankan ulang; hasil lamanya tetap ada."
    )
    words = dict(KIRIMAN)
    units = [unit for unit in rekap.units if not unit.terkirim]
    rows: list[Sequence[Value]] = []
    for number, unit in enumerate(units, start=1):
        known = rekap.ditunggu.get(unit.kode)
        asked = (known.penugasan, known.kontak or None) if known else (None, None)
        induk = unit.kode_induk or None
        rows.append((number, unit.kode, unit.nama, induk, words[unit.kiriman], *asked))
    lembar = Lembar(
        "Unit yang Belum Mengirim", [note], _BELUM_KIRIM, "Semua unit sudah mengirim.", empty_at=2
    )
    write_lembar(book, sheet, rekap, lembar, rows)


_PERUBAHAN: Final = (
    Kolom("No", 6, Jenis.TENGAH),
    Kolom("Kode Unit", 14),
    Kolom("NIP", 21, Jenis.NIP),
    Kolom("Nama", 32),
    Kolom("Kolom", 18),
    Kolom("Daftar Induk", 40),
    Kolom("Isian Unit", 40),
)


def write_perubahan(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write where submissions differ from the roster; people decide which is right."""
    note = "Isian unit dipakai dalam penilaian ini. Ubah Pengaturan.xlsx bila isian unit benar."
    rows: list[Sequence[Value]] = [
        (number, row.unit, row.nip, row.nama, row.kolom, row.di_daftar or None,
         row.di_isian or None)
        for number, row in enumerate(rekap.changes, start=1)
    ]  # fmt: skip
    lembar = Lembar(
        "Usul Perubahan Daftar Induk", [note], _PERUBAHAN, "Tidak ada perbedaan.", empty_at=3
    )
    write_lembar(book, sheet, rekap, lembar, rows)


_BERKAS: Final = (
    Kolom("Berkas", 50),
    Kolom("Kode Unit", 23),
    Kolom("Hasil", 12, Jenis.TENGAH),
    Kolom("Baris Terlihat", 13, Jenis.BULAT),
    Kolom("Diterima", 11, Jenis.BULAT),
    Kolom("Dibetulkan", 11, Jenis.BULAT),
    Kolom("Ditahan", 11, Jenis.BULAT),
    Kolom("Diabaikan", 11, Jenis.BULAT),
    Kolom("Penugasan Dinilai", 12, Jenis.BULAT),
    Kolom("Penugasan Ditahan", 12, Jenis.BULAT),
    Kolom("Penugasan Tidak Dinilai", 12, Jenis.BULAT),
)
BERKAS_TERLIHAT: Final = 3


def write_berkas(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write one row per file; rows seen are the sum of what became of them."""
    note = "Baris terlihat = diterima + dibetulkan + ditahan + diabaikan."
    lembar = Lembar("Berkas yang Dibaca", [note], _BERKAS)
    rows = [_berkas_row(file, number) for number, file in enumerate(rekap.files, lembar.first)]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    counts = [berkas_counts(file) for file in rekap.files]
    sums = [
        (BERKAS_TERLIHAT + offset, sum(count[offset] for count in counts))
        for offset in range(len(_BERKAS) - BERKAS_TERLIHAT)
    ]
    write_totals(book, sheet, tabel, label="Jumlah", sums=sums)
    return tabel


def berkas_counts(file: BarisBerkas) -> tuple[int, ...]:
    """Give the counts of a file in the order of the columns; a file not read counts no rows."""
    rows = file.rows
    by_verdict = (0,) * 4 if rows is None else (
        rows.accepted, rows.corrected, rows.withheld, rows.ignored,
    )  # fmt: skip
    return (sum(by_verdict), *by_verdict, *_people(file))


def _people(file: BarisBerkas) -> tuple[int, int, int]:
    people = file.people
    return people.evaluated, people.withheld, people.not_evaluated


def _berkas_row(file: BarisBerkas, number: int) -> Sequence[Value]:
    seen, *by_verdict = berkas_counts(file)[:5]
    first, last = (column_letters(BERKAS_TERLIHAT + 1 + offset) for offset in (1, 4))
    rows: Sequence[Value] = (
        ("Tidak dibaca", None, None, None, None)
        if file.rows is None
        else (Rumus(f"=SUM({first}{number}:{last}{number})", seen), *by_verdict)
    )
    return (
        file.file,
        file.unit,
        file.verdict.value.capitalize(),
        *rows,
        *_people(file),
    )
