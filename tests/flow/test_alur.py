"""The main job as people do it: template, filling, run, reading the result, correcting it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import NothingToAnswerError, process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.alur import (
    DI_ATAS,
    DI_BAWAH,
    HERE,
    KEPALA,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    codes,
    fill,
    heading_columns,
    open_office,
    outputs_of,
    send,
    send_all,
    sound_ratings,
    sound_rows,
)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path)


def rekap_rows(office: Workspace) -> dict[str, dict[str, object]]:
    """Read `Rekap` of the unit's Hasil by NIP."""
    path = office.output / PERIOD.code / "unit" / "PKM" / f"Hasil_PKM_{PERIOD}.xlsx"
    sheet = load_workbook(path, data_only=True)["Rekap"]
    header = next(row for row in range(1, 10) if sheet.cell(row, 2).value == "NIP")
    columns = heading_columns(sheet, header)
    return {
        str(sheet.cell(row, columns["NIP"]).value): {
            heading: sheet.cell(row, column).value for heading, column in columns.items()
        }
        for row in range(header + 1, sheet.max_row + 1)
        if sheet.cell(row, columns["NIP"]).value
    }


def test_filled_template_gives_the_figures_computed_by_hand(office: Workspace) -> None:
    send(office)

    result = process(office, HERE)

    assert codes(result) == []
    assert result.exit_code is ExitCode.SELESAI
    rows = rekap_rows(office)
    # Perawat: RHK 1 = (1250/1200 + 38,5/40) × 100 ÷ 2 = 100,208333; RHK 2 = (2 − 9/8) × 100 = 87,5
    assert rows[PERAWAT]["Capaian (%)"] == pytest.approx((100.20833333333333 + 87.5) / 2)
    # Pengelola: (2 − 6,5/7) × 100 = 107,142857; tambahan tidak ikut capaian
    assert rows[PENGELOLA]["Capaian (%)"] == pytest.approx(107.14285714285714)
    assert rows[KEPALA]["Capaian (%)"] == pytest.approx(110)
    assert {nip: row["Predikat"] for nip, row in rows.items()} == {
        KEPALA: "Sangat Baik",
        PERAWAT: "Kurang/Misconduct",
        PENGELOLA: "Butuh Perbaikan",
    }
    # Perawat: satu dari dua RHK di bawah, jadi bukan sebagian kecil; usulan Di Bawah.
    assert {nip: row["Usulan"] for nip, row in rows.items()} == {
        KEPALA: DI_ATAS,
        PERAWAT: DI_BAWAH,
        PENGELOLA: DI_ATAS,
    }


def test_official_of_the_settings_signs(office: Workspace) -> None:
    send(office)

    process(office, HERE)

    form = load_workbook(
        office.output / PERIOD.code / "unit" / "PKM" / f"Hasil_PKM_{PERIOD}.xlsx", data_only=True
    )
    written = [cell.value for row in form[KEPALA].iter_rows() for cell in row if cell.value]
    assert written.count("Contoh Kadis, M.Kes.") == 2  # in the heading and below the signature
    assert "Dinas Kesehatan" in written


def test_input_is_left_as_it_was(office: Workspace) -> None:
    path = send(office)
    before = {file: file.read_bytes() for file in office.input.rglob("*.xlsx")}

    process(office, HERE)

    assert {file: file.read_bytes() for file in office.input.rglob("*.xlsx")} == before
    assert path in before


def test_numeric_nip_withholds_only_that_person(office: Workspace) -> None:
    path = send(office)
    book = load_workbook(path)
    sheet = book["Pegawai"]
    cell = next(c for c in sheet["B"] if c.value == PENGELOLA)
    cell.value, cell.number_format = float(PENGELOLA), "0"
    book.save(path)

    result = process(office, HERE)

    assert IssueCode.SEL_12 in codes(result)
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
    (file,) = result.files
    assert (file.people.evaluated, file.people.withheld) == (2, 1)
    assert file.rows is not None
    assert file.rows.withheld == 4  # Pegawai, two rows of Hasil Kerja, Penilaian
    assert set(rekap_rows(office)) == {KEPALA, PERAWAT}


def test_mended_correction_beside_the_first_file_ends_with_0(office: Workspace) -> None:
    path = send(office)
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    columns = heading_columns(sheet)
    sheet.cell(6, columns["Realisasi"]).value = "dua belas"
    sheet.cell(8, columns["Arah"]).value = "Naek"
    book.save(path)
    first = process(office, HERE)
    assert sorted(codes(first), key=lambda code: code.value) == [
        IssueCode.SEL_02,
        IssueCode.SEL_06,
    ]
    correction = office.output / PERIOD.code / "unit" / "PKM" / f"Perbaikan_PKM_{PERIOD}_r1.xlsx"
    mended = load_workbook(correction)
    sheet = mended["Hasil Kerja"]
    assert sheet.cell(6, columns["Realisasi"]).value == "dua belas"
    sheet.cell(6, columns["Realisasi"]).value = 1250
    sheet.cell(8, columns["Arah"]).value = "Turun"
    mended.save(office.input / "perbaikan pkm.xlsx")

    second = process(office, HERE)

    assert codes(second) == []
    assert second.exit_code is ExitCode.SELESAI
    assert IssueCode.LBK_03 in codes(second, Severity.CATATAN)
    assert rekap_rows(office)[PERAWAT]["Capaian (%)"] == pytest.approx(
        (100.20833333333333 + 87.5) / 2
    )
    assert not correction.exists()


def test_unchanged_correction_counts_once_and_says_the_same(office: Workspace) -> None:
    path = send(office)
    book = load_workbook(path)
    sheet = book["Hasil Kerja"]
    columns = heading_columns(sheet)
    sheet.cell(6, columns["Realisasi"]).value = "dua belas"
    book.save(path)
    first = process(office, HERE)
    correction = office.output / PERIOD.code / "unit" / "PKM" / f"Perbaikan_PKM_{PERIOD}_r1.xlsx"
    (office.input / "kembali.xlsx").write_bytes(correction.read_bytes())

    second = process(office, HERE)

    def placed(result: RunResult) -> list[tuple[str, str | None]]:
        return [
            (i.code.value, i.place.cell) for i in result.issues if i.severity is Severity.GALAT
        ]

    assert placed(second) == placed(first)
    assert [file.verdict.value for file in second.files] == ["sebagian", "dilewati"]


def test_unit_that_did_not_send_is_named(tmp_path: Path) -> None:
    office = open_office(tmp_path, units=("PKM", "RSU"))
    for made in make_templates(office, PERIOD, ("PKM",)):
        fill(
            office.root / made.path, office.input / "a.xlsx",
            rows=sound_rows(), ratings=sound_ratings(),
        )  # fmt: skip

    result = process(office, HERE)

    assert result.periods[0].missing_units == ("RSU",)
    assert codes(result, Severity.PERINGATAN).count(IssueCode.LBK_06) == 1
    assert result.exit_code is ExitCode.SELESAI


def test_stale_outputs_go_and_other_files_stay(tmp_path: Path) -> None:
    office = open_office(tmp_path, units=("PKM", "RSU"))
    paths = send_all(office)
    process(office, HERE)
    folder = office.output / PERIOD.code / "unit" / "PKM"
    (folder / "catatan saya.txt").write_text("tetap", encoding="utf-8")
    paths["PKM"].write_bytes(b"")

    result = process(office, HERE)

    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN
    assert [file.name for file in folder.iterdir()] == ["catatan saya.txt"]
    assert (office.output / "tanpa-periode" / "ditolak" / "Penjelasan_PKM.xlsx").exists()
    assert (folder.parent / "RSU" / f"Hasil_RSU_{PERIOD}.xlsx").exists()


def test_one_worker_and_two_leave_the_same_bytes(tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    for workers in (1, 2):
        office = open_office(tmp_path / str(workers), units=("PKM", "RSU", "SEK"))
        paths = send_all(office)
        paths["RSU"].write_bytes(paths["RSU"].read_bytes()[:-40])

        process(office, RunOptions(workers=workers))

        made.append(outputs_of(office))
    # Three templates and their list, the recap, one refusal, Hasil and Perbaikan of the two other
    # units, and a page for the period and for the file without one.
    assert len(made[0]) == 12
    assert made[0] == made[1]


def test_period_that_was_not_asked_for_is_named_and_left(office: Workspace) -> None:
    send(office)

    result = process(office, RunOptions(workers=0, period=Period.parse("2026")))

    assert [file.verdict.value for file in result.files] == ["dilewati"]
    assert codes(result, Severity.CATATAN) == [IssueCode.LBK_10]
    assert result.files[0].rows is None
    assert not (office.output / PERIOD.code / "unit").exists()


def test_check_alone_writes_nothing(office: Workspace) -> None:
    send(office)
    before = sorted(office.output.rglob("*"))

    result = process(office, RunOptions(workers=0, writes=False))

    assert result.exit_code is ExitCode.SELESAI
    assert sorted(office.output.rglob("*")) == before
    assert not (office.state / "kerja").exists()


def test_empty_input_is_its_own_answer(office: Workspace) -> None:
    with pytest.raises(NothingToAnswerError):
        process(office, HERE)
