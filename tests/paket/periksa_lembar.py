"""One sheet of a workbook: order and limits of what it holds, and that nothing collides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tests.paket.buka import MAIN, OFFICE, Paket, cells, ref_faults, split_address, split_range

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from tests.paket.buka import Lembar

# The order in which a sheet's parts must stand (CT_Worksheet of ECMA-376, part 1, 18.3.1.99).
ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
CELL_TYPES = {"s", "n", "b", "str", "e", None}
MAX_FORMULA = 8192
MAX_HEIGHT, MAX_WIDTH = 409.5, 255
MAX_SPELLED, MAX_TITLE, MAX_MESSAGE = 255, 32, 255
MAX_FOOTER = 255
MAX_BREAKS = 1023
_FOOTER_CODE = re.compile(r'&(?:[LCRPNDTAF&]|\d+|"[^"]*"|.?)', re.DOTALL)
OWN_CODES = re.compile(r"&(?:[LCRPN]|8|&)")
"""What our own footers use: three places, page, pages, size 8, and the sign itself."""


def sheet_faults(paket: Paket, sheet: Lembar) -> Iterator[str]:
    """List what is wrong with one sheet."""
    for check in CHECKS:
        yield from check(paket, sheet)


def _children(sheet: Lembar, path: str) -> list[ET.Element]:
    return sheet.root.findall("/".join(f"{MAIN}{step}" for step in path.split("/")))


def _order(_paket: Paket, sheet: Lembar) -> Iterator[str]:
    names = [child.tag.removeprefix(MAIN) for child in sheet.root]
    places = [ORDER.index(name) for name in names if name in ORDER]
    if set(names) - set(ORDER) or places != sorted(places):
        yield f"parts {names}"
    many = {name for name, number in Counter(names).items() if number > 1}
    if many - {"conditionalFormatting"}:
        yield f"{many} is there twice"


def _grid(_paket: Paket, sheet: Lembar) -> Iterator[str]:
    rows = _children(sheet, "sheetData/row")
    numbers = [int(row.get("r", 0)) for row in rows]
    if any(first >= second for first, second in pairwise(numbers)):
        yield "rows are out of order"
    for row, number in zip(rows, numbers, strict=True):
        addresses = [split_address(cell.get("r", "")) for cell in row]
        if any(at[0] != number for at in addresses) or addresses != sorted(set(addresses)):
            yield f"cells of row {number} are out of order"
        if float(row.get("ht", 0)) > MAX_HEIGHT:
            yield f"row {number} is {row.get('ht')} high"
    columns = _children(sheet, "cols/col")
    if any(int(one.get("max", 0)) >= int(two.get("min", 0)) for one, two in pairwise(columns)):
        yield "columns overlap"
    if any(float(one.get("width", 0)) > MAX_WIDTH for one in columns):
        yield "a column is too wide"


def _content(paket: Paket, sheet: Lembar) -> Iterator[str]:
    for cell in cells(sheet):
        if cell.get("t") not in CELL_TYPES:
            yield f"{cell.get('r')} is of type {cell.get('t')}"
        formula = cell.findtext(f"{MAIN}f")
        if formula is None:
            continue
        if len(formula) > MAX_FORMULA or formula.startswith("="):
            yield f"{cell.get('r')}: formula {formula[:60]}"
        if cell.find(f"{MAIN}v") is None:
            yield f"{cell.get('r')}: formula without a value"
        yield from ref_faults(paket, formula)


def _merges(_paket: Paket, sheet: Lembar) -> Iterator[str]:
    whole = sheet.root.find(f"{MAIN}mergeCells")
    merged = [] if whole is None else [one.get("ref", "") for one in whole]
    if whole is not None and int(whole.get("count", -1)) != len(merged):
        yield "merged cells are miscounted"
    ranges = [split_range(ref) for ref in merged]
    if any(_touch(one, other) for one, other in combinations(ranges, 2)):
        yield "merged cells overlap"
    covered = {
        (row, column): (top, left)
        for top, left, bottom, right in ranges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for cell in cells(sheet):
        at = split_address(cell.get("r", ""))
        if covered.get(at, at) != at and cell.find(f"{MAIN}v") is not None:
            yield f"{cell.get('r')} is hidden below a merged cell"


def _touch(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _limits(paket: Paket, sheet: Lembar) -> Iterator[str]:
    whole = sheet.root.find(f"{MAIN}dataValidations")
    if whole is None:
        return
    if int(whole.get("count", -1)) != len(whole):
        yield "limits are miscounted"
    ranges: list[tuple[int, int, int, int]] = []
    for one in whole:
        ranges += [split_range(ref) for ref in one.get("sqref", "").split()]
        titles = (one.get("promptTitle", ""), one.get("errorTitle", ""))
        messages = (one.get("prompt", ""), one.get("error", ""))
        if max(map(len, titles)) > MAX_TITLE or max(map(len, messages)) > MAX_MESSAGE:
            yield f"{one.get('sqref')}: message too long"
        for formula in (one.findtext(f"{MAIN}formula1", ""), one.findtext(f"{MAIN}formula2", "")):
            if len(formula) > MAX_SPELLED:
                yield f"{one.get('sqref')}: limit {formula[:60]}"
            yield from ref_faults(paket, formula)
    if any(_touch(one, other) for one, other in combinations(ranges, 2)):
        yield "two limits for one cell"


def _rules(paket: Paket, sheet: Lembar) -> Iterator[str]:
    ranks = [one.get("priority") for one in sheet.root.iter(f"{MAIN}cfRule")]
    if len(set(ranks)) != len(ranks):
        yield "conditional formats of one rank"
    for one in sheet.root.iter(f"{MAIN}formula"):
        yield from ref_faults(paket, one.text or "")


def _paper(_paket: Paket, sheet: Lembar) -> Iterator[str]:
    for one in sheet.root.iter(f"{MAIN}headerFooter"):
        for part in one:
            text = part.text or ""
            codes = _FOOTER_CODE.findall(text)
            if len(text) > MAX_FOOTER or not all(map(OWN_CODES.fullmatch, codes)):
                yield f"footer {text!r}"
    for name in ("rowBreaks", "colBreaks"):
        for one in _children(sheet, name):
            counted = [int(one.get(key, -1)) for key in ("count", "manualBreakCount")]
            if counted != [len(one), sum(brk.get("man") == "1" for brk in one)]:
                yield f"{name} are miscounted"
            if len(one) > MAX_BREAKS:
                yield f"{len(one)} {name}"


def _links(paket: Paket, sheet: Lembar) -> Iterator[str]:
    """Check what the sheet leads to: drawings with their charts, comments, tables, links."""
    known = paket.relations(sheet.part)
    named = {one.get(f"{OFFICE}id") for one in sheet.root.iter()} - {None}
    if named - set(known):
        yield f"leads to {named - set(known)}"
    for link in known.values():
        if link.is_external:
            yield f"leads outside to {link.target}"
        elif link.kind == "drawing":
            yield from _drawing(paket, link.target)
        elif link.kind == "table":
            yield from _table(paket, sheet, link.target)


def _drawing(paket: Paket, part: str) -> Iterator[str]:
    links = paket.relations(part)
    named = {one.get(f"{OFFICE}id") for one in paket.xml(part).iter()} - {None}
    if named != set(links):
        yield f"{part} names {named}"
    for link in links.values():
        found = paket.xml(link.target).iter() if link.kind == "chart" else ()
        for one in found:
            yield from ref_faults(paket, one.text or "") if one.tag.endswith("}f") else ()


def _table(paket: Paket, sheet: Lembar, part: str) -> Iterator[str]:
    table = paket.xml(part)
    row, first, _, last = split_range(table.get("ref", ""))
    headings = {
        split_address(cell.get("r", ""))[1]: paket.texts[int(cell.findtext(f"{MAIN}v", "-1"))]
        for cell in cells(sheet)
        if split_address(cell.get("r", ""))[0] == row and cell.get("t") == "s"
    }
    names = [one.get("name") for one in table.iter(f"{MAIN}tableColumn")]
    if [headings.get(column) for column in range(first, last + 1)] != names:
        yield f"table {table.get('displayName')} has other headings"
    if len({str(name).casefold() for name in names}) != len(names):
        yield f"table {table.get('displayName')} has a heading twice"


CHECKS: tuple[Callable[[Paket, Lembar], Iterator[str]], ...] = (
    _order, _grid, _content, _merges, _limits, _rules, _paper, _links,
)  # fmt: skip
