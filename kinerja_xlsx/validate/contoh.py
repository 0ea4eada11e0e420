"""The example row of the guide, left among the data: recognised by its values, never by place."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.submission import RawRow, RawSheet
from kinerja_xlsx.spec.row import SheetRow, column_by_field
from kinerja_xlsx.validate.shown import show

_NAMING: Final = ("nip", "nama")


class ExampleRow:
    """Tells the example row of one sheet from rows of people.

    Only sheets that name people have one: a period or a unit may well be called like the example.
    """

    def __init__(self, sheet: RawSheet, model: type[SheetRow]) -> None:
        fields = {
            item.field: position
            for position, item in enumerate(sheet.columns)
            if item.field is not None
        }
        self._is_usable = all(name in fields for name in _NAMING)
        self._naming = [fields[name] for name in _NAMING if name in fields]
        self._examples = {
            position: column_by_field(model, name).column.example
            for name, position in fields.items()
        }

    def matches(self, raw: RawRow) -> bool:
        """Tell whether a row names the example person and holds nothing but examples."""
        if not self._is_usable:
            return False
        for position in self._naming:
            # Nearly every row is told apart by its first cell.
            if not self._is_example(raw, position):
                return False
        return all(
            value in {None, ""} or self._is_example(raw, position)
            for position, value in enumerate(raw.values)
        )

    def _is_example(self, raw: RawRow, position: int) -> bool:
        value = raw.values[position]
        text = value if isinstance(value, str) else show(value)
        return text.strip() == self._examples.get(position)
