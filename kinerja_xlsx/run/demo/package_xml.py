"""A finished workbook opened as its XML parts, for what no careful writer would write."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from kinerja_xlsx.model.issue import column_letters

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_WORKBOOK: Final = "xl/workbook.xml"
_WORKBOOK_RELS: Final = "xl/_rels/workbook.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_STYLES: Final = "xl/styles.xml"
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SHEET_RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
)
_EMPTY_SHEET: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet '
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData></sheetData>'
    "</worksheet>"
)
_CELL: Final = re.compile(r'<c r="([A-Z]+)\d+"([^>]*?)(?:/>|>.*?</c>)', re.DOTALL)
_STYLE: Final = re.compile(r' s="\d+"')
_ROW: Final = re.compile(r'<row r="(\d+)"([^>]*?)(?:/>|>(.*?)</row>)', re.DOTALL)
_TABLE_PARTS: Final = re.compile(r"<tableParts.*?</tableParts>", re.DOTALL)
_FORMATS: Final = re.compile(r'<cellXfs count="(\d+)">(.*?)</cellXfs>', re.DOTALL)
_PERCENT: Final = (
    '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
)

Cells = dict[str, str]
"""Column letters to the XML of a cell."""


class BookXml:
    """The parts of a workbook that xlsxwriter made, in their order."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self._parts = {info.filename: archive.read(info) for info in archive.infolist()}

    def to_bytes(self) -> bytes:
        """Pack the parts again; the same parts give the same bytes."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    # -- cells ------------------------------------------------------------------------------

    def put_text(self, sheet: str, at: tuple[int, int], text: str) -> None:
        """Put a text into a cell, whether it was there or not; an empty text clears it."""
        body = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
        self._put(sheet, at, ' t="inlineStr"', body if text else "")

    def put_error(self, sheet: str, at: tuple[int, int], error: str) -> None:
        """Let the formula of a cell have come out as an error."""
        self._put(sheet, at, ' t="e"', f"<f>NA()</f><v>{escape(error)}</v>")

    def put_uncached(self, sheet: str, at: tuple[int, int], formula: str) -> None:
        """Put a formula that was never calculated, as programs without a calculator do."""
        self._put(sheet, at, "", f"<f>{escape(formula)}</f>")

    def put_percent(self, sheet: str, at: tuple[int, int], share: float) -> None:
        """Put a number into a cell that is shown as a percentage."""
        number = self._percent_style()
        self._put(sheet, at, "", f"<v>{share}</v>", style=f' s="{number}"')

    def _put(
        self, sheet: str, at: tuple[int, int], kind: str, body: str, *, style: str | None = None
    ) -> None:
        row, letters = at[0], column_letters(at[1])

        def change(cells: Cells) -> None:
            look = style or _look(cells.get(letters, ""))
            start = f'<c r="{letters}{row}"{look}{kind if body else ""}'
            cells[letters] = f"{start}>{body}</c>" if body else f"{start}/>"

        self._change_rows(sheet, lambda number: number == row, change)

    def swap_columns(self, sheet: str, one: int, other: int, *, from_row: int) -> None:
        """Let two columns change places, from one row down."""
        a, b = column_letters(one), column_letters(other)

        def change(cells: Cells) -> None:
            moved = {a: cells.pop(b, ""), b: cells.pop(a, "")}
            for letters, cell in moved.items():
                if cell:
                    cells[letters] = re.sub(r'(<c r=")[A-Z]+', rf"\g<1>{letters}", cell, count=1)

        self._change_rows(sheet, lambda number: number >= from_row, change)

    def _change_rows(
        self, sheet: str, wanted: Callable[[int], bool], change: Callable[[Cells], None]
    ) -> None:
        def rewrite(match: re.Match[str]) -> str:
            if not wanted(int(match[1])):
                return match[0]
            cells = {cell[1]: cell[0] for cell in _CELL.finditer(match[3] or "")}
            change(cells)
            ordered = sorted(cells, key=lambda letters: (len(letters), letters))
            inside = "".join(cells[letters] for letters in ordered)
            return f'<row r="{match[1]}"{match[2]}>{inside}</row>'

        part = self._part_of(sheet)
        self._write(part, _ROW.sub(rewrite, self._read(part)))

    def add_row(self, sheet: str, row: int, letters: str, text: str) -> None:
        """Put a text into a row far below all others."""
        cell = f'<c r="{letters}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        self._insert_at_end(sheet, f'<row r="{row}">{cell}</row>')

    def add_padding(self, sheet: str, size: int) -> None:
        """Blow a sheet up with blanks that pack to almost nothing."""
        self._insert_at_end(sheet, " " * size)

    def _insert_at_end(self, sheet: str, xml: str) -> None:
        part = self._part_of(sheet)
        self._write(part, self._read(part).replace("</sheetData>", f"{xml}</sheetData>", 1))

    # -- sheets -----------------------------------------------------------------------------

    def drop_table(self, sheet: str) -> None:
        """Turn the table of a sheet into a plain range; headings may then be anything."""
        part = self._part_of(sheet)
        self._write(part, _TABLE_PARTS.sub("", self._read(part)))
        folder, name = part.rsplit("/", 1)
        relations = self._parts.pop(f"{folder}/_rels/{name}.rels", b"").decode()
        for table in re.findall(r'Target="\.\./(tables/[^"]+)"', relations):
            self._parts.pop(f"xl/{table}")
            override = rf'<Override PartName="/xl/{re.escape(table)}"[^>]*/>'
            self._write(_TYPES, re.sub(override, "", self._read(_TYPES)))

    def rename_sheet(self, sheet: str, name: str) -> None:
        """Rename a sheet, also where defined names point to it."""
        text = self._read(_WORKBOOK).replace(f'name="{sheet}"', f'name="{name}"', 1)
        text = text.replace(f">{sheet}!", f">'{name}'!").replace(f">'{sheet}'!", f">'{name}'!")
        self._write(_WORKBOOK, text)

    def add_sheet(self, name: str) -> None:
        """Add an empty sheet behind all others."""
        number = 1 + sum(part.startswith("xl/worksheets/sheet") for part in self._parts)
        target, relation = f"worksheets/sheet{number}.xml", f"rIdExtra{number}"
        self._parts[f"xl/{target}"] = _EMPTY_SHEET.encode()
        self._insert(
            _WORKBOOK, f'<sheet name="{name}" sheetId="{number}" r:id="{relation}"/>', "</sheets>"
        )
        self._insert(
            _WORKBOOK_RELS,
            f'<Relationship Id="{relation}" Type="{_SHEET_RELATION}" Target="{target}"/>',
            "</Relationships>",
        )
        self._insert(
            _TYPES, f'<Override PartName="/xl/{target}" ContentType="{_SHEET_TYPE}"/>', "</Types>"
        )

    def _insert(self, part: str, xml: str, before: str) -> None:
        self._write(part, self._read(part).replace(before, f"{xml}{before}", 1))

    # -- parts ------------------------------------------------------------------------------

    def _read(self, part: str) -> str:
        return self._parts[part].decode()

    def _write(self, part: str, text: str) -> None:
        self._parts[part] = text.encode()

    def _part_of(self, sheet: str) -> str:
        entry = re.search(
            rf'<sheet name="{re.escape(sheet)}"[^>]*?r:id="([^"]+)"', self._read(_WORKBOOK)
        )
        relations = self._read(_WORKBOOK_RELS)
        target = entry and re.search(rf'Id="{entry[1]}"[^>]*?Target="([^"]+)"', relations)
        if not target:
            raise KeyError(sheet)
        return f"xl/{target[1]}"

    def _percent_style(self) -> int:
        """Add a cell format that shows percent, and return its number."""
        text = self._read(_STYLES)
        formats = _FORMATS.search(text)
        if formats is None:
            raise KeyError(_STYLES)
        count = int(formats[1])
        more = f'<cellXfs count="{count + 1}">{formats[2]}{_PERCENT}</cellXfs>'
        self._write(_STYLES, text.replace(formats[0], more, 1))
        return count


def _look(cell: str) -> str:
    """Take over how a cell looked."""
    style = _STYLE.search(cell.partition(">")[0])
    return style[0] if style else ""
