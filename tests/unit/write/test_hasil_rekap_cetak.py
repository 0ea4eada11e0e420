"""The recap on paper: legible whatever groups of columns it has, each row whose it is."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import Kertas, Predikat
from kinerja_xlsx.write.hasil import HasilBook, render_hasil
from kinerja_xlsx.write.hasil.grid import WIDTH_PIXELS
from kinerja_xlsx.write.muat import LEAST_SCALE, print_scale
from kinerja_xlsx.write.rekap_tabel import Kolom
from tests.hasil_angka_drawn import before, chosen, everything
from tests.hasil_drawn import book, form

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BOTH = "both groups"
LIBREOFFICE = 0.939
"""There columns of characters are wider, so less of the scale of Excel is left."""
ANGKA = chosen(mode_angka="PP 30/2019 70:30")


def recap(made: HasilBook) -> Worksheet:
    sheet: Worksheet = load_workbook(BytesIO(render_hasil(made)))["Rekap"]
    return sheet


def drawn(groups: str, kertas: Kertas) -> HasilBook:
    form_before = before(form(1), "100", Predikat.BAIK)
    match groups:
        case "no group":
            return book(kertas=kertas)
        case "numbers":
            return book([form(1)], parameters=ANGKA, kertas=kertas)
        case "the period before":
            return book([form_before], kertas=kertas)
        case _:
            return book([form_before], parameters=ANGKA, kertas=kertas)


def widths(sheet: Worksheet) -> list[float]:
    """Give the widths in characters, as they were asked for."""
    row = int((sheet.auto_filter.ref or "A1").partition(":")[0].lstrip("A"))
    spans = [
        (found.min or 0, found.max or 0, found.width) for found in sheet.column_dimensions.values()
    ]
    return [
        next(width for first, last, width in spans if first <= column <= last)
        for column in range(1, len(sheet[row]) + 1)
    ]


def pixels(found: list[float]) -> float:
    return sum(width * 7 for width in found)


@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("groups", ["no group", "numbers", "the period before", BOTH])
def test_the_recap_prints_at_seven_points_or_more(groups: str, kertas: Kertas) -> None:
    sheet = recap(drawn(groups, kertas))

    found = widths(sheet)
    split = [brk.id for brk in sheet.col_breaks.brk]
    assert bool(split) == (groups != "no group")
    blocks = [found[: split[0]], [*found[:3], *found[split[0] :]]] if split else [found]
    fitted = min(WIDTH_PIXELS[kertas] / pixels(block) * 100 for block in blocks)
    scale = int(sheet.page_setup.scale or 0) if split else fitted * LIBREOFFICE
    assert LEAST_SCALE <= scale <= fitted
    assert sheet.page_setup.orientation == "landscape"


def test_a_recap_in_two_blocks_repeats_whose_row_it_is_and_prints_across() -> None:
    sheet = recap(drawn(BOTH, Kertas.A4))

    assert sheet.print_title_cols == "$A:$C"
    assert [brk.id for brk in sheet.col_breaks.brk] == [12]
    assert sheet.page_setup.pageOrder == "overThenDown"
    row = int((sheet.print_title_rows or "$0").rpartition("$")[2])
    headings = [cell.value for cell in sheet[row]]
    assert headings[:3] == ["No", "NIP", "Nama"]
    assert headings[11:13] == ["Predikat", "Nilai Angka: SKP"]


def test_a_legible_recap_stays_on_one_page_across() -> None:
    sheet = recap(drawn("no group", Kertas.A4))

    assert not sheet.col_breaks.brk
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_title_and_unit_stand_over_the_columns_that_come_again_with_the_notes_beside() -> None:
    sheet = recap(drawn(BOTH, Kertas.F4))

    merged = {str(found) for found in sheet.merged_cells.ranges}
    assert merged == {"A1:C1", "A2:C4", "D2:L2", "D3:L3", "D4:L4"}
    assert str(sheet["A2"].value).startswith("Dinas Kesehatan (DINKES)")
    assert [str(sheet.cell(row, 4).value).split()[0] for row in (2, 3, 4)] == [
        "Usulan",
        "Nilai",
        "Naik,",
    ]


@pytest.mark.parametrize(("width", "scale"), [(1, 100), (1000, 13)])
def test_a_narrow_table_is_never_enlarged(width: int, scale: int) -> None:
    assert print_scale([Kolom("Isi", width)], Kertas.A4) == scale


@pytest.mark.parametrize("kertas", Kertas)
def test_angka_kredit_prints_in_two_blocks_of_seven_points_or_more(kertas: Kertas) -> None:
    made = replace(everything(), kertas=kertas)
    sheet = load_workbook(BytesIO(render_hasil(made)))["Angka Kredit"]

    assert [brk.id for brk in sheet.col_breaks.brk] == [11]
    assert sheet.print_title_cols == "$A:$C"
    found = widths(sheet)
    widest = max(pixels(found[:11]), pixels([*found[:3], *found[11:]]))
    scale = int(sheet.page_setup.scale or 0)
    assert LEAST_SCALE <= scale <= WIDTH_PIXELS[kertas] / widest * 100


def test_long_notes_and_units_are_whole_above_the_table() -> None:
    name = "Unit Pelaksana Teknis dengan Nama yang Sangat Panjang Sekali " * 3
    sheet = load_workbook(BytesIO(render_hasil(replace(everything(), nama_unit=name))))[
        "Angka Kredit"
    ]

    heights = [sheet.row_dimensions[row].height or 15 for row in (2, 3)]
    assert sum(heights) >= 5 * 12  # five lines over 49 characters
    assert sheet["A2"].alignment.wrap_text
    assert sheet["D3"].alignment.wrap_text
