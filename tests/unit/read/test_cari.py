"""A NIP is found in every sheet of a workbook, however its digits stand there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from kinerja_xlsx.model.data_orang import LembarJejak
from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read import find_nip, take_snapshot
from tests.drawn import CellInput

NIP = "199001012015031001"
ELSE = "199001012015031002"


def drawn(folder: Path, sheets: dict[str, list[CellInput]], comment: str = "") -> Path:
    book = Workbook()
    del book["Sheet"]
    for name, values in sheets.items():
        sheet = book.create_sheet(name)
        for row, value in enumerate(values, start=1):
            sheet.cell(row, 2).value = value
    if comment:
        book.worksheets[0]["A1"].comment = Comment(comment, "x")
    path = folder / "buku.xlsx"
    book.save(path)
    return path


def find(path: Path, *, is_ours: bool = False) -> tuple[LembarJejak, ...]:
    return find_nip(take_snapshot(path, path.name), NIP, is_ours=is_ours)


@pytest.mark.parametrize("is_ours", [False, True])
def test_every_grouping_of_the_digits_is_found(tmp_path: Path, *, is_ours: bool) -> None:
    path = drawn(
        tmp_path,
        {
            "Catatan pribadi": [
                "x",
                NIP,
                "19900101 201503 1 001",
                "Contoh, NIP. 19900101-2015031001",
            ],
            "Lain": [ELSE, "1990010120150310", None],
        },
    )

    assert find(path, is_ours=is_ours) == (LembarJejak("Catatan pribadi", (2, 3, 4)),)


@pytest.mark.parametrize("is_ours", [False, True])
def test_number_that_lost_its_digits_may_be_the_person(tmp_path: Path, *, is_ours: bool) -> None:
    path = drawn(tmp_path, {"Isi": [199001012015031000, 199001022015031000, 7, 0.5]})

    assert find(path, is_ours=is_ours) == (LembarJejak("Isi", (), (1,)),)


def test_comment_and_name_of_a_sheet_are_found(tmp_path: Path) -> None:
    path = drawn(tmp_path, {"Isi": ["x"], NIP: ["x"]}, comment=f"lihat {NIP}")

    assert find(path) == (
        LembarJejak(NIP, ()),
        LembarJejak("komentar atau bagian lain", ()),
    )


@pytest.mark.parametrize("is_ours", [False, True])
def test_workbook_about_others_holds_nothing(tmp_path: Path, *, is_ours: bool) -> None:
    assert find(drawn(tmp_path, {"Isi": [ELSE]}), is_ours=is_ours) == ()


def test_bytes_that_are_no_workbook_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(NIP.encode())

    with pytest.raises(UnreadableFileError):
        find(path)
