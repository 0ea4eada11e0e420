"""Sheet `Rujukan` of the agency's recap: what forms rest on, and the tables its formulas read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import CapaianOrganisasi
from kinerja_xlsx.model.period import format_date
from kinerja_xlsx.policy import Policy, in_force
from kinerja_xlsx.policy.permenpanrb_14_2017 import MUTU, MUTU_CITATION, SKM_CITATION
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, must
from kinerja_xlsx.write.hasil.rujukan import (
    AFTER_PARAMETERS,
    BARIS_PREDIKAT,
    SHEET,
    pola_words,
    write_ketentuan,
    write_paragraph,
)
from kinerja_xlsx.write.rekap_kerangka import footer
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_tabel import joined, put, set_up_sheet, write_title

_REST: Final = AFTER_PARAMETERS
_FIRST: Final = BARIS_PREDIKAT + 2
_LAST: Final = BARIS_PREDIKAT + 1 + len(MUTU)
_COLUMN: Final = 4
_MUTU_WIDTH: Final = 10
BATAS_MUTU: Final = f"{SHEET}!$E${_FIRST}:$E${_LAST}"
"""Lower limits of the bands of SKM, lowest first."""
KINERJA_MUTU: Final = f"{SHEET}!$F${_FIRST}:$F${_LAST}"
KATA_MUTU: Final = f"{SHEET}!$G${_FIRST}:$G${_LAST}"
_NO_PARAMETERS: Final = "Untuk periode ini belum ada ketentuan penilaian."
_HOW: Final = """\
Sel berumus di buku ini mengambil nilainya dari sel lain yang terlihat. Klik selnya, lalu pilih \
Formulas › Trace Precedents (Rumus › Lacak Preseden) untuk mengikuti asal angkanya. Angka per \
orang dijelaskan di buku Hasil unitnya.
Peringkat unit: bagian pegawai dengan predikat Baik atau Sangat Baik di antara yang sudah \
mempunyai predikat. Bagian yang sama mendapat peringkat yang sama, dan peringkat sesudahnya \
dilewati (1, 2, 2, 4). Unit kecil dan unit tanpa predikat tidak diberi peringkat. Pegawai tidak \
pernah diperingkatkan.
SKM unit: tiap unsur adalah rata-rata seluruh responden unit itu, lalu dihitung seperti SKM satu \
layanan. Indeks layanan tidak dirata-ratakan."""


def write_rekap_rujukan(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write what the forms rest on, the tables of this workbook, and how it counts."""
    title = f"Rujukan Perhitungan {rekap.period.label}"
    if rekap.parameters is None:
        write_title(book, sheet, title, [rekap.instansi, _NO_PARAMETERS])
    else:
        policy = in_force(rekap.period)
        since = f"berlaku sejak {format_date(policy.since)}"
        write_title(book, sheet, title, [rekap.instansi, joined(policy.name, since)])
        write_ketentuan(book, sheet, period=rekap.period, parameters=rekap.parameters)
    _write_mutu(book, sheet)
    put(sheet, (_REST, 0), "Pola distribusi dan cara membaca", book.style(style.SECTION))
    for row, text in enumerate(_texts(rekap), start=_REST + 1):
        write_paragraph(book, sheet, row, text)
    set_up_sheet(sheet, rekap.kertas, head=None, footer=footer(rekap))
    # Its length is known: two pages, so that no heading is repeated over the last words alone.
    sheet.fit_to_pages(1, 2)


def _texts(rekap: RekapBook) -> Iterator[str]:
    if rekap.parameters is not None:
        policy: Policy = in_force(rekap.period)
        yield from (pola_words(capaian, policy) for capaian in CapaianOrganisasi)
        yield f"{policy.title}."
    yield from _HOW.splitlines()
    yield f"Rumus SKM satu layanan: {SKM_CITATION.text}."


def _write_mutu(book: Book, sheet: Worksheet) -> None:
    """Write the bands of SKM beside the predikat, so that no page parts them."""
    must(sheet.set_column(_COLUMN + 2, _COLUMN + 2, _MUTU_WIDTH))
    at = BARIS_PREDIKAT
    put(sheet, (at - 1, _COLUMN), "Mutu pelayanan menurut SKM", book.style(style.SECTION))
    heading, text = book.style(style.HEADING), book.style(style.CELL_CENTER)
    for offset, name in enumerate(("SKM mulai dari", "Kinerja", "Mutu")):
        put(sheet, (at, _COLUMN + offset), name, heading)
    number = book.style(style.CELL_TWO_DECIMALS)
    for row, (floor, mutu, kinerja) in enumerate(reversed(MUTU), start=at + 1):
        put(sheet, (row, _COLUMN), floor, number)
        put(sheet, (row, _COLUMN + 1), kinerja, text)
        put(sheet, (row, _COLUMN + 2), mutu.value, text)
    source = f"Dasar: {MUTU_CITATION.text}."
    put(sheet, (at + 1 + len(MUTU), _COLUMN), source, book.style(style.SUBTITLE))
