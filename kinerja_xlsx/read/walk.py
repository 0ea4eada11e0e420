"""The exact second reading of a sheet, cell by cell, for XML that the quick pass cannot vouch for.

It knows nothing of how the first reader of values works, so that agreement means something.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple
from xml.parsers import expat

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.submission import CellFacts
from kinerja_xlsx.read.facts import SheetFacts
from kinerja_xlsx.read.refuse import damaged, too_big, unusual
from kinerja_xlsx.read.shape import (
    ERROR,
    INLINE,
    NUMBER,
    PLAIN_FACTS,
    RowShape,
    column_number,
    error_name,
    is_calculated_blank,
)

MAX_CELLS: Final = 600_000
"""The exact reading keeps every cell; a sheet of ours has a quarter of this at most."""

_MAX_DIGITS: Final = 10
_ADDRESS: Final = re.compile(r"([A-Za-z]{1,4})([1-9][0-9]{0,9})")
_TRUE: Final = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class ExactCell:
    """One cell as its XML says.

    Attributes:
        kind: Its type; `n` where it names none.
        text: Its value as written; of a shared text, its number.
        has_value: It has a value element, which may be empty.
        is_formula: It holds a formula.
        style: Number of its style.
    """

    kind: str
    text: str
    has_value: bool
    is_formula: bool
    style: int


def whole(text: str, otherwise: int) -> int:
    """Read a whole number of a few digits, or give the other one."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS
    return int(text) if is_number else otherwise


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


class _Walker:
    """Collects what the XML parser meets; names are compared without their prefix."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], ExactCell] = {}
        self.hidden: set[int] = set()
        self.texts: list[str] = []
        self.reach = (0, 0)
        self._row = 0
        self._column = 0
        self._attributes: Mapping[str, str] = {}
        self._text: list[str] = []
        self._is_open = self._is_phonetic = self._has_value = self._is_formula = False
        self._is_bare = True

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in an opening tag."""
        match _local(tag):
            case "row":
                self._start_row(attributes)
            case "c":
                self._attributes, self._text = attributes, []
                self._has_value = self._is_formula = False
                self._is_bare = True
                return
            case "si":
                self._text = []
            case "f":
                self._is_formula = True
            case "v":
                self._has_value = True
                self._is_open = self._attributes.get("t") != INLINE
            case "t":
                self._is_open = not self._is_phonetic
            case "rPh":
                self._is_phonetic = True
        self._is_bare = False

    def end(self, tag: str) -> None:
        """Take in a closing tag."""
        match _local(tag):
            case "v" | "t":
                self._is_open = False
            case "rPh":
                self._is_phonetic = False
            case "c":
                self._end_cell()
            case "si":
                self.texts.append("".join(self._text))

    def characters(self, text: str) -> None:
        """Take in text."""
        if self._is_open:
            self._text.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        self._row = self._row + 1 if written is None else whole(written, 0)
        if self._row < 1:
            # The reader of values wraps such a number around, to a row billions below.
            raise unusual("ada nomor baris yang tidak lazim")
        self._column = 0
        if attributes.get("hidden") in _TRUE:
            self.hidden.add(self._row)

    def _end_cell(self) -> None:
        row, column = self._place()
        self._column = column
        if not self._is_bare:
            self.reach = (max(self.reach[0], row), max(self.reach[1], column))
        text = "".join(self._text)
        is_error = self._has_value and self._attributes.get("t") == ERROR
        if not (text or self._is_formula or is_error):
            return
        if (row, column) in self.cells:
            raise unusual(f"sel {column_letters(column)}{row} ditulis dua kali")
        if len(self.cells) == MAX_CELLS:
            raise too_big(f"lebih dari {MAX_CELLS} sel", f"{MAX_CELLS} sel")
        self.cells[row, column] = ExactCell(
            kind=self._attributes.get("t", NUMBER),
            text=text,
            has_value=self._has_value,
            is_formula=self._is_formula,
            style=whole(self._attributes.get("s", ""), 0),
        )

    def _place(self) -> tuple[int, int]:
        written = self._attributes.get("r")
        if written is None:
            return self._row, self._column + 1
        address = _ADDRESS.fullmatch(written)
        if address is None:
            raise unusual("ada alamat sel yang tidak lazim")
        return int(address[2]), column_number(address[1].upper())


def _walk(xml: bytes) -> _Walker:
    walker = _Walker()
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.characters
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the parser takes it by position alone
    except expat.ExpatError as error:
        raise damaged("isi lembarnya terpotong") from error
    return walker


class Walked(NamedTuple):
    """What the exact reading found.

    Attributes:
        cells: All cells with content by (row, column), from 1.
        hidden: Numbers of hidden rows.
        reach: Row and column up to which any cell has as much as an empty text.
    """

    cells: Mapping[tuple[int, int], ExactCell]
    hidden: frozenset[int]
    reach: tuple[int, int]


def walk_sheet(xml: bytes) -> Walked:
    """Read a sheet cell by cell.

    Args:
        xml: The sheet as UTF-8, without a DOCTYPE.

    Raises:
        UnreadableFileError: The XML is cut off, or a cell stands nowhere or twice.
    """
    walker = _walk(xml)
    return Walked(MappingProxyType(walker.cells), frozenset(walker.hidden), walker.reach)


def walk_texts(xml: bytes) -> tuple[str, ...]:
    """Read the shared texts.

    Raises:
        UnreadableFileError: The XML is cut off.
    """
    return tuple(_walk(xml).texts)


def exact_facts(walked: Walked, percent: frozenset[int]) -> SheetFacts:
    """Turn exact cells into facts, without merges; blank texts count as filled here."""
    by_row: dict[int, dict[int, ExactCell]] = {}
    for (row, column), cell in walked.cells.items():
        by_row.setdefault(row, {})[column - 1] = cell
    shapes = {row: _shape(columns, percent) for row, columns in by_row.items()}
    hidden = walked.hidden & shapes.keys()
    return SheetFacts(MappingProxyType(shapes), hidden, reach=walked.reach)


def _shape(columns: Mapping[int, ExactCell], percent: frozenset[int]) -> RowShape:
    facts = {column: _facts_of(cell, percent) for column, cell in columns.items()}
    return RowShape(
        filled=tuple(
            sorted(column for column, cell in columns.items() if cell.text and cell.kind != ERROR)
        ),
        odd=MappingProxyType(
            {column: found for column, found in facts.items() if found != PLAIN_FACTS}
        ),
    )


def _facts_of(cell: ExactCell, percent: frozenset[int]) -> CellFacts:
    return CellFacts(
        error=error_name(cell.text) if cell.kind == ERROR else None,
        formula=cell.is_formula,
        uncached=cell.is_formula
        and not cell.text
        and not is_calculated_blank(cell.kind, has_value=cell.has_value),
        percent=cell.kind == NUMBER and bool(cell.text) and cell.style in percent,
    )
