"""Both engines inflate alike, and neither lets a damaged, cut or lying part through."""

from __future__ import annotations

import sys
import zipfile
import zlib
from io import BytesIO
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xlsx.read.inflate import CHUNK, STANDARD, Engine, find_engine, inflate

ENGINES: Final = [pytest.param(STANDARD, id="zlib"), pytest.param(find_engine(), id="isal")]
LONG: Final = bytes(range(256)) * 8 * 1024  # two chunks


def packed(content: bytes, method: int = zipfile.ZIP_DEFLATED) -> tuple[bytes, zipfile.ZipInfo]:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("xl/bagian é.xml", content)
    return buffer.getvalue(), zipfile.ZipFile(buffer).infolist()[0]


def start_of(entry: zipfile.ZipInfo) -> int:
    return entry.header_offset + 30 + len(entry.filename.encode())


@given(
    content=st.binary() | st.builds(bytes.__mul__, st.binary(min_size=1), st.integers(1, 5_000)),
    method=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
)
def test_both_engines_give_back_what_was_packed(content: bytes, method: int) -> None:
    data, entry = packed(content, method)

    assert b"".join(inflate(data, entry, STANDARD)) == content
    assert b"".join(inflate(data, entry, find_engine())) == content


@pytest.mark.parametrize("engine", ENGINES)
def test_long_part_comes_out_in_chunks(engine: Engine) -> None:
    chunks = list(inflate(*packed(LONG), engine))

    assert len(chunks) > 1
    assert max(map(len, chunks)) <= CHUNK
    assert b"".join(chunks) == LONG


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_any_changed_byte_is_noticed(engine: Engine, method: int) -> None:
    data, entry = packed(b"<row>isi yang cukup panjang</row>" * 20, method)
    start = start_of(entry)

    for place in range(start, start + entry.compress_size):
        damaged = bytearray(data)
        damaged[place] ^= 0x55
        with pytest.raises(zipfile.BadZipFile):
            list(inflate(bytes(damaged), entry, engine))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_cut_part_is_noticed(engine: Engine, method: int) -> None:
    data, entry = packed(LONG, method)

    with pytest.raises(zipfile.BadZipFile):
        list(inflate(data[: start_of(entry) + entry.compress_size // 2], entry, engine))
    with pytest.raises(zipfile.BadZipFile):
        list(inflate(data[:20], entry, engine))


@pytest.mark.parametrize("engine", ENGINES)
def test_stream_without_its_end_is_noticed(engine: Engine) -> None:
    data, entry = packed(b"a" * 1_000)
    entry.compress_size -= 1

    with pytest.raises(zipfile.BadZipFile):
        list(inflate(data, entry, engine))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("announced", [0, 999, 1_001])
def test_part_of_another_size_than_announced_is_noticed(engine: Engine, announced: int) -> None:
    data, entry = packed(b"a" * 1_000)
    entry.file_size = announced

    with pytest.raises(zipfile.BadZipFile):
        list(inflate(data, entry, engine))


def test_no_more_comes_out_than_was_announced() -> None:
    data, entry = packed(b"a" * 1_000)
    entry.file_size = 10

    with pytest.raises(zipfile.BadZipFile):
        next(inflate(data, entry))


@pytest.mark.parametrize(
    ("place", "mark"),
    [(0, b"PK\x05\x06"), (30, b"y"), (26, b"\x03")],
    ids=["mark", "name", "length"],
)
def test_header_unlike_the_directory_is_noticed(place: int, mark: bytes) -> None:
    data, entry = packed(b"isi")
    changed = data[:place] + mark + data[place + len(mark) :]

    with pytest.raises((zipfile.BadZipFile, UnicodeError)):
        list(inflate(changed, entry))


@pytest.mark.parametrize("flag", [0x1, 0x20, 0x40])
def test_encrypted_or_patched_part_is_refused(flag: int) -> None:
    data, entry = packed(b"isi")
    entry.flag_bits |= flag

    with pytest.raises(zipfile.BadZipFile):
        list(inflate(data, entry))


def test_machine_without_the_fast_engine_takes_the_standard_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)

    assert find_engine() is STANDARD
    assert STANDARD.error is zlib.error
