"""Sheet `Simulasi TPP`: percent only, said to be a simulation, and live from counts and rules."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.law import Predikat, Sifat
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.write.hasil import HasilForm, render_hasil
from kinerja_xlsx.write.hasil.rujukan import DAFTAR_PREDIKAT, PERSEN_TPP, cell_of
from tests.hasil_angka_drawn import attended, chosen, rated, scored, unit
from tests.hasil_drawn import nip_of

SERANG = "Perbup Serang 1/2021"
BOBOT = cell_of("bobot_kinerja_tpp")
FORMULAS = {
    "Persen Predikat (%)": f"=INDEX({PERSEN_TPP},MATCH(F9,{DAFTAR_PREDIKAT},0))",
    "Bulan": "=(YEAR(E9)-YEAR(D9))*12+MONTH(E9)-MONTH(D9)+1",
    "Potongan Sebulan (%)": "=(H$7*H9+K$7*K9)/L9",
    "Simulasi TPP (%)": f"=({BOBOT}*G9+(100-{BOBOT})*MAX(0,100-M9))/100",
    "Bagian Periode (%)": "=N9*L9/3",
}


def names_in(forms: list[HasilForm], parameters: Parameters) -> list[str]:
    return list(load_workbook(BytesIO(render_hasil(unit(forms, parameters)))).sheetnames)


def sheet_of(forms: list[HasilForm], parameters: Parameters, *, values: bool = True) -> Worksheet:
    data = BytesIO(render_hasil(unit(forms, parameters)))
    sheet: Worksheet = load_workbook(data, data_only=values)["Simulasi TPP"]
    return sheet


def row_of(sheet: Worksheet, number: int = 1) -> dict[str, object]:
    head = next(row for row in sheet if row[0].value == "No")
    below = next(row for row in sheet if row[0].value == number)
    return {str(top.value): cell.value for top, cell in zip(head, below, strict=True)}


def simulated(
    predikat: Predikat | None = Predikat.BAIK, parameters: Parameters | None = None, **counts: int
) -> HasilForm:
    return scored(attended(rated(1, predikat), **counts), parameters or chosen(aturan_tpp=SERANG))


def test_without_a_chosen_table_there_is_no_such_sheet() -> None:
    parameters = chosen()

    assert "Simulasi TPP" not in names_in([simulated(parameters=parameters)], parameters)


def test_the_sheet_says_that_it_simulates_and_what_it_rests_on() -> None:
    sheet = sheet_of([simulated()], chosen(aturan_tpp=SERANG))

    said = " ".join(str(sheet.cell(row, 1).value) for row in range(1, 6))
    for part in (
        "Simulasi TPP dalam Persen", "bukan penetapan", "bukan jumlah uang",
        "Perbup Serang 1/2021 (menurut berita)", "satu sumber", "memotong bagian kehadiran",
        "Bagian kinerja 60%", "belum diatur peraturan", "100/100/85/60/60",
    ):  # fmt: skip
        assert part in said
    assert "Rp" not in said


def test_counts_times_percents_are_cut_from_the_share_of_attendance() -> None:
    row = row_of(sheet_of([simulated(alpa=4, tidak_apel=2)], chosen(aturan_tpp=SERANG)))

    assert (row["Persen Predikat (%)"], row["Alpa"], row["Tidak Apel"]) == (100, 4, 2)
    assert row["Terlambat 61–90"] == "–"
    assert row["Potongan Sebulan (%)"] == pytest.approx(13 / 3)
    assert row["Simulasi TPP (%)"] == pytest.approx(60 + 40 * (1 - 13 / 300))
    assert row["Bagian Periode (%)"] == row["Simulasi TPP (%)"]


def test_every_figure_is_a_formula_of_visible_cells() -> None:
    made = simulated(alpa=4, tidak_apel=2)

    sheet = sheet_of([made], chosen(aturan_tpp=SERANG), values=False)

    row = row_of(sheet)
    assert {name: row[name] for name in FORMULAS} == FORMULAS
    assert [sheet.cell(7, column).value for column in range(7, 12)] == [
        "Potongan tiap kali (%)", 2.5, 1.5, 1.5, 1.5,
    ]  # fmt: skip


def test_the_whole_is_cut_where_the_office_says_so_and_never_below_zero() -> None:
    parameters = chosen(aturan_tpp=SERANG, basis_potongan_tpp="seluruh TPP")
    made = [simulated(Predikat.KURANG, parameters, alpa=60)]

    row = row_of(sheet_of(made, parameters))

    assert row["Simulasi TPP (%)"] == pytest.approx(60 * 0.6 + 40 - 50)
    live = str(row_of(sheet_of(made, parameters, values=False))["Simulasi TPP (%)"])
    assert live == f"=MAX(0,{BOBOT}*G9/100+100-{BOBOT}-M9)"
    assert "memotong seluruh TPP" in str(sheet_of(made, parameters)["A4"].value)


def test_what_is_missing_is_said_and_never_zero() -> None:
    parameters = chosen(aturan_tpp=SERANG)
    absent = scored(rated(1, Predikat.BAIK), parameters)

    sheet = sheet_of([absent, simulated(None, alpa=1)], parameters)

    first, second = row_of(sheet), row_of(sheet, 2)
    names = (
        "Alpa",
        "Potongan Sebulan (%)",
        "Simulasi TPP (%)",
        "Bagian Periode (%)",
        "Keterangan",
    )
    assert [first[name] for name in names] == [
        "–", "Belum ada", "Belum ada", "–", "Kehadiran belum diisi.",
    ]  # fmt: skip
    assert [second[name] for name in names[2:]] == ["Belum ada", "–", "Predikat belum ditetapkan."]
    assert second["Potongan Sebulan (%)"] == pytest.approx(2.5 / 3)


def test_full_attendance_is_a_true_zero() -> None:
    row = row_of(sheet_of([simulated()], chosen(aturan_tpp=SERANG)))

    assert (row["Alpa"], row["Tidak Apel"]) == (0, "–")
    assert (row["Potongan Sebulan (%)"], row["Simulasi TPP (%)"]) == (0, 100)


def test_acting_posts_are_left_out_and_nobody_is_ranked() -> None:
    parameters = chosen(aturan_tpp=SERANG)
    plans = (
        (3, Predikat.KURANG, Sifat.DEFINITIF),
        (1, Predikat.SANGAT_BAIK, Sifat.DEFINITIF),
        (2, Predikat.BAIK, Sifat.PLT),
    )
    forms = [
        scored(attended(rated(number, predikat, sifat=sifat)), parameters)
        for number, predikat, sifat in plans
    ]

    sheet = sheet_of(forms, parameters)

    assert [row_of(sheet, number)["NIP"] for number in (1, 2)] == [nip_of(3), nip_of(1)]
    assert sheet.max_row == 10


def test_a_figure_that_the_cells_do_not_come_to_stays_bare() -> None:
    made = simulated(alpa=1)
    tpp = made.score.tpp
    assert tpp is not None
    wrong = replace(tpp, potongan=Decimal(9), persen=Decimal(50))
    forms = [replace(made, score=replace(made.score, tpp=wrong))]

    row = row_of(sheet_of(forms, chosen(aturan_tpp=SERANG), values=False))

    assert (row["Potongan Sebulan (%)"], row["Simulasi TPP (%)"]) == (9, 50)


def test_percents_of_the_table_are_repeated_with_the_heading_on_paper() -> None:
    sheet = sheet_of([simulated()], chosen(aturan_tpp=SERANG))

    assert sheet.print_title_rows == "$7:$8"
    assert sheet.freeze_panes == "D9"
    assert sheet.auto_filter.ref == "A8:P9"
