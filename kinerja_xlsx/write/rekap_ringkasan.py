"""Sheet `Ringkasan` of the agency's recap: counts that balance, the spread, and the contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.rekap import format_count, join_some, join_words
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.measure import text_height
from kinerja_xlsx.write.page import quoted
from kinerja_xlsx.write.rekap_distribusi import (
    BELUM_ADA,
    Diagram,
    KolomSebaran,
    counted,
    insert_chart,
    write_sebaran,
)
from kinerja_xlsx.write.rekap_isi import write_contents
from kinerja_xlsx.write.rekap_lembar import (
    BERKAS_TERLIHAT,
    UNIT_PREDIKAT,
    UNIT_TERKIRIM,
    berkas_counts,
)
from kinerja_xlsx.write.rekap_masukan import BELUM_DITETAPKAN, KIRIMAN, RekapBook
from kinerja_xlsx.write.rekap_pegawai import PEGAWAI_PREDIKAT, PEGAWAI_STATUS
from kinerja_xlsx.write.rekap_perbandingan import is_compared, moved_counts
from kinerja_xlsx.write.rekap_tabel import (
    Rumus,
    Tabel,
    joined,
    points_of,
    put,
    set_up_sheet,
    write_title,
)

NAMED_UNITS: Final = 12
"""So many units that have not sent are named in the summary; the sheet names all."""
NAMED_ROWS: Final = 5
"""So many withheld rows of the settings are named in the summary."""
_WIDTHS: Final = (30, 16, 16, 4, 20, 20, 20)
_RIGHT: Final = 4
"""Column of the contents and the chart."""
_SEBARAN_ROWS: Final = 9
"""From the headings of the spread to the next block."""
_COUNTED: Final = (
    (PenugasanStatus.DINILAI, "Dinilai"),
    (PenugasanStatus.DITAHAN, "Ditahan"),
    (PenugasanStatus.TIDAK_DINILAI, "Tidak dinilai"),
    (PenugasanStatus.TIDAK_DIKIRIM, "Tidak dikirim"),
)
_ROWS: Final = ("Diterima", "Dibetulkan", "Ditahan", "Diabaikan")

Counted = Sequence[tuple[str, Rumus]]
"""Label and live count."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Where the sheets hold what the summary counts."""

    unit: Tabel
    pegawai: Tabel
    berkas: Tabel
    perbandingan: Tabel


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Counts below each other in column B, with their total in the row after.

    Attributes:
        first: Row of the first count, from 0.
        counts: Label and count of each.
    """

    first: int
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Their sum."""
        return sum(count for _, count in self.counts)

    @property
    def below(self) -> int:
        """The next row after a free one."""
        return self.first + len(self.counts) + 2


@dataclass(frozen=True, slots=True)
class Letak:
    """Where this sheet holds its counts, for the page that shows them larger.

    Attributes:
        unit: Units by what they sent.
        penugasan: Assignments by what became of them.
        sebaran: People by predikat, best first, and those without one.
        moved: People against the period before; None where nothing can be compared.
    """

    unit: Hitungan
    penugasan: Hitungan
    sebaran: Hitungan
    moved: Hitungan | None


def write_summary(book: Book, sheet: Worksheet, rekap: RekapBook, tables: Tables) -> Letak:
    """Write the sentence, counts and spread at the left, contents and chart at the right."""
    top = _write_words(book, sheet, rekap) + 1
    write_contents(book, sheet, (top, _RIGHT))
    unit = _write_counts(book, sheet, top, "Unit", _unit_counts(rekap, tables.unit))
    penugasan = _write_counts(
        book, sheet, unit.below, "Penugasan", _penugasan_counts(rekap, tables.pegawai)
    )
    rows = _write_counts(
        book, sheet, penugasan.below, "Baris berkas", _row_counts(rekap, tables.berkas)
    )
    put(sheet, (rows.below, 0), "Sebaran predikat", book.style(style.SECTION))
    people = _people(rekap, tables.unit)
    columns = [people, _assignments(rekap, tables.pegawai)]
    head = write_sebaran(book, sheet, (rows.below + 1, 0), columns)
    moved = None
    if any(is_compared(unit) for unit in rekap.units):
        title = f"Pegawai dibanding {rekap.period.previous.label}"
        counts = moved_counts(rekap, tables.perbandingan)
        moved = _write_counts(book, sheet, head + _SEBARAN_ROWS, title, counts)
    diagram = Diagram("Sebaran predikat pegawai", (head, 0, 1), sebaran_of_people(rekap))
    insert_chart(book, sheet, (head + 1, _RIGHT), diagram)
    set_up_sheet(sheet, rekap.kertas, head=None, footer=joined(rekap.instansi, rekap.period.label))
    # Its length is bounded: one page, so that no total stands alone on a second one.
    sheet.fit_to_pages(1, 1)
    words = (*(predikat.value for predikat in Predikat), BELUM_ADA)
    spread = Hitungan(head + 1, tuple(zip(words, counted(people.counts), strict=True)))
    return Letak(unit, penugasan, spread, moved)


def _write_words(book: Book, sheet: Worksheet, rekap: RekapBook) -> int:
    """Write the title and what there is to say in words; return the row below."""
    for column, width in enumerate(_WIDTHS):
        must(sheet.set_column(column, column, width))
    title = f"Rekap Penilaian Kinerja {rekap.period.label}"
    row = write_title(book, sheet, title, [rekap.instansi] if rekap.instansi else []) - 1
    settings = settings_text(rekap) if rekap.held_settings else ""
    for text in (settings, verdict_text(rekap), missing_text(rekap)):
        if text:
            row = _write_paragraph(book, sheet, row, text)
    return row


def settings_text(rekap: RekapBook) -> str:
    """Say what in the settings has to be mended before anything else."""
    named = rekap.held_settings[:NAMED_ROWS]
    left = len(rekap.held_settings) - len(named)
    more = f" Ada {format_count(left)} baris lain." if left else ""
    return (
        "BKPSDM perlu membetulkan Pengaturan.xlsx dahulu, lalu menjalankan ulang; yang tertahan "
        f"karenanya bukan kesalahan unit. {' '.join(named)}{more}"
    )


def verdict_text(rekap: RekapBook) -> str:
    """Say in one sentence how far the period is."""
    sent = sum(unit.terkirim for unit in rekap.units)
    by_status = Counter(row.status for row in rekap.employees)
    total = sum(by_status[status] for status, _ in _COUNTED)
    accepted = by_status[PenugasanStatus.DINILAI]
    parts = [
        f"{format_count(by_status[status])} {label.lower()}"
        for status, label in _COUNTED[1:]
        if by_status[status]
    ]
    rest = f"; {join_words(parts)}" if parts else ""
    return (
        f"{format_count(sent)} dari {format_count(len(rekap.units))} unit sudah mengirim. "
        f"{format_count(accepted)} dari {format_count(total)} penugasan dinilai{rest}."
    )


def missing_text(rekap: RekapBook) -> str:
    """Name the units that have not sent, and those refused; nothing when there are none."""
    named = [
        f"{label}: {join_some(names, NAMED_UNITS)}."
        for kiriman, label in KIRIMAN[1:]
        if (names := [one.nama or one.kode for one in rekap.units if one.kiriman is kiriman])
    ]
    return " ".join([*named, "Lihat lembar Belum Kirim."]) if named else ""


def _write_paragraph(book: Book, sheet: Worksheet, row: int, text: str) -> int:
    look = book.style(style.PARAGRAPH)
    must(sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", look))
    put(sheet, (row, 0), text, look)
    width = sum(points_of(chars) for chars in _WIDTHS)
    must(sheet.set_row(row, text_height(text, width, FONT_SIZE)))
    return row + 1


def _write_counts(
    book: Book, sheet: Worksheet, row: int, title: str, counted: Counted
) -> Hitungan:
    """Write counts with their live total below a title."""
    put(sheet, (row, 0), title, book.style(style.SECTION))
    text, number = book.style(style.CELL_TEXT, style.READ), book.style(style.CELL_WHOLE)
    first = row + 1
    for index, (label, count) in enumerate(counted, start=first):
        put(sheet, (index, 0), label, text)
        put(sheet, (index, 1), count, number)
    last = first + len(counted)
    total = book.style(style.CELL_WHOLE, style.CELL_TOTAL)
    now = [(label, count.value) for label, count in counted]
    found = Hitungan(first, tuple((label, one) for label, one in now if isinstance(one, int)))
    put(sheet, (last, 0), "Jumlah", book.style(style.CELL_TEXT, style.READ, style.CELL_TOTAL))
    put(sheet, (last, 1), Rumus(f"=SUM(B{first + 1}:B{last})", found.total), total)
    return found


def _unit_counts(rekap: RekapBook, tabel: Tabel) -> Counted:
    numbers = Counter(unit.kiriman for unit in rekap.units)
    return [
        (label, _countif(tabel, UNIT_TERKIRIM, kiriman.value, numbers[kiriman]))
        for kiriman, label in KIRIMAN
    ]


def _penugasan_counts(rekap: RekapBook, tabel: Tabel) -> Counted:
    by_status = Counter(row.status for row in rekap.employees)
    return [
        (label, _countif(tabel, PEGAWAI_STATUS, status.value.capitalize(), by_status[status]))
        for status, label in _COUNTED
    ]


def _row_counts(rekap: RekapBook, tabel: Tabel) -> Counted:
    counts = [berkas_counts(file) for file in rekap.files]
    return [
        (
            label,
            Rumus(
                f"=SUM({tabel.cells(BERKAS_TERLIHAT + offset, from_elsewhere=True)})",
                sum(count[offset] for count in counts),
            ),
        )
        for offset, label in enumerate(_ROWS, start=1)
    ]


def _countif(tabel: Tabel, column: int, word: str, now: int) -> Rumus:
    """Count a word in a column of words; never a NIP, which this function would read as number."""
    return Rumus(f"=COUNTIF({tabel.cells(column, from_elsewhere=True)},{quoted(word)})", now)


def _people_counts(rekap: RekapBook) -> dict[Predikat, int]:
    counts = dict.fromkeys(Predikat, 0)
    for unit in rekap.units:
        for predikat, count in unit.distribusi.counts if unit.distribusi else ():
            counts[predikat] += count
    return counts


def sebaran_of_people(rekap: RekapBook) -> tuple[tuple[Predikat, int], ...]:
    """Count the people of all units by predikat, best first."""
    return tuple(_people_counts(rekap).items())


def _people(rekap: RekapBook, tabel: Tabel) -> KolomSebaran:
    """Sum the people of all units; those without a predikat are accepted or withheld."""
    counts: list[int | Rumus | None] = [
        Rumus(f"=SUM({tabel.cells(UNIT_PREDIKAT + index, from_elsewhere=True)})", count)
        for index, count in enumerate(_people_counts(rekap).values())
    ]
    spread = [unit.distribusi for unit in rekap.units if unit.distribusi]
    counts.append(sum(each.expected - each.total for each in spread))
    return KolomSebaran("Pegawai (jabatan definitif)", counts)


def _assignments(rekap: RekapBook, tabel: Tabel) -> KolomSebaran:
    accepted = [row for row in rekap.employees if row.status is PenugasanStatus.DINILAI]
    words = [row.predikat.value if row.predikat else BELUM_DITETAPKAN for row in accepted]
    counted = [*(predikat.value for predikat in Predikat), BELUM_DITETAPKAN]
    counts = [_countif(tabel, PEGAWAI_PREDIKAT, word, words.count(word)) for word in counted]
    return KolomSebaran("Penugasan dinilai", counts)
