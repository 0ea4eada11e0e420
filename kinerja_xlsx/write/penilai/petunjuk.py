"""The guide of a Lembar Penilai: steps for rater and unit, the pattern, and the quadrant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.policy import Policy, in_force
from kinerja_xlsx.spec.book import PETUNJUK, TITLE_ROWS
from kinerja_xlsx.spec.lembar_penilai import BAHAN, BUKTI, LembarPenilaianRow
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.hasil.labels import kurva_text
from kinerja_xlsx.write.hasil.rujukan import pola_words
from kinerja_xlsx.write.page import Page, address
from kinerja_xlsx.write.penilai.masukan import LembarPenilai
from kinerja_xlsx.write.ringkas import put_paragraphs
from kinerja_xlsx.write.template.cek import BELUM
from kinerja_xlsx.write.template.lembar import SheetSetting

_WIDTHS: Final = (30, 24, 24, 24)
_SHEET: Final = LembarPenilaianRow.sheet
_FILES_NAMED: Final = 3
"""Most files that are named; a unit nearly always sends one."""
_TIPS: Final = (
    (
        "• Usulan dihitung dari angka. Yang menetapkan rating tetap Anda, setelah melihat bukti "
        "dan berbicara dengan pegawainya."
    ),
    "• Pola di bawah berlaku bagi seluruh unit, bukan jatah setiap penilai.",
    "• Buku ini hanya memuat pegawai yang Anda nilai. Jagalah agar tidak terbaca rekan kerjanya.",
)


def write_petunjuk(book: Book, lembar: LembarPenilai, setting: SheetSetting) -> None:
    """Write the guide, which is the sheet that the rater sees first."""
    page = Page.add(book, PETUNJUK)
    page.widths(_WIDTHS)
    page.sheet.hide_gridlines(2)
    page.put((1, 1), "Lembar Penilai", style.TITLE)
    page.put((2, 1), setting.label, style.SUBTITLE)
    row = put_paragraphs(page, 4, _opening(lembar), widths=_WIDTHS)
    policy = in_force(lembar.book.period)
    sections = (
        ("Langkah penilai", _rater_steps()),
        ("Langkah admin unit", _unit_steps(lembar)),
        ("Perlu diingat", _TIPS),
        ("Pola distribusi predikat unit", _pola(lembar, policy)),
    )
    for title, texts in sections:
        page.put((row + 1, 1), title, style.SECTION)
        row = put_paragraphs(page, row + 2, texts, widths=_WIDTHS)
    _write_kuadran(page, row + 1, policy)
    page.paper(setting.kertas, setting.footer(PETUNJUK), landscape=False)
    page.sheet.set_tab_color(style.GREY)
    page.sheet.activate()


def _opening(lembar: LembarPenilai) -> Iterator[str]:
    """Say for whom the book is and whom it holds."""
    penilai = lembar.penilai
    if penilai is None:
        yield f"Penilai: {lembar.kode}"
    else:
        nip = f"NIP {penilai.nip}" if penilai.nip else ""
        yield " · ".join(filter(None, (f"Penilai: {penilai.nama}", nip, penilai.jabatan)))
    rated, waiting = len(lembar.book.forms), len(lembar.rows)
    yield (
        f"Di unit ini Anda menilai {rated} penugasan; {waiting} di antaranya menunggu rating dan "
        f"tercantum di lembar {_SHEET}."
    )
    if lembar.tertahan:
        yield (
            f"Belum termasuk: {lembar.tertahan} penugasan yang isiannya masih dibetulkan unit. "
            "Lembar barunya menyusul."
        )


def _rater_steps() -> tuple[str, ...]:
    return (
        f"1. Baca lembar {BAHAN} dan {BUKTI}: capaian, usulan, dan bukti dukung setiap pegawai.",
        (
            f"2. Di lembar {_SHEET}, pilih Rating Hasil Kerja dan Rating Perilaku dari panah di "
            "sel. Kolom lain boleh kosong."
        ),
        (
            "3. Tuliskan umpan balik dan rencana pengembangan yang sudah dibicarakan bersama "
            "pegawainya."
        ),
        "4. Bila kolom Cek sudah OK semua, simpan, lalu kembalikan buku ini kepada admin unit.",
    )


def _unit_steps(lembar: LembarPenilai) -> tuple[str, ...]:
    last = columns_of(LembarPenilaianRow)[-1].heading
    return (
        (
            f"1. Di lembar {_SHEET} buku ini, blok sel {block_of(lembar)}, yaitu dari kolom NIP "
            f"sampai {last} tanpa judulnya, lalu salin."
        ),
        (
            f"2. Buka {_goal(lembar.berkas)}. Di lembar {_SHEET}, pilih sel kolom NIP pada baris "
            "kosong pertama di bawah daftar, lalu Tempel Nilai (Paste Values)."
        ),
        (
            f"3. Baris pegawai itu yang sudah ada di atasnya boleh dibiarkan, walaupun Cek-nya "
            f"tetap {BELUM}; yang dipakai baris yang lebih lengkap."
        ),
        "4. Simpan, lalu kirim Isian itu kepada BKPSDM. Buku ini sendiri tidak perlu dikirim.",
    )


def block_of(lembar: LembarPenilai) -> str:
    """Name the cells to copy, such as `B5:T9`; column A is `Cek`, which is not copied."""
    first = TITLE_ROWS + 2
    corner = (first + len(lembar.rows) - 1, 1 + len(columns_of(LembarPenilaianRow)))
    return f"{address((first, 2))}:{address(corner)}"


def _goal(files: Sequence[str]) -> str:
    """Name the workbook that the rows go to: the unit's newest one."""
    named = ", ".join(f"«{PurePosixPath(name).name}»" for name in files[:_FILES_NAMED])
    more = " dan lainnya" if len(files) > _FILES_NAMED else ""
    each = "Isian" if len(files) == 1 else "Isian yang memuat pegawainya:"
    return f"{each} {named}{more}, atau buku Perbaikan bila sudah ada"


def _pola(lembar: LembarPenilai, policy: Policy) -> Iterator[str]:
    capaian = lembar.book.capaian_organisasi
    yield pola_words(capaian, policy)
    if capaian is not None:
        yield kurva_text(capaian)


def _write_kuadran(page: Page, row: int, policy: Policy) -> None:
    """Show which predikat both ratings come to."""
    page.put((row, 1), "Predikat dari kedua rating", style.SECTION)
    page.put((row + 1, 1), "Hasil kerja ↓  Perilaku →", style.HEADING)
    for column, perilaku in enumerate(Ekspektasi, start=2):
        page.put((row + 1, column), perilaku.value, style.HEADING)
    for index, hasil_kerja in enumerate(Ekspektasi, start=row + 2):
        page.put((index, 1), hasil_kerja.value, style.CELL_TEXT, style.READ, style.STRONG)
        for column, perilaku in enumerate(Ekspektasi, start=2):
            predikat = policy.predikat(hasil_kerja, perilaku)
            page.put((index, column), predikat.value, style.CELL_CENTER)
