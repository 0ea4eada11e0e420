"""What keeps somebody from using a workbook: who listens, sees no colours, or has only keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.paket.buka import MAIN, Paket, cells, split_address, split_range
from tests.paket.warna import ENOUGH, conditional_inks, used_inks

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from tests.paket.buka import Lembar

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_PART = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def barriers(data: bytes) -> list[str]:
    """List everything in a workbook that is a barrier."""
    paket = Paket(data)
    return [
        fault
        for check in (_start, _properties, _drawings, _headings, _merges, _colours, _charts)
        for fault in check(paket)
    ]


def _start(paket: Paket) -> Iterator[str]:
    """Look where a reader begins: the first sheet, open, and its first cell."""
    view = next(paket.workbook.iter(f"{MAIN}workbookView"))
    if (view.get("activeTab", "0"), view.get("firstSheet", "0")) != ("0", "0"):
        yield f"sheet {view.get('activeTab')} is open instead of the first"
    views = [(sheet, one) for sheet in paket.sheets for one in sheet.root.iter(f"{MAIN}sheetView")]
    chosen = [sheet.name for sheet, one in views if one.get("tabSelected") == "1"]
    if chosen != [paket.sheets[0].name] or paket.sheets[0].state != "visible":
        yield f"{chosen} are chosen"
    cursors = {one.get("activeCell", "A1") for one in views[0][1].iter(f"{MAIN}selection")}
    if cursors - {"A1"}:
        yield f"the cursor is in {cursors}"


def _properties(paket: Paket) -> Iterator[str]:
    core = paket.parts["docProps/core.xml"].decode()
    title = re.search(r"<dc:title>([^<]+)</dc:title>", core)
    if title is None or len(title[1].split()) < len(("two", "words")):
        yield "no title"
    if "<dc:language>id-ID</dc:language>" not in core:
        yield "no language"


def _drawings(paket: Paket) -> Iterator[str]:
    """Look for another text of each drawing, with the figures that it shows."""
    for part in paket.names:
        if not part.startswith("xl/drawings/drawing"):
            continue
        shapes = list(paket.xml(part).iter(f"{_DRAWING}cNvPr"))
        if len({one.get("name") for one in shapes}) != len(shapes):
            yield f"two drawings of {part} have one name"
        for said in (one.get("descr", "") for one in shapes):
            if not re.match(r"Diagram .*\d", said, re.DOTALL):
                yield f"{part} says {said!r}"


def _tables(paket: Paket) -> Iterator[tuple[Lembar, tuple[int, int, int, int]]]:
    """Give every table that can be filtered: its sheet, and where it lies."""
    for sheet in paket.sheets:
        found = sheet.root.find(f"{MAIN}autoFilter")
        if found is not None:
            yield sheet, split_range(found.get("ref", ""))


def _headings(paket: Paket) -> Iterator[str]:
    for sheet, (row, first, _, last) in _tables(paket):
        there = _texts_of(paket, sheet, row)
        found = [there.get(column, "").casefold() for column in range(first, last + 1)]
        if not all(found) or len(set(found)) != len(found):
            yield f"{sheet.name} has the headings {found}"


def _texts_of(paket: Paket, sheet: Lembar, row: int) -> dict[int, str]:
    """Give the texts of one row by their columns."""
    placed = [(split_address(cell.get("r", "")), cell) for cell in cells(sheet)]
    return {
        at[1]: paket.texts[int(cell.findtext(f"{MAIN}v", "-1"))]
        for at, cell in placed
        if at[0] == row and cell.get("t") == "s"
    }


def _merges(paket: Paket) -> Iterator[str]:
    for sheet, (top, left, bottom, right) in _tables(paket):
        for one in sheet.root.iter(f"{MAIN}mergeCell"):
            first, start, last, end = split_range(one.get("ref", ""))
            if last >= top and first <= bottom and end >= left and start <= right:
                yield f"{sheet.name}: {one.get('ref')} is merged inside a table"


def _colours(paket: Paket) -> Iterator[str]:
    for one in {*used_inks(paket), *conditional_inks(paket)}:
        if one.contrast < ENOUGH:
            yield f"{one.letter} on {one.ground}: {one.contrast:.2f}"


def _charts(paket: Paket) -> Iterator[str]:
    """Look for words and figures beside the colours of a chart."""
    for part, chart in paket.charts():
        series = list(chart.iter(f"{_CHART}ser"))
        for one in series:
            if one.find(f"{_CHART}cat") is None or not (_shows_values(one) or _is_dashed(one)):
                yield f"{part}: bars without their words or figures"
        if len(series) > 1 and chart.find(f".//{_CHART}legend") is None:
            yield f"{part}: nothing says which series is which"


def _shows_values(series: ET.Element) -> bool:
    shown = series.find(f"{_CHART}dLbls/{_CHART}showVal")
    return shown is not None and shown.get("val") == "1"


def _is_dashed(series: ET.Element) -> bool:
    """Tell whether a series is a dashed line, which no colour is needed to know."""
    return next(series.iter(f"{_PART}prstDash"), None) is not None
