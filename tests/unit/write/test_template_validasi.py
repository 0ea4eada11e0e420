"""Drop-downs, limits and messages of the template are those of the specification."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from kinerja_xlsx.spec.book import BookSpec
from kinerja_xlsx.spec.row import ColumnSpec, Kind, SheetRow
from kinerja_xlsx.write.template.referensi import list_sources
from kinerja_xlsx.write.template.validasi import MAX_MESSAGE, MAX_TITLE
from tests.unit.write.template_drawn import (
    FIRST,
    HEADER,
    book,
    column_at,
    each_book,
    each_column,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

STOPPED = frozenset(
    {Kind.NIP, Kind.NIP_ATAU_KODE, Kind.KODE, Kind.NOMOR_INDIKATOR, Kind.BULAT, Kind.DAFTAR}
)
TEXT_KINDS = frozenset(Kind) - {Kind.BULAT, Kind.ANGKA, Kind.TANGGAL}


def limits_at(sheet: Worksheet, row: int, column: int) -> DataValidation:
    address = f"{get_column_letter(column)}{row}"
    found: list[DataValidation] = [
        item for item in sheet.data_validations.dataValidation if address in item.sqref
    ]
    assert len(found) == 1
    return found[0]


@each_column
def test_messages_fit_and_say_what_the_specification_says(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    sheet = book(spec)[model.sheet]

    heading = limits_at(sheet, HEADER, number)
    limits = limits_at(sheet, FIRST, number)
    prompt, error = str(limits.prompt), str(limits.error)
    assert heading.prompt == prompt
    assert prompt.startswith(column.column.prompt)
    assert ("Wajib." in prompt.split("\n")) is column.required
    assert column.heading[:MAX_TITLE] == limits.promptTitle
    assert all(len(text) <= MAX_MESSAGE for text in (prompt, error))
    assert limits.showInputMessage
    assert limits.showErrorMessage is (column.kind is not Kind.DAFTAR_BANYAK)


@each_column
def test_one_range_limits_the_whole_column(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    limits = limits_at(book(spec)[model.sheet], FIRST, number)

    ranges = list(limits.sqref.ranges)
    assert len(ranges) == 1, column.field
    top, bottom = ranges[0].min_row or 0, ranges[0].max_row or 0
    assert top == FIRST
    assert bottom >= FIRST + 4_000
    assert limits.allowBlank


@each_column
def test_limits_are_those_of_the_specification(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    limits = limits_at(book(spec)[model.sheet], FIRST, number)
    cell = f"{get_column_letter(number)}{FIRST}"

    match column.kind:
        case Kind.DAFTAR | Kind.DAFTAR_BANYAK:
            assert column.choices is not None
            assert limits.type == "list"
            assert limits.formula1 == f"Daftar_{column.choices.__name__}"
        case Kind.BULAT | Kind.ANGKA:
            assert limits.type == ("whole" if column.kind is Kind.BULAT else "decimal")
            assert Decimal(str(limits.formula1)) == _smallest(column)
            assert Decimal(str(limits.formula2)) == column.at_most
        case Kind.TEKS:
            assert (limits.type, limits.operator) == ("textLength", "lessThanOrEqual")
            assert str(limits.formula1) == str(column.max_length)
        case Kind.TANGGAL:
            assert (limits.type, limits.operator) == ("date", "greaterThanOrEqual")
        case Kind.NIP:
            assert limits.formula1 == f"AND(ISTEXT({cell}),LEN({cell})=18)"
        case Kind.JAM:
            assert limits.type == "custom"
            assert f"ISNUMBER({cell})" in str(limits.formula1)
        case _:
            assert limits.type == "custom"
            assert f"ISTEXT({cell})" in str(limits.formula1)


def _smallest(column: ColumnSpec) -> Decimal | None:
    if column.more_than is None:
        return column.at_least
    return column.more_than + (1 if column.kind is Kind.BULAT else Decimal("0.0001"))


@each_column
def test_excel_refuses_wrong_codes_and_only_asks_about_values(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    limits = limits_at(book(spec)[model.sheet], FIRST, number)

    asks = column.kind not in STOPPED
    assert limits.errorStyle == ("warning" if asks else None)  # stop is the default


@each_column
def test_text_columns_are_text_also_below_the_table(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    sheet = book(spec)[model.sheet]

    inside = sheet.cell(FIRST, number).number_format
    below = column_at(sheet, number).number_format
    assert (inside == "@") is (column.kind in TEXT_KINDS)
    assert below == inside


@each_book
def test_lists_and_their_names_hold_exactly_the_choices(spec: BookSpec) -> None:
    workbook = book(spec)

    for choices, source in list_sources(spec).items():
        name, cells = workbook.defined_names[source.name].attr_text.split("!")
        values = [cell.value for (cell,) in workbook[name][cells.replace("$", "")]]
        assert values == [member.value for member in choices]
