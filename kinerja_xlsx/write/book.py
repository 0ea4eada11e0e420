"""The loud wrapper around xlsxwriter: fixed dates, text stays text, refusals become exceptions."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from kinerja_xlsx.write.style import Look, merge
from kinerja_xlsx.write.teks_sel import TextWorkbook, cell_text

FONT: Final = "Arial"
FONT_SIZE: Final = 10
# Without a scheme Excel keeps the font named here instead of the theme's own.
_FONT: Final = MappingProxyType({"font_name": FONT, "font_size": FONT_SIZE, "font_scheme": False})
_OPTIONS: Final = MappingProxyType(
    {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
)
TERPOTONG: Final = " … (terpotong)"
_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class ExcelLimitError(Exception):
    """The workbook library refused content; a fault of ours, never of the data."""


def must(code: int | None) -> None:
    """Turn the library's silent negative return codes into an exception.

    Raises:
        ExcelLimitError: The call was refused.
    """
    if code is not None and code < 0:
        raise ExcelLimitError(f"xlsxwriter menolak isi (kode {code})")


def clean_text(text: str) -> str:
    """Drop characters that a workbook cannot hold; anything else stays as it is."""
    return _NOT_XML.sub("", text)


def fit_text(text: str) -> str:
    """Drop what no cell can hold, and say so where a text is longer than a cell."""
    clean = clean_text(text)
    fitting = cell_text(clean)
    if fitting == clean:
        return clean
    return fitting[: -len(TERPOTONG)] + TERPOTONG


@dataclass(slots=True)
class Book:
    """A workbook being written, with its named formats made once each."""

    workbook: Workbook
    _formats: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    def format(self, **properties: object) -> Format:
        """Return the format with these properties, made on first use."""
        key = tuple(sorted(properties.items(), key=lambda item: item[0]))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({**_FONT, **properties})
        return self._formats[key]

    def style(self, *looks: Look) -> Format:
        """Return the format of these looks laid over each other, later ones winning."""
        return self.format(**merge(*looks))

    def define_name(self, name: str, cells: str) -> None:
        """Name a range such as `Referensi!$A$2:$A$5`."""
        must(self.workbook.define_name(name, f"={cells}"))


@contextmanager
def open_book(buffer: io.BytesIO, *, title: str, created: date) -> Iterator[Book]:
    """Open a workbook that is written to `buffer` when the block ends without an error.

    Args:
        buffer: Receives the finished workbook.
        title: Document title.
        created: The only date the file carries: the last day of its period.

    Raises:
        ExcelLimitError: The library warned about content it would have dropped.
    """
    # The library writes into the mapping it is given, so each workbook gets its own.
    font = dict(_FONT)
    workbook = TextWorkbook(buffer, {**_OPTIONS, "default_format_properties": font})
    workbook.set_properties(
        {
            "title": clean_text(title),
            "author": "kinerja_xlsx",
            "company": "",
            "created": datetime(created.year, created.month, created.day),  # noqa: DTZ001 - a file date has no zone
        }
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            yield Book(workbook)
            workbook.close()
        except UserWarning as warning:
            raise ExcelLimitError(str(warning)) from warning


_FORBIDDEN_IN_SHEET: Final = re.compile(r"[\[\]:*?/\\]")
MAX_SHEET_NAME: Final = 31


def unique_sheet_name(wanted: str, taken: set[str]) -> str:
    """Make a sheet name that Excel accepts and that no other sheet has, and mark it taken.

    Args:
        wanted: Any text.
        taken: Case-folded names already in the workbook; the result is added.
    """
    base = _FORBIDDEN_IN_SHEET.sub(" ", unicodedata.normalize("NFC", clean_text(wanted)))
    base = base.strip(" '")[:MAX_SHEET_NAME] or "Lembar"
    name, number = base, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        suffix = f"-{number}"
        name = base[: MAX_SHEET_NAME - len(suffix)] + suffix
    taken.add(name.casefold())
    return name
