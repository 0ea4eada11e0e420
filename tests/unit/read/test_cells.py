"""Values of cells, and the facts that their values alone would hide."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellFacts, RawRow
from kinerja_xlsx.read.cells import read_cells
from kinerja_xlsx.read.facts import SheetFacts
from kinerja_xlsx.read.package import Package
from kinerja_xlsx.read.workbook import read_workbook
from tests.unit.read.raw import (
    GOOD,
    HEAD,
    SHEET_PART,
    number,
    pack,
    raw_book,
    raw_parts,
    read_data,
    refusal,
    row,
    shared_xml,
    sheet_xml,
    styles_xml,
    text,
)


def only_row(*cells: str, shared: str | None = None) -> RawRow:
    """Read one row below the headings; its first cell is a NIP."""
    data = raw_book(HEAD + row(2, text("A2", "198507172010011002"), *cells), shared=shared)
    (found,) = read_data(data).rows
    return found


def facts_of(data: bytes) -> SheetFacts:
    with Package(data) as package:
        return read_cells(package, read_workbook(package), [("Data", SHEET_PART)])[0].facts


def test_values_keep_their_type() -> None:
    found = only_row(
        text("B2", "Budi"),
        '<c r="C2" t="b"><v>1</v></c>',
        number("D2", 87.5),
        number("E2", 45886, 1),
    )

    assert found.values == ("198507172010011002", "Budi", True, 87.5, date(2025, 8, 17))
    assert found.facts is None


def test_error_cell_is_neither_blank_nor_zero() -> None:
    found = only_row('<c r="D2" t="e"><v>#DIV/0!</v></c>')

    assert found.values[3] is None
    assert found.facts == {3: CellFacts(error="#DIV/0!")}


@pytest.mark.parametrize("name", ["#SPILL!", "#CALC!", "#TIDAKADA!"])
def test_error_newer_than_the_reader_does_not_lose_the_sheet(name: str) -> None:
    found = only_row(f'<c r="D2" t="e"><f>A1</f><v>{name}</v></c>', number("E2", 1))

    assert found.facts == {3: CellFacts(error=name, formula=True)}
    assert found.values[4] == 1.0


def test_error_without_a_name_is_still_an_error() -> None:
    found = only_row('<c r="D2" t="e"/>', '<c r="E2" t="e"><v></v></c>')

    assert found.facts == {4: CellFacts(error="#ERROR!")}


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="D2"><f>80+7.5</f><v></v></c>',
        '<c r="D2"><f>80+7.5</f></c>',
        '<c r="D2"><f>80+7.5</f><v/></c>',
        '<c r="D2" t="str"><f>A2</f></c>',
        '<c r="D2"><f t="shared" si="0"/></c>',
    ],
)
def test_formula_without_value_is_told_from_a_blank(cell: str) -> None:
    found = only_row(cell)

    assert found.values[3] is None
    assert found.facts == {3: CellFacts(formula=True, uncached=True)}


@pytest.mark.parametrize("value", ["<v></v>", "<v/>"])
def test_formula_calculated_to_nothing_is_no_missing_value(value: str) -> None:
    found = only_row(f'<c r="D2" t="str"><f>""</f>{value}</c>')

    assert found.facts == {3: CellFacts(formula=True)}


def test_formula_with_value_gives_its_value() -> None:
    found = only_row('<c r="D2"><f aca="false">80+7.5</f><v>87.5</v></c>')

    assert found.values[3] == 87.5
    assert found.facts == {3: CellFacts(formula=True)}


def test_rows_and_columns_of_errors_alone_have_their_place() -> None:
    rows = HEAD.replace("</row>", '<c r="G1" t="e"><v>#N/A</v></c></row>') + row(
        4, '<c r="B4"><f>A1</f></c>'
    )

    sheet = read_data(raw_book(rows))

    assert [(found.number, found.facts) for found in sheet.rows] == [
        (4, {1: CellFacts(formula=True, uncached=True)})
    ]


def test_percentage_is_known_by_the_style() -> None:
    found = only_row(number("C2", 0.85, 2), number("D2", 0.85), text("E2", "85%"))

    assert found.facts == {2: CellFacts(percent=True)}


def test_percentage_style_of_a_text_means_nothing() -> None:
    assert only_row(text("C2", "85").replace("<c ", '<c s="2" ')).facts is None


def test_merge_is_told_for_every_cell_it_covers() -> None:
    rows = GOOD + row(4, text("A4", "1"), text("B4", "x"))
    merges = '<mergeCells><mergeCell ref="C2:D3"/><mergeCell ref="A1:E1"/></mergeCells>'

    sheet = read_data(pack(raw_parts(sheet_xml(rows, after=merges))))

    covered = {2: CellFacts(merged="C2:D3"), 3: CellFacts(merged="C2:D3")}
    assert [found.facts for found in sheet.rows] == [covered, covered, None]


def test_merges_lying_over_one_another_are_refused_before_they_cost_anything() -> None:
    merges = "".join(f'<mergeCell ref="A{1 + i % 2}:E1048576"/>' for i in range(1_000))

    error = refusal(pack(raw_parts(sheet_xml(GOOD, after=merges))))

    assert error.code is IssueCode.BRK_19
    assert error.context == {"sebab": "ada sel gabungan yang bertumpuk"}


def test_hidden_rows_are_marked_and_still_read() -> None:
    rows = GOOD.replace('<row r="3">', '<row r="3" spans="1:5" hidden="1">')

    assert [found.hidden for found in read_data(raw_book(rows)).rows] == [False, True]


def test_shared_texts_are_read_whatever_their_announced_number() -> None:
    shared = shared_xml("Budi", "Dinas A", root=' count="4000000000" uniqueCount="4000000000"')

    found = only_row('<c r="B2" t="s"><v>0</v></c>', '<c r="C2" t="s"><v>1</v></c>', shared=shared)

    assert found.values[1:3] == ("Budi", "Dinas A")


def test_empty_shared_text_is_a_blank_and_no_disagreement() -> None:
    found = only_row('<c r="B2" t="s"><v>0</v></c>', shared=shared_xml(""))

    assert found.values[1] is None


def test_rich_text_is_joined_without_its_reading_aid() -> None:
    found = only_row(
        '<c r="B2" t="inlineStr"><is><r><t>Bu</t></r><r><t>di</t></r><rPh><t>x</t></rPh></is></c>'
    )

    assert found.values[1] == "Budi"


def test_dates_of_the_other_system_are_shifted() -> None:
    parts = raw_parts(sheet_xml(HEAD + row(2, text("A2", "1"), number("E2", 44424, 1))))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "<sheets>", '<workbookPr date1904="true"/><sheets>'
    )

    assert read_data(pack(parts)).rows[0].values[4] == date(2025, 8, 17)


def test_tail_of_the_sheet_is_only_searched_for_merges() -> None:
    rules = '<conditionalFormatting><cfRule><formula>A1="#N/A"</formula></cfRule>'

    facts = facts_of(pack(raw_parts(sheet_xml(GOOD, after=f"{rules}</conditionalFormatting>"))))

    assert facts.merges == ()
    assert facts.rows.keys() == {1, 2, 3}


def test_styles_that_other_readers_refuse_are_read() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts["xl/styles.xml"] = styles_xml("<fill/>")

    assert len(read_data(pack(parts)).rows) == 2


def test_cells_without_address_take_the_next_column() -> None:
    found = only_row("<c><v>1</v></c>", "<c><v>2</v></c>")

    assert found.values[1:3] == (1.0, 2.0)
