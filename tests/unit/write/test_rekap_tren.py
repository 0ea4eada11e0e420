"""The recap's sheets on units over time and on indicators: live, and silent on what is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.kinerja_unit import KinerjaUnit
from kinerja_xlsx.score.pergerakan import rank_moves
from kinerja_xlsx.write.rekap_indikator import SHOWN
from tests.rekap_drawn import agency, read, row_of
from tests.rekap_penuh import INDIKATOR, MOVED, UNITS, full_agency
from tests.unit.write.test_rekap_unit import headed

if TYPE_CHECKING:
    from kinerja_xlsx.write.rekap import RekapBook

FIRST = 7


def test_a_unit_stands_in_a_row_with_every_period_that_any_unit_sent() -> None:
    row = headed(read(full_agency(), "Tren Unit"), FIRST)

    assert list(row) == [
        *["Kode Unit", "Nama Unit"],
        *(
            f"{what} {period}"
            for what in ("Berpredikat", "Bagian (%)")
            for period in ("Triwulan II 2025", "Triwulan IV 2025", "Triwulan I 2026")
        ),
        *["Selisih Bagian", "Arah"],
        *(f"SKM {period}" for period in ("Triwulan II 2025", "Triwulan IV 2025")),
        "SKM Triwulan I 2026",
    ]
    third = pytest.approx(200 / 3)
    assert list(row.values())[2:8] == [12, 10, 18, 50, 80, third]
    assert (row["Selisih Bagian"], row["Arah"]) == (pytest.approx(200 / 3 - 50), "▲ naik")
    assert (row["SKM Triwulan II 2025"], row["SKM Triwulan IV 2025"]) == ("–", 81.25)


def test_this_period_is_live_and_what_is_unknown_is_no_zero() -> None:
    sheet = read(full_agency(), "Tren Unit")
    live = headed(read(full_agency(), "Tren Unit", values=False), FIRST)

    assert live["Berpredikat Triwulan I 2026"] == "=SUM('Unit'!K6:O6)"
    assert live["Selisih Bagian"] == ('=IF(AND(ISNUMBER(H7),ISNUMBER(F7)),ROUND(H7-F7,9),"–")')
    assert live["SKM Triwulan I 2026"] == "='SKM Unit'!O7"
    nobody, silent = headed(sheet, FIRST + 1), headed(sheet, FIRST + 4)
    assert nobody["Berpredikat Triwulan IV 2025"] == 0
    assert nobody["Bagian (%) Triwulan IV 2025"] == "–"  # a share of nobody is none
    assert nobody["Selisih Bagian"] == "–"
    assert set(list(silent.values())[2:]) == {"–"}


def test_the_agency_is_weighed_by_people_and_says_how_many_units_there_were() -> None:
    sheet = read(full_agency(), "Tren Unit")

    total, units = row_of(sheet, FIRST + 5), row_of(sheet, FIRST + 6)
    assert total[:5] == ["Jumlah", "", 12, 10, 50]
    assert total[5:8] == [50, 80, pytest.approx(100 * 37 / 50)]
    assert units[:5] == ["Banyaknya unit", "", 1, 2, 4]


def test_the_first_period_says_how_a_trend_would_come_about() -> None:
    sheet = read(agency(), "Tren Unit")

    assert str(sheet["A4"].value).startswith("Belum ada isian periode sebelumnya")
    assert row_of(sheet, 6)[2:4] == ["Berpredikat Triwulan I 2026", "Bagian (%) Triwulan I 2026"]


def moving() -> RekapBook:
    """Let a second unit move, of whose capaian then nothing is known."""
    dinkes, disdik, *others = UNITS
    fell = KinerjaUnit(replace(MOVED, naik=0, turun=5, median_dulu=None))
    units = (dinkes, replace(disdik, kinerja=fell), *others)
    return replace(full_agency(), units=units, gerak=rank_moves(units, 10))


def test_moves_are_live_and_kindly_worded() -> None:
    sheet = read(moving(), "Pergerakan")
    live = headed(read(moving(), "Pergerakan", values=False), FIRST)

    first, second = headed(sheet, FIRST), headed(sheet, FIRST + 1)
    assert (first["Kode Unit"], second["Kode Unit"]) == ("DINKES", "DISDIK")
    assert (first["Berpredikat Lalu"], first["Berpredikat Kini"]) == (12, 18)
    assert first["Selisih Bagian"] == pytest.approx(200 / 3 - 50)
    assert (first["Pegawai Naik"], second["Pegawai Turun"]) == (3, 5)
    assert (first["Selisih Median Capaian"], second["Selisih Median Capaian"]) == (
        pytest.approx(5.15),
        "–",
    )
    assert (live["Baik atau Lebih Kini"], live["Pegawai Turun"]) == (
        "=SUM('Perbandingan'!H7:I7)",
        "='Perbandingan'!O7",
    )
    assert live["Selisih SKM"] == "='SKM Unit'!S7"
    assert "Tanyakan dahulu" in str(sheet["A4"].value)


def test_indicators_that_nobody_reaches_are_something_to_talk_about() -> None:
    sheet = read(full_agency(), "Indikator")

    nobody, few = headed(sheet, FIRST), headed(sheet, FIRST + 1)
    assert list(nobody.values()) == [
        *["Waktu tunggu rawat jalan", "menit", "Turun", 4, 12, 0, 0],
        "Unit DINKES, Unit PKM, Unit pkm, dan 1 unit lain",
        "Tinjau target dan hambatan bersama.",
    ]
    assert (few["Satuan"], few["Arah"], few["Bagian (%)"]) == ("–", "–", 25)
    assert few["Yang Dapat Dibicarakan"] == "Bagikan cara yang sudah mencapainya."


def test_indicators_beyond_the_list_are_counted() -> None:
    many = replace(full_agency(), indikator=INDIKATOR[:1] * (SHOWN + 2))
    sheet = read(many, "Indikator")

    assert str(sheet["A5"].value).startswith("Ditampilkan 100 yang pertama; 2 lainnya")
    assert sheet.max_row == FIRST + SHOWN


def test_the_survey_of_all_units_is_pooled_and_a_talk_is_asked_for() -> None:
    sheet = read(full_agency(), "SKM Unit")
    live = read(full_agency(), "SKM Unit", values=False)

    row = headed(sheet, FIRST + 3)
    assert (row["Nama Unit"], row["Layanan"], row["Responden"]) == (
        *("Seluruh unit yang disurvei", 3),
        201,
    )
    assert row["SKM"] == pytest.approx((30.5333 * 160 + 28.7 * 41) / 201 / 9 * 25)
    assert (row["Pegawai Berpredikat"], row["Baik atau Lebih"]) == (35, 27)
    assert headed(sheet, FIRST)["Perlu Dibicarakan"] == "–"
    assert str(headed(live, FIRST)["Perlu Dibicarakan"]).startswith("=IF(AND(ISNUMBER(O7)")
