"""The recap's sheets on help and on units below others: live totals, kind words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rekap_drawn import agency, read, row_of
from tests.rekap_penuh import full_agency

FIRST = 7


def test_a_unit_shows_its_rows_what_is_frequent_and_what_helps() -> None:
    sheet = read(full_agency(), "Mutu Data")

    assert row_of(sheet, FIRST) == [
        *["DINKES", "Unit DINKES", 2, 1, 40, 5, 10, 25, 6],
        (
            "SEL-11 NIP bukan 18 angka (4); LBR-09 Kolom tambahan tidak dibaca (1); "
            "SEL-12 NIP tersimpan sebagai angka (1)"
        ),
        "Menulis NIP; Memakai templat apa adanya",
    ]
    assert row_of(sheet, FIRST + 2)[:9] == [
        *["–", "Unit belum terbaca", 1, 1, 0, 0, 0],
        "–",  # no share of no rows
        1,
    ]
    assert row_of(sheet, FIRST + 3)[2:9] == [4, 2, 70, 6, 10, "", 8]
    live = read(full_agency(), "Mutu Data", values=False)
    assert live["H7"].value == '=IF(E7=0,"–",100*G7/E7)'
    assert live["I10"].value == "=SUM($I$7:$I$9)"


def test_topics_stand_in_order_of_what_helps_most() -> None:
    sheet = read(full_agency(), "Bahan Pelatihan")

    rows = [row_of(sheet, number) for number in range(6, 11)]
    assert [row[:3] for row in rows] == [
        ["Menulis NIP", 5, 1],
        ["Menyimpan dan mengirim berkas", 1, 1],
        ["Memakai templat apa adanya", 1, 1],
        ["Memilih dari daftar dan merapikan teks", 1, 1],
        ["Jumlah", 8, None],
    ]
    assert rows[0][4] == "Unit DINKES (5)"
    assert rows[1][4] == "Unit belum terbaca (1)"


def test_many_units_are_named_in_short() -> None:
    first, *_ = full_agency().mutu
    many = tuple(replace(first, kode=f"U{number}", nama=f"Unit {number}") for number in range(5))

    named = row_of(read(agency(mutu=many), "Bahan Pelatihan"), 6)[4]

    assert named == "Unit 0 (5), Unit 1 (5), Unit 2 (5), dan 2 unit lain"


@pytest.mark.parametrize(
    ("sheet", "at", "words"),
    [
        ("Mutu Data", "B7", "Belum ada berkas yang dibaca."),
        ("Bahan Pelatihan", "A6", "Tidak ada yang perlu dilatihkan."),
        ("Per Induk", "C7", "Tidak ada"),
    ],
)
def test_without_anything_there_is_one_kind_sentence(sheet: str, at: str, words: str) -> None:
    assert read(agency(units=()), sheet)[at].value == words


def test_groups_add_up_to_all_units_and_are_live() -> None:
    sheet = read(full_agency(), "Per Induk")
    live = read(full_agency(), "Per Induk", values=False)

    group, lonely, rest, total = (row_of(sheet, number) for number in range(FIRST, FIRST + 4))
    assert group[:6] == [1, "DINKES", "Unit DINKES", 3, 3, 18]
    assert lonely[:6] == [2, "KOTA", "KOTA", 1, 0, 0]
    assert rest[:6] == [0, "–", "Unit tanpa induk dan tanpa unit di bawahnya", 1, 1, 6]
    assert group[11:] == [17, 10, 8, 0, 0, 35, 27, pytest.approx(100 * 27 / 35)]
    assert lonely[18] == "–"
    assert total[3:6] == [5, 4, 24]
    assert live["D7"].value == "=SUMPRODUCT(--('Unit'!$S$6:$S$10=$A7))"
    assert live["F7"].value == ("=SUMPRODUCT(--('Unit'!$S$6:$S$10=$A7),'Unit'!$E$6:$E$10)")


def test_each_unit_names_its_group() -> None:
    sheet = read(full_agency(), "Unit")

    assert [sheet.cell(row, 19).value for row in range(5, 11)] == ["No Kelompok", 1, 0, 1, 1, 2]
