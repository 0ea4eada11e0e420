"""The correction workbook is the next submission: read again, it holds what was sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellFacts, RawSheet, Submission
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.row import column_by_field, columns_of
from kinerja_xlsx.write.perbaikan import render_perbaikan
from tests.drawn import sound_isian
from tests.unit.write.perbaikan_drawn import (
    EXTRA,
    FILE,
    NO_INDIKATOR,
    NUMERIC_NIP,
    REALISASI,
    TARGET,
    issue,
    messy_workbook,
    place,
    request,
    submission_of,
)
from tests.unit.write.template_drawn import load, read_back


@cache
def sent() -> Submission:
    return submission_of(messy_workbook())


@cache
def returned() -> bytes:
    return render_perbaikan(
        request(
            sent(),
            issue(IssueCode.SEL_12, place("Pegawai", 6, 2, "NIP")),
            issue(IssueCode.SEL_22, place("Hasil Kerja", 9, REALISASI, "Realisasi")),
        )
    )


@cache
def again() -> Submission:
    return read_back(returned(), name=FILE)


def sheet_of(submission: Submission, key: str) -> RawSheet:
    return next(sheet for sheet in submission.sheets if sheet.key == key)


KEYS = [model.sheet for model in ISIAN.sheets]


@pytest.mark.parametrize("key", KEYS)
def test_rows_and_columns_keep_their_places(key: str) -> None:
    before, after = sheet_of(sent(), key), sheet_of(again(), key)

    assert after.header_row == before.header_row
    assert after.columns == before.columns
    assert after.extra == before.extra
    assert [row.number for row in after.rows] == [row.number for row in before.rows]


@pytest.mark.parametrize("key", KEYS)
def test_values_come_back_as_they_were(key: str) -> None:
    before, after = sheet_of(sent(), key), sheet_of(again(), key)

    for old, new in zip(before.rows, after.rows, strict=True):
        for column, was, now in zip(before.columns, old.values, new.values, strict=True):
            if column.field == "no_indikator" and isinstance(was, date):
                continue
            assert (type(now), now) == (type(was), was), (old.number, column.heading)
        assert new.extra == old.extra


def test_stray_cells_and_extra_columns_come_back() -> None:
    before, after = sheet_of(sent(), "Hasil Kerja"), sheet_of(again(), "Hasil Kerja")

    assert before.loose == ((2, 9, "coretan di atas"),)
    assert after.loose == before.loose
    assert [row.extra for row in after.rows][:2] == [("catatan sendiri",), (12.5,)]


def test_form_values_come_back_in_their_cells() -> None:
    assert again().labels == sent().labels


def test_identity_is_that_of_the_next_round() -> None:
    meta = again().meta

    assert meta is not None
    assert (meta["templat"], meta["versi"]) == (ISIAN.template, ISIAN.version)
    assert (meta["putaran"], meta["leluhur"]) == ("1", "abc")


def test_percentage_stays_one_so_that_it_is_found_again() -> None:
    row = next(row for row in sheet_of(again(), "Hasil Kerja").rows if row.number == 8)

    assert row.values[TARGET - 2] == 0.85
    assert row.facts is not None
    assert row.facts[TARGET - 2] == CellFacts(percent=True)


def test_numeric_nip_stays_a_number_in_a_cell_of_text() -> None:
    cell = load(returned())["Pegawai"].cell(6, 2)

    assert (cell.value, cell.data_type) == (NUMERIC_NIP, "n")
    assert cell.number_format == "@"


def test_indicator_that_became_a_date_is_shown_as_text() -> None:
    cell = load(returned())["Hasil Kerja"].cell(9, NO_INDIKATOR)

    assert (cell.value, cell.number_format) == ("01/02/2026", "@")


def test_formula_without_value_comes_back_as_a_marked_blank() -> None:
    row = next(row for row in sheet_of(again(), "Hasil Kerja").rows if row.number == 9)
    cell = load(returned())["Hasil Kerja"].cell(9, REALISASI)

    assert row.values[REALISASI - 2] is None
    assert REALISASI - 2 not in (row.facts or {})
    assert cell.value is None
    assert cell.comment is not None
    assert cell.fill.fgColor.rgb == "FFFAD4D0"


@pytest.mark.parametrize("was", ["#DIV/0!", "#N/A", "#SPILL!"])
def test_error_comes_back_as_a_blank(was: str) -> None:
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Realisasi"] = f"!{was}"
    book.labels["Tempat"] = f"!{was}"

    after = read_back(render_perbaikan(request(submission_of(book.workbook()))))

    row = sheet_of(after, "Hasil Kerja").rows[0]
    assert (row.values[REALISASI - 2], row.facts) == (None, None)
    (label,) = [label for label in after.labels if label.field == "tempat"]
    assert (label.value, label.facts) == (None, None)


def test_bare_number_in_a_date_column_does_not_turn_into_a_date() -> None:
    book = sound_isian()
    book.sheets["Pegawai"][0]["Mulai"] = 46054
    before = submission_of(book.workbook())

    after = read_back(render_perbaikan(request(before)))

    row = sheet_of(after, "Pegawai").rows[0]
    index = [column.field for column in columns_of(ISIAN.sheets[0])].index("mulai")
    assert row.values[index] == 46054.0
    assert not isinstance(row.values[index], datetime)


def test_hidden_rows_are_shown_again() -> None:
    assert any(row.hidden for row in sheet_of(sent(), "Pegawai").rows)
    assert not any(row.hidden for sheet in again().sheets for row in sheet.rows)


def test_sheets_go_by_the_names_of_the_specification() -> None:
    workbook = messy_workbook()
    workbook["Pegawai"].title = "pegawai "

    names = load(render_perbaikan(request(submission_of(workbook)))).sheetnames

    assert [name for name in names if name in {"Pegawai", "pegawai "}] == ["Pegawai"]


def test_headings_are_spelled_as_in_the_specification() -> None:
    book = sound_isian()
    workbook = book.workbook()
    workbook["Pegawai"].cell(4, 5).value = "Gol. Ruang"
    submission = submission_of(workbook)

    heading = load(render_perbaikan(request(submission)))["Pegawai"].cell(4, 5).value

    assert sheet_of(submission, "Pegawai").columns[3].heading == "Gol. Ruang"
    assert heading == column_by_field(ISIAN.sheets[0], "golongan").heading


def test_optional_sheet_that_was_missing_comes_back_blank() -> None:
    workbook = messy_workbook()
    del workbook["Pejabat"]

    data = render_perbaikan(request(submission_of(workbook)))

    assert sheet_of(read_back(data), "Pejabat").rows == ()
    assert load(data)["Pejabat"]["A1"].value == "Pejabat penilai di luar unit"


def test_missing_label_is_offered_below_the_others() -> None:
    book = sound_isian()
    del book.labels["Kontak"], book.labels["Tempat"]
    before = submission_of(book.workbook())

    after = read_back(render_perbaikan(request(before)))

    assert after.labels[: len(before.labels)] == before.labels
    assert [label.field for label in after.labels[len(before.labels) :]] == ["tempat", "kontak"]
    assert {label.value for label in after.labels[len(before.labels) :]} == {None}


def test_a_long_value_of_the_form_makes_its_row_higher() -> None:
    book = sound_isian()
    book.labels["Pengisi"] = "Contoh Nama Yang Panjang Sekali Sampai Dua Baris, S.Sos., M.Si."
    before = submission_of(book.workbook())

    sheet = load(render_perbaikan(request(before)))["Identitas"]

    rows = {label.field: label.row for label in before.labels}
    assert sheet.row_dimensions[rows["pengisi"]].height > 25
    assert sheet.row_dimensions[rows["kontak"]].height is None


def test_column_of_their_own_in_a_keeps_its_place_and_marks_go_into_comments() -> None:
    book = sound_isian()
    book.headings["Pegawai"] = tuple(spec.heading for spec in columns_of(ISIAN.sheets[0]))
    before = submission_of(book.workbook())
    found = issue(IssueCode.BRS_05, place("Pegawai", 5, None))

    data = render_perbaikan(request(before, found))

    sheet = load(data)["Pegawai"]
    assert sheet_of(read_back(data), "Pegawai").rows == sheet_of(before, "Pegawai").rows
    assert sheet["A4"].value == "NIP"
    assert sheet["A5"].comment is not None
    assert IssueCode.BRS_05.value in sheet["A5"].comment.text


def test_text_too_long_for_excel_does_not_stop_the_work() -> None:
    submission = submission_of(sound_isian().workbook())
    first = submission.sheets[0]
    row = first.rows[0]
    longer = row._replace(values=(row.values[0], "x" * 40_000, *row.values[2:]))
    sheets = (replace(first, rows=(longer, *first.rows[1:])), *submission.sheets[1:])

    data = render_perbaikan(request(replace(submission, sheets=sheets)))

    assert len(str(load(data)["Pegawai"].cell(5, 3).value)) == 32_767


def test_same_request_gives_same_bytes() -> None:
    assert returned() == render_perbaikan(
        request(
            sent(),
            issue(IssueCode.SEL_22, place("Hasil Kerja", 9, REALISASI, "Realisasi")),
            issue(IssueCode.SEL_12, place("Pegawai", 6, 2, "NIP")),
        )
    )


def test_extra_column_is_grey() -> None:
    sheet = load(returned())["Hasil Kerja"]

    assert sheet.cell(7, EXTRA).value == "Keterangan kami"
    assert sheet.cell(8, EXTRA).fill.fgColor.rgb == "FFEDEDED"
