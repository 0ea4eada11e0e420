"""What the template holds: plain formulas with their values, and text that stays text."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest

from kinerja_xlsx.spec.book import ISIAN, META, PENGATURAN, BookSpec
from kinerja_xlsx.write.template import render_book
from tests.unit.write.template_drawn import (
    FILLED,
    FIRST,
    PEGAWAI,
    book,
    content,
    each_book,
    formulas,
    load,
    parts,
    read_back,
    rendered,
)

KNOWN_IN_EXCEL_2010 = {
    "AND", "COUNTA", "FIND", "IF", "IFERROR", "INDEX", "INT", "ISERROR", "ISNUMBER", "ISTEXT",
    "LEFT", "LEN", "LOWER", "MATCH", "NOT", "OR", "RIGHT", "SUBSTITUTE", "SUMPRODUCT", "VALUE",
}  # fmt: skip


@each_book
def test_formulas_stand_in_column_a_only_and_use_plain_functions(spec: BookSpec) -> None:
    cells = list(formulas(book(spec)))

    assert {cell.column for cell in cells} == {1}
    for formula in {str(cell.value) for cell in cells}:
        plain = re.sub(r'"[^"]*"', "", formula)
        assert set(re.findall(r"[A-Z.]+(?=\()", plain)) <= KNOWN_IN_EXCEL_2010
        assert max(accumulate({"(": 1, ")": -1}.get(sign, 0) for sign in plain)) <= 64
        assert len(formula) < 8_192


@each_book
def test_nothing_counts_or_sums_by_condition(spec: BookSpec) -> None:
    # Excel turns an 18-digit NIP into a number of 15 digits there, and finds false duplicates.
    for name, xml in parts(rendered(spec)).items():
        assert not re.search(r"(COUNT|SUM|AVERAGE)IFS?\(|duplicateValues", xml), name


@each_book
def test_every_formula_has_its_value(spec: BookSpec) -> None:
    for name, xml in parts(rendered(spec)).items():
        if name.startswith("xl/worksheets/"):
            cells = re.findall(r'<c r="\w+"([^>]*)><f>.*?</f>(.*?)</c>', xml)
            uncached = [c for c in cells if 't="str"' not in c[0] or not c[1].startswith("<v>")]
            assert uncached == []


@pytest.mark.parametrize("text", ["=1+1", "+62812", "-", "@nama", "'kutip", "007", "1E5"])
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    rows = {"Pegawai": ({**PEGAWAI, "nama": text},)}

    data = render_book(ISIAN, content(rows, form={"nama_unit": text}))

    name = load(data)["Pegawai"].cell(FIRST, 3)
    assert (name.data_type, name.value) == ("s", text)
    (pegawai,) = [s for s in read_back(data).sheets if s.key == "Pegawai"]
    assert pegawai.rows[0].values[1] == text


def test_what_was_filled_in_is_read_back_unchanged() -> None:
    submission = read_back(rendered(ISIAN))

    for sheet in submission.sheets:
        fields = [column.field for column in sheet.columns]
        filled = FILLED.get(sheet.key, ())
        expected = [tuple(row.get(field or "") for field in fields) for row in filled]
        assert [row.values for row in sheet.rows] == expected
    assert submission.issues == ()


def test_form_values_and_identity_are_read_back() -> None:
    submission = read_back(rendered(ISIAN))

    values = {label.field: label.value for label in submission.labels}
    assert values["kode_unit"] == "PKM"
    assert values["nama_unit"] is None
    assert submission.meta is not None
    assert submission.meta["templat"] == "isian"
    assert submission.meta["versi"] == ISIAN.version
    assert submission.meta["periode"] == "2026-TW1"


def test_identity_is_text_throughout() -> None:
    cells = [cell for row in book(ISIAN)[META].iter_rows() for cell in row]

    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_same_content_gives_same_bytes() -> None:
    assert render_book(PENGATURAN, content({})) == rendered(PENGATURAN)
    assert render_book(ISIAN, content()) == rendered(ISIAN)
