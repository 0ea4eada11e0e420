"""Control totals count the people of a sheet as another program reads it."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter import Workbook

from kinerja_xlsx.read import count_nip, count_people

NIP = "199001012015031001"


def book(*rows: tuple[object, ...]) -> bytes:
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Rekap")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return buffer.getvalue()


def test_only_nip_below_their_heading_count() -> None:
    data = book(
        ("Rekap", NIP),
        ("No", "NIP", "Jabatan"),
        (1, NIP, NIP),
        (2, NIP, "Perawat"),
        (3, "1990", NIP),
        ("Catatan",),
    )

    assert count_people(data, "Rekap") == 2


def test_what_cannot_be_counted_is_no_number() -> None:
    assert count_people(b"bukan buku", "Rekap") is None
    assert count_people(book(("NIP",)), "Pegawai") is None
    assert count_people(book(("Nama",)), "Rekap") is None


def test_numbers_and_other_digits_are_no_nip() -> None:
    assert count_nip([NIP, int(NIP), NIP[:-1], "\u0661" * 18, None]) == 1
