"""Texts: composed, without edge spaces and invisible characters; else kept as typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.spec.row import Kind
from kinerja_xlsx.validate.reading import Reading
from kinerja_xlsx.validate.shown import plain_text

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs"})
_KEPT_CONTROLS: Final = "\n\t"
_MARKS_ONLY: Final = re.compile(r"[-\u2010-\u2015_.]{1,5}|n/a|n\.a\.")
_MARKER_WORDS: Final = frozenset({"nihil", "kosong", "tidak ada", "belum ada", "null"})
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
    """Reads text columns; numbers and dates are taken as they are shown."""

    def read_text(self, text: str, raw: str) -> Reading:
        """Take the text."""
        del raw
        return Reading(text)

    def read_other(self, value: CellValue) -> Reading:
        """Take a number or date as a person sees it."""
        return Reading(plain_text(value))
