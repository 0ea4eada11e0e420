"""A withheld row of `Pengaturan.xlsx` is to blame for what hangs on it; units are not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.buat_perbaikan import needs_correction
from kinerja_xlsx.run.pengaturan import check_settings_file
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.codes import blames_settings, make_issue
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.spec.tertahan import HeldRow, blame
from tests.flow.alur import (
    HERE,
    KEPALA,
    PERAWAT,
    PERIOD,
    heading_columns,
    sent_by_three,
    settle,
)

Change = Callable[[Workbook], None]


def cell_changed(sheet: str, key: tuple[str, str], heading: str, value: str | None) -> Change:
    """Change one cell in the first row whose key cell has a value."""

    def change(book: Workbook) -> None:
        page = book[sheet]
        columns = heading_columns(page)
        row = next(r for r in range(5, 30) if page.cell(r, columns[key[0]]).value == key[1])
        page.cell(row, columns[heading]).value = value

    return change


STATUS = cell_changed("Pegawai", ("NIP", PERAWAT), "Status ASN", "Honorer")
SHORT_NIP = cell_changed("Pegawai", ("NIP", PERAWAT), "NIP", PERAWAT[:-1])
UNIT = cell_changed("Unit", ("Kode", "PKM"), "Nama", None)
PERIODE = cell_changed("Periode", ("Kode", PERIOD.code), "Batas Kirim", "besok")
PEJABAT = cell_changed("Pejabat", ("Kode", "KADIS"), "Nama", None)
KEPALA_STATUS = cell_changed("Pegawai", ("NIP", KEPALA), "Status ASN", "Honorer")


def office_with(tmp_path: Path, change: Change, *, without: str = "") -> Workspace:
    files = dict(sent_by_three())
    book = load_workbook(BytesIO(files["Pengaturan.xlsx"]))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    files["Pengaturan.xlsx"] = buffer.getvalue()
    files.pop(without, None)
    return settle(tmp_path, files)


def of_code(result: RunResult, code: IssueCode) -> list[Issue]:
    return [issue for issue in result.issues if issue.code is code]


@pytest.mark.parametrize(
    ("change", "code", "cause"),
    [
        (STATUS, IssueCode.BRS_06, "Baris Pengaturan › Pegawai › E"),
        (SHORT_NIP, IssueCode.BRS_06, "NIP terbaca 17 angka"),
        (UNIT, IssueCode.BRK_12, "Baris Pengaturan › Unit › C5 ditahan: Nama belum diisi."),
        (PERIODE, IssueCode.BRK_13, "Baris Pengaturan › Periode › C5 ditahan: «besok»"),
        (PEJABAT, IssueCode.LTS_06, "Baris Pengaturan › Pejabat › C5 ditahan: Nama belum diisi."),
        (KEPALA_STATUS, IssueCode.BRS_06, "«Honorer» tidak ada dalam pilihan Status ASN."),
    ],
)
def test_what_hangs_on_a_withheld_row_blames_that_row(
    tmp_path: Path, change: Change, code: IssueCode, cause: str
) -> None:
    result = process(office_with(tmp_path, change), HERE)

    found = of_code(result, code)
    assert found
    for issue in found:
        message = render(issue)
        assert cause in message.sebab
        assert "bukan kesalahan unit" in message.perbaiki
        assert "BKPSDM membetulkan baris itu di Pengaturan.xlsx" in message.perbaiki
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN


def test_person_whom_no_withheld_row_explains_is_still_asked_of_the_unit(tmp_path: Path) -> None:
    other = cell_changed("Pegawai", ("NIP", PERAWAT), "NIP", "198001012006041001")

    result = process(office_with(tmp_path, other), HERE)

    found = of_code(result, IssueCode.BRS_06)
    assert found
    assert not any(map(blames_settings, found))


def test_people_of_a_withheld_unit_lead_to_the_row_of_the_unit(tmp_path: Path) -> None:
    settings = check_settings_file(office_with(tmp_path, UNIT).pengaturan).settings

    assert settings is not None
    people = [row for row in settings.held if row.sheet == "Pegawai"]
    assert len(people) == 3
    assert {row.cause for row in people} == {
        "Baris Pengaturan › Unit › C5 ditahan: Nama belum diisi."
    }


def test_unit_whose_row_is_withheld_is_still_expected(tmp_path: Path) -> None:
    silent = process(office_with(tmp_path / "a", UNIT, without="PKM.xlsx"), HERE)
    sent = process(office_with(tmp_path / "b", UNIT), HERE)

    assert [period.missing_units for period in silent.periods if period.period] == [("PKM",)]
    (period,) = (period for period in sent.periods if period.period)
    assert (period.missing_units, period.refused_units) == ((), ("PKM",))


def test_unit_is_not_sent_a_correction_for_what_it_cannot_mend() -> None:
    own = make_issue(IssueCode.BRS_06, Place("a.xlsx"), value="1", daftar="x", saran="")
    blaming = blame(own, HeldRow("Pegawai", "1", "", "PKM", "Baris itu ditahan."))

    assert not needs_correction([blaming])
    assert needs_correction([blaming, own])


def test_refusal_for_a_withheld_row_asks_nothing_of_the_unit(tmp_path: Path) -> None:
    office = office_with(tmp_path, UNIT)

    process(office, HERE)

    (path,) = office.output.rglob("ditolak/*.xlsx")
    texts = [str(cell.value) for row in load_workbook(path)["Perbaikan"] for cell in row]
    assert any("Baris Pengaturan › Unit › C5" in text for text in texts)
    assert any(text.startswith("Berkas ini tidak perlu dibetulkan") for text in texts)


def test_summary_begins_with_the_settings_and_speaks_to_the_agency(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office_with(tmp_path, UNIT)

    ended = run_guarded(group, ["proses", "--ruang", str(tmp_path), "--pekerja", "1"])

    said = capsys.readouterr().out
    assert ended == ExitCode.ADA_YANG_DITAHAN
    lines = said.splitlines()
    assert lines[0] == "Pengaturan.xlsx: 4 baris ditahan"
    assert lines[1] == "  Baris Pengaturan › Unit › C5 ditahan: Nama belum diisi."
    joined = " ".join(said.split())
    assert "Langkah berikutnya untuk BKPSDM: betulkan baris Pengaturan.xlsx yang disebut" in joined
    assert "kirim buku Perbaikan" not in joined


def test_recap_begins_with_the_settings(tmp_path: Path) -> None:
    office = office_with(tmp_path, STATUS)

    process(office, HERE)

    sheet = load_workbook(office.output / PERIOD.code / "rekap.xlsx")["Ringkasan"]
    texts = [str(row[0].value) for row in sheet.iter_rows() if row[0].value]
    told = next(n for n, text in enumerate(texts) if "Pengaturan.xlsx dahulu" in text)
    assert "«Honorer»" in texts[told]
    assert "unit sudah mengirim" in texts[told + 1]


def test_withheld_row_alone_ends_with_1(tmp_path: Path) -> None:
    def add(book: Workbook) -> None:
        page = book["Pejabat"]
        page.cell(6, heading_columns(page)["Kode"]).value = "SEKDA"

    result = process(office_with(tmp_path, add), HERE)

    assert {file.verdict.value for file in result.files} == {"diterima"}
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN


@pytest.mark.parametrize(
    ("change", "arguments"),
    [(UNIT, ["--periode", PERIOD.code, "--unit", "pkm"]), (PERIODE, ["--periode", PERIOD.code])],
)
def test_what_was_asked_for_by_name_leads_to_its_withheld_row(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Change,
    arguments: list[str],
) -> None:
    office_with(tmp_path, change)

    ended = run_guarded(group, ["templat", "--ruang", str(tmp_path), *arguments])

    assert ended == ExitCode.PENGATURAN_SALAH
    assert "belum dapat dipakai. Baris Pengaturan › " in capsys.readouterr().err
