"""What a file holds before anything is judged: raw cells that keep their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kinerja_xlsx.model.issue import Issue

CellValue = str | float | int | bool | date | datetime | time | timedelta | None
"""A cell as the reader gives it; None is an empty cell. Numbers are float or int."""


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What the value alone hides; kept only for cells where something is odd.

    Attributes:
        error: Error text such as `#N/A`; the value is then None.
        formula: The cell holds a formula; the value is its cached result.
        uncached: The formula was never calculated; the value is then None.
        percent: The number format shows a percentage.
        merged: The range such as `B4:B7` of a merge that covers this cell.
    """

    error: str | None = None
    formula: bool = False
    uncached: bool = False
    percent: bool = False
    merged: str | None = None


@dataclass(frozen=True, slots=True)
class RawColumn:
    """One column of a sheet.

    Attributes:
        field: Field name of the row class, or None for a column that is not read.
        heading: Heading as the file has it.
        column: Column number from 1.
    """

    field: str | None
    heading: str
    column: int


class RawRow(NamedTuple):
    """One row below the heading with something in a read column; there are many.

    Attributes:
        number: Row number as the spreadsheet program shows it, from 1.
        values: Values of the read columns, in the order of `RawSheet.columns`.
        extra: Values of the columns that are not read, in the order of `RawSheet.extra`.
        facts: Index into `values` to facts, only where something is odd.
        hidden: The row is hidden or filtered away.
    """

    number: int
    values: tuple[CellValue, ...]
    extra: tuple[CellValue, ...] = ()
    facts: Mapping[int, CellFacts] | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One data sheet whose headings were found.

    Attributes:
        name: Sheet name as the file has it.
        key: Sheet name as the specification has it.
        header_row: Row number of the headings.
        columns: The read columns, in file order.
        extra: Columns not read, in file order; column `Cek` is not among them.
        rows: Rows with something in a read column, in file order.
        blank_rows: Numbers of empty rows between the first and the last row.
        loose: (row, column, value) of cells above the headings or outside the table.
    """

    name: str
    key: str
    header_row: int
    columns: tuple[RawColumn, ...]
    extra: tuple[RawColumn, ...]
    rows: tuple[RawRow, ...]
    blank_rows: tuple[int, ...] = ()
    loose: tuple[tuple[int, int, CellValue], ...] = ()


@dataclass(frozen=True, slots=True)
class RawLabel:
    """One label and its value on a form sheet such as `Identitas`.

    Attributes:
        field: Field name of the form class.
        sheet: Sheet name as the file has it.
        row: Row number from 1.
        column: Column number of the value from 1.
        value: The value.
        facts: Facts of the value where something is odd.
    """

    field: str
    sheet: str
    row: int
    column: int
    value: CellValue
    facts: CellFacts | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A value on a form sheet that stands beside no label of the form.

    Attributes:
        sheet: Sheet name as the file has it.
        row: Row number from 1.
        label: What stands before it.
        value: The value.
    """

    sheet: str
    row: int
    label: str
    value: CellValue


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal that a person accepted; only a claim until the proposal is found again.

    Attributes:
        sheet: Sheet name as the correction workbook has it.
        cell: Address such as `B12`.
        found: The value that the proposal is to replace.
        proposal: The value that the person saw proposed.
    """

    sheet: str
    cell: str
    found: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One workbook, read but not judged.

    Attributes:
        file: Path below `input/`, with `/`.
        sha256: Hash of the bytes that were parsed.
        size: Number of bytes.
        meta: Keys and values of the hidden `_meta` sheet; None when it has none.
        labels: Values of the form sheet (`Identitas` or `Instansi`), in sheet order.
        sheets: Data sheets whose headings were found.
        issues: What reading found (families BRK and LBR).
        choices: Proposals of an earlier round that were accepted in its list.
        unplaced: Values of the form sheet beside labels that the form does not have.
        migrated: Cells of an older version whose value is called otherwise today.
    """

    file: str
    sha256: str
    size: int
    meta: Mapping[str, str] | None
    labels: tuple[RawLabel, ...]
    sheets: tuple[RawSheet, ...]
    issues: tuple[Issue, ...]
    choices: tuple[Choice, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    migrated: int = 0
