"""The qualitative approach and the columns of a JPT, from template to form."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW, Row
from tests.flow.alur import (
    KEPALA,
    PERAWAT,
    PERIOD,
    fill,
    heading_columns,
    indikator,
    open_office,
    rating,
    write_row,
)

HERE = RunOptions(workers=0, wants_trail=True)
SESUAI = "Sesuai Ekspektasi"
DI_ATAS = "Di Atas Ekspektasi"
DIJAWAB = "Seluruh pengaduan dijawab pada hari yang sama"
NUMERIC = ("Aspek", "Target", "Target Atas", "Satuan", "Arah", "Agregasi", "Realisasi")


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """Open an office whose head is a JPT."""
    office = open_office(tmp_path)
    book = load_workbook(office.pengaturan)
    write_row(book["Pegawai"], FIRST_ROW, {"Jenis Jabatan": "JPT"})
    book.save(office.pengaturan)
    return office


def kualitatif(nip: str, number: str, **changes: str | None) -> Row:
    row = indikator(nip, number, target=1, realisasi=1)
    return {
        **{heading: value for heading, value in row.items() if heading not in NUMERIC},
        "Uraian Target": "Pengaduan dijawab pada hari yang sama",
        "Uraian Realisasi": DIJAWAB,
        "Bukti Dukung": "Buku pengaduan",
        **changes,
    }


def jpt(row: Row, perspektif: str | None = "Penerima Layanan") -> Row:
    """Turn a row of a JA or JF into one of a JPT."""
    left_out = {"Aspek", "RHK Pimpinan yang Diintervensi"}
    kept = {heading: value for heading, value in row.items() if heading not in left_out}
    return {**kept, "Perspektif": perspektif}


def send(office: Workspace, rows: list[Row], pendekatan: str = "Kuantitatif") -> Path:
    (made,) = make_templates(office, PERIOD)
    return fill(
        office.root / made.path,
        office.input / "pkm.xlsx",
        rows=rows,
        ratings=[rating(KEPALA, DI_ATAS, SESUAI), rating(PERAWAT, SESUAI, SESUAI)],
        labels={"Pendekatan": pendekatan},
    )


def told(result: RunResult, code: IssueCode) -> list[tuple[str | None, str | None]]:
    """Give NIP and heading of each issue of a code."""
    return [(i.nip, i.place.heading) for i in result.issues if i.code is code]


def errors(result: RunResult) -> list[IssueCode]:
    return [issue.code for issue in result.issues if issue.severity is Severity.GALAT]


def form_texts(office: Workspace, nip: str) -> list[str]:
    path = office.output / PERIOD.code / "unit" / "PKM" / f"Hasil_PKM_{PERIOD}.xlsx"
    return [str(cell.value) for row in load_workbook(path)[nip] for cell in row if cell.value]


# -- qualitative ----------------------------------------------------------------------------------


def test_qualitative_work_needs_no_figures_and_gets_none(office: Workspace) -> None:
    send(office, [jpt(kualitatif(KEPALA, "1.1")), kualitatif(PERAWAT, "1.1")], "Kualitatif")

    result = process(office, HERE)

    assert errors(result) == []
    lines = {line.nip: line for line in result.periods[0].employees}
    perawat = lines[PERAWAT]
    assert (perawat.capaian, perawat.usulan) == (None, None)
    assert perawat.predikat is not None
    assert perawat.predikat.value == "Baik"
    assert not told(result, IssueCode.LTS_16)  # a rating cannot differ from no proposal


def test_qualitative_form_shows_words_and_no_figures(office: Workspace) -> None:
    send(office, [kualitatif(PERAWAT, "1.1")], "Kualitatif")

    process(office, HERE)

    shown = form_texts(office, PERAWAT)
    assert DIJAWAB in shown
    assert any("Pengaduan dijawab pada hari yang sama" in text for text in shown)
    assert any("KUALITATIF" in text for text in shown)
    assert "CAPAIAN (%)" not in shown
    assert "ASPEK" not in shown


@pytest.mark.parametrize("pendekatan", ["Kualitatif", "Kuantitatif"])
def test_each_approach_asks_for_its_own_cells(office: Workspace, pendekatan: str) -> None:
    row = kualitatif(PERAWAT, "1.1") | {"Uraian Target": None}

    send(office, [row], pendekatan)

    asked = {heading for _, heading in told(process(office, HERE), IssueCode.BRS_11)}
    expected = {
        "Kualitatif": {"Uraian Target"},
        "Kuantitatif": {"Aspek", "Target", "Satuan", "Arah", "Agregasi"},
    }
    assert asked == expected[pendekatan]


def test_qualitative_row_without_realisation_is_not_filled_in(office: Workspace) -> None:
    blank = {"Uraian Realisasi": None, "Bukti Dukung": None}
    (made,) = make_templates(office, PERIOD)
    fill(
        office.root / made.path,
        office.input / "pkm.xlsx",
        rows=[kualitatif(PERAWAT, "1.1", **blank)],
        ratings=[],
        labels={"Pendekatan": "Kualitatif"},
    )

    result = process(office, HERE)

    assert (PERAWAT, "NIP") in told(result, IssueCode.LTS_07)


# -- JPT ------------------------------------------------------------------------------------------


def test_jpt_is_scored_like_others_and_prints_its_own_form(office: Workspace) -> None:
    send(office, [jpt(indikator(KEPALA, "1.1", target=40, realisasi=44))])

    result = process(office, HERE)

    assert errors(result) == []
    lines = {line.nip: line for line in result.periods[0].employees}
    assert lines[KEPALA].capaian == Decimal(110)
    shown = form_texts(office, KEPALA)
    assert {"PERSPEKTIF", "Penerima Layanan"} <= set(shown)
    assert "ASPEK" not in shown
    assert not any("DIINTERVENSI" in text for text in shown)


def test_jpt_without_perspective_is_withheld_and_others_need_none(office: Workspace) -> None:
    head = jpt(indikator(KEPALA, "1.1", target=40, realisasi=44), perspektif=None)
    send(office, [head, indikator(PERAWAT, "1.1", target=40, realisasi=44)])

    result = process(office, HERE)

    assert told(result, IssueCode.BRS_11) == [(KEPALA, "Perspektif")]
    status = {line.nip: line.status.value for line in result.periods[0].employees}
    assert (status[KEPALA], status[PERAWAT]) == ("ditahan", "dinilai")


def test_unknown_perspective_is_told_with_the_four(office: Workspace) -> None:
    send(office, [jpt(indikator(KEPALA, "1.1", target=40, realisasi=44), "Penerima Layanann")])

    result = process(office, HERE)

    (issue,) = [issue for issue in result.issues if issue.code is IssueCode.SEL_06]
    assert dict(issue.context)["saran"] == "Mungkin maksud Anda «Penerima Layanan»?"


def test_jpt_in_the_qualitative_approach_needs_perspective_too(office: Workspace) -> None:
    send(office, [jpt(kualitatif(KEPALA, "1.1"), perspektif=None)], "Kualitatif")

    result = process(office, HERE)

    assert told(result, IssueCode.BRS_11) == [(KEPALA, "Perspektif")]


def test_correction_of_a_qualitative_file_comes_back_right(office: Workspace) -> None:
    send(office, [kualitatif(PERAWAT, "1.1", **{"Uraian Target": None})], "Kualitatif")
    process(office, HERE)
    folder = office.output / PERIOD.code / "unit" / "PKM"
    book = load_workbook(folder / f"Perbaikan_PKM_{PERIOD}_r1.xlsx")
    sheet = book["Hasil Kerja"]
    sheet.cell(FIRST_ROW, heading_columns(sheet)["Uraian Target"]).value = "Dijawab hari itu"
    book.save(office.input / "perbaikan.xlsx")

    result = process(office, HERE)

    assert errors(result) == []
    assert DIJAWAB in form_texts(office, PERAWAT)
