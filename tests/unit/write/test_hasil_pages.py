"""The printed form: paper, page ends, headings that come again, a signature never alone."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kinerja_xlsx.model.law import JenisJabatan, Kertas, Pendekatan
from kinerja_xlsx.write.hasil import render_hasil
from kinerja_xlsx.write.hasil.flow import LANJUTAN, Plan, Strip
from kinerja_xlsx.write.hasil.grid import CAPACITY, WIDTH_PIXELS, make_grid, variant_of
from kinerja_xlsx.write.hasil.rincian import TITLE
from tests.hasil_drawn import book, form, indikator, pegawai, penilaian

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilForm

DEFAULT = 15.0
"""The library leaves out this height, the one it declares as default."""
LONG = "Meningkatkan mutu layanan kesehatan dasar yang merata bagi seluruh masyarakat. " * 20


def sheet_of(made: HasilForm, kertas: Kertas = Kertas.A4) -> Worksheet:
    data = render_hasil(book([made], kertas=kertas))
    sheet: Worksheet = load_workbook(BytesIO(data)).worksheets[3]
    return sheet


def row_texts(sheet: Worksheet, row: int) -> list[str]:
    return [str(cell.value) for cell in sheet[row] if cell.value is not None]


def row_of(sheet: Worksheet, text: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if text in row_texts(sheet, row))


def page_starts(sheet: Worksheet) -> list[int]:
    """Give the first row of each page."""
    return [1, *(page.id + 1 for page in sheet.row_breaks.brk)]


def page_of(sheet: Worksheet, row: int) -> int:
    return sum(start <= row for start in page_starts(sheet))


def many(rhk: int, each: int) -> HasilForm:
    rows = [indikator(f"{r}.{i}") for r in range(1, rhk + 1) for i in range(1, each + 1)]
    return form(rows=rows)


FORMS = {
    "one indicator": many(1, 1),
    "five RHK of three": many(5, 3),
    "one RHK of fifteen": many(1, 15),
    "no indicator": form(rows=[]),
    "long texts": form(
        rows=[
            indikator(
                "1.1",
                rhk_pimpinan=LONG[:1000],
                rencana_hasil_kerja=LONG[:1000],
                indikator=LONG[:500],
                umpan_balik=LONG[:1000],
            )
        ],
        person=pegawai(nama=LONG[:120], jabatan=LONG[:200], unit_kerja=LONG[:200]),
        rating=penilaian(
            umpan_balik_perilaku=LONG[:1000],
            catatan=LONG[:1000],
            rencana_pengembangan=LONG[:1000],
        ),
    ),
}


@pytest.mark.parametrize(("kertas", "code"), [(Kertas.A4, 9), (Kertas.F4, 14)])
def test_the_form_is_set_up_for_its_paper(kertas: Kertas, code: int) -> None:
    sheet = sheet_of(form(), kertas)

    setup, fit, footer = sheet.page_setup, sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
    assert (setup.paperSize, setup.orientation) == (code, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight) == (None, 0)  # one page wide is the default
    assert fit is not None
    assert fit.fitToPage
    # The library leaves out the default, which is 1.
    assert (setup.useFirstPageNumber, setup.firstPageNumber) == (True, None)
    assert footer is not None
    assert footer.center.text == "Halaman &P"
    assert "&D" not in f"{footer.left.text}{footer.right.text}"
    last = row_of(sheet, TITLE) - 1
    assert sheet.print_area == f"'{sheet.title}'!$A$1:$K${last}"


@pytest.mark.parametrize("name", FORMS)
def test_the_steps_of_the_score_begin_a_page_below_what_is_printed(name: str) -> None:
    sheet = sheet_of(FORMS[name])

    first = row_of(sheet, TITLE)
    assert first in page_starts(sheet)
    assert str(sheet.print_area).endswith(f"${first - 1}")
    assert sheet.max_row > first + 2


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("kertas", Kertas)
def test_no_page_holds_more_than_the_paper(name: str, kertas: Kertas) -> None:
    sheet = sheet_of(FORMS[name], kertas)

    starts = [*page_starts(sheet), sheet.max_row + 1]
    heights = [
        sum(sheet.row_dimensions[row].height or DEFAULT for row in range(first, after))
        for first, after in pairwise(starts)
    ]
    assert max(heights) <= CAPACITY[kertas]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("kertas", Kertas)
def test_the_signature_stays_with_the_predikat(name: str, kertas: Kertas) -> None:
    sheet = sheet_of(FORMS[name], kertas)

    predikat = page_of(sheet, row_of(sheet, "PREDIKAT KINERJA PEGAWAI"))
    signature = [
        row_of(sheet, text) for text in ("Serang, 6 April 2026", "NIP 197001011995031001")
    ]
    assert {page_of(sheet, row) for row in signature} == {predikat}


@pytest.mark.parametrize("name", ["five RHK of three", "one RHK of fifteen", "long texts"])
def test_the_heading_comes_again_where_the_table_goes_on(name: str) -> None:
    sheet = sheet_of(FORMS[name])

    end = row_of(sheet, "RATING HASIL KERJA")
    inside = [start for start in page_starts(sheet)[1:] if start < end]
    assert inside
    for start in inside:
        assert row_texts(sheet, start)[0] == "NO"
        assert "INDIKATOR KINERJA INDIVIDU" in row_texts(sheet, start)


def test_an_rhk_on_two_pages_says_its_texts_on_both() -> None:
    sheet = sheet_of(many(1, 15))

    text = indikator("1.1").rencana_hasil_kerja
    rows = [row for row in range(1, sheet.max_row + 1) if text in row_texts(sheet, row)]
    pages = [page_of(sheet, row) for row in rows]
    assert len(rows) > 1
    assert pages == sorted(set(pages))


def test_a_text_higher_than_a_page_goes_on_without_losing_a_word() -> None:
    sheet = sheet_of(FORMS["long texts"])

    end = row_of(sheet, "RATING HASIL KERJA")
    parts = [sheet.cell(row, 3).value for row in range(1, end) if sheet.cell(row, 3).value]
    headings = {"RENCANA HASIL KERJA", "(3)", LANJUTAN}
    said = [word for part in parts if part not in headings for word in str(part).split()]
    words = LONG[:1000].split()
    assert said[-len(words) :] == words


def test_every_merged_cell_lies_on_one_page() -> None:
    sheet = sheet_of(FORMS["long texts"])

    crossing = [
        str(area)
        for area in sheet.merged_cells.ranges
        if page_of(sheet, area.min_row) != page_of(sheet, area.max_row)
    ]
    assert crossing == []


def test_a_short_form_prints_two_pages() -> None:
    sheet = sheet_of(many(1, 1))

    assert page_of(sheet, row_of(sheet, TITLE) - 1) == 2


@given(
    st.lists(st.tuples(st.floats(5, 300), st.booleans()), min_size=1, max_size=40),
    st.floats(200, 600),
)
def test_every_strip_has_its_row_and_no_page_overflows(
    drawn: list[tuple[float, bool]], capacity: float
) -> None:
    heading = (Strip(20, ()),)
    strips = [Strip(height, (), heading, keep) for height, keep in drawn]

    plan = Plan(capacity).lay(strips)

    rows = [place.row for place in plan.places]
    assert [place.strip for place in plan.places] == strips
    assert rows == sorted(set(rows))
    assert len(plan.heights) == len(plan.places) + len(plan.headings)
    starts = [0, *plan.breaks, len(plan.heights)]
    for first, after in pairwise(starts):
        body = after - first - (1 if first else 0)
        assert sum(plan.heights[first:after]) <= capacity + 0.001 or body == 1


@given(st.lists(st.floats(5, 120), min_size=2, max_size=6), st.floats(0, 500))
def test_what_is_kept_together_stays_on_one_page(heights: list[float], before: float) -> None:
    capacity = 720.0
    kept = [Strip(height, (), (), keep=True) for height in heights[:-1]]
    strips = [Strip(before + 1, ()), *kept, Strip(heights[-1], ())]

    plan = Plan(capacity).lay(strips)

    assert len({place.page for place in plan.places[1:]}) == 1


@pytest.mark.parametrize("pendekatan", Pendekatan)
@pytest.mark.parametrize("jenis", [JenisJabatan.JPT, JenisJabatan.PELAKSANA])
@pytest.mark.parametrize("kertas", Kertas)
def test_the_cells_of_each_kind_of_form_cover_its_columns(
    pendekatan: Pendekatan, jenis: JenisJabatan, kertas: Kertas
) -> None:
    grid = make_grid(variant_of(jenis, pendekatan), kertas, figures=0)

    variant = grid.variant
    full = list(range(variant.last + 1))
    rows = (
        [heading.at for heading in variant.headings],
        variant.panel,
        (variant.label, variant.value),
        (variant.label, variant.rating, variant.note),
        variant.perilaku,
        variant.rincian,
    )
    for ranges in rows:
        assert [column for first, last in ranges for column in range(first, last + 1)] == full
    assert WIDTH_PIXELS[kertas] - len(full) <= sum(grid.pixels) <= WIDTH_PIXELS[kertas]


def test_a_long_figure_widens_its_column_and_not_the_form() -> None:
    variant = variant_of(JenisJabatan.PELAKSANA, Pendekatan.KUANTITATIF)
    usual = make_grid(variant, Kertas.A4, figures=0)

    grid = make_grid(variant, Kertas.A4, figures=100.0)

    assert sum(grid.pixels) == sum(usual.pixels)
    assert [grid.width((column, column)) >= 100 for column in variant.numeric] == [True, True]
    assert min(grid.pixels[1:]) >= 60
