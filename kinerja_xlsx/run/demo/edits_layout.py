"""The ways in which headings, columns and sheets go wrong in an office."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.run.demo.draft import HEADER_ROW, Draft, column_count, column_number
from kinerja_xlsx.run.demo.edits import Edit
from kinerja_xlsx.run.demo.package_xml import BookXml


@dataclass(frozen=True, slots=True)
class Heading(Edit):
    """Change the heading of a column."""

    sheet: str
    field: str
    text: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Change it; a table would not allow every heading."""
        del draft
        book.drop_table(self.sheet)
        book.put_text(self.sheet, (HEADER_ROW, column_number(self.sheet, self.field)), self.text)


@dataclass(frozen=True, slots=True)
class NoHeadings(Edit):
    """Delete what stands in the row of headings."""

    sheet: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Clear every heading."""
        del draft
        book.drop_table(self.sheet)
        for column in range(1, column_count(self.sheet) + 1):
            book.put_text(self.sheet, (HEADER_ROW, column), "")


@dataclass(frozen=True, slots=True)
class Swap(Edit):
    """Let two columns change places."""

    sheet: str
    field: str
    other: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Move headings and cells."""
        del draft
        book.drop_table(self.sheet)
        columns = [column_number(self.sheet, name) for name in (self.field, self.other)]
        book.swap_columns(self.sheet, *columns, from_row=HEADER_ROW)


@dataclass(frozen=True, slots=True)
class ExtraColumn(Edit):
    """Add a column of the office's own behind the last one."""

    sheet: str
    heading: str
    note: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Write the heading, and the note beside the first row."""
        del draft
        column = column_count(self.sheet) + 1
        book.put_text(self.sheet, (HEADER_ROW, column), self.heading)
        book.put_text(self.sheet, (HEADER_ROW + 1, column), self.note)


@dataclass(frozen=True, slots=True)
class Scribble(Edit):
    """Write a note far right of the table."""

    sheet: str
    text: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Write it."""
        del draft
        book.put_text(self.sheet, (HEADER_ROW + 3, column_count(self.sheet) + 4), self.text)


@dataclass(frozen=True, slots=True)
class ExtraSheet(Edit):
    """Add a sheet of the office's own."""

    name: str
    text: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Add it with a line of text."""
        del draft
        book.add_sheet(self.name)
        book.add_row(self.name, 1, "A", self.text)


@dataclass(frozen=True, slots=True)
class RenameSheet(Edit):
    """Rename a sheet."""

    sheet: str
    name: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Rename it."""
        del draft
        book.rename_sheet(self.sheet, self.name)


@dataclass(frozen=True, slots=True)
class Bloat(Edit):
    """Blow a sheet up with blanks beyond any honest size."""

    sheet: str
    size: int

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Add the blanks."""
        del draft
        book.add_padding(self.sheet, self.size)


@dataclass(frozen=True, slots=True)
class FarCell(Edit):
    """Leave a stray character in the last corner of the grid."""

    sheet: str

    def patch(self, draft: Draft, book: BookXml) -> None:
        """Put it there."""
        del draft
        book.add_row(self.sheet, 1_048_576, "XFD", ".")
