"""Cells, rows and relations where none should be: each is read where it stands, or refused."""

from __future__ import annotations

import sys

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.spec.book import ISIAN
from tests.unit.read.biaya import read_apart
from tests.unit.read.hostile import HASIL_KERJA_PART, filled
from tests.unit.read.raw import (
    DATA_BOOK,
    GOOD,
    HEAD,
    OFFICE,
    codes_of,
    mutate,
    number,
    pack,
    raw_book,
    raw_parts,
    read,
    read_data,
    refusal,
    relations_xml,
    row,
    sheet_xml,
    text,
    with_parts,
)

BOOK = "xl/workbook.xml"
FIRST, SECOND = (f"<row {part}" for part in GOOD[len(HEAD) :].split("<row ")[1:])
CORNER = "XFD1048576"
UNUSUAL_ROWS = ("0", "-1", "abc", "1.5", "99999999999", "")


# -- order, and twice


@pytest.mark.parametrize(
    "rows",
    [
        HEAD + SECOND + FIRST,
        FIRST + SECOND + HEAD,
        HEAD + FIRST.replace('<c r="D2"', '</row><row r="2"><c r="D2"') + SECOND,
        GOOD.replace('r="A2"', 'r="a2"'),
    ],
    ids=["baris terbalik", "judul di akhir", "satu baris dalam dua bagian", "huruf kecil"],
)
def test_rows_are_read_by_their_numbers_in_whatever_order(rows: str) -> None:
    assert read_data(raw_book(rows)).rows == read_data(raw_book(GOOD)).rows


def test_cells_are_read_by_their_addresses_in_whatever_order() -> None:
    cells = number("D2", 1), text("A2", "1"), text("B2", "b")

    assert read_data(raw_book(HEAD + row(2, *cells))).rows[0].values == ("1", "b", None, 1.0, None)


@pytest.mark.parametrize("again", [FIRST, FIRST.replace("87.5", "88")], ids=["sama", "lain"])
def test_row_that_stands_there_twice_is_refused(again: str) -> None:
    error = refusal(raw_book(HEAD + FIRST + again + SECOND))

    assert (error.code, error.context) == (
        IssueCode.BRK_19, {"sebab": "sel A2 ditulis dua kali"}
    )  # fmt: skip


def test_two_values_for_one_cell_of_an_isian_are_refused() -> None:
    twice = b'<row r="5"><c r="B5"><v>1</v></c></row></sheetData>'

    error = refusal(
        mutate(filled(), HASIL_KERJA_PART, lambda xml: xml.replace(b"</sheetData>", twice)), ISIAN
    )

    assert error.context == {"sebab": "sel B5 ditulis dua kali"}


def test_cell_within_another_row_counts_where_its_address_says() -> None:
    found = read_data(raw_book(HEAD + row(2, text("A2", "1"), number("D3", 7)))).rows

    assert [(one.number, one.values[0], one.values[3]) for one in found] == [
        (2, "1", None),
        (3, None, 7.0),
    ]


# -- numbers and addresses that no sheet has


@pytest.mark.parametrize("written", UNUSUAL_ROWS)
@pytest.mark.parametrize("cell", ["<c><v>1</v></c>", '<c r="D2"><v>1</v></c>'])
def test_row_number_that_makes_no_sense_is_refused(written: str, cell: str) -> None:
    error = refusal(raw_book(f'{HEAD}<row r="{written}">{cell}</row>'))

    assert error.code in {IssueCode.BRK_04, IssueCode.BRK_19}


@pytest.mark.parametrize("written", ["1048577", "4294967295", "9999999999"])
def test_row_number_beyond_the_grid_is_refused_by_its_place(written: str) -> None:
    error = refusal(raw_book(f'{HEAD}<row r="{written}"><c><v>1</v></c></row>'))

    assert error.code is IssueCode.BRK_08
    assert error.context["ukuran"] == f"sel A{written} di lembar «Data»"


@pytest.mark.parametrize("address", ["XFE2", "ZZZ2", "AAAA2", "A1048577"])
def test_address_beyond_the_grid_is_refused_by_its_place(address: str) -> None:
    error = refusal(raw_book(HEAD + row(2, number(address, 1))))

    assert error.code is IssueCode.BRK_08
    assert error.context["ukuran"] == f"sel {address} di lembar «Data»"


@pytest.mark.parametrize("address", ["A99999999999", "A-1", "A2:B3", " D2", "\uff212", "AAAAA2"])
def test_address_that_is_none_is_refused(address: str) -> None:
    error = refusal(raw_book(HEAD + row(2, number(address, 1))))

    assert error.context == {"sebab": "ada alamat sel yang tidak lazim"}


# -- cells that hold nothing, in the last corner: the reader of values makes room for them

HOLLOW = (
    ("", "<v></v>"), ("", "<is/>"), ("str", "<v/>"), ("s", "<v>0</v>"), ("b", "<is></is>"),
    ("d", "<v></v>"), ("d", "<v><?x y?></v>"), ("e", "<is/>"), ("inlineStr", "<is/>"),
    ("inlineStr", "<is><t></t></is>"), ("inlineStr", "<is><r><t/></r></is>"),
    ("inlineStr", "<is><rPh><t>x</t></rPh></is>"), ("zz", "<is>x</is>"),
)  # fmt: skip


def with_last_row(last: str) -> bytes:
    """Put a row below all others of Hasil Kerja of a filled Isian."""
    return mutate(
        filled(),
        HASIL_KERJA_PART,
        lambda xml: xml.replace(b"</sheetData>", f"{last}</sheetData>".encode()),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="an abort is seen in a fork")
def test_cell_that_holds_nothing_far_away_costs_no_worker(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    files: dict[str, bytes] = {}
    for index, (kind, content) in enumerate(HOLLOW):
        cell = f'<row r="1048576"><c r="{CORNER}" t="{kind}">{content}</c></row>'
        far = with_last_row(cell.replace(' t=""', ""))
        files[f"{index} biasa"] = far
        files[f"{index} petik"] = mutate(
            far, HASIL_KERJA_PART, lambda xml: xml.replace(b'<row r="1">', b"<row r='1'>")
        )

    costs = read_apart(files, tmp_path_factory.mktemp("hampa"))

    assert {cost.hasil for cost in costs.values()} <= {"terbaca 11", "BRK-04", "BRK-08"}
    assert [cost.hasil for cost in costs.values()].count("terbaca 11") > len(HOLLOW)
    assert max(cost.mebibytes for cost in costs.values()) < 200


def test_hollow_cell_far_away_that_has_no_address_is_refused_by_its_row() -> None:
    rows = GOOD + '<row r="1048576"><c t="inlineStr"><is/></c></row>' + row(4, text("A4", "1"))

    error = refusal(raw_book(rows))

    assert error.code is IssueCode.BRK_08
    assert "1048576" in error.context["ukuran"]


NUMBER_OF_TEXTS = 'uniqueCount="4000000000"'
HEADS = (
    "<!-- <sst> --><sst {}>", "<?a <sst>?><sst {}>", '<sst a=">" {}>', "<sst a='<'\n{}>",
    '<sst a="1"{}>', "<x-y.z:sst {}>", "<sst {} {}>", "<a><sst {}>",
    "<!-- <sst ' --><sst b='' {}>",
)  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="an abort is seen in a fork")
def test_announced_number_of_texts_costs_nothing_however_it_is_hidden(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    files = {
        f"{index}.xlsx": with_shared_texts(f"{head.replace('{}', NUMBER_OF_TEXTS)}<si/></sst>")
        for index, head in enumerate(HEADS)
    }

    costs = read_apart(files, tmp_path_factory.mktemp("teks"))

    assert {cost.hasil for cost in costs.values()} <= {"terbaca 11", "BRK-04", "BRK-19"}
    assert [cost.hasil for cost in costs.values()].count("terbaca 11") >= 3
    assert max(cost.mebibytes for cost in costs.values()) < 200


def with_shared_texts(xml: str) -> bytes:
    """Add a part of shared texts to a filled Isian that needs none."""
    relation = (
        f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    related = mutate(
        filled(),
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
    )
    return with_parts(related, {"xl/sharedStrings.xml": xml})


# -- relations


def pointing_to(target: str, mode: str = "") -> bytes:
    parts = raw_parts(sheet_xml(GOOD))
    parts["xl/_rels/workbook.xml.rels"] = relations_xml(
        ("rId1", "worksheet", f'{target}"{mode} x="'), ("rId2", "styles", "styles.xml")
    )
    return pack(parts)


@pytest.mark.parametrize(
    "target",
    ["/xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml",
     "/../xl/worksheets/sheet1.xml"],
)  # fmt: skip
def test_target_inside_the_package_is_followed_however_it_is_written(target: str) -> None:
    assert read_data(pointing_to(target)).rows == read_data(raw_book(GOOD)).rows


@pytest.mark.parametrize(
    "target",
    ["http://x.example/a.xml", "file:///etc/passwd", "../../../../etc/passwd", "worksheets/", "",
     "worksheets/sheet1.xml?x#y", "hilang.xml"],
)  # fmt: skip
def test_target_outside_the_package_is_missing_and_never_opened(target: str) -> None:
    error = refusal(pointing_to(target))

    assert error.code is IssueCode.BRK_04
    assert error.context["sebab"].endswith("hilang")


def test_sheet_that_lies_elsewhere_is_not_followed() -> None:
    error = refusal(pointing_to("http://x.example/a.xml", ' TargetMode="External"'))

    assert error.code is IssueCode.BRK_09


# -- nothing to read is never success


@pytest.mark.parametrize("target", ["workbook.xml", "styles.xml", "_rels/workbook.xml.rels"])
def test_part_that_is_no_sheet_has_no_headings(target: str) -> None:
    found = read(pointing_to(target), DATA_BOOK)

    assert found.sheets == ()
    assert IssueCode.LBR_05 in codes_of(found)


@pytest.mark.parametrize(
    ("rows", "code"), [("", IssueCode.LBR_05), (HEAD, IssueCode.LBR_12)], ids=["kosong", "judul"]
)
def test_sheet_without_rows_is_told(rows: str, code: IssueCode) -> None:
    assert code in codes_of(read(raw_book(rows), DATA_BOOK))


def test_workbook_without_sheets_is_told() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts[BOOK] = str(parts[BOOK]).replace('<sheet name="Data" sheetId="1" r:id="rId1"/>', "")

    error = refusal(pack(parts))

    assert error.context["sebab"] == "Buku kerja ini tidak mempunyai lembar."


def test_two_tabs_of_one_part_are_never_counted_twice() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts[BOOK] = str(parts[BOOK]).replace(
        "</sheets>", '<sheet name="DATA" sheetId="2" r:id="rId1"/></sheets>'
    )

    found = read(pack(parts), DATA_BOOK)

    assert [len(sheet.rows) for sheet in found.sheets] == [2]
    assert IssueCode.LBR_03 in codes_of(found)
