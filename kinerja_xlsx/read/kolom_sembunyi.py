"""Hidden columns: what they hold is read all the same, so somebody should know that it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, column_letters
from kinerja_xlsx.read.text import is_blank
from kinerja_xlsx.spec.codes import make_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinerja_xlsx.model.submission import RawColumn, RawSheet

_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_HIDDEN: Final = re.compile(rb"""\b(?:hidden=["'](?:1|true)|width=["']0(?:\.0*)?["'])""")
_BOUND: Final = re.compile(rb"""\b(min|max)=["']([0-9]{1,5})["']""")
_NAMED: Final = 5

HiddenColumns = tuple[range, ...]
"""Runs of column numbers from 1."""


def find_hidden_columns(xml: bytes) -> HiddenColumns:
    """List the hidden columns of a sheet, from what stands around its rows."""
    found: list[range] = []
    for tag in _COLUMN.findall(xml):
        bounds = {name: int(number) for name, number in _BOUND.findall(tag)}
        if _HIDDEN.search(tag) and len(bounds) > 1:
            found.append(range(bounds[b"min"], bounds[b"max"] + 1))
    return tuple(found)


def hidden_column_issues(sheet: RawSheet, hidden: HiddenColumns, place: Place) -> Iterator[Issue]:
    """Name once the hidden columns that are read and hold something."""
    filled = [
        column
        for index, column in enumerate(sheet.columns)
        if any(column.column in run for run in hidden)
        and any(not is_blank(row.values[index]) for row in sheet.rows)
    ]
    if filled:
        jumlah = str(len(filled))
        yield make_issue(IssueCode.LBR_17, place, jumlah=jumlah, kolom=_named(filled))


def _named(columns: Sequence[RawColumn]) -> str:
    shown = [f"{column_letters(one.column)} «{one.heading}»" for one in columns[:_NAMED]]
    more = f", dan {len(columns) - _NAMED} lainnya" if len(columns) > _NAMED else ""
    return f"{', '.join(shown)}{more}"
