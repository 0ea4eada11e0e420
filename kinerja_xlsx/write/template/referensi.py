"""The hidden sheets of a workbook that comes back: `Referensi` (lists), `_meta` (identity)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.spec.book import META, META_KEYS, REFERENSI, BookSpec
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write.book import Book
from kinerja_xlsx.write.page import Page
from kinerja_xlsx.write.style import CELL_TEXT, HEADING

_FIRST_ROW: Final = 2
_LIST_WIDTH: Final = 26
_KEY_WIDTH: Final = 18
_VALUE_WIDTH: Final = 70


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where the choices of one list stand on `Referensi`.

    Attributes:
        heading: Heading of the first column that uses the list.
        column: Column number on `Referensi`.
        name: Defined name, the source of the drop-downs.
        cells: The same range as an address, for formulas.
        values: The choices as a cell shows them.
    """

    heading: str
    column: int
    name: str
    cells: str
    values: tuple[str, ...]


def list_sources(spec: BookSpec) -> Mapping[type[Enum], ListSource]:
    """Give each list of a workbook its column on `Referensi`, in order of first use."""
    sources: dict[type[Enum], ListSource] = {}
    for choices, heading in _lists(spec):
        if choices not in sources:
            sources[choices] = _source(choices, heading, len(sources) + 1)
    return sources


def _lists(spec: BookSpec) -> Iterator[tuple[type[Enum], str]]:
    for model in (spec.form, *spec.sheets):
        for column in columns_of(model):
            if column.choices is not None:
                yield column.choices, column.heading


def _source(choices: type[Enum], heading: str, column: int) -> ListSource:
    values = tuple(str(member.value) for member in choices)
    letters = column_letters(column)
    last = _FIRST_ROW + len(values) - 1
    return ListSource(
        heading=heading,
        column=column,
        name=f"Daftar_{choices.__name__}",
        cells=f"{REFERENSI}!${letters}${_FIRST_ROW}:${letters}${last}",
        values=values,
    )


def write_referensi(book: Book, sources: Mapping[type[Enum], ListSource]) -> None:
    """Write the hidden sheet of lists and name each list."""
    page = Page.add(book, REFERENSI)
    page.widths(_LIST_WIDTH for _ in sources)
    for source in sources.values():
        page.put((1, source.column), source.heading, HEADING)
        for row, value in enumerate(source.values, start=_FIRST_ROW):
            page.put((row, source.column), value, CELL_TEXT)
        book.define_name(source.name, source.cells)
    page.sheet.hide()


def write_meta(book: Book, spec: BookSpec, meta: Mapping[str, str]) -> None:
    """Write the hidden identity, key and value as text, in one fixed order."""
    known = {"templat": spec.template, "versi": spec.version, **meta}
    further = sorted(key for key in known if key not in META_KEYS)
    page = Page.add(book, META)
    page.widths((_KEY_WIDTH, _VALUE_WIDTH))
    for row, key in enumerate((*META_KEYS, *further), start=1):
        page.put((row, 1), key, CELL_TEXT)
        page.put((row, 2), known.get(key, ""), CELL_TEXT)
    page.sheet.hide()
