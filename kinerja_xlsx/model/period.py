"""Evaluation periods: month, quarter, half and year, and how they nest."""

from __future__ import annotations

import calendar
import enum
import re
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

BULAN_NAMES = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_SHORTER = MappingProxyType({12: 6, 6: 3, 3: 1})
"""Months of a period to months of its children: year, half, quarter, month."""
_ROMAN = ("I", "II", "III", "IV")
_CODE = re.compile(
    r"(?P<year>20\d\d)(?:-(?:(?P<month>\d\d)|TW(?P<quarter>[1-4])|S(?P<half>[12])))?", re.ASCII
)


class PeriodKind(enum.Enum):
    """The length of a period; the value is its number of months."""

    BULAN = 1
    TRIWULAN = 3
    SEMESTER = 6
    TAHUN = 12


class PeriodError(ValueError):
    """A text that is not a period code."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One evaluation period, ordered by its first day, then by length."""

    year: int
    first_month: int
    months: int

    @classmethod
    def parse(cls, code: str) -> Period:
        """Read `2026-03`, `2026-TW1`, `2026-S1` or `2026`.

        Raises:
            PeriodError: The code has another shape, or a month beyond 12.
        """
        match = _CODE.fullmatch(code)
        if match is None:
            raise PeriodError(code)
        year = int(match["year"])
        if match["quarter"]:
            return cls(year, int(match["quarter"]) * 3 - 2, PeriodKind.TRIWULAN.value)
        if match["half"]:
            return cls(year, int(match["half"]) * 6 - 5, PeriodKind.SEMESTER.value)
        if not match["month"]:
            return cls(year, 1, PeriodKind.TAHUN.value)
        month = int(match["month"])
        if not 1 <= month <= PeriodKind.TAHUN.value:
            raise PeriodError(code)
        return cls(year, month, PeriodKind.BULAN.value)

    @property
    def kind(self) -> PeriodKind:
        """Month, quarter, half or year."""
        return PeriodKind(self.months)

    @property
    def number(self) -> int:
        """The position within the year, from 1."""
        return (self.first_month - 1) // self.months + 1

    @property
    def code(self) -> str:
        """The written code, such as `2026-TW1`."""
        suffix = {
            PeriodKind.BULAN: f"-{self.first_month:02d}",
            PeriodKind.TRIWULAN: f"-TW{self.number}",
            PeriodKind.SEMESTER: f"-S{self.number}",
            PeriodKind.TAHUN: "",
        }[self.kind]
        return f"{self.year}{suffix}"

    @property
    def label(self) -> str:
        """The Indonesian name, such as `Triwulan I 2026`."""
        name = {
            PeriodKind.BULAN: BULAN_NAMES[self.first_month - 1],
            PeriodKind.TRIWULAN: f"Triwulan {_ROMAN[(self.number - 1) % 4]}",
            PeriodKind.SEMESTER: f"Semester {_ROMAN[(self.number - 1) % 2]}",
            PeriodKind.TAHUN: "Tahun",
        }[self.kind]
        return f"{name} {self.year}"

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.first_month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        month = self.first_month + self.months - 1
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def children(self) -> tuple[Period, ...]:
        """The periods one step shorter inside it: a month has none, a year has two halves."""
        step = _SHORTER.get(self.months)
        if step is None:
            return ()
        firsts = range(self.first_month, self.first_month + self.months, step)
        return tuple(Period(self.year, first, step) for first in firsts)

    @property
    def inside(self) -> tuple[Period, ...]:
        """All periods inside it, at every depth, the longer before the shorter."""
        return tuple(one for child in self.children for one in (child, *child.inside))

    @property
    def previous(self) -> Period:
        """The period of the same length right before it."""
        first = self.first_month - self.months
        if first > 0:
            return Period(self.year, first, self.months)
        return Period(self.year - 1, first + PeriodKind.TAHUN.value, self.months)

    def within(self, other: Period) -> bool:
        """Tell whether it is a shorter period inside another."""
        return self.months < other.months and other.first <= self.first <= other.last

    def of_kind(self, kind: PeriodKind) -> tuple[Period, ...]:
        """List the periods of one length that it is made of; itself where that is its own."""
        firsts = range(self.first_month, self.first_month + self.months, kind.value)
        return tuple(Period(self.year, first, kind.value) for first in firsts)

    def __str__(self) -> str:
        return self.code


def format_date(day: date) -> str:
    """Write a day as Indonesian letters do: `10 Juli 2026`."""
    return f"{day.day} {BULAN_NAMES[day.month - 1]} {day.year}"
