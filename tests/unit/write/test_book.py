"""The loud wrapper: nothing is dropped in silence, and nothing but the period dates a file."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from datetime import date

import pytest

from kinerja_xlsx.write.book import (
    Book,
    ExcelLimitError,
    clean_text,
    must,
    open_book,
    unique_sheet_name,
)
from tests.unit.write.template_drawn import CREATED, load, parts


def _book(title: str = "Uji") -> bytes:
    buffer = io.BytesIO()
    with open_book(buffer, title=title, created=CREATED) as book:
        book.workbook.add_worksheet("Data")
    return buffer.getvalue()


@pytest.mark.parametrize("code", [-1, -2])
def test_refusals_of_the_library_are_raised(code: int) -> None:
    with pytest.raises(ExcelLimitError, match=str(code)):
        must(code)


@pytest.mark.parametrize("code", [0, None])
def test_success_passes(code: int | None) -> None:
    must(code)


def _build(change: Callable[[Book], object]) -> None:
    with open_book(io.BytesIO(), title="Uji", created=CREATED) as book:
        book.workbook.add_worksheet("Referensi")
        change(book)


def test_warnings_of_the_library_are_raised() -> None:
    def add_too_long_list(book: Book) -> None:
        (sheet,) = book.workbook.worksheets()
        sheet.data_validation("A1", {"validate": "list", "source": ["x" * 256]})

    with pytest.raises(ExcelLimitError, match="255"):
        _build(add_too_long_list)


def test_warning_filters_outside_are_left_alone() -> None:
    before = list(warnings.filters)

    _book()

    assert list(warnings.filters) == before


def test_created_date_is_the_only_date() -> None:
    core = parts(_book())["docProps/core.xml"]

    assert "2026-03-31T00:00:00Z" in core
    assert core.count("2026-") == core.count("2026-03-31")


def test_same_content_gives_same_bytes() -> None:
    assert _book() == _book()


def test_another_date_gives_other_bytes() -> None:
    buffer = io.BytesIO()
    with open_book(buffer, title="Uji", created=date(2026, 6, 30)) as book:
        book.workbook.add_worksheet("Data")

    assert buffer.getvalue() != _book()


def test_default_font_is_named_without_a_theme() -> None:
    styles = parts(_book())["xl/styles.xml"]

    assert '<name val="Arial"/>' in styles
    assert "<scheme" not in styles
    assert "Calibri" not in styles


def test_equal_looks_share_one_format() -> None:
    with open_book(io.BytesIO(), title="Uji", created=CREATED) as book:
        first = book.style({"bold": True}, {"border": 1})
        second = book.style({"border": 1}, {"bold": True})
        other = book.style({"bold": True}, {"border": 2})

    assert first is second
    assert first is not other


def test_later_looks_win() -> None:
    with open_book(io.BytesIO(), title="Uji", created=CREATED) as book:
        assert book.style({"border": 1}, {"border": 2}) is book.style({"border": 2})


def test_text_that_looks_like_a_formula_or_number_stays_text() -> None:
    buffer = io.BytesIO()
    with open_book(buffer, title="Uji", created=CREATED) as book:
        sheet = book.workbook.add_worksheet("Data")
        for row, text in enumerate(("=1+1", "198507172010011002", "https://contoh.go.id")):
            must(sheet.write(row, 0, text))

    column = load(buffer.getvalue())["Data"]["A"]
    assert [cell.data_type for cell in column] == ["s", "s", "s"]
    assert [cell.value for cell in column] == [
        "=1+1", "198507172010011002", "https://contoh.go.id",
    ]  # fmt: skip


def test_control_characters_are_left_out() -> None:
    assert clean_text("a\x00b\x0bc\ud800\uffff\td\n") == "abc\td\n"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("198507172010011002", "198507172010011002"),
        ("Dinas [PU]/PR: a*b?\\c", "Dinas  PU  PR  a b  c"),
        ("x" * 40, "x" * 31),
        ("'kutip'", "kutip"),
        ("  ", "Lembar"),
        ("History", "History-2"),
    ],
)
def test_sheet_name_is_one_that_excel_accepts(wanted: str, name: str) -> None:
    assert unique_sheet_name(wanted, set()) == name


def test_sheet_names_that_clash_are_numbered_within_the_limit() -> None:
    taken: set[str] = set()

    names = [unique_sheet_name(wanted, taken) for wanted in ("y" * 31, "Y" * 31, "y" * 35)]

    assert names == ["y" * 31, "Y" * 29 + "-2", "y" * 29 + "-3"]
    assert len({name.casefold() for name in names}) == 3


def test_range_can_be_named() -> None:
    buffer = io.BytesIO()
    with open_book(buffer, title="Uji", created=CREATED) as book:
        book.workbook.add_worksheet("Referensi")
        book.define_name("Daftar_Arah", "Referensi!$A$2:$A$3")

    assert load(buffer.getvalue()).defined_names["Daftar_Arah"].attr_text == "Referensi!$A$2:$A$3"


def test_bad_name_is_refused() -> None:
    with pytest.raises(ExcelLimitError):
        _build(lambda book: book.define_name("A1", "Referensi!$A$2:$A$3"))
