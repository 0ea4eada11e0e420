"""Community satisfaction in the agency's recap: each service, and each unit beside its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.kinerja_unit import KepuasanUnit
from kinerja_xlsx.model.law import MutuPelayanan, Predikat
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.score import KepuasanScore
from kinerja_xlsx.policy.permenpanrb_14_2017 import JUMLAH_UNSUR, KONVERSI
from kinerja_xlsx.spec.kepuasan import UNSUR
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_agency, write_lembar
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rujukan import BATAS_MUTU, KATA_MUTU, KINERJA_MUTU
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS, persen, selisih
from kinerja_xlsx.write.rekap_tabel import (
    KOSONG,
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
)

_UNSUR: Final = tuple(Kolom(name.upper(), 7, Jenis.DESIMAL) for name in UNSUR)
_INDEKS: Final = (
    Kolom("SKM", 11, Jenis.DESIMAL),
    Kolom("Mutu", 7, Jenis.TENGAH),
    Kolom("Kinerja", 13, Jenis.TENGAH),
    Kolom("SKM Periode Lalu", 10, Jenis.DESIMAL),
    Kolom("Selisih SKM", 11.5, Jenis.DESIMAL),
)
_LAYANAN: Final = (
    Kolom("No Unit", 7, Jenis.TENGAH),
    Kolom("Kode Unit", 17),
    Kolom("Nama Unit", 30),
    Kolom("Layanan", 32),
    Kolom("Responden", 11, Jenis.BULAT),
    *_UNSUR,
    *_INDEKS,
    Kolom("Sel Sumber", 26),
)
_UNIT: Final = (
    Kolom("No Unit", 7, Jenis.TENGAH),
    Kolom("Kode Unit", 17),
    Kolom("Nama Unit", 32),
    Kolom("Layanan", 9, Jenis.BULAT),
    Kolom("Responden", 11, Jenis.BULAT),
    *_UNSUR,
    *_INDEKS,
    Kolom("Pegawai Berpredikat", 12, Jenis.BULAT),
    Kolom("Baik atau Lebih", 9, Jenis.BULAT),
    Kolom("Bagian (%)", 10, Jenis.DESIMAL),
    Kolom("Perlu Dibicarakan", 12.5, Jenis.TENGAH),
)
UNIT_SKM: Final = 14
UNIT_SELISIH_SKM: Final = 18
_RESPONDEN: Final = 4
_FIRST_UNSUR: Final = 5
INDEX_DECIMALS: Final = 6
"""The index of a service never comes closer to the edge of a band than this."""
_MEAN_DECIMALS: Final = 12
_NO_SURVEY: Final = (
    "Belum ada survei kepuasan. Agar ditanyakan, isi Lembar Tambahan dengan Kepuasan di lembar "
    "Periode buku Pengaturan."
)
_NONE_NOW: Final = "Belum ada"
_BERPREDIKAT: Final = 19
_SATISFIED: Final = 3
"""Place of the lowest good band among the floors of the bands, lowest first."""
_LOW: Final = frozenset({MutuPelayanan.C, MutuPelayanan.D})
_MOST: Final = 50
"""Percent of people beyond which most are at Baik or better."""
_YES: Final = "Ya"


@dataclass(frozen=True, slots=True)
class _Layanan:
    """One service of one unit, in either period."""

    order: int
    unit: BarisUnit
    now: KepuasanScore | None
    then: KepuasanScore | None


def write_skm_layanan(book: Book, sheet: Worksheet, rekap: RekapBook) -> Tabel:
    """Write the index of every service, as sent, beside that of the period before."""
    notes = (
        (
            f"SKM = jumlah sembilan unsur ÷ {JUMLAH_UNSUR} × {KONVERSI}; batas mutu ada di lembar "
            "Rujukan. Periode lalu: "
            f"{rekap.period.previous.label}, layanan dengan nama yang sama."
        ),
    )
    found = [one for unit in _surveyed(rekap) for one in _services(*unit)]
    title = "Survei Kepuasan Masyarakat per Layanan"
    lembar = Lembar(title, notes, _LAYANAN, _NO_SURVEY, empty_at=3, frozen=4)
    rows = [_service_row(one, number) for number, one in enumerate(found, lembar.first)]
    return write_lembar(book, sheet, rekap, lembar, rows)


def write_skm_unit(book: Book, sheet: Worksheet, rekap: RekapBook, layanan: Tabel) -> Tabel:
    """Write the index of every unit, pooled over the people asked, beside its predikat."""
    notes = (
        (
            "Tiap unsur adalah rata-rata seluruh responden unit itu (lembar SKM Layanan); indeks "
            "layanan tidak dirata-ratakan."
        ),
        (
            "Bagian (%): pegawai berpredikat Baik atau Sangat Baik di antara yang sudah "
            "berpredikat. Bila predikat tinggi sedangkan SKM rendah, bicarakan bersama pimpinan "
            "unitnya."
        ),
    )
    title = "Survei Kepuasan Masyarakat dan Predikat per Unit"
    lembar = Lembar(title, notes, _UNIT, _NO_SURVEY, empty_at=2, frozen=3)
    rows = [
        (order, *_unit_row(unit, lembar.head + 1 + order, layanan))
        for order, unit in _surveyed(rekap)
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
    return {
        unit.kode: f"'{tabel.sheet}'!{letters}{tabel.head + 1 + order}"
        for order, unit in _surveyed(rekap)
    }


def _surveyed(rekap: RekapBook) -> Sequence[tuple[int, BarisUnit]]:
    """Number the units of which a survey is known; formulas go by the number, not by the code."""
    units = (unit for unit in rekap.units if _is_surveyed(_kepuasan(unit)))
    return list(enumerate(units, start=1))


def _kepuasan(unit: BarisUnit) -> KepuasanUnit:
    return unit.kinerja.kepuasan if unit.kinerja else KepuasanUnit()


def _is_surveyed(kepuasan: KepuasanUnit) -> bool:
    return kepuasan.seluruh is not None or kepuasan.seluruh_dulu is not None


def _services(order: int, unit: BarisUnit) -> Iterator[_Layanan]:
    """Pair the services of both periods by their names."""
    kepuasan = _kepuasan(unit)
    then = {_plain(one.layanan): one for one in kepuasan.layanan_dulu}
    for one in kepuasan.layanan:
        yield _Layanan(order, unit, one, then.pop(_plain(one.layanan), None))
    yield from (_Layanan(order, unit, None, one) for one in then.values())


def _plain(layanan: str) -> str:
    return " ".join(layanan.casefold().split())


def _service_row(one: _Layanan, number: int) -> Sequence[Value]:
    named = one.now or one.then
    layanan = named.layanan if named else None
    first: Sequence[Value] = (one.order, one.unit.kode, one.unit.nama, layanan)
    if one.now is None:
        figures: Sequence[Value] = [None] * (1 + JUMLAH_UNSUR)
        return (*first, *figures, *_index_cells(number, one.now, one.then), None)
    cells = one.now.step.cells
    source = f"{cells[0]}–{cells[-1].rpartition('!')[2]}" if cells else None
    return (
        *first,
        one.now.responden,
        *one.now.unsur,
        *_index_cells(number, one.now, one.then),
        source,
    )


def _index_cells(
    number: int, now: KepuasanScore | None, then: KepuasanScore | None
) -> Sequence[Value]:
    """Write index, band and word, live from the elements of the row; then the period before."""
    before = _rounded(then)
    change = selisih((f"O{number}", _rounded(now)), (f"R{number}", before))
    if now is None:
        return (_NONE_NOW, None, None, before, change)
    elements = f"F{number}:{column_letters(_FIRST_UNSUR + JUMLAH_UNSUR)}{number}"
    index = f"=ROUND(SUM({elements})/{JUMLAH_UNSUR}*{KONVERSI},{INDEX_DECIMALS})"
    decimals = len(now.step.result.partition(" ")[0].partition(",")[2])
    band = f"MATCH(O{number},{BATAS_MUTU},1)"
    return (
        Rumus(index, float(half_up(now.nilai, INDEX_DECIMALS)), decimals),
        Rumus(f"=INDEX({KATA_MUTU},{band})", now.mutu.value),
        Rumus(f"=INDEX({KINERJA_MUTU},{band})", now.kinerja),
        before,
        change,
    )


def _rounded(score: KepuasanScore | None) -> Decimal | None:
    return None if score is None else half_up(score.nilai, INDEX_DECIMALS)


def _unit_row(unit: BarisUnit, number: int, layanan: Tabel) -> Sequence[Value]:
    kepuasan = _kepuasan(unit)
    good, total = _people(unit)
    return (
        unit.kode,
        unit.nama,
        *_pooled_cells(number, kepuasan, layanan),
        *_index_cells(number, kepuasan.seluruh, kepuasan.seluruh_dulu),
        total,
        good,
        persen((f"U{number}", good), (f"T{number}", total)),
        _talk(number, kepuasan.seluruh, (good, total)),
    )


def _talk(number: int, skm: KepuasanScore | None, people: tuple[int, int]) -> Rumus:
    """Ask for a talk where people of low satisfaction stand beside many good predikat."""
    low = f"O{number}<INDEX({BATAS_MUTU},{_SATISFIED})"
    known = f"AND(ISNUMBER(O{number}),ISNUMBER(V{number}))"
    good, total = people
    is_low = skm is not None and skm.mutu in _LOW
    asked = f'=IF({known},IF(AND({low},V{number}>{_MOST}),"{_YES}","{KOSONG}"),"{KOSONG}")'
    return Rumus(asked, _YES if is_low and 100 * good > _MOST * total else KOSONG)


def _agency_row(rekap: RekapBook, tabel: Tabel) -> Sequence[Value]:
    """Pool all units over the people asked, live from the rows above."""
    number = tabel.last + 2
    surveyed = [unit for _, unit in _surveyed(rekap)]
    now = rekap.kepuasan.seluruh
    people = [_people(unit) for unit in surveyed]
    good, total = (sum(column) for column in zip(*people, strict=True))
    return (
        None,
        None,
        "Seluruh unit yang disurvei",
        Rumus(f"=SUM({tabel.cells(3)})", len(rekap.kepuasan.layanan)),
        Rumus(f"=SUM({tabel.cells(_RESPONDEN)})", now.responden if now else 0),
        *_agency_elements(now, number, tabel),
        *_index_cells(number, now, rekap.kepuasan.seluruh_dulu),
        Rumus(f"=SUM({tabel.cells(_BERPREDIKAT)})", total),
        Rumus(f"=SUM({tabel.cells(_BERPREDIKAT + 1)})", good),
        persen((f"U{number}", good), (f"T{number}", total)),
        None,
    )


def _agency_elements(now: KepuasanScore | None, number: int, tabel: Tabel) -> Iterator[Value]:
    for offset in range(JUMLAH_UNSUR):
        weighed = f"SUMPRODUCT({tabel.cells(_RESPONDEN)},{tabel.cells(_FIRST_UNSUR + offset)})"
        mean = f"ROUND({weighed}/$E{number},{SURE_DECIMALS})"
        value = float(half_up(now.unsur[offset], SURE_DECIMALS)) if now else KOSONG
        yield Rumus(f'=IF($E{number}=0,"{KOSONG}",{mean})', value)


def _people(unit: BarisUnit) -> tuple[int, int]:
    """Count people at Baik or better, and with any predikat."""
    counts = dict(unit.distribusi.counts) if unit.distribusi else {}
    good = counts.get(Predikat.SANGAT_BAIK, 0) + counts.get(Predikat.BAIK, 0)
    return good, sum(counts.values())


def _pooled_cells(number: int, kepuasan: KepuasanUnit, layanan: Tabel) -> Iterator[Value]:
    """Count services and people, and weigh each element by the people asked, live."""
    own = f"--({layanan.cells(0, from_elsewhere=True)}=A{number})"
    asked = layanan.cells(_RESPONDEN, from_elsewhere=True)
    now = kepuasan.seluruh
    yield Rumus(f'=SUMPRODUCT({own},--({asked}<>"{KOSONG}"))', len(kepuasan.layanan))
    yield Rumus(f"=SUMPRODUCT({own},{asked})", now.responden if now else 0)
    for offset in range(JUMLAH_UNSUR):
        element = layanan.cells(_FIRST_UNSUR + offset, from_elsewhere=True)
        mean = f"ROUND(SUMPRODUCT({own},{asked},{element})/$E{number},{_MEAN_DECIMALS})"
        value = float(half_up(now.unsur[offset], _MEAN_DECIMALS)) if now else KOSONG
        yield Rumus(f'=IF($E{number}=0,"{KOSONG}",{mean})', value)
