"""What could act by itself is named by its kind, however its part is called."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.read.isi_aktif import Active, find_active
from kinerja_xlsx.read.package import Package
from tests.drawn import DrawnBook
from tests.unit.read.raw import (
    GOOD,
    OFFICE,
    bytes_of,
    codes_of,
    pack,
    raw_parts,
    read,
    relations_xml,
    sheet_xml,
    with_parts,
)

NOTHING = Active(has_macros=False, has_links=False, others=())
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
BOOK_RELATIONS = "xl/_rels/workbook.bin.rels"


def active_in(extra: dict[str, str | bytes]) -> Active:
    with Package(pack({**raw_parts(sheet_xml(GOOD)), **extra})) as package:
        return find_active(package)


def test_plain_workbook_holds_nothing_of_the_kind() -> None:
    assert active_in({}) == NOTHING


def test_usual_relations_are_no_active_content() -> None:
    usual = ("hyperlink", "drawing", "comments", "vmlDrawing", "table", "printerSettings", "image")
    relations = relations_xml(*((f"r{kind}", kind, "x") for kind in usual))

    assert active_in({SHEET_RELATIONS: relations, "xl/media/image1.png": b"x"}) == NOTHING


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_are_known_by_their_part(name: str) -> None:
    assert active_in({name: b"x"}).has_macros


@pytest.mark.parametrize("kind", ["vbaProject", "xlMacrosheet", "xlIntlMacrosheet"])
def test_macros_are_known_by_their_relation(kind: str) -> None:
    assert active_in({BOOK_RELATIONS: relations_xml(("r1", kind, "gambar.bin"))}).has_macros


def test_links_are_known_by_their_part_and_by_their_relation() -> None:
    relations = relations_xml(("r1", "externalLink", "lain.xml"))

    assert active_in({"xl/externalLinks/externalLink1.xml": "<externalLink/>"}).has_links
    assert active_in({BOOK_RELATIONS: relations}).has_links


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("xl/connections.xml", "koneksi data"),
        ("xl/queryTables/queryTable1.xml", "koneksi data"),
        ("xl/embeddings/oleObject1.bin", "benda tertanam"),
        ("XL/ActiveX/activeX1.xml", "kendali ActiveX"),
        ("xl/webextensions/webextension1.xml", "program tambahan dari internet"),
    ],
)
def test_others_are_named_by_their_part(name: str, words: str) -> None:
    assert active_in({name: "<a/>"}).others == (words,)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("connections", "koneksi data"),
        ("queryTable", "koneksi data"),
        ("oleObject", "benda tertanam"),
        ("package", "benda tertanam"),
        ("control", "kendali ActiveX"),
        ("webextension", "program tambahan dari internet"),
    ],
)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_others_are_named_by_their_relation(kind: str, words: str, quote: str) -> None:
    relations = relations_xml(("r1", kind, "x.bin")).replace('"', quote)

    assert active_in({SHEET_RELATIONS: relations}).others == (words,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("element", ["ddeLink", "oleLink", "x:ddeLink"])
def test_link_to_another_program_is_named(element: str, encoding: str) -> None:
    link = f'<externalLink><{element} ddeService="cmd" ddeTopic="/c calc"/></externalLink>'

    found = active_in({"xl/externalLinks/externalLink1.xml": link.encode(encoding)})

    assert found == Active(
        has_macros=False, has_links=True, others=("tautan ke program lain (DDE)",)
    )


def test_isian_with_active_content_is_read_and_told_of_each_kind(isian: DrawnBook) -> None:
    plain = bytes_of(isian)
    data = with_parts(
        plain,
        {
            "xl/vbaProject.bin": b"x",
            "xl/externalLinks/externalLink1.xml": "<ddeLink/>",
            "xl/connections.xml": "<connections/>",
            "xl/embeddings/oleObject1.bin": b"x",
            "xl/activeX/activeX1.bin": b"x",
        },
    )

    found = read(data)

    assert found.sheets == read(plain).sheets
    assert codes_of(found) == [IssueCode.BRK_14, IssueCode.BRK_15, IssueCode.BRK_24]
    assert named(found.issues[-1]) == (
        "koneksi data, benda tertanam, kendali ActiveX, tautan ke program lain (DDE)"
    )
    assert {issue.severity for issue in found.issues} == {Severity.PERINGATAN}


def named(issue: Issue) -> str:
    return str(dict(issue.context)["isi"])


def test_namespaces_of_a_relation_do_not_matter() -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    relations = relations_xml(("r1", "oleObject", "x.bin")).replace(OFFICE, strict)

    assert active_in({SHEET_RELATIONS: relations}).others == ("benda tertanam",)
