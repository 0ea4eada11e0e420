"""Bytes that offices send instead of a workbook: old formats, locked, broken, something else."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import Final

_SECTOR: Final = 512
_STREAM: Final = 4096
"""Streams at least this long lie in whole sectors."""
_FREE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_FAT: Final = 0xFFFFFFFD
_SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROOT: Final = 5
_STREAM_KIND: Final = 2
_BLACK: Final = 1
_BIFF8: Final = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 5, 0x0DBB, 0x07CC, 0, 6)
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_RELATION_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS: Final = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
_TYPES_PART: Final = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_RELATION_TYPE}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    f'ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>'
)
_ROOT_PART: Final = (
    f'{_RELATIONS}<Relationship Id="rId1" Target="xl/workbook.xml" '
    f'Type="{_OFFICE}/officeDocument"/></Relationships>'
)
_WORKBOOK_PART: Final = (
    f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Rekap" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_SHEETS_PART: Final = (
    f'{_RELATIONS}<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    f'Type="{_OFFICE}/worksheet"/></Relationships>'
)
_PLAIN_PARTS: Final = (
    ("[Content_Types].xml", _TYPES_PART),
    ("_rels/.rels", _ROOT_PART),
    ("xl/workbook.xml", _WORKBOOK_PART),
    ("xl/_rels/workbook.xml.rels", _SHEETS_PART),
)
_ABSENSI: Final = (
    ("REKAP ABSENSI APEL", "", ""),
    ("No", "Nama", "Hadir"),
    ("1", "Arvindo Contoh Padmawira", "11"),
    ("2", "Wulanvira Contoh Utarasena", "12"),
)


def old_workbook() -> bytes:
    """Make a container of the old Excel format, `.xls`."""
    return _compound_file((("Workbook", _BIFF8),))


def locked_workbook() -> bytes:
    """Make a container as Excel writes it for a workbook with a password."""
    return _compound_file((("EncryptionInfo", b"\x04\0\x04\0"), ("EncryptedPackage", b"")))


def web_page() -> bytes:
    """Make the table that web applications hand out under the name of a workbook."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _ABSENSI[1:]
    )
    return f"<html><body><table border=1>{rows}</table></body></html>\n".encode()


def comma_text() -> bytes:
    """Make a CSV export with semicolons."""
    return "".join(";".join(row) + "\r\n" for row in _ABSENSI[1:]).encode()


def other_workbook() -> bytes:
    """Make a sound workbook that has nothing to do with the template."""
    rows = "".join(_row(number, row) for number, row in enumerate(_ABSENSI, start=1))
    sheet = f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (*_PLAIN_PARTS, ("xl/worksheets/sheet1.xml", sheet)):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def owner_mark() -> bytes:
    """Make the small file that Excel keeps beside a workbook while it is open."""
    name = "Contoh Pengisi"
    return (bytes([len(name)]) + name.encode()).ljust(165, b" ")


def cut_off(data: bytes) -> bytes:
    """Keep the first part of a file, as a broken download does."""
    return data[: len(data) * 3 // 5]


def _row(number: int, texts: tuple[str, ...]) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABC", texts, strict=True)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


def _compound_file(streams: tuple[tuple[str, bytes], ...]) -> bytes:
    """Make a minimal compound file: header, table of sectors, directory, then the streams.

    Args:
        streams: Names and beginnings of its streams, in the order of the directory.
    """
    per_stream = _STREAM // _SECTOR
    fat = [_FAT, _END]
    for _ in streams:
        first = len(fat)
        fat += [*range(first + 1, first + per_stream), _END]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    entries = [_entry("Root Entry", _ROOT, links=(_FREE, 1), span=(_END, 0))]
    for index, (name, _) in enumerate(streams):
        right = index + 2 if index + 1 < len(streams) else _FREE
        span = (2 + index * per_stream, _STREAM)
        entries.append(_entry(name, _STREAM_KIND, links=(right, _FREE), span=span))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    bodies = b"".join(begin.ljust(_STREAM, b"\0") for _, begin in streams)
    return _header() + struct.pack(f"<{len(fat)}I", *fat) + directory + bodies


def _header() -> bytes:
    fixed = struct.pack("<16xHHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<IIIIIIIIII", 0, 1, 1, 0, _STREAM, _END, 0, _END, 0, 0)
    return (_SIGNATURE + fixed + counts).ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, *, links: tuple[int, int], span: tuple[int, int]) -> bytes:
    """Make a directory entry; `links` are right sibling and child, `span` is start and size."""
    text = f"{name}\0".encode("utf-16-le")
    head = struct.pack("<64sHBBIII", text, len(text), kind, _BLACK, _FREE, *links)
    return head + bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", *span)
