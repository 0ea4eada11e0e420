"""The template is what the specification says: sheets, headings, limits, drop-downs, protection."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from openpyxl.utils import get_column_letter

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.spec.book import BOOKS, CEK, ISIAN, META, PENGATURAN, TITLE_ROWS, BookSpec
from kinerja_xlsx.spec.row import ColumnSpec, Kind, SheetRow, columns_of
from kinerja_xlsx.write.style import BLUE_DARK, BLUE_MID, BLUE_PALE
from kinerja_xlsx.write.template import render_book
from kinerja_xlsx.write.template.referensi import list_sources
from kinerja_xlsx.write.template.validasi import MAX_MESSAGE, MAX_TITLE
from tests.unit.write.template_drawn import FILLED, PEGAWAI, content, load, parts, read_back

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.dimensions import ColumnDimension
    from openpyxl.worksheet.worksheet import Worksheet

HEADER = TITLE_ROWS + 1
FIRST = HEADER + 1
SHEETS = [(spec, model) for spec in BOOKS for model in spec.sheets]
COLUMNS = [
    (spec, model, number, column)
    for spec, model in SHEETS
    for number, column in enumerate(columns_of(model), start=2)
]
COLUMN_IDS = [f"{s.template}-{m.sheet}-{c.field}" for s, m, _, c in COLUMNS]
TEXT_KINDS = frozenset(Kind) - {Kind.BULAT, Kind.ANGKA, Kind.TANGGAL}
each_sheet = pytest.mark.parametrize(
    ("spec", "model"), SHEETS, ids=[f"{s.template}-{m.sheet}" for s, m in SHEETS]
)
each_column = pytest.mark.parametrize(
    ("spec", "model", "number", "column"), COLUMNS, ids=COLUMN_IDS
)


@cache
def rendered(spec: BookSpec) -> bytes:
    return render_book(spec, content(FILLED if spec is ISIAN else {}))


@cache
def book(spec: BookSpec) -> Workbook:
    return load(rendered(spec))


def limits_at(sheet: Worksheet, row: int, column: int) -> DataValidation:
    address = f"{get_column_letter(column)}{row}"
    found = [item for item in sheet.data_validations.dataValidation if address in item.sqref]
    assert len(found) == 1
    return found[0]


# -- sheets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: spec.template)
def test_sheets_stand_in_order_and_the_guide_opens_first(spec: BookSpec) -> None:
    workbook = book(spec)

    expected = ["Petunjuk", spec.form.sheet, *(m.sheet for m in spec.sheets), "Referensi", META]
    assert workbook.sheetnames == expected
    assert workbook.active is workbook["Petunjuk"]
    assert [s.title for s in workbook if s.sheet_state == "hidden"] == ["Referensi", META]


@each_sheet
def test_heading_cells_hold_the_names_alone(spec: BookSpec, model: type[SheetRow]) -> None:
    row = [cell.value for cell in book(spec)[model.sheet][HEADER]]

    assert row == [CEK, *(column.heading for column in columns_of(model))]


@each_sheet
def test_title_rows_name_the_sheet_unit_and_period(spec: BookSpec, model: type[SheetRow]) -> None:
    sheet = book(spec)[model.sheet]

    assert sheet["A1"].value == model.title
    assert sheet["A2"].value == "UPTD Puskesmas Ciracas · Periode Triwulan I 2026"
    assert str(sheet.cell(TITLE_ROWS, 1).value).startswith("=IF(")


@each_column
def test_widths_come_from_the_specification(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    dimension = column_at(book(spec)[model.sheet], number)

    assert dimension.width == pytest.approx(column.column.width, abs=0.75)


def column_at(sheet: Worksheet, number: int) -> ColumnDimension:
    """Find a column among those that the file writes down as one range."""
    found = [item for item in sheet.column_dimensions.values() if item.min <= number <= item.max]
    return found[0]


@each_column
def test_heading_fill_tells_required_conditional_and_optional(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    cell = book(spec)[model.sheet].cell(HEADER, number)

    conditional = column.field in {condition.field for condition in model.conditions}
    fill = BLUE_DARK if column.required else BLUE_MID if conditional else BLUE_PALE
    border = "medium" if column.required else "mediumDashed" if conditional else "thin"
    assert cell.fill.fgColor.rgb == f"FF{fill.removeprefix('#')}"
    assert cell.border.bottom.style == border  # meaning never rests on colour alone


# -- limits ---------------------------------------------------------------------------------------


@each_column
def test_messages_fit_and_say_what_the_specification_says(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    sheet = book(spec)[model.sheet]

    heading = limits_at(sheet, HEADER, number)
    limits = limits_at(sheet, FIRST, number)
    assert heading.prompt == limits.prompt
    assert limits.prompt.startswith(column.column.prompt)
    assert ("Wajib." in limits.prompt.split("\n")) is column.required
    assert column.heading[:MAX_TITLE] == limits.promptTitle
    assert all(len(text) <= MAX_MESSAGE for text in (limits.prompt, limits.error))
    assert limits.showInputMessage
    assert limits.showErrorMessage


@each_column
def test_one_range_limits_the_whole_column(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    limits = limits_at(book(spec)[model.sheet], FIRST, number)

    ranges = list(limits.sqref.ranges)
    assert len(ranges) == 1, column.field
    assert ranges[0].min_row == FIRST
    assert ranges[0].max_row >= FIRST + 4_000
    assert limits.allowBlank


@each_column
def test_limits_are_those_of_the_specification(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    limits = limits_at(book(spec)[model.sheet], FIRST, number)
    cell = f"{get_column_letter(number)}{FIRST}"

    match column.kind:
        case Kind.DAFTAR:
            assert column.choices is not None
            assert limits.type == "list"
            assert limits.formula1 == f"Daftar_{column.choices.__name__}"
        case Kind.BULAT | Kind.ANGKA:
            assert limits.type == ("whole" if column.kind is Kind.BULAT else "decimal")
            assert Decimal(limits.formula1) == _smallest(column)
            assert Decimal(limits.formula2) == column.at_most
        case Kind.TEKS:
            assert (limits.type, limits.operator) == ("textLength", "lessThanOrEqual")
            assert int(limits.formula1) == column.max_length
        case Kind.TANGGAL:
            assert (limits.type, limits.operator) == ("date", "greaterThanOrEqual")
        case Kind.NIP:
            assert limits.formula1 == f"AND(ISTEXT({cell}),LEN({cell})=18)"
        case _:
            assert limits.type == "custom"
            assert f"ISTEXT({cell})" in limits.formula1


def _smallest(column: ColumnSpec) -> Decimal | None:
    if column.more_than is None:
        return column.at_least
    return column.more_than + Decimal("0.0001")


@each_column
def test_excel_refuses_wrong_codes_and_only_asks_about_values(
    spec: BookSpec, model: type[SheetRow], number: int, column: ColumnSpec
) -> None:
    limits = limits_at(book(spec)[model.sheet], FIRST, number)

    asks = column.kind in {Kind.TEKS, Kind.ANGKA, Kind.TANGGAL, Kind.PERIODE}
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


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: spec.template)
def test_lists_and_their_names_hold_exactly_the_choices(spec: BookSpec) -> None:
    workbook = book(spec)

    for choices, source in list_sources(spec).items():
        name, cells = workbook.defined_names[source.name].attr_text.split("!")
        values = [cell.value for (cell,) in workbook[name][cells.replace("$", "")]]
        assert values == [member.value for member in choices]


# -- protection -----------------------------------------------------------------------------------


@each_sheet
def test_only_prefilled_sheets_are_protected(spec: BookSpec, model: type[SheetRow]) -> None:
    protection = book(spec)[model.sheet].protection

    assert protection.sheet is (spec is ISIAN and model.sheet in {"Pegawai", "Penilaian"})
    if protection.sheet:
        assert protection.password is None
        # In the file these mark what is forbidden.
        assert not protection.autoFilter
        assert not protection.sort
        assert not protection.formatColumns
        assert protection.insertRows


def test_prefilled_cells_are_locked_and_everything_else_is_open() -> None:
    sheet = book(ISIAN)["Pegawai"]

    nip, missing_golongan = sheet.cell(FIRST, 2), sheet.cell(FIRST + 1, 5)
    spare_nip, below_table = sheet.cell(FIRST + 2, 2), column_at(sheet, 2)
    assert nip.protection.locked
    assert not missing_golongan.protection.locked
    assert not spare_nip.protection.locked
    assert not below_table.protection.locked
    assert sheet.cell(FIRST + 2, 1).protection.locked  # Cek


def test_entry_cells_of_a_prefilled_row_are_open() -> None:
    sheet = book(ISIAN)["Penilaian"]

    locked = [cell.column for cell in sheet[FIRST] if cell.protection.locked]
    assert locked == [1, 2, 3]  # Cek, NIP, Nama


# -- rows, table, printing ------------------------------------------------------------------------


def test_spare_rows_follow_the_prefilled_ones_inside_the_table() -> None:
    (table,) = book(ISIAN)["Pegawai"].tables.values()

    last = HEADER + len(FILLED["Pegawai"]) + 20
    assert table.ref == f"A{HEADER}:O{last}"
    assert table.autoFilter is not None
    assert [column.name for column in table.tableColumns][:3] == [CEK, "NIP", "Nama"]


def test_main_sheet_that_arrives_empty_has_room_for_everyone() -> None:
    people = {"Pegawai": (PEGAWAI,) * 80}

    workbook = load(render_book(ISIAN, content(people)))

    assert workbook["Hasil Kerja"].max_row == HEADER + 5 * 80
    assert workbook["Pejabat"].max_row == HEADER + 10


@each_sheet
def test_headings_and_names_stay_in_sight(spec: BookSpec, model: type[SheetRow]) -> None:
    fields = [column.field for column in columns_of(model)]
    frozen = 3 + (fields.index("nama") if "nama" in fields else 0)

    pane = book(spec)[model.sheet].freeze_panes

    assert pane == f"{get_column_letter(frozen)}{FIRST}"


@pytest.mark.parametrize(("kertas", "code"), [(Kertas.A4, 9), (Kertas.F4, 14)])
def test_every_visible_sheet_prints_on_one_page_of_width(kertas: Kertas, code: int) -> None:
    workbook = load(render_book(ISIAN, content(kertas=kertas)))

    for sheet in workbook:
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.orientation == "landscape"
            assert sheet.page_setup.paperSize == code
            assert sheet.page_setup.fitToHeight == 0
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.oddFooter.right.text == "Halaman &P dari &N"
            assert "UPTD Puskesmas Ciracas" in str(sheet.oddFooter.left.text)


def test_heading_rows_repeat_on_every_page() -> None:
    assert book(ISIAN)["Hasil Kerja"].print_title_rows == f"$1:${HEADER}"


# -- formulas ---------------------------------------------------------------------------------------

KNOWN_IN_EXCEL_2010 = {
    "AND", "COUNTA", "IF", "IFERROR", "INT", "ISERROR", "ISNUMBER", "ISTEXT", "LEFT", "LEN",
    "MATCH", "OR", "SUBSTITUTE", "SUMPRODUCT",
}  # fmt: skip


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: spec.template)
def test_formulas_stand_in_column_a_only_and_use_plain_functions(spec: BookSpec) -> None:
    for sheet in book(spec):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert cell.column == 1
                    plain = re.sub(r'"[^"]*"', "", str(cell.value))
                    assert set(re.findall(r"[A-Z.]+(?=\()", plain)) <= KNOWN_IN_EXCEL_2010
                    assert len(str(cell.value)) < 8_192


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: spec.template)
def test_nothing_counts_or_sums_by_condition(spec: BookSpec) -> None:
    # Excel turns an 18-digit NIP into a number of 15 digits there, and finds false duplicates.
    for name, xml in parts(rendered(spec)).items():
        assert not re.search(r"(COUNT|SUM|AVERAGE)IFS?\(|duplicateValues", xml), name


@pytest.mark.parametrize("spec", BOOKS, ids=lambda spec: spec.template)
def test_every_formula_has_its_value(spec: BookSpec) -> None:
    for name, xml in parts(rendered(spec)).items():
        if name.startswith("xl/worksheets/"):
            cells = re.findall(r'<c r="\w+"([^>]*)><f>.*?</f>(.*?)</c>', xml)
            uncached = [c for c in cells if 't="str"' not in c[0] or not c[1].startswith("<v>")]
            assert uncached == []


# -- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+62812", "-", "@nama", "'kutip", "007", "1E5"])
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    rows = {"Pegawai": ({**PEGAWAI, "nama": text},)}

    data = render_book(ISIAN, content(rows, form={"nama_unit": text}))

    (name,) = [cell for cell in load(data)["Pegawai"][FIRST] if cell.column == 3]
    assert (name.data_type, name.value) == ("s", text)
    (pegawai,) = [s for s in read_back(data).sheets if s.key == "Pegawai"]
    assert pegawai.rows[0].values[1] == text


def test_what_was_filled_in_is_read_back_unchanged() -> None:
    submission = read_back(rendered(ISIAN))

    for sheet in submission.sheets:
        fields = [column.field for column in sheet.columns]
        expected = [tuple(row.get(field or "") for field in fields) for row in
                    FILLED.get(sheet.key, ())]  # fmt: skip
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
