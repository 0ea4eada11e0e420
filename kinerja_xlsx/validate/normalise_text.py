"""Texts: composed, without edge spaces and invisible characters; else kept as typed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import Kind
from kinerja_xlsx.validate.reading import Reading, note
from kinerja_xlsx.validate.shown import plain_text, show

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs"})
_KEPT_CONTROLS: Final = "\n\t"
_FORMULA_SIGNS: Final = ("=", "+", "-", "\u2212", "@")
_MOMENTS: Final = MappingProxyType(
    {date: "tanggal", datetime: "tanggal", time: "jam", timedelta: "jam"}
)
_MARKS_ONLY: Final = re.compile(r"[-\u2010-\u2015\u2018\u2019'`_.]{1,5}|n/a|n\.a\.")
_MARKER_WORDS: Final = frozenset(
    {"nihil", "kosong", "tidak ada", "belum ada", "belum diisi", "belum dinilai", "null"}
)
_LONGEST_MARKER: Final = max(map(len, _MARKER_WORDS))
_KINDS_WITH_PROSE: Final = frozenset({Kind.TEKS, Kind.NIP_ATAU_KODE, Kind.KODE})


class Tidied(NamedTuple):
    """A text without what nobody sees.

    Attributes:
        text: Composed (NFC), edge spaces and invisible characters removed.
        had_edges: Spaces stood at an edge.
        had_invisible: Zero-width, control or direction characters stood in it.
    """

    text: str
    had_edges: bool
    had_invisible: bool


def tidy(raw: str) -> Tidied:
    """Remove what nobody sees; line breaks and spaces inside the text stay."""
    if raw.isascii() and raw.isprintable() and raw == raw.strip():
        return Tidied(raw, had_edges=False, had_invisible=False)
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        char
        for char in text
        if char in _KEPT_CONTROLS or unicodedata.category(char) not in _INVISIBLE
    )
    trimmed = kept.strip()
    return Tidied(trimmed, had_edges=trimmed != kept, had_invisible=kept != text)


def is_blank_marker(text: str, kind: Kind) -> bool:
    """Tell whether a tidied text only says that there is nothing.

    Dashes, dots and `n/a` do so everywhere. Words such as `nihil` do so only where the cell can
    hold no prose: "nihil" as a description of results is an answer, not a blank.
    """
    if len(text) > _LONGEST_MARKER:
        return False
    folded = text.casefold()
    if _MARKS_ONLY.fullmatch(folded):
        return True
    return kind not in _KINDS_WITH_PROSE and folded in _MARKER_WORDS


class TextReader:
    """Reads text columns; numbers and dates are taken as they are shown.

    In the data of a period that is said: a number there often stands in the wrong column. Forms
    and settings hold telephone numbers and values of parameters, of which nothing is said.
    """

    def __init__(self, *, is_data: bool) -> None:
        self._is_data = is_data

    def read_text(self, text: str, raw: str) -> Reading:
        """Take the text; one that begins like a formula stays a text, and is counted."""
        del raw
        if self._is_data and text.startswith(_FORMULA_SIGNS):
            return Reading(text, (note(IssueCode.SEL_34),))
        return Reading(text)

    def read_other(self, value: CellValue) -> Reading:
        """Take a number or date as a person sees it, and say so."""
        text = plain_text(value)
        if not self._is_data:
            return Reading(text)
        jenis = _MOMENTS.get(type(value), "angka")
        return Reading(text, (note(IssueCode.SEL_04, show(value), jenis=jenis, dibaca=text),))
