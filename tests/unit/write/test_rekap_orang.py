"""The recap's sheets on people: the period before, angka kredit and TPP summed, days absent."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.kebijakan import BasisPotongan
from tests.hasil_drawn import nip_of
from tests.rekap_drawn import read, row_of
from tests.rekap_penuh import full_agency
from tests.unit.write.test_rekap_unit import FIRST, headed


def changes() -> list[tuple[object, ...]]:
    sheet = read(full_agency(), "Pegawai")
    names = ("Capaian Periode Lalu (%)", "Selisih Capaian", "Predikat Periode Lalu")
    rows = [headed(sheet, FIRST + index) for index in range(8)]
    return [(*(row[name] for name in names), row["Perubahan Predikat"]) for row in rows]


def test_an_assignment_stands_beside_what_it_was() -> None:
    found = changes()

    assert found[0] == (91.125, 7.0, "Baik", "Tetap")
    assert found[5] == (91.125, "–", "Baik", "Belum dapat dibandingkan")
    assert found[6] == (91.125, 7.0, "Baik", "Naik")
    assert found[7] == ("Belum diisi", "–", "Sangat Baik", "Turun")


def test_an_assignment_is_new_only_where_the_unit_sent_before() -> None:
    found = changes()

    assert found[3] == ("–", "–", "–", "Baru")  # of DINKES, which is compared
    assert found[4] == ("–", "–", "–", "–")  # of PKM, which sent nothing then


def test_angka_kredit_of_this_period_adds_over_the_assignments_of_a_person() -> None:
    sheet = read(full_agency(), "Angka Kredit")
    live = read(full_agency(), "Angka Kredit", values=False)

    lines = [headed(sheet, FIRST + index) for index in range(6)]
    own = [line["Angka Kredit Periode Ini"] for line in lines]
    total = [line["Jumlah per NIP"] for line in lines]
    assert own == [6.25, 2.083, 4.167, 4.167, "Belum ada", "Belum ada"]
    assert total == [6.25, 6.25, 6.25, 4.167, 4.167, "–"]
    assert str(lines[3]["Keterangan"]).startswith("Jumlah per NIP baru sebagian")
    assert str(lines[4]["Keterangan"]).startswith("Predikat belum ditetapkan. Jumlah per NIP")
    assert lines[5]["Keterangan"] == "Predikat belum ditetapkan."
    assert str(live["M7"].value).startswith("=ROUND(I7*K7*L7/1200,Rujukan!$B$")
    assert live["N7"].value == "=M7"
    assert live["N8"].value == "=ROUND(SUMPRODUCT(--($B$7:$B$12=B8),$M$7:$M$12),9)"


def test_tpp_is_a_simulation_whose_shares_add_over_the_assignments_of_a_person() -> None:
    sheet = read(full_agency(), "Simulasi TPP")

    lines = [headed(sheet, FIRST + index) for index in range(6)]
    assert sheet["A1"].value == "Simulasi TPP (bukan penetapan)"
    assert [line["Bagian dari Periode (%)"] for line in lines] == [
        *(99.0, 66.666666667, 66.366666667),
        *(66.666666667, "–", "–"),
    ]
    assert [line["Jumlah per NIP (%)"] for line in lines] == [
        *(99.0, 133.033333334, 133.033333334),  # the sum of the cells as they are
        *(66.666666667, 66.666666667, "–"),
    ]
    assert lines[1]["Keterangan"] == "Bulan peralihan terhitung di kedua penugasan."
    assert str(lines[4]["Keterangan"]).startswith("Predikat belum ditetapkan. Jumlah per NIP baru")
    assert lines[5]["Keterangan"] == "Kehadiran belum diisi."
    assert (lines[4]["Kinerja (%)"], lines[5]["Potongan (%)"]) == ("Belum ada", "Belum ada")


@pytest.mark.parametrize(
    ("basis", "persen"), [(BasisPotongan.KEHADIRAN, 99.0), (BasisPotongan.SELURUH, 97.5)]
)
def test_tpp_of_an_assignment_follows_the_parameters_live(
    basis: BasisPotongan, persen: float
) -> None:
    sheet = read(full_agency(basis), "Simulasi TPP")
    live = read(full_agency(basis), "Simulasi TPP", values=False)

    assert (sheet["I7"].value, sheet["J7"].value, sheet["K7"].value) == (100, 2.5, persen)
    assert str(live["I7"].value).startswith("=INDEX(Rujukan!$C$")
    assert "Rujukan!$B$" in str(live["K7"].value)
    assert sheet["K11"].value == "Belum ada"


def test_days_without_a_reason_are_matter_for_a_talk() -> None:
    sheet = read(full_agency(), "Pembinaan")

    assert sheet["A1"].value == "Bahan Pembinaan Kehadiran"
    assert "bukan putusan" in str(sheet["A3"].value)
    assert row_of(sheet, FIRST) == [
        *("DINKES", nip_of(1), "Contoh Pegawai 1", 4, 6),
        *("teguran tertulis", "pkm.xlsx › Kehadiran!K5"),
    ]


def test_figures_are_written_as_the_forms_write_them() -> None:
    kredit = read(full_agency(), "Angka Kredit")
    served = read(full_agency(), "Layanan")

    assert {kredit[cell].number_format for cell in ("M7", "N7", "N8")} == {"#,##0.000"}
    assert kredit["L7"].number_format == "#,##0"
    assert (served["I7"].value, served["I7"].number_format) == (1200, "#,##0")
    assert (served["J7"].value, served["J7"].number_format) == (1250.5, "General")
