"""Sheets of labels and values, and the hidden mark of the template."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.submission import CellValue, RawLabel, Unplaced
from kinerja_xlsx.read.shape import EMPTY
from kinerja_xlsx.read.text import is_blank, plain, shown
from kinerja_xlsx.spec.row import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kinerja_xlsx.read.cells import SheetCells
    from kinerja_xlsx.spec.row import SheetForm

LABEL_ROWS: Final = 60
"""Labels are looked for within this many rows."""
_VALUE_COLUMN: Final = 2
_VALUE_HEADING: Final = "nilai"
VERSION_KEY: Final = "versi"


def read_labels(
    cells: SheetCells, model: type[SheetForm], sheet_name: str
) -> tuple[RawLabel, ...]:
    """Read the values beside the labels of a form sheet, in sheet order.

    A label that stands twice counts where it stands first; unknown labels are ignored.

    Args:
        cells: The cells of the sheet.
        model: Its form class.
        sheet_name: The sheet's name as the file has it.
    """
    labels: dict[str, RawLabel] = {}
    fields = _fields(model)
    for number, (label, value) in enumerate(_pairs(cells), start=1):
        field = fields.get(plain(label)) if isinstance(label, str) else None
        if field is not None and field not in labels:
            facts = cells.facts.rows.get(number, EMPTY).odd.get(_VALUE_COLUMN - 1)
            labels[field] = RawLabel(field, sheet_name, number, _VALUE_COLUMN, value, facts)
    return tuple(labels.values())


def unread_labels(
    cells: SheetCells, model: type[SheetForm], sheet_name: str
) -> tuple[Unplaced, ...]:
    """List the values of a form sheet whose label it does not have; headings are none.

    Args:
        cells: The cells of the sheet.
        model: Its form class.
        sheet_name: The sheet's name as the file has it.
    """
    fields = _fields(model)
    return tuple(
        Unplaced(sheet_name, number, label.strip(), value)
        for number, (label, value) in enumerate(_pairs(cells), start=1)
        if isinstance(label, str)
        and not is_blank(label)
        and not is_blank(value)
        and plain(label) not in fields
        and plain(shown(value)) != _VALUE_HEADING
    )


@cache
def _fields(model: type[SheetForm]) -> Mapping[str, str]:
    specs = columns_of(model)
    aliases = {plain(alias): spec.field for spec in specs for alias in spec.column.aliases}
    return MappingProxyType({**aliases, **{plain(spec.heading): spec.field for spec in specs}})


def _pairs(cells: SheetCells) -> Iterator[tuple[CellValue, CellValue]]:
    for row in cells.values[:LABEL_ROWS]:
        padded = (*row[:_VALUE_COLUMN], None, None)
        yield padded[0], padded[1]


def read_meta(cells: SheetCells) -> Mapping[str, str]:
    """Read keys and values of the hidden sheet; all values as text.

    Args:
        cells: The cells of the sheet.
    """
    return {
        shown(key).strip(): _meta_text(shown(key).strip(), value)
        for key, value in _pairs(cells)
        if not is_blank(key)
    }


def _meta_text(key: str, value: CellValue) -> str:
    """Write a value as it was before a program took it for a number or a date."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if key == VERSION_KEY and isinstance(value, float):
        return str(value)
    return shown(value).strip()
