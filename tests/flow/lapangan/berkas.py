"""Files that are not what their name says: q01 to q03, drawn anew in each spelling."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook

from tests.drawn import NAMES, NIPS
from tests.flow.lapangan.alat import Jejak, ditolak, isian
from tests.unit.read.raw import saved

_GAYA = (
    "<style>\n\ttable {font-size: 12px;}\n"
    '\t.text{mso-number-format:"\\@";/*force text*/}\n</style>\n'
)
_KOP = "<table><tr><td colspan='3'><h5>PEMERINTAH KOTA CONTOH</h5></td></tr></table>\n"
_PERIODE = "<table><tr><td>OPD</td><td>:</td><td>Badan Contoh</td></tr></table>\n"
_LEGENDA = "<table><tr><td>Keterangan: DL = Dinas Luar</td></tr></table>"
_GPP = "no,kdsatker,kdanak,bulan,tahun,nip,nmpeg,kdduduk,kdgol,npwp,gjpokok,bersih"
_PHP = (
    '\n\n<div style="border:1px solid #990000">\n<h4>A PHP Error was encountered</h4>\n'
    "<p>Severity: 8192</p></div>"
)


def _tetap(text: str | bytes) -> Callable[[], bytes]:
    return lambda: text.encode() if isinstance(text, str) else text


def tabel_html() -> str:
    """Draw the table of a web application: day headings with a break, a NIP after white space."""
    head = "".join(f"<th>{day}<br>{number:02d}</th>" for number, day in enumerate(("Sn", "Sl"), 1))
    rows = "".join(
        f'<tr><td>{number}</td><td>{name}</td><td class="text">\n\t\t{nip}</td>'
        f"<td>07:41 - 16:32</td><td>-</td></tr>"
        for number, (nip, name) in enumerate(zip(NIPS, NAMES, strict=True), 1)
    )
    return f'<table border="1"><tr><th>NO</th><th>Nama</th><th>NIP</th>{head}</tr>{rows}</table>\n'


def gpp(separator: str = ",") -> str:
    """Draw the dump of a payroll program."""
    rows = [
        f'{number},999999,01,01,2026,{nip},"{name}",1,33,000000000000000,3000000,3300000'
        for number, (nip, name) in enumerate(zip(NIPS, NAMES, strict=True), 1)
    ]
    return "\n".join([_GPP, *rows]).replace(",", separator)


def lama() -> bytes:
    """Make the old workbook that text is written over."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["lama"])
    return saved(book)


def menimpa(text: str) -> Callable[[], bytes]:
    """Write text over the beginning of an old workbook, and leave its end."""

    def make() -> bytes:
        old = lama()
        return text.encode() + old[len(text.encode()) :]

    return make


def potong(part: float) -> Callable[[], bytes]:
    """Cut a filled Isian off, as a broken download does."""

    def make() -> bytes:
        data = isian()()
        return data[: int(len(data) * part)]

    return make


def kosong(sheets: int) -> Callable[[], bytes]:
    """Make the blank export of a web application: sheets named `Worksheet`, nothing in them."""

    def make() -> bytes:
        book = Workbook()
        book.remove(book.worksheets[0])
        for number in range(sheets):
            book.create_sheet(f"Worksheet {number}" if number else "Worksheet")
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return make


_Q01 = "q01-halaman-web-bernama-xls"
_Q02 = "q02-teks-bernama-xls"
_Q03 = "q03-teks-menimpa-xlsx"
_KAS = 'Jenis,Keterangan,Tanggal,Jumlah\nmasuk,Iuran,"Selasa, 02 Januari 2024",50.000\n'

SEMUA: tuple[Jejak, ...] = (
    ditolak(_Q01, "gaya dahulu tanpa html",
            _tetap(_GAYA + _KOP + _PERIODE + tabel_html() + _LEGENDA)),
    ditolak(_Q01, "doctype dan BOM",
            _tetap("\ufeff<!DOCTYPE html><html><body>" + tabel_html())),
    ditolak(_Q01, "tabel saja huruf besar",
            _tetap(tabel_html().replace("<table", "<TABLE"))),
    ditolak(_Q01, "dari Excel dengan ruang nama",
            _tetap('<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head></head>'
                   + tabel_html())),
    ditolak(_Q02, "CSV koma dari program gaji", _tetap(gpp())),
    ditolak(_Q02, "CSV titik koma", _tetap(gpp(";"))),
    ditolak(_Q02, "CSV tab UTF-16", lambda: gpp("\t").encode("utf-16")),
    ditolak(_Q02, "halaman galat PHP", _tetap(_PHP)),
    ditolak(_Q02, "peringatan PHP di atas tabel",
            _tetap("<br />\n<b>Warning</b>:  Undefined variable $nip in <b>/a/b.php</b>\n"
                   + tabel_html())),
    ditolak(_Q02, "ekspor kosong satu lembar", kosong(1)),
    ditolak(_Q02, "ekspor kosong beberapa lembar", kosong(5)),
    ditolak(_Q03, "CSV", menimpa(_KAS)),
    ditolak(_Q03, "halaman web", menimpa(_GAYA + _KOP)),
    ditolak(_Q03, "unduhan separuh", potong(0.5)),
    ditolak(_Q03, "ekor hilang", potong(0.99)),
)  # fmt: skip
