"""Other ways to address the same cells, to leave cells blank, and to surround them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.read.shape import column_number
from tests.penulis.buku import (
    Buku,
    cells_of,
    emptied,
    letters_of,
    made,
    q,
    rows_of,
)
from tests.penulis.isi import Isi, plain_item

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPS = "{http://www.wps.cn/officeDocument/2017/etCustomData}"
X14AC = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac}"
SPARE_ROWS, SPARE_COLUMNS = 40, 26


def tanpa_alamat_sel(buku: Buku) -> None:
    """Leave the addresses of cells out, with blank cells in the gaps."""
    for root in buku.sheets.values():
        for row in rows_of(root):
            if all(cell.get("r") is None for cell in row):
                continue
            cells = {column_number(letters_of(cell)): cell for cell in row}
            for child in list(row):
                row.remove(child)
            for column in range(1, max(cells, default=0) + 1):
                cell = cells.get(column)
                row.append(Element(q("c")) if cell is None else cell)
            for cell in row:
                cell.attrib.pop("r", None)


def tanpa_alamat_baris(buku: Buku) -> None:
    """Leave the numbers of rows out, with blank rows in the gaps."""
    for root in buku.sheets.values():
        data = root.find(q("sheetData"))
        assert data is not None
        if all(row.get("r") is None for row in data):
            continue
        rows = {int(row.get("r", "")): row for row in data}
        for child in list(data):
            data.remove(child)
        for number in range(1, max(rows, default=0) + 1):
            row = rows.get(number)
            data.append(Element(q("row")) if row is None else row)
        for row in data:
            row.attrib.pop("r", None)


def tanpa_alamat(buku: Buku) -> None:
    tanpa_alamat_sel(buku)
    tanpa_alamat_baris(buku)


def dimensi(reference: str | None) -> Isi:
    """Announce another extent than the true one, or none."""

    def change(buku: Buku) -> None:
        for root in buku.sheets.values():
            for extent in root.findall(q("dimension")):
                if reference is None:
                    root.remove(extent)
                else:
                    extent.set("ref", reference)

    return change


def _blank(cell: Element, number: int, *, empty: str) -> None:
    """Write a blank cell as an empty text of one of several kinds."""
    match number % 4:
        case 0:
            made(emptied(cell, "str"), "v")
        case 1:
            made(made(emptied(cell, "inlineStr"), "is"), "t")
        case 2:
            made(emptied(cell, "s"), "v", empty)
        case _:
            emptied(cell, None)


def sel_teks_kosong(buku: Buku) -> None:
    """Write blank cells as empty texts of every kind, far below and beside the table too."""
    empty = str(len(buku.strings))
    buku.strings.append(plain_item(""))
    for root in buku.sheets.values():
        data = root.find(q("sheetData"))
        assert data is not None
        last = max((int(row.get("r", "")) for row in data), default=0)
        for number in range(last + 1, last + SPARE_ROWS):
            row = SubElement(data, q("row"), r=str(number))
            for column in range(1, SPARE_COLUMNS + 1):
                SubElement(row, q("c"), r=f"{column_letters(column)}{number}")
    blank = [c for c in cells_of(buku) if c.find(q("v")) is None and c.find(q("f")) is None]
    for number, cell in enumerate(cell for cell in blank if cell.find(q("is")) is None):
        _blank(cell, number, empty=empty)


# -- what stands around the cells


def hiasan_wps(buku: Buku) -> None:
    for root in buku.sheets.values():
        data = root.find(q("sheetData"))
        assert data is not None
        table = Element(
            q("autoFilter"), {"ref": "A4:U20", f"{WPS}filterBottomFollowUsedRange": "0"}
        )
        column = made(table, "filterColumn", colId="3")
        made(made(column, "filters"), "filter", val="x")
        extension = made(made(column, "extLst"), "ext", uri="{wps}")
        SubElement(extension, f"{WPS}colorFilters").set("val", "1")
        root.insert(list(root).index(data) + 1, table)
        for cell in root.iter(q("c")):
            cell.set(f"{WPS}fmt", "1")


def isi_pilihan(buku: Buku) -> None:
    for root in (*buku.sheets.values(), buku.workbook):
        choice = Element(f"{MC}AlternateContent")
        SubElement(SubElement(choice, f"{MC}Choice", Requires="x14"), q("controls"))
        SubElement(choice, f"{MC}Fallback")
        root.insert(0, choice)


def hiasan_excel(buku: Buku) -> None:
    for root in buku.sheets.values():
        for row in rows_of(root):
            row.attrib.update({"spans": "1:30", f"{X14AC}dyDescent": "0.25", "thickBot": "1"})
            for cell in row:
                kept = dict(reversed(cell.attrib.items()))
                cell.attrib.clear()
                cell.attrib.update({"ph": "1", "cm": "1", **kept})


def tanpa_hiasan(buku: Buku) -> None:
    """Keep the cells and the merges, and drop all else, as viewers on phones do."""
    kept = {q("sheetData"), q("mergeCells")}
    for root in buku.sheets.values():
        for child in [child for child in root if child.tag not in kept]:
            root.remove(child)
    for child in [child for child in buku.workbook if child.tag == q("definedNames")]:
        buku.workbook.remove(child)
    gone = ("xl/tables", "xl/worksheets/_rels", "xl/theme", "xl/comments", "xl/drawings")
    for name in [name for name in buku.others if name.startswith(gone)]:
        del buku.others[name]


def berinden(buku: Buku) -> None:
    for root in (*buku.sheets.values(), buku.workbook, *buku.strings):
        indent(root)


SEKITAR: dict[str, Isi] = {
    "dimensi A1": dimensi("A1"),
    "dimensi A1:A1": dimensi("A1:A1"),
    "dimensi seluruh lembar": dimensi("A1:XFD1048576"),
    "tanpa dimensi": dimensi(None),
    "teks kosong": sel_teks_kosong,
    "saringan WPS": hiasan_wps,
    "isi pilihan": isi_pilihan,
    "hiasan Excel": hiasan_excel,
    "tanpa hiasan": tanpa_hiasan,
    "berinden": berinden,
    "sel tanpa alamat": tanpa_alamat_sel,
    "baris tanpa nomor": tanpa_alamat_baris,
    "tanpa alamat": tanpa_alamat,
}
