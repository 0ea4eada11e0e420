"""Sheet `Angka Kredit`: one row for each functional PNS, live, with what is missing in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.law import Jenjang, Predikat
from kinerja_xlsx.write.hasil import HasilBook, HasilForm, render_hasil
from kinerja_xlsx.write.hasil.rujukan import (
    DAFTAR_JENJANG,
    DAFTAR_PREDIKAT,
    KOEFISIEN,
    PERSEN_ANGKA_KREDIT,
    cell_of,
)
from tests.hasil_angka_drawn import chosen, rated, scored, unit
from tests.hasil_drawn import nip_of

DECIMALS = cell_of("pembulatan_angka_kredit")
TABLE = {
    "Persen (%)": f"=INDEX({PERSEN_ANGKA_KREDIT},MATCH(G6,{DAFTAR_PREDIKAT},0))",
    "Koefisien Setahun": f"=INDEX({KOEFISIEN},MATCH(D6,{DAFTAR_JENJANG},0))",
    "Bulan": "=(YEAR(F6)-YEAR(E6))*12+MONTH(F6)-MONTH(E6)+1",
    "Angka Kredit Periode Ini": f"=ROUND(H6*I6*J6/1200,{DECIMALS})",
    "Kumulatif": f"=ROUND(SUM(K6:L6),{DECIMALS})",
    "Kurang untuk Pangkat": "=MAX(0,N6-M6)",
    "Kurang untuk Jenjang": "=MAX(0,P6-M6)",
}


def sheet_of(made: HasilBook, *, values: bool = True) -> Worksheet:
    sheet: Worksheet = load_workbook(BytesIO(render_hasil(made)), data_only=values)["Angka Kredit"]
    return sheet


def row_of(sheet: Worksheet, number: int = 1) -> dict[str, object]:
    head = next(row for row in sheet if row[0].value == "No")
    below = next(row for row in sheet if row[0].value == number)
    return {str(top.value): cell.value for top, cell in zip(head, below, strict=True)}


def kredit(*forms: HasilForm) -> HasilBook:
    return unit(forms, chosen())


def test_without_a_functional_post_there_is_no_such_sheet() -> None:
    made = replace(scored(rated(1, Predikat.BAIK), chosen()), jenjang=None)

    assert "Angka Kredit" not in load_workbook(BytesIO(render_hasil(kredit(made)))).sheetnames


def test_only_functional_posts_have_a_row_and_the_order_is_that_of_the_submission() -> None:
    forms = [scored(rated(number, Predikat.BAIK), chosen()) for number in (3, 1, 2)]
    forms[1] = replace(forms[1], jenjang=None)

    sheet = sheet_of(kredit(*forms))

    assert [row_of(sheet, number)["NIP"] for number in (1, 2)] == [nip_of(3), nip_of(2)]
    assert sheet.max_row == 7


def test_earlier_periods_are_named_and_the_sum_tells_what_is_lacking() -> None:
    earlier = (("2024", Predikat.BAIK), ("2025", Predikat.SANGAT_BAIK))
    made = scored(rated(1, Predikat.BUTUH_PERBAIKAN), chosen(), earlier=earlier)

    row = row_of(sheet_of(kredit(made)))

    assert (row["Predikat"], row["Persen (%)"], row["Koefisien Setahun"], row["Bulan"]) == (
        "Butuh Perbaikan", 75, 25, 3,
    )  # fmt: skip
    assert row["Angka Kredit Periode Ini"] == pytest.approx(4.688)
    assert row["Angka Kredit Sebelumnya"] == pytest.approx(62.5)
    assert row["Kumulatif"] == pytest.approx(67.188)
    assert row["Kurang untuk Pangkat"] == pytest.approx(32.812)
    assert row["Kurang untuk Jenjang"] == pytest.approx(132.812)
    assert row["Periode Sebelumnya dan Keterangan"] == (
        "Tahun 2024: 25,000 (Baik); Tahun 2025: 37,500 (Sangat Baik)."
    )


def test_every_figure_but_that_of_other_files_is_a_formula_of_visible_cells() -> None:
    row = row_of(sheet_of(kredit(scored(rated(1, Predikat.BAIK), chosen())), values=False))

    assert {name: row[name] for name in TABLE} == TABLE
    assert str(row["Predikat"]).startswith(f"='{nip_of(1)}'!$")


def test_an_enough_sum_says_that_other_conditions_stand_and_the_top_has_no_next_level() -> None:
    earlier = tuple((str(year), Predikat.SANGAT_BAIK) for year in (2023, 2024, 2025))
    form = rated(1, Predikat.BAIK, jenjang=Jenjang.AHLI_UTAMA)

    row = row_of(sheet_of(kredit(scored(form, chosen(), earlier=earlier))))

    assert row["Kurang untuk Pangkat"] == 0
    assert (row["Syarat Naik Jenjang"], row["Kurang untuk Jenjang"]) == ("–", "–")
    assert str(row["Periode Sebelumnya dan Keterangan"]).endswith(
        "syarat lainnya tetap diperiksa."
    )


def test_who_waits_for_a_predikat_is_told_so_and_gets_no_zero() -> None:
    row = row_of(sheet_of(kredit(scored(rated(1, None), chosen()))))

    assert row["Predikat"] == "Belum ditetapkan"
    assert [row[name] for name in ("Persen (%)", "Angka Kredit Periode Ini", "Kumulatif")] == [
        "–", "Belum ada", "–",
    ]  # fmt: skip
    assert (row["Syarat Naik Pangkat"], row["Kurang untuk Pangkat"]) == (100, "–")
    assert row["Periode Sebelumnya dan Keterangan"] == "Menunggu predikat dari pejabat penilai."


def test_a_figure_that_the_cells_do_not_come_to_stays_bare() -> None:
    made = scored(rated(1, Predikat.BAIK), chosen())
    akumulasi = made.score.akumulasi
    assert akumulasi is not None
    other = replace(akumulasi.items[0], nilai=Decimal(7))
    wrong = replace(akumulasi, items=(other,))
    book = kredit(replace(made, score=replace(made.score, akumulasi=wrong)))

    row = row_of(sheet_of(book, values=False))

    assert row["Angka Kredit Periode Ini"] == 7
    assert row["Kumulatif"] == pytest.approx(6.25)


def test_the_office_rounds_as_it_has_set() -> None:
    parameters = chosen(pembulatan_angka_kredit="1")
    sheet = sheet_of(unit([scored(rated(1, Predikat.SANGAT_BAIK), parameters)], parameters))

    assert row_of(sheet)["Kumulatif"] == pytest.approx(9.4)
    assert sheet["M6"].number_format == "#,##0.0"
    assert "1 angka di belakang koma" in str(sheet["D2"].value)


def test_the_sheet_filters_freezes_and_repeats_its_heading() -> None:
    sheet = sheet_of(kredit(scored(rated(1, Predikat.BAIK), chosen())))

    assert sheet.auto_filter.ref == "A5:R6"
    assert sheet.freeze_panes == "D6"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.page_setup.orientation == "landscape"
