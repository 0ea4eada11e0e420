"""Other ways to write the same XML, and to name its parts."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.penulis.buku import DECLARATION, RELATIONS, WORKBOOK, Parts, xml_parts

Tulis = Callable[[Parts], Parts]
"""Names come first, then the dialect, then the look of tags and texts, then the encoding."""
STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
     b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)  # fmt: skip
PREFIXED = ("xl/worksheets/sheet", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")
_TAG = re.compile(rb"<[^<>?!]+>")
_NAME = re.compile(rb"<(/?)(?=[A-Za-z])(?![\w.-]+:)")
_TEXT = re.compile(rb"(<t(?: [^<>]*)?>)([^<]+)(</t>)")


def in_xml(change: Callable[[bytes], bytes], *, only: tuple[str, ...] = ("",)) -> Tulis:
    """Change the bytes of the XML parts whose names begin so."""

    def apply(parts: Parts) -> Parts:
        wanted = {name for name in xml_parts(parts) if name.startswith(only)}
        return {name: change(data) if name in wanted else data for name, data in parts.items()}

    return apply


def body(data: bytes) -> bytes:
    return data.removeprefix(DECLARATION)


def strict(data: bytes) -> bytes:
    for loose, firm in STRICT:
        data = data.replace(loose, firm)
    return data


def prefixed(data: bytes) -> bytes:
    return _NAME.sub(rb"<\1x:", data).replace(b" xmlns=", b" xmlns:x=", 1)


def utf16(order: str, mark: bytes) -> Callable[[bytes], bytes]:
    start = "<?xml version='1.0' encoding='UTF-16' standalone='yes'?>"
    return lambda data: mark + (start + body(data).decode()).encode(order)


def single_quoted(data: bytes) -> bytes:
    def requote(tag: re.Match[bytes]) -> bytes:
        return re.sub(rb"""="([^"']*)\"""", rb"='\1'", tag[0])

    return _TAG.sub(requote, data)


def as_entities(data: bytes) -> bytes:
    return data.decode().encode("ascii", "xmlcharrefreplace")


def as_cdata(data: bytes) -> bytes:
    return _TEXT.sub(
        lambda found: found[0] if b"&" in found[2] else b"%b<![CDATA[%b]]>%b" % found.groups(),
        data,
    )


def with_comment(data: bytes) -> bytes:
    return DECLARATION + b"<!-- Ditulis oleh program lain -->\n" + body(data)


def renamed(*changes: tuple[str, str]) -> Tulis:
    """Rename parts, and the targets that lead to them."""

    def apply(parts: Parts) -> Parts:
        found: Parts = {}
        for name, data in parts.items():
            plain = data
            for old, new in changes if name.endswith(".rels") else ():
                plain = plain.replace(old.encode(), new.encode())
            for old, new in changes:
                name = name.replace(old, new)  # noqa: PLW2901 - several changes may apply
            found[name] = plain
        return found

    return apply


def escaped(parts: Parts) -> Parts:
    """Name the sheets with a space, which their targets write as `%20`."""
    spaced = renamed(("worksheets/sheet", "worksheets/lembar kerja "))(parts)
    return {**spaced, RELATIONS: spaced[RELATIONS].replace(b"lembar kerja ", b"lembar%20kerja%20")}


def targets(change: Callable[[bytes], bytes]) -> Tulis:
    """Write the targets of the workbook's relations in another way."""

    def apply(parts: Parts) -> Parts:
        def target(found: re.Match[bytes]) -> bytes:
            plain = found[1].removeprefix(b"/").removeprefix(b"xl/")
            return b'Target="%b"' % change(plain)

        xml = re.sub(rb'Target="([^"]*)"', target, parts[RELATIONS])
        return {**parts, RELATIONS: xml}

    return apply


def without(*prefixes: str) -> Tulis:
    """Drop parts, and the relations that lead to them."""

    def apply(parts: Parts) -> Parts:
        gone = "|".join(prefixes).encode()
        pattern = rb'<Relationship [^<>]*Target="/?(?:%b)[^<>]*>' % gone
        return {
            name: re.sub(pattern, b"", data) if name.endswith(".rels") else data
            for name, data in parts.items()
            if not name.startswith(prefixes)
        }

    return apply


def other_keys(parts: Parts) -> Parts:
    """Give relations other keys, and sheets other numbers."""

    def key(data: bytes) -> bytes:
        return re.sub(rb'((?:r:id|Id)=")rId(\d+)"', rb'\1R0a\2f"', data)

    sheets = re.sub(rb'sheetId="(\d+)"', rb'sheetId="10\1"', parts[WORKBOOK])
    return {**parts, RELATIONS: key(parts[RELATIONS]), WORKBOOK: key(sheets)}


NAMA: dict[str, Tulis] = {
    "target absolut": targets(lambda plain: b"/xl/" + plain),
    "target relatif": targets(lambda plain: plain),
    "target bertitik": targets(lambda plain: b"./../xl/./" + plain),
    "target bergaris balik": targets(lambda plain: plain.replace(b"/", b"\\")),
    "nama bagian lain": renamed(
        ("worksheets/sheet", "Lembar/Tab-"), ("styles.xml", "gaya_1.xml"),
        ("sharedStrings.xml", "teks.xml"), ("workbook.xml", "workbook2.xml"),
    ),
    "nama bagian berspasi": renamed(("worksheets/sheet", "worksheets/lembar kerja ")),
    "nama bagian berpersen": escaped,
    "tanpa docProps": without("docProps/"),
    "tanpa daftar jenis": without("[Content_Types].xml"),
    "kunci lain": other_keys,
}  # fmt: skip
RAGAM: dict[str, Tulis] = {
    "OOXML ketat": in_xml(strict),
    "berawalan": in_xml(prefixed, only=PREFIXED),
}
RUPA: dict[str, Tulis] = {
    "komentar XML": in_xml(with_comment),
    "kutip tunggal": in_xml(single_quoted),
    "huruf sebagai angka": in_xml(as_entities),
    "CDATA": in_xml(as_cdata),
}
KODE: dict[str, Tulis] = {
    "UTF-16 LE": in_xml(utf16("utf-16-le", b"\xff\xfe")),
    "UTF-16 BE": in_xml(utf16("utf-16-be", b"\xfe\xff")),
    "tanda urutan bita": in_xml(lambda data: b"\xef\xbb\xbf" + data),
    "tanpa deklarasi": in_xml(body),
    "deklarasi lain": in_xml(
        lambda data: b"<?xml version='1.0' encoding='utf-8' standalone='no' ?>\r\n" + body(data)
    ),
}
TULIS = NAMA | RAGAM | RUPA | KODE
