"""What an office writes into `Kebijakan` and `Alias` reaches scores, trails and reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW, HEADER_ROW, Row
from tests.flow.alur import (
    KEPALA,
    PERIOD,
    fill,
    heading_columns,
    indikator,
    open_office,
    rating,
    write_row,
)

HERE = RunOptions(workers=0, wants_trail=True)
DASAR = "Perwali Contoh 1/2026 Pasal 5"
DI_ATAS = "Di Atas Ekspektasi"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    office = open_office(tmp_path)
    (made,) = make_templates(office, PERIOD)
    fill(
        office.root / made.path,
        office.input / "pkm.xlsx",
        rows=[indikator(KEPALA, "1.1", target=40, realisasi=44)],
        ratings=[rating(KEPALA, DI_ATAS, DI_ATAS)],
    )
    return office


def set_rows(office: Workspace, sheet: str, *rows: Row) -> None:
    """Write rows into a sheet of the settings."""
    book = load_workbook(office.pengaturan)
    for number, row in enumerate(rows, start=FIRST_ROW):
        write_row(book[sheet], number, row)
    book.save(office.pengaturan)


def kebijakan(nilai: str, since: date, dasar: str | None = DASAR) -> Row:
    return {
        "Parameter": "ambang_di_atas",
        "Nilai": nilai,
        "Berlaku Mulai": since,
        "Dasar Hukum": dasar,
    }


def usulan(result: RunResult) -> Ekspektasi | None:
    (line,) = [line for line in result.periods[0].employees if line.nip == KEPALA]
    return line.usulan


def steps(result: RunResult) -> list[Step]:
    return [step for trail in result.periods[0].trails for step in trail]


def texts_of_hasil(office: Workspace) -> str:
    path = office.output / PERIOD.code / "unit" / "PKM" / f"Hasil_PKM_{PERIOD}.xlsx"
    sheet = load_workbook(path)[KEPALA]
    return " ".join(str(cell.value) for row in sheet for cell in row if cell.value)


def test_value_of_the_office_changes_the_proposal_and_is_printed(office: Workspace) -> None:
    assert usulan(process(office, HERE)) is Ekspektasi.DI_ATAS
    set_rows(office, "Kebijakan", kebijakan("115", date(2026, 1, 1)))

    result = process(office, HERE)

    assert usulan(result) is Ekspektasi.SESUAI
    expected = f"ambang di atas: 115 persen ({DASAR})"
    assert any(expected in step.source for step in steps(result))
    assert expected in texts_of_hasil(office)


def test_numeric_result_of_the_office_is_printed_beside_the_predikat(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    (made,) = make_templates(office, PERIOD)
    fill(
        office.root / made.path,
        office.input / "pkm.xlsx",
        rows=[indikator(KEPALA, "1.1", target=40, realisasi=44)],
        ratings=[{**rating(KEPALA, DI_ATAS, DI_ATAS), "Nilai Perilaku": 100, "Ide Baru": "Tidak"}],
    )
    chosen = {**kebijakan("PP 30/2019 70:30", date(2026, 1, 1)), "Parameter": "mode_angka"}
    set_rows(office, "Kebijakan", chosen)

    process(office, HERE)

    texts = texts_of_hasil(office)
    assert "HASIL ANGKA PP 30/2019 70:30" in texts
    assert "107,00 – Baik" in texts
    assert "bukan predikat" in texts


def test_value_without_a_legal_basis_counts_and_owns_up_to_it(office: Workspace) -> None:
    set_rows(office, "Kebijakan", kebijakan("115", date(2026, 1, 1), None))

    result = process(office, HERE)

    assert usulan(result) is Ekspektasi.SESUAI
    assert IssueCode.BRS_15 in {issue.code for issue in result.issues}
    assert any(
        "ambang di atas: 115 persen, ambang sesuai: 90 persen (belum diatur peraturan)"
        in step.source
        for step in steps(result)
    )


@pytest.mark.parametrize(
    ("since", "expected"),
    [(date(2026, 3, 31), Ekspektasi.SESUAI), (date(2026, 4, 1), Ekspektasi.DI_ATAS)],
)
def test_value_holds_from_its_first_day_on(
    office: Workspace, since: date, expected: Ekspektasi
) -> None:
    set_rows(office, "Kebijakan", kebijakan("115", since))

    assert usulan(process(office, HERE)) is expected


def test_heading_of_the_office_is_read_with_a_notice(office: Workspace) -> None:
    set_rows(
        office,
        "Alias",
        {"Lembar": "Hasil Kerja", "Kolom": "Realisasi", "Sebutan Lain": "Pencapaian Angka"},
    )
    path = office.input / "pkm.xlsx"
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    sheet.cell(HEADER_ROW, heading_columns(sheet)["Realisasi"]).value = "Pencapaian Angka"
    book.save(path)

    result = process(office, HERE)

    found = [issue for issue in result.issues if issue.code is IssueCode.LBR_10]
    assert [(issue.value, issue.place.heading) for issue in found] == [
        ("Pencapaian Angka", "Realisasi")
    ]
    assert usulan(result) is Ekspektasi.DI_ATAS
