"""Codes: numbers of indicators, kode unit, and periods in the ways people write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.period import Period, PeriodError
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec
from kinerja_xlsx.validate.mirip import digit_look
from kinerja_xlsx.validate.normalise_date import MONTHS
from kinerja_xlsx.validate.reading import Reading, faulty, note, proposed
from kinerja_xlsx.validate.shown import plain_text, show, to_decimal

_INDIKATOR: Final = re.compile(r"([1-9][0-9]?)\s*[.,]\s*([1-9][0-9]?)\.?")
_ROMAN: Final = ("i", "ii", "iii", "iv")
_YEAR: Final = r"(?P<year>20[0-9]{2})"
_NUMBER: Final = r"(?P<number>iv|i{1,3}|[1-4])"
_GAP: Final = r"[\s\-./]*"
_QUARTER: Final = r"(?:triwulan|triw|trw|tw)"
_HALF: Final = r"(?:semester|smt|sem|s)"
_NOISE: Final = re.compile(r"^(?:periode|bulan)\b[\s:]*|\b(?:tahun|thn)\b\.?\s*|[(),:]")
_WORDED: Final = tuple(
    (re.compile(pattern), length)
    for word, length in ((_QUARTER, "TW"), (_HALF, "S"))
    for pattern in (
        rf"{word}{_GAP}{_NUMBER}{_GAP}{_YEAR}",
        rf"{_YEAR}{_GAP}{word}{_GAP}{_NUMBER}",
    )
)
_BARE_MONTH: Final = re.compile(r"0?[1-9]|1[0-2]")
_MONTH_NAMED: Final = (
    re.compile(rf"(?P<month>[a-z]+)\.?{_GAP}{_YEAR}"),
    re.compile(rf"{_YEAR}{_GAP}(?P<month>[a-z]+)"),
)
_MONTH_NUMBERED: Final = (
    re.compile(rf"(?P<month>[0-9]{{1,2}})[\-./\s]{_YEAR}"),
    re.compile(rf"{_YEAR}[\-./\s](?P<month>[0-9]{{1,2}})"),
)


def parse_period(text: str) -> Period | None:
    """Read a period as a code or in words: `2026-TW1`, `Triwulan I 2026`, `Maret 2026`."""
    folded = " ".join(_NOISE.sub("", text.casefold()).split())
    code = _worded_code(folded) or _month_code(folded) or folded.upper()
    try:
        return Period.parse(code)
    except PeriodError:
        return None


def _worded_code(text: str) -> str | None:
    for pattern, length in _WORDED:
        if match := pattern.fullmatch(text):
            number = match["number"]
            position = _ROMAN.index(number) + 1 if number in _ROMAN else int(number)
            return f"{match['year']}-{length}{position}"
    return None


def _month_code(text: str) -> str | None:
    for pattern in _MONTH_NAMED:
        match = pattern.fullmatch(text)
        if match and match["month"] in MONTHS:
            return f"{match['year']}-{MONTHS[match['month']]:02d}"
    for pattern in _MONTH_NUMBERED:
        if match := pattern.fullmatch(text):
            return f"{match['year']}-{int(match['month']):02d}"
    return None


def _ask_year(text: str) -> str:
    """Ask for the year of a month that stands alone, by name or number."""
    folded = " ".join(_NOISE.sub("", text.casefold()).split()).strip(".")
    is_month = folded in MONTHS or _BARE_MONTH.fullmatch(folded)
    return "Bulannya terbaca, tahunnya belum ada; tulis misalnya «Maret 2026»." if is_month else ""


class PeriodReader:
    """Reads columns of period codes."""

    def __init__(self, spec: ColumnSpec) -> None:
        self._spec = spec

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a period in any of its spellings."""
        period = parse_period(text)
        if period is None:
            return self._refuse(raw, _ask_year(text))
        if period.code == text:
            return Reading(period.code)
        return Reading(period.code, (note(IssueCode.SEL_07, show(raw), dibaca=period.code),))

    def read_other(self, value: CellValue) -> Reading:
        """Read a year typed as a number; a date cell is not guessed at."""
        if isinstance(value, date):
            saran = "Sel ini terbaca sebagai tanggal; ubah formatnya menjadi Teks."
            return self._refuse(show(value), saran)
        period = parse_period(plain_text(value))
        if period is None:
            return self._refuse(plain_text(value), _ask_year(plain_text(value)))
        return Reading(period.code)

    def _refuse(self, shown: str, saran: str) -> Reading:
        return faulty(IssueCode.SEL_08, show(shown), saran=saran, contoh=self._spec.column.example)


class IndikatorReader:
    """Reads the column of indicator numbers, such as `1.2`."""

    def __init__(self, spec: ColumnSpec) -> None:
        self._spec = spec

    def read_text(self, text: str, raw: str) -> Reading:
        """Read `1.2`, or `1,2` with a notice."""
        match = _INDIKATOR.fullmatch(text)
        if match is None:
            return self._refuse_look(text, raw)
        number = f"{match[1]}.{match[2]}"
        if number == text:
            return Reading(number)
        return Reading(number, (note(IssueCode.SEL_07, show(raw), dibaca=number),))

    def _refuse_look(self, text: str, raw: str) -> Reading:
        """Refuse `1.l`, and propose the digits that its letters look like."""
        look = digit_look(text)
        if look == text or not _INDIKATOR.fullmatch(look):
            return self._refuse(raw, "")
        saran = f"Mungkin maksud Anda «{look}»?"
        return proposed(faulty(IssueCode.SEL_30, show(raw), saran=saran), look)

    def read_other(self, value: CellValue) -> Reading:
        """Read the number 1.2 as `1.2`; a date is what Excel made of it, and is refused."""
        if isinstance(value, date):
            saran = (
                f"Excel mengubahnya menjadi tanggal; mungkin maksudnya {value.day}.{value.month}."
            )
            return self._refuse(show(value), saran)
        if isinstance(value, int | float):
            return self._read_number(value)
        return self._refuse(show(value), "")

    def _read_number(self, value: float) -> Reading:
        number = f"{to_decimal(value):f}"
        if _INDIKATOR.fullmatch(number):
            return Reading(number)
        return self._refuse(show(value), "")

    def _refuse(self, shown: str, saran: str) -> Reading:
        return faulty(IssueCode.SEL_08, show(shown), saran=saran, contoh=self._spec.column.example)
