"""Each unit's community satisfaction beside its predikat, and that of the whole agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.kinerja_unit import KepuasanUnit
from kinerja_xlsx.model.law import MutuPelayanan, Predikat
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.score import KepuasanScore
from kinerja_xlsx.policy.permenpanrb_14_2017 import JUMLAH_UNSUR
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_agency, write_lembar
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rujukan import BATAS_MUTU
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS, persen
from kinerja_xlsx.write.rekap_skm import (
    FIRST_UNSUR,
    KOLOM_INDEKS,
    KOLOM_UNSUR,
    NO_SURVEY,
    RESPONDEN,
    index_cells,
    kepuasan_of,
    surveyed,
)
from kinerja_xlsx.write.rekap_tabel import KOSONG, Jenis, Kolom, Rumus, Tabel, Value

_UNIT: Final = (
    Kolom("No Unit", 7, Jenis.TENGAH),
    Kolom("Kode Unit", 15),
    Kolom("Nama Unit", 28),
    Kolom("Layanan", 9, Jenis.BULAT),
    Kolom("Responden", 11, Jenis.BULAT),
    *KOLOM_UNSUR,
    *KOLOM_INDEKS,
    Kolom("Pegawai Berpredikat", 12, Jenis.BULAT),
    Kolom("Baik atau Lebih", 9, Jenis.BULAT),
    Kolom("Bagian (%)", 10, Jenis.DESIMAL),
    Kolom("Perlu Dibicarakan", 12.5, Jenis.TENGAH),
)
UNIT_SKM: Final = 14
UNIT_SELISIH_SKM: Final = 18
_BERPREDIKAT: Final = 19
_MEAN_DECIMALS: Final = 12
_SATISFIED: Final = 3
"""Place of the lowest good band among the floors of the bands, lowest first."""
_LOW: Final = frozenset({MutuPelayanan.C, MutuPelayanan.D})
_MOST: Final = 50
"""Percent of people beyond which most are at Baik or better."""
_YES: Final = "Ya"


def write_skm_unit(book: Book, sheet: Worksheet, rekap: RekapBook, layanan: Tabel) -> Tabel:
    """Write the index of every unit, pooled over the people asked, beside its predikat."""
    notes = (
        (
            "Tiap unsur adalah rata-rata seluruh responden unit itu (lembar SKM Layanan); indeks "
            "layanan tidak dirata-ratakan."
        ),
        (
            "Bagian (%): pegawai berpredikat Baik atau Sangat Baik di antara yang sudah "
            "berpredikat. Perlu Dibicarakan: mutunya C atau D, sedangkan lebih dari separuh "
            "pegawainya berpredikat Baik atau lebih; bicarakan bersama pimpinan unitnya."
        ),
    )
    title = "Survei Kepuasan Masyarakat dan Predikat per Unit"
    lembar = Lembar(title, notes, _UNIT, NO_SURVEY, empty_at=2, frozen=3)
    rows = [
        (order, *_unit_row(unit, lembar.head + 1 + order, layanan))
        for order, unit in surveyed(rekap)
    ]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    if rows:
        whole = _agency_row(rekap, tabel)
        write_agency(book, sheet, tabel, lembar, whole)
    return tabel


def skm_cells(rekap: RekapBook, tabel: Tabel, column: int) -> Mapping[str, str]:
    """Address one column of the units that were surveyed, by Kode Unit.

    Args:
        rekap: The recap.
        tabel: The table of sheet `SKM Unit`.
        column: Such as `UNIT_SKM`.
    """
    letters = column_letters(column + 1)
    return {unit.kode: f"'{tabel.sheet}'!{letters}{row}" for unit, row in skm_rows(rekap, tabel)}


def skm_rows(rekap: RekapBook, tabel: Tabel) -> Iterator[tuple[BarisUnit, int]]:
    """Pair the units that were surveyed with the numbers of their rows."""
    yield from ((unit, tabel.head + 1 + order) for order, unit in surveyed(rekap))


def _unit_row(unit: BarisUnit, number: int, layanan: Tabel) -> Sequence[Value]:
    kepuasan = kepuasan_of(unit)
    good, total = people_of_unit(unit)
    return (
        unit.kode,
        unit.nama,
        *_pooled_cells(number, kepuasan, layanan),
        *index_cells(number, kepuasan.seluruh, kepuasan.seluruh_dulu),
        total,
        good,
        persen((f"U{number}", good), (f"T{number}", total)),
        _talk(number, kepuasan.seluruh, (good, total)),
    )


def asks_for_talk(unit: BarisUnit) -> bool:
    """Tell whether people are served less well than the many good predikat would suggest."""
    return _is_odd(kepuasan_of(unit).seluruh, people_of_unit(unit))


def _is_odd(skm: KepuasanScore | None, people: tuple[int, int]) -> bool:
    good, total = people
    return skm is not None and skm.mutu in _LOW and 100 * good > _MOST * total


def _talk(number: int, skm: KepuasanScore | None, people: tuple[int, int]) -> Rumus:
    """Ask for a talk where people of low satisfaction stand beside many good predikat."""
    low = f"O{number}<INDEX({BATAS_MUTU},{_SATISFIED})"
    known = f"AND(ISNUMBER(O{number}),ISNUMBER(V{number}))"
    asked = f'=IF({known},IF(AND({low},V{number}>{_MOST}),"{_YES}","{KOSONG}"),"{KOSONG}")'
    return Rumus(asked, _YES if _is_odd(skm, people) else KOSONG)


def _agency_row(rekap: RekapBook, tabel: Tabel) -> Sequence[Value]:
    """Pool all units over the people asked, live from the rows above."""
    number = tabel.last + 2
    now = rekap.kepuasan.seluruh
    people = [people_of_unit(unit) for _, unit in surveyed(rekap)]
    good, total = (sum(column) for column in zip(*people, strict=True))
    return (
        None,
        None,
        "Seluruh unit yang disurvei",
        Rumus(f"=SUM({tabel.cells(3)})", len(rekap.kepuasan.layanan)),
        Rumus(f"=SUM({tabel.cells(RESPONDEN)})", now.responden if now else 0),
        *_agency_elements(now, number, tabel),
        *index_cells(number, now, rekap.kepuasan.seluruh_dulu),
        Rumus(f"=SUM({tabel.cells(_BERPREDIKAT)})", total),
        Rumus(f"=SUM({tabel.cells(_BERPREDIKAT + 1)})", good),
        persen((f"U{number}", good), (f"T{number}", total)),
        None,
    )


def _agency_elements(now: KepuasanScore | None, number: int, tabel: Tabel) -> Iterator[Value]:
    for offset in range(JUMLAH_UNSUR):
        weighed = f"SUMPRODUCT({tabel.cells(RESPONDEN)},{tabel.cells(FIRST_UNSUR + offset)})"
        mean = f"ROUND({weighed}/$E{number},{SURE_DECIMALS})"
        value = float(half_up(now.unsur[offset], SURE_DECIMALS)) if now else KOSONG
        yield Rumus(f'=IF($E{number}=0,"{KOSONG}",{mean})', value)


def people_of_unit(unit: BarisUnit) -> tuple[int, int]:
    """Count people at Baik or better, and with any predikat."""
    counts = dict(unit.distribusi.counts) if unit.distribusi else {}
    good = counts.get(Predikat.SANGAT_BAIK, 0) + counts.get(Predikat.BAIK, 0)
    return good, sum(counts.values())


def _pooled_cells(number: int, kepuasan: KepuasanUnit, layanan: Tabel) -> Iterator[Value]:
    """Count services and people, and weigh each element by the people asked, live."""
    own = f"--({layanan.cells(0, from_elsewhere=True)}=A{number})"
    asked = layanan.cells(RESPONDEN, from_elsewhere=True)
    now = kepuasan.seluruh
    yield Rumus(f'=SUMPRODUCT({own},--({asked}<>"{KOSONG}"))', len(kepuasan.layanan))
    yield Rumus(f"=SUMPRODUCT({own},{asked})", now.responden if now else 0)
    for offset in range(JUMLAH_UNSUR):
        element = layanan.cells(FIRST_UNSUR + offset, from_elsewhere=True)
        mean = f"ROUND(SUMPRODUCT({own},{asked},{element})/$E{number},{_MEAN_DECIMALS})"
        value = float(half_up(now.unsur[offset], _MEAN_DECIMALS)) if now else KOSONG
        yield Rumus(f'=IF($E{number}=0,"{KOSONG}",{mean})', value)
