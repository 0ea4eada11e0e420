"""Units by how far they moved since the period before: a reason to ask, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.kinerja_unit import GerakUnit, PerbandinganUnit
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS, persen, selisih
from kinerja_xlsx.write.rekap_skm import INDEX_DECIMALS
from kinerja_xlsx.write.rekap_tabel import KOSONG, Jenis, Kolom, Rumus, Tabel, Value

_COLUMNS: Final = (
    Kolom("Kode Unit", 16),
    Kolom("Nama Unit", 34),
    Kolom("Berpredikat Lalu", 12.5, Jenis.BULAT),
    Kolom("Baik atau Lebih Lalu", 10, Jenis.BULAT),
    Kolom("Bagian Lalu (%)", 10, Jenis.DESIMAL),
    Kolom("Berpredikat Kini", 12.5, Jenis.BULAT),
    Kolom("Baik atau Lebih Kini", 10, Jenis.BULAT),
    Kolom("Bagian Kini (%)", 10, Jenis.DESIMAL),
    Kolom("Selisih Bagian", 10, Jenis.DESIMAL),
    Kolom("Pegawai Naik", 9.5, Jenis.BULAT),
    Kolom("Pegawai Turun", 9.5, Jenis.BULAT),
    Kolom("Selisih Median Capaian", 10, Jenis.DESIMAL),
    Kolom("Selisih SKM", 9.5, Jenis.DESIMAL),
    Kolom("Keterangan", 30),
)
GERAK_BAGIAN: Final = 8
_SMALL: Final = "Unit kecil: satu orang sangat menggeser bagiannya."
_NONE: Final = "Belum ada unit yang dapat dibandingkan dengan periode lalu."


def write_gerak(
    book: Book,
    sheet: Worksheet,
    rekap: RekapBook,
    perbandingan: Tabel,
    skm: Mapping[str, str],
) -> Tabel:
    """Write the units that both periods know, the one that rose most first.

    Args:
        book: The workbook.
        sheet: The sheet.
        rekap: The recap.
        perbandingan: The table that compares the units; its rows are those of the units.
        skm: Kode Unit to the cell of the change of its index.
    """
    notes = (
        (
            f"Dibanding {rekap.period.previous.label}, urut dari yang paling meningkat; unit "
            "kecil di bawah. Selisih Bagian: perubahan bagian pegawai berpredikat Baik atau "
            "Sangat Baik."
        ),
        (
            "Yang menurun belum tentu bekerja lebih buruk: targetnya dapat lebih tinggi, atau "
            "pegawainya berganti. Tanyakan dahulu kepada unitnya, dan tawarkan bantuan."
        ),
    )
    lembar = Lembar("Unit yang Paling Bergerak", notes, _COLUMNS, _NONE, empty_at=1, frozen=2)
    units = {unit.kode: (unit, row) for row, unit in enumerate(rekap.units, perbandingan.head + 2)}
    rows = [
        _row(move, number, units[move.kode], sheet=perbandingan.sheet, skm=skm.get(move.kode))
        for number, move in enumerate(rekap.gerak, lembar.first)
    ]
    return write_lembar(book, sheet, rekap, lembar, rows)


def _row(
    move: GerakUnit, number: int, unit: tuple[BarisUnit, int], *, sheet: str, skm: str | None
) -> Sequence[Value]:
    kinerja, row = unit[0].kinerja, unit[1]
    before = kinerja.perbandingan if kinerja else None
    there = f"'{sheet}'!"
    shares = [Decimal(100 * good) / total for good, total in (move.dulu, move.kini)]
    return (
        move.kode,
        move.nama,
        *_counts(move.dulu, ("C", "D", "G"), ("C", "D"), place=(there, row, number)),
        *_counts(move.kini, ("H", "I", "L"), ("F", "G"), place=(there, row, number)),
        selisih((f"H{number}", shares[1]), (f"E{number}", shares[0])),
        Rumus(f"={there}M{row}", before.naik if before else KOSONG),
        Rumus(f"={there}O{row}", before.turun if before else KOSONG),
        Rumus(f"={there}U{row}", _median(before)),
        None if skm is None else Rumus(f"={skm}", _skm_change(unit[0])),
        _SMALL if move.is_small else None,
    )


def _counts(
    count: tuple[int, int],
    there: tuple[str, str, str],
    here: tuple[str, str],
    *,
    place: tuple[str, int, int],
) -> Sequence[Value]:
    """Write people with a predikat, those at Baik or better, and their share, all live."""
    (good, total), (first, second, last), (sheet, row, number) = count, there, place
    return (
        Rumus(f"=SUM({sheet}{first}{row}:{last}{row})", total),
        Rumus(f"=SUM({sheet}{first}{row}:{second}{row})", good),
        persen((f"{here[1]}{number}", good), (f"{here[0]}{number}", total)),
    )


def _median(before: PerbandinganUnit | None) -> float | str:
    if before is None or before.median_kini is None or before.median_dulu is None:
        return KOSONG
    return round(float(before.median_kini) - float(before.median_dulu), SURE_DECIMALS)


def _skm_change(unit: BarisUnit) -> float | str:
    kepuasan = unit.kinerja.kepuasan if unit.kinerja else None
    if kepuasan is None or kepuasan.seluruh is None or kepuasan.seluruh_dulu is None:
        return KOSONG
    now, then = (
        float(half_up(one.nilai, INDEX_DECIMALS))
        for one in (kepuasan.seluruh, kepuasan.seluruh_dulu)
    )
    return round(now - then, SURE_DECIMALS)
