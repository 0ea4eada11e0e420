"""How names are compared: sheet names, headings and labels, whatever their spelling."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja_xlsx.model.submission import CellValue

_IGNORED: Final = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad*]")
_SPACE_LIKE: Final = re.compile(r"[\s_.]+")
_AROUND_SLASH: Final = re.compile(r"\s*/\s*")
_EDGES: Final = " :"
_NEAR: Final = 75
"""Of 100; below this two names are rarely the same word mistyped."""
_LENGTHENED: Final = 90
"""How near a name is that has all words of the other and more, such as `Target Triwulan`."""
_AS_NEAR: Final = 10
"""Names that are less near than the nearest by no more than this are named beside it."""
_MOST_NAMED: Final = 3


def plain(text: str) -> str:
    """Reduce a heading or label to what counts: case, spaces, dots and asterisks do not."""
    kept = _IGNORED.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return _AROUND_SLASH.sub("/", _SPACE_LIKE.sub(" ", kept).strip(_EDGES))


def plain_sheet_name(name: str) -> str:
    """Reduce a sheet name to what counts: case and white space do not."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell shows nothing: empty, or white space alone."""
    if value is None:
        return True
    # A word without any other sign is told at once.
    return isinstance(value, str) and not (value.isalnum() or _IGNORED.sub("", value).strip())


def shown(value: CellValue) -> str:
    """Write a value as a person reads it in the sheet: `87,5`, `01/03/2026`, `TRUE`."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%d/%m/%Y %H:%M}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def near_misses(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """List the names that may be meant by the wanted one, the nearest first; three at most."""
    found = process.extract(
        wanted,
        list(names),
        scorer=_likeness,
        processor=plain,
        score_cutoff=_NEAR,
        limit=_MOST_NAMED,
    )
    return tuple(str(name) for name, score, _ in found if score >= found[0][1] - _AS_NEAR)


def _likeness(wanted: str, name: str, **_: object) -> float:
    """Compare letters; a name with all the words of the wanted one is near in any case."""
    more = _LENGTHENED if set(wanted.split()) < set(name.split()) else 0
    return max(fuzz.ratio(wanted, name), more)
