"""A refused file gets one printable sheet: what, where, why, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.write.penolakan import MAX_SHOWN, render_penolakan
from tests.unit.write.perbaikan_drawn import FILE, issue, place
from tests.unit.write.template_drawn import CREATED, load

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

REFUSES = issue(IssueCode.LBR_06, place("Hasil Kerja", 4, None, "Target"))
NOTICE = issue(IssueCode.LBR_10, place("Pegawai", 4, 5, "Golongan"), value="Gol.")
WARNING = issue(IssueCode.BRK_14, Place(FILE))


def sheet_of(*issues: Issue, file: str = FILE) -> Worksheet:
    sheets = load(render_penolakan(file, issues, created=CREATED)).worksheets
    (sheet,) = (sheet for sheet in sheets if sheet.sheet_state == "visible")
    return sheet


def pairs(sheet: Worksheet) -> list[tuple[str, str]]:
    rows = sheet.iter_rows(values_only=True)
    return [(str(row[0] or ""), str(row[1] or "")) for row in rows]


def test_it_is_one_sheet_named_perbaikan() -> None:
    assert sheet_of(REFUSES).title == "Perbaikan"


def test_each_issue_says_what_where_why_and_how() -> None:
    written, pesan = pairs(sheet_of(REFUSES)), render(REFUSES)

    assert ("Berkas", FILE) in written
    assert ("1. Kesalahan", "LBR-06") in written
    assert ("Masalah", pesan.masalah) in written
    assert ("Tempat", pesan.tempat) in written
    assert ("Sebab", pesan.sebab) in written
    assert ("Cara memperbaiki", pesan.perbaiki) in written


def test_what_refuses_the_file_comes_first() -> None:
    written = pairs(sheet_of(NOTICE, WARNING, REFUSES))

    titles = [(name, code) for name, code in written if name[:2] in {"1.", "2.", "3."}]
    assert titles == [
        ("1. Kesalahan", "LBR-06"), ("2. Peringatan", "BRK-14"), ("3. Catatan", "LBR-10"),
    ]  # fmt: skip


def test_parts_without_words_are_left_out() -> None:
    names = [name for name, _ in pairs(sheet_of(NOTICE))]

    assert "Cara memperbaiki" not in names
    assert "Masalah" in names


def test_long_list_is_cut_and_says_so() -> None:
    written = pairs(sheet_of(*[REFUSES] * (MAX_SHOWN + 7)))

    assert "… dan 7 hal lain." in [name for name, _ in written]
    assert sum(name == "Masalah" for name, _ in written) == MAX_SHOWN


def test_file_name_cannot_become_a_formula_or_hide_its_ending() -> None:
    sheet = sheet_of(REFUSES, file="=1+1\u202excod.xlsx")

    cell = sheet["B3"]
    assert (cell.data_type, cell.value) == ("s", "=1+1<U+202E>xcod.xlsx")


@pytest.mark.parametrize(("kertas", "code"), [(Kertas.A4, 9), (Kertas.F4, 14)])
def test_it_prints_upright_on_the_paper(kertas: Kertas, code: int) -> None:
    data = render_penolakan(FILE, (REFUSES,), created=CREATED, kertas=kertas)

    setup = load(data)["Perbaikan"].page_setup
    assert setup.paperSize == code
    assert setup.orientation in {None, "portrait"}


def test_same_issues_give_same_bytes() -> None:
    first = render_penolakan(FILE, (REFUSES, NOTICE), created=CREATED)

    assert render_penolakan(FILE, (REFUSES, NOTICE), created=CREATED) == first
