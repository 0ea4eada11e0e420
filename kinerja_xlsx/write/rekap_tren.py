"""Units over the periods: people with a predikat, share at Baik or better, and satisfaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.kinerja_unit import PeriodeUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.number import half_up
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_lembar import UNIT_PREDIKAT
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rumus import SURE_DECIMALS, selisih
from kinerja_xlsx.write.rekap_skm import INDEX_DECIMALS
from kinerja_xlsx.write.rekap_tabel import (
    KOSONG,
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    put,
    write_totals,
)

_FIRST: Final = 2
"""Column of the first period's people."""
_GOOD: Final = frozenset({Predikat.SANGAT_BAIK, Predikat.BAIK})
_WORDS: Final = ("▲ naik", "■ tetap", "▼ turun")
"""How a share changed, with a mark that is read without colour."""
_ALONE: Final = (
    "Belum ada isian periode sebelumnya di folder input. Bila berkasnya ditaruh di sana, "
    "trennya muncul di sini."
)


@dataclass(frozen=True, slots=True)
class TabelTren:
    """Where the sheet holds the whole agency over the periods.

    Attributes:
        tabel: The table; the agency stands in the row below it.
        periods: Codes of the periods, oldest first, the one at work last.
        bagian: Column of the first share.
        seluruh: Share of the whole agency in each period; None where nobody has a predikat.
    """

    tabel: Tabel
    periods: tuple[str, ...]
    bagian: int
    seluruh: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class _Sumber:
    """Where this period's figures stand: rows of `Unit`, and cells of `SKM Unit` by Kode Unit."""

    unit: Tabel
    skm: Mapping[str, str]


def write_tren(
    book: Book, sheet: Worksheet, rekap: RekapBook, unit: Tabel, skm: Mapping[str, str]
) -> TabelTren:
    """Write one row per unit with a column for each period, and the whole agency below.

    Args:
        book: The workbook.
        sheet: The sheet.
        rekap: The recap.
        unit: The table of the units.
        skm: Kode Unit to the cell of its index in this period.
    """
    periods = _periods(rekap)
    notes = (
        (
            "Menghitung pegawai menurut jabatan definitif terakhir yang sudah berpredikat. Bagian "
            "(%): yang berpredikat Baik atau Sangat Baik. Selisih: dari periode paling awal yang "
            "ada sampai periode ini."
        ),
        "Periode sebelumnya dibaca dari isian di folder input dan ditulis sebagai nilai. "
        "Banyaknya unit yang mengirim dapat berbeda antarperiode, jadi bandingkan juga barisnya."
        if len(periods) > 1
        else _ALONE,
    )
    lembar = Lembar("Tren Unit", notes, _columns(periods), empty_at=1, frozen=2)
    rows = [
        _row(one, number, periods, sumber=(_Sumber(unit, skm), unit.head + 2 + index))
        for index, (number, one) in enumerate(enumerate(rekap.units, lembar.first))
    ]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    counts = [_counts(one, periods) for one in rekap.units]
    seluruh = _write_agency(book, sheet, tabel, counts, len(periods))
    return TabelTren(tabel, periods, _FIRST + len(periods), seluruh)


def _periods(rekap: RekapBook) -> tuple[str, ...]:
    """List the periods of which any unit has sent something, oldest first, and this one."""
    earlier = {one.period for unit in rekap.units for one in _tren(unit)}
    return (*sorted(earlier, key=Period.parse), rekap.period.code)


def _tren(unit: BarisUnit) -> Sequence[PeriodeUnit]:
    return unit.kinerja.tren if unit.kinerja else ()


def _columns(periods: Sequence[str]) -> tuple[Kolom, ...]:
    labels = [Period.parse(code).label for code in periods]
    return (
        Kolom("Kode Unit", 15),
        Kolom("Nama Unit", 28),
        *(Kolom(f"Berpredikat {label}", 12.5, Jenis.BULAT) for label in labels),
        *(Kolom(f"Bagian (%) {label}", 10.5, Jenis.DESIMAL) for label in labels),
        Kolom("Selisih Bagian", 9, Jenis.DESIMAL),
        Kolom("Arah", 10, Jenis.TENGAH),
        *(Kolom(f"SKM {label}", 10.5, Jenis.DESIMAL) for label in labels),
    )


_Count = tuple[int, int] | None
"""People at Baik or better, and with any predikat; None where nothing was sent."""


def _counts(unit: BarisUnit, periods: Sequence[str]) -> tuple[_Count, ...]:
    then = {one.period: (one.baik, one.berpredikat) for one in _tren(unit)}
    now = unit.distribusi.counts if unit.distribusi else None
    own = None if now is None else (
        sum(count for predikat, count in now if predikat in _GOOD),
        sum(count for _, count in now),
    )  # fmt: skip
    return (*(then.get(code) for code in periods[:-1]), own)


def _share(count: _Count) -> Decimal | None:
    return Decimal(100 * count[0]) / count[1] if count and count[1] else None


def _row(
    unit: BarisUnit, number: int, periods: Sequence[str], *, sumber: tuple[_Sumber, int]
) -> Sequence[Value]:
    """Write one unit; this period's figures are live, those of others come from other files."""
    (source, row), many = sumber, len(periods)
    counts = _counts(unit, periods)
    shares = [_share(count) for count in counts]
    now = _FIRST + many - 1
    people, share = (f"{column_letters(column + 1)}{number}" for column in (now, now + many))
    first = next((index for index, value in enumerate(shares[:-1]) if value is not None), None)
    change: Value = None
    if first is not None:
        then = f"{column_letters(_FIRST + many + first + 1)}{number}"
        change = selisih((share, shares[-1]), (then, shares[first]))
    return (
        unit.kode,
        unit.nama,
        *(count[1] if count else None for count in counts[:-1]),
        _live_people(counts[-1], source.unit, row),
        *shares[:-1],
        _live_share(counts[-1], source.unit, row, people=people),
        change,
        _direction(f"{column_letters(_FIRST + 2 * many + 1)}{number}", change),
        *_skm(unit, periods, source.skm.get(unit.kode)),
    )


def _direction(cell: str, change: Value) -> Value:
    """Say in a word whether a share rose, live from its change."""
    if not isinstance(change, Rumus):
        return None
    up, same, down = _WORDS
    formula = (
        f'=IF(ISNUMBER({cell}),IF({cell}>0,"{up}",IF({cell}<0,"{down}","{same}")),"{KOSONG}")'
    )
    now = change.value
    if not isinstance(now, float):
        return Rumus(formula, KOSONG)
    return Rumus(formula, up if now > 0 else down if now < 0 else same)


def _live_people(count: _Count, unit: Tabel, row: int) -> Value:
    if count is None:
        return None
    first, last = (column_letters(UNIT_PREDIKAT + offset) for offset in (1, len(Predikat)))
    return Rumus(f"=SUM('{unit.sheet}'!{first}{row}:{last}{row})", count[1])


def _live_share(count: _Count, unit: Tabel, row: int, *, people: str) -> Value:
    if count is None:
        return None
    first, last = (column_letters(UNIT_PREDIKAT + offset) for offset in (1, 2))
    good = f"SUM('{unit.sheet}'!{first}{row}:{last}{row})"
    value = 100 * count[0] / count[1] if count[1] else KOSONG
    return Rumus(f'=IF({people}=0,"{KOSONG}",100*{good}/{people})', value)


def _skm(unit: BarisUnit, periods: Sequence[str], cell: str | None) -> Iterator[Value]:
    then = {one.period: one.skm for one in _tren(unit)}
    for code in periods[:-1]:
        nilai = then.get(code)
        yield None if nilai is None else half_up(nilai, INDEX_DECIMALS)
    now = unit.kinerja.kepuasan.seluruh if unit.kinerja else None
    known = cell is not None and now is not None
    yield Rumus(f"={cell}", half_up(now.nilai, INDEX_DECIMALS)) if known and now else None


def _write_agency(
    book: Book, sheet: Worksheet, tabel: Tabel, counts: Sequence[Sequence[_Count]], many: int
) -> tuple[float | None, ...]:
    """Write the whole agency: people, share, and how many units sent; return its shares."""
    by_period = [[row[index] for row in counts] for index in range(many)]
    people = [[count[1] for count in column if count] for column in by_period]
    sums = [(_FIRST + index, sum(known)) for index, known in enumerate(people)]
    write_totals(book, sheet, tabel, label="Jumlah", sums=sums)
    share = book.style(style.CELL_TWO_DECIMALS, style.CELL_TOTAL)
    number = book.style(style.CELL_WHOLE)
    below = tabel.last + 2
    put(sheet, (below, 0), "Banyaknya unit", book.style(style.CELL_TEXT, style.READ))
    put(sheet, (below, 1), "", book.style(style.CELL_TEXT, style.READ))
    shares = []
    for index, column in enumerate(by_period):
        total, part = (tabel.cells(_FIRST + index + offset) for offset in (0, many))
        mean = f"ROUND(SUMPRODUCT({total},{part})/SUM({total}),{SURE_DECIMALS})"
        value = _agency_share(column)
        shown = Rumus(f'=IF(SUM({total})=0,"{KOSONG}",{mean})', KOSONG if value is None else value)
        put(sheet, (tabel.last + 1, _FIRST + many + index), shown, share)
        put(sheet, (below, _FIRST + index), Rumus(f"=COUNT({total})", len(people[index])), number)
        shares.append(value)
    return tuple(shares)


def _agency_share(column: Sequence[_Count]) -> float | None:
    known = [count for count in column if count]
    total = sum(count[1] for count in known)
    return round(100 * sum(count[0] for count in known) / total, SURE_DECIMALS) if total else None
