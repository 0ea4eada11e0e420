"""Units of the agency's recap against the period before, and in order of their good shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.kinerja_unit import BarisPeringkat, PerbandinganUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import KIRIMAN, RekapBook
from kinerja_xlsx.write.rekap_rumus import persen, selisih
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    kolom_predikat,
    write_totals,
)

_MOVED: Final = (
    Kolom("Naik", 8, Jenis.BULAT),
    Kolom("Tetap", 8, Jenis.BULAT),
    Kolom("Turun", 8, Jenis.BULAT),
    Kolom("Belum Dapat Dibandingkan", 13.5, Jenis.BULAT),
    Kolom("Baru", 8, Jenis.BULAT),
    Kolom("Keluar", 8, Jenis.BULAT),
)
_PERBANDINGAN: Final = (
    Kolom("Kode Unit", 15),
    Kolom("Nama Unit", 28),
    *(kolom_predikat(one, "Lalu: ") for one in Predikat),
    *(kolom_predikat(one, "Kini: ") for one in Predikat),
    *_MOVED,
    Kolom("Median Capaian Lalu", 10, Jenis.DESIMAL),
    Kolom("Median Capaian Kini", 10, Jenis.DESIMAL),
    Kolom("Selisih Median", 10, Jenis.DESIMAL),
    Kolom("Keterangan", 28),
)
_LALU: Final = 2
_NAIK: Final = _LALU + 2 * len(Predikat)
_COUNTS: Final = 2 * len(Predikat) + len(_MOVED)
_NO_BEFORE: Final = "Belum ada isian periode lalu yang dapat dipakai."


def write_perbandingan(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write one row per unit: people by predikat then and now, and who moved."""
    notes = (
        (
            "Menghitung pegawai menurut jabatan definitif terakhir. Naik, tetap, dan turun "
            "membandingkan predikat orang yang sama; yang belum berpredikat di salah satu periode "
            "belum dapat dibandingkan."
        ),
        (
            "Baru: di unit ini hanya ada di periode ini. Keluar: ada di periode lalu, tidak "
            "disebut lagi oleh unitnya; yang pindah unit terhitung di keduanya. Median memakai "
            "capaian yang lengkap; nilai tidak dirata-ratakan."
        ),
    )
    title = f"Perbandingan dengan {rekap.period.previous.label}"
    lembar = Lembar(title, notes, _PERBANDINGAN, frozen=2)
    rows = [_row(unit, number) for number, unit in enumerate(rekap.units, lembar.first)]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    counts = [_numbers(unit) for unit in rekap.units]
    sums = [
        (_LALU + offset, _total(numbers[offset] for numbers in counts))
        for offset in range(_COUNTS)
    ]
    write_totals(book, sheet, tabel, label="Jumlah", sums=sums)
    return tabel


def is_compared(unit: BarisUnit) -> bool:
    """Tell whether a unit has sent the period before."""
    return _of(unit) is not None


def moved_counts(rekap: RekapBook, tabel: Tabel) -> Sequence[tuple[str, Rumus]]:
    """Count who moved in the whole agency, live from the sheet of the units."""
    counts = [_numbers(unit) for unit in rekap.units]
    return [
        (
            kolom.heading.capitalize(),
            Rumus(
                f"=SUM({tabel.cells(_NAIK + offset, from_elsewhere=True)})",
                _total(numbers[_NAIK - _LALU + offset] for numbers in counts),
            ),
        )
        for offset, kolom in enumerate(_MOVED)
    ]


def _total(counts: Iterable[int | None]) -> int:
    """Add the counts of the units that have one."""
    return sum(count for count in counts if count is not None)


def _numbers(unit: BarisUnit) -> tuple[int | None, ...]:
    """Give the counts of a unit in the order of the columns; None where there are none."""
    found = _of(unit)
    now = dict(unit.distribusi.counts) if unit.distribusi else {}
    then = [None] * len(Predikat) if found is None else [count for _, count in found.dulu]
    moved = (
        (None,) * len(_MOVED)
        if found is None
        else (
            *(found.naik, found.tetap, found.turun),
            *(found.belum_dibandingkan, found.baru, found.keluar),
        )
    )
    return (*then, *(now.get(predikat) for predikat in Predikat), *moved)


def _of(unit: BarisUnit) -> PerbandinganUnit | None:
    return unit.kinerja.perbandingan if unit.kinerja else None


def _row(unit: BarisUnit, number: int) -> Sequence[Value]:
    found = _of(unit)
    then, now = (None, None) if found is None else (found.median_dulu, found.median_kini)
    medians: Sequence[Value] = (
        (None, None, None)
        if found is None
        else (_median(then), _median(now), selisih((f"T{number}", now), (f"S{number}", then)))
    )
    return (unit.kode, unit.nama, *_numbers(unit), *medians, _remark(unit))


def _median(value: Decimal | None) -> Value:
    return "Belum ada" if value is None else value


def _remark(unit: BarisUnit) -> str | None:
    if not unit.terkirim:
        return f"{dict(KIRIMAN)[unit.kiriman]}."
    notes = [_NO_BEFORE] if _of(unit) is None else []
    if unit.sementara:
        notes.append(f"{unit.sementara.capitalize()} pegawai.")
    return " ".join(notes) or None


_PERINGKAT: Final = (
    Kolom("Peringkat", 11, Jenis.BULAT),
    Kolom("Kode Unit", 17),
    Kolom("Nama Unit", 44),
    Kolom("Pegawai Berpredikat", 13, Jenis.BULAT),
    Kolom("Sangat Baik", 10, Jenis.BULAT),
    Kolom("Baik", 10, Jenis.BULAT),
    Kolom("Baik atau Lebih", 10, Jenis.BULAT),
    Kolom("Bagian (%)", 11, Jenis.DESIMAL),
    Kolom("Ikut Peringkat", 11, Jenis.TENGAH),
    Kolom("Keterangan", 46),
)
_NO_RANK: Final = "Tanpa"
_YES, _NO = "Ya", "Tidak"


def write_peringkat(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write the units by their share at Baik or better; equal shares share a rank."""
    notes = (
        (
            "Bagian yang sama mendapat peringkat yang sama dan peringkat sesudahnya dilewati "
            "(1, 2, 2, 4). Unit kecil dan unit tanpa predikat tidak diberi peringkat."
        ),
        (
            "Peringkat ini membaca predikat dari penilai, bukan ukuran mutu layanan; bandingkan "
            "dengan lembar SKM Unit. Pegawai tidak pernah diperingkatkan."
        ),
    )
    title = "Peringkat Unit menurut Bagian Pegawai Berpredikat Baik atau Lebih"
    lembar = Lembar(title, notes, _PERINGKAT, empty_at=2, frozen=3)
    span = (lembar.first, lembar.head + 1 + len(rekap.peringkat))
    rows = [
        _rank_row(line, number, span) for number, line in enumerate(rekap.peringkat, lembar.first)
    ]
    return write_lembar(book, sheet, rekap, lembar, rows)


def _rank_row(line: BarisPeringkat, number: int, span: tuple[int, int]) -> Sequence[Value]:
    """Write one unit; its rank is one more than the ranked units with a larger share."""
    asked = f"$I${span[0]}:$I${span[1]}"
    shares = f"$H${span[0]}:$H${span[1]}"
    rank = (
        f'=IF(I{number}="{_YES}",SUMPRODUCT(({asked}="{_YES}")*({shares}>H{number}))+1,'
        f'"{_NO_RANK}")'
    )
    good = line.sangat_baik + line.baik
    counts: Sequence[Value] = (
        line.total,
        line.sangat_baik,
        line.baik,
        Rumus(f"=E{number}+F{number}", good),
        persen((f"G{number}", good), (f"D{number}", line.total)),
    )
    return (
        Rumus(rank, _NO_RANK if line.peringkat is None else line.peringkat),
        line.kode,
        line.nama,
        *(counts if line.is_sent else (None,) * len(counts)),
        _NO if line.peringkat is None else _YES,
        line.keterangan or None,
    )
