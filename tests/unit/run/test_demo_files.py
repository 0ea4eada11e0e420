"""The files of the example city: the same bytes each time, and spoilt where the list says so."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read.sniff import require_package
from kinerja_xlsx.run.demo import foreign
from kinerja_xlsx.run.demo.city import make_city
from kinerja_xlsx.run.demo.draft import (
    HASIL,
    PEGAWAI,
    Draft,
    Who,
    column_number,
    find_nip,
    make_draft,
)
from kinerja_xlsx.run.demo.faults import FAULTS, STRANGER
from kinerja_xlsx.run.demo.files import city_files, planted_faults, write_city
from kinerja_xlsx.run.demo.package_xml import BookXml
from kinerja_xlsx.run.demo.parcels import PARCELS, SILENT_UNIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook

    from kinerja_xlsx.write.page import InputValue

CITY = make_city()
RSUD = "kiriman/Isian_RSUD_2026-TW1 (2).xlsx"
DISDUKCAPIL = "Isian_DISDUKCAPIL_2026-TW1.xlsx"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(city_files(CITY))


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def hashes(city_bytes: dict[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in city_bytes.items()}


@pytest.mark.slow
def test_same_seed_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    again = dict(city_files(make_city()))

    assert hashes(again) == hashes(files)


def test_every_planted_fault_lies_in_a_file_that_is_made(files: dict[str, bytes]) -> None:
    planted = planted_faults(CITY)

    assert {fault.path for fault in planted} - files.keys() == {""}
    assert len({fault.code for fault in planted}) >= 25
    assert all(fault.what for fault in planted)


def test_writing_puts_the_files_below_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "kinerja_xlsx.run.demo.files.city_files", lambda _: iter([("a.xlsx", b"1"), ("b/c", b"")])
    )

    write_city(CITY, tmp_path)

    found = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert found == {"input/a.xlsx": b"1", "input/b/c": b""}


def test_eleven_offices_send_and_one_does_not() -> None:
    assert {parcel.unit for parcel in PARCELS} == CITY.units.keys() - {SILENT_UNIT}


def test_numeric_nip_is_stored_as_a_number(files: dict[str, bytes]) -> None:
    sheet = opened(files[RSUD])[PEGAWAI]
    column = column_number(PEGAWAI, "nip")

    numbers = [row[column - 1].value for row in sheet.iter_rows(min_row=5)]

    assert sum(isinstance(number, float | int) for number in numbers) == 1


def test_error_and_uncalculated_formula_stand_in_realisasi(files: dict[str, bytes]) -> None:
    column = column_number(HASIL, "realisasi")
    formulas, values = opened(files[RSUD])[HASIL], opened(files[RSUD], values=True)[HASIL]

    found = {
        formulas.cell(row, column).value: values.cell(row, column).value
        for row in range(5, formulas.max_row + 1)
        if formulas.cell(row, column).data_type == "f"
    }

    assert found == {"=NA()": "#N/A", "=80+7.5": None}


def test_percent_cell_is_shown_as_a_percentage(files: dict[str, bytes]) -> None:
    sheet = opened(files["Isian_DLH_2026-TW1.xlsx"])[HASIL]
    column = column_number(HASIL, "realisasi")

    shown = [row[column - 1].value for row in sheet if row[column - 1].number_format == "0%"]

    assert shown == [0.85]


def test_swapped_columns_keep_their_cells(files: dict[str, bytes]) -> None:
    sheet = opened(files[DISDUKCAPIL])[HASIL]
    headings = [cell.value for cell in sheet[4]]
    arah = headings.index("Arah")

    assert headings.index("Satuan") == arah + 1
    assert {row[arah].value for row in sheet.iter_rows(min_row=5)} == {"Naik", "Turun", None}


def test_stranger_is_in_no_roster() -> None:
    assert STRANGER not in {row.nip for row in CITY.roster}


def test_every_fault_belongs_to_a_different_person_of_its_office() -> None:
    people = [
        (fault.parcel, who)
        for fault in FAULTS
        if isinstance(who := getattr(fault.edit, "who", None), Who)
    ]

    assert len(people) == len(set(people))


def rows_by_owner(draft: Draft) -> dict[tuple[str, str], list[dict[str, InputValue]]]:
    found: dict[tuple[str, str], list[dict[str, InputValue]]] = {}
    for sheet, rows in draft.rows.items():
        for row in rows:
            found.setdefault((sheet, row.owner), []).append(row.values)
    return found


def test_faults_change_nothing_else() -> None:
    sound, spoilt = make_draft(CITY, "PKM-SINGANDARU"), make_draft(CITY, "PKM-SINGANDARU")
    edits = [fault.edit for fault in FAULTS if fault.parcel == "PKM-SINGANDARU"]

    for edit in edits:
        edit.rewrite(spoilt)

    before, after = rows_by_owner(sound), rows_by_owner(spoilt)
    touched = {
        owner for sheet, owner in before if before[sheet, owner] != after.get((sheet, owner))
    }
    whose = [who for edit in edits if isinstance(who := getattr(edit, "who", None), Who)]
    assert touched == {find_nip(CITY.units["PKM-SINGANDARU"], who) for who in whose}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (foreign.old_workbook, IssueCode.BRK_02),
        (foreign.locked_workbook, IssueCode.BRK_03),
        (foreign.web_page, IssueCode.BRK_01),
        (foreign.comma_text, IssueCode.BRK_01),
        (lambda: foreign.cut_off(foreign.other_workbook()), IssueCode.BRK_04),
    ],
)
def test_foreign_bytes_are_what_they_claim(make: Callable[[], bytes], code: IssueCode) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        require_package(make())

    assert refused.value.code is code


def test_compound_file_has_its_sectors_in_order() -> None:
    data = foreign.locked_workbook()

    assert (len(data) - 512) % 512 == 0
    assert data[512 + 512 :].find("EncryptionInfo".encode("utf-16-le")) == 128
    assert data[512 + 512 + 512 : 512 + 512 + 516] == b"\x04\0\x04\0"


def test_other_workbook_opens() -> None:
    book = opened(foreign.other_workbook())

    assert book.sheetnames == ["Rekap"]
    assert book["Rekap"]["B3"].value == "Arvindo Contoh Padmawira"


def small_book() -> bytes:
    draft = make_draft(CITY, "KEC-CURUG", lambda row: row.jabatan == "Camat")
    return draft.render()


def test_repacking_alone_changes_no_part() -> None:
    data = small_book()

    again = opened(BookXml(data).to_bytes())

    assert [[cell.value for cell in row] for row in again[HASIL]] == [
        [cell.value for cell in row] for row in opened(data)[HASIL]
    ]


def test_text_is_put_with_its_blanks_and_signs() -> None:
    book = BookXml(small_book())

    book.put_text(HASIL, (5, 13), " <a> & b ")

    assert opened(book.to_bytes())[HASIL].cell(5, 13).value == " <a> & b "


def test_sheets_are_renamed_and_added() -> None:
    book = BookXml(small_book())

    book.rename_sheet("Penilaian", "Nilai Kami")
    book.add_sheet("Coretan")
    book.add_row("Coretan", 1, "A", "catatan")

    names = opened(book.to_bytes())
    assert names.sheetnames[-3:] == ["Referensi", "_meta", "Coretan"]
    assert "Nilai Kami" in names.sheetnames
    assert names["Coretan"]["A1"].value == "catatan"


def test_dropping_the_table_leaves_the_cells() -> None:
    data = small_book()
    book = BookXml(data)

    book.drop_table(HASIL)

    sheet = opened(book.to_bytes())[HASIL]
    assert opened(data)[HASIL].tables
    assert not sheet.tables
    assert sheet["B4"].value == "NIP"


def test_unknown_sheet_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match=re.escape("Tidak Ada")):
        BookXml(small_book()).put_text("Tidak Ada", (1, 1), "x")
