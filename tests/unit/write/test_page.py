"""What a value becomes in a cell, and how links, footers and heights are written."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.sax.saxutils import escape

import pytest

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.write.book import ExcelLimitError, open_book
from kinerja_xlsx.write.page import (
    InputValue,
    Page,
    format_value,
    is_blank,
    lines_needed,
    quoted,
    target,
)
from kinerja_xlsx.write.teks_sel import MAX_TEXT
from tests.unit.write.template_drawn import CREATED, load, parts


def _written(write: Callable[[Page], None]) -> bytes:
    buffer = io.BytesIO()
    with open_book(buffer, title="Uji", created=CREATED) as book:
        write(Page.add(book, "Data"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        ("=1+1", "s", "=1+1"),
        ("+62", "s", "+62"),
        ("-", "s", "-"),
        ("@nama", "s", "@nama"),
        ("198507172010011002", "s", "198507172010011002"),
        (" tepi ", "s", " tepi "),
        ("a\nb", "s", "a\nb"),
        ("_x0041_", "s", "_x0041_"),
        (1250.5, "n", 1250.5),
        (Decimal("0.1"), "n", 0.1),
        (7, "n", 7),
        (True, "b", True),
        (None, "n", None),
        ("", "n", None),
    ],
)
def test_value_becomes_what_it_is(value: InputValue, kind: str, read: CellValue) -> None:
    data = _written(lambda page: page.put((1, 1), value))

    cell = load(data)["Data"].cell(1, 1)
    assert (cell.data_type, cell.value) == (kind, read)


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (date(2026, 3, 1), "dd/mm/yyyy"),
        (datetime(2026, 3, 1, 13, 30), "dd/mm/yyyy hh:mm"),  # noqa: DTZ001 - cells have no zone
        (time(7, 15), "hh:mm"),
        (timedelta(hours=30), "[hh]:mm"),
    ],
)
def test_dates_and_times_stay_dates_and_times(value: InputValue, number_format: str) -> None:
    data = _written(lambda page: page.put((1, 1), value, {"num_format": number_format}))

    cell = load(data)["Data"].cell(1, 1)
    assert cell.data_type == "d"
    assert cell.number_format == number_format


def test_day_before_1900_is_shown_as_text() -> None:
    data = _written(lambda page: page.put((1, 1), date(1899, 12, 30)))

    assert load(data)["Data"].cell(1, 1).value == "30/12/1899"


def test_text_longer_than_a_cell_is_cut_instead_of_lost() -> None:
    data = _written(lambda page: page.put((1, 1), "x" * (MAX_TEXT + 5)))

    assert load(data)["Data"].cell(1, 1).value == "x" * MAX_TEXT


def test_place_outside_the_sheet_is_refused() -> None:
    with pytest.raises(ExcelLimitError):
        _written(lambda page: page.put((1_048_577, 1), "x"))


def test_formula_keeps_its_value() -> None:
    data = _written(lambda page: page.formula((1, 1), "=1+1", 2))

    assert load(data)["Data"].cell(1, 1).value == "=1+1"
    assert load(data, values=True)["Data"].cell(1, 1).value == 2


def test_empty_text_counts_as_a_value_of_a_formula() -> None:
    data = _written(lambda page: page.formula((1, 1), '=IF(TRUE,"","x")', ""))

    assert 't="str"' in parts(data)["xl/worksheets/sheet1.xml"]


def test_link_leads_to_the_cell_and_shows_its_text() -> None:
    data = _written(lambda page: page.link((1, 1), target("Hasil Kerja", (12, 14)), "N12"))

    cell = load(data)["Data"].cell(1, 1)
    assert cell.value == '=HYPERLINK("#\'Hasil Kerja\'!N12","N12")'
    assert load(data, values=True)["Data"].cell(1, 1).value == "N12"


def test_apostrophe_in_a_sheet_name_is_doubled_in_links() -> None:
    assert target("Jum'at", (1, 28)) == "'Jum''at'!AB1"


def test_quotation_marks_in_a_formula_are_doubled_and_stay_within_the_limit() -> None:
    assert quoted('a"b') == '"a""b"'
    assert len(quoted('"' * 300)) <= 257


@pytest.mark.parametrize(("kertas", "code"), [(Kertas.A4, "9"), (Kertas.F4, "14")])
def test_paper_and_footer_are_set(kertas: Kertas, code: str) -> None:
    data = _written(lambda page: page.paper(kertas, "2026-TW1 · Dinas PU & PR"))

    xml = parts(data)["xl/worksheets/sheet1.xml"]
    assert f'paperSize="{code}"' in xml
    assert 'fitToWidth="1"' not in xml  # 1 is the default and is not written
    assert 'fitToHeight="0"' in xml
    footer = "&L&8 2026-TW1 · Dinas PU && PR&R&8 Halaman &P dari &N"
    assert f"<oddFooter>{escape(footer)}</oddFooter>" in xml


def test_row_grows_with_its_lines_only() -> None:
    def write(page: Page) -> None:
        page.grow(1, 1)
        page.grow(2, 3)
        page.grow(3, 500)

    heights = load(_written(write))["Data"].row_dimensions
    assert heights[1].height is None
    assert 30 < heights[2].height < 60
    assert heights[3].height == pytest.approx(400, abs=1)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("pendek", 1), ("dua\nbaris", 2), ("Perawat Ahli Muda pada Instalasi Rawat Jalan", 3)],
)
def test_lines_are_counted_for_the_width(text: str, lines: int) -> None:
    assert lines_needed(text, 20) == lines


def test_an_indent_leaves_less_room() -> None:
    assert lines_needed("a" * 17, 20) == 1
    assert lines_needed("a" * 17, 20, indent=1) == 2


def test_signs_of_our_sentences_take_the_room_they_have() -> None:
    assert lines_needed("«·»" * 9, 27) == 1
    assert lines_needed("§¶§" * 9, 27) == 2  # signs not known are taken for wide ones


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 3, 1), "01/03/2026"),  # noqa: DTZ001 - cells have no zone
        (datetime(2026, 3, 1, 8, 5), "01/03/2026 08:05"),  # noqa: DTZ001 - as above
        (date(2026, 3, 1), "01/03/2026"),
        (time(8, 5), "08:05"),
        (timedelta(hours=1, minutes=30), "1,5 jam"),
        ("teks", "teks"),
        (None, ""),
    ],
)
def test_raw_value_is_shown_as_people_see_it(value: CellValue, text: str) -> None:
    assert format_value(value) == text


@pytest.mark.parametrize(("value", "blank"), [(None, True), ("", True), (0, False), (" ", False)])
def test_zero_is_not_blank(value: CellValue, *, blank: bool) -> None:
    assert is_blank(value) is blank


@pytest.mark.parametrize(("length", "is_taken"), [(256, True), (257, False)])
def test_limit_longer_than_excel_takes_is_refused(length: int, *, is_taken: bool) -> None:
    formula = "=" + "A1".ljust(length - 1, " ")
    options = {"validate": "custom", "value": formula}

    if is_taken:
        _written(lambda page: page.validate((1, 1), (2, 1), options))
    else:
        with pytest.raises(ExcelLimitError, match="255"):
            _written(lambda page: page.validate((1, 1), (2, 1), options))
