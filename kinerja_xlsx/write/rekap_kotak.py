"""The key figures on the first page: each a number to read from afar, live from its sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book, must
from kinerja_xlsx.write.rekap_isi import RINGKASAN
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_ringkasan import Letak
from kinerja_xlsx.write.rekap_skm import INDEX_DECIMALS
from kinerja_xlsx.write.rekap_skm_unit import UNIT_SKM
from kinerja_xlsx.write.rekap_tabel import KOSONG, Rumus, Tabel, Value, put
from kinerja_xlsx.write.rekap_tren import TabelTren

_LABEL: Final = style.merge(
    style.CELL_TEXT, style.READ, {"font_size": 9, "bg_color": style.BLUE_PALE, "bottom": 0}
)
_VALUE: Final = style.merge(
    style.CELL, style.READ,
    {"font_size": 18, "bold": True, "font_color": style.BLUE_DARK, "bg_color": style.BLUE_PALE,
     "top": 0, "bottom": 0, "valign": "vcenter"},
)  # fmt: skip
_NOTE: Final = style.merge(
    style.CELL, style.READ, {"font_size": 9, "bg_color": style.BLUE_PALE, "top": 0}
)
_VALUE_POINTS: Final = 27.0


@dataclass(frozen=True, slots=True)
class Kotak:
    """One key figure.

    Attributes:
        label: What it is.
        value: The figure.
        note: Of how many, or how to read it.
        shown: Number format of the figure.
        noted: Number format of the note, which gives it its words.
    """

    label: str
    value: Value
    note: Value
    shown: str = style.WHOLE_FORMAT
    noted: str = style.TEXT_FORMAT


def kotak_of(rekap: RekapBook, letak: Letak, tren: TabelTren, skm: Tabel) -> tuple[Kotak, ...]:
    """Gather the six key figures.

    Args:
        rekap: The recap.
        letak: Where `Ringkasan` holds its counts.
        tren: Where `Tren Unit` holds the whole agency.
        skm: The table of `SKM Unit`.
    """
    return (*_counted(letak), _good(tren), _survey(rekap, skm), _moved(rekap, letak))


def _counted(letak: Letak) -> Iterator[Kotak]:
    """Show units, assignments and people of how many there are."""
    for label, found, words in (
        ("Unit yang sudah mengirim", letak.unit, "unit"),
        ("Penugasan yang dinilai", letak.penugasan, "penugasan"),
    ):
        yield Kotak(
            label,
            _cell(found.first, found.counts[0][1]),
            _cell(found.first + len(found.counts), found.total),
            noted=f'"dari "#,##0" {words}"',
        )
    spread = letak.sebaran
    named = len(spread.counts) - 1
    known = sum(count for _, count in spread.counts[:named])
    yield Kotak(
        "Pegawai yang berpredikat",
        Rumus(f"=SUM('{RINGKASAN}'!B{spread.first + 1}:B{spread.first + named})", known),
        _cell(spread.first + named + 1, spread.total),
        noted='"dari "#,##0" pegawai"',
    )


def _cell(row: int, now: int) -> Rumus:
    return Rumus(f"='{RINGKASAN}'!B{row + 1}", now)


def _good(tren: TabelTren) -> Kotak:
    column = column_letters(tren.bagian + len(tren.periods))
    share = tren.seluruh[-1]
    return Kotak(
        "Baik atau Sangat Baik",
        Rumus(
            f"='{tren.tabel.sheet}'!{column}{tren.tabel.last + 2}",
            KOSONG if share is None else share,
        ),
        "dari yang berpredikat",
        shown='0.0"%"',
    )


def _survey(rekap: RekapBook, skm: Tabel) -> Kotak:
    label, now = "Kepuasan masyarakat (SKM)", rekap.kepuasan.seluruh
    if now is None:
        return Kotak(label, None, "belum ada survei")
    row = skm.last + 2
    index, mutu, kinerja = (column_letters(UNIT_SKM + offset) for offset in (1, 2, 3))
    there = f"'{skm.sheet}'!"
    words = f'="mutu "&{there}{mutu}{row}&", "&{there}{kinerja}{row}'
    return Kotak(
        label,
        Rumus(f"={there}{index}{row}", half_up(now.nilai, INDEX_DECIMALS)),
        Rumus(words, f"mutu {now.mutu.value}, {now.kinerja}"),
        shown=style.TWO_DECIMALS,
    )


def _moved(rekap: RekapBook, letak: Letak) -> Kotak:
    label = "Pegawai yang naik predikat"
    if letak.moved is None:
        return Kotak(label, None, f"belum ada isian {rekap.period.previous.label}")
    first, counts = letak.moved.first, letak.moved.counts
    return Kotak(
        label,
        _cell(first, counts[0][1]),
        _cell(first + 2, counts[2][1]),
        noted='"dan turun "#,##0" pegawai"',
    )


def write_kotak(book: Book, sheet: Worksheet, at: tuple[int, int, int], kotak: Kotak) -> None:
    """Write one key figure in three rows.

    Args:
        book: The workbook.
        sheet: The sheet.
        at: Row, first and last column.
        kotak: The figure.
    """
    row, left, right = at
    looks = (
        (kotak.label, _LABEL),
        (kotak.value, style.merge(_VALUE, {"num_format": kotak.shown})),
        (kotak.note, style.merge(_NOTE, {"num_format": kotak.noted})),
    )
    for number, (value, look) in enumerate(looks, start=row):
        form = book.style(look)
        if right > left:
            must(sheet.merge_range(number, left, number, right, "", form))
        put(sheet, (number, left), value, form)
    must(sheet.set_row(row + 1, _VALUE_POINTS))
