"""Sheet `Tren`: earlier periods as sent, this one last, with a chart that is said in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.kinerja_unit import KinerjaUnit, PeriodeUnit
from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.write.hasil import HasilBook, render_hasil
from kinerja_xlsx.write.hasil.tren import SHEET
from tests.hasil_drawn import book, form

EARLIER = (
    PeriodeUnit("2025-TW3", berpredikat=4, baik=1, skm=None),
    PeriodeUnit("2025-TW4", berpredikat=2, baik=1, skm=Decimal("82.726")),
)


def followed(*tren: PeriodeUnit, made: HasilBook | None = None) -> HasilBook:
    return replace(made or book(), kinerja=KinerjaUnit(tren=tren))


def sheet_of(made: HasilBook, *, values: bool = True) -> Worksheet:
    sheet: Worksheet = load_workbook(BytesIO(render_hasil(made)), data_only=values)[SHEET]
    return sheet


def drawings(made: HasilBook) -> str:
    with ZipFile(BytesIO(render_hasil(made))) as package:
        names = [name for name in package.namelist() if name.startswith("xl/drawings/drawing")]
        return "\n".join(package.read(name).decode() for name in names)


def test_a_unit_without_earlier_periods_has_no_such_sheet() -> None:
    assert SHEET not in load_workbook(BytesIO(render_hasil(book()))).sheetnames


def test_periods_stand_in_order_with_this_one_last() -> None:
    sheet = sheet_of(followed(*EARLIER))

    rows = [[cell.value for cell in row] for row in sheet["A7:F9"]]
    assert rows == [
        ["Triwulan III 2025", 4, 1, 25, "–", "–"],
        ["Triwulan IV 2025", 2, 1, 50, 25, pytest.approx(82.73)],
        ["Triwulan I 2026 (ini)", 2, 2, 100, 50, "–"],
    ]


def test_shares_and_changes_are_live() -> None:
    sheet = sheet_of(followed(*EARLIER), values=False)

    assert [sheet[cell].value for cell in ("D7", "D9", "E8", "E9")] == [
        "=C7/B7*100",
        "=C9/B9*100",
        "=D8-D7",
        "=D9-D8",
    ]


def test_a_period_in_which_nobody_had_a_predikat_has_no_share() -> None:
    empty = PeriodeUnit("2025-TW4", berpredikat=0, baik=0, skm=None)

    rows = [[cell.value for cell in row] for row in sheet_of(followed(empty))["A7:E8"]]

    assert rows[0][1:] == [0, 0, "–", "–"]
    assert rows[1][1:] == [2, 2, 100, "–"]


def test_this_period_without_any_predikat_says_so() -> None:
    made = followed(EARLIER[1], made=book([form(1, predikat=None)], distribusi=None))

    rows = [[cell.value for cell in row] for row in sheet_of(made)["A7:F8"]]

    assert rows[1] == ["Triwulan I 2026 (ini)", 0, 0, "–", "–", "–"]


def test_the_chart_is_said_in_words_with_what_is_missing() -> None:
    text = drawings(followed(*EARLIER))

    assert (
        "Diagram batang dan garis. Bagian pegawai berpredikat Baik atau Sangat Baik (%). "
        "Baik atau Sangat Baik (%): Triwulan III 2025 25, Triwulan IV 2025 50, "
        "Triwulan I 2026 (ini) 100; SKM: Triwulan III 2025 belum ada, "
        "Triwulan IV 2025 82,73, Triwulan I 2026 (ini) belum ada."
    ) in text


def test_without_any_survey_the_chart_has_no_line() -> None:
    text = drawings(followed(EARLIER[0]))

    assert "Diagram batang. Bagian pegawai" in text
    assert "SKM" not in text


def test_the_share_counts_both_good_predikat() -> None:
    made = book([form(1, predikat=Predikat.SANGAT_BAIK), form(2, predikat=Predikat.KURANG)])

    assert sheet_of(followed(EARLIER[1], made=made))["D8"].value == 50
