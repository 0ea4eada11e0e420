"""A package is checked before it is trusted, and counted while it is inflated."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read.package import MAX_PARTS, Package, plain_utf8
from tests.unit.read.raw import (
    GOOD,
    SHEET_PART,
    mutate,
    pack,
    raw_book,
    raw_parts,
    read_data,
    refusal,
    sheet_xml,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN = sheet_xml(GOOD)


def refused_package(data: bytes) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught, Package(data) as package:
        package.check_rest()
    return caught.value


def patched(data: bytes, old: bytes, new: bytes) -> bytes:
    """Change bytes of the directory and headers, which no zip library would write."""
    assert len(old) == len(new)
    assert old in data
    return data.replace(old, new)


def test_parts_are_found_whatever_the_case_and_the_slash() -> None:
    with Package(pack({"XL\\Workbook.xml": "<a/>"})) as package:
        assert "xl/workbook.xml" in package
        assert package.xml("xl/Workbook.xml") == b"<a/>"


def test_absent_part_is_damage() -> None:
    with Package(pack({"a.xml": ""})) as package, pytest.raises(UnreadableFileError) as caught:
        package.read("b.xml")

    assert caught.value.code is IssueCode.BRK_04
    assert caught.value.context == {"sebab": "bagian b.xml hilang"}


def test_wrong_checksum_is_damage_even_in_a_part_nobody_reads() -> None:
    data = pack({"docProps/gambar.bin": b"isi yang cukup panjang" * 20})
    entry = zipfile.ZipFile(BytesIO(data)).infolist()[0]

    error = refused_package(
        patched(data, struct.pack("<L", entry.CRC), struct.pack("<L", entry.CRC ^ 1))
    )

    assert error.code is IssueCode.BRK_04
    assert error.context == {"sebab": "isi bagian docProps/gambar.bin rusak"}


def test_part_that_grows_too_fast_is_refused_before_it_is_whole() -> None:
    error = refused_package(pack({"xl/a.xml": b" " * (3 << 20)}))

    assert error.code is IssueCode.BRK_08
    assert error.context == {
        "ukuran": "bagian xl/a.xml mengembang lebih dari 200 kali",
        "batas": "200 kali",
    }


@pytest.mark.parametrize("announced", [1_000, 1 << 20])
def test_part_that_lies_about_its_size_is_damage(announced: int) -> None:
    data = pack({"xl/a.xml": b" " * (3 << 20)})
    truth = struct.pack("<L", 3 << 20)

    error = refused_package(patched(data, truth, struct.pack("<L", announced)))

    assert error.code is IssueCode.BRK_04
    assert error.context == {"sebab": "isi bagian xl/a.xml rusak"}


def test_small_part_may_grow_as_fast_as_it_likes() -> None:
    with Package(pack({"xl/a.xml": b" " * 900_000})) as package:
        package.check_rest()

        assert len(package.read("xl/a.xml")) == 900_000


def test_part_beyond_its_limit_is_refused() -> None:
    data = pack({"a.xml": bytes(range(256)) * 64})

    with Package(data) as package, pytest.raises(UnreadableFileError) as caught:
        package.read("a.xml", limit=1_000)

    assert caught.value.code is IssueCode.BRK_08


def test_all_parts_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_xlsx.read.package.MAX_TOTAL", 1_000)
    data = pack({"a.bin": b"a" * 600, "b.bin": b"b" * 600})

    assert refused_package(data).code is IssueCode.BRK_08


def test_a_part_read_twice_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_xlsx.read.package.MAX_TOTAL", 1_000)

    with Package(pack({"a.bin": b"a" * 600})) as package:
        assert package.read("a.bin") == package.read("a.bin")


def test_too_many_parts_are_refused() -> None:
    data = pack({f"{number}.xml": "" for number in range(MAX_PARTS + 1)})

    error = refused_package(data)

    assert error.code is IssueCode.BRK_08
    assert error.context == {"ukuran": "2.001 bagian", "batas": "2.000 bagian"}


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "C:/a.xml", "xl/../../a.xml"])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert refused_package(pack({name: ""})).code is IssueCode.BRK_19


def test_name_with_a_zero_byte_is_refused() -> None:
    data = patched(pack({"a.xml.b": ""}), b"a.xml.b", b"a.xml\0b")

    assert refused_package(data).code is IssueCode.BRK_19


def test_part_without_a_name_is_refused() -> None:
    data = bytearray(pack({"a": "1"}))
    # A name of no letters leaves its one letter to the extra field, in both headers.
    for place in (26, data.index(b"PK\x01\x02") + 28):
        data[place], data[place + 2] = 0, 1

    assert refused_package(bytes(data)).code in {IssueCode.BRK_04, IssueCode.BRK_19}


def test_two_parts_of_one_name_are_refused() -> None:
    error = refused_package(pack({"xl/a.xml": "1", "XL/A.xml": "2"}))

    assert error.code is IssueCode.BRK_19
    assert error.context == {"sebab": "ada dua bagian bernama XL/A.xml"}


def test_parts_that_share_bytes_are_refused() -> None:
    data = pack({"a.xml": "1" * 50, "b.xml": "2" * 50})
    first, second = (entry.header_offset for entry in zipfile.ZipFile(BytesIO(data)).infolist())

    # The directory's last field of an entry is where its part begins.
    error = refused_package(
        patched(data, struct.pack("<L", second) + b"b.xml", struct.pack("<L", first) + b"b.xml")
    )

    assert error.code is IssueCode.BRK_19
    assert error.context == {"sebab": "ada bagian yang bertumpuk"}


def test_folders_are_no_parts() -> None:
    with Package(pack({"xl/": "", "xl/a.xml": "<a/>"})) as package:
        assert package.names == ("xl/a.xml",)


def test_locked_part_is_refused_as_locked() -> None:
    data = bytearray(pack({"a.xml": "<a/>"}))
    # General purpose flags, at their places in the local header and in the directory.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refused_package(bytes(data)).code is IssueCode.BRK_03


def test_unusual_compression_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", "<a/>")

    assert refused_package(buffer.getvalue()).code is IssueCode.BRK_19


def test_doctype_in_a_part_nobody_reads_is_refused() -> None:
    data = pack({"docProps/app.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'})

    assert refused_package(data).context == {"sebab": "ada DOCTYPE di docprops/app.xml"}


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda text: text.replace("UTF-8", "utf-8").encode(),
        lambda text: text.partition("\n")[2].encode(),
    ],
    ids=["tanda UTF-8", "UTF-16", "huruf kecil", "tanpa deklarasi"],
)
def test_usual_encodings_give_the_same_values(encode: Callable[[str], bytes]) -> None:
    plain = read_data(raw_book(GOOD)).rows

    assert read_data(pack(raw_parts(encode(PLAIN)))).rows == plain


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.replace("UTF-8", "UTF-7").encode(),
        PLAIN.replace("UTF-8", "ISO-8859-1").encode(),
        PLAIN.encode("utf-32"),
        PLAIN.encode("utf-16-le"),
        PLAIN.replace("Contoh", "Contoh \xe9").encode("latin-1"),
        b"\xff\xfe\x00",
    ],
    ids=["UTF-7", "Latin", "UTF-32", "UTF-16 tanpa tanda", "bukan UTF-8", "terpotong"],
)
def test_other_encodings_are_refused(data: bytes) -> None:
    error = refusal(pack(raw_parts(data)))

    assert error.code is IssueCode.BRK_19
    assert error.context == {"sebab": f"pengodean huruf {SHEET_PART} tidak dikenal"}


def test_doctype_in_utf_16_is_seen() -> None:
    text = sheet_xml(GOOD, prolog="<!DOCTYPE a>").replace("UTF-8", "UTF-16")

    error = refusal(mutate(raw_book(GOOD), SHEET_PART, lambda _: text.encode("utf-16")))

    assert error.context == {"sebab": f"ada DOCTYPE di {SHEET_PART}"}


def test_plain_text_is_left_as_it_is() -> None:
    assert plain_utf8("<a>é</a>".encode(), "a") == "<a>é</a>".encode()
