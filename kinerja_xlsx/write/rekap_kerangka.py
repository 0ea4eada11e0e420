"""The frame that the flat sheets of the agency's recap share: title, footer, empty states."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.rekap_masukan import RekapBook
from kinerja_xlsx.write.rekap_tabel import Value, joined, set_up_sheet, write_title


def begin(book: Book, sheet: Worksheet, rekap: RekapBook, *titles: str) -> int:
    """Write the title, whose recap it is, and notes; return the row for the headings.

    Args:
        book: The workbook.
        sheet: The sheet.
        rekap: The recap.
        titles: The title, then one line for each note.
    """
    title, *notes = titles
    return write_title(book, sheet, title, [footer(rekap), *notes])


def finish(sheet: Worksheet, rekap: RekapBook, head: int, *, columns: int = 0) -> None:
    """Set up screen and paper, and freeze the headings with so many columns at the left."""
    set_up_sheet(sheet, rekap.kertas, head=head, footer=footer(rekap))
    sheet.freeze_panes(head + 1, columns)


def footer(rekap: RekapBook) -> str:
    """Say whose recap it is."""
    return joined(rekap.instansi, rekap.period.label)


def nothing(columns: int, text: str = "Tidak ada", *, at: int = 0) -> Sequence[Value]:
    """Make the only row of an empty table: a sentence in one column."""
    return [text if column == at else None for column in range(columns)]
