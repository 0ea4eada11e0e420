"""Characters that only look like others: letters among digits, letters of other alphabets."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import Final

# Source: Unicode Technical Standard 39, confusables, as far as they occur on keyboards.
_LATIN: Final = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7",
    "abekmhopctyxijsabezhikmnoptyx",
)
"""Cyrillic and Greek letters, in lower case, that have the shape of a Latin one."""
_DIGITS: Final = MappingProxyType({"o": "0", "q": "0", "i": "1", "l": "1", "|": "1", "!": "1"})
"""Signs that people type or scanners read instead of a digit."""


def latin_look(text: str) -> str:
    """Write a text with the Latin letters that it looks like, in lower case."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_LATIN)


def digit_look(text: str) -> str:
    """Write a text with the digits that some of its signs look like; others stay."""
    return "".join(_digit(char) for char in latin_look(text))


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return _DIGITS.get(char, char) if value is None else str(value)
