"""Packages written by hand, for XML that no library writes; and small changes to real ones."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Annotated, ClassVar

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read import Snapshot, read_submission
from kinerja_xlsx.spec.book import ISIAN, BookSpec
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.row import Column, SheetRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from openpyxl import Workbook

    from kinerja_xlsx.model.submission import RawSheet, Submission
    from tests.drawn import DrawnBook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
SHEET_PART = "xl/worksheets/sheet1.xml"
HEADINGS = ("NIP", "Nama", "Unit", "Nilai", "Tanggal")
FILLS = '<fill><patternFill patternType="none"/></fill>'


class DataRow(SheetRow):
    """A small table of its own, so that raw XML can be read through the front door."""

    sheet: ClassVar[str] = "Data"
    title: ClassVar[str] = "Data"

    nip: Annotated[str, Column("NIP", 20, "NIP.", "198507172010011002")]
    nama: Annotated[str, Column("Nama", 20, "Nama.", "Budi")]
    unit: Annotated[str | None, Column("Unit", 20, "Unit.", "Dinas A")] = None
    nilai: Annotated[str | None, Column("Nilai", 20, "Nilai.", "87,5")] = None
    tanggal: Annotated[str | None, Column("Tanggal", 20, "Tanggal.", "17/08/2025")] = None


DATA_BOOK = BookSpec("uji", "1.0", IdentitasForm, (DataRow,), ())


def text(address: str, value: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


def number(address: str, value: object, style: int = 0) -> str:
    return f'<c r="{address}" s="{style}"><v>{value}</v></c>'


def row(index: int, *cells: str) -> str:
    return f'<row r="{index}">{"".join(cells)}</row>'


HEAD = row(1, *(text(f"{letter}1", name) for letter, name in zip("ABCDE", HEADINGS, strict=True)))


def person(index: int, nip: str, nama: str, nilai: float) -> str:
    """One sound row; style 1 is a date."""
    return row(
        index,
        text(f"A{index}", nip),
        text(f"B{index}", nama),
        text(f"C{index}", "Dinas A"),
        number(f"D{index}", nilai),
        number(f"E{index}", 45886, 1),
    )


GOOD = (
    HEAD
    + person(2, "198507172010011002", "Contoh Satu", 87.5)
    + person(3, "199001012015032001", "Contoh Dua", 90)
)


def sheet_xml(rows: str, *, before: str = "", after: str = "", prolog: str = "") -> str:
    return (
        f"{DECLARATION}{prolog}<worksheet {NAMESPACES}>{before}"
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def styles_xml(fills: str = FILLS) -> str:
    """Three cell styles: 0 general, 1 a date, 2 a percentage."""
    formats = "".join(f'<xf numFmtId="{number}" xfId="0"/>' for number in (0, 14, 9))
    return (
        f"{DECLARATION}<styleSheet {NAMESPACES}>"
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        f'<fills>{fills}</fills><borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">{formats}</cellXfs>'
        "</styleSheet>"
    )


def relations_xml(*relations: tuple[str, str, str]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def raw_parts(sheet: str | bytes, *, shared: str | None = None) -> dict[str, str | bytes]:
    """Make the parts of a workbook with one sheet named `Data`, to be changed and packed."""
    relations = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations_xml(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f"{DECLARATION}<workbook {NAMESPACES}><sheets>"
            '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/styles.xml": styles_xml(),
        SHEET_PART: sheet,
    }
    if shared is not None:
        relations.append(("rId3", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = shared
    parts["xl/_rels/workbook.xml.rels"] = relations_xml(*relations)
    return parts


def shared_xml(*texts: str, prolog: str = "", root: str = "") -> str:
    items = "".join(f"<si><t>{item}</t></si>" for item in texts)
    return f"{DECLARATION}{prolog}<sst {NAMESPACES}{root}>{items}</sst>"


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def pack_chunks(parts: Mapping[str, str | bytes], chunks: Iterable[bytes]) -> bytes:
    """Pack parts and a sheet too large to hold in memory."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name != SHEET_PART:
                archive.writestr(name, content)
        with archive.open(SHEET_PART, "w", force_zip64=True) as part:
            for chunk in chunks:
                part.write(chunk)
    return buffer.getvalue()


def raw_book(rows: str, *, shared: str | None = None) -> bytes:
    """Pack a workbook whose only sheet `Data` holds these rows."""
    return pack(raw_parts(sheet_xml(rows), shared=shared))


def mutate(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Copy a package, passing the bytes of one part through a change."""
    buffer = BytesIO()
    method = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", method) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return buffer.getvalue()


def with_parts(data: bytes, extra: Mapping[str, str | bytes]) -> bytes:
    """Copy a package, and add parts to it or put others in their place."""
    with zipfile.ZipFile(BytesIO(data)) as old:
        return pack({name: old.read(name) for name in old.namelist()} | dict(extra))


def saved(workbook: Workbook) -> bytes:
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def bytes_of(book: DrawnBook) -> bytes:
    return saved(book.workbook())


def snapshot_of(data: bytes, name: str = "isian.xlsx") -> Snapshot:
    return Snapshot(name, data, hashlib.sha256(data).hexdigest(), len(data))


def read(data: bytes, book: BookSpec = ISIAN) -> Submission:
    return read_submission(snapshot_of(data), book)


def read_data(data: bytes) -> RawSheet:
    """Read the sheet `Data` of a raw workbook."""
    return read(data, DATA_BOOK).sheets[0]


def refusal(data: bytes, book: BookSpec = DATA_BOOK) -> UnreadableFileError:
    """Give the refusal of a workbook that must be refused."""
    try:
        read(data, book)
    except UnreadableFileError as error:
        return error
    raise AssertionError("tidak ditolak")


def codes_of(submission: Submission) -> list[IssueCode]:
    return [issue.code for issue in submission.issues]
