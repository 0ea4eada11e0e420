"""Reading an export: the first sheet with its headings, wanted columns only, the rest dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read import take_snapshot
from kinerja_xlsx.read.siasn import read_siasn
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.spec.siasn import SiasnRow
from tests.siasn_drawn import BARU, RINGKAS, SECRETS, UTAMA, export, person

NIP = "199001012015031001"


@pytest.mark.parametrize("headings", [UTAMA, BARU, RINGKAS], ids=["64", "69", "23"])
def test_values_of_other_columns_are_dropped_while_reading(
    tmp_path: Path, headings: tuple[str, ...]
) -> None:
    path = export(tmp_path / "siasn.xlsx", [person(NIP)], headings=headings)

    sheet = read_siasn(take_snapshot(path, path.name))

    assert [text for text in SECRETS.values() if len(text) > 1 and text in repr(sheet.rows)] == []
    assert "NIK" in [column.heading for column in sheet.extra]
    assert len(sheet.columns) + len(sheet.extra) == len(headings)
    assert (len(sheet.rows), sheet.loose) == (1, ())


def test_every_wanted_column_of_the_newest_layout_is_found(tmp_path: Path) -> None:
    path = export(tmp_path / "siasn.xlsx", [person(NIP)], headings=BARU)

    sheet = read_siasn(take_snapshot(path, path.name))

    assert {column.field for column in sheet.columns} == {
        spec.field for spec in columns_of(SiasnRow)
    }


def test_cell_beside_the_table_is_dropped_as_well(tmp_path: Path) -> None:
    path = export(tmp_path / "siasn.xlsx", [person(NIP)], titles=("Diunduh oleh RAHASIA",))
    book = load_workbook(path)
    book["Sheet1"].cell(3, 80).value = "RAHASIA"
    book.save(path)

    assert "RAHASIA" not in repr(read_siasn(take_snapshot(path, path.name)).rows)
    assert read_siasn(take_snapshot(path, path.name)).loose == ()


def test_first_sheet_that_is_an_export_is_read(tmp_path: Path) -> None:
    path = export(tmp_path / "siasn.xlsx", [person(NIP)], sheet="Data")
    book = load_workbook(path)
    cover = book.create_sheet("Sampul", 0)
    cover.append(["NAMA", "JABATAN NAMA"])
    book.save(path)

    assert read_siasn(take_snapshot(path, path.name)).name == "Data"


def test_old_nip_alone_makes_no_export(tmp_path: Path) -> None:
    headings = ("NIP LAMA", "NAMA", "JABATAN NAMA", "UNOR NAMA")
    path = export(tmp_path / "siasn.xlsx", [person(NIP)], headings=headings)

    with pytest.raises(UnreadableFileError) as caught:
        read_siasn(take_snapshot(path, path.name))

    assert caught.value.code is IssueCode.BRK_20
