"""Sheets are found through relations, in either dialect; styles say what is a percentage."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.workbook import SheetPart, WorkbookParts, percent_styles, read_workbook
from tests.unit.read.raw import (
    DECLARATION,
    GOOD,
    NAMESPACES,
    SHEET_PART,
    pack,
    raw_book,
    raw_parts,
    read_data,
    refusal,
    relations_xml,
    sheet_xml,
)

STRICT = "http://purl.oclc.org/ooxml"


def workbook_of(parts: dict[str, str | bytes]) -> WorkbookParts:
    with Package(pack(parts)) as package:
        return read_workbook(package)


def parts_with(**changes: str) -> dict[str, str | bytes]:
    """Make a sound workbook and change parts, named by the stem of their file."""
    parts = raw_parts(sheet_xml(GOOD))
    for stem, content in changes.items():
        name = next(name for name in parts if name.endswith(f"/{stem}.xml"))
        parts[name] = content
    return parts


def test_absolute_targets_are_followed() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts["_rels/.rels"] = relations_xml(("rId9", "officeDocument", "/xl/workbook.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations_xml(
        ("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
    )

    assert workbook_of(parts).sheets == (SheetPart("Data", SHEET_PART, is_hidden=False),)


def test_workbook_at_another_place_is_found() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts["_rels/.rels"] = relations_xml(("rId1", "officeDocument", "buku/isi.xml"))
    parts["buku/isi.xml"] = parts.pop("xl/workbook.xml")
    parts["buku/_rels/isi.xml.rels"] = relations_xml(("rId1", "worksheet", "../xl/lembar.xml"))
    parts["xl/lembar.xml"] = parts.pop(SHEET_PART)

    assert workbook_of(parts).sheets[0].part == "xl/lembar.xml"


def test_missing_root_relations_still_find_the_usual_workbook() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    del parts["_rels/.rels"]

    assert len(read_data(pack(parts)).rows) == 2


def test_strict_dialect_and_prefixes_are_read() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts["xl/workbook.xml"] = (
        f'<x:workbook xmlns:x="{STRICT}/spreadsheetml/main" '
        f'xmlns:rel="{STRICT}/officeDocument/relationships"><x:sheets>'
        '<x:sheet name="Data" sheetId="1" rel:id="rId1" state="veryHidden"/>'
        "</x:sheets></x:workbook>"
    )
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        parts[name] = str(parts[name]).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006", f"{STRICT}/officeDocument"
        )

    assert workbook_of(parts).sheets == (SheetPart("Data", SHEET_PART, is_hidden=True),)
    assert len(read_data(pack(parts)).rows) == 2


def test_chart_sheet_has_no_cells() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts["xl/_rels/workbook.xml.rels"] = relations_xml(("rId1", "chartsheet", "charts/a.xml"))

    assert workbook_of(parts).sheets[0].part is None


def test_sheet_whose_part_is_gone_is_damage() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    del parts[SHEET_PART]

    error = refusal(pack(parts))

    assert error.code is IssueCode.BRK_04
    assert error.context == {"sebab": f"bagian {SHEET_PART} hilang"}


@pytest.mark.parametrize("part", ["workbook", "styles"])
def test_cut_off_small_part_is_damage(part: str) -> None:
    error = refusal(pack(parts_with(**{part: f"{DECLARATION}<workbook {NAMESPACES}><a>"})))

    assert error.code is IssueCode.BRK_04
    assert error.context == {"sebab": f"bagian xl/{part}.xml terpotong"}


def test_date_system_is_told() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "<sheets>", '<workbookPr date1904="1"/><sheets>'
    )

    assert workbook_of(parts).is_date_1904


def test_extension_of_the_same_name_does_not_undo_the_date_system() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    text = str(parts["xl/workbook.xml"])
    extension = (
        '</sheets><extLst><ext><x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/>'
        "</ext></extLst>"
    )
    text = text.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    parts["xl/workbook.xml"] = text.replace("</sheets>", extension)

    assert workbook_of(parts).is_date_1904


def test_plain_workbook_counts_from_1900() -> None:
    assert not workbook_of(raw_parts(sheet_xml(GOOD))).is_date_1904


def test_percent_styles_are_the_built_in_and_the_written_ones() -> None:
    formats = {20: "0.0%", 21: '0" %"', 22: r"0\%", 23: "[>1%]0", 24: "0,0 %;-0 %", 25: "_%0*%"}
    written = "".join(
        f'<numFmt numFmtId="{key}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for key, code in formats.items()
    )
    styles = "".join(f'<xf numFmtId="{key}"/>' for key in (0, 9, 10, *formats))
    parts = parts_with(
        styles=f"<styleSheet {NAMESPACES}><numFmts>{written.replace('[>', '[&gt;')}</numFmts>"
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>'
    )

    with Package(pack(parts)) as package:
        assert percent_styles(package, "xl/styles.xml") == {1, 2, 3, 7}


def test_workbook_without_styles_shows_no_percentage() -> None:
    with Package(raw_book(GOOD)) as package:
        assert percent_styles(package, None) == frozenset()


def test_doctype_in_a_small_part_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        workbook_of(parts_with(workbook=f"{DECLARATION}<!DOCTYPE a><workbook {NAMESPACES}/>"))

    assert caught.value.code is IssueCode.BRK_19


def test_sheet_that_grows_too_fast_is_called_by_its_name() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts[SHEET_PART] = b" " * (3 << 20)

    error = refusal(pack(parts))

    assert error.code is IssueCode.BRK_08
    assert error.context["ukuran"] == "lembar «Data» mengembang lebih dari 200 kali"
