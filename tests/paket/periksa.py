"""What a workbook must be so that no program has to repair it; each fault is one sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.paket.buka import CONTENT, MAIN, TYPES, Paket, ref_faults
from tests.paket.periksa_gaya import style_faults
from tests.paket.periksa_lembar import sheet_faults

MAX_SHEET_NAME = 31
MAX_TEXT = 32_767
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_NAME = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.\\]*")
_LIKE_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc]|[Rr][0-9]+[Cc][0-9]+")


def faults(data: bytes) -> list[str]:
    """List everything that is wrong with a workbook."""
    paket = Paket(data)
    found = [
        *_package_faults(paket),
        *_workbook_faults(paket),
        *_name_faults(paket),
        *_text_faults(paket),
        *style_faults(paket),
    ]
    for sheet in paket.sheets:
        found += [f"{sheet.name}: {fault}" for fault in sheet_faults(paket, sheet)]
    return found


def _package_faults(paket: Paket) -> Iterator[str]:
    if paket.names[0] != CONTENT:
        yield "the list of contents is not the first part"
    doubles = [name for name, n in Counter(map(str.casefold, paket.names)).items() if n > 1]
    yield from (f"part {name} is there twice" for name in doubles)
    content = paket.xml(CONTENT)
    by_ending = {one.get("Extension") for one in content.iter(f"{TYPES}Default")}
    by_name = [one.get("PartName", "").lstrip("/") for one in content.iter(f"{TYPES}Override")]
    yield from (f"type of absent {name}" for name in by_name if name not in paket.parts)
    if len(by_name) != len(set(by_name)):
        yield "a part has two types"
    for name in paket.names:
        if name not in {CONTENT, *by_name} and name.rpartition(".")[2] not in by_ending:
            yield f"{name} has no type"
    reached = set(_reached(paket, ""))
    led = {name for name in paket.names if not name.endswith(".rels")} - {CONTENT}
    yield from (f"nothing leads to {name}" for name in led - reached)
    yield from (f"{name} is led to and not there" for name in reached - {*paket.names})


def _reached(paket: Paket, part: str) -> Iterator[str]:
    """Follow the relationships; a workbook's parts form a tree."""
    for one in paket.relations(part).values():
        if not one.is_external:
            yield one.target
            yield from _reached(paket, one.target)


def _workbook_faults(paket: Paket) -> Iterator[str]:
    names = [sheet.name for sheet in paket.sheets]
    for name in names:
        is_edged = name.startswith("'") or name.endswith("'")
        if not 1 <= len(name) <= MAX_SHEET_NAME or _SHEET_NAME.search(name) or is_edged:
            yield f"sheet name {name!r}"
    folded = {name.casefold() for name in names}
    if len(folded) != len(names) or "history" in folded:
        yield f"sheet names {names}"
    numbers = [one.get("sheetId") for one in paket.workbook.iter(f"{MAIN}sheet")]
    if len(set(numbers)) != len(numbers):
        yield "two sheets have one number"
    listed = {sheet.part for sheet in paket.sheets}
    linked = {one.target for one in paket.relations("xl/workbook.xml").values()}
    if not listed <= linked or len(listed) != len(names):
        yield "sheets and their parts differ"
    if not any(sheet.state == "visible" for sheet in paket.sheets):
        yield "no sheet can be seen"


def _name_faults(paket: Paket) -> Iterator[str]:
    """Check defined names: their spelling, that each is there once, and leads somewhere."""
    seen: set[tuple[str, str | None]] = set()
    for one in paket.workbook.iter(f"{MAIN}definedName"):
        name, scope = one.get("name", ""), one.get("localSheetId")
        own = name.removeprefix("_xlnm.")
        if not _NAME.fullmatch(own) or _LIKE_CELL.fullmatch(own):
            yield f"defined name {name!r}"
        if (name.casefold(), scope) in seen:
            yield f"defined name {name!r} is there twice"
        seen.add((name.casefold(), scope))
        if scope is not None and int(scope) >= len(paket.sheets):
            yield f"defined name {name!r} is of no sheet"
        yield from ref_faults(paket, one.text or "")


def _text_faults(paket: Paket) -> Iterator[str]:
    if "xl/sharedStrings.xml" not in paket.parts:
        return
    table = paket.xml("xl/sharedStrings.xml")
    used = [
        int(cell.findtext(f"{MAIN}v") or -1)
        for sheet in paket.sheets
        for cell in sheet.root.iter(f"{MAIN}c")
        if cell.get("t") == "s"
    ]
    # A cell written over counts twice, which harms nothing; a text that nobody sees would.
    if int(table.get("count", -1)) < len(used):
        yield f"{table.get('count')} shared texts are counted, {len(used)} used"
    if unused := {*range(len(paket.texts))}.difference(used):
        yield f"no cell shows {[paket.texts[index][:40] for index in sorted(unused)]}"
    if int(table.get("uniqueCount", -1)) != len(paket.texts):
        yield f"{table.get('uniqueCount')} shared texts are counted, {len(paket.texts)} there"
    if any(not 0 <= index < len(paket.texts) for index in used):
        yield "a cell shows a shared text that is not there"
    for text in paket.texts:
        if len(_ESCAPE.sub("x", text).encode("utf-16-le")) // 2 > MAX_TEXT:
            yield f"a text has {len(text)} letters"
