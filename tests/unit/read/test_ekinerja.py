"""Reading an e-Kinerja export: its one sheet, wanted columns only, the rest dropped or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read import take_snapshot
from kinerja_xlsx.read.ekinerja import read_ekinerja
from kinerja_xlsx.spec.ekinerja import EkinerjaRow
from kinerja_xlsx.spec.penugasan import RejectedFileError
from kinerja_xlsx.spec.row import columns_of
from tests.ekinerja_drawn import JUDUL, LAPORAN_SKP, RINGKAS, SECRETS, TRIWULAN, export, skp

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.model.submission import RawSheet

NIP = "199001012015031001"


def read(path: Path) -> RawSheet:
    return read_ekinerja(take_snapshot(path, path.name))


def refusal(path: Path) -> tuple[IssueCode, str]:
    with pytest.raises(UnreadableFileError) as caught:
        read(path)
    return caught.value.code, caught.value.context.get("sebab", "")


@pytest.mark.parametrize("headings", [JUDUL, tuple(reversed(JUDUL))], ids=["30", "reversed"])
def test_every_wanted_column_is_found_and_others_are_dropped(
    tmp_path: Path, headings: tuple[str, ...]
) -> None:
    sheet = read(export(tmp_path / "laporan.xlsx", [skp(NIP)], headings=headings))

    wanted = {spec.field for spec in columns_of(EkinerjaRow)}
    assert {column.field for column in sheet.columns} == wanted
    assert [text for text in SECRETS.values() if text in repr((sheet.rows, sheet.loose))] == []
    assert sheet.header_row == len(TRIWULAN) + 1


def test_titles_are_kept_and_what_stands_below_is_not(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)])
    book = load_workbook(path)
    book["Worksheet"].cell(9, 40).value = "RAHASIA"
    book.save(path)

    assert [value for _, _, value in read(path).loose] == [text for text in TRIWULAN if text]


def test_headings_directly_in_the_first_row_are_found(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)], headings=RINGKAS, titles=())

    assert read(path).header_row == 1


def test_merged_titles_change_nothing(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)])
    book = load_workbook(path)
    for row in range(1, 7):
        book["Worksheet"].merge_cells(start_row=row, end_row=row, start_column=1, end_column=30)
    book.save(path)

    assert len(read(path).rows) == 1


def test_logical_marks_are_words(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP, is_skp_plt_plh_pjb=True)])

    assert "TRUE" in read(path).rows[0].values


def test_other_headings_are_named_with_what_is_missing(tmp_path: Path) -> None:
    headings = tuple("nilai_akhir" if name == "hasil_akhir" else name for name in JUDUL)
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)], headings=headings)

    assert refusal(path) == (
        IssueCode.BRK_20,
        "Kolom yang belum ada di lembar «Worksheet»: hasil_akhir.",
    )


def test_missing_column_is_told_of_the_sheet_that_comes_nearest(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)], headings=JUDUL[:14])
    book = load_workbook(path)
    for index in (0, 2):
        book.create_sheet(f"Sampul {index}", index).append(["nip", "nama"])
    book.save(path)

    assert refusal(path)[1] == "Kolom yang belum ada di lembar «Worksheet»: hasil_akhir."


def test_list_of_plans_is_known_for_what_it_is(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)], headings=LAPORAN_SKP)

    code, sebab = refusal(path)

    assert code is IssueCode.BRK_20
    assert "daftar SKP tanpa rating" in sebab


def test_two_exports_in_one_workbook_are_left_to_people(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)])
    book = load_workbook(path)
    book.copy_worksheet(book["Worksheet"])
    book.save(path)

    assert refusal(path)[1].startswith("Ada 2 lembar ekspor di dalamnya: «Worksheet», ")


def test_cover_sheet_before_the_export_is_passed_over(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)])
    book = load_workbook(path)
    book.create_sheet("Sampul", 0).append(["Laporan", "nama"])
    book.save(path)

    assert read(path).name == "Worksheet"


def test_export_without_rows_is_refused(tmp_path: Path) -> None:
    code, sebab = refusal(export(tmp_path / "laporan.xlsx", []))

    assert (code, sebab) == (
        IssueCode.BRK_20,
        "Di bawah judul kolomnya belum ada satu baris pun.",
    )


def test_column_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = export(tmp_path / "laporan.xlsx", [skp(NIP)], headings=(*JUDUL, "hasil_akhir"))

    with pytest.raises(RejectedFileError) as caught:
        read(path)

    assert [issue.code for issue in caught.value.issues] == [IssueCode.LBR_08]


def test_csv_is_sent_back_with_the_way_that_keeps_nips_whole(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    path.write_text(";".join(RINGKAS) + f"\n{NIP};CONTOH;;;;;;;\n", encoding="utf-8")

    with pytest.raises(UnreadableFileError) as caught:
        read(path)

    assert caught.value.code is IssueCode.BRK_20
    assert "Dari Teks/CSV" in caught.value.context["saran"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", IssueCode.BRK_07),
        (b"PK\x03\x04 potongan", IssueCode.BRK_04),
        (b"%PDF-1.7 laporan", IssueCode.BRK_01),
        (b"<html><body>Sesi habis</body></html>", IssueCode.BRK_01),
    ],
    ids=["empty", "cut", "pdf", "html"],
)
def test_bytes_that_are_no_workbook_are_refused_by_kind(
    tmp_path: Path, data: bytes, code: IssueCode
) -> None:
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(data)

    assert refusal(path)[0] is code


def test_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "laporan.xlsx"
    book = Workbook()
    book.worksheets[0].append(["Tanggal", "Kegiatan"])
    book.save(path)

    assert refusal(path) == (
        IssueCode.BRK_20,
        "Judul nip, nama, dan hasil_kerja tidak ditemukan di lembar «Sheet».",
    )
