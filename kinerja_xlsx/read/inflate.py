"""Inflates one part of a zip package, chunk by chunk; ISA-L, where it is there, does it faster."""

from __future__ import annotations

import struct
import zipfile
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHUNK: Final = 1024 * 1024
"""At most so many bytes come out at once."""

_PIECE: Final = 256 * 1024
"""So many packed bytes go in at once: what does not fit into a chunk is copied each time."""

_RAW: Final = -15
"""Window of a deflated stream that has neither header nor checksum."""

_HEADER: Final = struct.Struct("<4s2xH18x2H")
"""A local header: its mark, its flags, then the lengths of the name and of the extra field."""

_MARK: Final = b"PK\x03\x04"
_PATCHED_OR_ENCRYPTED: Final = 0x61
_UTF8_NAME: Final = 0x800


class Inflater(Protocol):
    """A decompressor as the standard library has it."""

    @property
    def eof(self) -> bool:
        """Tell whether the stream has ended."""
        ...

    @property
    def unconsumed_tail(self) -> bytes:
        """Give what was not taken in yet, since the output was long enough."""
        ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Inflate, up to a length."""
        ...


class Engine(NamedTuple):
    """What inflates and counts; all engines give the same bytes.

    Attributes:
        decompressor: Makes a decompressor for a window size.
        crc32: Goes on with a checksum.
        error: What it raises over a damaged stream.
    """

    decompressor: Callable[[int], Inflater]
    crc32: Callable[[bytes, int], int]
    error: type[Exception]


STANDARD: Final = Engine(zlib.decompressobj, zlib.crc32, zlib.error)


def find_engine() -> Engine:
    """Take ISA-L; where there is no wheel of it, the standard library."""
    try:
        isal = import_module("isal.isal_zlib")
    except ImportError:
        return STANDARD
    return Engine(isal.decompressobj, isal.crc32, isal.error)


_ENGINE: Final = find_engine()


def inflate(data: bytes, entry: zipfile.ZipInfo, engine: Engine = _ENGINE) -> Iterator[bytes]:
    """Inflate one entry, and check its size and checksum at the end.

    Args:
        data: The whole zip file.
        entry: The entry by the directory; stored or deflated.
        engine: What inflates.

    Raises:
        zipfile.BadZipFile: The entry is damaged, cut, or not as the directory says.
    """
    size = checksum = 0
    packed = _packed(data, entry)
    stored = entry.compress_type == zipfile.ZIP_STORED
    for chunk in _pieces(packed) if stored else _inflated(packed, engine):
        size += len(chunk)
        if size > entry.file_size:
            break
        checksum = engine.crc32(chunk, checksum)
        yield chunk
    if size != entry.file_size or checksum != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)


def _packed(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Cut out the bytes of an entry, whose local header must agree with the directory."""
    header = data[entry.header_offset : entry.header_offset + _HEADER.size]
    if len(header) < _HEADER.size:
        raise zipfile.BadZipFile(entry.filename)
    mark, flags, name_length, extra_length = _HEADER.unpack(header)
    start = entry.header_offset + _HEADER.size
    name = data[start : start + name_length].decode("utf-8" if flags & _UTF8_NAME else "cp437")
    start += name_length + extra_length
    packed = data[start : start + entry.compress_size]
    is_sound = mark == _MARK and not entry.flag_bits & _PATCHED_OR_ENCRYPTED
    if not is_sound or name != entry.orig_filename or len(packed) < entry.compress_size:
        raise zipfile.BadZipFile(entry.filename)
    return packed


def _pieces(packed: bytes) -> Iterator[bytes]:
    return (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))


def _inflated(packed: bytes, engine: Engine) -> Iterator[bytes]:
    inflater = engine.decompressor(_RAW)
    try:
        for piece in _pieces(packed):
            rest = piece
            while rest and not inflater.eof:
                yield inflater.decompress(rest, CHUNK)
                rest = inflater.unconsumed_tail
        # All is taken in, and something may still wait to come out.
        while not inflater.eof and (chunk := inflater.decompress(b"", CHUNK)):
            yield chunk
    except engine.error as error:
        raise zipfile.BadZipFile from error
    if not inflater.eof:
        raise zipfile.BadZipFile
