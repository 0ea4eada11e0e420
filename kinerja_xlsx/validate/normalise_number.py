"""Numbers typed as text, by our own patterns: ASCII digits, one decimal mark, one reading."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.number import format_number, half_up
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec
from kinerja_xlsx.spec.types import DECIMALS
from kinerja_xlsx.validate.reading import Note, Reading, faulty, note
from kinerja_xlsx.validate.shown import show, show_number, to_decimal

MAX_DIGITS: Final = 40
"""A longer number is out of every range; refusing it early keeps arithmetic exact."""
DUST: Final = Decimal("1e-9")
_PERCENT: Final = re.compile(r"(?P<number>[^%\s]+)\s*%")
_AMBIGUOUS: Final = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
# Spelling with its thousands mark and decimal mark. Each has one reading only, since `1.250`
# was taken out before.
_SPELLINGS: Final = (
    (re.compile(r"-?[0-9]+"), "", "", IssueCode.SEL_24),
    (re.compile(r"-?[0-9]+,[0-9]+"), "", ",", IssueCode.SEL_25),
    (re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+"), ".", ",", IssueCode.SEL_25),
    (re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3}){2,}"), ".", "", IssueCode.SEL_24),
    (re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3}){2,}"), ",", "", IssueCode.SEL_24),
    (re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+"), ",", ".", IssueCode.SEL_24),
    (re.compile(r"-?[0-9]+\.[0-9]+"), "", ".", IssueCode.SEL_24),
)


class Spelled(NamedTuple):
    """A text that has one reading as a number, and the code of the notice about it."""

    value: Decimal
    code: IssueCode


def parse_number(text: str) -> Spelled | None:
    """Read a tidied text that has exactly one reading as a number; None for any other text."""
    if len(text) > MAX_DIGITS or _AMBIGUOUS.fullmatch(text):
        return None
    for pattern, thousands, decimal, code in _SPELLINGS:
        if pattern.fullmatch(text):
            digits = text.replace(thousands, "") if thousands else text
            return Spelled(strip_zeros(Decimal(digits.replace(decimal or ",", "."))), code)
    return None


def strip_zeros(value: Decimal) -> Decimal:
    """Write a number without zeros at its end: 85.0 and 85 are the same figure."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()


class NumberReader:
    """Reads columns of numbers; never through `float()` of a text."""

    def __init__(self, spec: ColumnSpec) -> None:
        self._decimals = DECIMALS if spec.decimals is None else spec.decimals
        self._example = spec.column.example

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a number typed as text, or a percentage."""
        percent = _PERCENT.fullmatch(text)
        if percent is not None:
            return self._read_percent(percent["number"], raw)
        if _AMBIGUOUS.fullmatch(text):
            return _ambiguous(text, raw)
        spelled = parse_number(text)
        if spelled is None:
            return faulty(IssueCode.SEL_02, show(raw), contoh=self._example)
        seen = note(spelled.code, show(raw), dibaca=format_number(spelled.value))
        return self._fit(spelled.value, (seen,))

    def read_other(self, value: CellValue) -> Reading:
        """Read a number cell; dates and times are refused."""
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            return faulty(IssueCode.SEL_02, show(value), contoh=self._example)
        whole = int(value)
        if value == whole:
            return Reading(Decimal(whole))
        text = repr(value)
        if 0 < text.find(".") >= len(text) - 1 - self._decimals and "e" not in text:
            return Reading(Decimal(text))  # so few decimals that nothing is to be rounded
        return self._fit(to_decimal(value), ())

    def read_percent_cell(self, value: float) -> Reading:
        """Read a number that the cell shows as a percentage; nothing is nothing either way."""
        number = to_decimal(value)
        if number == 0:
            return Reading(Decimal(0))
        shown = strip_zeros(number * 100)
        seen = note(IssueCode.SEL_27, show_number(value), tampil=f"{format_number(shown)}%")
        return Reading(None, (seen,), shown)

    def settle_percent(self, reading: Reading, percent: Decimal) -> Reading:
        """Take the percentage as the number meant, where the unit of measure is percent."""
        read = ("dibaca", format_number(percent))
        notes = tuple(
            seen._replace(severity=Severity.CATATAN, context=tuple(sorted((*seen.context, read))))
            if seen.code is IssueCode.SEL_27
            else seen
            for seen in reading.notes
        )
        return self._fit(percent, notes)

    def _read_percent(self, text: str, raw: str) -> Reading:
        spelled = parse_number(text)
        if spelled is None:
            return faulty(IssueCode.SEL_02, show(raw), contoh=self._example)
        shown = f"{format_number(spelled.value)}%"
        return Reading(None, (note(IssueCode.SEL_27, show(raw), tampil=shown),), spelled.value)

    def _fit(self, value: Decimal, notes: tuple[Note, ...]) -> Reading:
        """Round off the dust of binary arithmetic; refuse real decimals beyond the limit."""
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent >= -self._decimals:
            return Reading(value, notes)
        rounded = strip_zeros(half_up(value, self._decimals))
        limit = str(self._decimals)
        if abs(rounded - value) >= DUST:
            return faulty(IssueCode.SEL_33, show(format_number(value)), batas=limit)
        dust = note(
            IssueCode.SEL_33,
            show(format_number(value)),
            severity=Severity.CATATAN,
            batas=limit,
            dibaca=format_number(rounded),
        )
        return Reading(rounded, (*notes, dust))


class IntegerReader:
    """Reads columns of whole numbers."""

    def __init__(self, spec: ColumnSpec) -> None:
        self._example = spec.column.example
        self._number = NumberReader(spec)

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a whole number typed as text."""
        return self._whole(self._number.read_text(text, raw))

    def read_other(self, value: CellValue) -> Reading:
        """Read a number cell that holds a whole number."""
        return self._whole(self._number.read_other(value))

    def read_percent_cell(self, value: float) -> Reading:
        """Read a number that the cell shows as a percentage: 1 there may be 100 as typed."""
        return self._whole(self._number.read_percent_cell(value))

    def _whole(self, reading: Reading) -> Reading:
        value = reading.value
        if not isinstance(value, Decimal):
            return reading
        if value != value.to_integral_value():
            return faulty(IssueCode.SEL_10, format_number(value), contoh=self._example)
        return Reading(int(value), reading.notes)


def _ambiguous(text: str, raw: str) -> Reading:
    """Refuse `1.250`, which is 1250 to one office and 1,25 to another."""
    return faulty(
        IssueCode.SEL_26,
        show(raw),
        ribuan=text.replace(".", ""),
        desimal=format_number(strip_zeros(Decimal(text))),
    )
