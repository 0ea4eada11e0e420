"""Sheet `Tren`: how the unit stood in the periods before, and how it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.number import format_number, half_up
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.diagram import Deret, DiagramGabungan, insert_combined
from kinerja_xlsx.write.hasil.masukan import HasilBook
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Tabel,
    Value,
    joined,
    set_up_sheet,
    write_table,
    write_title,
)

SHEET: Final = "Tren"
_GOOD: Final = frozenset({Predikat.SANGAT_BAIK, Predikat.BAIK})
_COLUMNS: Final = (
    Kolom("Periode", 26),
    Kolom("Pegawai berpredikat", 16, Jenis.BULAT),
    Kolom("Baik atau Sangat Baik", 16, Jenis.BULAT),
    Kolom("Bagian (%)", 14, Jenis.DESIMAL),
    Kolom("Selisih dari sebelumnya", 16, Jenis.DESIMAL),
    Kolom("SKM", 12, Jenis.DESIMAL),
)
_BAGIAN: Final = 3
_SKM: Final = 5
_NOTES: Final = (
    (
        "Menghitung pegawai menurut jabatan definitif yang sudah berpredikat; nilai tidak "
        "dirata-ratakan."
    ),
    "Periode sebelumnya dibaca dari isian unit ini yang ada di folder input.",
)
_TITLE: Final = "Bagian pegawai berpredikat Baik atau Sangat Baik (%)"


@dataclass(frozen=True, slots=True)
class _Keadaan:
    """How the unit stood in one period."""

    label: str
    berpredikat: int
    baik: int
    skm: Decimal | None

    @property
    def bagian(self) -> Decimal | None:
        """The part at Baik or better, in percent; None where nobody has a predikat."""
        return Decimal(100 * self.baik) / self.berpredikat if self.berpredikat else None


def has_tren(hasil: HasilBook) -> bool:
    """Tell whether anything is known of a period before."""
    return bool(hasil.kinerja.tren)


def write_tren(book: Book, sheet: Worksheet, hasil: HasilBook) -> None:
    """Write one row for each period, oldest first and this one last, with a chart of the shares.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The unit.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    title = f"Tren Unit sampai {hasil.period.label}"
    head = write_title(book, sheet, title, [joined(unit, hasil.instansi), *_NOTES])
    keadaan = [*_earlier(hasil), _now(hasil)]
    rows = [_row(keadaan, index, head + 2 + index) for index in range(len(keadaan))]
    tabel = write_table(book, sheet, head, columns=_COLUMNS, rows=rows)
    _insert_chart(book, sheet, tabel, keadaan)
    set_up_sheet(sheet, hasil.kertas, head=head, footer=f"{unit} · {hasil.period.label}")


def _earlier(hasil: HasilBook) -> list[_Keadaan]:
    return [
        _Keadaan(Period.parse(one.period).label, one.berpredikat, one.baik, one.skm)
        for one in hasil.kinerja.tren
    ]


def _now(hasil: HasilBook) -> _Keadaan:
    counts = hasil.distribusi.counts if hasil.distribusi else ()
    seluruh = hasil.kinerja.kepuasan.seluruh
    return _Keadaan(
        label=f"{hasil.period.label} (ini)",
        berpredikat=sum(count for _, count in counts),
        baik=sum(count for predikat, count in counts if predikat in _GOOD),
        skm=None if seluruh is None else seluruh.nilai,
    )


def _row(keadaan: Sequence[_Keadaan], index: int, line: int) -> Sequence[Value]:
    """Write one period; `line` is the row as people count."""
    one, before = keadaan[index], keadaan[index - 1] if index else None
    share = None if one.bagian is None else Rumus(f"=C{line}/B{line}*100", one.bagian)
    change: Value = None
    if before is not None and before.bagian is not None and one.bagian is not None:
        change = Rumus(f"=D{line}-D{line - 1}", one.bagian - before.bagian)
    return (
        one.label,
        one.berpredikat,
        one.baik,
        share,
        change,
        None if one.skm is None else half_up(one.skm),
    )


def _insert_chart(book: Book, sheet: Worksheet, tabel: Tabel, keadaan: Sequence[_Keadaan]) -> None:
    shares = [one.bagian for one in keadaan]
    skm = [one.skm for one in keadaan]
    known = [float(value) for value in (*shares, *skm) if value is not None]
    garis = Deret("SKM", _SKM, [_figure(value) for value in skm])
    diagram = DiagramGabungan(
        title=_TITLE,
        rows=(tabel.head + 1, tabel.last),
        names=0,
        kata=[one.label for one in keadaan],
        batang=Deret("Baik atau Sangat Baik (%)", _BAGIAN, [_figure(one) for one in shares]),
        garis=garis if any(value is not None for value in skm) else None,
        is_line_labelled=True,
        highest=max(known, default=0.0),
    )
    insert_combined(book, sheet, (tabel.last + 2, 0), diagram)


def _figure(value: Decimal | None) -> str:
    return "" if value is None else format_number(half_up(value))
