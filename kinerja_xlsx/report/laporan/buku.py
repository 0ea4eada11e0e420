"""Links from the page to the other outputs of its period: relative, and safe in an address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from kinerja_xlsx.model.rekap import BarisUnit
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.report.laporan.bagan import Pita, strip_of
from kinerja_xlsx.report.laporan.isi import Laporan
from kinerja_xlsx.spec.pesan import MAX_TEXT, shown_text

_UNIT: Final = "unit"
_REFUSED: Final = "ditolak"
_WORDS: Final = MappingProxyType({"SiapCetak": "Siap cetak", "Lembar": "Lembar Penilai"})
"""Kinds of workbooks that people call otherwise than their files begin."""
_NEW: Final = " (BARU; yang lama masih dibuka)"
_IN_A_UNIT: Final = 3
"""Parts of the path of a workbook that lies in a unit's own folder: `unit/<kode>/<nama>`."""


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link to an output: what it says, and the address from the folder of the page."""

    teks: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Buku:
    """An output below the folder of its period, and whether it lies beside an old one."""

    path: PurePosixPath
    is_beside: bool

    @property
    def is_own(self) -> bool:
        """It lies in the very folder of its unit."""
        return len(self.path.parts) == _IN_A_UNIT

    @property
    def kind(self) -> str:
        """Name a workbook by the words before its unit: `Hasil`, `Perbaikan SKP`."""
        words = self.path.stem.split("_")
        return " ".join(words[:2]) if words[1:2] == ["SKP"] else _WORDS.get(words[0], words[0])

    def link(self, text: str) -> Tautan:
        """Link it; while an old one is held open, the new one is told apart from it."""
        shown = shown_text(f"{text}{_NEW if self.is_beside else ''}", MAX_TEXT)
        return Tautan(shown, quote(str(self.path)))


@dataclass(frozen=True, slots=True)
class BarisUnitLaporan:
    """One unit of the page.

    Attributes:
        nomor: Its place on the page, from 1.
        kode: Kode Unit.
        nama: Its name.
        baris: Its line of the recap; None for a unit that has only sent plans.
        pita: Its people by predikat; None where nobody has one yet.
        masalah: Number of messages about its files.
        buku: Links to its workbooks.
    """

    nomor: int
    kode: str
    nama: str
    baris: BarisUnit | None
    pita: Pita | None
    masalah: int
    buku: tuple[Tautan, ...]


@dataclass(frozen=True, slots=True)
class Rak:
    """The outputs of a period by where they lie.

    Attributes:
        umum: Those that are of no single unit.
        ditolak: Explanations of refused files.
        unit: Kode Unit to its workbooks.
    """

    umum: tuple[Tautan, ...]
    ditolak: tuple[Tautan, ...]
    unit: Mapping[str, tuple[Buku, ...]]


def shelve(laporan: Laporan) -> Rak:
    """Sort the outputs of the period by where they lie below its folder."""
    common: list[Tautan] = []
    refused: list[Tautan] = []
    units: dict[str, list[Buku]] = {}
    for output in laporan.period.outputs:
        if output.path.endswith(".pdf"):
            continue  # not of the input alone, but of the LibreOffice that printed it
        path = PurePosixPath(output.path).relative_to(laporan.folder)
        book = Buku(path, output.instead_of is not None)
        if path.parts[0] == _UNIT:
            unit = laporan.folders.get(path.parts[1], path.parts[1])
            units.setdefault(unit, []).append(book)
        else:
            shelf = refused if path.parts[0] == _REFUSED else common
            shelf.append(book.link(path.name))
    books = MappingProxyType({unit: tuple(found) for unit, found in units.items()})
    return Rak(tuple(common), tuple(refused), books)


def units_of(laporan: Laporan, rak: Rak, issues: Mapping[str, int]) -> Iterator[BarisUnitLaporan]:
    """List every unit that sent or should have, and every other unit with a workbook.

    Args:
        laporan: The page.
        rak: Its outputs.
        issues: Kode Unit to the number of messages about it.
    """
    lines = {unit.kode: unit for unit in laporan.period.units}
    codes = [*lines, *sorted(rak.unit.keys() - lines.keys())]
    for number, code in enumerate(codes, start=1):
        line = lines.get(code)
        yield BarisUnitLaporan(
            nomor=number,
            kode=shown_text(code),
            nama=shown_text(line.nama) if line else "",
            baris=line,
            pita=strip_of(line) if line else None,
            masalah=issues.get(code, 0),
            buku=tuple(_books(rak.unit.get(code, ()))),
        )


def _books(books: Sequence[Buku]) -> Iterator[Tautan]:
    """Link each workbook in a unit's own folder, and every folder below it once."""
    own = [book for book in books if book.is_own]
    names = Counter(book.kind for book in own)
    taken: Counter[str] = Counter()
    for book in own:
        taken[book.kind] += 1
        yield book.link(book.kind if names[book.kind] == 1 else f"{book.kind} {taken[book.kind]}")
    below = Counter(book.path.parents[-_IN_A_UNIT - 1] for book in books if not book.is_own)
    for folder, number in below.items():
        yield Tautan(f"{folder.name} ({count(number)} berkas)", f"{quote(str(folder))}/")
