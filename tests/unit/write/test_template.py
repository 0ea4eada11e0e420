"""The template is laid out as the specification says: sheets, headings, protection, printing."""

from __future__ import annotations

import pytest
from openpyxl.utils import get_column_letter

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.spec.book import CEK, ISIAN, META, TITLE_ROWS, BookSpec
from kinerja_xlsx.spec.row import ColumnSpec, SheetRow, columns_of
from kinerja_xlsx.write.style import BLUE_DARK, BLUE_MID, BLUE_PALE
from kinerja_xlsx.write.template import render_book
from tests.unit.write.template_drawn import (
    FILLED,
    FIRST,
    HEADER,
    PEGAWAI,
    book,
    column_at,
    content,
    each_book,
    each_column,
    each_sheet,
    load,
)


@each_book
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


@each_sheet
def test_only_prefilled_sheets_are_protected(spec: BookSpec, model: type[SheetRow]) -> None:
    protection = book(spec)[model.sheet].protection

    prefilled = {"isian": {"Pegawai", "Penilaian", "Kehadiran"}, "skp": {"Pegawai"}}
    assert protection.sheet is (model.sheet in prefilled.get(spec.template, set()))
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


def test_few_people_do_not_leave_pages_of_blank_rows() -> None:
    people = {"Pegawai": (PEGAWAI,) * 20}

    workbook = load(render_book(ISIAN, content(people)))

    assert workbook["Hasil Kerja"].max_row == HEADER + 5 * 20


@each_sheet
def test_headings_and_names_stay_in_sight(spec: BookSpec, model: type[SheetRow]) -> None:
    fields = [column.field for column in columns_of(model)]
    frozen = 3 + (fields.index("nama") if "nama" in fields else 0)

    pane = book(spec)[model.sheet].freeze_panes

    assert pane == f"{get_column_letter(frozen)}{FIRST}"


@pytest.mark.parametrize(("kertas", "code"), [(Kertas.A4, 9), (Kertas.F4, 14)])
def test_every_visible_sheet_prints_on_the_paper_asked_for(kertas: Kertas, code: int) -> None:
    workbook = load(render_book(ISIAN, content(kertas=kertas)))

    for sheet in workbook:
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.orientation == "landscape"
            assert sheet.page_setup.paperSize == code
            assert sheet.page_setup.fitToHeight == 0
            fit, footer = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
            assert fit is not None
            assert fit.fitToPage
            assert footer is not None
            assert footer.right.text == "Halaman &P dari &N"
            assert "UPTD Puskesmas Ciracas" in str(footer.left.text)


@pytest.mark.parametrize(
    ("name", "across", "repeated"),
    [
        ("Identitas", None, None),
        ("Pejabat", None, None),
        ("Pegawai", 2, "$A:$C"),
        ("Hasil Kerja", 2, "$A:$C"),
        ("Penilaian", 2, "$A:$C"),
    ],
)
def test_wide_sheets_print_on_pages_side_by_side_with_the_names_on_each(
    name: str, across: int | None, repeated: str | None
) -> None:
    sheet = book(ISIAN)[name]

    assert sheet.page_setup.fitToWidth == across  # the library leaves out the default, 1
    assert sheet.print_title_cols == repeated
    assert (sheet.page_setup.pageOrder == "overThenDown") is (across is not None)


def test_heading_rows_repeat_on_every_page() -> None:
    assert book(ISIAN)["Hasil Kerja"].print_title_rows == f"${HEADER}:${HEADER}"
