"""The workbook of a comparison: counts that balance, cells of both sides, fit to be printed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import Kertas, Predikat
from kinerja_xlsx.spec.banding import Banding, Ekspor, JenisBeda, NasibSkp
from kinerja_xlsx.write.banding import render_banding, where
from kinerja_xlsx.write.banding_ringkasan import _NASIB, _REMEDIES
from kinerja_xlsx.write.style import PAPER
from tests.banding_drawn import (
    DI_BAWAH,
    LAIN,
    TAK_DIKENAL,
    TW1,
    bandingkan,
    kita,
    skp,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

EKSPOR = Ekspor(
    file="laporan.xlsx",
    sheet="Worksheet",
    header_row=8,
    titles=("Laporan Penilaian SKP Periode Triwulan I Tahun 2026", "=1+1"),
    absent=(),
)


def drawn(*, differs: bool = True) -> Banding:
    rows = [skp(perilaku=DI_BAWAH, hasil_akhir=Predikat.KURANG), skp(TAK_DIKENAL, number=10)]
    found = bandingkan(rows if differs else [skp()], [kita(), kita(LAIN)] if differs else [kita()])
    return Banding(
        ekspor=EKSPOR,
        period=TW1,
        instansi="Pemerintah Kota Contoh",
        kertas=Kertas.A4,
        rows=found.rows,
        beda=found.beda,
        penugasan=2 if differs else 1,
        sama=found.sama,
    )


def opened(banding: Banding, *, cached: bool = False) -> Workbook:
    return load_workbook(BytesIO(render_banding(banding)), data_only=cached)


def texts(book: Workbook, sheet: str) -> list[str]:
    return [str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value]


def test_same_comparison_gives_the_same_bytes() -> None:
    assert render_banding(drawn()) == render_banding(drawn())


@pytest.mark.parametrize("sheet", ["Ringkasan", "Perbedaan", "Baris Ekspor"])
@pytest.mark.parametrize("kertas", list(Kertas))
def test_every_sheet_prints_landscape_one_page_wide(sheet: str, kertas: Kertas) -> None:
    page = opened(replace(drawn(), kertas=kertas))[sheet]

    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToWidth in {None, 1}
    assert int(str(page.page_setup.paperSize)) == PAPER[kertas]
    assert page.oddFooter is not None
    assert page.oddFooter.left is not None
    assert "Triwulan I 2026" in str(page.oddFooter.left.text)
    if sheet != "Ringkasan":
        assert page.print_title_rows == "$5:$5"
        assert page.freeze_panes == "A6"
        assert page.auto_filter.ref


def test_totals_are_live_and_say_what_they_say_now() -> None:
    live, now = opened(drawn())["Ringkasan"], opened(drawn(), cached=True)["Ringkasan"]

    totals = [
        (str(row[0].value), str(row[1].value), row[1].coordinate)
        for row in live.iter_rows(max_col=2)
        if str(row[0].value).startswith("Jumlah")
    ]
    assert [label for label, _, _ in totals] == ["Jumlah perbedaan", "Jumlah baris ekspor"]
    for _, formula, cell in totals:
        first, last = (int(part[1:]) for part in formula[5:-1].split(":"))
        parts = [int(str(now.cell(row, 2).value)) for row in range(first, last + 1)]
        assert sum(parts) == now[cell].value


def test_each_kind_says_what_can_be_done_and_each_fate_what_it_means() -> None:
    assert set(_REMEDIES) == set(JenisBeda)
    assert set(_NASIB) == set(NasibSkp)


def test_without_differences_the_sheets_say_so() -> None:
    book = opened(drawn(differs=False))

    assert "Tidak ada perbedaan. Isian dan e-Kinerja tidak diubah." in texts(book, "Ringkasan")
    assert "Tidak ada perbedaan." in texts(book, "Perbedaan")


def test_titles_of_an_export_never_become_formulas() -> None:
    cells = [cell for row in opened(drawn())["Ringkasan"].iter_rows() for cell in row]

    (title,) = [cell for cell in cells if cell.value == "=1+1"]
    assert title.data_type == "s"


def test_limited_export_names_the_units_left_out() -> None:
    banding = replace(
        drawn(), ekspor=replace(EKSPOR, batas="DINAS KESEHATAN", absent=("skp_unor",)),
        unit_lain=("RSU", "SEK"),
    )  # fmt: skip

    said = texts(opened(banding), "Ringkasan")

    assert (
        "Ekspor ini hanya untuk «DINAS KESEHATAN». 2 unit lain tidak dibandingkan: RSU, SEK."
        in said
    )
    assert any(text.endswith("tidak ikut dibandingkan: skp_unor.") for text in said)


def test_cells_of_one_sheet_stand_together_below_their_file() -> None:
    row = skp()

    cells = where([row.places["hasil_kerja"], row.places["perilaku_kerja"]])

    assert cells == "laporan.xlsx\nWorksheet › D9, E9"
