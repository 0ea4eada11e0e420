"""Which post of a person a row means: NIP alone, or Sifat and Mulai where a NIP has two posts.

As in the checks, a blank Sifat in `Pegawai` is Definitif, a blank Mulai there is the first day of
the period, and other rows need Mulai only where two posts have the same Sifat. Each question is
an Excel condition and its twin in Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple, TypeVar

from kinerja_xlsx.model.law import Sifat
from kinerja_xlsx.model.period import Period, PeriodError
from kinerja_xlsx.write.page import InputValue, is_blank
from kinerja_xlsx.write.template.aturan import Cells, folded, number_of

ItemT = TypeVar("ItemT")

DEFINITIF: Final = Sifat.DEFINITIF.value


class Naming(NamedTuple):
    """What names a post: cells or columns in a formula, or values as Excel compares them."""

    nip: object
    sifat: object
    mulai: object


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of the period of a workbook; None while nobody knows it."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, code: InputValue) -> Days:
        """Take the days of a period code."""
        try:
            period = Period.parse(str(code))
        except PeriodError:
            return cls()
        return cls(period.first, period.last)

    def edge(self, name: str) -> str:
        """Write the day that a blank Mulai or Selesai stands for; blank while unknown."""
        day = self.first if name == "mulai" else self.last
        return "" if day is None else str(number_of(day))

    def is_edge(self, name: str, value: InputValue) -> bool:
        """Tell whether a cell is blank or holds just the day that blank stands for."""
        day = self.first if name == "mulai" else self.last
        return is_blank(value) or (day is not None and comparable(value) == number_of(day))


UNKNOWN_DAYS: Final = Days()


def comparable(value: InputValue) -> object:
    """Compare as Excel does: dates are numbers, capitals do not matter; None for blank."""
    number = number_of(value)
    if number is not None:
        return number
    return None if is_blank(value) else folded(value)


def naming_of(cells: Cells) -> Naming:
    """Take what names the post of a row."""
    return Naming(folded(cells.get("nip")), *map(comparable, map(cells.get, ("sifat", "mulai"))))


@dataclass(frozen=True, slots=True)
class Post:
    """One row of `Pegawai`, as other rows look for it.

    Attributes:
        name: What names it.
        is_aside: Its own row takes it out of the evaluation.
    """

    name: Naming
    is_aside: bool


def held_as(sifat: object) -> object:
    """Take a blank Sifat of `Pegawai` for Definitif."""
    return folded(DEFINITIF) if sifat is None else sifat


# -- the post that a row names -------------------------------------------------------------------


def names_post_aside(table: Naming, statuses: str, row: Naming, *, aside: str, first: str) -> str:
    """Write the condition that a row of a person with several posts names one that is out.

    A row without Sifat names none of them here. Elsewhere a post that is evaluated counts one
    up; one that is out counts down by less than that, unless Mulai names it.

    Args:
        table: Columns of `Pegawai`.
        statuses: Its column `Cek`.
        row: Cells of the row.
        aside: What `Cek` shows there for a post that is out.
        first: The first day of the period as a number; blank while unknown.
    """
    held = f'({table.sifat}={row.sifat})+({table.sifat}="")*({row.sifat}="{DEFINITIF}")'
    begins = f"({table.mulai}={row.mulai})"
    begins += f'+({table.mulai}="")*({row.mulai}={first})' if first else ""
    out = f'({statuses}="{aside}")*(1.5+1000*({begins}>0))'
    named = f"SUMPRODUCT(({table.nip}={row.nip})*({held}>0)*(1-{out}))<0"
    return f'IF({row.sifat}="",FALSE,{named})'


def is_post_aside(posts: Sequence[Post], row: Naming, days: Days) -> bool:
    """Tell whether a row of a person with several posts names one that is out."""
    if row.sifat is None:
        return False
    held = [post for post in posts if held_as(post.name.sifat) == row.sifat]
    first = None if days.first is None else number_of(days.first)
    return any(
        post.is_aside
        and (
            all(one.is_aside for one in held)
            or post.name.mulai == row.mulai
            or (first is not None and post.name.mulai is None and row.mulai == first)
        )
        for post in held
    )


# -- rows of other sheets that name the same post ------------------------------------------------


def same_post(other: Naming, row: Naming, posts: Naming, *, first: str) -> str:
    """Write a factor that is 1 for the rows of a sheet that name the post of this row.

    Args:
        other: Columns of that sheet.
        row: Cells of this row.
        posts: Columns of `Pegawai`.
        first: The first day of the period as a number; blank while unknown.
    """
    held = (
        f'({row.sifat}="")+({posts.sifat}={row.sifat})'
        f'+({posts.sifat}="")*({row.sifat}="{DEFINITIF}")'
    )
    alike = f"SUMPRODUCT(({posts.nip}={row.nip})*({held}>0))"
    days = f"({alike}<2)+({other.mulai}={row.mulai})"
    if first:
        days += (
            f'+({other.mulai}="")*({row.mulai}={first})+({other.mulai}={first})*({row.mulai}="")'
        )
    sifat = f'({other.sifat}={row.sifat})+({other.sifat}="")+({row.sifat}="")'
    return f"({other.nip}={row.nip})*({sifat}>0)*({days}>0)"


def names_same(one: Naming, other: Naming, posts: Sequence[Post], days: Days) -> bool:
    """Tell whether two rows of a person name the same post."""
    if None not in {one.sifat, other.sifat} and one.sifat != other.sifat:
        return False
    alike = [post for post in posts if one.sifat is None or held_as(post.name.sifat) == one.sifat]
    first = None if days.first is None else number_of(days.first)
    begins = [first if row.mulai is None else row.mulai for row in (one, other)]
    return len(alike) <= 1 or begins[0] == begins[1]


def by_nip(found: Iterable[tuple[object, ItemT]]) -> Mapping[object, tuple[ItemT, ...]]:
    """Group what was found by the person it stands for."""
    groups: dict[object, list[ItemT]] = {}
    for nip, item in found:
        groups.setdefault(nip, []).append(item)
    return {nip: tuple(items) for nip, items in groups.items()}
