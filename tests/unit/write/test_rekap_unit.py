"""The recap's sheets on units: against the period before, ranked, and beside their services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rekap_drawn import agency, block, read, row_of
from tests.rekap_penuh import full_agency

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FIRST = 7
"""Row of the first line of a table below two notes."""


def headed(sheet: Worksheet, number: int, *, head: int = FIRST - 1) -> dict[object, object]:
    """Give one row by the headings of its table."""
    return dict(zip(row_of(sheet, head), row_of(sheet, number), strict=True))


def test_a_unit_stands_beside_what_it_was() -> None:
    row = headed(read(full_agency(), "Perbandingan"), FIRST)

    assert (row["Lalu: Baik"], row["Kini: Baik"], row["Kini: Butuh Perbaikan"]) == (4, 8, 6)
    assert [row[name] for name in ("Naik", "Tetap", "Turun", "Baru", "Keluar")] == [3, 6, 1, 4, 1]
    assert row["Belum Dapat Dibandingkan"] == 2
    assert (row["Median Capaian Lalu"], row["Median Capaian Kini"]) == (91.25, 96.4)
    assert row["Selisih Median"] == pytest.approx(5.15)


def test_a_unit_without_a_period_before_has_no_counts_of_it() -> None:
    sheet = read(full_agency(), "Perbandingan")

    without, silent = headed(sheet, FIRST + 1), headed(sheet, FIRST + 4)
    assert (without["Lalu: Baik"], without["Kini: Baik"], without["Naik"]) == ("–", 10, "–")
    assert without["Keterangan"] == "Belum ada isian periode lalu yang dapat dipakai."
    assert (silent["Kini: Baik"], silent["Keterangan"]) == ("–", "Belum mengirim.")


def test_totals_of_the_comparison_leave_out_what_is_unknown() -> None:
    row = headed(read(full_agency(), "Perbandingan"), FIRST + 5)

    assert (row["Lalu: Baik"], row["Kini: Baik"], row["Naik"]) == (4, 20, 3)


def test_the_first_page_says_who_moved_in_the_whole_agency() -> None:
    title = "Pegawai dibanding Triwulan IV 2025"
    sheet = read(full_agency(), "Ringkasan")
    live = block(read(full_agency(), "Ringkasan", values=False), title)

    assert block(sheet, title) == {
        "Naik": 3,
        "Tetap": 6,
        "Turun": 1,
        "Belum dapat dibandingkan": 2,
        "Baru": 4,
        "Keluar": 1,
        "Jumlah": 17,
    }
    assert live["Naik"] == "=SUM('Perbandingan'!$M$7:$M$11)"


def test_the_first_page_is_silent_where_nothing_can_be_compared() -> None:
    sheet = read(agency(), "Ringkasan")

    texts = [str(cell.value) for row in sheet for cell in row]
    assert not any(text.startswith("Pegawai dibanding") for text in texts)


def test_units_are_ranked_live_and_small_ones_say_why_not() -> None:
    sheet, live = read(full_agency(), "Peringkat"), read(full_agency(), "Peringkat", values=False)

    lines = [row_of(sheet, FIRST + index) for index in range(5)]
    assert [line[:2] for line in lines] == [
        [1, "PKM"],
        [2, "DINKES"],
        [2, "DISDIK"],
        ["Tanpa", "SETDA"],
        ["Tanpa", "pkm"],
    ]
    third = pytest.approx(200 / 3)
    assert [line[7] for line in lines] == [100, third, third, "–", 60]
    assert lines[3][3:8] == ["–"] * 5  # nothing was sent, which is no zero
    assert lines[3][9] == "Tanpa peringkat: belum mengirim."
    assert str(lines[4][9]).startswith("Tanpa peringkat: unit kecil")
    assert live["A8"].value == (
        '=IF(I8="Ya",SUMPRODUCT(($I$7:$I$11="Ya")*($H$7:$H$11>H8))+1,"Tanpa")'
    )


def test_a_unit_is_surveyed_over_all_people_asked() -> None:
    sheet = read(full_agency(), "SKM Unit")
    live = read(full_agency(), "SKM Unit", values=False)

    row = headed(sheet, FIRST)
    assert (row["Layanan"], row["Responden"]) == (2, 191)
    assert row["U1"] == pytest.approx((3.4 * 150 + 3 * 41) / 191)
    assert row["SKM"] == pytest.approx((30.5333 * 150 + 28.7 * 41) / 191 / 9 * 25)
    assert (row["Mutu"], row["Kinerja"]) == ("B", "Baik")
    assert row["Bagian (%)"] == pytest.approx(200 / 3)
    assert str(live["F7"].value).startswith("=IF($E7=0,")
    assert "COUNTIF" not in str(live["D7"].value)


def test_a_survey_that_was_not_repeated_is_missing_and_not_zero() -> None:
    sheet = read(full_agency(), "SKM Unit")

    row, upper = headed(sheet, FIRST + 1), headed(sheet, FIRST + 2)
    assert (row["Kode Unit"], row["SKM"], row["Mutu"], row["Selisih SKM"]) == (
        *("PKM", "Belum ada"),
        *("–", "–"),
    )
    assert row["SKM Periode Lalu"] == pytest.approx(84.814722)
    # Codes that differ by their letters alone are two units: formulas go by the number.
    assert (upper["Kode Unit"], upper["Responden"]) == ("pkm", 10)


def test_services_are_paired_by_name_and_those_gone_still_show() -> None:
    sheet = read(full_agency(), "SKM Layanan")

    lines = [headed(sheet, number, head=5) for number in range(6, 9)]
    assert [line["Layanan"] for line in lines] == ["Rawat jalan", "Loket", "Laboratorium"]
    assert [line["SKM"] for line in lines][2] == "Belum ada"
    assert lines[0]["SKM Periode Lalu"] == pytest.approx(79.722222)
    assert (lines[1]["SKM Periode Lalu"], lines[1]["Selisih SKM"]) == ("–", "–")
    assert lines[0]["Sel Sumber"] == "Kepuasan!D5–L5"


def test_people_served_are_better_or_not_by_their_direction() -> None:
    sheet = read(full_agency(), "Layanan")

    lines = [headed(sheet, FIRST + index) for index in range(5)]
    assert [line["Perubahan"] for line in lines] == [
        *("Membaik", "Tetap", "Belum membaik"),
        *("Belum dapat dibandingkan",) * 2,
    ]
    assert (lines[0]["Selisih"], lines[3]["Selisih"]) == (50.5, "–")
    assert (lines[3]["Realisasi Periode Lalu"], lines[4]["Realisasi Periode Ini"]) == (
        "Belum diisi",
        "Belum diisi",
    )


@pytest.mark.parametrize(
    ("name", "cell", "text"),
    [
        ("Perbandingan", "A7", "Tidak ada"),
        ("Peringkat", "C7", "Tidak ada"),
        ("SKM Unit", "C7", "Belum ada survei kepuasan."),
        ("SKM Layanan", "D6", "Belum ada survei kepuasan."),
        ("Layanan", "F7", "Belum ada indikator"),
        ("Angka Kredit", "C7", "Belum ada jabatan fungsional PNS"),
        ("Simulasi TPP", "C7", "Simulasi TPP belum dipakai."),
        ("Pembinaan", "C7", "Tidak ada yang perlu dibicarakan."),
        ("Rujukan", "A3", "Untuk periode ini belum ada ketentuan"),
    ],
)
def test_what_is_empty_says_so_in_words(name: str, cell: str, text: str) -> None:
    sheet = read(agency(units=(), employees=(), files=()), name)

    assert str(sheet[cell].value).startswith(text)
