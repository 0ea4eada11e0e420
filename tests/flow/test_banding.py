"""`banding`: an e-Kinerja export against what `input/` gives, from both files to the workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.banding import banding_json
from kinerja_xlsx.run.banding import compare_export
from kinerja_xlsx.run.impor_pegawai import ExportError
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import NothingToAnswerError, process
from kinerja_xlsx.spec.banding import JenisBeda, NasibSkp
from kinerja_xlsx.spec.pesan import render
from tests.drawn import FIRST_ROW
from tests.ekinerja_drawn import SECRETS, export, skp
from tests.flow.alur import (
    DI_BAWAH,
    HERE,
    KEPALA,
    PERAWAT,
    SESUAI,
    open_office,
    outputs_of,
    send,
)
from tests.flow.ekinerja import ONE, draw, everyone, run
from tests.flow.impor import set_settings

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.model.issue import Issue
    from kinerja_xlsx.run.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    workspace = open_office(tmp_path / "ruang")
    send(workspace)
    return workspace


def refusal(office: Workspace, path: Path, options: RunOptions = ONE) -> Issue:
    with pytest.raises(ExportError) as caught:
        compare_export(office, path, options)
    (issue,) = caught.value.issues
    assert not list(office.output.rglob("banding_*"))
    return issue


def test_export_in_step_has_no_difference(office: Workspace) -> None:
    outcome = run(office, everyone())

    assert outcome.banding.beda == ()
    assert (outcome.banding.penugasan, outcome.banding.sama) == (3, 3)
    assert outcome.output.path == "output/2026-TW1/banding_laporan.xlsx"


def test_every_difference_stands_on_its_row_with_both_cells(office: Workspace) -> None:
    rows = everyone()
    rows[1] |= {"perilaku_kerja": SESUAI, "hasil_akhir": "Baik"}
    rows[2] |= {"hasil_kerja": "-", "perilaku_kerja": "-", "hasil_akhir": "-"}
    rows += [skp(199001012015031001.0), skp("199503032022212001")]

    outcome = run(office, rows)

    book = load_workbook(office.root / outcome.output.path)
    assert book.sheetnames == ["Ringkasan", "Perbedaan", "Baris Ekspor"]
    sheet = book["Perbedaan"]
    told = [[str(cell.value) for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert [row[1] for row in told] == [
        "Belum dinilai di e-Kinerja",
        "Rating perilaku berbeda",
        "Predikat berbeda",
        "NIP berubah menjadi angka",
        "Tidak dikenal di sini",
    ]
    rating = told[1]
    assert rating[3] == PERAWAT
    assert rating[6:8] == [SESUAI, DI_BAWAH]
    assert rating[8] == "laporan.xlsx\nWorksheet › N10"
    assert rating[9].startswith("kiriman/pkm.xlsx\nPenilaian › ")
    isian = load_workbook(office.input / "kiriman/pkm.xlsx")["Penilaian"]
    assert isian[rating[9].rpartition(" ")[2]].value == DI_BAWAH
    assert f"{PERAWAT} – Contoh Perawat" in told[3][10]
    rows_sheet = book["Baris Ekspor"]
    assert rows_sheet.max_row == 5 + len(rows)
    assert rows_sheet.auto_filter.ref is not None
    assert sheet.page_setup.orientation == "landscape"


def test_counts_balance_and_cover_every_row(office: Workspace) -> None:
    rows = [*everyone(), skp(PERAWAT, hasil_kerja=SESUAI, perilaku_kerja=DI_BAWAH,
                             hasil_akhir="Kurang"), skp("199503032022212001")]  # fmt: skip

    found = run(office, rows).banding

    assert sum(found.counts().values()) == len(rows)
    assert found.counts()[NasibSkp.SAMA] == 3
    assert found.counts()[NasibSkp.DILEWATI] == 1
    assert found.counts()[NasibSkp.TANPA_PASANGAN] == 1


def test_nothing_of_other_columns_reaches_workbook_or_document(office: Workspace) -> None:
    outcome = run(office, everyone())

    book = load_workbook(office.root / outcome.output.path)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    document = banding_json(outcome.banding, outcome.output)
    assert [text for text in SECRETS.values() if text in document or text in cells] == []


def test_workbook_survives_the_next_run_and_is_the_same_again(office: Workspace) -> None:
    process(office, HERE)
    before = outputs_of(office)
    outcome = run(office, everyone())
    made = (office.root / outcome.output.path).read_bytes()

    process(office, HERE)

    name = "2026-TW1/banding_laporan.xlsx"
    assert outputs_of(office) == before | {name: made}
    assert run(office, everyone()).output.sha256 == outcome.output.sha256
    assert (office.root / outcome.output.path).read_bytes() == made


def test_comparison_changes_neither_input_nor_export(office: Workspace) -> None:
    path = draw(office, everyone())
    kept = {one: one.read_bytes() for one in (*office.input.rglob("*.xlsx"), path)}

    compare_export(office, path, ONE)

    assert {one: one.read_bytes() for one in kept} == kept
    assert not list(office.state.rglob("*.pkl"))


def test_export_of_another_period_is_refused(office: Workspace) -> None:
    titles = ("Laporan Penilaian SKP Periode Triwulan II Tahun 2026",)
    path = draw(office, everyone(), titles)

    issue = refusal(office, path)
    asked = refusal(office, path, replace(ONE, period=Period.parse("2026-TW1")))

    assert issue.code is asked.code is IssueCode.BRK_22
    assert "belum ada isian Triwulan II 2026" in render(issue).sebab
    assert "Yang ada: Triwulan I 2026." in render(issue).sebab
    assert render(asked).sebab == (
        "Judulnya menyebut Triwulan II 2026, sedangkan yang diminta Triwulan I 2026."
    )


def test_period_without_a_title_has_to_be_named(office: Workspace) -> None:
    path = draw(office, everyone(), ())

    assert "--periode 2026-TW1" in render(refusal(office, path)).perbaiki
    named = compare_export(office, path, replace(ONE, period=Period.parse("2026-TW1")))
    assert named.banding.beda == ()


def test_label_and_value_of_a_title_may_stand_in_two_cells(office: Workspace) -> None:
    path = draw(office, everyone(), ("Laporan Penilaian SKP", "Periode"))
    book = load_workbook(path)
    book["Worksheet"]["C2"] = ": Triwulan I 2026"
    book.save(path)

    assert compare_export(office, path, ONE).banding.period.code == "2026-TW1"


def test_export_whose_every_skp_is_of_another_year_is_refused(office: Workspace) -> None:
    rows = [row | {"tahun_skp": 2025} for row in everyone()]

    issue = refusal(office, draw(office, rows))

    assert render(issue).sebab == (
        "Semua SKP di dalamnya di luar Triwulan I 2026, misalnya baris 9: SKP tahun 2025."
    )


def test_closed_period_can_still_be_compared(office: Workspace) -> None:
    set_settings(office, "Periode", FIRST_ROW, {"Tertutup": "Ya"})

    assert run(office, everyone()).banding.sama == 3


def test_person_whom_no_file_names_is_told_with_the_row_of_the_roster(office: Workspace) -> None:
    set_settings(
        office,
        "Pegawai",
        FIRST_ROW + 3,
        {"Kode Unit": "PKM", "NIP": "199503032022212001", "Nama": "Contoh Baru",
         "Status ASN": "PPPK", "Jabatan": "Perawat", "Jenis Jabatan": "Pelaksana"},
    )  # fmt: skip

    rows = [*everyone(), skp("199503032022212001", nama="CONTOH BARU")]
    beda = run(office, rows).banding.beda

    unsent = next(one for one in beda if one.nip == "199503032022212001")
    assert unsent.jenis is JenisBeda.TANPA_HASIL
    assert [(place.file, place.row) for place in unsent.sel_isian] == [
        ("Pengaturan.xlsx", FIRST_ROW + 3)
    ]


def test_office_without_settings_is_compared_as_well(office: Workspace) -> None:
    office.pengaturan.unlink()

    found = run(office, [*everyone(), skp("199503032022212001")]).banding

    held, unknown = found.beda
    assert (held.jenis, held.nip) == (JenisBeda.TANPA_HASIL, KEPALA)
    assert "KADIS" in held.keterangan  # the rater stands in the settings alone
    assert unknown.jenis is JenisBeda.TIDAK_DI_ISIAN
    assert found.sama == 2


def test_office_without_submissions_has_nothing_to_compare(tmp_path: Path) -> None:
    empty = open_office(tmp_path / "ruang")

    with pytest.raises(NothingToAnswerError):
        run(empty, everyone())


def test_export_that_was_dropped_into_input_is_known_for_what_it_is(office: Workspace) -> None:
    export(office.input / "laporan.xlsx", everyone())

    result = process(office, replace(HERE, writes=False))

    (issue,) = [one for one in result.issues if one.place.file == "laporan.xlsx"]
    assert issue.code is IssueCode.BRK_09
    assert "dengan perintah banding" in render(issue).sebab
