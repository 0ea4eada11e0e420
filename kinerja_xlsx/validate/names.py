"""Comparing names of people: degrees, capitals, punctuation and abbreviations do not count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_NOT_LETTERS: Final = re.compile(r"[^a-z ]+")
_DEGREE: Final = re.compile(r"(?<= )[a-z]{1,3}\.(?:[a-z]{1,5}\.?)+(?= |$)")
_TITLES: Final = frozenset(
    {"dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "ns", "apt", "kh", "ust", "rd"}
)
_MUHAMMAD: Final = frozenset(
    {"m", "moh", "mhd", "muh", "mohd", "mochamad", "mochammad", "mohamad", "mohammad", "muhamad"}
)
_CACHED_NAMES: Final = 20_000


def same_name(one: str, other: str) -> bool:
    """Tell whether two spellings may be the name of one person."""
    return one == other or plain_name(one) == plain_name(other)


@lru_cache(maxsize=_CACHED_NAMES)
def plain_name(name: str) -> str:
    """Reduce a name to its bare words: `dr. Hj. SITI NI'MAH, M.Kes.` becomes `siti nimah`."""
    before_degrees = name.casefold().split(",", maxsplit=1)[0]
    bare = _DEGREE.sub(" ", before_degrees)
    joined = bare.replace("'", "").replace("’", "").replace("`", "")
    words = _NOT_LETTERS.sub(" ", joined).split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join("muhammad" if word in _MUHAMMAD else word for word in words)
