"""`templat --pindah` at its edges: odd cells, notes, and what has no place in the template."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import RawSheet, Submission
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run.pindah import Pindahan, content_of, move_files
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from kinerja_xlsx.spec.book import CEK, ISIAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.drawn import FIRST_ROW, HEADER_ROW, DrawnBook, headings_of, sound_isian
from tests.flow.alur import heading_columns, open_office

HEADINGS = headings_of(HasilKerjaRow)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "ruang")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lama.xlsx"


def older() -> DrawnBook:
    book = sound_isian(2)
    assert book.meta is not None
    book.meta["versi"] = "1.0"
    return book


def read(path: Path) -> Submission:
    return read_submission(take_snapshot(path, path.name), ISIAN)


def move(workspace: Workspace, path: Path) -> Pindahan:
    (moved,) = move_files(workspace, [path])
    return moved


def read_moved(workspace: Workspace, moved: Pindahan) -> Submission:
    assert moved.path is not None, moved.issues
    return read(workspace.root / moved.path)


def hasil_kerja(submission: Submission) -> RawSheet:
    return next(one for one in submission.sheets if one.key == HasilKerjaRow.sheet)


def test_indicator_number_that_became_a_date_stays_one(workspace: Workspace, path: Path) -> None:
    book = older()
    book.sheets["Hasil Kerja"][0]["No Indikator"] = date(2026, 1, 1)
    book.save(path)

    after = read_moved(workspace, move(workspace, path))

    assert content_of(after) == content_of(read(path))


def test_row_of_nothing_but_errors_leaves_what_stands_beside_it(
    workspace: Workspace, path: Path
) -> None:
    book = older()
    book.headings["Hasil Kerja"] = (CEK, *HEADINGS, "Catatan Bidang")
    book.sheets["Hasil Kerja"].append({"Realisasi": "!#N/A", "Catatan Bidang": "milik unit"})
    book.save(path)

    moved = move(workspace, path)

    assert moved.without_value == 1
    sheet = hasil_kerja(read_moved(workspace, moved))
    assert [value for _, _, value in sheet.loose] == ["milik unit"]


def test_new_column_does_not_stand_where_a_note_does(workspace: Workspace, path: Path) -> None:
    book = older()
    kept = tuple(heading for heading in HEADINGS if heading != "Umpan Balik")
    book.headings["Hasil Kerja"] = (CEK, *kept)
    workbook = book.workbook()
    workbook["Hasil Kerja"].cell(6, len(kept) + 2).value = "catatan di tepi"
    workbook.save(path)

    moved = move(workspace, path)

    assert moved.added == ("Hasil Kerja: Umpan Balik",)
    sheet = hasil_kerja(read_moved(workspace, moved))
    assert [value for _, _, value in sheet.loose] == ["catatan di tepi"]


def test_what_has_no_place_is_named(workspace: Workspace, path: Path) -> None:
    book = older()
    book.labels["Surel"] = "unit@contoh.invalid"
    workbook = book.workbook()
    workbook.create_sheet("Hitungan")["A1"] = 7
    workbook.copy_worksheet(workbook["Pegawai"]).title = "Pegawai (2)"
    workbook.save(path)

    moved = move(workspace, path)

    assert moved.unplaced == (
        "lembar «Pegawai (2)»",
        "lembar «Hitungan»",
        "«Surel» di lembar Identitas baris 18",
    )


def test_sheet_that_cannot_be_read_is_not_left_behind_in_silence(
    workspace: Workspace, path: Path
) -> None:
    workbook = older().workbook()
    workbook["Penilaian"].delete_rows(1, 4)
    workbook.save(path)

    moved = move(workspace, path)

    assert moved.path is None
    assert [issue.code for issue in moved.issues] == [IssueCode.LBR_05]
    assert not list(workspace.output.rglob("*.xlsx"))


def test_words_of_the_office_for_columns_are_known(tmp_path: Path, path: Path) -> None:
    workspace = open_office(tmp_path / "kantor", ("DINKES",))
    settings = load_workbook(workspace.pengaturan)
    columns = heading_columns(settings["Alias"])
    for heading, value in (("Kolom", "Realisasi"), ("Sebutan Lain", "Capaian Riil")):
        settings["Alias"].cell(FIRST_ROW, columns[heading], value)
    settings.save(workspace.pengaturan)
    workbook = older().workbook()
    sheet = workbook["Hasil Kerja"]
    sheet.cell(HEADER_ROW, heading_columns(sheet)["Realisasi"]).value = "Capaian Riil"
    workbook.save(path)

    moved = move(workspace, path)

    assert (moved.added, moved.kept) == ((), ())
    columns_now = hasil_kerja(read_moved(workspace, moved)).columns
    assert "Realisasi" in {column.heading for column in columns_now}
