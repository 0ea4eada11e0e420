r"""Files of the code cases that are no workbook of ours, each told by a few words.

kosong                          no byte at all
teks: <html><table>             these letters; `\n` and the like as in TOML
heksa: 89504e47                 these bytes
ulang 5000: 00                  a byte so many times
ole: Workbook                   the old container of Office with one stream of that name
arsip: a.txt, b/c.xml           a zip archive with parts of that name
buku: Absen, Rekap              a workbook of another kind with sheets of that name
pengaturan                      the settings workbook, sent by mistake
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

from openpyxl import Workbook

from tests.flow.kode_buku import pengaturan, render_book

_OLE_HEAD = bytes.fromhex("d0cf11e0a1b11ae1")
_SECTOR = 512


def raw_bytes(words: str) -> bytes:
    """Make the bytes that some words stand for."""
    kind, _, rest = words.partition(":")
    return _KINDS[kind.split(" ", maxsplit=1)[0]](kind, rest.strip())


def _compound(kind: str, stream: str) -> bytes:
    del kind
    name = f"{stream}\0".encode("utf-16-le")
    return _OLE_HEAD.ljust(_SECTOR, b"\0") + name.ljust(_SECTOR, b"\0")


def _archive(kind: str, names: str) -> bytes:
    del kind
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names.split(","):
            archive.writestr(name.strip(), b"<x/>")
    return buffer.getvalue()


def _other_book(kind: str, names: str) -> bytes:
    del kind
    book, buffer = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for name in names.split(","):
        book.create_sheet(name.strip()).append(["No", "Nama", "Hadir"])
    book.save(buffer)
    return buffer.getvalue()


_KINDS: Mapping[str, Callable[[str, str], bytes]] = MappingProxyType(
    {
        "kosong": lambda kind, rest: b"",
        "teks": lambda kind, rest: rest.encode(),
        "heksa": lambda kind, rest: bytes.fromhex(rest),
        "ulang": lambda kind, rest: bytes.fromhex(rest) * int(kind.split()[1]),
        "ole": _compound,
        "arsip": _archive,
        "buku": _other_book,
        "pengaturan": lambda kind, rest: render_book(pengaturan(), ()),
    }
)
