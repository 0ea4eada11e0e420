"""Other ways to pack the same parts into a zip file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO, RawIOBase
from typing import TYPE_CHECKING

from tests.penulis.buku import Parts

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Kemas = Callable[[Parts], bytes]
MOMENT = (2026, 4, 6, 8, 0, 0)


class _Stream(RawIOBase):
    """A pipe: what was written cannot be mended, so sizes follow behind each part."""

    def __init__(self) -> None:
        super().__init__()
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer) -> int:
        self.data += bytes(data)
        return len(bytes(data))


def zipped(
    parts: Iterable[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b""
) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = comment
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, MOMENT), data, compress_type=method)
    return buffer.getvalue()


def biasa(parts: Parts) -> bytes:
    return zipped(parts.items())


def deskriptor(parts: Parts) -> bytes:
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, MOMENT), data)
    return bytes(stream.data)


def enam_puluh_empat(parts: Parts) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            with archive.open(zipfile.ZipInfo(name, MOMENT), "w", force_zip64=True) as part:
                part.write(data)
    return buffer.getvalue()


def dengan_folder(parts: Parts) -> bytes:
    folders = {name.rpartition("/")[0] + "/": b"" for name in parts if "/" in name}
    return zipped([*folders.items(), *parts.items()])


KEMAS: dict[str, Kemas] = {
    "disimpan": lambda parts: zipped(parts.items(), method=zipfile.ZIP_STORED),
    "deskriptor data": deskriptor,
    "zip64": enam_puluh_empat,
    "urutan terbalik": lambda parts: zipped(reversed(parts.items())),
    "dengan folder": dengan_folder,
    "komentar arsip": lambda parts: zipped(parts.items(), comment=b"dikirim dari HP"),
    "huruf kecil": lambda parts: zipped((name.lower(), data) for name, data in parts.items()),
    "huruf besar": lambda parts: zipped((name.upper(), data) for name, data in parts.items()),
    "garis balik": lambda parts: zipped(
        (name.replace("/", "\\"), data) for name, data in parts.items()
    ),
}
