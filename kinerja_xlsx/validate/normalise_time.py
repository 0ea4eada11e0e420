"""Times of the day: time cells, texts such as 08.00 and 08:00, and fractions of a day."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import ColumnSpec
from kinerja_xlsx.validate.reading import Reading, faulty, note
from kinerja_xlsx.validate.shown import show

_AS_ASKED: Final = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
_FULL: Final = re.compile(
    r"(?:(?:pukul|pkl|jam)\.?\s*)?([0-9]{1,2})\s*[.:]\s*([0-9]{2})(?:[.:]([0-9]{2}))?"
    r"\s*(?:wib|wita|wit)?"
)
_SHORT_MINUTE: Final = re.compile(r"([0-9]{1,2})[.:,]([0-5])")
_COMMA: Final = re.compile(r"[0-9]{1,2},[0-9]{2}")
_HOUR_ALONE: Final = re.compile(r"[0-9]{1,2}")
_DAY_SECONDS: Final = 24 * 60 * 60
_TYPED_DECIMALS: Final = 2
"""A number with no more decimals than this may be hh.mm typed as a number."""


def parse_time(text: str) -> time | None:
    """Read a tidied text as a time of the day; None for any other text."""
    match = _FULL.fullmatch(text.casefold())
    if match is None:
        return None
    hour, minute, second = (int(part) for part in match.groups("0"))
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def show_time(moment: time) -> str:
    """Write a time as the template asks for it: `08.00`; seconds only where there are any."""
    return f"{moment:%H.%M.%S}" if moment.second else f"{moment:%H.%M}"


class TimeReader:
    """Reads columns of times of the day."""

    def __init__(self, spec: ColumnSpec) -> None:
        self._example = spec.column.example

    def read_text(self, text: str, raw: str) -> Reading:
        """Read a typed time; only another writing than the one asked for is a notice."""
        moment = parse_time(text)
        if moment is None:
            return self._refuse(raw, _advise(text))
        if _AS_ASKED.fullmatch(text):
            return Reading(moment)
        return Reading(moment, (note(IssueCode.SEL_07, show(raw), dibaca=show_time(moment)),))

    def read_other(self, value: CellValue) -> Reading:
        """Read a time cell, a duration within a day, or the bare fraction that a time is."""
        if isinstance(value, time):
            return Reading(_of_seconds(timedelta(
                hours=value.hour, minutes=value.minute, seconds=value.second,
                microseconds=value.microsecond,
            )))  # fmt: skip
        if isinstance(value, timedelta) and timedelta() <= value < timedelta(days=1):
            return Reading(_of_seconds(value))
        if isinstance(value, date):
            return self._refuse(value, _advise_date(value))
        if isinstance(value, int | float):
            return self._read_number(value)
        return self._refuse(value, "")

    def _read_number(self, value: float) -> Reading:
        """Take a bare fraction of a day, unless it may be 0.30 typed for half past midnight."""
        if not 0 <= value < 1 or _may_be_typed(value):
            return self._refuse(value, _advise_number(value))
        moment = _of_seconds(timedelta(days=value))
        return Reading(moment, (note(IssueCode.SEL_07, show(value), dibaca=show_time(moment)),))

    def _refuse(self, value: CellValue, saran: str) -> Reading:
        return faulty(IssueCode.SEL_08, show(value), saran=saran, contoh=self._example)


def _of_seconds(since_midnight: timedelta) -> time:
    """Round to whole seconds, which binary fractions of a day miss by a hair."""
    seconds = min(round(since_midnight.total_seconds()), _DAY_SECONDS - 1)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _may_be_typed(value: float) -> bool:
    exponent = Decimal(repr(value)).as_tuple().exponent
    return not isinstance(exponent, int) or exponent >= -_TYPED_DECIMALS


def _advise(text: str) -> str:
    if match := _SHORT_MINUTE.fullmatch(text):
        hour, minute = match.groups()
        return f"Bisa berarti {hour}.0{minute} atau {hour}.{minute}0; menitnya ditulis dua angka."
    if _COMMA.fullmatch(text):
        return "Jam dan menit dipisahkan titik, bukan koma."
    if _HOUR_ALONE.fullmatch(text):
        return "Menitnya ikut ditulis, dua angka."
    return "Jamnya 00.00 sampai 23.59." if _FULL.fullmatch(text.casefold()) else ""


def _advise_date(value: date) -> str:
    if isinstance(value, datetime) and value.time() != time():
        return "Sel ini berisi tanggal dan jam; tanggalnya ditulis di kolom Tanggal."
    return "Sel ini berisi tanggal."


def _advise_number(value: float) -> str:
    if value == int(value):
        return "Menitnya ikut ditulis, dua angka."
    return "Sel ini berisi angka, sehingga jamnya tidak pasti; ketik sebagai teks."
