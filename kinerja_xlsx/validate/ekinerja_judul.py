"""What the lines above an export say: its period, and the part of the office it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.validate.normalise_date import MONTHS, parse_date
from kinerja_xlsx.validate.synonyms import fold

_YEAR: Final = re.compile(r"\b20[0-9]{2}\b")
_ABOUT_PERIOD: Final = re.compile(r"^(?:laporan|periode|tahun)\b|\bperiode\b")
_NUMBER: Final = MappingProxyType({
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
})  # fmt: skip
_PART: Final = re.compile(
    r"\b(?P<kind>triwulan|tw|semester|smt)\s*[-.:]?\s*"
    r"(?P<number>iv|iii|ii|i|[1-4]|pertama|kedua|ketiga|keempat)\b"
)
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b")
_WHOLE_YEAR: Final = re.compile(r"\b(?:tahunan|akhir tahun)\b")
_DAY: Final = re.compile(
    r"\b(?:[0-9]{1,2}[-/.][0-9]{1,2}[-/.]20[0-9]{2}|20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
    r"|[0-9]{1,2}\s+[a-z]+\s+20[0-9]{2})\b"
)
_LABELLED: Final = re.compile(r"^\s*(?P<label>[^:]+?)\s*:\s*(?P<value>.*)$")
_ENDS: Final = 2
"""A span names its first and its last day, or month."""
_AGENCY: Final = re.compile(r"^\s*instansi\b\s*:?\s*(?P<nama>.+)$", re.IGNORECASE)
_PARTS_OF_OFFICE: Final = frozenset({"unorinduk", "unor"})
_ALL: Final = frozenset({"", "all", "semua", "seluruh", "semuaunor", "seluruhunor"})


def title_period(titles: Sequence[str]) -> Period | None:
    """Find the one period that the titles name; None when there is none, or more than one.

    A year alone is no period: `Periode … Tahun 2026` names the year of every month.
    """
    lines = [text.casefold() for text in titles if _ABOUT_PERIOD.search(text.casefold())]
    years = {int(year) for line in lines for year in _YEAR.findall(line)}
    if len(years) != 1:
        return None
    (year,) = years
    spans = {span for line in lines if (span := _span(line)) is not None}
    if spans:
        return spans.pop() if len(spans) == 1 else None
    parts = {part for line in lines for part in _parts(line, year)}
    if len(parts) == 1:
        return parts.pop()
    return None


def _span(line: str) -> Period | None:
    """Read `01-01-2026 s.d. 31-03-2026` or `Januari - Maret 2026` as what it spans exactly."""
    days = [parsed[0] for text in _DAY.findall(line) if (parsed := parse_date(text)) is not None]
    if not days:
        year = int(_YEAR.findall(line)[0]) if _YEAR.search(line) else None
        months = [Period(year, MONTHS[word], 1) for word in _MONTH.findall(line) if year]
        days = [months[0].first, months[-1].last] if len(months) == _ENDS else []
    return _between(*days) if len(days) == _ENDS else None


def _between(first: date, last: date) -> Period | None:
    for kind in PeriodKind:
        months = kind.value
        if (first.month - 1) % months == 0:
            period = Period(first.year, first.month, months)
            if (period.first, period.last) == (first, last):
                return period
    return None


def _parts(line: str, year: int) -> Iterator[Period]:
    """List the periods of a year that a line names by word."""
    for match in _PART.finditer(line):
        kind = PeriodKind.TRIWULAN if match["kind"].startswith("t") else PeriodKind.SEMESTER
        number = _NUMBER[match["number"]]
        if number * kind.value <= PeriodKind.TAHUN.value:
            yield Period(year, (number - 1) * kind.value + 1, kind.value)
    for word in _MONTH.findall(line):
        yield Period(year, MONTHS[word], PeriodKind.BULAN.value)
    if _WHOLE_YEAR.search(line):
        yield Period(year, 1, PeriodKind.TAHUN.value)


def title_limit(titles: Sequence[str], instansi: str) -> str:
    """Name the part of the office that an export is for; empty where it is for all.

    Args:
        titles: The lines above the headings.
        instansi: Name of the agency; an `Unor Induk` of that name is all of it, as is one of the
            name that the titles themselves give the agency.
    """
    named = (_AGENCY.match(text) for text in titles)
    whole = _ALL | {fold(instansi)} | {fold(match["nama"]) for match in named if match}
    for text in reversed(titles):
        match = _LABELLED.match(text)
        if match is None or fold(match["label"]) not in _PARTS_OF_OFFICE:
            continue
        value = match["value"].strip()
        if fold(value) not in whole:
            return value
    return ""
