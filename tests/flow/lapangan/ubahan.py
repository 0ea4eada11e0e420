"""Changes that office programs and offices make to a workbook, for the frequency tables."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import NamedStyle, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.drawn import HEADER_ROW, NAMES, CellInput
from tests.flow.kasus_baris import HK, PG, every, headings, puts, rename
from tests.flow.lapangan.alat import OnBook, OnWorkbook, bagian, ganti


def judul(sheet: str, old: str, new: str) -> OnBook:
    return headings(sheet, rename(old, new))


def hapus_kolom(sheet: str) -> OnWorkbook:
    """Take column A away, so that the table begins with the NIP."""
    return lambda book: book[sheet].delete_cols(1)


def geser(sheet: str, columns: int) -> OnWorkbook:
    """Move the table to the right."""
    return lambda book: book[sheet].insert_cols(1, columns)


def pindah_judul(sheet: str, row: int) -> OnWorkbook:
    """Move the headings, and all below them, to another row."""

    def change(book: Workbook) -> None:
        tab = book[sheet]
        if row > HEADER_ROW:
            tab.insert_rows(2, row - HEADER_ROW)
        else:
            tab.delete_rows(1, HEADER_ROW - row)

    return change


def tabel(sheet: str, area: str) -> OnWorkbook:
    return lambda book: book[sheet].add_table(Table(displayName=f"T{len(area)}", ref=area))


def validasi(book: Workbook) -> None:
    """Leave rules of the office's own on cells."""
    choice = DataValidation(type="list", formula1='"Naik,Turun"', allow_blank=True)
    choice.add("R5:R10")
    figure = DataValidation(type="whole", operator="greaterThan", formula1="5")
    figure.add("U5:U10")
    for rule in (choice, figure):
        book[HK].add_data_validation(rule)


def warna_bersyarat(book: Workbook) -> None:
    fill = PatternFill("solid", bgColor="FFC7CE")
    rule = Rule(
        type="cellIs", operator="lessThan", formula=["50"], dxf=DifferentialStyle(fill=fill)
    )
    book[HK].conditional_formatting.add("U5:U10", rule)


def kaya(book: Workbook) -> None:
    bold = InlineFont(b=True)
    book[PG]["C5"].value = CellRichText(TextBlock(bold, NAMES[0][:6]), NAMES[0][6:])


def bagan(book: Workbook) -> None:
    chart = BarChart()
    sheet = book[HK]
    assert isinstance(sheet, Worksheet)
    chart.add_data(Reference(sheet, min_col=21, min_row=4, max_row=10), titles_from_data=True)
    chart.anchor = "AC3"
    sheet.add_chart(chart)


def banyak_gaya(book: Workbook) -> None:
    for number in range(600):
        book[HK].cell(5 + number % 6, 2 + number % 20).number_format = f'0.00"{number}"'
    for number in range(120):
        book.add_named_style(NamedStyle(f"Gaya {number}"))


def tanpa_alamat(xml: bytes) -> bytes:
    return re.sub(rb'<row r="[56]"', b"<row", xml)


def teks_sebaris(xml: bytes) -> bytes:
    """Store the numbers of column U as inline texts and leave the rest."""
    return re.sub(
        rb'<c r="(U[0-9]+)"([^>]*?) t="n"([^>]*)><v>([^<]*)</v></c>',
        rb'<c r="\1"\2 t="inlineStr"\3><is><t>\4</t></is></c>', xml,
    )  # fmt: skip


def tanpa_dimensi(xml: bytes) -> bytes:
    return re.sub(rb"<dimension[^>]*/>", b"", xml)


def kosong_berteks(sheet: str) -> OnWorkbook:
    """Fill empty cells with texts of no letters, as some writers do."""

    def change(book: Workbook) -> None:
        for row in book[sheet].iter_rows(min_row=5, max_row=14, min_col=2, max_col=12):
            for cell in row:
                if cell.value is None:
                    cell.value, cell.data_type = "", "s"

    return change


def tautan_luar(data: bytes) -> bytes:
    part = (
        "<externalReferences xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships'><externalReference r:id='rId99'/></externalReferences>"
    )
    return bagian("xl/workbook.xml", ganti("</sheets>", f"</sheets>{part}"))(
        bagian(
            "xl/_rels/workbook.xml.rels",
            ganti(
                "</Relationships>",
                '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/'
                '2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>'
                "</Relationships>",
            ),
        )(data)
    )


def proteksi(book: Workbook) -> None:
    book.security = WorkbookProtection(lockStructure=True)


def lihat_lain(book: Workbook) -> None:
    book.active = len(book.worksheets) - 2


def komentar(book: Workbook) -> None:
    """Leave comments on cells."""
    for address in ("B5", "U5"):
        book[HK][address].comment = Comment("sudah dicek?", "Admin")


def bertautan(book: Workbook) -> None:
    """Link a cell to a page."""
    book[HK]["Y5"].hyperlink = "https://contoh.go.id/berkas"


def bergambar(data: bytes) -> bytes:
    """Hang a drawing with a picture on Pegawai."""
    drawing = (
        "<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/"
        "spreadsheetDrawing'/>"
    )
    added = with_part(data, "xl/drawings/drawing9.xml", drawing.encode())
    return with_part(added, "xl/media/image1.png", b"\x89PNG\r\n\x1a\n")


def bermakro(data: bytes) -> bytes:
    """Add a macro project, as in an .xlsm."""
    return with_part(data, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Add a part to a package."""
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr(name, content)
    return buffer.getvalue()


def saring(book: Workbook) -> None:
    """Leave a filter on."""
    book[HK].auto_filter.ref = "A4:Z10"


def bekukan(book: Workbook) -> None:
    """Freeze panes."""
    book[HK].freeze_panes = "C5"


def area_cetak(book: Workbook) -> None:
    """Set what is printed."""
    book[HK].print_area = "A1:Z10"
    book[HK].print_title_rows = "4:4"


def lindungi(*sheets: str) -> OnWorkbook:
    """Protect sheets."""

    def change(book: Workbook) -> None:
        for sheet in sheets:
            book[sheet].protection.enable()

    return change


def kolom(sheet: str, heading: str, *values: CellInput) -> OnBook:
    """Put values into a column, from the first row on."""
    return every(*(puts(sheet, heading, value, row) for row, value in enumerate(values, 5)))
