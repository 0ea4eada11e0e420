"""A filled Isian, and the tricks played on it."""

from __future__ import annotations

from tests.drawn import sound_isian
from tests.unit.read.raw import bytes_of, mutate

HASIL_KERJA_PART = "xl/worksheets/sheet4.xml"
FAR_CELL = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def filled() -> bytes:
    return bytes_of(sound_isian())


def with_far_cell(data: bytes, part: str) -> bytes:
    far = FAR_CELL.encode() + b"</sheetData>"
    return mutate(data, part, lambda xml: xml.replace(b"</sheetData>", far))


def with_dimension(data: bytes, reference: str) -> bytes:
    def change(xml: bytes) -> bytes:
        head, _, tail = xml.partition(b'<dimension ref="')
        return head + f'<dimension ref="{reference}'.encode() + tail[tail.index(b'"') :]

    return mutate(data, HASIL_KERJA_PART, change)
