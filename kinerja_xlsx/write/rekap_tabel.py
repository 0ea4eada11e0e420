"""Flat tables on a sheet: a heading row, filter, frozen panes, repeated headings, live counts."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Kertas, Predikat
from kinerja_xlsx.write import style
from kinerja_xlsx.write.book import FONT_SIZE, Book, clean_text, fit_text, must
from kinerja_xlsx.write.measure import INDENT_POINTS, text_height
from kinerja_xlsx.write.page import quoted

KOSONG: Final = "–"
"""Stands where nothing is expected."""
MARGIN_SIDE: Final = 0.4
MARGIN_TOP: Final = 0.4
MARGIN_BOTTOM: Final = 0.55
MARGIN_FOOTER: Final = 0.25
"""Inches."""
_PIXELS_PER_CHAR: Final = 7
_PIXELS_OF_PADDING: Final = 5
_POINTS_PER_PIXEL: Final = 0.75
_LEAST_POINTS: Final = 15.0
_BOLD: Final = 1.1
_MORE: Final = 1.5
_LEAST_COUNT: Final = 9.0
"""So wide is a column that holds `100.000` in bold."""
_MOST_POINTS: Final = 400.0
"""A spreadsheet row is at most 409 points high."""


class Jenis(enum.Enum):
    """What a column of a table holds."""

    TEKS = "teks"
    NIP = "nip"
    BULAT = "bulat"
    DESIMAL = "desimal"
    TANGGAL = "tanggal"
    TENGAH = "tengah"
    ANGKA = "angka"


_LOOKS: Final = MappingProxyType({
    Jenis.TEKS: style.merge(style.CELL_TEXT, style.READ),
    Jenis.NIP: style.merge(style.CELL_NIP, style.READ),
    Jenis.BULAT: style.CELL_WHOLE,
    Jenis.DESIMAL: style.CELL_TWO_DECIMALS,
    Jenis.TANGGAL: style.CELL_DATE,
    Jenis.ANGKA: style.merge(style.CELL_NUMBER, {"align": "right", "indent": 1}),
    Jenis.TENGAH: style.merge(style.CELL_CENTER, {"text_wrap": True}),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: heading, width in characters, what it holds, and a number format of its own."""

    heading: str
    width: float
    jenis: Jenis = Jenis.TEKS
    num_format: str = ""

    @property
    def look(self) -> style.Look:
        """The look of its cells."""
        own = {"num_format": self.num_format} if self.num_format else {}
        return style.merge(_LOOKS[self.jenis], own)


@dataclass(frozen=True, slots=True)
class Rumus:
    """A live formula and the value it has now.

    Attributes:
        formula: The formula.
        value: Its value now.
        decimals: So many decimals are shown; None for as many as the column has.
    """

    formula: str
    value: int | float | str | Decimal
    decimals: int | None = None


def kolom_predikat(predikat: Predikat, before: str = "") -> Kolom:
    """Make a column of counts no wider than the longest word of its heading, or a large total."""
    heading = f"{before}{predikat.value}".replace("/", "/\n")
    width = max(map(len, heading.split())) * _BOLD + _MORE
    return Kolom(heading, max(width, _LEAST_COUNT), Jenis.BULAT)


Value = str | int | Decimal | date | Rumus | None
"""Text, number, day, formula; None where nothing is expected."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Where a table came to lie; rows and columns from 0.

    Attributes:
        sheet: Name of the sheet.
        head: Row of the headings.
        last: Last row with data; equal to `head` when there is none.
    """

    sheet: str
    head: int
    last: int

    def cells(self, column: int, *, from_elsewhere: bool = False) -> str:
        """Write the address of one column's data, such as `$L$6:$L$305`."""
        letters = column_letters(column + 1)
        first = self.head + 2
        address = f"${letters}${first}:${letters}${max(self.last + 1, first)}"
        return f"'{self.sheet}'!{address}" if from_elsewhere else address


def write_title(book: Book, sheet: Worksheet, title: str, lines: Sequence[str]) -> int:
    """Write the title and the lines below it, and return the row after a free one."""
    put(sheet, (0, 0), title, book.style(style.TITLE))
    look = book.style(style.SUBTITLE)
    for row, line in enumerate(lines, start=1):
        put(sheet, (row, 0), line, look)
    return len(lines) + 2


def joined(*parts: str) -> str:
    """Set the parts that are not empty in one line."""
    return " · ".join(part for part in parts if part)


def write_table(
    book: Book,
    sheet: Worksheet,
    head: int,
    *,
    columns: Sequence[Kolom],
    rows: Sequence[Sequence[Value]],
) -> Tabel:
    """Write headings and rows, with a filter over them."""
    heading = book.style(style.HEADING)
    for column, kolom in enumerate(columns):
        must(sheet.set_column(column, column, kolom.width))
        put(sheet, (head, column), kolom.heading, heading)
    widths = [points_of(kolom.width) for kolom in columns]
    must(sheet.set_row(head, row_height([kolom.heading for kolom in columns], widths, bold=True)))
    indents = [INDENT_POINTS if kolom.jenis in _READ else 0 for kolom in columns]
    widths = [width - indent for width, indent in zip(widths, indents, strict=True)]
    looks = [book.style(kolom.look) for kolom in columns]
    for index, values in enumerate(rows, start=head + 1):
        must(sheet.set_row(index, row_height(values, widths)))
        for column, value in enumerate(values):
            own = own_look(columns[column], value)
            put(sheet, (index, column), value, book.style(own) if own else looks[column])
    last = head + len(rows)
    must(sheet.autofilter(head, 0, max(last, head + 1), len(columns) - 1))
    return Tabel(str(sheet.name), head, last)


def points_of(width: float) -> float:
    """Turn a column width in characters into points."""
    return (width * _PIXELS_PER_CHAR + _PIXELS_OF_PADDING) * _POINTS_PER_PIXEL


def row_height(values: Sequence[Value], widths: Sequence[float], *, bold: bool = False) -> float:
    """The height of a row that shows its texts whole; LibreOffice does not grow rows itself."""
    texts = [
        (value.value if isinstance(value, Rumus) else value, width)
        for value, width in zip(values, widths, strict=True)
    ]
    height = max(
        (
            text_height(text, width, FONT_SIZE, bold=bold)
            for text, width in texts
            if isinstance(text, str)
        ),
        default=0.0,
    )
    return min(max(height, _LEAST_POINTS), _MOST_POINTS)


def _is_word(value: Value) -> bool:
    return isinstance(value.value if isinstance(value, Rumus) else value, str | None)


def own_look(kolom: Kolom, value: Value) -> style.Look | None:
    """Give the look of a cell where it is not that of its column: a word, or own decimals."""
    if _is_word(value) and kolom.jenis in _FIGURES:
        # A word in a column of figures, such as `Belum diisi`, is set as a word.
        return _LOOKS[Jenis.TENGAH]
    if isinstance(value, Rumus) and value.decimals is not None:
        shown = f"#,##0{'.' if value.decimals else ''}{'0' * value.decimals}"
        return style.merge(style.CELL_TWO_DECIMALS, {"num_format": shown})
    figure = value.value if isinstance(value, Rumus) else value
    is_whole = isinstance(figure, int | float | Decimal) and figure == int(figure)
    return style.CELL_WHOLE if is_whole and kolom.jenis is Jenis.ANGKA else None


_FIGURES: Final = frozenset({Jenis.BULAT, Jenis.DESIMAL, Jenis.TANGGAL, Jenis.ANGKA})
_READ: Final = frozenset({Jenis.TEKS, Jenis.NIP})


def write_totals(
    book: Book,
    sheet: Worksheet,
    tabel: Tabel,
    *,
    label: str,
    sums: Sequence[tuple[int, int]],
) -> None:
    """Write a live total below some columns.

    Args:
        book: The workbook.
        sheet: The sheet of the table.
        tabel: The table.
        label: Stands in the first column.
        sums: (column, sum now).
    """
    row = tabel.last + 1
    look = book.style(style.CELL_WHOLE, style.CELL_TOTAL)
    last = max(column for column, _ in sums)
    for column in {*range(1, last)}.difference(column for column, _ in sums):
        put(sheet, (row, column), "", look)
    put(sheet, (row, 0), label, book.style(style.CELL_TEXT, style.READ, style.CELL_TOTAL))
    for column, value in sums:
        put(sheet, (row, column), Rumus(f"=SUM({tabel.cells(column)})", value), look)


def put(sheet: Worksheet, at: tuple[int, int], value: Value, look: Format) -> None:
    """Write one cell by the type of its value; a text never becomes anything else."""
    row, column = at
    match value:
        case None:
            must(sheet.write_string(row, column, KOSONG, look))
        case str():
            must(sheet.write_string(row, column, fit_text(value), look))
        case Rumus():
            now = value.value
            cached = float(now) if isinstance(now, Decimal) else now
            must(sheet.write_formula(row, column, value.formula, look, cached))
        case date():
            day = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a cell has no zone
            must(sheet.write_datetime(row, column, day, look))
        case _:
            must(sheet.write_number(row, column, float(value), look))


def link_to(name: str, text: str) -> Rumus:
    """Make a link to the top of another sheet of the workbook."""
    target = quoted(f"#'{name}'!A1")
    return Rumus(f"=HYPERLINK({target},{quoted(text)})", text)


def set_up_sheet(sheet: Worksheet, kertas: Kertas, *, head: int | None, footer: str) -> None:
    """Set up a table for screen and paper: headings frozen and repeated, pages numbered.

    Args:
        sheet: The sheet.
        kertas: The paper.
        head: Row of the headings to freeze and repeat; None for none.
        footer: Left part of the footer.
    """
    set_up_page(sheet, kertas)
    sheet.set_footer(f"&L&8 {footer_text(footer)}&R&8Halaman &P", {"margin": MARGIN_FOOTER})
    if head is not None:
        sheet.repeat_rows(head)
        sheet.freeze_panes(head + 1, 0)


def set_up_page(sheet: Worksheet, kertas: Kertas) -> None:
    """Set paper, direction and scale: landscape, one page wide, without grid lines."""
    sheet.set_paper(style.PAPER[kertas])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_start_page(1)


def footer_text(text: str) -> str:
    """Make a text safe for a footer, where `&` begins an instruction, and short."""
    return " ".join(clean_text(text).split())[:_FOOTER_LENGTH].replace("&", "&&")


_FOOTER_LENGTH: Final = 90
