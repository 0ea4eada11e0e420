"""What the bytes are decides, never the extension; each kind has its own name and remedy."""

from __future__ import annotations

import struct

import pytest

from kinerja_xlsx.model.issue import IssueCode
from tests.unit.read.raw import GOOD, pack, raw_book, refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def ole(stream: str) -> bytes:
    return OLE + f"{stream}\0".encode("utf-16-le") + b"\0" * 64


@pytest.mark.parametrize(
    ("data", "jenis"),
    [
        (b"<html><table><tr><td>NIP</td></tr></table></html>", "halaman web (HTML)"),
        (b"<style>\n.text{}\n</style>\n<table></table>", "halaman web (HTML)"),
        (b"\n\n<div><h4>A PHP Error was encountered</h4></div>", "pesan galat dari aplikasi web"),
        (b"NIP;Nilai\r\n001;87,5\r\n", "teks CSV"),
        (b"\xef\xbb\xbfNIP\tNilai\n001\t87\n", "teks CSV"),
        ("NIP,Nilai\n1,2\n".encode("utf-16"), "teks CSV"),
        (b"laporan", "teks biasa"),
        (b'<?xml version="1.0"?><a/>', "dokumen XML"),
        (
            b'<?xml version="1.0"?><a xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "XML Spreadsheet 2003",
        ),
        (b"%PDF-1.7", "dokumen PDF"),
        (b"\x89PNG\r\n\x1a\n", "gambar"),
        (b"\xff\xd8\xff\xe0", "gambar"),
        (b"Rar!\x1a\x07", "arsip RAR"),
        (ole("WordDocument"), "dokumen Word"),
        (OLE, "berkas yang tidak dikenal"),
        (b"\x07Admin\0\0\0", "berkas yang tidak dikenal"),
        (pack({"word/document.xml": "<a/>"}), "dokumen Word"),
        (pack({"ppt/presentation.xml": "<a/>"}), "presentasi PowerPoint"),
        (pack({"Index/Document.iwa": b"x"}), "lembar kerja Apple Numbers"),
        (
            pack(
                {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}
            ),
            "lembar kerja OpenDocument (.ods)",
        ),
        (
            pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
            "dokumen OpenDocument",
        ),
        (pack({"DINKES/isian.xlsx": b"x"}), "arsip zip"),
    ],
)
def test_other_kinds_are_refused_by_name(data: bytes, jenis: str) -> None:
    error = refusal(data)

    assert error.code is IssueCode.BRK_01
    assert error.context["jenis"] == jenis
    assert error.context["saran"].endswith(".")


def test_each_other_kind_has_a_remedy_that_fits_it() -> None:
    ods = pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""})

    assert "LibreOffice" in refusal(ods).context["saran"]
    assert "Keluarkan dahulu isi arsip" in refusal(pack({"a.txt": ""})).context["saran"]
    assert "unduhannya" in refusal(b"A PHP Error was encountered").context["saran"]


@pytest.mark.parametrize(
    ("data", "jenis"),
    [
        (ole("Workbook"), "lama (.xls)"),
        (ole("Book"), "lama (.xls)"),
        (b"\x09\x08\x10\x00\x00\x06", "lama (.xls)"),
        (pack({"xl/workbook.bin": b"x", "[Content_Types].xml": ""}), "biner (.xlsb)"),
    ],
)
def test_old_workbooks_are_refused_as_old(data: bytes, jenis: str) -> None:
    error = refusal(data)

    assert error.code is IssueCode.BRK_02
    assert error.context == {"jenis": jenis}


def test_workbook_locked_by_a_password_is_refused_as_locked() -> None:
    assert refusal(ole("EncryptedPackage")).code is IssueCode.BRK_03


@pytest.mark.parametrize(("record", "code"), [(0x2F, "BRK-03"), (0x42, "BRK-02")])
def test_old_workbook_is_locked_by_its_record_alone(record: int, code: str) -> None:
    begin = struct.pack("<HHH", 0x0809, 16, 0x0600) + bytes(14)
    shared = struct.pack("<HH", 0x86, 0)

    data = ole("Workbook") + begin + shared + struct.pack("<HH", record, 6) + bytes(6)

    assert refusal(data).code.value == code


def test_csv_written_over_a_workbook_is_not_read_as_the_old_workbook() -> None:
    csv = b"Jenis,Keterangan\nmasuk,Iuran\n"
    old = raw_book(GOOD)

    error = refusal(csv + old[len(csv) :])

    assert error.code is IssueCode.BRK_01
    assert error.context["jenis"] == "teks CSV yang menimpa buku kerja lama"


def test_empty_bytes_are_refused_as_empty() -> None:
    assert refusal(b"").code is IssueCode.BRK_07


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (raw_book(GOOD)[:900], "bagian akhirnya hilang"),
        (raw_book(GOOD)[:-10], "daftar isinya terpotong"),
        (b"\0" * 4096, "isinya hanya nol; penyalinannya gagal"),
        (pack({"[Content_Types].xml": ""}), "bagian buku kerjanya hilang"),
        (pack({"xl/worksheets/sheet1.xml": ""}), "bagian buku kerjanya hilang"),
        (pack({}), "di dalamnya tidak ada apa-apa"),
    ],
)
def test_cut_off_packages_are_refused_as_damaged(data: bytes, sebab: str) -> None:
    error = refusal(data)

    assert error.code is IssueCode.BRK_04
    assert error.context == {"sebab": sebab}
