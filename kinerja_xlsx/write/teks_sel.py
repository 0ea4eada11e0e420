"""Texts as a package stores them: every letter comes back, and none is taken for markup.

The library takes a text `<r>…</r>` for formatting of its own and writes it unescaped, so that such
a cell would damage the workbook; and it escapes `_x005F_x000D_` halfway. Both are texts here.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from xlsxwriter.core import Core
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable
from xlsxwriter.workbook import Workbook

LANGUAGE: Final = "id-ID"
MAX_TEXT: Final = 32_767
"""Most units of UTF-16 in a cell."""
_PART: Final = "xl/sharedStrings.xml"
_CORE: Final = "docProps/core.xml"
_LIKE_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f]")
_NO_LETTERS: Final = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
"""Halves of letters, and two signs that no XML may hold and not every program reads escaped."""


def cell_text(text: str) -> str:
    """Make a text fit for a cell: without what no package holds, as long as Excel bears."""
    whole = _NO_LETTERS.sub("", text)
    if len(whole) <= MAX_TEXT // 2:
        return whole
    return whole.encode("utf-16-le")[: 2 * MAX_TEXT].decode("utf-16-le", errors="ignore")


def escape_text(text: str) -> str:
    """Write signs that XML cannot hold, and texts that look like their escapes, as escapes."""
    return _CONTROLS.sub(lambda sign: f"_x{ord(sign[0]):04X}_", _LIKE_ESCAPE.sub("_x005F_", text))


class _Texts(SharedStrings):
    """The shared texts of a workbook."""

    def write(self, table: SharedStringTable, target: object) -> None:
        self.string_table = table  # type: ignore[assignment]  # the library names no type
        self._set_xml_writer(target)
        self._assemble_xml_file()

    def _write_si(self, string: str) -> None:
        has_edge = string[:1].isspace() or string[-1:].isspace()
        kept = [("xml:space", "preserve")] if has_edge else []
        self._xml_si_element(escape_text(string), kept)


class _Core(Core):
    """The properties of a document, with its language, which the library leaves out."""

    def write(self, properties: dict[str, str | datetime], target: object) -> None:
        self._set_properties(properties)
        self._set_xml_writer(target)
        self._assemble_xml_file()

    def _write_dc_creator(self) -> None:
        super()._write_dc_creator()
        self._xml_data_element("dc:language", LANGUAGE)


class _Packager(Packager):
    """Puts the parts of a workbook together."""

    def __init__(self, table: SharedStringTable, properties: dict[str, str | datetime]) -> None:
        super().__init__()
        self._table = table
        self._properties = properties

    def _write_core_file(self) -> None:
        _Core().write(self._properties, self._filename(_CORE))  # type: ignore[no-untyped-call]  # the library's own

    def _write_shared_strings_file(self) -> None:
        if self._table.count:
            part = self._filename(_PART)  # type: ignore[no-untyped-call]  # the library's own
            _Texts().write(self._table, part)


class TextWorkbook(Workbook):
    """A workbook whose texts are texts."""

    def _get_packager(self) -> Packager:
        return _Packager(self.str_table, self.doc_properties)
