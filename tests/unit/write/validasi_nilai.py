"""Values drawn for a column: what its strict row may hold, and what people may type."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec, Kind

DIGITS = string.digits
LETTERS = st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF)
"""Beyond these Excel counts two letters where people see one; there it only asks."""


def right(column: ColumnSpec) -> st.SearchStrategy[object]:
    """Draw what the strict row may hold in a column."""
    choices = list(column.choices or ())
    least, most = column.at_least or Decimal(0), column.at_most or Decimal(0)
    number = st.integers(1, 99)
    parts = st.sampled_from(["", "-01", "-12", "-TW1", "-TW4", "-S1", "-S2"])
    kinds: Mapping[Kind, Callable[[], st.SearchStrategy[object]]] = {
        Kind.NIP: lambda: st.text(DIGITS, min_size=18, max_size=18),
        Kind.KODE: lambda: st.text(f"{string.ascii_letters}{DIGITS}.-", min_size=1, max_size=20),
        Kind.NOMOR_INDIKATOR: lambda: st.builds("{}.{}".format, number, number),
        Kind.PERIODE: lambda: st.builds("{}{}".format, st.integers(2000, 2099), parts),
        Kind.BULAT: lambda: st.integers(int(least), int(most)),
        Kind.ANGKA: lambda: st.decimals(least, most, places=column.decimals),
        Kind.TANGGAL: lambda: st.dates(date(1900, 1, 1)),
        Kind.JAM: lambda: st.times().map(lambda moment: moment.replace(microsecond=0)),
        Kind.DAFTAR: lambda: st.sampled_from(choices),
        Kind.DAFTAR_BANYAK: lambda: st.lists(st.sampled_from(choices), unique=True).map(tuple),
    }
    if column.kind in kinds:
        return kinds[column.kind]()
    return st.text(LETTERS, min_size=1, max_size=column.max_length)


def typed(column: ColumnSpec) -> st.SearchStrategy[CellValue]:
    """Draw what people may type into a column, much of it such that Excel accepts it."""
    numbers = st.floats(-10, 1e13, allow_nan=False) | st.integers(-10, 10**6).map(float)
    days = st.datetimes(datetime(1900, 3, 1), datetime(2100, 1, 1))  # noqa: DTZ001 - no zone
    shape = st.text(f"{DIGITS}.,:-OIl ", max_size=18)
    texts = st.text(LETTERS, max_size=60) | shape
    kinds: Mapping[Kind, st.SearchStrategy[CellValue]] = {
        Kind.NIP: st.text(f"{DIGITS}OIl .-\u2019ab", min_size=18, max_size=18),
        Kind.NIP_ATAU_KODE: st.text(f"{DIGITS}OIl .-\u2019ab", min_size=18, max_size=18),
        Kind.NOMOR_INDIKATOR: st.text(f"{DIGITS}.,l", min_size=3, max_size=5),
        Kind.JAM: st.from_regex(r"\A[0-9 +-]{1,2}[.:][0-9 ]{2}\Z") | st.floats(0, 1, width=16),
        Kind.TANGGAL: days | days.map(lambda moment: datetime(moment.year, moment.month, 1)),  # noqa: DTZ001
    }
    own = kinds.get(column.kind, st.nothing())
    choices = st.sampled_from([str(one.value) for one in column.choices or ()] or ["-", "nihil"])
    listed = choices | choices.map(str.upper) | choices.map(str.swapcase)
    return st.one_of(own, listed, texts, numbers, st.booleans(), st.none())
