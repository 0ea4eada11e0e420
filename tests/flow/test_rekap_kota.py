"""The recap of a whole office from its files: who is awaited, who signs, and where help is due."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, PERAWAT, PERIOD, heading_columns, sent_by_three, settle
from tests.rekap_drawn import row_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

SIGNER = "Contoh Pengesah, M.Si."
PHONE = "0254-000000"


def changed(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(BytesIO(data))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def name_signer_and_above(book: Workbook) -> None:
    """Name who signs, put two units below the third, and say whom to ask in one of them."""
    form = book["Instansi"]
    row, column = next(
        (row, column)
        for row in range(1, 30)
        for column in range(1, 5)
        if str(form.cell(row, column).value).startswith("Pejabat Pengesah")
    )
    form.cell(row, column + 1).value = SIGNER
    page = book["Unit"]
    columns = heading_columns(page)
    for row in range(5, 8):
        if page.cell(row, columns["Kode"]).value != "SEK":
            page.cell(row, columns["Kode Induk"]).value = "SEK"
        if page.cell(row, columns["Kode"]).value == "RSU":
            page.cell(row, columns["Kontak"]).value = PHONE


def spoil_nip(book: Workbook) -> None:
    """Take the last figure off a NIP in both sheets that go by it."""
    for name in ("Pegawai", "Hasil Kerja", "Penilaian"):
        page = book[name]
        column = heading_columns(page)["NIP"]
        for row in range(5, 40):
            if page.cell(row, column).value == PERAWAT:
                page.cell(row, column).value = PERAWAT[:-1]


@pytest.fixture(scope="module")
def rekap(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """Process an office of three units, one of which has not sent and one of which stumbled."""
    files = dict(sent_by_three())
    (silent,) = [name for name in files if "RSU" in name]
    (spoiled,) = [name for name in files if "PKM" in name]
    del files[silent]
    files[spoiled] = changed(files[spoiled], spoil_nip)
    files["Pengaturan.xlsx"] = changed(files["Pengaturan.xlsx"], name_signer_and_above)
    folder: Path = tmp_path_factory.mktemp("kota")
    office = settle(folder, files)
    process(office, HERE)
    return load_workbook(office.output / PERIOD.code / "rekap.xlsx", data_only=True)


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet for cell in row if cell.value is not None]


def test_first_page_is_signed_by_whom_the_settings_name(rekap: Workbook) -> None:
    assert SIGNER in texts(rekap.worksheets[0])


def test_unit_that_has_not_sent_shows_how_much_is_awaited_and_whom_to_ask(
    rekap: Workbook,
) -> None:
    assert row_of(rekap["Belum Kirim"], 6) == [
        *[1, "RSU", "Puskesmas RSU", "SEK", "Belum mengirim", 3, PHONE],
    ]


def test_units_below_another_are_one_group(rekap: Workbook) -> None:
    assert row_of(rekap["Per Induk"], 7)[:5] == [1, "SEK", "Puskesmas SEK", 3, 2]


def test_unit_that_stumbled_stands_first_with_what_helps(rekap: Workbook) -> None:
    first, second = (row_of(rekap["Mutu Data"], number) for number in (7, 8))

    assert (first[0], second[0]) == ("PKM", "SEK")
    assert int(str(first[6])) > 0
    assert "SEL-11 NIP bukan 18 angka" in str(first[9])
    assert str(first[10]).startswith("Menulis NIP")
    assert second[6] == 0


def test_first_page_tells_of_both(rekap: Workbook) -> None:
    said = next(text for text in texts(rekap.worksheets[0]) if text.startswith("• "))

    assert "• Belum mengirim: Puskesmas RSU (lembar Belum Kirim)." in said
    assert "Menulis NIP (lembar Bahan Pelatihan)." in said
