"""The zip package: opened only after its directory is checked, inflated only while counted."""

from __future__ import annotations

import re
import zipfile
from contextlib import contextmanager
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final, Self

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.read.inflate import inflate
from kinerja_xlsx.read.refuse import damaged, too_big, unusual
from kinerja_xlsx.read.snapshot import MEBIBYTE, format_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

MAX_PARTS: Final = 2_000
MAX_XML_PART: Final = 64 * MEBIBYTE
MAX_SMALL_PART: Final = 16 * MEBIBYTE
"""Limit of the parts that are read as a tree: workbook, relations, styles."""
MAX_TOTAL: Final = 256 * MEBIBYTE
MAX_RATIO: Final = 200
RATIO_FROM: Final = MEBIBYTE
"""Smaller parts may shrink as far as they like."""

_ENTRY: Final = b"PK\x01\x02"
_LOCAL_HEADER: Final = 30
_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_XML_ENDINGS: Final = (".xml", ".rels", ".vml")
_DRIVE: Final = re.compile(r"\A[A-Za-z]:")
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""All that the standard library raises over a bad zip file; they share no base."""


@contextmanager
def _as_damage(sebab: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN_ZIP as error:
        raise damaged(sebab) from error


class Package:
    """The parts of a package by name; every byte that comes out of it has been counted."""

    def __init__(self, data: bytes) -> None:
        """Open a package after checking its directory.

        Raises:
            UnreadableFileError: The directory is damaged, too long, or unlike any Office file.
        """
        _check_entry_count(data.count(_ENTRY))
        self._data = data
        with _as_damage("daftar isinya terpotong"), zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            start_of_directory = archive.start_dir
        _check_overlap(entries, start_of_directory)
        self._entries: Mapping[str, zipfile.ZipInfo] = _by_name(entries)
        self._unread = set(self._entries)
        self._total = 0
        self._tabs: Mapping[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._data = b""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, case-folded, with `/`."""
        return tuple(self._entries)

    def call_tabs(self, tabs: Mapping[str, str]) -> None:
        """Learn which part is which tab, since people know a sheet by its name alone."""
        self._tabs = {_plain_name(part): name for part, name in tabs.items()}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    def read(self, name: str, limit: int = MAX_XML_PART) -> bytes:
        """Inflate one part.

        Raises:
            UnreadableFileError: The part is absent, damaged, or beyond a limit.
        """
        entry = self._entries.get(name.casefold())
        if entry is None:
            raise damaged(f"bagian {name} hilang")
        return b"".join(self._inflate(entry, limit))

    def xml(self, name: str, limit: int = MAX_XML_PART) -> bytes:
        """Inflate one XML part as UTF-8 without a mark, free of any DOCTYPE.

        Raises:
            UnreadableFileError: As for `read`, or its XML is not of the plain kind (BRK-19).
        """
        text = plain_utf8(self.read(name, limit), name)
        if b"<!DOCTYPE" in text:
            raise unusual(f"ada DOCTYPE di {name}")
        return text

    def check_rest(self) -> None:
        """Inflate and count the parts that nobody asked for, without keeping them.

        Raises:
            UnreadableFileError: A part is damaged, beyond a limit, or opens with a DOCTYPE.
        """
        for name in sorted(self._unread):
            is_xml = name.endswith(_XML_ENDINGS)
            limit = MAX_XML_PART if is_xml else MAX_TOTAL
            for number, chunk in enumerate(self._inflate(self._entries[name], limit)):
                if number == 0 and is_xml and b"<!DOCTYPE" in chunk.replace(b"\0", b""):
                    raise unusual(f"ada DOCTYPE di {name}")

    def _inflate(self, entry: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
        name, size = _plain_name(entry.filename), 0
        tab = self._tabs.get(name)
        shown = f"bagian {entry.filename}" if tab is None else f"lembar «{tab}»"
        is_first = name in self._unread
        self._unread.discard(name)
        # What a part announces can refuse it early; what it turns out to be is counted anyway.
        _check_growth(entry, shown, entry.file_size, limit=limit)
        with _as_damage(f"isi {shown} rusak"):
            for chunk in inflate(self._data, entry):
                size += len(chunk)
                self._total += len(chunk) * is_first
                _check_growth(entry, shown, size, limit=limit)
                if self._total > MAX_TOTAL:
                    raise too_big(format_size(self._total), format_size(MAX_TOTAL))
                yield chunk


def _check_growth(entry: zipfile.ZipInfo, shown: str, size: int, *, limit: int) -> None:
    if size > limit:
        raise too_big(f"{shown} {format_size(size)}", format_size(limit))
    if size > RATIO_FROM and size > MAX_RATIO * max(entry.compress_size, 1):
        raise too_big(
            f"{shown} mengembang lebih dari {MAX_RATIO} kali",
            f"{MAX_RATIO} kali",
        )


def _check_entry_count(count: int) -> None:
    if count > MAX_PARTS:
        raise too_big(
            f"{format_number(Decimal(count))} bagian",
            f"{format_number(Decimal(MAX_PARTS))} bagian",
        )


def _check_overlap(entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Refuse entries that share bytes: a way to inflate one stretch many times."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset for entry in ordered[1:]] + [directory]
    for entry, end in zip(ordered, ends, strict=False):
        needed = _LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size
        if entry.header_offset + needed > end:
            raise unusual("ada bagian yang bertumpuk")


def _by_name(entries: list[zipfile.ZipInfo]) -> Mapping[str, zipfile.ZipInfo]:
    named: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        _check_entry(entry)
        if entry.is_dir():
            continue
        name = _plain_name(entry.filename)
        if name in named:
            raise unusual(f"ada dua bagian bernama {entry.filename}")
        named[name] = entry
    return named


def _plain_name(name: str) -> str:
    """Compare names as Office does: without case; some old writers put a backslash for `/`."""
    return name.replace("\\", "/").casefold()


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    has_odd_name = (
        not name  # the standard library itself trips over it
        or "\0" in entry.orig_filename
        or name.startswith("/")
        or ".." in name.split("/")
        or _DRIVE.match(name) is not None
    )
    if has_odd_name:
        raise unusual("ada nama bagian yang tidak lazim")
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableFileError(IssueCode.BRK_03)
    if entry.compress_type not in _METHODS:
        raise unusual("cara pemampatannya tidak lazim")


_DECLARATION: Final = re.compile(rb"\A<\?xml[^>]*>")
_ENCODING: Final = re.compile(rb"""\bencoding\s*=\s*["']([^"']*)["']""")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF8_NAMES: Final = frozenset({b"utf-8", b"utf8"})


def plain_utf8(data: bytes, name: str) -> bytes:
    """Turn an XML part into UTF-8 without a byte order mark.

    Args:
        data: The part.
        name: Its name, for the message.

    Raises:
        UnreadableFileError: Another encoding than UTF-8, or UTF-16 by its mark (BRK-19).
    """
    try:
        if data.startswith(_UTF16_MARKS):
            # Its declaration names UTF-16, which is no longer true.
            plain = _DECLARATION.sub(b"", data.decode("utf-16").encode())
        else:
            plain = data.removeprefix(_UTF8_MARK)
            if not plain.isascii():
                plain.decode("utf-8")
    except UnicodeError as error:
        raise unusual(f"pengodean huruf {name} tidak dikenal") from error
    declaration = _DECLARATION.match(plain)
    encoding = _ENCODING.search(declaration[0]) if declaration else None
    if b"\0" in plain or (encoding and encoding[1].lower() not in _UTF8_NAMES):
        raise unusual(f"pengodean huruf {name} tidak dikenal")
    return plain
