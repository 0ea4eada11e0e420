"""Where help is welcome: how each unit came along with its workbooks, and what to train."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.kinerja_unit import MutuUnit
from kinerja_xlsx.model.rekap import format_count, join_some
from kinerja_xlsx.spec.judul import TITLES
from kinerja_xlsx.spec.materi import MATERI, Materi
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_kerangka import Lembar, write_lembar
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_rumus import persen
from kinerja_xlsx.write.rekap_tabel import Jenis, Kolom, Value, write_totals

NAMED: Final = 3
"""So many kinds, topics or units are named; the rest is in the workbooks of the units."""
_MUTU: Final = (
    Kolom("Kode Unit", 16),
    Kolom("Nama Unit", 32),
    Kolom("Berkas", 8, Jenis.BULAT),
    Kolom("Berkas Ditolak", 9, Jenis.BULAT),
    Kolom("Baris Terlihat", 10, Jenis.BULAT),
    Kolom("Baris Dibetulkan", 11.5, Jenis.BULAT),
    Kolom("Baris Ditahan", 9, Jenis.BULAT),
    Kolom("Bagian Ditahan (%)", 10, Jenis.DESIMAL),
    Kolom("Catatan Pemeriksaan", 13, Jenis.BULAT),
    Kolom("Paling Sering", 52),
    Kolom("Materi yang Membantu", 42),
)
_TOPICS: Final = 2
_SUMMED: Final = (2, 3, 4, 5, 6, 8)
_UNKNOWN: Final = "Unit belum terbaca"
_BAHAN: Final = (
    Kolom("Materi", 40),
    Kolom("Catatan Pemeriksaan", 13, Jenis.BULAT),
    Kolom("Banyaknya Unit", 11, Jenis.BULAT),
    Kolom("Paling Sering", 56),
    Kolom("Unit yang Paling Terbantu", 56),
)


def write_mutu(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write one row for each unit that sent something, those most in need of help first."""
    notes = (
        (
            "Untuk mengatur pendampingan, bukan untuk menilai unit atau petugasnya. Angka besar "
            "sering berarti petugasnya baru atau isinya disalin dari buku lain; tanyakan dahulu "
            "apa yang menyulitkan."
        ),
        (
            "Baris dibetulkan: program merapikannya sendiri, misalnya spasi berlebih. Baris "
            "ditahan: menunggu dibetulkan unitnya. Masalah karena Pengaturan.xlsx tidak dihitung. "
            "Yang paling atas paling terbantu bila didampingi lebih dahulu."
        ),
    )
    lembar = Lembar(
        "Mutu Data per Unit", notes, _MUTU, "Belum ada berkas yang dibaca.", empty_at=1, frozen=2
    )
    rows = [_unit_row(line, number) for number, line in enumerate(rekap.mutu, lembar.first)]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    figures = [_figures(line) for line in rekap.mutu]
    sums = [(column, sum(one[index] for one in figures)) for index, column in enumerate(_SUMMED)]
    write_totals(book, sheet, tabel, label="Jumlah", sums=sums)


def _figures(line: MutuUnit) -> tuple[int, ...]:
    """Give what is summed, in the order of the columns."""
    raised = sum(count for _, count in line.masalah)
    return (line.berkas, line.ditolak, line.terlihat, line.dibetulkan, line.ditahan, raised)


def _unit_row(line: MutuUnit, number: int) -> Sequence[Value]:
    *counts, raised = _figures(line)
    held = persen((f"G{number}", line.ditahan), (f"E{number}", line.terlihat))
    return (
        line.kode,
        line.nama if line.kode else _UNKNOWN,
        *counts,
        held,
        raised,
        _named_codes(line.masalah) or None,
        "; ".join(materi.value for materi, _ in topics_of([line])[:_TOPICS]) or None,
    )


def write_bahan(book: Book, sheet: Worksheet, rekap: RekapBook) -> None:
    """Write what to train, the topic that helps most first."""
    notes = (
        (
            "Materi disusun dari catatan pemeriksaan seluruh unit; yang paling atas paling banyak "
            "membantu. Penjelasan tiap kode: perintah jelaskan, misalnya kinerja-xlsx jelaskan "
            "SEL-11."
        ),
    )
    lembar = Lembar("Bahan Pelatihan", notes, _BAHAN, "Tidak ada yang perlu dilatihkan.")
    topics = topics_of(rekap.mutu)
    rows = [(materi.value, count, *_details(materi, rekap.mutu)) for materi, count in topics]
    tabel = write_lembar(book, sheet, rekap, lembar, rows)
    write_totals(book, sheet, tabel, label="Jumlah", sums=[(1, sum(count for _, count in topics))])


def _details(materi: Materi, lines: Sequence[MutuUnit]) -> Sequence[Value]:
    """Say how many units a topic concerns, what is most frequent, and whom it helps most."""
    codes, units = Counter[IssueCode](), Counter[str]()
    for line in lines:
        for code, count in line.masalah:
            if MATERI[code] is materi:
                codes[code] += count
                units[line.nama if line.kode else _UNKNOWN] += count
    named = [f"{name} ({format_count(count)})" for name, count in units.most_common()]
    frequent = sorted(codes.items(), key=lambda item: (-item[1], item[0].value))
    return len(units), _named_codes(frequent), join_some(named, NAMED)


def _named_codes(counts: Sequence[tuple[IssueCode, int]]) -> str:
    return "; ".join(
        f"{code.value} {TITLES[code]} ({format_count(count)})" for code, count in counts[:NAMED]
    )


def topics_of(lines: Sequence[MutuUnit]) -> Sequence[tuple[Materi, int]]:
    """Count what would help, most often first; those alike in the order of their declaration."""
    topics = Counter[Materi]()
    for line in lines:
        for code, count in line.masalah:
            topics[MATERI[code]] += count
    order = list(Materi)
    return sorted(topics.items(), key=lambda item: (-item[1], order.index(item[0])))
