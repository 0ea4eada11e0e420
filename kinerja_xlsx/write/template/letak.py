"""Where the rows of a data sheet end in a template, its spare rows included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.spec.book import TITLE_ROWS
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.write.template.aturan import Cells

ROWS_EACH: Final = 5
"""A main sheet without prefilled rows gets so many rows for each person."""


def last_row_of(model: type[SheetRow], rows: Sequence[Cells], people: int) -> int:
    """Tell where the table of a data sheet ends, its spare rows included."""
    return TITLE_ROWS + 1 + len(rows) + _spare_rows(model, rows, people)


def _spare_rows(model: type[SheetRow], rows: Sequence[Cells], people: int) -> int:
    """Count the spare rows; a main sheet that arrives empty gets room for several each."""
    if rows or not model.is_required:
        return model.spare_rows
    return max(model.spare_rows, ROWS_EACH * (people or model.spare_rows))
