"""A workbook taken apart by the rules of its package: parts, relationships, what each part is."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CONTENT = "[Content_Types].xml"
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_STRING = re.compile(r'"(?:[^"]|"")*"')
_REF = re.compile(r"(?:'((?:[^']|'')+)'|([A-Za-z0-9_.]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)")


@dataclass(frozen=True)
class Relasi:
    """One relationship: where it leads, and what is there."""

    key: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Lembar:
    """One worksheet: its name, its part, and its XML."""

    name: str
    part: str
    state: str
    root: ET.Element


class Paket:
    """A workbook by its parts."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as package:
            self.names = package.namelist()
            self.parts: Mapping[str, bytes] = {name: package.read(name) for name in self.names}

    def xml(self, part: str) -> ET.Element:
        return ET.fromstring(self.parts[part])  # noqa: S314 - our own output

    def relations(self, part: str) -> dict[str, Relasi]:
        """Give the relationships of a part by identifier; those of the package have no name."""
        folder, _, name = part.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        if source not in self.parts:
            return {}
        found = {}
        for one in self.xml(source).iter(f"{RELATIONS}Relationship"):
            external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = one.get("Type", "").rsplit("/", 1)[-1]
            found[one.get("Id", "")] = Relasi(one.get("Id", ""), kind, target, external)
        return found

    @cached_property
    def workbook(self) -> ET.Element:
        return self.xml("xl/workbook.xml")

    @cached_property
    def sheets(self) -> tuple[Lembar, ...]:
        links = self.relations("xl/workbook.xml")
        return tuple(
            Lembar(
                one.get("name", ""),
                links[one.get(f"{OFFICE}id", "")].target,
                one.get("state", "visible"),
                self.xml(links[one.get(f"{OFFICE}id", "")].target),
            )
            for one in self.workbook.iter(f"{MAIN}sheet")
        )

    @cached_property
    def styles(self) -> ET.Element:
        return self.xml("xl/styles.xml")

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The shared texts as people read them."""
        if "xl/sharedStrings.xml" not in self.parts:
            return ()
        return tuple(
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in self.xml("xl/sharedStrings.xml").iter(f"{MAIN}si")
        )

    def charts(self) -> Iterator[tuple[str, ET.Element]]:
        for name in self.names:
            if name.startswith("xl/charts/chart"):
                yield name, self.xml(name)

    def formulas(self) -> Iterator[tuple[str, str]]:
        """Give every formula of the package with the part in which it stands."""
        for name in self.names:
            if not name.endswith((".xml", ".vml")) or name == CONTENT:
                continue
            for one in self.xml(name).iter():
                local = one.tag.rpartition("}")[2]
                if local in {"f", "formula", "formula1", "formula2", "definedName"} and one.text:
                    yield name, one.text


def cells(sheet: Lembar) -> Iterator[ET.Element]:
    yield from sheet.root.iter(f"{MAIN}c")


def split_address(address: str) -> tuple[int, int]:
    """Give row and column of an address such as `$C$12`, from 1."""
    letters = "".join(sign for sign in address if sign.isalpha())
    column = 0
    for sign in letters:
        column = column * 26 + ord(sign) - ord("A") + 1
    return int("".join(sign for sign in address if sign.isdigit())), column


def split_range(ref: str) -> tuple[int, int, int, int]:
    """Give first row, first column, last row and last column of a range."""
    first, _, last = ref.partition(":")
    return (*split_address(first), *split_address(last or first))


def without_strings(formula: str) -> str:
    """Take the texts out of a formula that it spells out."""
    return _STRING.sub('""', formula)


def ref_faults(paket: Paket, formula: str) -> Iterator[str]:
    """Check that what a formula looks at is there: its sheets, and within their edges."""
    known = {sheet.name.casefold() for sheet in paket.sheets}
    for quoted, bare, cells_of in _REF.findall(without_strings(formula)):
        sheet = (quoted or bare).replace("''", "'")
        if sheet.casefold() not in known:
            yield f"{formula[:60]} looks at {sheet!r}"
        _, _, row, column = split_range(cells_of.replace("$", ""))
        if row > MAX_ROW or column > MAX_COLUMN:
            yield f"{formula[:60]} looks beyond the last cell"
    if "#REF!" in without_strings(formula):
        yield f"{formula[:60]} looks at nothing"
