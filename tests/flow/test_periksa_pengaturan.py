"""`periksa` reads the settings workbook like any other, and speaks of it to the agency."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.codes import CATALOGUE, FOR_EXPORTS, FOR_SETTINGS
from tests.flow.alur import PERIOD, heading_columns, open_office, sent_by_three, settle

SENT = re.compile(r"kirim|minta BKPSDM|dari BKPSDM", re.IGNORECASE)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return settle(tmp_path, {"Pengaturan.xlsx": sent_by_three()["Pengaturan.xlsx"]})


def spoil(office: Workspace, sheet: str, heading: str, value: str | None) -> None:
    book = load_workbook(office.pengaturan)
    page = book[sheet]
    page.cell(5, heading_columns(page)[heading]).value = value
    book.save(office.pengaturan)


def checked(office: Workspace, *arguments: str) -> int:
    return run_guarded(group, ["periksa", *arguments, "--ruang", str(office.root)])


def named(office: Workspace) -> Sequence[str]:
    return (str(office.pengaturan),)


def unnamed(office: Workspace) -> Sequence[str]:
    del office
    return ()


@pytest.mark.parametrize("arguments", [named, unnamed])
def test_sound_settings_are_told_so(
    office: Workspace, capsys: pytest.CaptureFixture[str], arguments: object
) -> None:
    given = named(office) if arguments is named else unnamed(office)

    ended = checked(office, *given)

    said = capsys.readouterr().out
    assert ended == 0
    assert "Pengaturan.xlsx terbaca: 3 unit dan 9 pegawai. Tidak ada baris yang ditahan." in said
    assert "BRK-10" not in said


@pytest.mark.parametrize("sheet", ["Unit", "Pegawai"])
def test_faulty_row_is_listed_and_ends_with_1(
    office: Workspace, capsys: pytest.CaptureFixture[str], sheet: str
) -> None:
    spoil(office, sheet, "Nama", None)

    ended = checked(office, str(office.pengaturan))

    said = capsys.readouterr().out
    assert ended == 1
    assert f"Pengaturan.xlsx › {sheet} › " in said
    assert not SENT.search(said)


def test_settings_without_a_sheet_end_with_3(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    book = load_workbook(office.pengaturan)
    del book["Unit"]
    book.save(office.pengaturan)

    ended = checked(office, str(office.pengaturan), "--json")

    said = capsys.readouterr()
    assert ended == json.loads(said.out)["exit_code"] == 3
    assert "Pengaturan.xlsx belum dapat dipakai." in said.err


def test_settings_under_another_name_are_known_by_their_mark(
    office: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "salinan.xlsx"
    path.write_bytes(office.pengaturan.read_bytes())

    assert checked(office, str(path)) == 0
    assert "salinan.xlsx terbaca" in capsys.readouterr().out


def test_settings_and_a_submission_are_both_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path, sent_by_three())

    ended = checked(office, str(office.pengaturan), str(office.input / "PKM.xlsx"))

    said = capsys.readouterr().out
    assert ended == 0
    assert "Pengaturan.xlsx terbaca" in said
    assert "\nBerkas " in said


def test_no_message_about_the_settings_speaks_as_to_a_unit() -> None:
    spoken = {
        code
        for code, text in CATALOGUE.items()
        if code.value.startswith(("BRK", "LBR")) and SENT.search(text.remedy)
    }
    # About the identity of submissions and our own explanations, which the settings are not.
    elsewhere = {IssueCode.BRK_12, IssueCode.BRK_13, IssueCode.BRK_18, IssueCode.BRK_21}

    assert spoken - elsewhere <= FOR_SETTINGS.keys()
    assert not any(map(SENT.search, FOR_SETTINGS.values()))


def test_no_message_about_an_export_speaks_as_to_a_unit() -> None:
    assert not any(map(SENT.search, FOR_EXPORTS.values()))


def test_column_that_older_settings_lack_is_as_one_left_blank(office: Workspace) -> None:
    book = load_workbook(office.pengaturan)
    page = book["Periode"]
    page.delete_cols(heading_columns(page)["Lembar Tambahan"])
    book.save(office.pengaturan)

    outcome = check_settings_file(office.pengaturan)

    assert IssueCode.LBR_07 not in {one.code for one in outcome.issues}
    assert outcome.settings is not None
    assert PERIOD.code in outcome.settings.periods


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("Contoh Kepala", "197503032000031003"), ("Contoh Kadis", "KADIS"), ("Orang Lain", "")],
)
def test_rater_typed_as_a_name_is_told_with_who_may_be_meant(
    tmp_path: Path, typed: str, proposed: str
) -> None:
    office = open_office(tmp_path)
    spoil(office, "Pegawai", "Penilai", typed)

    outcome = check_settings_file(office.pengaturan)

    (issue,) = (one for one in outcome.issues if one.code is IssueCode.LTS_06)
    saran = dict(issue.context)["saran"]
    assert (issue.severity, issue.value) == (Severity.PERINGATAN, typed.upper())
    assert proposed in saran
    assert bool(saran) is bool(proposed)
    assert outcome.settings is not None
    assert outcome.settings.withheld_rows == 0


def test_rater_known_by_nip_or_code_is_no_name(tmp_path: Path) -> None:
    outcome = check_settings_file(open_office(tmp_path).pengaturan)

    assert IssueCode.LTS_06 not in {issue.code for issue in outcome.issues}
