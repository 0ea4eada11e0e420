"""The values of the cells, read from a package of our own making that holds scanned parts only."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, load_workbook

from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.read.refuse import damaged

Rows = Sequence[Sequence[CellValue]]
"""Values from row 1 and column 1, all rows of the same length; None is an empty cell."""

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES: Final = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/></Types>'
)
_ERROR_VALUE: Final = re.compile(
    rb'(<c (?=[^<>]*\bt="e")[^<>]*+>(?:<f[^<>]*/>|<f[^<>]*+>[^<]*</f>)?<v>)[^<]+'
)
_PADDED_NUMBER: Final = re.compile(
    rb"""(<(?:\w+:)?c\b(?![^<>]*\bt=["']str["'])[^<>]*>\s*<(?:\w+:)?v>)"""
    rb"\s*([-+0-9.Ee]+)\s*(</)"
)
_ERROR_MARK: Final = b' t="e"'
_BEFORE_ROOT: Final = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_STRINGS_ROOT: Final = re.compile(
    rb"""<(?:[\w.-]+:)?sst(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*+>"""
)
_COUNT: Final = re.compile(rb"""\b(?:uniqueC|c)ount\s*=\s*(?:"[^"]*"|'[^']*')""")
_PANIC: Final = "PanicException"


@dataclass(frozen=True, slots=True)
class ValueParts:
    """Parts whose values are wanted.

    Attributes:
        sheets: XML of the sheets.
        shared_strings: XML of the shared texts; empty when there are none.
        styles: XML of the styles; empty when there are none.
        is_date_1904: Dates count from 1904.
    """

    sheets: Sequence[bytes]
    shared_strings: bytes
    styles: bytes
    is_date_1904: bool


def wrap_rows(data: bytes) -> bytes:
    """Make a sheet of rows, without the extent and the tables that other readers trust."""
    return b"<worksheet><sheetData>" + data + b"</sheetData></worksheet>"


def trim_numbers(xml: bytes) -> bytes:
    """Drop white space around numbers: the reader gives up the sheet over it."""
    return _PADDED_NUMBER.sub(rb"\1\2\3", xml)


def read_values(parts: ValueParts) -> list[Rows]:
    """Read the values of each sheet; errors and formulas without a value are None.

    Raises:
        UnreadableFileError: A part is damaged.
    """
    try:
        with load_workbook(BytesIO(_pack(parts))) as workbook:
            return [_rows(workbook, index) for index in range(len(parts.sheets))]
    except CalamineError as error:
        raise damaged("isi lembarnya tidak terbaca") from error
    except BaseException as error:
        # A panic of the reader derives from BaseException alone and has no importable type.
        if type(error).__name__ != _PANIC:
            raise
        raise damaged("isi lembarnya tidak terbaca") from error


def _rows(workbook: CalamineWorkbook, index: int) -> Rows:
    rows = workbook.get_sheet_by_index(index).to_python(skip_empty_area=False)
    # What is true needs no comparison, and most cells are.
    return [[value if value or value != "" else None for value in row] for row in rows]


def _pack(parts: ValueParts) -> bytes:
    """Put the scanned parts into a package, so that nothing else can be read by mistake."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(len(parts.sheets), is_date_1904=parts.is_date_1904),
    }
    relations: dict[str, tuple[str, str]] = {}
    for number, xml in enumerate(parts.sheets, start=1):
        name = f"worksheets/sheet{number}.xml"
        relations[f"rId{number}"] = ("worksheet", name)
        members[f"xl/{name}"] = _without_error_names(xml)
    if parts.shared_strings:
        relations["strings"] = ("sharedStrings", "sharedStrings.xml")
        members["xl/sharedStrings.xml"] = _without_counts(parts.shared_strings)
    if parts.styles:
        relations["styles"] = ("styles", "styles.xml")
        members["xl/styles.xml"] = parts.styles
    members["xl/_rels/workbook.xml.rels"] = _relations(relations)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _workbook(count: int, *, is_date_1904: bool) -> str:
    sheets = "".join(
        f'<sheet name="{number}" sheetId="{number}" r:id="rId{number}"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{int(is_date_1904)}"/><sheets>{sheets}</sheets></workbook>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _without_error_names(xml: bytes) -> bytes:
    """Give all errors one name: the reader gives up the sheet over names newer than itself."""
    return _ERROR_VALUE.sub(rb"\1#N/A", xml) if _ERROR_MARK in xml else xml


def _without_counts(xml: bytes) -> bytes:
    """Drop the announced number of texts: the reader makes room for it, however large.

    Raises:
        UnreadableFileError: There is something else where the texts should begin.
    """
    before = _BEFORE_ROOT.match(xml)
    start = 0 if before is None else before.end()
    root = _STRINGS_ROOT.match(xml, start)
    if root is None:
        raise damaged("daftar teksnya tidak terbaca")
    return xml[:start] + _COUNT.sub(b"", root[0]) + xml[root.end() :]
