"""Heading cells to fields: which row holds the headings, and which column means which field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, column_letters
from kinerja_xlsx.model.submission import RawColumn
from kinerja_xlsx.read.header_words import (
    Heading,
    Names,
    fields_of,
    join_levels,
    names_of,
    read_row,
    with_aliases,
)
from kinerja_xlsx.read.text import is_blank, near_misses, plain
from kinerja_xlsx.spec.book import CEK, HEADER_SEARCH_ROWS
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.row import ColumnSpec, SheetRow, columns_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kinerja_xlsx.read.values import Rows
    from kinerja_xlsx.spec.katalog import AliasRow

_MIN_MATCHES: Final = 2
"""A row that names fewer columns is a title or a note."""
_CEK: Final = plain(CEK)


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of one sheet.

    Attributes:
        row: Row number of the headings.
        columns: The read columns, in file order.
        extra: Columns with a heading that are not read, in file order.
        status: Number of the column `Cek`; None when the sheet has none.
        issues: What is wrong or worth telling about the headings.
    """

    row: int
    columns: tuple[RawColumn, ...]
    extra: tuple[RawColumn, ...]
    status: int | None
    issues: tuple[Issue, ...]


_Missing = tuple[ColumnSpec, list[Heading]]
"""A column that no heading names, and the unknown headings that may be it."""


def resolve_header(
    rows: Rows, model: type[SheetRow], place: Place, aliases: Sequence[AliasRow] = ()
) -> Header | None:
    """Find the headings of a sheet and match them to fields.

    Args:
        rows: All values of the sheet.
        model: Its row class.
        place: The sheet.
        aliases: Further words for its columns, and for those of other sheets.

    Returns:
        None when no row within reach names at least two columns.
    """
    names = with_aliases(names_of(model), model, aliases)
    candidates = list(_candidates(rows, names, len(columns_of(model))))
    counts = [len(fields_of(headings)) for headings in candidates]
    best = max(counts, default=0)
    if best < _MIN_MATCHES:
        return None
    headings, last = join_levels(candidates, counts.index(best), names)
    return _resolve(headings, rows[last + 1 :], model=model, place=place, row=last + 1)


def _candidates(rows: Rows, names: Names, most: int) -> Iterator[Sequence[Heading]]:
    """Read the rows that may hold the headings; below one that names all columns is no better."""
    for row in rows[:HEADER_SEARCH_ROWS]:
        headings = read_row(row, names)
        yield headings
        if len(fields_of(headings)) == most:
            return


def _resolve(
    headings: Sequence[Heading], below: Rows, *, model: type[SheetRow], place: Place, row: int
) -> Header:
    place = replace(place, row=row)
    status = next((heading.column for heading in headings if plain(heading.text) == _CEK), None)
    named = [heading for heading in headings if heading.column != status]
    chosen: dict[int, Heading] = {}
    rivals: set[int] = set()
    doubles: list[Issue] = []
    for spec in columns_of(model):
        same = _claimants(spec, named)
        used = _used(same, below)
        chosen.update((heading.column, heading) for heading in (used or same)[:1])
        rivals.update(heading.column for heading in same)
        if len(used) > 1:
            doubles.append(_double_issue(spec, used, place))
    unread = [heading for heading in named if heading.column not in chosen]
    unknown = [heading for heading in unread if heading.column not in rivals]
    missing = _find_missing([heading.spec for heading in named], unknown, model)
    explained = {near.column for _, similar in missing for near in similar}
    read = [chosen[column] for column in sorted(chosen)]
    return Header(
        row=row,
        columns=tuple(_raw_column(heading) for heading in read),
        extra=tuple(RawColumn(None, heading.text, heading.column) for heading in unread),
        status=status,
        issues=(
            *doubles,
            *_variant_issues(read, place),
            *_order_issues(read, model, place),
            *_unknown_issues((one for one in unknown if one.column not in explained), place),
            *_missing_issues(missing, below, model=model, place=place),
        ),
    )


def _claimants(spec: ColumnSpec, headings: Iterable[Heading]) -> list[Heading]:
    """List the columns that name a field; its own heading beats an alias."""
    claims = [heading for heading in headings if heading.spec is spec]
    return [heading for heading in claims if heading.is_own] or claims


def _used(claims: list[Heading], below: Rows) -> list[Heading]:
    """Keep the columns with values, where more than one claims the field."""
    if len(claims) <= 1:
        return claims
    return [claim for claim in claims if not all(is_blank(row[claim.column - 1]) for row in below)]


def _raw_column(heading: Heading) -> RawColumn:
    field = None if heading.spec is None else heading.spec.field
    return RawColumn(field, heading.text, heading.column)


def _double_issue(spec: ColumnSpec, used: Sequence[Heading], place: Place) -> Issue:
    first, second = used[0].column, used[1].column
    return make_issue(
        IssueCode.LBR_08,
        replace(place, column=second, heading=spec.heading),
        huruf_a=column_letters(first),
        huruf_b=column_letters(second),
    )


def _variant_issues(read: Iterable[Heading], place: Place) -> Iterator[Issue]:
    for heading in read:
        if heading.spec is not None and heading.text != heading.spec.heading:
            cell = replace(place, column=heading.column, heading=heading.spec.heading)
            yield make_issue(IssueCode.LBR_10, cell, value=heading.text)


def _order_issues(read: Iterable[Heading], model: type[SheetRow], place: Place) -> Iterator[Issue]:
    found = [heading.spec for heading in read]
    if found != [spec for spec in columns_of(model) if spec in found]:
        yield make_issue(IssueCode.LBR_11, place)


def _unknown_issues(unknown: Iterable[Heading], place: Place) -> Iterator[Issue]:
    for heading in unknown:
        cell = replace(place, column=heading.column)
        yield make_issue(IssueCode.LBR_09, cell, value=heading.text)


def _find_missing(
    found: Collection[ColumnSpec | None], unknown: Sequence[Heading], model: type[SheetRow]
) -> list[_Missing]:
    """Pair each column that is not there with the unknown headings that may be it."""
    by_text = {heading.text: heading for heading in unknown}
    return [
        (spec, [by_text[text] for text in near_misses(spec.heading, by_text)])
        for spec in columns_of(model)
        if spec not in found
    ]


def _missing_issues(
    missing: Iterable[_Missing], below: Rows, *, model: type[SheetRow], place: Place
) -> Iterator[Issue]:
    for spec, similar in missing:
        cell = replace(place, heading=spec.heading)
        named = ", ".join(f"«{one.text}» ({column_letters(one.column)})" for one in similar)
        saran = f"Kolom yang mirip: {named}." if named else ""
        must = spec.required or (_matters(spec, model) and _any_filled(similar, below))
        yield make_issue(IssueCode.LBR_06 if must else IssueCode.LBR_07, cell, saran=saran)


def _matters(spec: ColumnSpec, model: type[SheetRow]) -> bool:
    """Tell whether reading the column as blank would make a fault, or a loss, of every row."""
    return spec.column.is_entry or any(item.field == spec.field for item in model.conditions)


def _any_filled(headings: Iterable[Heading], below: Rows) -> bool:
    return any(not is_blank(row[one.column - 1]) for one in headings for row in below)
