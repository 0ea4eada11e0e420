"""Community satisfaction in the agency's recap: each service, and each unit beside its people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.kinerja_unit import KepuasanUnit
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.model.score import KepuasanScore
from kinerja_xlsx.policy.permenpanrb_14_2017 import JUMLAH_UNSUR, KONVERSI
from kinerja_xlsx.spec.kepuasan import UNSUR
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rujukan import BATAS_MUTU, KATA_MUTU, KINERJA_MUTU
from kinerja_xlsx.write.rekap_rumus import selisih
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
)

KOLOM_UNSUR: Final = tuple(Kolom(name.upper(), 6.5, Jenis.DESIMAL) for name in UNSUR)
KOLOM_INDEKS: Final = (
    Kolom("SKM", 11, Jenis.DESIMAL),
    Kolom("Mutu", 7, Jenis.TENGAH),
    Kolom("Kinerja", 13, Jenis.TENGAH),
    Kolom("SKM Periode Lalu", 10, Jenis.DESIMAL),
    Kolom("Selisih SKM", 11.5, Jenis.DESIMAL),
)
_LAYANAN: Final = (
    Kolom("No Unit", 7, Jenis.TENGAH),
    Kolom("Kode Unit", 15),
    Kolom("Nama Unit", 27),
    Kolom("Layanan", 27),
    Kolom("Responden", 11, Jenis.BULAT),
    *KOLOM_UNSUR,
    *KOLOM_INDEKS,
    Kolom("Sel Sumber", 22),
)
RESPONDEN: Final = 4
FIRST_UNSUR: Final = 5
INDEX_DECIMALS: Final = 6
"""The index of a service never comes closer to the edge of a band than this."""
NO_SURVEY: Final = (
    "Belum ada survei kepuasan. Agar ditanyakan, isi Lembar Tambahan dengan Kepuasan di lembar "
    "Periode buku Pengaturan."
)
_NONE_NOW: Final = "Belum ada"


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
    found = [one for unit in surveyed(rekap) for one in _services(*unit)]
    title = "Survei Kepuasan Masyarakat per Layanan"
    lembar = Lembar(title, notes, _LAYANAN, NO_SURVEY, empty_at=3, frozen=4)
    rows = [_service_row(one, number) for number, one in enumerate(found, lembar.first)]
    return write_lembar(book, sheet, rekap, lembar, rows)


def surveyed(rekap: RekapBook) -> Sequence[tuple[int, BarisUnit]]:
    """Number the units of which a survey is known; formulas go by the number, not by the code."""
    units = (unit for unit in rekap.units if _is_surveyed(kepuasan_of(unit)))
    return list(enumerate(units, start=1))


def kepuasan_of(unit: BarisUnit) -> KepuasanUnit:
    """Give the satisfaction with a unit's services; empty where nothing was sent."""
    return unit.kinerja.kepuasan if unit.kinerja else KepuasanUnit()


def _is_surveyed(kepuasan: KepuasanUnit) -> bool:
    return kepuasan.seluruh is not None or kepuasan.seluruh_dulu is not None


def _services(order: int, unit: BarisUnit) -> Iterator[_Layanan]:
    """Pair the services of both periods by their names."""
    kepuasan = kepuasan_of(unit)
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
        return (*first, *figures, *index_cells(number, one.now, one.then), None)
    cells = one.now.step.cells
    source = f"{cells[0]}–{cells[-1].rpartition('!')[2]}" if cells else None
    return (
        *first,
        one.now.responden,
        *one.now.unsur,
        *index_cells(number, one.now, one.then),
        source,
    )


def index_cells(
    number: int, now: KepuasanScore | None, then: KepuasanScore | None
) -> Sequence[Value]:
    """Write index, band and word, live from the elements of the row; then the period before."""
    before = _rounded(then)
    change = selisih((f"O{number}", _rounded(now)), (f"R{number}", before))
    if now is None:
        return (_NONE_NOW, None, None, before, change)
    elements = f"F{number}:{column_letters(FIRST_UNSUR + JUMLAH_UNSUR)}{number}"
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
