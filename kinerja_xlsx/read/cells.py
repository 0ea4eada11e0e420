"""The cells of the wanted sheets: values from one reading, confirmed by the facts of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.read.compare import agrees, find_disagreement
from kinerja_xlsx.read.facts import SheetFacts, check_extent, find_merges, scan_rows, sheet_data
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
    """A sheet before its values are read; `cells` where only the exact reading could do it."""

    name: str
    part: str
    xml: bytes
    facts: SheetFacts
    cells: Mapping[tuple[int, int], ExactCell] | None


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
    scanned = [_scan(package, name, part, percent=percent) for name, part in wanted]
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


def _scan(package: Package, name: str, part: str, *, percent: frozenset[int]) -> _Scanned:
    xml = package.xml(part)
    data = sheet_data(xml)
    facts = None if data is None else scan_rows(data, percent)
    if data is None or facts is None:
        cells, hidden = walk_sheet(xml)
        facts = exact_facts(cells, hidden, percent=percent)
        scanned = _Scanned(name, part, trim_numbers(xml), facts, cells)
    else:
        scanned = _Scanned(name, part, wrap_rows(data), facts, None)
    check_extent(facts, name)
    return replace(scanned, facts=replace(facts, merges=find_merges(xml)))


def _confirm(
    package: Package, sheet: _Scanned, rows: Rows, *, strings: bytes, percent: frozenset[int]
) -> SheetFacts:
    """Compare what was read with what stands there, exactly where the quick pass has a doubt."""
    cells, facts = sheet.cells, sheet.facts
    if cells is None:
        if agrees(facts, rows):
            return facts
        cells, hidden = walk_sheet(package.xml(sheet.part))
        facts = replace(exact_facts(cells, hidden, percent=percent), merges=facts.merges)
    place = find_disagreement(cells, walk_texts(strings) if strings else (), rows)
    if place is not None:
        cell = f"{column_letters(place[1])}{place[0]}"
        raise unusual(f"sel {cell} di lembar «{sheet.name}» terbaca berbeda oleh dua cara baca")
    return facts
