"""Floods of what a workbook may hold: rows are read or the file is refused, at little cost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import pytest

from tests.unit.read.biaya import Biaya, read_apart
from tests.unit.read.hostile import HASIL_KERJA_PART, filled, with_dimension, with_far_cell
from tests.unit.read.raw import OFFICE, mutate, shared_xml, sheet_xml, with_parts

SECONDS = 2.0
MEBIBYTES = 200.0
BOOK = "xl/workbook.xml"
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
ROWS_READ = "terbaca 11"
"""What a sound Isian gives."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the cost of a fork is told by Linux"
)


def before(part: str, tag: str, flood: str, data: bytes | None = None) -> bytes:
    """Put a flood before the closing tag of a part of a filled Isian."""

    def change(xml: bytes) -> bytes:
        assert xml.count(tag.encode()) == 1
        return xml.replace(tag.encode(), flood.encode() + tag.encode())

    return mutate(filled() if data is None else data, part, change)


def after_rows(flood: str) -> bytes:
    """Put a flood below the rows of Hasil Kerja."""
    return mutate(
        filled(),
        HASIL_KERJA_PART,
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + flood.encode()),
    )


def blanks() -> bytes:
    return before(HASIL_KERJA_PART, "</sheetData>", " " * (100 << 20))


def entities() -> bytes:
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
    prolog = f'<!DOCTYPE worksheet [<!ENTITY e0 "lol">{nested}]>'.encode()
    return mutate(filled(), HASIL_KERJA_PART, lambda xml: prolog + xml.replace(b"NIP", b"&e8;", 1))


def styles() -> bytes:
    flood = "".join(
        f'<xf numFmtId="{i % 50}" fontId="0" fillId="{i % 7}" borderId="{i % 3}" xfId="0"/>'
        for i in range(64_000)
    )
    return before("xl/styles.xml", "</cellXfs>", flood)


def brackets() -> bytes:
    """Write a number format whose brackets are never closed."""
    code = f'<numFmts><numFmt numFmtId="200" formatCode="{"[" * 500_000}%"/></numFmts>'
    noise = "".join(f"<!--{i * 7919 % 99_991}-->" for i in range(3_000))
    return mutate(
        filled(),
        "xl/styles.xml",
        lambda xml: xml.replace(b"<fonts", f"{code}{noise}<fonts".encode(), 1),
    )


def merges() -> bytes:
    flood = "".join(f'<mergeCell ref="B{i}:C{i}"/>' for i in range(1_000, 41_000))
    return after_rows(f"<mergeCells>{flood}</mergeCells>")


def empty_rows() -> bytes:
    flood = "".join(f'<row r="{i}"><c r="B{i}" s="1"/></row>' for i in range(100, 1_048_577))
    return before(HASIL_KERJA_PART, "</sheetData>", flood)


def names() -> bytes:
    flood = "".join(
        f'<definedName name="n{i}">Pegawai!$A${i + 1}</definedName>' for i in range(60_000)
    )
    return mutate(
        filled(),
        BOOK,
        lambda xml: xml.replace(
            b"</sheets>", f"</sheets><definedNames>{flood}</definedNames>".encode()
        ),
    )


def tabs(count: int) -> bytes:
    """Add sheets, each with a part of its own."""
    listed = "".join(f'<sheet name="L{i}" sheetId="{i + 100}" r:id="x{i}"/>' for i in range(count))
    related = "".join(
        f'<Relationship Id="x{i}" Type="{OFFICE}/worksheet" Target="worksheets/x{i}.xml"/>'
        for i in range(count)
    )
    data = before(BOOK_RELATIONS, "</Relationships>", related, before(BOOK, "</sheets>", listed))
    return with_parts(data, {f"xl/worksheets/x{i}.xml": sheet_xml("") for i in range(count)})


def texts() -> bytes:
    """Add a part of shared texts that nobody needs."""
    return with_parts(
        filled(), {"xl/sharedStrings.xml": shared_xml(*(f"teks {i}" for i in range(500_000)))}
    )


FLOODS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "biasa": (filled, ROWS_READ),
    "P01": (lambda: with_far_cell(filled(), HASIL_KERJA_PART), "BRK-08"),
    "P02": (blanks, "BRK-08"),
    "P03": (entities, "BRK-19"),
    "P05": (lambda: with_dimension(filled(), "A1:XFD1048576"), ROWS_READ),
    "64.000 gaya": (styles, ROWS_READ),
    "kurung format yang tak ditutup": (brackets, ROWS_READ),
    "40.000 gabungan": (merges, ROWS_READ),
    "gabungan sebesar lembar": (
        lambda: after_rows('<mergeCells><mergeCell ref="D1:XFD1048576"/></mergeCells>'),
        ROWS_READ,
    ),
    "sejuta baris berformat": (empty_rows, ROWS_READ),
    "60.000 nama": (names, ROWS_READ),
    "1.900 lembar": (lambda: tabs(1_900), ROWS_READ),
    "500.000 teks bersama": (texts, ROWS_READ),
}


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Biaya]:
    files = {name: make() for name, (make, _) in FLOODS.items()}
    return read_apart(files, tmp_path_factory.mktemp("banjir"))


@pytest.mark.parametrize("name", FLOODS)
def test_flood_is_answered_within_two_seconds_and_200_megabytes(
    costs: Mapping[str, Biaya], name: str
) -> None:
    cost = costs[name]

    assert cost.hasil == FLOODS[name][1]
    assert cost.detik < SECONDS
    assert cost.mebibytes < MEBIBYTES


def test_the_measure_sees_what_a_file_costs(costs: Mapping[str, Biaya]) -> None:
    """Guard the measure itself: a million rows cost more than a bare Isian, in both ways."""
    flood, plain = costs["sejuta baris berformat"], costs["biasa"]

    assert flood.detik > plain.detik > 0
    assert flood.mebibytes > plain.mebibytes > 0
