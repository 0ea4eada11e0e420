"""One sheet being written: rows and columns from 1 as people count them, refusals never silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, cast

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.write.book import FONT_SIZE, Book, ExcelLimitError, clean_text, must
from kinerja_xlsx.write.measure import INDENT_POINTS, break_lines, lines_height
from kinerja_xlsx.write.style import PAPER, Look
from kinerja_xlsx.write.teks_sel import cell_text

InputValue = CellValue | Decimal
At = tuple[int, int]
"""A cell as (row, column), both from 1."""
MAX_FORMULA_TEXT: Final = 255
"""Longest text that a formula may spell out."""
_MAX_LIMIT: Final = 256
"""Most letters of a formula that limits a cell, with its equals sign."""
_FIRST_YEAR: Final = 1900
_MAX_FOOTER: Final = 120
MAX_HEIGHT: Final = 400.0
"""Excel draws no row higher than 409 points."""
_POINTS_PER_CHAR: Final = 5.25
_POINTS_PER_COLUMN: Final = 3.75
_SURELY_ONE_LINE: Final = 0.75


def address(at: At) -> str:
    """Write a cell's address, such as `D12`."""
    return f"{column_letters(at[1])}{at[0]}"


def fixed(at: At) -> str:
    """Write a cell's address so that copying does not move it, such as `$D$12`."""
    return f"${column_letters(at[1])}${at[0]}"


def target(sheet: str, at: At) -> str:
    """Name a cell of a sheet as links do, such as `'Hasil Kerja'!D12`."""
    escaped = sheet.replace("'", "''")
    return f"'{escaped}'!{address(at)}"


def quoted(text: str) -> str:
    """Spell a text inside a formula, cut to what Excel allows there."""
    short = clean_text(text)[:MAX_FORMULA_TEXT]
    while len(short.replace('"', '""')) > MAX_FORMULA_TEXT:
        short = short[:-1]
    return '"' + short.replace('"', '""') + '"'


def is_blank(value: InputValue) -> bool:
    """Tell whether a cell holds nothing."""
    return value is None or value == ""


def lines_needed(text: str, width: float, *, bold: bool = False, indent: int = 0) -> int:
    """Count the lines that a text takes in a wrapping cell of this width in characters."""
    if len(text) <= width * _SURELY_ONE_LINE and "\n" not in text and not indent:
        return 1
    points = width * _POINTS_PER_CHAR + _POINTS_PER_COLUMN - indent * INDENT_POINTS
    return len(break_lines(text, points, FONT_SIZE, bold=bold))


class _EmptyText(str):
    """The empty text as the value of a formula.

    The library takes "" for "not calculated" and stores no value; this one it stores as a text.
    """

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, _other: object) -> bool:
        return False


_EMPTY_TEXT: Final = _EmptyText()


class FormulaSheet(Worksheet):
    """A sheet that takes formulas as they are.

    The library looks through each formula for some thirty functions of later Excel versions. Ours
    use none, and thousands of long status formulas made that search most of the time spent.
    """

    def _prepare_formula(self, formula: str, *_args: object, **_options: object) -> str:
        return formula.removeprefix("=")


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of a book; every call that the library can refuse goes through `must`."""

    book: Book
    sheet: Worksheet

    @classmethod
    def add(cls, book: Book, name: str) -> Page:
        """Append a sheet to the book."""
        return cls(book, book.workbook.add_worksheet(name, FormulaSheet))

    def put(self, at: At, value: InputValue, *looks: Look) -> None:
        """Write a value with these looks; text is never taken for a formula."""
        self.write(at, value, self.book.style(*looks))

    def write(self, at: At, value: InputValue, form: Format) -> None:
        """Write a value with a format made before; for many cells alike."""
        row, column = at[0] - 1, at[1] - 1
        if value is None or value == "":
            must(self.sheet.write_blank(row, column, None, form))
        elif isinstance(value, bool):
            must(self.sheet.write_boolean(row, column, value, form))
        elif isinstance(value, str):
            must(self.sheet.write_string(row, column, cell_text(value), form))
        elif isinstance(value, int | float | Decimal):
            must(self.sheet.write_number(row, column, float(value), form))
        elif isinstance(value, date) and value.year < _FIRST_YEAR:
            # Excel has no such day; the text still shows what was there.
            must(self.sheet.write_string(row, column, _early_text(value), form))
        else:
            # The library's types name datetime alone; it takes the other three as well.
            must(self.sheet.write_datetime(row, column, cast("datetime", value), form))

    def formula(self, at: At, formula: str, cached: str | float, *looks: Look) -> None:
        """Write a formula together with its value, which viewers show without calculating."""
        self.write_formula(at, formula, cached, form=self.book.style(*looks))

    def write_formula(self, at: At, formula: str, cached: str | float, *, form: Format) -> None:
        """Write a formula and its value with a format made before."""
        value = _EMPTY_TEXT if cached == "" else cached
        must(self.sheet.write_formula(at[0] - 1, at[1] - 1, formula, form, value))

    def link(self, at: At, target: str, text: str, *looks: Look) -> None:
        """Write a link to a cell of this workbook, such as `'Hasil Kerja'!D12`."""
        self.write_link(at, target, text, form=self.book.style(*looks))

    def write_link(self, at: At, target: str, text: str, *, form: Format) -> None:
        """Write a link with a format made before.

        A formula, since Excel keeps at most 65,530 links of the other kind on a sheet.
        """
        formula = f"=HYPERLINK({quoted('#' + target)},{quoted(text)})"
        self.write_formula(at, formula, clean_text(text)[:MAX_FORMULA_TEXT], form=form)

    def merge(self, first: At, last: At, text: str, *looks: Look) -> None:
        """Write a text over a range of cells; never used inside tables of data."""
        form = self.book.style(*looks)
        top, left = first[0] - 1, first[1] - 1
        must(self.sheet.merge_range(top, left, last[0] - 1, last[1] - 1, "", form))
        must(self.sheet.write_string(top, left, cell_text(clean_text(text)), form))

    def widths(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns from A on, in characters."""
        for column, width in enumerate(widths):
            must(self.sheet.set_column(column, column, width))

    def height(self, row: int, points: float) -> None:
        """Set the height of one row."""
        must(self.sheet.set_row(row - 1, points))

    def grow(self, row: int, lines: int, limit: float = MAX_HEIGHT) -> None:
        """Make a row high enough for so many lines; one line needs nothing.

        Excel does so by itself when it opens a file, LibreOffice does not.
        """
        if lines > 1:
            self.height(row, min(lines_height(lines, FONT_SIZE), limit))

    def validate(self, first: At, last: At, options: Mapping[str, object]) -> None:
        """Lay one validation over a whole range.

        Raises:
            ExcelLimitError: Excel takes no formula as long as this; the library takes it.
        """
        if any(isinstance(one, str) and len(one) > _MAX_LIMIT for one in options.values()):
            raise ExcelLimitError(f"batas isian lebih dari {_MAX_LIMIT - 1} huruf")
        must(
            self.sheet.data_validation(
                first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, dict(options)
            )
        )

    def shade(self, first: At, last: At, options: Mapping[str, object]) -> None:
        """Lay one conditional format over a range."""
        must(
            self.sheet.conditional_format(
                first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, dict(options)
            )
        )

    def freeze(self, at: At) -> None:
        """Keep the rows above and the columns left of this cell in sight."""
        self.sheet.freeze_panes(at[0] - 1, at[1] - 1)

    def paper(
        self, kertas: Kertas, footer: str, *, landscape: bool = True, across: int = 1
    ) -> None:
        """Fit the sheet to so many pages across, with a label and the page number below."""
        if landscape:
            self.sheet.set_landscape()
        self.sheet.set_paper(PAPER[kertas])
        self.sheet.fit_to_pages(across, 0)
        if across > 1:
            self.sheet.print_across()
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        label = clean_text(footer)[:_MAX_FOOTER].replace("&", "&&")
        # The blank keeps a label that begins with a digit out of the font size before it.
        self.sheet.set_footer(f"&L&8 {label}&R&8 Halaman &P dari &N")


def _early_text(value: date | datetime) -> str:
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def format_value(value: InputValue) -> str:
    """Show a raw value as people see it, for lists and comments."""
    if isinstance(value, datetime):
        return (
            f"{_early_text(value)} {value:%H:%M}" if value.time() != time() else _early_text(value)
        )
    if isinstance(value, date):
        return _early_text(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return f"{value / timedelta(hours=1):g} jam".replace(".", ",")
    return "" if value is None else str(value)
