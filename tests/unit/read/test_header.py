"""Headings are found by their text, wherever they stand, and every difference is told."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.spec.book import CEK
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from tests.drawn import FIRST_ROW, HEADER_ROW, DrawnBook, column_of, headings_of
from tests.unit.read.raw import bytes_of, read, saved

PEGAWAI = headings_of(PegawaiRow)
HASIL_KERJA = "Hasil Kerja"


def found(book: DrawnBook, *codes: IssueCode) -> list[Issue]:
    """List the issues of the given codes; all of them when none is given."""
    issues = read(bytes_of(book)).issues
    return [issue for issue in issues if not codes or issue.code in codes]


def headed(book: DrawnBook, *headings: str, sheet: str = "Pegawai") -> DrawnBook:
    """Give a sheet other headings; its rows keep the values of the headings that remain."""
    book.headings[sheet] = headings
    book.sheets[sheet] = [
        {heading: value for heading, value in row.items() if heading in headings}
        for row in book.sheets[sheet]
    ]
    return book


def replaced(old: str, new: str) -> tuple[str, ...]:
    return tuple(new if heading == old else heading for heading in (CEK, *PEGAWAI))


def renamed(book: DrawnBook, old: str, new: str) -> DrawnBook:
    """Write another heading over a column of `Pegawai`, keeping its values."""
    for row in book.sheets["Pegawai"]:
        row[new] = row.pop(old, None)
    book.headings["Pegawai"] = replaced(old, new)
    return book


def test_sound_headings_raise_nothing(isian: DrawnBook) -> None:
    assert found(isian) == []


def test_status_column_is_neither_read_nor_extra(isian: DrawnBook) -> None:
    sheet = read(bytes_of(isian)).sheets[0]

    assert sheet.header_row == HEADER_ROW
    assert sheet.columns[0].column == 2
    assert sheet.extra == ()


def test_headings_are_found_below_titles_and_in_any_order(isian: DrawnBook) -> None:
    workbook = headed(isian, CEK, *reversed(PEGAWAI)).workbook()
    workbook["Pegawai"].insert_rows(1, 20)

    submission = read(saved(workbook))

    order, moved = submission.issues
    where = Place("isian.xlsx", "Pegawai", HEADER_ROW + 20)
    assert submission.sheets[0].columns[-1].field == "nip"
    assert (order.code, order.place) == (IssueCode.LBR_11, where)
    assert (moved.code, moved.place) == (IssueCode.LBR_04, where)
    assert dict(moved.context) == {"baris": "24", "semula": "4"}


@pytest.mark.parametrize("row", [1, 30])
def test_headings_within_reach_are_found(isian: DrawnBook, row: int) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].move_range("A4:P9", rows=row - HEADER_ROW)

    sheet = read(saved(workbook)).sheets[0]

    assert (sheet.key, sheet.header_row) == ("Pegawai", row)


def test_headings_beyond_reach_are_not_found_and_the_sheet_is_left(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].insert_rows(1, 30)

    submission = read(saved(workbook))

    assert "Pegawai" not in [sheet.key for sheet in submission.sheets]
    (issue,) = [issue for issue in submission.issues if issue.place.sheet == "Pegawai"]
    assert issue.code is IssueCode.LBR_05
    assert dict(issue.context) == {"baris": "30", "contoh": "NIP"}


@pytest.mark.parametrize(
    "written",
    [
        "STATUS ASN",
        "  Status ASN ",
        "Status\nASN",
        "status_asn",
        "Status\u00a0ASN *",
        "Status ASN.",
    ],
)
def test_spellings_of_a_heading_are_read_and_noted(isian: DrawnBook, written: str) -> None:
    (issue,) = found(renamed(isian, "Status ASN", written))

    assert issue.code is IssueCode.LBR_10
    assert issue.value == written
    assert issue.place.heading == "Status ASN"
    assert issue.place.cell == "D4"


def test_alias_is_read_and_noted(isian: DrawnBook) -> None:
    (issue,) = found(renamed(isian, "Nama", "Nama Lengkap"))

    assert (issue.code, issue.value) == (IssueCode.LBR_10, "Nama Lengkap")


def test_own_heading_beats_an_alias_which_is_then_unknown(isian: DrawnBook) -> None:
    isian.headings["Pegawai"] = (CEK, "NIP Baru", *PEGAWAI)
    for row in isian.sheets["Pegawai"]:
        row["NIP Baru"] = "-"

    submission = read(bytes_of(isian))

    (issue,) = submission.issues
    assert (issue.code, issue.value) == (IssueCode.LBR_09, "NIP Baru")
    assert issue.place == Place("isian.xlsx", "Pegawai", HEADER_ROW, 2)
    assert [column.heading for column in submission.sheets[0].extra] == ["NIP Baru"]
    assert submission.sheets[0].rows[0].extra == ("-",)


def test_heading_written_twice_is_an_error_when_both_hold_values(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    sheet = workbook["Pegawai"]
    last = len(PEGAWAI) + 2
    sheet.cell(HEADER_ROW, last, "nip")
    sheet.cell(FIRST_ROW, last, "198507172010011002")

    (issue,) = read(saved(workbook)).issues

    assert issue.code is IssueCode.LBR_08
    assert dict(issue.context) == {"huruf_a": "B", "huruf_b": "P"}
    assert issue.place.heading == "NIP"


@pytest.mark.parametrize("empty", [2, len(PEGAWAI) + 2])
def test_heading_written_twice_is_harmless_when_one_column_is_empty(
    isian: DrawnBook, empty: int
) -> None:
    workbook = isian.workbook()
    sheet = workbook["Pegawai"]
    last = len(PEGAWAI) + 2
    for row in range(HEADER_ROW, FIRST_ROW + 2):
        sheet.cell(row, last, sheet.cell(row, 2).value)
    for row in range(FIRST_ROW, FIRST_ROW + 2):
        sheet.cell(row, empty).value = " "

    submission = read(saved(workbook))

    columns = {column.field: column.column for column in submission.sheets[0].columns}
    assert columns["nip"] == ({2, last} - {empty}).pop()
    assert [issue.code for issue in submission.issues if issue.code is not IssueCode.LBR_11] == []


def test_unknown_heading_is_told_even_without_values(isian: DrawnBook) -> None:
    (issue,) = found(headed(isian, CEK, *PEGAWAI, "Keterangan"))

    assert (issue.code, issue.value) == (IssueCode.LBR_09, "Keterangan")
    assert issue.place.cell == "P4"


def test_missing_required_heading_is_an_error_with_the_nearest(isian: DrawnBook) -> None:
    (missing,) = found(renamed(isian, "Penilai", "Penillai"))

    assert missing.code is IssueCode.LBR_06
    assert dict(missing.context) == {"saran": "Kolom yang mirip: «Penillai» (N)."}
    assert missing.place == Place("isian.xlsx", "Pegawai", HEADER_ROW, heading="Penilai")


def test_missing_required_heading_without_anything_like_it_has_no_suggestion(
    isian: DrawnBook,
) -> None:
    (issue,) = found(headed(isian, *(h for h in (CEK, *PEGAWAI) if h != "Jabatan")))

    assert (issue.code, dict(issue.context)) == (IssueCode.LBR_06, {"saran": ""})


def test_missing_optional_heading_is_a_warning(isian: DrawnBook) -> None:
    (issue,) = found(headed(isian, *(h for h in (CEK, *PEGAWAI) if h != "Unit Kerja")))

    assert (issue.code, issue.place.heading) == (IssueCode.LBR_07, "Unit Kerja")
    assert dict(issue.context) == {"saran": ""}


def test_row_that_names_most_columns_is_the_heading(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    sheet = workbook["Pegawai"]
    sheet.cell(1, 3, "NIP")
    sheet.cell(1, 4, "Nama")

    assert read(saved(workbook)).sheets[0].header_row == HEADER_ROW


def test_number_in_the_heading_row_is_an_unknown_heading(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Pejabat"].cell(HEADER_ROW, len(headings_of(PejabatRow)) + 2, 2026)

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, issue.value) == (IssueCode.LBR_09, "2026")


def test_columns_know_their_letters(isian: DrawnBook) -> None:
    sheet = read(bytes_of(isian)).sheets[0]

    for column in sheet.columns:
        assert column.column == column_of(PegawaiRow, column.heading)
