"""Sheet `Ringkasan` of a comparison: where it comes from, counts that balance, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.spec.banding import Banding, JenisBeda, NasibSkp
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.page import Page, lines_needed, target
from kinerja_xlsx.write.rekap_tabel import joined, set_up_sheet
from kinerja_xlsx.write.ringkas import put_paragraphs, put_table_top

RINGKASAN: Final = "Ringkasan"
PERBEDAAN: Final = "Perbedaan"
_WIDTHS: Final = (42, 12, 84)
_NASIB: Final = MappingProxyType({
    NasibSkp.SAMA: "Rating dan predikatnya sama dengan isian.",
    NasibSkp.BERBEDA: "Lihat lembar Perbedaan.",
    NasibSkp.TANPA_PASANGAN: "Tidak ada penugasan yang dapat dibandingkan; lihat lembar "
    "Perbedaan.",
    NasibSkp.BELUM_TERBACA: "Ada sel yang belum dapat dipahami; lihat lembar Perbedaan.",
    NasibSkp.DILEWATI: "Baris kosong, baris yang bukan data, atau salinan baris lain.",
})  # fmt: skip
_BOTH_SIDES: Final = (
    "Cocokkan dengan formulir yang ditandatangani. Bila isian keliru, betulkan isian dan kirim "
    "ulang; bila e-Kinerja keliru, penilai membetulkannya di sana."
)
_REMEDIES: Final = MappingProxyType({
    JenisBeda.HASIL_KERJA: _BOTH_SIDES,
    JenisBeda.PERILAKU: _BOTH_SIDES,
    JenisBeda.PREDIKAT: "Biasanya mengikuti rating yang berbeda; betulkan ratingnya dahulu.",
    JenisBeda.HASIL_AKHIR: "Predikat mengikuti dua rating lewat kuadran. Minta penilai memeriksa "
    "dan menetapkan ulang di e-Kinerja.",
    JenisBeda.BELUM_DINILAI: "Ingatkan penilai untuk menetapkan penilaian di e-Kinerja.",
    JenisBeda.BELUM_DITETAPKAN: "Minta unit mengisi kedua rating di lembar Penilaian.",
    JenisBeda.TANPA_HASIL: "Betulkan atau kumpulkan dahulu isiannya; sebabnya ada di Keterangan.",
    JenisBeda.TIDAK_DI_EKSPOR: "Periksa apakah SKP pegawai itu sudah ada di e-Kinerja, dan di "
    "unit yang benar.",
    JenisBeda.UNIT_TIDAK_DI_EKSPOR: "Periksa apakah ekspor diunduh untuk semua unit.",
    JenisBeda.TIDAK_DI_ISIAN: "Periksa NIP-nya; bila pegawai itu memang ada, tambahkan di lembar "
    "Pegawai pada Pengaturan.xlsx.",
    JenisBeda.SKP_LAIN: "Wajar bila pegawai pindah; periksa apakah SKP lama sudah ditutup.",
    JenisBeda.PLT: "Bila tugas itu memang ada, tambahkan baris Plt di lembar Pegawai; bila sudah "
    "berakhir, tutup SKP Plt-nya di e-Kinerja.",
    JenisBeda.PERIODE_LAIN: "Periksa apakah SKP itu sudah diperpanjang atau diganti.",
    JenisBeda.NIP_ANGKA: "Angka terakhirnya hilang dan tidak ditebak. Unduh ulang sebagai .xlsx, "
    "atau buka CSV-nya dengan kolom nip sebagai Teks.",
    JenisBeda.BELUM_TERBACA: "Periksa sel itu di ekspor; bila keliru, unduh ulang.",
})  # fmt: skip


def write_ringkasan(book: Book, banding: Banding) -> None:
    """Write the summary, which is the sheet that people see first."""
    page = Page.add(book, RINGKASAN)
    page.widths(_WIDTHS)
    page.put((1, 1), f"Perbandingan dengan e-Kinerja {banding.period.label}", style.TITLE)
    ekspor = banding.ekspor
    source = f"{ekspor.file}, lembar {ekspor.sheet}, judul kolom di baris {ekspor.header_row}"
    page.put((2, 1), joined(banding.instansi, source), style.SUBTITLE)
    row = put_paragraphs(page, 4, _opening(banding), widths=_WIDTHS)
    row = _kinds(page, row + 1, banding)
    row = _rows(page, row + 1, banding)
    row = _assignments(page, row + 1, banding)
    _source(page, row + 1, banding)
    footer = joined(banding.instansi, f"Perbandingan dengan e-Kinerja {banding.period.label}")
    set_up_sheet(page.sheet, banding.kertas, head=None, footer=footer)
    # Its length is bounded: one page, so that no table is torn.
    page.sheet.fit_to_pages(1, 1)
    page.sheet.activate()


def _opening(banding: Banding) -> Iterable[str]:
    """Say how it stands, and that nothing was changed."""
    if banding.beda:
        yield (
            f"Ada {len(banding.beda)} perbedaan. Isian dan e-Kinerja tidak diubah; periksa lembar "
            "Perbedaan, satu baris untuk satu perbedaan."
        )
    else:
        yield "Tidak ada perbedaan. Isian dan e-Kinerja tidak diubah."
    if banding.ekspor.batas:
        yield f"Ekspor ini hanya untuk «{banding.ekspor.batas}».{_left_out(banding.unit_lain)}"
    if banding.ekspor.absent:
        names = ", ".join(banding.ekspor.absent)
        yield f"Kolom yang tidak ada di ekspor, sehingga tidak ikut dibandingkan: {names}."


_UNITS_SHOWN: Final = 12


def _left_out(units: Sequence[str]) -> str:
    if not units:
        return ""
    more = ", …" if len(units) > _UNITS_SHOWN else ""
    named = ", ".join(units[:_UNITS_SHOWN])
    return f" {len(units)} unit lain tidak dibandingkan: {named}{more}."


def _kinds(page: Page, row: int, banding: Banding) -> int:
    """Write the differences by kind, and what can be done about each."""
    kinds = banding.kinds()
    row = put_table_top(page, row, "Perbedaan", ("Perbedaan", "Banyaknya", "Yang dapat dilakukan"))
    if not kinds:
        return _line(page, row, "Tidak ada perbedaan.", 0, "")
    first = row
    for jenis, count in kinds.items():
        row = _line(page, row, jenis.value, count, _REMEDIES[jenis])
    _total(page, row, "Jumlah perbedaan", (first, len(banding.beda)))
    page.link((row, 3), target(PERBEDAAN, (1, 1)), PERBEDAAN, style.CELL, style.READ, style.LINKED)
    return row + 1


def _rows(page: Page, row: int, banding: Banding) -> int:
    """Write what became of the rows of the export; together they are all of them."""
    row = put_table_top(page, row, "Baris ekspor", ("Menjadi", "Baris", "Arti"))
    first = row
    for nasib, count in banding.counts().items():
        row = _line(page, row, nasib.value.capitalize(), count, _NASIB[nasib])
    _total(page, row, "Jumlah baris ekspor", (first, len(banding.rows)))
    page.put((row, 3), "", style.CELL_TEXT, style.CELL_TOTAL)
    row = _line(page, row + 1, "Di antaranya SKP Plt, Plh, atau Pj", banding.acting, _ACTING)
    return _line(page, row, "Pegawai dengan lebih dari satu SKP", banding.several, _SEVERAL)


_ACTING: Final = "Dibandingkan dengan penugasan Plt, Plh, atau Pj milik NIP yang sama."
_SEVERAL: Final = "Dipasangkan menurut unit dan jabatan; sisanya menurut masa SKP yang terakhir."


def _assignments(page: Page, row: int, banding: Banding) -> int:
    row = put_table_top(page, row, "Penugasan di isian", ("Hitungan", "Penugasan", "Keterangan"))
    others = len(banding.unit_lain)
    rest = f"Termasuk {others} unit yang tidak dibandingkan." if others else ""
    row = _line(page, row, "Ada di isian periode ini", banding.penugasan, rest)
    text = "Rating dan predikat dihitung ulang dari folder input, seperti pada proses."
    return _line(page, row, "Di antaranya sama dengan e-Kinerja", banding.sama, text)


def _source(page: Page, row: int, banding: Banding) -> None:
    """Repeat the titles of the export, which say when it was drawn and for whom."""
    page.put((row, 1), "Judul ekspor", style.SECTION)
    put_paragraphs(page, row + 1, banding.ekspor.titles or ("Tidak ada.",), widths=_WIDTHS)


def _line(page: Page, row: int, *values: str | int) -> int:
    for column, value in enumerate(values, start=1):
        looks = (style.CELL_WHOLE,) if isinstance(value, int) else (style.CELL_TEXT, style.READ)
        page.put((row, column), value, *looks)
    texts = zip(map(str, values), _WIDTHS, strict=True)
    page.grow(row, max(lines_needed(text, width, indent=1) for text, width in texts))
    return row + 1


def _total(page: Page, row: int, label: str, counted: tuple[int, int]) -> None:
    """Write a live total of the rows from the first to the one above, with its value now."""
    first, now = counted
    page.put((row, 1), label, style.CELL_TEXT, style.READ, style.CELL_TOTAL)
    formula = f"=SUM(B{first}:B{row - 1})"
    page.formula((row, 2), formula, now, style.CELL_WHOLE, style.CELL_TOTAL)
