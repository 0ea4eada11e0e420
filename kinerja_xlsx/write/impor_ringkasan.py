"""Sheet `Ringkasan Impor`: what was read, what it comes to, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.spec.book import LEMBAR_IMPOR
from kinerja_xlsx.spec.impor import Nasib, UsulImpor
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.spec.siasn import SiasnRow
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.page import Page, lines_needed, target
from kinerja_xlsx.write.ringkas import put_paragraphs, put_table_top

_WIDTHS: Final = (34, 16, 60)
_SHEETS: Final = MappingProxyType({
    Nasib.DITAMBAH: LEMBAR_IMPOR[1],
    Nasib.BERUBAH: LEMBAR_IMPOR[2],
    Nasib.TETAP: LEMBAR_IMPOR[3],
    Nasib.DILEWATI: LEMBAR_IMPOR[4],
    Nasib.TIDAK_DIPAHAMI: LEMBAR_IMPOR[5],
})  # fmt: skip
_NEXT: Final = (
    "input/Pengaturan.xlsx belum diubah. Buku ini salinannya, dengan lembar Pegawai yang baru.",
    "Periksa lembar Ditambah, Berubah, dan Tidak Dipahami.",
    "Bila sesuai, salin buku ini ke folder input dengan nama Pengaturan.xlsx.",
)
_THROWN: Final = (
    "Hanya judulnya yang disebut di sini. Isinya tidak dibaca lebih lanjut dan tidak ada di buku "
    "ini."
)


def write_ringkasan(book: Book, usul: UsulImpor, left_out: Sequence[str], kertas: Kertas) -> None:
    """Write the summary, which is the sheet that people see first."""
    page = Page.add(book, LEMBAR_IMPOR[0])
    page.widths(_WIDTHS)
    page.sheet.hide_gridlines(2)
    page.put((1, 1), "Usulan Pengaturan dari ekspor SIASN", style.TITLE)
    source = f"{usul.file}, lembar {usul.sheet}, judul di baris {usul.header_row}"
    page.put((2, 1), source, style.SUBTITLE)
    row = put_paragraphs(page, 4, _NEXT, widths=_WIDTHS)
    row = _counts(page, row + 1, usul)
    row = _roster(page, row + 1, usul)
    row = _units(page, row + 1, usul) if usul.unknown_units else row
    row = _columns(page, row + 1, usul)
    row = _thrown(page, row + 1, usul)
    if left_out:
        page.put((row + 1, 1), "Yang tidak ikut disalin", style.SECTION)
        put_paragraphs(page, row + 2, left_out, widths=_WIDTHS)
    page.paper(kertas, "Ringkasan Impor", landscape=False)
    page.sheet.activate()


def _line(page: Page, row: int, *values: str | int) -> int:
    for column, value in enumerate(values, start=1):
        look = style.CELL_WHOLE if isinstance(value, int) else style.CELL_TEXT
        page.put((row, column), value, look)
    texts = [(value, _WIDTHS[column]) for column, value in enumerate(values)]
    page.grow(row, max(lines_needed(str(value), width) for value, width in texts))
    return row + 1


def _counts(page: Page, row: int, usul: UsulImpor) -> int:
    """Write what became of the rows of the export; together they are all of them."""
    row = put_table_top(page, row, "Baris ekspor", ("Menjadi", "Baris", "Lihat lembar"))
    first = row
    for nasib, count in usul.counts().items():
        _line(page, row, nasib.value, count)
        name = _SHEETS[nasib]
        page.link((row, 3), target(name, (1, 1)), name, style.CELL, style.LINKED)
        row += 1
    formula = f"=SUM(B{first}:B{row - 1})"
    page.put((row, 1), "Jumlah baris ekspor", style.CELL_TEXT, style.CELL_TOTAL)
    page.formula((row, 2), formula, len(usul.rows), style.CELL_WHOLE, style.CELL_TOTAL)
    return row + 1


def _roster(page: Page, row: int, usul: UsulImpor) -> int:
    """Write what becomes of the sheet `Pegawai`."""
    added = len(usul.of(Nasib.DITAMBAH))
    row = put_table_top(page, row, "Lembar Pegawai", ("Hitungan", "Baris", "Keterangan"))
    row = _line(page, row, "Sekarang", usul.roster_rows, "")
    row = _line(page, row, "Ditambah", added, "")
    row = _line(page, row, "Menjadi", usul.roster_rows + added, "")
    cells = f"{usul.changed_cells()} sel berubah"
    row = _line(page, row, "Di antaranya berubah", len(usul.of(Nasib.BERUBAH)), cells)
    return _line(
        page, row, "Di antaranya tidak ada di ekspor", len(usul.absent), "Dibiarkan seperti semula"
    )


def _units(page: Page, row: int, usul: UsulImpor) -> int:
    """Write which UNOR are no unit of ours; one line in `Alias` settles each of them."""
    row = put_table_top(page, row, "Unit yang belum dikenal", ("UNOR NAMA", "Pegawai", "Saran"))
    for unit in usul.unknown_units:
        row = _line(page, row, unit.nama, unit.jumlah, unit.saran)
    text = (
        "Untuk tiap unit di atas, tulis satu baris di lembar Alias: Lembar «Unit», Kolom kode "
        "unitnya, Sebutan Lain UNOR NAMA itu. Lalu impor lagi."
    )
    return put_paragraphs(page, row, (text,), widths=_WIDTHS)


def _columns(page: Page, row: int, usul: UsulImpor) -> int:
    """Write which columns the roster needs, and under which heading each was found."""
    row = put_table_top(
        page, row, "Kolom yang diperlukan", ("Kolom", "Dipakai", "Judul di ekspor")
    )
    found = dict(usul.used)
    for spec in columns_of(SiasnRow):
        heading = found.get(spec.heading)
        row = _line(page, row, spec.heading, "Ya" if heading else "Tidak ada", heading or "")
    return row


def _thrown(page: Page, row: int, usul: UsulImpor) -> int:
    page.put((row, 1), f"Kolom yang dibuang: {len(usul.thrown)}", style.SECTION)
    names = " · ".join(usul.thrown) or "Tidak ada."
    return put_paragraphs(page, row + 1, (names, _THROWN), widths=_WIDTHS)
