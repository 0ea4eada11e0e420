"""The comparison with e-Kinerja: a summary, one row per difference, every row of the export."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.spec.banding import DI_ANTARA, Banding, Beda, Dibandingkan
from kinerja_xlsx.write.banding_ringkasan import PERBEDAAN, write_ringkasan
from kinerja_xlsx.write.book import Book, open_book
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Value,
    joined,
    set_up_sheet,
    write_table,
    write_title,
)

_BARIS: Final = "Baris Ekspor"
_BEDA: Final = (
    Kolom("No", 6, Jenis.TENGAH),
    Kolom("Perbedaan", 22),
    Kolom("Kode Unit", 14),
    Kolom("NIP", 21, Jenis.NIP),
    Kolom("Nama", 25),
    Kolom("Sifat", 11, Jenis.TENGAH),
    Kolom("Menurut e-Kinerja", 20),
    Kolom("Menurut Isian", 20),
    Kolom("Sel di e-Kinerja", 25),
    Kolom("Sel di Isian", 29),
    Kolom("Keterangan", 36),
)
_SKP: Final = (
    Kolom("Baris", 8, Jenis.TENGAH),
    Kolom("NIP", 21, Jenis.NIP),
    Kolom("Nama", 26),
    Kolom("Unor", 28),
    Kolom("Jabatan", 28),
    Kolom("Sifat", 11, Jenis.TENGAH),
    Kolom("SKP Mulai", 11, Jenis.TANGGAL),
    Kolom("SKP Selesai", 11, Jenis.TANGGAL),
    Kolom("Hasil Kerja", 18, Jenis.TENGAH),
    Kolom("Perilaku", 18, Jenis.TENGAH),
    Kolom("Hasil Akhir", 17, Jenis.TENGAH),
    Kolom("Menjadi", 15, Jenis.TENGAH),
    Kolom("Kode Unit", 14),
    Kolom("Keterangan", 34),
)
_DEFINITIF: Final = "Definitif"


def render_banding(banding: Banding) -> bytes:
    """Write the workbook of one comparison.

    Args:
        banding: The comparison.

    Returns:
        The finished workbook; the same input gives the same bytes.
    """
    buffer = io.BytesIO()
    title = f"Perbandingan dengan e-Kinerja {banding.period.label}"
    with open_book(buffer, title=title, created=banding.period.last) as book:
        write_ringkasan(book, banding)
        _write_beda(book, banding)
        _write_baris(book, banding)
    return buffer.getvalue()


def _write_beda(book: Book, banding: Banding) -> None:
    """Write one row per difference; people decide which side is right."""
    note = (
        "Tidak ada yang diubah; mana yang benar diputuskan orang. Tiga isi dalam satu sel berarti "
        "rating hasil kerja, rating perilaku, dan predikat."
    )
    rows: list[Sequence[Value]] = [
        _beda_row(number, beda) for number, beda in enumerate(banding.beda, start=1)
    ]
    nothing = (None, "Tidak ada perbedaan.", *[None] * (len(_BEDA) - 2))
    _write_sheet(
        book, banding, (PERBEDAAN, "Perbedaan dengan e-Kinerja", note), _BEDA, rows or [nothing]
    )


def _beda_row(number: int, beda: Beda) -> Sequence[Value]:
    return (
        number,
        beda.jenis.value,
        beda.unit or None,
        beda.nip or None,
        beda.nama or None,
        beda.sifat or None,
        _stacked(beda.di_ekspor),
        _stacked(beda.di_isian),
        where(beda.sel_ekspor) or None,
        where(beda.sel_isian) or None,
        beda.keterangan or None,
    )


def _stacked(text: str) -> str | None:
    """Write both ratings and the predikat below each other."""
    return f"{text[:1].upper()}{text[1:]}".replace(DI_ANTARA, "\n") or None


def _write_baris(book: Book, banding: Banding) -> None:
    """Write every row of the export with what became of it."""
    note = (
        "Menjadi: apa yang terjadi dengan baris itu. Kode Unit: unit penugasan yang dibandingkan."
    )
    rows = [_skp_row(line) for line in banding.rows]
    _write_sheet(book, banding, (_BARIS, "Setiap Baris Ekspor", note), _SKP, rows)


def _skp_row(line: Dibandingkan) -> Sequence[Value]:
    skp = line.baris
    words = (skp.hasil_kerja, skp.perilaku, skp.hasil_akhir)
    return (
        skp.number,
        skp.nip or None,
        skp.nama or None,
        skp.unor or None,
        skp.jabatan or None,
        _DEFINITIF if skp.sifat == "" else skp.sifat,
        skp.mulai,
        skp.selesai,
        *(word.value if word else None for word in words),
        line.nasib.value.capitalize(),
        line.unit or None,
        line.keterangan or None,
    )


def _write_sheet(
    book: Book,
    banding: Banding,
    heads: tuple[str, str, str],
    columns: Sequence[Kolom],
    rows: Sequence[Sequence[Value]],
) -> None:
    name, title, note = heads
    sheet = book.workbook.add_worksheet(name)
    where_from = joined(banding.instansi, banding.period.label, banding.ekspor.file)
    head = write_title(book, sheet, title, (where_from, note))
    write_table(book, sheet, head, columns=columns, rows=rows)
    set_up_sheet(
        sheet,
        banding.kertas,
        head=head,
        footer=joined(title, banding.instansi, banding.period.label),
    )


def where(places: Iterable[Place]) -> str:
    """Write the file, and below it sheet and cells, such as `Penilaian › E12, F12`."""
    cells: dict[tuple[str, str], list[str]] = {}
    for place in places:
        at = place.cell or (f"baris {place.row}" if place.row else "")
        cells.setdefault((place.file, place.sheet or ""), []).append(at)
    return "\n".join(
        f"{file}\n{' › '.join(part for part in (sheet, ', '.join(found)) if part)}"
        for (file, sheet), found in cells.items()
    )
