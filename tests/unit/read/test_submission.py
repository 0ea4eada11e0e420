"""A workbook as a whole: its tabs, its form, its hidden mark, and what is refused for them."""

from __future__ import annotations

import pickle
import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from kinerja_xlsx.model.submission import CellFacts, RawLabel
from kinerja_xlsx.read import read_submission
from kinerja_xlsx.spec.book import CEK, ISIAN, META, PENGATURAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.versi import Migrasi
from tests.drawn import FIRST_ROW, DrawnBook, drawn_book, headings_of, sound_isian
from tests.unit.read.raw import (
    GOOD,
    NAMESPACES,
    bytes_of,
    codes_of,
    pack,
    raw_book,
    raw_parts,
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
                row[1].value = 1.1
            case "putaran":
                row[1].value = 2
            case "terbit":
                row[1].value = datetime(2026, 1, 1)  # noqa: DTZ001 - a cell has no zone

    meta = read(saved(workbook)).meta

    assert meta is not None
    assert (meta["versi"], meta["putaran"], meta["terbit"]) == ("1.1", "2", "2026-01-01")
    assert meta["sidik_roster"] == ""


def test_mark_that_became_a_moment_stays_a_day(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    cell = next(row[1] for row in workbook[META].iter_rows() if row[0].value == "terbit")
    cell.value = datetime(2026, 1, 1, 12)  # noqa: DTZ001 - a cell has no zone

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
    assert error.context == {"value": "Isian", "templat": "Pengaturan"}


def test_other_version_of_the_template_is_refused(isian: DrawnBook) -> None:
    assert isian.meta is not None
    isian.meta["versi"] = "0.9"

    error = refusal(bytes_of(isian), ISIAN)

    assert error.code is IssueCode.BRK_11
    assert error.context["value"] == "0.9"
    assert error.context["versi"] == ISIAN.version
    assert error.context["sebab"] == "Susunan kolomnya sudah berbeda."
    assert ISIAN.version in error.context["saran"]


def test_newer_version_asks_for_a_newer_program_and_not_for_another_file(
    isian: DrawnBook,
) -> None:
    assert isian.meta is not None
    isian.meta["versi"] = "9.0"

    error = refusal(bytes_of(isian), ISIAN)

    assert error.code is IssueCode.BRK_11
    assert "memasang program versi terbaru" in error.context["saran"]


def test_older_version_with_a_migration_is_read_and_told(isian: DrawnBook) -> None:
    assert isian.meta is not None
    isian.meta["versi"] = "1.0"

    submission = read(bytes_of(isian))

    (issue,) = (one for one in submission.issues if one.code is IssueCode.BRK_11)
    assert issue.severity is Severity.PERINGATAN
    assert dict(issue.context)["versi"] == ISIAN.version
    assert [sheet.key for sheet in submission.sheets] == [
        sheet.key for sheet in read(bytes_of(sound_isian(2))).sheets
    ]


def test_headings_of_an_older_version_are_read_as_those_of_today(isian: DrawnBook) -> None:
    judul = (("Hasil Kerja", "Capaian Nyata", "Realisasi"),)
    older = Migrasi("0.9", "memakai judul lama", judul=judul)
    book = replace(ISIAN, migrations=(older,))
    assert isian.meta is not None
    isian.meta["versi"] = "0.9"
    headings = tuple(
        "Capaian Nyata" if heading == "Realisasi" else heading
        for heading in (CEK, *headings_of(HasilKerjaRow))
    )
    isian.headings["Hasil Kerja"] = headings
    isian.sheets["Hasil Kerja"] = [
        {("Capaian Nyata" if key == "Realisasi" else key): value for key, value in row.items()}
        for row in isian.sheets["Hasil Kerja"]
    ]

    submission = read_submission(snapshot_of(bytes_of(isian)), book)

    sheet = next(one for one in submission.sheets if one.key == "Hasil Kerja")
    assert "realisasi" in {column.field for column in sheet.columns}
    assert not any(one.code is IssueCode.LBR_06 for one in submission.issues)


def test_workbook_of_something_else_is_refused_with_its_sheets() -> None:
    error = refusal(raw_book(GOOD), ISIAN)

    assert error.code is IssueCode.BRK_09
    assert error.context == {"sebab": "Lembar yang ada: «Data».", "templat": "Isian"}


def test_workbook_without_any_sheet_is_refused() -> None:
    parts = raw_parts("")
    parts["xl/workbook.xml"] = f"<workbook {NAMESPACES}><sheets/></workbook>"

    error = refusal(pack(parts), ISIAN)

    assert error.code is IssueCode.BRK_09
    assert error.context["sebab"] == "Buku kerja ini tidak mempunyai lembar."


def test_many_foreign_sheets_are_not_all_named() -> None:
    book = sound_isian()
    book.meta = None
    workbook = book.workbook()
    for number, sheet in enumerate(workbook.worksheets):
        sheet.title = f"L{number}"

    error = refusal(saved(workbook), ISIAN)

    assert error.context["sebab"] == "Lembar yang ada: «L0», «L1», «L2» dan 2 lembar lain."


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
                | W      | @2026-03-01 | \\=1+1 | #199001012015031001 |
            """
        },
    )

    submission = read(path.read_bytes())

    (sheet,) = submission.sheets
    assert sheet.header_row == 2
    assert sheet.rows[0].values == ("KADIS", "Budi", None, 12.5)
    assert sheet.rows[1].values == ("W", date(2026, 3, 1), "=1+1", 1.99001012015031e17)
