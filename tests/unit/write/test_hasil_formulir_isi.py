"""Forms beside the evaluation: what they say of the person, and the figures that are live."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja_xlsx.model.law import FormulirPegawai, Keadaan, Predikat
from kinerja_xlsx.write.hasil import render_hasil
from tests.formulir_drawn import (
    AKUMULASI,
    DOKUMEN,
    KONVERSI,
    asked,
    beside,
    opened,
    perawat,
    printed_rows,
    sheet_of,
    texts_of,
)
from tests.hasil_angka_drawn import chosen, rated, scored
from tests.hasil_drawn import TW1, nip_of, penilaian, placed

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.write.hasil import HasilForm


def test_the_person_is_named_by_the_nip_and_what_nobody_typed_is_left_to_the_hand() -> None:
    sheet = sheet_of(KONVERSI, perawat())

    dots = "." * 28
    assert beside(sheet, "Jenis Kelamin") == "Perempuan"
    assert beside(sheet, "Tempat/Tgl. Lahir") == f"{dots}, 1 Januari 1990"
    assert beside(sheet, "Nomor Seri KARPEG") == dots
    assert beside(sheet, "Pangkat/Golongan Ruang/TMT") == f"Penata, III/c / {dots}"
    assert beside(sheet, "Jabatan/TMT") == f"Perawat Ahli Muda / {dots}"


def row_of(sheet: Worksheet, first: str) -> int:
    """Give the number of the line that begins with this value."""
    return next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == first)


def figures(sheet: Worksheet, first: str) -> list[object]:
    """Give the values of the line that begins with this one."""
    return [cell.value for cell in sheet[row_of(sheet, first)] if cell.value not in {None, ""}]


def test_conversion_multiplies_the_cells_beside_it_and_says_how_many_months() -> None:
    made = asked([perawat()], *FormulirPegawai)
    name = f"{nip_of(1)} Konversi"
    live, stored = opened(made)[name], opened(made, values=True)[name]

    row = row_of(stored, "Baik")
    shown = [live.cell(row, column).value for column in (1, 3, 4, 5)]
    assert str(shown[0]).startswith(f"='{nip_of(1)}'!$")
    assert f"MATCH(A{row},Rujukan!" in str(shown[1])
    assert 'MATCH("Ahli Muda",Rujukan!' in str(shown[2])
    assert str(shown[3]).startswith(f"=ROUND(C{row}*D{row}*$C${row + 1}/1200,Rujukan!")
    assert [stored.cell(row, column).value for column in (3, 4, 5)] == [100, 25, 6.25]
    assert beside(stored, "Bulan yang dinilai") == 3


def test_a_whole_year_is_column_two_times_column_three_without_a_word_on_months() -> None:
    made = perawat()
    found = made.score.akumulasi
    assert found is not None
    year = replace(found.items[1], period="2025")
    whole = replace(
        made, score=replace(made.score, akumulasi=replace(found, items=(year,), total=year.nilai))
    )
    sheet = sheet_of(KONVERSI, whole)

    formulas = [str(cell.value) for row in sheet for cell in row if "ROUND(" in str(cell.value)]
    assert len(formulas) == 1
    assert "/100," in formulas[0]
    assert "Bulan yang dinilai" not in texts_of(sheet, (1, printed_rows(sheet)))


def test_sum_lists_every_period_with_its_months_and_adds_the_cells() -> None:
    made = asked([perawat()], *FormulirPegawai)
    name = f"{nip_of(1)} Akumulasi"
    live, stored = opened(made)[name], opened(made, values=True)[name]

    assert figures(stored, "2024") == ["2024", "Januari – Desember", 12, "Baik", 100, 25, 25]
    assert figures(stored, "2025") == [
        "2025", "Januari – Desember", 12, "Sangat Baik", 150, 25, 37.5,
    ]  # fmt: skip
    assert figures(stored, "2026") == ["2026", "Januari – Maret", 3, "Baik", 100, 25, 6.25]
    assert beside(stored, "JUMLAH ANGKA KREDIT YANG DIPEROLEH") == 68.75
    first, last = row_of(stored, "2024"), row_of(stored, "2026")
    total = str(beside(live, "JUMLAH ANGKA KREDIT YANG DIPEROLEH"))
    assert total.startswith(f"=ROUND(SUM($H${first}:$H${last}),")


def test_part_of_a_period_and_another_level_are_shown_as_they_were() -> None:
    made = perawat(keadaan=Keadaan.MUTASI_KELUAR, selesai=date(2026, 2, 14))
    found = made.score.akumulasi
    assert found is not None
    before = replace(found.items[0], koefisien=Decimal("12.5"), nilai=Decimal("12.5"))
    items = (before, *found.items[1:])
    total = sum((item.nilai for item in items), Decimal(0))
    promoted = replace(
        made, score=replace(made.score, akumulasi=replace(found, items=items, total=total))
    )

    sheet = sheet_of(AKUMULASI, promoted)

    assert figures(sheet, "2026")[1:3] == ["bagian dari Januari – Maret", 2]
    assert figures(sheet, "2024")[5] == 12.5
    assert str(figures(sheet, "2025")[5]).startswith("=INDEX(")


def test_the_steps_below_the_page_name_the_cells_of_other_files() -> None:
    made = perawat()
    sheet = sheet_of(AKUMULASI, replace(made, penugasan=with_source(made).penugasan))

    below = texts_of(sheet, (printed_rows(sheet) + 1, sheet.max_row))
    assert below[0].startswith("ASAL ANGKA")
    assert below[1].startswith("Berkas sumber: dinkes.xlsx, lembar Pegawai baris 5.")


def with_source(made: HasilForm) -> HasilForm:
    row = placed(penilaian(), "Penilaian", 5)
    return replace(made, penugasan=replace(made.penugasan, penilaian=row))


def test_document_takes_the_predikat_from_the_evaluation_and_says_what_is_missing() -> None:
    live = sheet_of(DOKUMEN, perawat())
    waiting = sheet_of(DOKUMEN, replace(perawat(None), atasan=None))

    assert str(beside(live, "PREDIKAT KINERJA PEGAWAI")).startswith(f"='{nip_of(1)}'!$")
    assert beside(waiting, "PREDIKAT KINERJA PEGAWAI") == "Belum ditetapkan"
    assert texts_of(waiting, (1, printed_rows(waiting))).count("Belum diisi") == 5


def test_what_people_typed_never_becomes_a_formula_nor_a_footer_code() -> None:
    typed = "=1+1&D"
    made = perawat(nama=typed, jabatan="+SUM(A1)", unit_kerja="@x")
    rating = placed(penilaian(catatan='=HYPERLINK("http://x")'), "Penilaian", 5)
    made = replace(made, penugasan=replace(made.penugasan, penilaian=rating))

    for jenis in (DOKUMEN, KONVERSI, AKUMULASI):
        sheet = sheet_of(jenis, made)
        cells = [cell for row in sheet for cell in row]
        formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
        ours = ("=ROUND(", "=INDEX(", f"='{nip_of(1)}'!$", "=HYPERLINK(\"#'Indeks'!A1\"")
        assert all(formula.startswith(ours) for formula in formulas)
        assert any(cell.value == typed and cell.data_type == "s" for cell in cells)
        assert sheet.oddFooter is not None
        assert "=1+1&&D" in str(sheet.oddFooter.left.text)


def test_same_input_gives_the_same_bytes() -> None:
    made = asked([perawat(), scored(rated(2, Predikat.KURANG), chosen())], *FormulirPegawai)

    assert TW1.code in str(made.period)
    assert render_hasil(made) == render_hasil(made)
