"""Sheet `Kekuatan dan Pengembangan`: what the unit does well, and what it can work on together."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.number import format_number, half_up
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.hasil.kekuatan_bahan import (
    KUAT,
    LEAST_PEOPLE,
    Butir,
    Kelompok,
    butir_of,
    waiting_indikator,
    with_rencana,
)
from kinerja_xlsx.write.hasil.masukan import HasilBook
from kinerja_xlsx.write.measure import text_height
from kinerja_xlsx.write.rekap_tabel import (
    Jenis,
    Kolom,
    Rumus,
    Value,
    joined,
    points_of,
    put,
    set_up_sheet,
    write_table,
    write_title,
)

SHEET: Final = "Kekuatan dan Pengembangan"
MOST_SENTENCES: Final = 2
"""So many things of each kind are said in words; all of them stand in the table."""
_LONG: Final = 120
_COLUMNS: Final = (
    Kolom("No", 5, Jenis.TENGAH),
    Kolom("Kelompok", 20),
    Kolom("Hal", 62),
    Kolom("Mencapai", 12, Jenis.BULAT),
    Kolom("Dari", 10, Jenis.BULAT),
    Kolom("Bagian (%)", 12, Jenis.DESIMAL),
)
_NOTE: Final = (
    f"Angka unit, bukan angka perorangan: hanya hal yang dimiliki sedikitnya {LEAST_PEOPLE} "
    "pegawai, tanpa nama dan tanpa peringkat pegawai."
)
_COUNTED: Final = MappingProxyType({
    Kelompok.ASPEK: "Aspek {nama}: {tercapai} dari {dari} indikator mencapai target ({bagian}%).",
    Kelompok.INDIKATOR: (
        "Indikator «{nama}»: {tercapai} dari {dari} penugasan mencapai target ({bagian}%)."
    ),
    Kelompok.PERILAKU: (
        "Perilaku {nama}: {tercapai} dari {dari} penilaian sesuai atau di atas ekspektasi "
        "({bagian}%)."
    ),
})  # fmt: skip
_HELP: Final = MappingProxyType({
    Kelompok.ASPEK: "Bicarakan bersama hambatannya dan dukungan yang diperlukan.",
    Kelompok.INDIKATOR: "Periksa bersama apakah targetnya sesuai dan apa yang dapat dibantu.",
    Kelompok.PERILAKU: "Contoh dari pimpinan dan percakapan yang teratur dapat membantu.",
})  # fmt: skip
_NONE_STRONG: Final = (
    f"Belum ada hal dengan bagian {KUAT}% atau lebih. Mulailah dari satu hal di bawah ini yang "
    "paling dekat dengan pekerjaan sehari-hari."
)
_ALL_STRONG: Final = f"Semua hal di tabel sudah {KUAT}% atau lebih; pertahankan bersama."


def has_kekuatan(hasil: HasilBook) -> bool:
    """Tell whether enough people share anything that can be counted."""
    return bool(butir_of(hasil))


def write_kekuatan(book: Book, sheet: Worksheet, hasil: HasilBook) -> None:
    """Write what is strong and what can be worked on in words, and below it all that was counted.

    Args:
        book: The workbook.
        sheet: The sheet.
        hasil: The whole unit, however many workbooks it has.
    """
    unit = f"{hasil.nama_unit} ({hasil.kode_unit})"
    title = f"Kekuatan dan Pengembangan Unit {hasil.period.label}"
    row = write_title(book, sheet, title, [joined(unit, hasil.instansi), _NOTE])
    butir = butir_of(hasil)
    for heading, sentences in (
        ("Yang sudah kuat", strong_sentences(butir)),
        ("Yang dapat dikembangkan bersama", growing_sentences(butir)),
        ("Langkah berikutnya", next_sentences(hasil)),
    ):
        put(sheet, (row, 0), heading, book.style(style.SECTION))
        row = _write_sentences(book, sheet, row + 1, sentences) + 1
    rows = [_row(one, number, row + 1 + number) for number, one in enumerate(butir, start=1)]
    write_table(book, sheet, row, columns=_COLUMNS, rows=rows)
    set_up_sheet(sheet, hasil.kertas, head=row, footer=f"{unit} · {hasil.period.label}")
    # What stands above the table is longer than a screen, so that nothing can be frozen.
    sheet.freeze_panes(0, 0)


def _write_sentences(book: Book, sheet: Worksheet, row: int, texts: Sequence[str]) -> int:
    look = book.style(style.PARAGRAPH)
    width = sum(points_of(kolom.width) for kolom in _COLUMNS)
    for text in texts:
        must(sheet.merge_range(row, 0, row, len(_COLUMNS) - 1, "", look))
        put(sheet, (row, 0), text, look)
        must(sheet.set_row(row, text_height(text, width, FONT_SIZE)))
        row += 1
    return row


def strong_sentences(butir: Sequence[Butir]) -> list[str]:
    """Say what the unit does well, the most complete first."""
    kuat = (one for one in butir if one.is_kuat)
    strong = _some(sorted(kuat, key=lambda one: (-one.bagian, -one.dari)))
    return [f"• {_said(one)}" for one in strong] or [_NONE_STRONG]


def growing_sentences(butir: Sequence[Butir]) -> list[str]:
    """Say what the unit can work on; once for each kind of thing, what may help."""
    rest = (one for one in butir if not one.is_kuat)
    helped: set[Kelompok] = set()
    texts = []
    for one in _some(sorted(rest, key=lambda one: one.tercapai - one.dari)):
        text = _said(one) if one.kelompok in helped else f"{_said(one)} {_HELP[one.kelompok]}"
        helped.add(one.kelompok)
        texts.append(f"• {text}")
    return texts or [_ALL_STRONG]


def _some(ordered: Sequence[Butir]) -> list[Butir]:
    """Take the first few of each kind, so that one kind does not push out the others."""
    return [
        one
        for kelompok in Kelompok
        for one in [each for each in ordered if each.kelompok is kelompok][:MOST_SENTENCES]
    ]


def next_sentences(hasil: HasilBook) -> list[str]:
    """Say what is agreed for the people of the unit, and what still waits."""
    agreed, everybody = with_rencana(hasil)
    texts = [f"• Rencana Pengembangan sudah disepakati untuk {agreed} dari {everybody} pegawai."]
    waiting = waiting_indikator(hasil)
    if waiting:
        texts.append(
            f"• Realisasi {waiting} indikator belum diisi, jadi belum ikut dihitung di lembar ini."
        )
    return texts


def _said(one: Butir) -> str:
    nama = one.nama if len(one.nama) <= _LONG else f"{one.nama[:_LONG].rstrip()}…"
    return _COUNTED[one.kelompok].format(
        nama=nama,
        tercapai=one.tercapai,
        dari=one.dari,
        bagian=format_number(half_up(one.bagian)),
    )


def _row(one: Butir, number: int, line: int) -> Sequence[Value]:
    """Write one thing; `line` is the row as people count."""
    share = Rumus(f"=D{line}/E{line}*100", one.bagian)
    return (number, one.kelompok.value, one.nama, one.tercapai, one.dari, share)
