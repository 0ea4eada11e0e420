"""Geometry of the charts: bars with their words, drawn as SVG by the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.rekap import BarisUnit, Kiriman
from kinerja_xlsx.report.hitungan import count, people_sum
from kinerja_xlsx.report.laporan.isi import Laporan
from kinerja_xlsx.spec.tanda import TANDA, WARNA

LONGEST: Final = 300
"""Width of the longest bar, in units of the drawing."""
STRIP: Final = 150
"""Width of the strip of one unit."""
_PLAIN: Final = "#1F4E79"


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar.

    Attributes:
        label: What it counts.
        teks: The figure as people read it.
        lebar: Its width.
        warna: Its colour, which says nothing that the label does not.
        y: Its upper edge.
    """

    label: str
    teks: str
    lebar: int
    warna: str
    y: int


@dataclass(frozen=True, slots=True)
class Bagan:
    """A chart of bars.

    Attributes:
        kode: Its name within the page.
        judul: Its title.
        uraian: The whole chart in words.
        batang: Its bars.
        tinggi: Height of the drawing.
    """

    kode: str
    judul: str
    uraian: str
    batang: tuple[Batang, ...]
    tinggi: int


@dataclass(frozen=True, slots=True)
class Potong:
    """One piece of the strip of a unit."""

    x: int
    lebar: int
    warna: str


@dataclass(frozen=True, slots=True)
class Pita:
    """The people of one unit by predikat: in words, one part for each, and as a strip."""

    bagian: tuple[str, ...]
    potong: tuple[Potong, ...]


def charts_of(laporan: Laporan) -> Iterator[Bagan]:
    """Draw the charts that this period has figures for."""
    total = sum(number for _, number in laporan.people)
    if total:
        rows = [
            (f"{TANDA[predikat]} {predikat.value}", number, WARNA[predikat])
            for predikat, number in laporan.people
        ]
        yield _bagan("predikat", f"Predikat {count(total)} pegawai (jabatan definitif)", rows)
    if laporan.period.employees:
        sums = people_sum(laporan.period, alone=True)
        rows = [(part.word.capitalize(), part.number, _PLAIN) for part in sums.parts]
        yield _bagan("penugasan", f"Keadaan {count(sums.total)} penugasan", rows)
    if laporan.period.units:
        units = Counter(unit.kiriman for unit in laporan.period.units)
        rows = [(kiriman.value, units[kiriman], _PLAIN) for kiriman in Kiriman]
        title = f"Kiriman {count(len(laporan.period.units))} unit"
        yield _bagan("kiriman", title, rows)


def _bagan(kode: str, judul: str, rows: Sequence[tuple[str, int, str]]) -> Bagan:
    most = max(number for _, number, _ in rows)
    total = sum(number for _, number, _ in rows)
    bars = tuple(
        Batang(label, _figure(number, total), _width(number, most), colour, 30 * index)
        for index, (label, number, colour) in enumerate(rows)
    )
    words = ", ".join(f"{label} {_figure(number, total)}" for label, number, _ in rows)
    return Bagan(kode, judul, f"Diagram batang: {words}.", bars, 30 * len(bars))


def _width(number: int, most: int) -> int:
    """Give the width of a bar; even one person in ten thousand is seen."""
    return max(LONGEST * number // most, 1) if number else 0


def _figure(number: int, total: int) -> str:
    percent = format_number(Decimal(100 * number) / total, 1)
    return f"{count(number)} ({percent}%)"


def strip_of(unit: BarisUnit) -> Pita | None:
    """Draw the predikat of one unit; None where nobody has one yet."""
    spread = unit.distribusi
    if spread is None or not spread.total:
        return None
    pieces, start, done = [], 0, 0
    for predikat, number in spread.counts:
        done += number
        end = STRIP * done // spread.total
        if number:
            pieces.append(Potong(start, max(end - start, 1), WARNA[predikat]))
        start = end
    words = [
        f"{TANDA[one]} {one.value} {count(number)}" for one, number in spread.counts if number
    ]
    return Pita(tuple(words), tuple(pieces))
