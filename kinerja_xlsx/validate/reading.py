"""What becomes of one cell: a canonical value, or notes that say why there is none."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, Protocol

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.codes import CATALOGUE

Canonical = str | int | Decimal | date | time | Enum | tuple[Enum, ...] | None


class Note(NamedTuple):
    """A finding about a cell, before it has a place.

    Attributes:
        code: What kind it is.
        severity: How much it matters here.
        value: The value found, as text.
        context: Further (name, text) pairs, sorted by name.
        proposal: What may have been meant.
    """

    code: IssueCode
    severity: Severity
    value: str | None
    context: tuple[tuple[str, str], ...]
    proposal: str | None = None


class Reading(NamedTuple):
    """One cell after normalising.

    Attributes:
        value: The canonical value; None when the cell counts as blank or is faulty.
        notes: What was changed or is wrong.
        percent: The number as written before a percent sign, to be settled with the unit
            of measure of its row.
    """

    value: Canonical
    notes: tuple[Note, ...] = ()
    percent: Decimal | None = None

    @property
    def is_faulty(self) -> bool:
        """Tell whether the cell has an error, so that no other rule looks at it."""
        return any(note.severity is Severity.GALAT for note in self.notes)


class KindReader(Protocol):
    """How the cells of one column are read; text is tidied and neither blank nor a marker."""

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a text; `raw` is the text before tidying, for messages."""
        ...

    def read_other(self, value: CellValue) -> Reading:
        """Read a number, date or time."""
        ...


def note(
    code: IssueCode,
    value: str | None = None,
    *,
    severity: Severity | None = None,
    **context: str,
) -> Note:
    """Make a note with the usual severity of its code, unless another is given."""
    return Note(
        code,
        severity or CATALOGUE[code].severity,
        value,
        tuple(sorted(context.items())),
    )


def faulty(code: IssueCode, value: str | None = None, **context: str) -> Reading:
    """Make the reading of a cell that has no usable value."""
    return Reading(None, (note(code, value, severity=Severity.GALAT, **context),))


def proposed(reading: Reading, proposal: str | None) -> Reading:
    """Add to a faulty reading what may have been meant."""
    return reading._replace(
        notes=tuple(found._replace(proposal=proposal) for found in reading.notes)
    )
