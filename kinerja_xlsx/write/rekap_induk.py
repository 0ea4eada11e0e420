"""Totals below each topmost Kode Induk, live from the sheet of the units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.kinerja_unit import KelompokUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisUnit, Kiriman
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_lembar import (
    UNIT_KELOMPOK,
    UNIT_PENUGASAN,
    UNIT_TERKIRIM,
    kelompok_of,
    unit_counts,
)
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rumus import persen
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    kolom_predikat,
    write_totals,
)

_COLUMNS: Final = (
    Kolom("No Kelompok", 10.5, Jenis.BULAT),
    Kolom("Kode Induk", 15),
    Kolom("Nama Unit Induk", 32),
    Kolom("Unit", 7, Jenis.BULAT),
    Kolom("Sudah Mengirim", 11, Jenis.BULAT),
    Kolom("Penugasan", 11.5, Jenis.BULAT),
    Kolom("Dinilai", 9, Jenis.BULAT),
    Kolom("Ditahan", 9, Jenis.BULAT),
    Kolom("Tidak Dinilai", 9, Jenis.BULAT),
    Kolom("Tidak Dikirim", 9, Jenis.BULAT),
    Kolom("Belum Ditetapkan", 12.5, Jenis.BULAT),
    *(kolom_predikat(predikat) for predikat in Predikat),
    Kolom("Pegawai Berpredikat", 12.5, Jenis.BULAT),
    Kolom("Baik atau Lebih", 9, Jenis.BULAT),
    Kolom("Bagian (%)", 9.5, Jenis.DESIMAL),
)
_SUMS: Final = 15
"""So many columns of counts from `Unit` on have a total."""
_REST: Final = "Unit tanpa induk dan tanpa unit di bawahnya"


def write_induk(book: Book, sheet: Worksheet, rekap: RekapBook, unit: Tabel) -> None:
    """Write one row for each group of units, and one for those in no group."""
    notes = (
        (
            "Satu baris bagi setiap unit paling atas bersama semua unit di bawahnya menurut Kode "
            "Induk, termasuk unit itu sendiri; setiap unit terhitung satu kali."
        ),
        (
            "No Kelompok menunjuk kolom terakhir lembar Unit. Bagian (%): pegawai berpredikat "
            "Baik atau Sangat Baik di antara yang sudah berpredikat."
        ),
    )
    lembar = Lembar("Rekap per Unit Induk", notes, _COLUMNS, empty_at=2, frozen=3)
    members = _members(rekap)
    rows = [
        _row(number, order, kelompok, members[order], unit=unit)
        for number, (order, kelompok) in enumerate(_groups(rekap, members), lembar.first)
    ]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    counts = [_counts(members[order]) for order in members]
    sums = [(3 + index, sum(one[index] for one in counts)) for index in range(_SUMS)]
    write_totals(book, sheet, tabel, label="Jumlah", sums=sums)


def _members(rekap: RekapBook) -> Mapping[int, Sequence[BarisUnit]]:
    """Give the units of each group by its number; 0 for those in none."""
    numbers = kelompok_of(rekap)
    found: dict[int, list[BarisUnit]] = {}
    for one in rekap.units:
        found.setdefault(numbers.get(one.kode, 0), []).append(one)
    return found


def _groups(
    rekap: RekapBook, members: Mapping[int, Sequence[BarisUnit]]
) -> Iterator[tuple[int, KelompokUnit | None]]:
    yield from enumerate(rekap.induk, start=1)
    if 0 in members:
        yield 0, None


def _counts(units: Sequence[BarisUnit]) -> tuple[int, ...]:
    """Sum what a group shows, in the order of the columns from `Unit` to `Baik atau Lebih`."""
    sums = [sum(column) for column in zip(*(unit_counts(one) for one in units), strict=True)]
    sent = sum(one.kiriman is Kiriman.SUDAH for one in units)
    people = sums[-len(Predikat) :]
    return len(units), sent, *sums, sum(people), sum(people[:2])


def _row(
    number: int,
    order: int,
    kelompok: KelompokUnit | None,
    units: Sequence[BarisUnit],
    *,
    unit: Tabel,
) -> Sequence[Value]:
    own = f"--({unit.cells(UNIT_KELOMPOK, from_elsewhere=True)}=$A{number})"
    sent = f'--({unit.cells(UNIT_TERKIRIM, from_elsewhere=True)}="{Kiriman.SUDAH.value}")'
    here, there, *sums = _counts(units)
    *counts, total, good = sums
    return (
        order,
        kelompok.kode if kelompok else None,
        kelompok.nama if kelompok else _REST,
        Rumus(f"=SUMPRODUCT({own})", here),
        Rumus(f"=SUMPRODUCT({own},{sent})", there),
        *(
            Rumus(
                f"=SUMPRODUCT({own},{unit.cells(UNIT_PENUGASAN + offset, from_elsewhere=True)})",
                count,
            )
            for offset, count in enumerate(counts)
        ),
        Rumus(f"=SUM(L{number}:P{number})", total),
        Rumus(f"=SUM(L{number}:M{number})", good),
        persen((f"R{number}", good), (f"Q{number}", total)),
    )
