"""The frame that the flat sheets of the agency's recap share: title, notes, table, footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, must
from kinerja_xlsx.write.measure import text_height
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_tabel import (
    Kolom,
    Tabel,
    Value,
    joined,
    own_look,
    points_of,
    put,
    set_up_sheet,
    write_table,
    write_title,
)

_READABLE: Final = 150
"""Notes are about so many characters wide: what a screen shows without scrolling sideways."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """What one flat sheet is, beside its rows.

    Attributes:
        title: Its title.
        notes: How to read it, one paragraph each.
        columns: The columns of its table.
        empty: What its only row says where there is nothing to show.
        empty_at: Column of that sentence, from 0.
        frozen: So many columns stay at the left.
    """

    title: str
    notes: Sequence[str]
    columns: Sequence[Kolom]
    empty: str = "Tidak ada"
    empty_at: int = 0
    frozen: int = 0

    @property
    def head(self) -> int:
        """Row of the headings, from 0: below the title, whose it is, the notes and a free row."""
        return len(self.notes) + 3

    @property
    def first(self) -> int:
        """Number of the first row of data, as formulas name it."""
        return self.head + 2


def write_lembar(
    book: Book,
    sheet: Worksheet,
    rekap: RekapBook,
    lembar: Lembar,
    rows: Sequence[Sequence[Value]],
) -> Tabel:
    """Write title, notes and table, and set up screen and paper."""
    write_title(book, sheet, lembar.title, [footer(rekap)])
    for row, note in enumerate(lembar.notes, start=2):
        _write_note(book, sheet, row, note, lembar.columns)
    columns = lembar.columns
    shown = rows or [nothing(len(columns), lembar.empty, at=lembar.empty_at)]
    tabel = write_table(book, sheet, lembar.head, columns=columns, rows=shown)
    set_up_sheet(sheet, rekap.kertas, head=lembar.head, footer=footer(rekap))
    sheet.freeze_panes(lembar.head + 1, lembar.frozen)
    return tabel


def write_agency(
    book: Book, sheet: Worksheet, tabel: Tabel, lembar: Lembar, row: Sequence[Value]
) -> None:
    """Write a row for the whole agency below a table, in the looks of its columns."""
    for column, (kolom, value) in enumerate(zip(lembar.columns, row, strict=True)):
        look = book.style(own_look(kolom, value) or kolom.look, style.CELL_TOTAL)
        put(sheet, (tabel.last + 1, column), value, look)


def _write_note(
    book: Book, sheet: Worksheet, row: int, note: str, columns: Sequence[Kolom]
) -> None:
    """Write a note over as many columns as it can be read across."""
    reach = list(accumulate(kolom.width for kolom in columns))
    last = next((index for index, width in enumerate(reach) if width >= _READABLE), len(reach) - 1)
    look = book.style(style.SUBTITLE, style.PARAGRAPH)
    if last:
        must(sheet.merge_range(row, 0, row, last, "", look))
    put(sheet, (row, 0), note, look)
    width = sum(points_of(kolom.width) for kolom in columns[: last + 1])
    must(sheet.set_row(row, text_height(note, width, FONT_SIZE)))


def footer(rekap: RekapBook) -> str:
    """Say whose recap it is."""
    return joined(rekap.instansi, rekap.period.label)


def nothing(columns: int, text: str = "Tidak ada", *, at: int = 0) -> Sequence[Value]:
    """Make the only row of an empty table: a sentence in one column."""
    return [text if column == at else None for column in range(columns)]
