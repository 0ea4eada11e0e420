"""A workbook as a whole: its tabs, its form, its hidden mark, and what is refused for them."""

from __future__ import annotations

import pickle
import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.submission import CellFacts, RawLabel
from kinerja_xlsx.spec.book import ISIAN, META, PENGATURAN
from tests.drawn import FIRST_ROW, DrawnBook, drawn_book, sound_isian
from tests.unit.read.raw import (
    GOOD,
    bytes_of,
    codes_of,
    raw_book,
    read,
    refusal,
    saved,
    snapshot_of,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_sound_isian_is_read_without_a_word(isian: DrawnBook) -> None:
    data = bytes_of(isian)

    submission = read(data)

    assert submission.issues == ()
    assert [sheet.key for sheet in submission.sheets] == [
        "Pegawai",
        "Pejabat",
        "Hasil Kerja",
        "Penilaian",
    ]
    assert submission.meta is not None
    assert submission.meta["kode_unit"] == "DINKES"
    assert (submission.sha256, submission.size) == (snapshot_of(data).sha256, len(data))


def test_submission_crosses_to_another_process(isian: DrawnBook) -> None:
    isian.sheets["Hasil Kerja"][0]["Realisasi"] = "!#N/A"

    submission = read(bytes_of(isian))

    assert pickle.loads(pickle.dumps(submission)) == submission  # noqa: S301 - our own bytes


def test_labels_are_found_in_any_row_and_spelling(isian: DrawnBook) -> None:
    isian.labels = {"Catatan": "x", "PERIODE :": "2026-TW1", " kode unit": "DINKES", "": "y"}

    submission = read(bytes_of(isian))

    assert submission.labels == (
        RawLabel("periode", "Identitas", FIRST_ROW + 1, 2, "2026-TW1"),
        RawLabel("kode_unit", "Identitas", FIRST_ROW + 2, 2, "DINKES"),
    )


def test_label_that_holds_its_value_is_not_guessed_at(isian: DrawnBook) -> None:
    isian.labels = {"Kode Unit: DINKES": None}

    assert read(bytes_of(isian)).labels == ()


def test_label_without_value_is_there_and_empty(isian: DrawnBook) -> None:
    isian.labels = {"Kode Unit": None, "Tanggal Pengesahan": date(2026, 4, 6), "Tempat": "=A1"}

    labels = read(bytes_of(isian)).labels

    assert [label.value for label in labels] == [None, date(2026, 4, 6), None]
    assert labels[2].facts == CellFacts(formula=True, uncached=True)


def test_first_of_two_equal_labels_counts(isian: DrawnBook) -> None:
    isian.labels = {"Kode Unit": "DINKES", "KODE UNIT": "DINDIK"}

    assert [label.value for label in read(bytes_of(isian)).labels] == ["DINKES"]


def test_marks_stay_text_after_a_program_made_numbers_of_them(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    for row in workbook[META].iter_rows():
        match row[0].value:
            case "versi":
                row[1].value = 1
            case "putaran":
                row[1].value = 2
            case "terbit":
                row[1].value = datetime(2026, 1, 1)  # noqa: DTZ001 - a cell has no zone

    meta = read(saved(workbook)).meta

    assert meta is not None
    assert (meta["versi"], meta["putaran"], meta["terbit"]) == ("1.0", "2", "2026-01-01")
    assert meta["sidik_roster"] == ""


def test_marks_that_are_dates_without_time_stay_dates(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    sheet = workbook[META]
    cell = next(row[1] for row in sheet.iter_rows() if row[0].value == "terbit")
    cell.value, cell.number_format = date(2026, 1, 1), "yyyy-mm-dd"

    meta = read(saved(workbook)).meta

    assert meta is not None
    assert meta["terbit"] == "2026-01-01"


def test_isian_without_mark_is_read(isian: DrawnBook) -> None:
    isian.meta = None

    submission = read(bytes_of(isian))

    assert submission.meta is None
    assert submission.issues == ()


def test_workbook_of_another_template_is_refused(isian: DrawnBook) -> None:
    error = refusal(bytes_of(isian), PENGATURAN)

    assert error.code is IssueCode.BRK_10
    assert error.context == {"value": "isian", "templat": "pengaturan"}


def test_other_version_of_the_template_is_refused(isian: DrawnBook) -> None:
    assert isian.meta is not None
    isian.meta["versi"] = "0.9"

    error = refusal(bytes_of(isian), ISIAN)

    assert error.code is IssueCode.BRK_11
    assert error.context == {"value": "0.9", "versi": "1.0"}


def test_workbook_of_something_else_is_refused_with_its_sheets() -> None:
    error = refusal(raw_book(GOOD), ISIAN)

    assert error.code is IssueCode.BRK_09
    assert error.context == {"sebab": "Lembar yang ada: «Data».", "templat": "isian"}


def test_many_foreign_sheets_are_not_all_named() -> None:
    book = sound_isian()
    book.meta = None
    workbook = book.workbook()
    for number, sheet in enumerate(workbook.worksheets):
        sheet.title = f"L{number}"

    error = refusal(saved(workbook), ISIAN)

    assert error.context["sebab"] == "Lembar yang ada: «L0», «L1», «L2» dan 2 lembar lain."


@pytest.mark.parametrize("name", [" pegawai ", "PEGAWAI", "Hasil  Kerja", "hasil kerja"])
def test_sheet_names_are_read_whatever_their_case(isian: DrawnBook, name: str) -> None:
    key = next(key for key in isian.sheets if key.casefold() == " ".join(name.casefold().split()))
    workbook = isian.workbook()
    workbook[key].title = "sementara"
    workbook["sementara"].title = name

    submission = read(saved(workbook))

    assert submission.issues == ()
    assert (key, name) in [(sheet.key, sheet.name) for sheet in submission.sheets]


@pytest.mark.parametrize(
    ("renamed", "saran"),
    [
        ("Pegawaii", "Lembar yang mirip: «Pegawaii»."),
        ("Pegawai (2)", "Lembar yang mirip: «Pegawai (2)»."),
        ("Jan 2026", ""),
    ],
)
def test_missing_sheet_is_an_error_with_the_nearest_name(
    isian: DrawnBook, renamed: str, saran: str
) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].title = renamed

    missing, other = read(saved(workbook)).issues

    assert (missing.code, missing.place) == (IssueCode.LBR_01, Place("isian.xlsx", "Pegawai"))
    assert dict(missing.context) == {"saran": saran}
    assert (other.code, other.place.sheet) == (IssueCode.LBR_16, renamed)


def test_missing_form_is_an_error(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    del workbook["Identitas"]

    submission = read(saved(workbook))

    assert [(issue.code, issue.place.sheet) for issue in submission.issues] == [
        (IssueCode.LBR_01, "Identitas")
    ]
    assert submission.labels == ()


def test_missing_optional_sheet_is_fine(isian: DrawnBook) -> None:
    del isian.sheets["Pejabat"]

    assert read(bytes_of(isian)).issues == ()


@pytest.mark.parametrize(
    "copy", ["Pegawai (2)", "Copy of Pegawai", "Salinan Pegawai", "pegawai_2"]
)
def test_copy_beside_its_sheet_is_an_error(isian: DrawnBook, copy: str) -> None:
    workbook = isian.workbook()
    workbook.copy_worksheet(workbook["Pegawai"]).title = copy

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, issue.place.sheet) == (IssueCode.LBR_03, "Pegawai")
    assert dict(issue.context) == {"lain": copy}


def test_two_tabs_of_one_name_are_an_error(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook.create_sheet("Pegawai ")

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, dict(issue.context)) == (IssueCode.LBR_03, {"lain": "Pegawai "})


def test_other_sheets_are_told_and_ours_are_not(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    for name in ("Petunjuk", "Referensi", "Ringkasan", "Sheet2"):
        workbook.create_sheet(name)
    workbook.create_sheet("lama").sheet_state = "veryHidden"

    submission = read(saved(workbook))

    assert [(issue.code, issue.place.sheet) for issue in submission.issues] == [
        (IssueCode.LBR_16, "Sheet2"),
        (IssueCode.LBR_16, "lama"),
    ]


def test_hidden_data_sheet_is_still_read(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Penilaian"].sheet_state = "hidden"

    assert len(read(saved(workbook)).sheets) == 4


def test_macros_links_and_the_other_date_system_are_told(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - an epoch has no zone
    buffer = BytesIO(saved(workbook))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
        archive.writestr("xl/externalLinks/externalLink1.xml", "<a/>")

    submission = read(buffer.getvalue())

    assert codes_of(submission) == [IssueCode.BRK_14, IssueCode.BRK_15, IssueCode.SEL_20]
    assert {issue.place for issue in submission.issues} == {Place("isian.xlsx")}
    assert {issue.severity for issue in submission.issues} == {Severity.PERINGATAN}


def test_drawn_table_is_read_where_it_was_drawn(tmp_path: Path) -> None:
    path = drawn_book(
        tmp_path / "a.xlsx",
        {
            "Pejabat": """
                | Daftar |      |         |                     |
                | Kode   | Nama | Jabatan | Unit Kerja/Instansi |
                | KADIS  | Budi | ~       | #12.5               |
            """
        },
    )

    submission = read(path.read_bytes())

    (sheet,) = submission.sheets
    assert sheet.header_row == 2
    assert sheet.rows[0].values == ("KADIS", "Budi", None, 12.5)
