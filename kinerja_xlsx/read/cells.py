"""The cells of the wanted sheets: values from one reading, confirmed by the facts of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.read.compare import agrees, find_disagreement
from kinerja_xlsx.read.extent import check_extent, reaches_too_far
from kinerja_xlsx.read.facts import (
    SheetFacts,
    find_merges,
    find_protection,
    scan_rows,
    sheet_data,
)
from kinerja_xlsx.read.jauh import drop_far_blanks
from kinerja_xlsx.read.kolom_sembunyi import find_hidden_columns
from kinerja_xlsx.read.refuse import unusual
from kinerja_xlsx.read.values import ValueParts, read_values, trim_numbers, wrap_rows
from kinerja_xlsx.read.walk import exact_facts, walk_sheet, walk_texts
from kinerja_xlsx.read.workbook import percent_styles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinerja_xlsx.read.package import Package
    from kinerja_xlsx.read.values import Rows
    from kinerja_xlsx.read.walk import ExactCell
    from kinerja_xlsx.read.workbook import WorkbookParts


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet, read twice.

    Attributes:
        values: From row 1 and column 1; None is an empty cell.
        facts: What the values hide.
    """

    values: Rows
    facts: SheetFacts


@dataclass(frozen=True, slots=True)
class _Scanned:
    """A sheet before its values are read.

    Attributes:
        name: Name on the tab.
        part: Name of its part.
        xml: What the reader of values gets.
        facts: What the values hide.
        cells: The exact reading, where only that could tell the facts.
        trimmed: All of its XML, where blanks far from the table were taken out.
    """

    name: str
    part: str
    xml: bytes
    facts: SheetFacts
    cells: Mapping[tuple[int, int], ExactCell] | None
    trimmed: bytes | None = None


def read_cells(
    package: Package, workbook: WorkbookParts, wanted: Sequence[tuple[str, str]]
) -> list[SheetCells]:
    """Read the wanted sheets.

    Args:
        package: The package.
        workbook: Its small parts.
        wanted: (sheet name, part name) of each sheet.

    Raises:
        UnreadableFileError: A part is damaged (BRK-04), content lies far outside any table
            (BRK-08), or the two readings disagree (BRK-19).
    """
    percent = percent_styles(package, workbook.styles)
    scanned = [_scan_near(package, workbook, tab=tab, percent=percent) for tab in wanted]
    strings, styles = (
        b"" if part is None else package.xml(part)
        for part in (workbook.shared_strings, workbook.styles)
    )
    package.check_rest()
    values = read_values(
        ValueParts([sheet.xml for sheet in scanned], strings, styles, workbook.is_date_1904)
    )
    confirmed = [
        _confirm(package, sheet, rows, strings=strings, percent=percent)
        for sheet, rows in zip(scanned, values, strict=True)
    ]
    return [
        SheetCells(_with_room(rows, facts), facts)
        for rows, facts in zip(values, confirmed, strict=True)
    ]


def _with_room(rows: Rows, facts: SheetFacts) -> Rows:
    """Extend the values over rows and columns that hold nothing but errors and bare formulas."""
    width = max(len(rows[0]) if rows else 0, facts.last_column)
    if len(rows) >= facts.last_row and (not rows or len(rows[0]) == width):
        return rows
    missing = [[None] * width] * (facts.last_row - len(rows))
    return [*([*row, *[None] * (width - len(row))] for row in rows), *missing]


def _scan_near(
    package: Package, workbook: WorkbookParts, *, tab: tuple[str, str], percent: frozenset[int]
) -> _Scanned:
    """Scan a sheet whose content lies within the limits, blank texts aside."""
    xml = package.xml(tab[1])
    scanned = _scan(xml, tab, percent)
    if reaches_too_far(scanned.facts):
        strings = workbook.shared_strings
        texts = () if strings is None else walk_texts(package.xml(strings))
        near = drop_far_blanks(xml, texts)
        scanned = replace(_scan(near, tab, percent), trimmed=near)
        check_extent(scanned.facts, tab[0])
    return scanned


def _scan(xml: bytes, tab: tuple[str, str], percent: frozenset[int]) -> _Scanned:
    data = sheet_data(xml)
    facts = None if data is None else scan_rows(data.rows, percent)
    if data is None or facts is None:
        walked = walk_sheet(xml)
        cells, facts = walked.cells, exact_facts(walked, percent)
        values, around = trim_numbers(xml), xml
    else:
        cells, values, around = None, wrap_rows(data.rows), data.around
    facts = replace(
        facts,
        merges=find_merges(around),
        is_protected=find_protection(around),
        hidden_columns=find_hidden_columns(around.partition(b"sheetData")[0]),
    )
    return _Scanned(*tab, values, facts, cells)


def _confirm(
    package: Package, sheet: _Scanned, rows: Rows, *, strings: bytes, percent: frozenset[int]
) -> SheetFacts:
    """Compare what was read with what stands there, exactly where the quick pass has a doubt."""
    cells, facts = sheet.cells, sheet.facts
    if cells is None:
        if agrees(facts, rows):
            return facts
        walked = walk_sheet(sheet.trimmed or package.xml(sheet.part))
        cells, exact = walked.cells, exact_facts(walked, percent)
        facts = replace(facts, rows=exact.rows, hidden=exact.hidden)
    place = find_disagreement(cells, walk_texts(strings) if strings else (), rows)
    if place is not None:
        cell = f"{column_letters(place[1])}{place[0]}"
        raise unusual(f"sel {cell} di lembar «{sheet.name}» terbaca berbeda oleh dua cara baca")
    return facts
