"""The texts of formulas are left out of what is scanned, and nothing else is."""

from __future__ import annotations

import pytest

from kinerja_xlsx.read.facts import sheet_data
from tests.unit.read.raw import HEAD, number, raw_book, read_data, row, sheet_xml, text

ROW = '<row r="1"><c r="A1">{}<v>7</v></c></row>'


def data_of(formula: str) -> bytes | None:
    data = sheet_data(sheet_xml(ROW.format(formula)).encode())
    return None if data is None else data.rows


@pytest.mark.parametrize(
    ("formula", "left"),
    [
        ("<f>SUM(B1:C1)</f>", "<f></f>"),
        ('<f aca="false">SUM(B1:C1)</f>', '<f aca="false"></f>'),
        (
            '<f t="dataTable" r1="B1" ref="A1:A9">B1</f>',
            '<f t="dataTable" r1="B1" ref="A1:A9"></f>',
        ),
        ('<f t="shared" si="0"/>', '<f t="shared" si="0"/>'),
        ("<f></f>", "<f></f>"),
        ("<f/>", "<f/>"),
    ],
)
def test_text_of_a_formula_is_left_out(formula: str, left: str) -> None:
    assert data_of(formula) == ROW.format(left).encode()


@pytest.mark.parametrize("formula", ["<f ref='A1'>B1</f>", '<f ref="a>b">B1</f>', "<fx>B1</fx>"])
def test_tag_in_an_unusual_writing_is_left_as_it_stands(formula: str) -> None:
    assert data_of(formula) == ROW.format(formula).encode()


@pytest.mark.parametrize("formula", ["<f><!-- B1 -->", "<f><![CDATA[B1]]></f>"])
def test_markup_inside_a_formula_is_for_the_exact_reading(formula: str) -> None:
    assert data_of(formula) is None


def test_cell_inside_a_formula_is_not_swallowed() -> None:
    nested = '<f>B1<c r="B1"><v>1</v></c></f>'

    assert data_of(nested) == ROW.format(nested.replace("<f>B1", "<f>")).encode()


def test_values_beside_a_long_formula_are_read() -> None:
    formula = '<c r="E2" t="str"><f>IF(B2="","",B2&amp;"{}")</f><v>Budi</v></c>'.format("x" * 4000)
    cells = (text("A2", "198507172010011002"), text("B2", "Budi"), formula, number("F2", 3))

    (found,) = read_data(raw_book(HEAD + row(2, *cells))).rows

    assert found.values[4] == "Budi"
    assert found.facts is not None
    assert found.facts[4].formula
