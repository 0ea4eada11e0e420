"""What the bytes of a file really are; anything but an Office package is refused by its kind."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read.refuse import damaged, other_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

ZIP_START: Final = b"PK\x03\x04"
ZIP_END: Final = b"PK\x05\x06"
_OLE_START: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF: Final = (b"\x09\x08", b"\x09\x04\x06", b"\x09\x02\x06", b"\x09\x00\x04")
_BIFF_BEGIN: Final = 0x0809
_BIFF_LOCK: Final = 0x002F
_RECORDS_BEFORE_LOCK: Final = 8
_HEAD_BYTES: Final = 4096
_TAIL_BYTES: Final = 66_000
"""The end record and the longest comment behind it."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What to call the bytes, and what their sender can do."""

    jenis: str
    saran: str


_SAVE_AS: Final = (
    "Buka di Excel, pilih Simpan Sebagai, jenis Excel Workbook (.xlsx), lalu kirim ulang."
)
_SAVE_AND_COPY: Final = (
    "Buka di Excel, simpan sebagai Excel Workbook (.xlsx), lalu salin isinya ke templat dengan "
    "Tempel Nilai."
)
_TYPE_IT: Final = "Ketik atau salin isinya ke templat .xlsx dari BKPSDM, lalu kirim templat itu."
_UNPACK: Final = (
    "Keluarkan dahulu isi arsip itu, lalu kirim berkas .xlsx di dalamnya satu per satu."
)
_DOWNLOAD_AGAIN: Final = (
    "Unduhan dari aplikasi itu gagal; ulangi unduhannya, lalu kirim berkas .xlsx-nya."
)
_SEND_TEMPLATE: Final = "Periksa apakah berkas yang benar terkirim, lalu kirim templat .xlsx-nya."
_FROM_CALC: Final = (
    "Buka di LibreOffice, pilih Simpan Sebagai, jenis Excel 2007-365 (.xlsx), lalu kirim ulang."
)
_FROM_NUMBERS: Final = "Buka di Numbers, pilih Ekspor ke Excel (.xlsx), lalu kirim hasilnya."

_PICTURE: Final = _Kind("gambar", _TYPE_IT)
_MAGIC: Final = (
    (b"%PDF", _Kind("dokumen PDF", _TYPE_IT)),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"Rar!", _Kind("arsip RAR", _UNPACK)),
    (b"7z\xbc\xaf", _Kind("arsip 7z", _UNPACK)),
    (b"\x1f\x8b", _Kind("arsip gzip", _UNPACK)),
    (b"{\\rtf", _Kind("dokumen RTF", _SAVE_AND_COPY)),
)
_UNKNOWN: Final = _Kind("berkas yang tidak dikenal", _SEND_TEMPLATE)
_TEXT_KINDS: Final = (
    (
        re.compile(
            r"a php error was encountered|<b>(fatal error|warning|notice)</b>:", re.IGNORECASE
        ),
        _Kind("pesan galat dari aplikasi web", _DOWNLOAD_AGAIN),
    ),
    (
        re.compile(r"(?i)urn:schemas-microsoft-com:office:spreadsheet"),
        _Kind("XML Spreadsheet 2003", _SAVE_AS),
    ),
    (
        re.compile(
            r"<(!doctype html|html|head|body|table|style|div|meta|script)\b", re.IGNORECASE
        ),
        _Kind("halaman web (HTML)", _SAVE_AND_COPY),
    ),
    (re.compile(r"\A\s*<\?xml"), _Kind("dokumen XML", _SAVE_AND_COPY)),
    (re.compile(r"\A[^\n]*[;,\t][^\n]*\n"), _Kind("teks CSV", _SAVE_AND_COPY)),
)
_TEXT: Final = _Kind("teks biasa", _TYPE_IT)
_OLE_KINDS: Final = (
    ("WordDocument", _Kind("dokumen Word", _TYPE_IT)),
    ("PowerPoint Document", _Kind("presentasi PowerPoint", _TYPE_IT)),
)
_PACKAGE_KINDS: Final = (
    ("word/document.xml", _Kind("dokumen Word", _TYPE_IT)),
    ("ppt/presentation.xml", _Kind("presentasi PowerPoint", _TYPE_IT)),
    ("index/document.iwa", _Kind("lembar kerja Apple Numbers", _FROM_NUMBERS)),
    ("content.xml", _Kind("lembar kerja OpenDocument (.ods)", _FROM_CALC)),
)
_ODS_TYPE: Final = b"opendocument.spreadsheet"
_OTHER_ODF: Final = _Kind("dokumen OpenDocument", _TYPE_IT)
_ARCHIVE: Final = _Kind("arsip zip", _UNPACK)
_BINARY_WORKBOOK: Final = "xl/workbook.bin"
_CONTENT_TYPES: Final = "[content_types].xml"
_WORKBOOK_FOLDER: Final = "xl/"


def require_package(data: bytes) -> None:
    """Refuse bytes that are no zip package, each kind with its own remedy.

    Raises:
        UnreadableFileError: Empty (BRK-07), an old workbook (BRK-02), locked by a password
            (BRK-03), cut off (BRK-04), or anything else (BRK-01).
    """
    if not data:
        raise UnreadableFileError(IssueCode.BRK_07)
    if data.startswith((ZIP_START, ZIP_END)):
        if ZIP_END not in data[-_TAIL_BYTES:]:
            raise damaged("bagian akhirnya hilang")
        return
    if data.startswith(_OLE_START):
        raise _compound_file(data)
    if data.startswith(_BARE_BIFF):
        raise UnreadableFileError(IssueCode.BRK_02, jenis="lama (.xls)")
    if not data.strip(b"\0"):
        raise damaged("isinya hanya nol; penyalinannya gagal")
    raise _other_bytes(data)


def _compound_file(data: bytes) -> UnreadableFileError:
    """Name a file of the old container by the streams in its directory."""
    if _has_stream(data, "EncryptedPackage"):
        return UnreadableFileError(IssueCode.BRK_03)
    if any(_has_stream(data, name) for name in ("Workbook", "WORKBOOK", "Book", "BOOK")):
        if _is_locked(data):
            return UnreadableFileError(IssueCode.BRK_03)
        return UnreadableFileError(IssueCode.BRK_02, jenis="lama (.xls)")
    kind = next((kind for name, kind in _OLE_KINDS if _has_stream(data, name)), _UNKNOWN)
    return other_kind(kind.jenis, kind.saran)


def _is_locked(data: bytes) -> bool:
    """Tell whether an old workbook has a password: a record that stands near its beginning."""
    begin = struct.pack("<HHH", _BIFF_BEGIN, 16, 0x0600)
    at = data.find(begin)
    for _ in range(_RECORDS_BEFORE_LOCK):
        if at < 0 or at + 4 > len(data):
            return False
        kind, length = struct.unpack_from("<HH", data, at)
        if kind == _BIFF_LOCK:
            return True
        at += 4 + length
    return False


def _has_stream(data: bytes, name: str) -> bool:
    """Look for a directory entry: a UTF-16 name that ends there."""
    return f"{name}\0".encode("utf-16-le") in data


def _other_bytes(data: bytes) -> UnreadableFileError:
    head = data[:_HEAD_BYTES]
    is_over_workbook = ZIP_END in data[-_TAIL_BYTES:]
    if is_over_workbook:
        # Readers that look at the end alone would show the old workbook instead.
        head = head.partition(b"\0")[0]
    kind = next((kind for start, kind in _MAGIC if head.startswith(start)), None)
    if kind is None:
        kind = _text_kind(head)
    jenis = f"{kind.jenis} yang menimpa buku kerja lama" if is_over_workbook else kind.jenis
    return other_kind(jenis, kind.saran)


def _text_kind(head: bytes) -> _Kind:
    text = _decode_head(head)
    if text is None:
        return _UNKNOWN
    return next((kind for pattern, kind in _TEXT_KINDS if pattern.search(text)), _TEXT)


def _decode_head(head: bytes) -> str | None:
    """Read the first bytes as text; None when they are no text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    if b"\0" in head:
        return None
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")


def other_package(names: Iterable[str], mimetype: bytes) -> UnreadableFileError:
    """Name a zip package that holds no workbook of the readable kind.

    Args:
        names: Names of its parts, case-folded, with `/`.
        mimetype: Content of its part `mimetype`; empty when it has none.
    """
    parts = frozenset(names)
    if _BINARY_WORKBOOK in parts:
        return UnreadableFileError(IssueCode.BRK_02, jenis="biner (.xlsb)")
    kind = next((kind for name, kind in _PACKAGE_KINDS if name in parts), None)
    is_workbook = any(name.startswith(_WORKBOOK_FOLDER) for name in parts)
    if not parts:
        return damaged("di dalamnya tidak ada apa-apa")
    if kind is None and (is_workbook or _CONTENT_TYPES in parts):
        return damaged("bagian buku kerjanya hilang")
    if kind is None:
        kind = _ARCHIVE
    elif "content.xml" in parts and mimetype and _ODS_TYPE not in mimetype:
        kind = _OTHER_ODF
    return other_kind(kind.jenis, kind.saran)
