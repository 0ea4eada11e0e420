"""The status in column `Cek` of the optional sheets and of the settings that ask for them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.pengaturan import PeriodeRow
from kinerja_xlsx.spec.row import SheetRow, columns_of
from kinerja_xlsx.write.template.aturan import Cells, References
from kinerja_xlsx.write.template.cek import BELUM, OK, RowStatus
from kinerja_xlsx.write.template.referensi import list_sources
from tests.unit.write.template_drawn import EACH_BOOK, HEADER, NIP, PENILAIAN

if TYPE_CHECKING:
    from kinerja_xlsx.write.page import InputValue

KEGIATAN: Cells = {
    "nip": NIP,
    "tanggal": date(2026, 1, 5),
    "mulai": "08.00",
    "selesai": "10.30",
    "kegiatan": "Melayani pasien",
    "no_indikator": "1.1",
}


def status_of(model: type[SheetRow]) -> RowStatus:
    columns = {spec.field: number for number, spec in enumerate(columns_of(model), start=2)}
    book = next(book for book in EACH_BOOK if model in book.sheets)
    return RowStatus(model, HEADER, References(columns, list_sources(book)))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, OK),
        ({"mulai": "8:00", "selesai": time(23, 59)}, OK),
        ({"mulai": 0.3333, "selesai": Decimal("0.5")}, OK),
        ({"mulai": "24.00"}, "PERIKSA: Mulai harus jam, misalnya 08.00"),
        ({"mulai": "12.60"}, "PERIKSA: Mulai harus jam, misalnya 08.00"),
        ({"mulai": "8.5"}, "PERIKSA: Mulai harus jam, misalnya 08.00"),
        ({"mulai": "008.00"}, "PERIKSA: Mulai harus jam, misalnya 08.00"),
        ({"mulai": ".30"}, "PERIKSA: Mulai harus jam, misalnya 08.00"),
        ({"selesai": 8}, "PERIKSA: Selesai harus jam, misalnya 08.00"),
        ({"selesai": date(2026, 1, 5)}, "PERIKSA: Selesai harus jam, misalnya 08.00"),
        ({"no_indikator": "1,1"}, OK),
        ({"no_indikator": "11"}, "PERIKSA: No Indikator harus diawali No RHK dan titik"),
        ({"no_indikator": None}, OK),
        ({"tanggal": None}, "PERIKSA: Tanggal kosong"),
    ],
)
def test_activity_row_says_what_it_lacks(changed: Cells, expected: str) -> None:
    assert status_of(KegiatanRow).value({**KEGIATAN, **changed}, None) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Kehadiran", OK),
        ("kegiatan,Kepuasan", OK),
        ("Kegiatn", "PERIKSA: Lembar Tambahan tidak ada dalam pilihan"),
        (7, "PERIKSA: Lembar Tambahan tidak ada dalam pilihan"),
    ],
)
def test_period_row_knows_the_sheets_that_may_be_asked_for(
    asked: InputValue, expected: str
) -> None:
    row: Cells = {"kode": "2026-TW1", "lembar_tambahan": asked}

    assert status_of(PeriodeRow).value(row, None) == expected


def test_prefilled_attendance_is_not_filled_yet() -> None:
    assert status_of(KehadiranRow).value(PENILAIAN, None) == BELUM


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        ({"hari_kerja": 62}, "PERIKSA: Hadir kosong"),
        ({"alpa": 1}, "PERIKSA: Hari Kerja kosong"),
        ({"hari_kerja": 62, "hadir": 62}, OK),
        ({"hari_kerja": 62, "hadir": "semua"}, "PERIKSA: Hadir harus bilangan bulat 0 sampai 366"),
    ],
)
def test_attendance_that_was_begun_says_what_it_lacks(filled: Cells, expected: str) -> None:
    assert status_of(KehadiranRow).value({**PENILAIAN, **filled}, None) == expected
