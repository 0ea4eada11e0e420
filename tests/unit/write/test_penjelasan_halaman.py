"""The explanation of a person is one page that can be read, however much there is to explain."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.write.penjelasan import render_penjelasan
from kinerja_xlsx.write.penjelasan.isian import isian_texts
from tests.flow.test_cetak import run
from tests.penjelasan_drawn import penjelasan
from tests.unit.write.template_drawn import convert

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan

PANJANG = ("Raden Mas Haji Contoh Nama Sangat Panjang Sekali " * 3)[:111] + " Terakhir"
ROOM = {Kertas.A4: (720, 769), Kertas.F4: (739, 857)}
"""Pixels across and points down that a page has between our margins."""
SMALLEST = 8


def sheet_of(one: PenjelasanPenugasan) -> Worksheet:
    return load_workbook(BytesIO(render_penjelasan([one]))).worksheets[0]


def scale(sheet: Worksheet, kertas: Kertas) -> float:
    """Work out at which share of its size the sheet is printed on one page."""
    across, down = ROOM[kertas]
    width = sum(column.width * 7 for column in sheet.column_dimensions.values())
    height = sum(line.height or 15 for line in sheet.row_dimensions.values())
    return min(1, across / width, down / height)


CASES = {
    "one": (penjelasan(1, indikator=1), 8.0),
    "fifteen": (penjelasan(2, indikator=15), 7.0),
    "fifteen, long name": (penjelasan(3, indikator=15, nama=PANJANG), 7.0),
    "seven of three months": (penjelasan(4, indikator=7, bulan=3), 7.0),
    "fifteen of three months": (penjelasan(5, indikator=15, bulan=3), 5.6),
}


@pytest.mark.parametrize("case", CASES)
def test_one_page_holds_everything_in_print_that_can_be_read(case: str) -> None:
    one, least = CASES[case]

    sheet = sheet_of(one)

    assert sheet.row_breaks.brk == []
    assert sheet.page_setup.orientation == "portrait"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in {(1, 1), (None, None)}
    assert scale(sheet, one.kertas) * SMALLEST >= least
    assert min(cell.font.sz for row in sheet.iter_rows() for cell in row if cell.value) == SMALLEST


def test_a_smaller_paper_makes_smaller_print_not_a_second_page() -> None:
    one = replace(CASES["fifteen"][0], kertas=Kertas.A4)

    sheet = sheet_of(one)

    assert sheet.row_breaks.brk == []
    assert scale(sheet, Kertas.A4) < scale(sheet_of(CASES["fifteen"][0]), Kertas.F4)


@pytest.mark.parametrize("case", CASES)
def test_smaller_paper_holds_every_case_on_one_page_too(case: str) -> None:
    one = replace(CASES[case][0], kertas=Kertas.A4)

    assert sheet_of(one).row_breaks.brk == []


def test_cells_of_other_files_are_numbered_once_and_not_said_twice() -> None:
    one = penjelasan(1, indikator=1, bulan=2)

    gabungan, capaian, *_ = isian_texts(one)

    assert gabungan == (
        "[1] Hasil Kerja!N81 Target: 1.200; U81 Realisasi: 1.250\n"
        "[2] N81 Target: 1.200; U81 Realisasi: 1.250"
    )
    assert capaian == "sama dengan langkah 1"
    said = [str(cell.value) for row in sheet_of(one).iter_rows() for cell in row if cell.value]
    assert sum("2026-02.xlsx" in text for text in said) == 1


def test_same_figure_under_two_headings_is_said_of_each_but_equal_words_are_joined() -> None:
    one = penjelasan(1, indikator=1)
    cells = tuple(replace(cell, diketik=text) for cell in one.sel for text in ["1"])
    words = tuple(replace(cell, diketik="Sesuai") for cell in one.sel)

    assert (
        next(isian_texts(replace(one, sel=cells))) == "Hasil Kerja!N81 Target: 1; U81 Realisasi: 1"
    )
    assert next(isian_texts(replace(one, sel=words))) == (
        "Hasil Kerja!N81 Target, U81 Realisasi: Sesuai"
    )


def test_value_read_otherwise_says_so_in_the_same_cell() -> None:
    one = penjelasan(1, indikator=1)
    first, second = one.sel
    read = (replace(first, diketik="1200,0 keg", dibaca="1.200"), second)

    assert next(isian_texts(replace(one, sel=read))) == (
        "Hasil Kerja!N81 Target: 1200,0 keg (dibaca: 1.200); U81 Realisasi: 1.250"
    )


def test_what_no_page_can_hold_goes_on_in_readable_print() -> None:
    one = penjelasan(1, indikator=15, bulan=3)
    tall = replace(one, langkah=(*one.langkah, *(Step(f"L{n}", "1", "1", "x") for n in range(99))))

    sheet = sheet_of(tall)

    assert sheet.row_breaks.brk
    assert sheet.page_setup.fitToHeight == 0


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_libreoffice_prints_each_person_on_one_page(tmp_path: Path) -> None:
    people = [one for one, _ in CASES.values()]
    people += [replace(one, kertas=Kertas.A4) for one in people[:3]]
    source = tmp_path / "penjelasan.xlsx"
    source.write_bytes(render_penjelasan(people))
    soffice = shutil.which("soffice")
    assert soffice is not None

    convert(soffice, source, "pdf", tmp_path)

    pages = run("pdftotext", "-layout", str(tmp_path / "hasil/penjelasan.pdf"), "-").split("\f")
    nips = [one.baris.nip for one in people]
    assert len(pages[:-1]) == len(people)
    for nip, page in zip(nips, pages[:-1], strict=True):
        assert nip in page
        assert "BILA TIDAK SETUJU" in page
