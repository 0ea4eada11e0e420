"""Heading cells and what they name, in one row or joined over several."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.read.text import is_blank, plain, shown
from kinerja_xlsx.spec.row import ColumnSpec, SheetRow, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinerja_xlsx.model.submission import CellValue
    from kinerja_xlsx.spec.katalog import AliasRow

_MAX_LEVELS: Final = 4
"""Headings of so many rows were seen, the upper ones naming groups of columns."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the headings of a row class are called, reduced to what counts."""

    own: Mapping[str, ColumnSpec]
    other: Mapping[str, ColumnSpec]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading cell and what it means.

    Attributes:
        column: Column number from 1.
        text: As written.
        spec: The column it names, if any.
        is_own: It names the column by its own heading, not by an alias.
    """

    column: int
    text: str
    spec: ColumnSpec | None
    is_own: bool


@cache
def names_of(model: type[SheetRow]) -> Names:
    """List what the columns of a row class are called."""
    specs = columns_of(model)
    own = {plain(spec.heading): spec for spec in specs}
    other = {plain(alias): spec for spec in specs for alias in spec.column.aliases}
    return Names(MappingProxyType(own), MappingProxyType(other))


def with_aliases(names: Names, model: type[SheetRow], aliases: Sequence[AliasRow]) -> Names:
    """Add the office's own words; one for this sheet beats one for all sheets."""
    if not aliases:
        return names
    specs = {spec.heading: spec for spec in columns_of(model)}
    general = (row for row in aliases if row.lembar is None)
    special = (row for row in aliases if row.lembar and row.lembar.value == model.sheet)
    added = {
        plain(row.sebutan_lain): specs[row.kolom]
        for row in (*general, *special)
        if row.kolom in specs
    }
    return Names(names.own, MappingProxyType({**names.other, **added}))


def read_row(row: Sequence[CellValue], names: Names) -> list[Heading]:
    """Read the filled cells of a row as headings."""
    return [
        _read_heading(column, shown(value), names)
        for column, value in enumerate(row, 1)
        if not is_blank(value)
    ]


def _read_heading(column: int, text: str, names: Names) -> Heading:
    key = plain(text)
    spec = names.own.get(key)
    return Heading(column, text, spec or names.other.get(key), is_own=spec is not None)


def fields_of(headings: Iterable[Heading]) -> frozenset[str]:
    """List the fields that headings name."""
    return frozenset(heading.spec.field for heading in headings if heading.spec is not None)


def join_levels(
    candidates: Sequence[Sequence[Heading]], index: int, names: Names
) -> tuple[Sequence[Heading], int]:
    """Join headings of several rows, where more columns are named so than by one row alone.

    Returns:
        The headings, and the index of their last row.
    """
    chosen, last = candidates[index], index
    for top in range(index, max(-1, index - _MAX_LEVELS), -1):
        joined = candidates[top]
        for bottom in range(top + 1, min(top + _MAX_LEVELS, len(candidates))):
            below = _below(joined, candidates[bottom], names)
            if below is None:
                break
            joined = below
            if bottom >= index and len(fields_of(joined)) > len(fields_of(chosen)):
                chosen, last = joined, bottom
    return chosen, last


def _below(
    upper: Sequence[Heading], lower: Sequence[Heading], names: Names
) -> Sequence[Heading] | None:
    """Join two rows of headings; None where the lower one stands below columns already named."""
    named = {heading.column for heading in upper if heading.spec is not None}
    if not lower or any(heading.column in named for heading in lower):
        return None
    groups = {heading.column: heading for heading in upper if heading.spec is None}
    known = fields_of(upper)
    joined = [heading for heading in upper if heading.spec is not None]
    for part in lower:
        above = [column for column in groups if column <= part.column]
        text = f"{groups[max(above)].text} {part.text}" if above else part.text
        whole = _read_heading(part.column, text, names)
        is_free = part.spec is not None and part.spec.field not in known
        joined.append(whole if whole.spec is not None or not is_free else part)
    parts = {part.column for part in lower}
    first, end = min(parts), max(parts)
    # A group without a part of its own, to the left or right of all parts, is a heading itself.
    joined += [group for column, group in groups.items() if not first <= column <= end]
    return sorted(joined, key=attrgetter("column"))
