"""The recap sums what adds over the assignments of a person, in whatever unit they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from tests.drawn import FIRST_ROW, NIPS, Row, sound_isian
from tests.flow.alur import HERE, PERAWAT, heading_columns, open_office, write_row
from tests.flow.test_kehadiran_hasil import send_with_absence

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PERIOD = "2026-TW1"
HEAD = 6
"""Row of the headings below two notes."""


def rows_of(workspace: Workspace, name: str) -> list[dict[str, object]]:
    """Read a sheet of the recap: one mapping by heading for each row of its table."""
    path = workspace.output / PERIOD / "rekap.xlsx"
    sheet: Worksheet = load_workbook(path, data_only=True)[name]
    columns = heading_columns(sheet, HEAD)
    return [
        {heading: sheet.cell(number, column).value for heading, column in columns.items()}
        for number in range(HEAD + 1, sheet.max_row + 1)
    ]


def test_angka_kredit_of_two_units_adds_for_the_person_who_moved(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    spans: dict[str, Row] = {
        "DINKES": {"Keadaan": "Mutasi Keluar", "Mulai": date(2026, 1, 1),
                   "Selesai": date(2026, 2, 28)},
        "PKM": {"Keadaan": "Mutasi Masuk", "Mulai": date(2026, 3, 1),
                "Selesai": date(2026, 3, 31)},
    }  # fmt: skip
    for unit, span in spans.items():
        book = sound_isian(1, unit=unit)
        book.sheets["Pegawai"][0] |= span
        book.save(workspace.input / f"{unit}.xlsx")

    process(workspace, HERE)

    lines = rows_of(workspace, "Angka Kredit")
    assert [(line["Kode Unit"], line["NIP"], line["Bulan"]) for line in lines] == [
        ("DINKES", NIPS[0], 2),
        ("PKM", NIPS[0], 1),
    ]
    # Ahli Muda, Baik: 25 × 2 ÷ 12 and 25 ÷ 12, each rounded, then added.
    assert [line["Angka Kredit Periode Ini"] for line in lines] == [4.167, 2.083]
    assert [line["Jumlah per NIP"] for line in lines] == [6.25, 6.25]


def test_attendance_comes_to_a_simulation_and_to_matter_for_a_talk(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send_with_absence(office)
    book = load_workbook(office.pengaturan)
    chosen: Row = {
        "Parameter": "aturan_tpp",
        "Nilai": "Perbup Serang 1/2021",
        "Berlaku Mulai": date(2026, 1, 1),
        "Dasar Hukum": "Perbup Contoh 1/2026",
    }
    write_row(book["Kebijakan"], FIRST_ROW, chosen)
    book.save(office.pengaturan)

    process(office, HERE)

    (absent,) = rows_of(office, "Pembinaan")
    shares = {line["NIP"]: line["Jumlah per NIP (%)"] for line in rows_of(office, "Simulasi TPP")}
    assert (absent["NIP"], absent["Hari Periode Ini"]) == (PERAWAT, 4)
    assert absent["Langkah menurut PP 94/2021"] == "teguran tertulis"
    assert str(absent["Sel Sumber"]).startswith("pkm.xlsx › Kehadiran!")
    assert round(float(str(shares[PERAWAT])), 2) == 98.67
    assert len(shares) == 3
