"""Sheet `Sekilas`: the whole agency on one page for its head, all figures live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.hasil.tanda_tangan import signing_text
from kinerja_xlsx.write.measure import INDENT_POINTS, text_height
from kinerja_xlsx.write.rekap_diagram import BLUE, GREEN, GREY, ORANGE, Batang, insert_bars
from kinerja_xlsx.write.rekap_distribusi import Diagram, insert_chart
from kinerja_xlsx.write.rekap_isi import RINGKASAN
from kinerja_xlsx.write.rekap_kerangka import footer
from kinerja_xlsx.write.rekap_kotak import kotak_of, write_kotak
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_perhatian import perhatian
from kinerja_xlsx.write.rekap_ringkasan import Hitungan, Letak, sebaran_of_people
from kinerja_xlsx.write.rekap_sorotan import Sorotan, moved_units, surveyed_units
from kinerja_xlsx.write.rekap_tabel import (
    Tabel,
    link_to,
    points_of,
    put,
    set_up_sheet,
    write_title,
)
from kinerja_xlsx.write.rekap_tren import TabelTren

_NAME: Final = 25
_FIGURE: Final = 9
_BLOCK: Final = (_NAME, _FIGURE, _FIGURE, _FIGURE)
_WIDTHS: Final = (*_BLOCK, 2, *_BLOCK, 2, *_BLOCK)
_LEFT: Final = (0, 5, 10)
"""First column of each block."""
_CHART: Final = (384, 236)
_STATES: Final = (GREEN, ORANGE, GREY, BLUE)
_MOVES: Final = (BLUE, GREY, ORANGE)
"""Of those who rose, stayed and fell; the other counts say nothing of a predikat."""
_CHART_ROWS: Final = 12
_LINES: Final = 6
"""So many lines has a table below the charts."""
_HEAD_POINTS: Final = 30.0
_LINE_POINTS: Final = 28.0
_SIGN_POINTS: Final = 40.0
_HOW: Final = (
    "Predikat ditetapkan pejabat penilai. Angka di halaman ini menghitung orang dan penugasan; "
    "nilai tidak pernah dirata-ratakan. SKM menggabungkan jawaban seluruh responden. Setiap angka "
    "diambil dari lembar lain buku ini dan dapat diikuti."
)


@dataclass(frozen=True, slots=True)
class Sumber:
    """Where the other sheets hold what this one shows."""

    letak: Letak
    skm: Tabel
    gerak: Tabel
    tren: TabelTren


def write_sekilas(book: Book, sheet: Worksheet, rekap: RekapBook, sumber: Sumber) -> None:
    """Write key figures, three charts, two short tables, what waits, and who signs."""
    for column, width in enumerate(_WIDTHS):
        must(sheet.set_column(column, column, width))
    title = f"Kinerja Pegawai Sekilas {rekap.period.label}"
    row = write_title(book, sheet, title, [rekap.instansi] if rekap.instansi else [])
    link = link_to(RINGKASAN, "Daftar isi buku ini ada di lembar Ringkasan")
    put(sheet, (row - 2, _LEFT[2]), link, book.style(style.LINKED))
    row = _write_figures(book, sheet, rekap, sumber, row)
    _insert_charts(book, sheet, rekap, sumber, row)
    row += _CHART_ROWS + 1
    row = _write_tables(book, sheet, rekap, sumber, row)
    _write_closing(book, sheet, rekap, row + 1)
    set_up_sheet(sheet, rekap.kertas, head=None, footer=footer(rekap))
    sheet.fit_to_pages(1, 1)


def _write_figures(
    book: Book, sheet: Worksheet, rekap: RekapBook, sumber: Sumber, row: int
) -> int:
    figures = kotak_of(rekap, sumber.letak, sumber.tren, sumber.skm)
    for index, kotak in enumerate(figures):
        left = _LEFT[index // 2] + index % 2
        # The second figure of a block stands over its three narrow columns.
        right = left + (2 if index % 2 else 0)
        write_kotak(book, sheet, (row, left, right), kotak)
    return row + 4


def _insert_charts(
    book: Book, sheet: Worksheet, rekap: RekapBook, sumber: Sumber, row: int
) -> None:
    diagram = Diagram(
        "Sebaran predikat pegawai",
        (sumber.letak.sebaran.first - 1, 0, 1),
        sebaran_of_people(rekap),
        RINGKASAN,
        _CHART,
    )
    insert_chart(book, sheet, (row, _LEFT[0]), diagram)
    title = "Penugasan menurut keadaannya"
    insert_bars(
        book, sheet, (row, _LEFT[1]), _bars(title, sumber.letak.penugasan, _STATES), _CHART
    )
    insert_bars(book, sheet, (row, _LEFT[2]), _third(rekap, sumber.letak), _CHART)


def _third(rekap: RekapBook, letak: Letak) -> Batang:
    """Show who moved; where nothing can be compared, who has sent."""
    if letak.moved is None:
        return _bars("Unit menurut kirimannya", letak.unit, _STATES)
    title = f"Predikat orang yang sama sejak {rekap.period.previous.label}"
    return _bars(title, letak.moved, _MOVES)


def _bars(title: str, found: Hitungan, colours: Sequence[str]) -> Batang:
    """Draw as many of the counts as there are colours."""
    pairs = zip(found.counts, colours, strict=False)
    items = [(label, count, colour) for (label, count), colour in pairs]
    return Batang(title, RINGKASAN, found.first, items)


def _write_tables(book: Book, sheet: Worksheet, rekap: RekapBook, sumber: Sumber, row: int) -> int:
    """Write two tables and what waits beside each other; return the row below."""
    found = "\n".join(f"• {sentence}" for sentence in perhatian(rekap))
    tables = (moved_units(rekap, sumber.gerak), surveyed_units(rekap, sumber.skm))
    _set_heights(sheet, row + 1, tables, found)
    for left, sorotan in zip(_LEFT, tables, strict=False):
        _write_sorotan(book, sheet, (row, left), sorotan)
    put(sheet, (row, _LEFT[2]), "Yang perlu perhatian", book.style(style.SECTION))
    last = (row + 1 + _LINES, _LEFT[2] + len(_BLOCK) - 1)
    _write_over(sheet, (row + 1, _LEFT[2]), last, found, look=book.style(style.PARAGRAPH))
    return row + 2 + _LINES


def _set_heights(sheet: Worksheet, head: int, tables: Sequence[Sorotan], found: str) -> None:
    """Make each line high enough for its names, and all of them for what waits beside them."""
    room = points_of(_NAME) - INDENT_POINTS
    heights = [_LINE_POINTS] * _LINES
    for sorotan in tables:
        for index, name in enumerate(sorotan.names):
            heights[index] = max(heights[index], text_height(name, room, FONT_SIZE))
    needed = text_height(found, sum(points_of(chars) for chars in _BLOCK), FONT_SIZE)
    more = max(needed - _HEAD_POINTS - sum(heights), 0) / _LINES
    must(sheet.set_row(head, _HEAD_POINTS))
    for index, height in enumerate(heights, start=head + 1):
        must(sheet.set_row(index, height + more))


def _write_sorotan(book: Book, sheet: Worksheet, at: tuple[int, int], sorotan: Sorotan) -> None:
    row, left = at
    put(sheet, at, sorotan.title, book.style(style.SECTION))
    heading = book.style(style.HEADING)
    for offset, name in enumerate(sorotan.headings):
        put(sheet, (row + 1, left + offset), name, heading)
    looks = [book.style(look) for look in sorotan.looks]
    for number, values in enumerate(sorotan.lines):
        for offset, value in enumerate(values):
            put(sheet, (row + 2 + number, left + offset), value, looks[offset])


def _write_closing(book: Book, sheet: Worksheet, rekap: RekapBook, row: int) -> None:
    """Write how to read the page, and who signs it where the settings name somebody."""
    note = book.style(style.SUBTITLE, style.PARAGRAPH)
    _write_over(sheet, (row, 0), (row + 2, _LEFT[2] - 2), _HOW, look=note)
    if rekap.pengesah is None:
        return
    centred = style.merge(style.PARAGRAPH, {"align": "center"})
    lines: Sequence[tuple[str, style.Look]] = (
        (signing_text(rekap.pengesah.tempat, None), centred),
        (rekap.pengesah.jabatan, centred),
        ("", centred),
        (rekap.pengesah.nama, style.merge(centred, style.STRONG)),
        (
            f"NIP {rekap.pengesah.nip}" if rekap.pengesah.nip else "",
            style.merge(centred, {"num_format": style.TEXT_FORMAT}),
        ),
    )
    width = sum(points_of(chars) for chars in _BLOCK)
    for number, (text, look) in enumerate(lines, start=row):
        height = text_height(text, width, FONT_SIZE) if text else _SIGN_POINTS
        must(sheet.set_row(number, height))
        last = (number, _LEFT[2] + len(_BLOCK) - 1)
        _write_over(sheet, (number, _LEFT[2]), last, text, look=book.style(look))


def _write_over(
    sheet: Worksheet, first: tuple[int, int], last: tuple[int, int], text: str, *, look: Format
) -> None:
    """Write a text over several cells."""
    must(sheet.merge_range(*first, *last, "", look))
    put(sheet, first, text, look)
