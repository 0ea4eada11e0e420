"""Rows keep their place, blank ones are counted, and what stands outside the table is told."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.submission import CellFacts, RawSheet, Submission
from kinerja_xlsx.spec.book import CEK
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from tests.drawn import FIRST_ROW, HEADER_ROW, NIPS, DrawnBook, column_of, headings_of, sound_isian
from tests.unit.read.raw import bytes_of, codes_of, read, saved

REALISASI = column_of(HasilKerjaRow, "Realisasi")
LAST = len(headings_of(PegawaiRow)) + 1
"""The last column of `Pegawai`."""


def sheet_of(data: bytes, key: str) -> RawSheet:
    return next(sheet for sheet in read(data).sheets if sheet.key == key)


def index_of(sheet: RawSheet, field: str) -> int:
    return [column.field for column in sheet.columns].index(field)


def test_rows_hold_the_values_of_the_read_columns(isian: DrawnBook) -> None:
    sheet = sheet_of(bytes_of(isian), "Hasil Kerja")

    first = dict(
        zip((column.field for column in sheet.columns), sheet.rows[0].values, strict=True)
    )
    assert [row.number for row in sheet.rows] == list(range(FIRST_ROW, FIRST_ROW + 6))
    assert first["nip"] == NIPS[0]
    assert first["target"] == 1200.0
    assert first["bobot"] is None


def test_dates_arrive_as_dates(isian: DrawnBook) -> None:
    sheet = sheet_of(bytes_of(isian), "Penilaian")

    assert sheet.rows[0].values[index_of(sheet, "tanggal_penilaian")] == date(2026, 4, 6)


def test_numeric_nip_stays_a_number(isian: DrawnBook) -> None:
    isian.sheets["Pegawai"][0]["NIP"] = "#199001012015031001"

    sheet = sheet_of(bytes_of(isian), "Pegawai")

    assert sheet.rows[0].values[0] == 1.99001012015031e17


@pytest.mark.parametrize(
    ("drawn", "facts"),
    [
        ("!#N/A", CellFacts(error="#N/A")),
        ("=80+7.5", CellFacts(formula=True, uncached=True)),
        ("%0.85", CellFacts(percent=True)),
    ],
)
def test_odd_cells_carry_their_facts(isian: DrawnBook, drawn: str, facts: CellFacts) -> None:
    isian.sheets["Hasil Kerja"][1]["Realisasi"] = drawn

    sheet = sheet_of(bytes_of(isian), "Hasil Kerja")

    assert [row.facts for row in sheet.rows[:3]] == [
        None,
        {index_of(sheet, "realisasi"): facts},
        None,
    ]


def test_status_formulas_are_nobodys_business(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    for row in range(FIRST_ROW, FIRST_ROW + 50):
        workbook["Pegawai"].cell(row, 1, '=IF(B5="","","✔")')

    submission = read(saved(workbook))

    assert submission.issues == ()
    assert [row.facts for row in submission.sheets[0].rows] == [None, None]


def test_blank_rows_between_data_are_counted_and_spare_ones_are_not(isian: DrawnBook) -> None:
    blank: dict[str, str | int | float | date | None] = {"NIP": "  ", "Nama": "\u00a0"}
    isian.sheets["Pegawai"][1:1] = [blank, {}]
    isian.sheets["Pegawai"].append(blank)

    sheet = sheet_of(bytes_of(isian), "Pegawai")

    assert [row.number for row in sheet.rows] == [FIRST_ROW, FIRST_ROW + 3]
    assert sheet.blank_rows == (FIRST_ROW + 1, FIRST_ROW + 2)


@pytest.mark.parametrize("drawn", ["!#REF!", "=A1"])
def test_row_of_an_error_or_a_formula_without_value_is_no_blank_row(
    isian: DrawnBook, drawn: str
) -> None:
    isian.sheets["Pegawai"].append({"Nama": drawn})

    sheet = sheet_of(bytes_of(isian), "Pegawai")

    assert sheet.rows[-1].number == FIRST_ROW + 2
    assert set(sheet.rows[-1].values) == {None}


def test_hidden_rows_are_told_once_with_their_numbers() -> None:
    isian = sound_isian(3)
    workbook = isian.workbook()
    for row in (5, 7, 8, 9, 13, 40):
        workbook["Hasil Kerja"].row_dimensions[row].hidden = True

    submission = read(saved(workbook))

    (issue,) = submission.issues
    assert (issue.code, issue.place) == (IssueCode.LBR_14, Place("isian.xlsx", "Hasil Kerja"))
    assert dict(issue.context) == {"jumlah": "5", "baris": "5, 7-9, 13"}
    hidden = [row.number for row in submission.sheets[2].rows if row.hidden]
    assert hidden == [5, 7, 8, 9, 13]


def hide_columns(*letters: str) -> Submission:
    workbook = sound_isian(3).workbook()
    for letter in letters:
        workbook["Hasil Kerja"].column_dimensions[letter].hidden = True
    return read(saved(workbook))


def test_hidden_columns_that_hold_something_are_told_once_by_name() -> None:
    (issue,) = hide_columns("A", "L", "U", "Y").issues

    assert (issue.code, issue.place) == (IssueCode.LBR_17, Place("isian.xlsx", "Hasil Kerja"))
    kolom = "U «Realisasi», Y «Bukti Dukung»"
    assert dict(issue.context) == {"jumlah": "2", "kolom": kolom}


@pytest.mark.parametrize("letter", ["A", "T", "ZZ"])
def test_hidden_column_that_is_not_read_or_holds_nothing_is_not_told(letter: str) -> None:
    assert hide_columns(letter).issues == ()


def test_required_sheet_without_rows_is_an_error(isian: DrawnBook) -> None:
    isian.sheets["Hasil Kerja"] = []

    (issue,) = read(bytes_of(isian)).issues

    assert (issue.code, issue.place) == (
        IssueCode.LBR_12,
        Place("isian.xlsx", "Hasil Kerja", HEADER_ROW),
    )


def test_optional_sheet_without_rows_is_fine(isian: DrawnBook) -> None:
    isian.sheets["Pejabat"] = []

    submission = read(bytes_of(isian))

    assert submission.issues == ()
    assert submission.sheets[1].rows == ()


def test_optional_sheet_without_anything_is_fine(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Pejabat"].delete_rows(1, 20)

    submission = read(saved(workbook))

    assert submission.issues == ()
    assert "Pejabat" not in [sheet.key for sheet in submission.sheets]


def test_required_sheet_without_anything_lacks_its_headings(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Penilaian"].delete_rows(1, 20)

    assert codes_of(read(saved(workbook))) == [IssueCode.LBR_05]


def test_unknown_column_comes_along_untouched(isian: DrawnBook) -> None:
    isian.headings["Pegawai"] = (CEK, *headings_of(PegawaiRow), "Keterangan")
    isian.sheets["Pegawai"][1]["Keterangan"] = "pindahan"

    submission = read(bytes_of(isian))

    assert codes_of(submission) == [IssueCode.LBR_09]
    assert [row.extra for row in submission.sheets[0].rows] == [(None,), ("pindahan",)]
    assert submission.sheets[0].loose == ()


def test_values_under_no_heading_are_told_once_for_each_block(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    sheet = workbook["Pegawai"]
    sheet.cell(FIRST_ROW + 1, LAST + 1, "--> 15 menit")
    sheet.cell(FIRST_ROW, LAST + 2, 7)
    sheet.cell(FIRST_ROW + 9, LAST + 5, "jauh")

    submission = read(saved(workbook))

    assert [(issue.code, issue.place.cell, issue.value) for issue in submission.issues] == [
        (IssueCode.LBR_15, "Q5", "7"),
        (IssueCode.LBR_15, "T14", "jauh"),
    ]
    assert submission.sheets[0].loose == (
        (FIRST_ROW, LAST + 2, 7.0),
        (FIRST_ROW + 1, LAST + 1, "--> 15 menit"),
        (FIRST_ROW + 9, LAST + 5, "jauh"),
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (87.5, "87,5"),
        (12.0, "12"),
        (date(2026, 3, 1), "01/03/2026"),
        (datetime(2026, 3, 1, 7, 30), "01/03/2026 07:30"),  # noqa: DTZ001 - cells have no zone
        (True, "TRUE"),
    ],
)
def test_stray_value_is_told_as_the_sheet_shows_it(
    isian: DrawnBook, value: float | date, told: str
) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].cell(FIRST_ROW, LAST + 2, value)

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, issue.value) == (IssueCode.LBR_15, told)


def test_note_below_the_table_in_an_unread_column_is_told(isian: DrawnBook) -> None:
    isian.headings["Pegawai"] = (CEK, *headings_of(PegawaiRow), "Keterangan")
    isian.sheets["Pegawai"] += [{}, {"Keterangan": "Diperiksa"}]

    submission = read(bytes_of(isian))

    assert codes_of(submission) == [IssueCode.LBR_09, IssueCode.LBR_15]
    assert submission.issues[1].place.cell == "P8"
    assert submission.sheets[0].loose == ((FIRST_ROW + 3, LAST + 1, "Diperiksa"),)
    assert len(submission.sheets[0].rows) == 2


def test_titles_above_are_kept_without_a_word_but_not_our_own(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].cell(2, 1, "Dinas Kesehatan · Triwulan I 2026")
    workbook["Pegawai"].cell(2, 4, "DAFTAR PEGAWAI")

    submission = read(saved(workbook))

    assert submission.issues == ()
    assert submission.sheets[0].loose == ((2, 4, "DAFTAR PEGAWAI"),)


def test_sheet_without_status_column_reads_column_a(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].delete_cols(1)
    workbook["Pegawai"].cell(FIRST_ROW, 1, "=B5")

    sheet = sheet_of(saved(workbook), "Pegawai")

    assert sheet.columns[0].column == 1
    assert sheet.rows[0].facts == {0: CellFacts(formula=True, uncached=True)}


def test_inserted_columns_and_rows_move_the_places_with_them(isian: DrawnBook) -> None:
    isian.sheets["Hasil Kerja"][0]["Realisasi"] = "!#N/A"
    workbook = isian.workbook()
    workbook["Hasil Kerja"].insert_cols(3, 2)
    workbook["Hasil Kerja"].insert_rows(2, 3)

    sheet = sheet_of(saved(workbook), "Hasil Kerja")

    index = index_of(sheet, "realisasi")
    assert sheet.columns[index].column == REALISASI + 2
    assert sheet.rows[0].number == FIRST_ROW + 3
    assert sheet.rows[0].facts == {index: CellFacts(error="#N/A")}


def test_merged_cells_carry_their_range(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Hasil Kerja"].merge_cells("B5:C7")

    sheet = sheet_of(saved(workbook), "Hasil Kerja")

    merged = {0: CellFacts(merged="B5:C7"), 1: CellFacts(merged="B5:C7")}
    assert [row.facts for row in sheet.rows[:4]] == [merged, merged, merged, None]
