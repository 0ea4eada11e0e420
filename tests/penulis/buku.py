"""A workbook taken apart, to be written again as some other program would write it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from tests.unit.read.raw import MAIN, OFFICE, PACKAGE

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
STRINGS = "xl/sharedStrings.xml"
SHEETS = "xl/worksheets/sheet"
RELS = f"{PACKAGE}/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Parts = dict[str, bytes]
"""Name to XML or other bytes, in the order of the package."""


def q(name: str) -> str:
    """Write a name of the spreadsheet dialect for ElementTree."""
    return f"{{{MAIN}}}{name}"


def made(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element of the spreadsheet dialect."""
    element = SubElement(parent, q(name), attributes)
    element.text = text or None
    if text != text.strip():
        element.set(SPACE, "preserve")
    return element


@dataclass(slots=True)
class Buku:
    """The parts whose cells change as trees, and the others as bytes.

    Attributes:
        sheets: Part name to the root of a sheet.
        workbook: The list of sheets.
        styles: The styles; None leaves the part out.
        strings: Shared texts, each an `si`; none leaves the part out.
        counts: What the shared texts announce about their number.
        others: The other parts.
    """

    sheets: dict[str, Element]
    workbook: Element
    styles: Element | None
    strings: list[Element] = field(default_factory=list)
    counts: dict[str, str] = field(default_factory=dict)
    others: Parts = field(default_factory=dict)

    def parts(self) -> Parts:
        """Write all parts again."""
        named = dict(self.others)
        named[RELATIONS] = self._relations(named[RELATIONS])
        named[WORKBOOK] = written(self.workbook)
        if self.styles is not None:
            named[STYLES] = written(self.styles)
        if self.strings:
            root = Element(q("sst"), self.counts)
            root.extend(self.strings)
            named[STRINGS] = written(root)
        return named | {name: written(root) for name, root in self.sheets.items()}

    def _relations(self, xml: bytes) -> bytes:
        root = fromstring(xml)
        for relation in list(root):
            if self.styles is None and relation.get("Type", "").endswith("/styles"):
                root.remove(relation)
        if self.strings:
            kind = f"{OFFICE}/sharedStrings"
            target = {"Id": "rIdTeks", "Type": kind, "Target": "sharedStrings.xml"}
            SubElement(root, f"{{{RELS}}}Relationship", target)
        return written(root)


def take_apart(data: bytes) -> Buku:
    """Read a workbook as openpyxl writes it."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheets = {name: fromstring(parts.pop(name)) for name in list(parts) if name.startswith(SHEETS)}
    return Buku(
        sheets=sheets,
        workbook=fromstring(parts.pop(WORKBOOK)),
        styles=fromstring(parts.pop(STYLES)),
        others=parts,
    )


def written(root: Element) -> bytes:
    """Write a tree with the spreadsheet dialect, or that of relations, as its own namespace."""
    register_namespace("r", OFFICE)
    register_namespace("", RELS if root.tag.startswith(f"{{{RELS}}}") else MAIN)
    xml: bytes = tostring(root, encoding="utf-8")
    return DECLARATION + xml


def rows_of(root: Element) -> list[Element]:
    """List the rows of a sheet."""
    return list(root.iter(q("row")))


def cells_of(buku: Buku) -> Iterator[Element]:
    """Walk the cells of all sheets."""
    for root in buku.sheets.values():
        yield from root.iter(q("c"))


def texts_of(buku: Buku) -> Iterator[tuple[Element, str]]:
    """Walk the cells of typed text, with it."""
    for cell in cells_of(buku):
        text = cell.find(f"{q('is')}/{q('t')}")
        if cell.get("t") == "inlineStr" and text is not None:
            yield cell, text.text or ""


def number_of(cell: Element) -> str | None:
    """Give the number of a cell of typed number as written."""
    value = cell.find(q("v"))
    is_typed = cell.get("t", "n") == "n" and cell.find(q("f")) is None
    return value.text if is_typed and value is not None else None


def emptied(cell: Element, kind: str | None) -> Element:
    """Take the content of a cell out and give it another type."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if kind is not None:
        cell.set("t", kind)
    return cell


def letters_of(cell: Element) -> str:
    """Give the column letters of a cell."""
    return cell.get("r", "").rstrip("0123456789")


def xml_parts(parts: Parts) -> list[str]:
    """List the parts that are XML."""
    return [name for name in parts if posixpath.splitext(name)[1] in {".xml", ".rels"}]
