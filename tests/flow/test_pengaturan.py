"""A refused `Pengaturan.xlsx` stops the run and says where; a bad row there holds itself alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run import pengaturan
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.pengaturan import SettingsError, load_settings
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.alur import HERE, PERAWAT, heading_columns, outputs_of, sent_by_three, settle

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def edited(change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(BytesIO(sent_by_three()["Pengaturan.xlsx"]))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def without_sheet(book: Workbook) -> None:
    del book["Unit"]


def without_heading(book: Workbook) -> None:
    sheet = book["Pegawai"]
    sheet.cell(4, heading_columns(sheet)["NIP"]).value = "Nomor"


def without_name(book: Workbook) -> None:
    sheet = book["Instansi"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Nama Instansi")
    sheet.cell(row, 2).value = None


def with_bad_row(book: Workbook) -> None:
    """Spoil the status of one person of the first unit."""
    sheet = book["Pegawai"]
    columns = heading_columns(sheet)
    row = next(r for r in range(5, 20) if sheet.cell(r, columns["NIP"]).value == PERAWAT)
    sheet.cell(row, columns["Status ASN"]).value = "Honorer"


def office_with(tmp_path: Path, settings: bytes) -> Workspace:
    return settle(tmp_path, {**sent_by_three(), "Pengaturan.xlsx": settings})


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (without_sheet, IssueCode.LBR_01, "Pengaturan.xlsx › Unit"),
        (without_heading, IssueCode.LBR_06, "Pengaturan.xlsx › Pegawai"),
        (without_name, IssueCode.SEL_01, "Pengaturan.xlsx › Instansi › B5"),
    ],
)
def test_refused_settings_stop_the_run_and_name_the_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Workbook], None],
    code: IssueCode,
    place: str,
) -> None:
    office = office_with(tmp_path, edited(change))

    ended = run_guarded(group, ["proses", "--ruang", str(tmp_path), "--pekerja", "1", "--json"])

    said = capsys.readouterr()
    document = json.loads(said.out)
    assert ended == document["exit_code"] == ExitCode.PENGATURAN_SALAH
    assert code.value in [issue["code"] for issue in document["issues"]]
    assert said.err.startswith("Pengaturan.xlsx belum dapat dipakai:\n")
    assert place in said.err
    assert outputs_of(office) == {}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", IssueCode.BRK_07),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), IssueCode.BRK_03),
        (b"PK\x03\x04 terpotong", IssueCode.BRK_04),
    ],
)
def test_unreadable_settings_stop_the_run(tmp_path: Path, data: bytes, code: IssueCode) -> None:
    office = office_with(tmp_path, data)

    with pytest.raises(SettingsError) as caught:
        process(office, HERE)

    assert [issue.code for issue in caught.value.issues] == [code]


def test_settings_that_cannot_be_opened_stop_the_run(tmp_path: Path) -> None:
    office = settle(tmp_path, {"PKM.xlsx": sent_by_three()["PKM.xlsx"]})
    office.pengaturan.mkdir()

    with pytest.raises(SettingsError) as caught:
        process(office, HERE)

    assert [issue.code for issue in caught.value.issues] == [IssueCode.BRK_06]


def test_fault_of_ours_over_the_settings_has_a_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> object:
        raise ZeroDivisionError(path)

    monkeypatch.setattr(pengaturan, "check_settings_file", fail)
    office = settle(tmp_path, sent_by_three())

    with pytest.raises(SettingsError) as caught:
        process(office, HERE)

    (issue,) = caught.value.issues
    assert issue.code is IssueCode.SIS_01
    assert dict(issue.context)["acuan"] in (office.state / "galat.log").read_text()


def test_bad_row_is_held_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office_with(tmp_path, edited(with_bad_row))

    ended = run_guarded(group, ["proses", "--ruang", str(tmp_path), "--pekerja", "1", "--json"])

    said = capsys.readouterr()
    document = json.loads(said.out)
    assert ended == ExitCode.ADA_YANG_DITAHAN
    (row,) = (issue for issue in document["issues"] if issue["file"] == "Pengaturan.xlsx")
    assert (row["code"], row["sheet"], row["heading"]) == ("SEL-06", "Pegawai", "Status ASN")
    assert "Pengaturan.xlsx: 1 baris ditahan" in said.err
    held = [line["nip"] for line in document["employees"] if line["status"] == "ditahan"]
    assert held == [PERAWAT]  # nobody else, since the row is not in the roster


def test_templates_name_the_rows_they_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office_with(tmp_path, edited(with_bad_row))

    ended = run_guarded(group, ["templat", "--ruang", str(tmp_path), "--periode", "2026-TW1"])

    said = capsys.readouterr()
    assert ended == ExitCode.ADA_YANG_DITAHAN
    assert "Isian_PKM_2026-TW1.xlsx  2 penugasan" in said.out
    assert "ada baris Pengaturan.xlsx yang ditahan" in said.err
    assert "«Honorer»" in said.err


def test_templates_of_sound_settings_lack_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office_with(tmp_path, sent_by_three()["Pengaturan.xlsx"])

    ended = run_guarded(group, ["templat", "--ruang", str(tmp_path), "--periode", "2026-TW1"])

    assert ended == ExitCode.SELESAI
    assert "ditahan" not in capsys.readouterr().err


def test_workspace_without_settings_has_none(tmp_path: Path) -> None:
    with SerialExecutor() as executor:
        assert load_settings(settle(tmp_path, {}), executor) is None


def test_refused_settings_bring_every_reason(tmp_path: Path) -> None:
    def spoil(book: Workbook) -> None:
        without_sheet(book)
        without_heading(book)

    office = office_with(tmp_path, edited(spoil))

    with pytest.raises(SettingsError) as caught:
        process(office, HERE)

    refused = {issue.code for issue in caught.value.issues}
    assert refused >= {IssueCode.LBR_01, IssueCode.LBR_06}
