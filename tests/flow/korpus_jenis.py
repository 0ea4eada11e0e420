"""What kind of file each one of the corpus is, by its bytes alone, and what must be said of it.

The kinds were found by looking at the families of the corpus: workbooks of other programs, blank
ones, damaged packages, old and binary workbooks, locked ones, other documents, text, nothing.
"""

from __future__ import annotations

import html
import re
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

from kinerja_xlsx.model.issue import IssueCode

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGIN = struct.pack("<HHH", 0x0809, 16, 0x0600)
_LOCK = re.compile(b"^.{4,40}?\x2f\x00[\x04\x06\x36\xc8]\x00", re.DOTALL)
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*?\bname=\"([^\"]*)\"")
_CELL_WITH_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t|f)(?:\s[^>]*)?>[^<]")
_MARKS = {"[content_types].xml", "workbook.xml"}
_NAMED = 3
_LOOKED_THROUGH = 5
"""A book of more sheets is not searched for a value only to say so."""
_BLANK = "Semua lembarnya kosong"
C = IssueCode


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind.

    Attributes:
        name: What to call it in a failure.
        code: What it is refused with.
        says: Words that the message must hold.
        silent: Words that it must not hold.
    """

    name: str
    code: IssueCode
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


def kind_of(path: Path) -> Jenis:
    """Tell the kind of a file; its name plays no part."""
    data = path.read_bytes()
    if not data:
        return Jenis("nothing", C.BRK_07)
    if data.startswith(_OLE):
        return _compound(data)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Jenis("text", C.BRK_01, ("teks biasa",))
    try:
        with zipfile.ZipFile(path) as package:
            return _package(package)
    except zipfile.BadZipFile:
        return Jenis("package with a bad part", C.BRK_04, ("rusak",))


def _compound(data: bytes) -> Jenis:
    def has(stream: str) -> bool:
        return f"{stream}\0".encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return Jenis("locked package", C.BRK_03, ("kata sandi",))
    if has("WordDocument"):
        return Jenis("text document", C.BRK_01, ("dokumen Word",))
    if has("PowerPoint Document"):
        return Jenis("slides", C.BRK_01, ("presentasi PowerPoint",))
    start = data.find(_BEGIN)
    if start >= 0 and _LOCK.match(data[start + 16 : start + 80]):
        return Jenis("locked old workbook", C.BRK_03, ("kata sandi", ".xlsx"))
    return Jenis("old workbook", C.BRK_02, ("Excel lama (.xls)", "Simpan Sebagai"))


def _package(package: zipfile.ZipFile) -> Jenis:
    names = {name.lstrip("/").replace("\\", "/").casefold(): name for name in package.namelist()}
    if not names:
        return Jenis("empty archive", C.BRK_04, ("tidak ada apa-apa",))
    if "content.xml" in names:
        return Jenis("OpenDocument", C.BRK_01, (".ods", "LibreOffice"))
    if "xl/workbook.bin" in names:
        return Jenis("binary workbook", C.BRK_02, ("biner (.xlsb)", "Simpan Sebagai"))
    if package.testzip() is not None:
        raise zipfile.BadZipFile
    if not any(name.startswith("xl/") or name in _MARKS for name in names):
        return Jenis("archive of other files", C.BRK_01, ("arsip zip", "Keluarkan"))
    return _workbook(package, names)


def _workbook(package: zipfile.ZipFile, names: dict[str, str]) -> Jenis:
    """A workbook of another program: its sheets are named, and whether all are blank."""
    parts = [name for name in names if re.fullmatch(r"(?:xl/)?workbook\d*\.xml", name)]
    if "[content_types].xml" not in names or not parts:
        return Jenis("package without a workbook", C.BRK_04, ("hilang",))
    text = package.read(names[parts[0]]).decode("utf-8", errors="replace")
    sheets = [html.unescape(name) for name in _SHEET.findall(text)]
    shown = tuple(f"«{name}»" for name in sheets[:_NAMED])
    is_filled = any(
        _CELL_WITH_VALUE.search(package.read(real))
        for name, real in names.items()
        if re.search(r"(?:worksheets/|^)[^/]*sheet[^/]*\.xml$", name)
    )
    says = ("tidak dibuat dari templat", "salin isinya", *shown)
    if is_filled:
        return Jenis("workbook of another program", C.BRK_09, says, (_BLANK,))
    if len(sheets) > _LOOKED_THROUGH:
        return Jenis("blank workbook of many sheets", C.BRK_09, says)
    return Jenis("blank workbook", C.BRK_09, (*says, _BLANK))
