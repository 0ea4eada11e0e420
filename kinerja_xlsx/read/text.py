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
    return isinstance(value, str) and not _IGNORED.sub("", value).strip()


def shown(value: CellValue) -> str:
    """Write a value as a person reads it in the sheet: `87,5`, `01/03/2026`, `TRUE`."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%d/%m/%Y %H:%M}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def nearest(wanted: str, names: Iterable[str]) -> str | None:
    """Find the name that is most like the wanted one; None when none is like it."""
    found = process.extractOne(
        wanted, list(names), scorer=fuzz.ratio, processor=plain, score_cutoff=_NEAR
    )
    return None if found is None else str(found[0])
