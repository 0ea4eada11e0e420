"""Formulas of the recap: a figure is live only where visible cells come to that very figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.law import JenisHasilKerja, Predikat
from kinerja_xlsx.write.hasil import HasilBook, HasilForm, render_hasil
from kinerja_xlsx.write.hasil.rumus_rekap import (
    Alamat,
    capaian_value,
    perubahan_capaian,
    perubahan_predikat,
)
from kinerja_xlsx.write.rekap_tabel import Rumus
from tests.hasil_angka_drawn import before, chosen, scored, unit
from tests.hasil_drawn import form, indikator, pegawai, penilaian

MARKS = {
    f"capaian_{rhk}_{number}": f"$K${10 * rhk + number}" for rhk in (1, 2) for number in (1, 2)
}
ALAMAT = Alamat("Lembar A'B", MARKS)
CELL = "'Lembar A''B'!$K$"


def drawn(*rows: object) -> HasilForm:
    return scored(form(1, rows=rows), chosen())  # type: ignore[arg-type]  # rows of indicators


def formula_of(made: HasilForm, alamat: Alamat = ALAMAT) -> str:
    found = capaian_value(made, alamat)
    assert isinstance(found, Rumus)
    assert found.value == made.score.capaian
    return found.formula


def test_one_indicator_is_taken_over_from_the_form_with_its_sheet_quoted() -> None:
    assert formula_of(drawn(indikator("1.1"))) == f"={CELL}11"


def test_indicators_are_averaged_within_their_rhk_and_then_over_rhk() -> None:
    rows = [indikator(no, realisasi=Decimal(600)) for no in ("1.1", "1.2")]

    found = formula_of(drawn(*rows, indikator("2.1", realisasi=Decimal(1200))))

    assert found == f"=AVERAGE(AVERAGE({CELL}11,{CELL}12),{CELL}21)"


def test_weights_are_spelled_out_and_leave_the_divisor_with_what_is_missing() -> None:
    bobot = {"1.1": "12.5", "1.2": "50", "2.1": "37.5"}
    rows = [
        indikator(no, bobot=Decimal(text), realisasi=None if no == "2.1" else Decimal(600))
        for no, text in bobot.items()
    ]

    assert formula_of(drawn(*rows)) == f"=({CELL}11*12.5+{CELL}12*50)/62.5"


def test_additional_work_stays_out_of_the_mean() -> None:
    extra = indikator("2.1", jenis=JenisHasilKerja.TAMBAHAN, realisasi=Decimal(1))

    assert formula_of(drawn(indikator("1.1"), extra)) == f"={CELL}11"


def test_a_capaian_that_the_cells_do_not_come_to_stays_a_bare_figure() -> None:
    made = drawn(indikator("1.1"))
    other = replace(made, score=replace(made.score, capaian=Decimal(97)))

    assert capaian_value(other, ALAMAT) == Decimal(97)
    assert capaian_value(made, Alamat("Lembar", {})) == made.score.capaian


def test_without_a_capaian_there_is_none_and_zero_is_a_figure() -> None:
    assert capaian_value(drawn(indikator("1.1", realisasi=None)), ALAMAT) is None
    assert formula_of(drawn(indikator("1.1", realisasi=Decimal(0)))) == f"={CELL}11"


@pytest.mark.parametrize(
    ("now", "then", "word"),
    [
        ("98.04", "98.03", "Naik"),
        ("98.041", "98.039", "Tetap"),
        ("98.03", "98.04", "Turun"),
        ("0", "0", "Tetap"),
    ],
)
def test_capaian_is_compared_by_the_decimals_that_people_see(
    now: str, then: str, word: str
) -> None:
    found = perubahan_capaian(Decimal(now), Decimal(then), ("H7", "M7"))

    assert found == Rumus(
        '=IF(ROUND(H7,2)>ROUND(M7,2),"Naik",IF(ROUND(H7,2)<ROUND(M7,2),"Turun","Tetap"))', word
    )


def test_a_half_that_a_spreadsheet_stores_below_itself_gets_the_bare_word() -> None:
    half = Decimal("1.005")  # the nearest number a cell can hold is a little less

    assert perubahan_capaian(half, Decimal("1.00"), ("H7", "M7")) == "Naik"


def test_nothing_is_said_of_what_is_missing() -> None:
    assert perubahan_capaian(None, Decimal(1), ("H7", "M7")) is None
    assert perubahan_capaian(Decimal(1), None, ("H7", "M7")) is None
    assert perubahan_predikat(None, Predikat.BAIK, ("L7", "O7")) is None
    assert perubahan_predikat(Predikat.BAIK, None, ("L7", "O7")) is None


@pytest.mark.parametrize(
    ("now", "then", "word"),
    [
        (Predikat.SANGAT_BAIK, Predikat.BAIK, "Naik"),
        (Predikat.KURANG, Predikat.KURANG, "Tetap"),
        (Predikat.SANGAT_KURANG, Predikat.KURANG, "Turun"),
    ],
)
def test_predikat_is_compared_by_its_order_in_the_reference(
    now: Predikat, then: Predikat, word: str
) -> None:
    found = perubahan_predikat(now, then, ("L7", "O7"))

    assert found is not None
    assert found.value == word
    assert "MATCH(L7,Rujukan!$A$" in found.formula


# -- the columns


def recap(made: HasilBook, *, values: bool = True) -> Worksheet:
    sheet: Worksheet = load_workbook(BytesIO(render_hasil(made)), data_only=values)["Rekap"]
    return sheet


def row_of(sheet: Worksheet, number: int = 1) -> dict[str, object]:
    head = next(row for row in sheet if row[0].value == "No")
    below = next(row for row in sheet if row[0].value == number)
    return {str(top.value): cell.value for top, cell in zip(head, below, strict=True)}


def test_the_recap_takes_capaian_from_the_cells_of_the_form() -> None:
    made = unit([drawn(indikator("1.1"))], chosen())

    formula = str(row_of(recap(made, values=False))["Capaian (%)"])
    sheet, _, cell = formula.removeprefix("=").partition("!")

    shown = load_workbook(BytesIO(render_hasil(made)), data_only=True)[sheet.strip("'")]
    assert shown[cell.replace("$", "")].value == pytest.approx(98.0416666667)


def test_a_tall_row_of_the_form_is_found_as_well() -> None:
    long = "Jumlah pasien rawat jalan yang dilayani menurut standar pelayanan minimal. " * 30
    made = unit([drawn(indikator("1.1", indikator=long[:500]))], chosen())

    assert str(row_of(recap(made, values=False))["Capaian (%)"]).startswith("='")


def test_comparison_stands_only_where_something_is_known_of_the_period_before() -> None:
    without = recap(unit([form(1)], chosen()))
    assert not [name for name in row_of(without) if "Perubahan" in name]

    made = [before(form(1), "100", Predikat.SANGAT_BAIK), form(2)]
    sheet = recap(unit(made, chosen()))

    first, second = row_of(sheet), row_of(sheet, 2)
    names = (
        "Capaian Triwulan IV 2025 (%)", "Perubahan Capaian",
        "Predikat Triwulan IV 2025", "Perubahan Predikat",
    )  # fmt: skip
    assert [first[name] for name in names] == [100, "Turun", "Sangat Baik", "Turun"]
    assert [second[name] for name in names] == ["Belum ada", "–", "Belum ada", "–"]
    assert "Triwulan IV 2025" in str(sheet["D3"].value)


def test_numeric_result_stands_beside_and_says_that_it_is_no_predikat() -> None:
    parameters = chosen(mode_angka="PP 30/2019 60:40")
    made = form(1, rating=penilaian(nilai_perilaku=Decimal(90)))
    book = unit([scored(made, parameters), scored(form(2), parameters)], parameters)

    first, second = row_of(recap(book)), row_of(recap(book), 2)

    assert first["Nilai Angka: Kinerja"] == pytest.approx(0.6 * 98.0416666667 + 36)
    assert first["Nilai Angka: Sebutan"] == "Baik"
    assert second["Nilai Angka: Perilaku"] == "Belum diisi"
    assert second["Nilai Angka: Kinerja"] == "Belum ada"
    live = row_of(recap(book, values=False))
    assert live["Nilai Angka: SKP"] == "=H6"
    assert live["Nilai Angka: Kinerja"] == "=MIN(120,(60*M6+40*N6)/100)"
    assert "predikat resmi tetap" in str(recap(book)["D3"].value)


def test_capaian_then_is_waiting_where_only_the_predikat_is_known() -> None:
    sheet = recap(unit([before(form(1, person=pegawai(1)), None, Predikat.BAIK)], chosen()))

    row = row_of(sheet)
    assert (row["Capaian Triwulan IV 2025 (%)"], row["Perubahan Capaian"]) == ("Belum ada", "–")
    assert row["Perubahan Predikat"] == "Tetap"
