"""Sheet `Rujukan`: the tables lie where the formulas of other sheets look for them."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.policy import in_force
from kinerja_xlsx.policy.parameters import TABLES, Parameters
from kinerja_xlsx.policy.permenpanrb_1_2023 import PERSEN, SYARAT
from kinerja_xlsx.write.hasil import render_hasil
from kinerja_xlsx.write.hasil import rujukan as ref
from tests.hasil_angka_drawn import chosen
from tests.hasil_drawn import TW1, book


def sheet_of(
    parameters: Parameters | None = None,
    capaian_organisasi: CapaianOrganisasi | None = CapaianOrganisasi.BAIK,
) -> Worksheet:
    made = book(parameters=parameters or chosen(), capaian_organisasi=capaian_organisasi)
    sheet: Worksheet = load_workbook(BytesIO(render_hasil(made)))["Rujukan"]
    return sheet


def inside(sheet: Worksheet, address: str) -> list[object]:
    """Read a range as a formula names it, row after row."""
    name, _, cells = address.partition("!")
    assert name == sheet.title
    return [cell.value for row in sheet[cells.replace("$", "")] for cell in row]


def texts(sheet: Worksheet) -> str:
    return "\n".join(str(cell.value) for row in sheet for cell in row if cell.value is not None)


def test_the_quadrant_lies_where_it_is_looked_up() -> None:
    sheet = sheet_of()

    words = [one.value for one in Ekspektasi]
    assert inside(sheet, ref.BARIS_KUADRAN) == words
    assert inside(sheet, ref.KOLOM_KUADRAN) == words
    policy = in_force(TW1)
    assert inside(sheet, ref.ISI_KUADRAN) == [
        policy.predikat(work, conduct).value for work in Ekspektasi for conduct in Ekspektasi
    ]


def test_each_predikat_stands_best_first_beside_what_it_is_worth() -> None:
    sheet = sheet_of(chosen(aturan_tpp="Permentan 68/2012"))

    assert inside(sheet, ref.DAFTAR_PREDIKAT) == [one.value for one in Predikat]
    assert inside(sheet, ref.PERSEN_ANGKA_KREDIT) == [float(PERSEN[one]) for one in Predikat]
    assert inside(sheet, ref.PERSEN_TPP) == [100, 100, 85, 60, 60]
    assert "Persen TPP: Permenaker 15/2024" in texts(sheet)


def test_without_a_simulation_there_are_no_percents_of_tpp() -> None:
    sheet = sheet_of()

    assert inside(sheet, ref.PERSEN_TPP) == ["–"] * len(Predikat)
    assert "Permenaker" not in texts(sheet)


def test_each_level_stands_beside_what_it_earns_and_needs() -> None:
    sheet = sheet_of()

    assert inside(sheet, ref.DAFTAR_JENJANG) == [one.value for one in SYARAT]
    assert inside(sheet, ref.KOEFISIEN) == [float(one.koefisien) for one in SYARAT.values()]
    assert inside(sheet, ref.NAIK_PANGKAT) == [float(one.naik_pangkat) for one in SYARAT.values()]
    wanted = [one.naik_jenjang for one in SYARAT.values()]
    assert inside(sheet, ref.NAIK_JENJANG) == [
        "–" if one is None else float(one) for one in wanted
    ]


@pytest.mark.parametrize("name", TABLES)
def test_each_parameter_stands_where_its_formulas_look(name: NamaParameter) -> None:
    sheet = sheet_of()

    cell = sheet[ref.cell_of(name.value).partition("!")[2].replace("$", "")]
    setting = getattr(chosen(), name.value)
    words = setting.text.partition(":")[0]
    assert sheet.cell(cell.row, 1).value == words[0].upper() + words[1:]
    shown = setting.value
    assert cell.value == (float(shown) if isinstance(shown, Decimal | int) else shown.value)


def test_a_parameter_says_who_set_it_and_on_what_ground() -> None:
    sheet = sheet_of(chosen(batas_capaian="110"))

    row = next(row for row in sheet if row[0].value == "Batas capaian")
    assert [cell.value for cell in row[:5]] == [
        "Batas capaian", 110, "persen", "Perbup Contoh 1/2026",
        "Ditetapkan instansi di lembar Kebijakan",
    ]  # fmt: skip
    assert "Belum ada dasar hukum" in texts(sheet)


def test_the_pattern_is_told_or_said_to_be_missing() -> None:
    known = texts(sheet_of(capaian_organisasi=CapaianOrganisasi.BAIK))
    unknown = texts(sheet_of(capaian_organisasi=None))

    assert "Capaian kinerja organisasi Baik: predikat terbanyak Baik;" in known
    assert "Capaian kinerja organisasi belum diisi" in unknown
