"""The plan of a year as people meet it: proposed, filled in, checked, and then in every Isian."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.permintaan import UnknownPeriodError
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.templat_skp import make_skp_templates
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, make_workspace
from kinerja_xlsx.spec.pesan import render
from tests.drawn import HEADER_ROW, CellInput
from tests.flow.alur import (
    KEPALA,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    heading_columns,
    open_office,
    write_row,
)
from tests.flow.skp import (
    HERE,
    KATALOG,
    RAMAH,
    YEAR,
    found,
    galat,
    line,
    plan_changes,
    rows_of,
    send_isian,
    send_plan,
)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path, katalog=KATALOG)


def test_template_of_the_plan_proposes_the_catalogue_of_each_post(office: Workspace) -> None:
    (made,) = make_skp_templates(office, YEAR)

    assert made.path == "output/2026/templat/SKP_PKM_2026.xlsx"
    assert (made.people, made.planned) == (3, 3)
    rows = rows_of(office.root / made.path)
    assert [
        (row["NIP"], row["No Indikator"], row["Indikator"], row["Target Tahun"], row["Agregasi"])
        for row in rows
    ] == [
        (KEPALA, "1.1", "Laporan tepat waktu", 100, "Terakhir"),
        (PERAWAT, "1.1", "Jumlah pasien yang dilayani", 4800, "Jumlah"),
        (PERAWAT, "2.1", "Waktu tunggu pelayanan", 30, "Rata-rata"),
        (PENGELOLA, "1.1", "Laporan tepat waktu", 100, "Terakhir"),
    ]
    names = {row["NIP"]: row["Nama"] for row in rows_of(office.root / made.path, "Pegawai")}
    expected = rows_of(office.root / made.path, "Ekspektasi")
    assert [(row["NIP"], row["Nama"]) for row in expected] == [
        (nip, names[nip]) for nip in (KEPALA, PERAWAT, PENGELOLA)
    ]
    assert all(names.values())


@pytest.mark.parametrize(
    ("siklus", "last"),
    [("Bulanan", "Target Des"), (None, "Target TW4"), ("Semester", "Target S2")],
)
def test_columns_of_the_plan_follow_the_cycle_of_the_unit(
    office: Workspace, siklus: str | None, last: str
) -> None:
    book = load_workbook(office.pengaturan)
    write_row(book["Unit"], HEADER_ROW + 1, {"Siklus": siklus})
    book.save(office.pengaturan)

    (made,) = make_skp_templates(office, YEAR)

    headings = heading_columns(load_workbook(office.root / made.path)["Hasil Kerja"])
    assert list(headings)[-1] == last
    send_plan(office, {key: {} for key in plan_changes()})
    assert galat(process(office, HERE)) == set()  # read as that cycle, only not filled in yet


def test_accepted_plan_prefills_the_isian_of_a_period(office: Workspace) -> None:
    send_plan(office)
    result = process(office, HERE)

    (made,) = make_templates(office, PERIOD)

    assert result.exit_code is ExitCode.SELESAI
    assert line(result, "skp/pkm.xlsx") == (FileVerdict.DITERIMA, 3, 0)
    assert (made.people, made.planned) == (3, 3)
    rows = rows_of(office.root / made.path)
    assert [(row["NIP"], row["No Indikator"], row["Target"], row["Arah"]) for row in rows] == [
        (KEPALA, "1.1", 100, "Naik"),
        (PERAWAT, "1.1", 1100, "Naik"),
        (PERAWAT, "2.1", 30, "Turun"),
        (PENGELOLA, "1.1", 100, "Naik"),
    ]
    assert {row["Rencana Hasil Kerja"] for row in rows} == {"Pelayanan sesuai standar"}


def test_template_names_the_plan_it_was_filled_from(office: Workspace) -> None:
    def sidik() -> str | None:
        (made,) = make_templates(office, PERIOD)
        sheet = load_workbook(office.root / made.path)["_meta"]
        values = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}
        return values["sidik_rencana"]  # type: ignore[return-value]  # all cells are text

    without = sidik()
    send_plan(office)
    first = sidik()
    changes = plan_changes()
    send_plan(office, {**changes, (PERAWAT, "2.1"): {**changes[PERAWAT, "2.1"], "Target TW1": 20}})

    assert without is None
    assert first is not None
    assert len(first.split(";")) == 4
    assert sidik() not in {None, first}


def test_isian_like_its_plan_is_accepted_without_a_word_on_the_plan(office: Workspace) -> None:
    send_plan(office)
    send_isian(office)

    result = process(office, HERE)

    assert galat(result) == set()
    assert found(result, IssueCode.LTS_13) == []
    assert result.exit_code is ExitCode.SELESAI


def test_expectation_of_the_plan_is_printed_on_the_form_of_that_person_alone(
    office: Workspace,
) -> None:
    send_plan(office)
    send_isian(office)

    process(office, HERE)

    book = load_workbook(office.output / PERIOD.code / "unit/PKM" / f"Hasil_PKM_{PERIOD}.xlsx")
    told = [
        sheet.title
        for sheet in book
        if any(cell.value == RAMAH for row in sheet.iter_rows() for cell in row)
    ]
    assert told == [PERAWAT]


def test_deviations_are_warned_of_with_both_values_and_hold_nobody(office: Workspace) -> None:
    send_plan(office)
    send_isian(
        office,
        {
            (PERAWAT, "1.1"): {"Target": 1000},
            (PERAWAT, "2.1"): {"No Indikator": "2.2", "Satuan": "jam"},
            (KEPALA, "1.1"): {"Indikator": "Laporan", "Arah": "Turun"},
        },
    )

    result = process(office, HERE)

    assert line(result, "isian.xlsx") == (FileVerdict.DITERIMA, 3, 0)
    issues = found(result, IssueCode.LTS_13)
    assert {issue.severity for issue in issues} == {Severity.PERINGATAN}
    assert sorted((render(issue).masalah, render(issue).sebab) for issue in issues) == [
        (
            "Arah indikator 1.1 berbeda dari rencana: «Turun», rencana «Naik».",
            "Rencananya (SKP) ada di skp/pkm.xlsx › Hasil Kerja!R5.",
        ),
        (
            "Indikator 2.1 «Waktu tunggu pelayanan» ada di rencana, tetapi tidak ada di isian.",
            "Rencananya (SKP) ada di skp/pkm.xlsx › Hasil Kerja!G7.",
        ),
        (
            "Indikator 2.2 «Waktu tunggu pelayanan» tidak ada di rencana.",
            "Rencananya (SKP) ada di skp/pkm.xlsx › Pegawai!B6.",
        ),
        (
            "Target indikator 1.1 berbeda dari rencana: «1.000», rencana «1.100».",
            "Rencananya (SKP) ada di skp/pkm.xlsx › Hasil Kerja!U6.",
        ),
        (
            "Teks indikator 1.1 berbeda dari rencana: «Laporan», rencana «Laporan tepat waktu».",
            "Rencananya (SKP) ada di skp/pkm.xlsx › Hasil Kerja!M5.",
        ),
    ]


def test_plan_counts_also_when_only_one_period_is_asked_for(office: Workspace) -> None:
    send_plan(office)
    process(office, HERE)
    kept = {path: path.read_bytes() for path in (office.output / "2026").rglob("*.*")}
    send_isian(office, {(PERAWAT, "1.1"): {"Target": 1000}})

    result = process(office, replace(HERE, period=PERIOD))

    assert len(found(result, IssueCode.LTS_13)) == 1
    assert line(result, "skp/pkm.xlsx")[0] is FileVerdict.DILEWATI
    assert {path: path.read_bytes() for path in kept} == kept


def test_obligatory_indicator_is_missed_in_plan_and_isian(office: Workspace) -> None:
    renamed: dict[str, CellInput] = {"Indikator": "Pasien"}
    changes = plan_changes()
    send_plan(office, {**changes, (PERAWAT, "1.1"): {**changes[PERAWAT, "1.1"], **renamed}})

    planned = process(office, HERE)
    (issue,) = found(planned, IssueCode.LTS_02)
    assert render(issue).masalah == (
        "Belum ada indikator wajib untuk Contoh Perawat, S.Kep.: «Jumlah pasien yang dilayani»."
    )
    assert line(planned, "skp/pkm.xlsx") == (FileVerdict.SEBAGIAN, 2, 1)
    (foreign,) = found(planned, IssueCode.LTS_03)
    assert (foreign.severity, foreign.value) == (Severity.PERINGATAN, "Pasien")

    send_plan(office)
    send_isian(office, {(PERAWAT, "1.1"): renamed})
    sent = process(office, HERE)
    assert [issue.place.file for issue in found(sent, IssueCode.LTS_02)] == ["isian.xlsx"]
    assert line(sent, "isian.xlsx") == (FileVerdict.SEBAGIAN, 2, 1)


def test_plan_counts_also_when_its_year_is_closed_and_touches_no_output_of_it(
    office: Workspace,
) -> None:
    book = load_workbook(office.pengaturan)
    write_row(book["Periode"], HEADER_ROW + 2, {"Kode": "2026", "Tertutup": "Ya"})
    book.save(office.pengaturan)
    send_plan(office)
    send_isian(office, {(PERAWAT, "1.1"): {"Target": 1000}})

    result = process(office, HERE)

    assert len(found(result, IssueCode.LTS_13)) == 1
    assert line(result, "skp/pkm.xlsx")[0] is FileVerdict.DILEWATI
    assert [period.period for period in result.periods] == [PERIOD.code]
    assert not (office.output / "2026" / MANIFEST).exists()


def test_plan_of_the_year_and_isian_of_the_year_are_kept_apart(office: Workspace) -> None:
    book = load_workbook(office.pengaturan)
    write_row(book["Periode"], HEADER_ROW + 2, {"Kode": "2026"})
    book.save(office.pengaturan)
    send_plan(office)
    send_isian(office, period=YEAR)

    result = process(office, HERE)

    (year,) = [period for period in result.periods if period.period == "2026"]
    assert [unit.terkirim for unit in year.units] == [True]
    assert len(year.employees) == 3
    assert found(result, IssueCode.LBK_02) == []
    assert found(result, IssueCode.LTS_13) == []  # the target of the year stands in the plan


def test_plan_alone_is_not_taken_for_the_isian_of_that_year(office: Workspace) -> None:
    book = load_workbook(office.pengaturan)
    write_row(book["Periode"], HEADER_ROW + 2, {"Kode": "2026"})
    book.save(office.pengaturan)
    send_plan(office)

    result = process(office, HERE)

    assert [period.units for period in result.periods] == [()]
    assert found(result, IssueCode.LBK_06) == []


def test_blank_plan_is_made_without_settings_and_comes_back(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)

    (made,) = make_skp_templates(workspace, YEAR)

    assert (made.unit, made.path) == (None, "output/2026/templat/SKP_2026.xlsx")
    assert rows_of(workspace.root / made.path) == []


def test_year_that_no_listed_period_belongs_to_makes_no_template(office: Workspace) -> None:
    with pytest.raises(UnknownPeriodError, match="2027"):
        make_skp_templates(office, Period.parse("2027"))
