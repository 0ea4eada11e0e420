"""The small parts of a workbook: which sheets it has and where, and what its styles mean."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from kinerja_xlsx.read.package import MAX_SMALL_PART
from kinerja_xlsx.read.refuse import damaged
from kinerja_xlsx.read.sniff import other_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from kinerja_xlsx.read.package import Package

WORKBOOK: Final = "xl/workbook.xml"
_MAIN_TYPES: Final = ("/officeDocument",)
_STRINGS_TYPE: Final = "/sharedStrings"
_STYLES_TYPE: Final = "/styles"
_SHEET_TYPE: Final = "/worksheet"
_TRUE: Final = frozenset({"1", "true"})
_MAX_MIMETYPE: Final = 1024


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One tab of the workbook.

    Attributes:
        name: Name on the tab.
        part: Name of its XML part; None when it is no worksheet or has none.
        is_hidden: Hidden in either of the two ways.
    """

    name: str
    part: str | None
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """What the small parts say.

    Attributes:
        sheets: All tabs, in workbook order.
        shared_strings: Name of the part of shared texts, if there is one.
        styles: Name of the part of styles, if there is one.
        is_date_1904: Dates count from 1904.
    """

    sheets: tuple[SheetPart, ...]
    shared_strings: str | None
    styles: str | None
    is_date_1904: bool


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


def read_workbook(package: Package) -> WorkbookParts:
    """Find the sheets of a package through its relations.

    Raises:
        UnreadableFileError: It holds no workbook of the readable kind, or a part is damaged.
    """
    main = _main_part(package)
    relations = _relations(package, main)
    by_kind = {relation.kind: relation.target for relation in relations.values()}
    sheets: list[SheetPart] = []
    is_date_1904 = False
    for element in _elements(package, main):
        match _local(element.tag):
            case "sheet":
                sheets.append(_sheet_part(element, relations))
            case "workbookPr":
                # An extension of the same name may follow, without the attribute.
                is_date_1904 = is_date_1904 or element.get("date1904") in _TRUE
    package.call_tabs({sheet.part: sheet.name for sheet in sheets if sheet.part is not None})
    return WorkbookParts(
        sheets=tuple(sheets),
        shared_strings=_present(package, by_kind.get(_STRINGS_TYPE)),
        styles=_present(package, by_kind.get(_STYLES_TYPE)),
        is_date_1904=is_date_1904,
    )


def _main_part(package: Package) -> str:
    found = [
        relation.target
        for relation in _relations(package, "").values()
        if relation.kind in _MAIN_TYPES
    ]
    main = found[0] if found else WORKBOOK
    if main not in package:
        main = WORKBOOK
    if main not in package or not main.casefold().endswith(".xml") or _is_foreign(main):
        mimetype = package.read("mimetype", _MAX_MIMETYPE) if "mimetype" in package else b""
        raise other_package(package.names, mimetype)
    return main


def _is_foreign(main: str) -> bool:
    return main.casefold() in {"word/document.xml", "ppt/presentation.xml"}


def _present(package: Package, name: str | None) -> str | None:
    return name if name is not None and name in package else None


def _sheet_part(element: Element, relations: Mapping[str, _Relation]) -> SheetPart:
    # The relation's namespace differs between the two dialects; its local name does not.
    keys = [value for name, value in element.items() if _local(name) == "id" and "}" in name]
    relation = relations.get(keys[0]) if keys else None
    is_sheet = relation is not None and relation.kind == _SHEET_TYPE
    return SheetPart(
        name=element.get("name", ""),
        part=relation.target if relation is not None and is_sheet else None,
        is_hidden=element.get("state", "visible") != "visible",
    )


def _relations(package: Package, source: str) -> Mapping[str, _Relation]:
    """Read the relations of a part; the package itself is the empty name."""
    folder, name = posixpath.split(source)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    if part not in package:
        return {}
    return {
        element.get("Id", ""): _Relation(
            kind=f"/{element.get('Type', '').rsplit('/', 1)[-1]}",
            target=_stored(package, _resolve(folder, element.get("Target", ""))),
        )
        for element in _elements(package, part)
        if _local(element.tag) == "Relationship" and element.get("TargetMode") != "External"
    }


def _stored(package: Package, target: str) -> str:
    """Give the name a part is stored under: some writers escape it in the target alone."""
    return target if target in package else unquote(target)


def _resolve(folder: str, target: str) -> str:
    """Turn a relation's target into a part name; one that starts with `/` is absolute."""
    path = posixpath.join("/", folder, target.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def _elements(package: Package, part: str) -> Iterator[Element]:
    """Walk the elements of a small part as they end, forgetting each behind us."""
    xml = package.xml(part, MAX_SMALL_PART)
    try:
        for _, element in iterparse(BytesIO(xml), forbid_dtd=True):
            yield element
            if _local(element.tag) not in _KEPT:
                element.clear()
    except (ParseError, DefusedXmlException) as error:
        raise damaged(f"bagian {part} terpotong") from error


_KEPT: Final = frozenset({"xf"})
"""Elements that their parent still needs when it ends."""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


_PERCENT_FORMATS: Final = frozenset({"9", "10"})
_NOT_SHOWN: Final = re.compile(r'"[^"]*(?:"|\Z)|\\.|\[[^\]]*(?:\]|\Z)|_.|\*.')
"""Quoted, escaped, bracketed and padding parts of a number format.

One that is never closed goes to the end, or a million brackets would be searched a million times.
"""


def percent_styles(package: Package, part: str | None) -> frozenset[int]:
    """List the cell styles that show a number as a percentage.

    Args:
        package: The package.
        part: Name of the part of styles, if there is one.

    Raises:
        UnreadableFileError: The part is damaged.
    """
    if part is None:
        return frozenset()
    formats = set(_PERCENT_FORMATS)
    styles: list[int] = []
    for element in _elements(package, part):
        match _local(element.tag):
            case "numFmt" if "%" in _NOT_SHOWN.sub("", element.get("formatCode", "")):
                formats.add(element.get("numFmtId", ""))
            case "cellXfs":
                styles = [
                    index
                    for index, style in enumerate(element)
                    if style.get("numFmtId") in formats
                ]
    return frozenset(styles)
