"""Older versions of a template are read as the one in force, by what is declared about them."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.submission import CellValue, Submission, Unplaced
from kinerja_xlsx.read import read_submission
from kinerja_xlsx.spec.book import BOOKS, BookSpec
from kinerja_xlsx.spec.row import columns_of
from tests.drawn import FIRST_ROW, DrawnBook, sound_isian
from tests.templat_lama import BOOK, drawn_lama, workbook_lama
from tests.unit.read.raw import bytes_of, read, saved, snapshot_of


def read_lama(book: DrawnBook, spec: BookSpec = BOOK) -> Submission:
    return read_submission(snapshot_of(saved(workbook_lama(book))), spec)


def column(submission: Submission, sheet: str, field: str) -> list[CellValue]:
    raw = next(one for one in submission.sheets if one.key == sheet)
    at = [one.field for one in raw.columns].index(field)
    return [row.values[at] for row in raw.rows]


def test_older_version_reads_as_the_same_content_in_the_version_in_force() -> None:
    lama, today = read_lama(drawn_lama()), read(bytes_of(sound_isian()))

    for sheet, field in (
        ("Pegawai", "nip"),
        ("Hasil Kerja", "realisasi"),
        ("Hasil Kerja", "arah"),
    ):
        assert column(lama, sheet, field) == column(today, sheet, field)
    assert lama.migrated == len(column(today, "Hasil Kerja", "arah"))
    assert today.migrated == 0


def test_one_warning_says_what_differs_and_nothing_repeats_it() -> None:
    issues = read_lama(drawn_lama()).issues

    assert [(one.code, one.severity) for one in issues] == [
        (IssueCode.BRK_11, Severity.PERINGATAN),
        (IssueCode.LBR_07, Severity.CATATAN),
    ]
    assert issues[1].place.heading == "Umpan Balik"


def test_column_that_is_not_read_any_more_is_kept() -> None:
    submission = read_lama(drawn_lama())

    (sheet,) = [one for one in submission.sheets if one.key == "Hasil Kerja"]
    assert [one.heading for one in sheet.extra] == ["Kode Kegiatan"]
    assert sheet.rows[0].extra == ("1.02.01",)


def test_value_of_another_column_or_another_kind_keeps_its_name() -> None:
    book = drawn_lama()
    first, second, *_ = book.sheets["Hasil Kerja"]
    first["Indikator"], first["Arah"], second["Arah"] = "Maksimalkan", " maksimalkan ", "Naik"

    submission = read_lama(book)

    assert column(submission, "Hasil Kerja", "indikator")[0] == "Maksimalkan"
    assert column(submission, "Hasil Kerja", "arah")[:2] == ["Naik", "Naik"]
    assert submission.migrated == len(book.sheets["Hasil Kerja"]) - 1


def test_same_names_mean_nothing_in_the_version_in_force() -> None:
    book = drawn_lama()
    assert book.meta is not None
    book.meta["versi"] = BOOK.version

    submission = read_lama(book)

    assert column(submission, "Hasil Kerja", "arah")[0] == "Maksimalkan"
    codes = {one.code for one in submission.issues}
    assert {IssueCode.LBR_02, IssueCode.LBR_07, IssueCode.LBR_09} <= codes


def test_sheet_of_today_beats_one_under_its_old_name() -> None:
    workbook = drawn_lama().workbook()
    workbook.create_sheet("Daftar Pegawai")["A1"] = "catatan"

    submission = read_submission(snapshot_of(saved(workbook)), BOOK)

    assert "Pegawai" in {one.name for one in submission.sheets}
    assert IssueCode.LBR_16 in {one.code for one in submission.issues}


def test_values_beside_unknown_labels_are_kept_apart() -> None:
    book = sound_isian()
    row = FIRST_ROW + len(book.labels)
    book.labels["Surel"] = "unit@contoh.invalid"
    book.labels["Telepon"] = None

    submission = read(bytes_of(book))

    assert submission.unplaced == (Unplaced("Identitas", row, "Surel", "unit@contoh.invalid"),)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.template)
def test_declared_versions_speak_of_sheets_and_columns_that_are_there(book: BookSpec) -> None:
    columns = {
        (model.sheet, spec.heading): spec for model in book.readable for spec in columns_of(model)
    }
    sheets = {book.form.sheet, *(model.sheet for model in book.readable)}
    for one in book.migrations:
        assert {now for _, now in one.lembar} <= sheets
        assert {(sheet, now) for sheet, _, now in one.judul} <= columns.keys()
        assert {(sheet, heading) for sheet, heading, *_ in one.isi} <= columns.keys()
        assert not any(columns[key].required for key in one.kolom_baru)


@pytest.mark.parametrize("version", ["", None])
def test_emptied_version_is_told_and_read_as_the_one_in_force(version: str | None) -> None:
    book = sound_isian()
    assert book.meta is not None
    if version is None:
        del book.meta["versi"]
    else:
        book.meta["versi"] = version

    submission = read(bytes_of(book))

    (issue,) = submission.issues
    assert (issue.code, issue.severity) == (IssueCode.BRK_17, Severity.PERINGATAN)
    assert "penanda versinya kosong" in dict(issue.context)["rincian"]
    assert column(submission, "Pegawai", "nip") == column(
        read(bytes_of(sound_isian())), "Pegawai", "nip"
    )


# -- protection


def issued() -> DrawnBook:
    book = sound_isian()
    assert book.meta is not None
    book.meta["sidik_roster"] = "a1b2c3:--"
    return book


@pytest.mark.parametrize("kept", [(), ("Pegawai",), ("Pegawai", "Penilaian")])
def test_lost_protection_is_one_notice_for_the_file(kept: tuple[str, ...]) -> None:
    workbook = issued().workbook()
    for name in kept:
        workbook[name].protection.sheet = True

    issues = read(saved(workbook)).issues

    lost = ", ".join(name for name in ("Pegawai", "Penilaian") if name not in kept)
    assert [(one.code, one.severity) for one in issues] == (
        [(IssueCode.BRK_17, Severity.CATATAN)] if lost else []
    )
    assert [dict(one.context)["lembar"] for one in issues] == ([lost] if lost else [])


def test_template_that_was_not_issued_need_not_be_protected() -> None:
    assert read(bytes_of(sound_isian())).issues == ()


def test_lost_status_column_and_protection_are_one_message() -> None:
    workbook = issued().workbook()
    workbook["Pegawai"].delete_cols(1)

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, issue.severity) == (IssueCode.BRK_17, Severity.PERINGATAN)
