"""Control totals: how many people stand in a sheet of a finished workbook, read as others will."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, load_workbook

from kinerja_xlsx.model.nip import is_nip_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING: Final = "NIP"


def count_people(data: bytes, sheet: str) -> int | None:
    """Count the NIP below the heading of that name.

    Args:
        data: A finished workbook of ours.
        sheet: Name of the sheet.

    Returns:
        None when the workbook cannot be opened, or has no such sheet or heading.
    """
    try:
        with load_workbook(BytesIO(data)) as workbook:
            rows = workbook.get_sheet_by_name(sheet).to_python()
    except CalamineError:
        return None
    for number, row in enumerate(rows):
        if _HEADING in row:
            column = row.index(_HEADING)
            return count_nip(below[column] for below in rows[number + 1 :])
    return None


def count_nip(values: Iterable[object]) -> int:
    """Count the values that are written as a NIP is."""
    return sum(isinstance(value, str) and is_nip_text(value) for value in values)
