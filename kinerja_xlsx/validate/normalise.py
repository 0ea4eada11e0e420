"""One reader for each column: tidies, recognises blanks, and remembers what it has read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec, Kind
from kinerja_xlsx.validate.normalise_date import DateReader
from kinerja_xlsx.validate.normalise_kode import IndikatorReader, PeriodReader
from kinerja_xlsx.validate.normalise_list import list_reader
from kinerja_xlsx.validate.normalise_nip import NameReader, NipReader, OfficialReader
from kinerja_xlsx.validate.normalise_number import IntegerReader, NumberReader
from kinerja_xlsx.validate.normalise_text import TextReader, Tidied, is_blank_marker, tidy
from kinerja_xlsx.validate.normalise_time import TimeReader
from kinerja_xlsx.validate.reading import KindReader, Note, Reading, faulty, note
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.suggest import NipList

AGGREGATED: Final = frozenset({IssueCode.SEL_28, IssueCode.SEL_29, IssueCode.SEL_34})
"""Notices given once for a column, with the number of cells."""
# For these the notice of the kind itself shows before and after, so that edge spaces need none.
_SHOW_THEIR_CHANGE: Final = frozenset(
    {Kind.NIP, Kind.NIP_ATAU_KODE, Kind.ANGKA, Kind.BULAT, Kind.TANGGAL}
)
# True equals 1 to a dictionary, so that neither may stand for the other.
_EQUAL_TO_LOGICAL: Final = frozenset({0, 1})
_NAME_FIELD: Final = "nama"
_DROP_SEPARATORS: Final = frozenset({Kind.NIP, Kind.NIP_ATAU_KODE})


@dataclass(frozen=True, slots=True)
class Scope:
    """What reading a cell may need besides the cell.

    Attributes:
        period: The period of the file; None in settings.
        known: People whose NIP may be proposed.
    """

    period: Period | None = None
    known: NipList = field(default_factory=lambda: NipList({}))


class Outcome(NamedTuple):
    """A reading, with the cell as it enters the fingerprint of the data.

    Attributes:
        reading: What became of the cell.
        fingerprint: Field and value as they count for the data hash; empty for a blank cell.
    """

    reading: Reading
    fingerprint: str


class CellReader:
    """Reads the cells of one column, each distinct value once."""

    def __init__(self, spec: ColumnSpec, scope: Scope) -> None:
        self.spec = spec
        self._memo: dict[object, Outcome] = {}
        self._kind = _kind_reader(spec, scope)
        self._mark = f"{spec.field}="
        self.recall: Callable[[CellValue], Outcome | None] = self._memo.get
        """Give what was read before for a value, or None."""

    def read(self, value: CellValue) -> Outcome:
        """Read one cell that is no error and no percentage."""
        key = (type(value), value) if value in _EQUAL_TO_LOGICAL else value
        outcome = self._memo.get(key)
        if outcome is None:
            outcome = self._memo[key] = self._read_new(value)
        return outcome

    def read_percent(self, value: CellValue) -> Outcome:
        """Read a number that its cell shows as a percentage."""
        kind = self._kind
        if isinstance(value, bool) or not isinstance(kind, NumberReader | IntegerReader):
            return self.read(value)
        if not isinstance(value, int | float) or not math.isfinite(value):
            return self.read(value)
        return Outcome(kind.read_percent_cell(value), self._fingerprint(value))

    def settle_percent(self, reading: Reading, percent: Decimal) -> Reading:
        """Take a percentage as the number meant, where its row measures in percent."""
        return NumberReader(self.spec).settle_percent(reading, percent)

    def _read_new(self, value: CellValue) -> Outcome:
        if isinstance(value, str):
            return self._read_text(value)
        if isinstance(value, bool):
            reading = faulty(
                IssueCode.SEL_32,
                show(value),
                jenis=self.spec.kind.value,
                contoh=self.spec.column.example,
            )
            return Outcome(reading, self._fingerprint(value))
        if value is None:
            return Outcome(Reading(None), "")
        return Outcome(self._kind.read_other(value), self._fingerprint(value))

    def _read_text(self, raw: str) -> Outcome:
        tidied = tidy(raw)
        text = tidied.text
        if not text:
            return Outcome(self._blank(raw), "")
        fingerprint = f"{self._mark}s{text}"
        if is_blank_marker(text, self.spec.kind):
            return Outcome(self._blank(raw), fingerprint)
        reading = self._kind.read_text(text, raw)
        edges = self._edges(tidied)
        if edges:
            reading = reading._replace(notes=(*edges, *reading.notes))
        return Outcome(reading, fingerprint)

    def _blank(self, raw: str) -> Reading:
        """Take the cell as blank; a required one is then said to be missing, nothing more."""
        if self.spec.required or not raw:
            return Reading(None)
        return Reading(None, (note(IssueCode.SEL_31, show(raw)),))

    def _edges(self, tidied: Tidied) -> tuple[Note, ...]:
        if self.spec.kind in _DROP_SEPARATORS:
            return ()
        edges = tidied.had_edges and self.spec.kind not in _SHOW_THEIR_CHANGE
        spaces = (note(IssueCode.SEL_28),) if edges else ()
        return (*spaces, note(IssueCode.SEL_29)) if tidied.had_invisible else spaces

    def _fingerprint(self, value: CellValue) -> str:
        return self._mark + fingerprint_of(value)


def fingerprint_of(value: CellValue) -> str:
    """Write a number, date or time for the fingerprint, the same after any program saved it again.

    Numbers keep 15 significant digits, since some programs store no more; a date at midnight is
    the date; a number and the same number typed as text stay two things.
    """
    if isinstance(value, float):
        return f"n{value:.15g}"
    if isinstance(value, bool):
        return f"b{value:d}"
    if isinstance(value, int):
        return f"n{value:.15g}"
    if isinstance(value, datetime) and value.time() == time():
        return f"t{value.date()}"
    return f"t{value}"


def _kind_reader(spec: ColumnSpec, scope: Scope) -> KindReader:
    match spec.kind:
        case Kind.ANGKA:
            return NumberReader(spec)
        case Kind.BULAT:
            return IntegerReader(spec)
        case Kind.TANGGAL | Kind.JAM:
            return _moment_reader(spec, scope)
        case Kind.DAFTAR | Kind.DAFTAR_BANYAK:
            return list_reader(spec)
        case _:
            return _code_reader(spec, scope)


def _moment_reader(spec: ColumnSpec, scope: Scope) -> KindReader:
    return TimeReader(spec) if spec.kind is Kind.JAM else DateReader(spec, scope.period)


def _code_reader(spec: ColumnSpec, scope: Scope) -> KindReader:
    match spec.kind:
        case Kind.NIP:
            return NipReader(scope.known)
        case Kind.NIP_ATAU_KODE:
            return OfficialReader(scope.known)
        case Kind.NOMOR_INDIKATOR:
            return IndikatorReader(spec)
        case Kind.PERIODE:
            return PeriodReader(spec)
        case _:
            texts = TextReader(is_data=scope.period is not None)
            return NameReader(texts) if spec.field == _NAME_FIELD else texts
