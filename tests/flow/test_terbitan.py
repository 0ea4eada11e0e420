"""Issued templates: the list of them, what comes back changed, and older versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.templat_skp import make_skp_templates
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.terbitan import ROSTER_FIELDS
from tests.drawn import CellInput
from tests.flow.alur import (
    HERE,
    PERIOD,
    heading_columns,
    open_office,
    send,
)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return open_office(tmp_path)


def listed(office: Workspace, name: str = "terbitan.json", period: str = PERIOD.code) -> dict:  # type: ignore[type-arg]  # a JSON document
    path = office.output / period / "templat" / name
    found: dict = json.loads(path.read_text(encoding="utf-8"))  # type: ignore[type-arg]  # as above
    return found


def told(result: RunResult, code: IssueCode = IssueCode.BRK_17) -> list[Issue]:
    return [issue for issue in result.issues if issue.code is code]


def set_cell(path: Path, sheet: str, at: tuple[int, str], value: CellInput) -> None:
    book = load_workbook(path)
    row, heading = at
    book[sheet].cell(row, heading_columns(book[sheet])[heading]).value = value
    book.save(path)


def set_mark(path: Path, key: str, value: str) -> None:
    book = load_workbook(path)
    for row in book["_meta"].iter_rows():
        if row[0].value == key:
            row[1].value = value
    book.save(path)


# -- the list


def test_issued_templates_are_listed_by_hash_without_names_or_nip(office: Workspace) -> None:
    (made,) = make_templates(office, PERIOD)

    document = listed(office)

    (one,) = document["terbitan"]
    assert (one["unit"], one["berkas"], one["penugasan"]) == ("PKM", made.path, 3)
    assert one["sha256"] == made.sha256
    assert one["sidik"] == [made.sidik]
    text = json.dumps(document)
    assert "19900101" not in text
    assert "Contoh" not in text


def test_list_has_the_same_bytes_each_time_and_keeps_what_was_issued_before(
    office: Workspace,
) -> None:
    make_templates(office, PERIOD)
    path = office.output / PERIOD.code / "templat" / "terbitan.json"
    first = path.read_bytes()
    make_templates(office, PERIOD)
    again = path.read_bytes()
    set_cell(office.pengaturan, "Pegawai", (5, "Jabatan"), "Kepala Puskesmas Rawat Inap")

    make_templates(office, PERIOD)

    assert again == first
    (one,) = listed(office)["terbitan"]
    assert len(one["sidik"]) == 2


def test_templates_of_the_plan_have_a_list_of_their_own(office: Workspace) -> None:
    make_skp_templates(office, Period.parse("2026"))

    document = listed(office, "terbitan_skp.json", "2026")

    assert (document["templat"], [one["unit"] for one in document["terbitan"]]) == ("skp", ["PKM"])


def test_damaged_list_is_begun_anew(office: Workspace) -> None:
    make_templates(office, PERIOD)
    path = office.output / PERIOD.code / "templat" / "terbitan.json"
    path.write_text("[1, 2", encoding="utf-8")

    make_templates(office, PERIOD)

    assert [one["unit"] for one in listed(office)["terbitan"]] == ["PKM"]


# -- what comes back


def test_untouched_template_raises_nothing(office: Workspace) -> None:
    send(office)

    assert told(process(office, HERE)) == []


def test_changed_cell_of_the_roster_is_named_and_still_used(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "Jabatan"), "Perawat Penyelia")

    result = process(office, HERE)

    (issue,) = told(result)
    assert issue.severity is Severity.PERINGATAN
    assert issue.place.sheet == "Pegawai"
    assert (
        "baris 6 kolom Jabatan «Perawat Penyelia», semula «Perawat Ahli Muda»"
        in dict(issue.context)["rincian"]
    )
    assert "Perawat Penyelia" in {line.jabatan for line in result.periods[0].employees}
    assert result.exit_code is ExitCode.SELESAI


def test_cell_that_was_issued_blank_is_the_units_to_fill(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "Unit Kerja"), "Ruang Rawat Jalan")

    assert told(process(office, HERE)) == []


def test_a_name_is_left_to_the_settings(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "Nama"), "Nama Lain")

    result = process(office, HERE)

    assert told(result) == []
    assert told(result, IssueCode.BRS_09) != []


def test_without_settings_removed_and_added_rows_are_counted(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "NIP"), "199107072015031009")
    office.pengaturan.unlink()

    (issue,) = told(process(office, HERE))

    rincian = dict(issue.context)["rincian"]
    assert "1 baris ditambahkan" in rincian
    assert "1 baris dihapus" in rincian


def test_stamp_of_another_unit_is_told(office: Workspace) -> None:
    path = send(office)
    set_mark(path, "sidik_roster", f"abcdef:{'--' * len(ROSTER_FIELDS)}")

    (issue,) = told(process(office, HERE))

    assert "bukan dari templat yang diterbitkan" in dict(issue.context)["rincian"]


def test_emptied_stamp_is_told_where_it_is_known_what_was_issued(office: Workspace) -> None:
    path = send(office)
    set_mark(path, "sidik_roster", "")
    set_mark(path, "sidik_rencana", "")

    (issue,) = told(process(office, HERE))

    assert "sudah kosong" in dict(issue.context)["rincian"]
    (office.output / PERIOD.code / "templat" / "terbitan.json").unlink()
    assert told(process(office, HERE)) == []


def test_damaged_stamp_is_told_once(office: Workspace) -> None:
    path = send(office)
    set_mark(path, "sidik_roster", "abc")
    set_mark(path, "sidik_rencana", "abc")
    (office.output / PERIOD.code / "templat" / "terbitan.json").unlink()

    (issue,) = told(process(office, HERE))

    assert "tidak utuh lagi" in dict(issue.context)["rincian"]


def test_stamp_of_version_1_0_says_nothing_to_compare_with(office: Workspace) -> None:
    path = send(office)
    for key in ("sidik_roster", "sidik_rencana"):
        set_mark(path, key, "0123456789abcdef" * 4)
    set_mark(path, "versi", "1.0")

    assert told(process(office, HERE)) == []


def test_emptied_cell_is_told_with_what_it_held(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "Golongan"), "")

    (issue,) = told(process(office, HERE))

    assert "Golongan dikosongkan, semula «III/c»" in dict(issue.context)["rincian"]


def test_what_the_office_has_changed_alike_is_no_change(office: Workspace) -> None:
    path = send(office)
    for book in (path, office.pengaturan):
        row = 6
        set_cell(book, "Pegawai", (row, "Jabatan"), "Perawat Ahli Madya")

    assert told(process(office, HERE)) == []


def test_nip_typed_with_spaces_is_the_same_row(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "NIP"), " 19900101 201503 1 001")
    office.pengaturan.unlink()

    assert told(process(office, HERE)) == []


def test_numeric_nip_is_told_as_such_and_not_as_rows_come_and_gone(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "NIP"), 199001012015031001)
    office.pengaturan.unlink()

    result = process(office, HERE)

    assert told(result) == []
    assert told(result, IssueCode.SEL_12) != []


def test_lost_protection_is_one_notice_and_costs_nothing(office: Workspace) -> None:
    path = send(office)
    book = load_workbook(path)
    for sheet in book:
        sheet.protection.sheet = False
    book.save(path)

    result = process(office, HERE)

    (issue,) = told(result)
    assert issue.severity is Severity.CATATAN
    assert result.exit_code is ExitCode.SELESAI


def test_correction_keeps_the_stamp_of_its_template(office: Workspace) -> None:
    path = send(office)
    set_cell(path, "Pegawai", (6, "Jabatan"), "Perawat Penyelia")
    process(office, HERE)
    (correction,) = office.output.rglob("Perbaikan_*.xlsx")
    (office.input / "perbaikan.xlsx").write_bytes(correction.read_bytes())

    result = process(office, HERE)

    (issue,) = told(result)
    assert issue.place.file == "perbaikan.xlsx"


# -- older versions


def test_older_version_is_read_with_a_warning(office: Workspace) -> None:
    path = send(office)
    set_mark(path, "versi", "1.0")

    result = process(office, HERE)

    (issue,) = told(result, IssueCode.BRK_11)
    assert issue.severity is Severity.PERINGATAN
    assert result.exit_code is ExitCode.SELESAI
    assert {line.status for line in result.periods[0].employees} == {PenugasanStatus.DINILAI}


def test_newer_version_is_refused_without_asking_the_unit_for_anything(office: Workspace) -> None:
    path = send(office)
    set_mark(path, "versi", "7.0")

    result = process(office, HERE)

    (issue,) = told(result, IssueCode.BRK_11)
    assert issue.severity is Severity.GALAT
    assert "Berkas ini sudah benar" in dict(issue.context)["saran"]
