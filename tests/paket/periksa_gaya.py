"""Formats of a workbook: every number that points at one points at one that is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.paket.buka import MAIN, Paket

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

MAX_FORMATS = 65_490
MAX_FORMAT_CODE = 255
_OWN_FORMATS = 164
"""Number formats from here on are the workbook's own."""
_LISTS = {
    "numFmts": "numFmt", "fonts": "font", "fills": "fill", "borders": "border", "dxfs": "dxf",
    "cellStyleXfs": "xf", "cellXfs": "xf", "cellStyles": "cellStyle",
}  # fmt: skip


def style_faults(paket: Paket) -> Iterator[str]:
    """List what is wrong with the formats, and with the cells that name them."""
    lists = {name: _list(paket.styles, name) for name in _LISTS}
    yield from _count_faults(paket.styles)
    yield from _format_faults(lists)
    formats, changes = len(lists["cellXfs"]), len(lists["dxfs"])
    if formats > MAX_FORMATS:
        yield f"{formats} formats"
    for sheet in paket.sheets:
        named = {one.get("s") for one in sheet.root.iter(f"{MAIN}c")}
        named |= {one.get("style") for one in sheet.root.iter(f"{MAIN}col")}
        named |= {one.get("s") for one in sheet.root.iter(f"{MAIN}row")}
        if any(one is not None and int(one) >= formats for one in named):
            yield f"{sheet.name}: a format that is not there"
        rules = {one.get("dxfId") for one in sheet.root.iter(f"{MAIN}cfRule")}
        if any(one is not None and int(one) >= changes for one in rules):
            yield f"{sheet.name}: a conditional format that is not there"


def _list(styles: ET.Element, name: str) -> list[ET.Element]:
    found = styles.find(f"{MAIN}{name}")
    return [] if found is None else list(found)


def _count_faults(styles: ET.Element) -> Iterator[str]:
    for name, item in _LISTS.items():
        found = styles.find(f"{MAIN}{name}")
        if found is None:
            continue
        if {one.tag for one in found} - {f"{MAIN}{item}"}:
            yield f"{name} holds something else"
        if int(found.get("count", -1)) != len(found):
            yield f"{name}: {found.get('count')} are counted, {len(found)} there"


def _format_faults(lists: dict[str, list[ET.Element]]) -> Iterator[str]:
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in lists["numFmts"]}
    yield from (f"number format {code!r}" for code in own.values() if len(code) > MAX_FORMAT_CODE)
    for one in lists["cellXfs"]:
        number = one.get("numFmtId", "0")
        if int(number) >= _OWN_FORMATS and number not in own:
            yield f"number format {number} is not there"
        for name, key in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId")):
            if int(one.get(key, 0)) >= len(lists[name]):
                yield f"{key} {one.get(key)} is not there"
        if int(one.get("xfId", 0)) >= len(lists["cellStyleXfs"]):
            yield f"style {one.get('xfId')} is not there"
