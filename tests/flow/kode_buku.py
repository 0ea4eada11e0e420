r"""Workbooks of the code cases: a sound one, changed by lines that anybody can read.

One line, one change. A place is written as in Excel, `Hasil Kerja!U6`:

    Hasil Kerja!U6 = dua belas             put a value; marks such as `#12` as in tests/drawn.py
    Hasil Kerja!U6 = =80+7.5 → #87.5       a formula with the value that was stored beside it
    Hasil Kerja!C5 = C × 121               a letter so many times
    Hasil Kerja!N5:N7 = ~                  put it into every cell of a range; `~` empties
    Hasil Kerja!Q6 = "\ pasien "           a value in quotation marks, with its spaces and escapes
    Hasil Kerja!B5:B6 digabung
    Hasil Kerja baris 5 disalin ke 14
    Hasil Kerja baris 6 disisipkan         also: dihapus, disembunyikan, dikosongkan; `5-7`
    Hasil Kerja kolom U dihapus            also: disisipkan; a letter
    Hasil Kerja kolom B ditukar dengan C
    lembar Pejabat dihapus                 also: ditambahkan
    lembar Pejabat menjadi Para Pejabat    also: disalin ke
    tanggal dihitung mulai 1904
    paket dipotong                         the last third of the bytes is lost
    paket tanpa xl/workbook.xml
    paket dengan xl/vbaProject.bin
    paket dengan 5 MB nol di xl/media/gambar.bin
    paket dikunci                          every part says that it needs a password
    paket xl/workbook.xml: «a» menjadi «b»
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH

from kinerja_xlsx.spec.book import PENGATURAN
from tests.drawn import PEJABAT, DrawnBook, put, sound_isian

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

STORED = " → "


class Stored(NamedTuple):
    """A formula whose value a spreadsheet program had stored: openpyxl writes only the formula."""

    sheet: str
    cell: str
    value: str


class Draft:
    """A workbook while it is changed, and what is done to its bytes once it is saved."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.stored: list[Stored] = []
        self.package: list[tuple[re.Match[str], Callable[[re.Match[str], bytes], bytes]]] = []

    def cells(self, place: str) -> list[Cell]:
        """List the cells of `Lembar!A1` or `Lembar!A1:B3`."""
        sheet, _, area = place.rpartition("!")
        found = self.book[sheet][area]
        rows = found if isinstance(found, tuple) else ((found,),)
        return [cell for row in rows for cell in (row if isinstance(row, tuple) else (row,))]


def umum() -> DrawnBook:
    """Draw a sound Isian of three people, one of them a PPPK; nothing at all is said about it."""
    book = sound_isian(3)
    book.labels["Capaian Kinerja Organisasi"] = "Istimewa"
    book.sheets["Pejabat"].append(
        {
            "Kode": "WALIKOTA",
            "Nama": "Contoh Wali Kota",
            "Jabatan": "Wali Kota",
            "Unit Kerja/Instansi": "Pemerintah Kota Contoh",
        }
    )
    return book


def pengaturan() -> DrawnBook:
    """Draw the settings of an agency: two units, the people of `umum`, two periods."""
    cells = ("NIP", "Nama", "Status ASN", "Golongan", "Jabatan", "Jenis Jabatan", "Jenjang")
    people = umum().sheets["Pegawai"]
    return DrawnBook(
        labels={
            "Nama Instansi": "Pemerintah Kota Contoh",
            "Kota/Kabupaten": "Kota Contoh",
            "Tempat": "Serang",
            "Kertas": "A4",
        },
        sheets={
            "Unit": [{"Kode": "DINKES", "Nama": "Dinas Kesehatan"}],
            "Pegawai": [
                {"Kode Unit": "DINKES", **{heading: row[heading] for heading in cells}}
                for row in people
            ],
            "Pejabat": [
                {
                    "Kode": PEJABAT,
                    "Nama": "Contoh Kepala, M.Kes.",
                    "Jabatan": "Kepala Dinas",
                    "Unit Kerja/Instansi": "Dinas Kesehatan",
                }
            ],
            "Periode": [{"Kode": "2026-TW1"}],
        },
        meta={"templat": PENGATURAN.template, "versi": PENGATURAN.version},
        spec=PENGATURAN,
    )


def render_book(drawn: DrawnBook, changes: Sequence[str]) -> bytes:
    """Apply every line to a sound workbook and save it."""
    draft = Draft(drawn.workbook())
    for line in changes:
        _apply(draft, line)
    buffer = BytesIO()
    draft.book.save(buffer)
    data = _with_stored(buffer.getvalue(), draft.stored)
    for match, change in draft.package:
        data = change(match, data)
    return data


def _apply(draft: Draft, line: str) -> None:
    for pattern, change in _IN_BOOK:
        match = pattern.fullmatch(line)
        if match:
            change(draft, match)
            return
    for pattern, later in _IN_PACKAGE:
        match = pattern.fullmatch(line)
        if match:
            draft.package.append((match, later))
            return
    raise ValueError(f"perubahan tidak dikenal: {line}")


# -- changes of the workbook ---------------------------------------------------------------------


def _put(draft: Draft, match: re.Match[str]) -> None:
    text = match["value"]
    formula, is_stored, value = text.partition(STORED)
    drawn = json.loads(text) if text.startswith('"') else _repeated(formula)
    for cell in draft.cells(match["place"]):
        cell.value, cell.number_format = None, "General"
        put(cell, None if drawn == "~" else drawn)
        if is_stored:
            draft.stored.append(Stored(cell.parent.title, cell.coordinate, value))


def _repeated(text: str) -> str:
    letter, is_repeated, times = text.partition(" × ")
    return letter * int(times) if is_repeated else text


def _merge(draft: Draft, match: re.Match[str]) -> None:
    draft.book[match["sheet"]].merge_cells(match["area"])


def _change_rows(draft: Draft, match: re.Match[str]) -> None:
    sheet = draft.book[match["sheet"]]
    first, last = int(match["first"]), int(match["last"] or match["first"])
    count = last - first + 1
    match match["verb"]:
        case "disisipkan":
            sheet.insert_rows(first, count)
        case "dihapus":
            sheet.delete_rows(first, count)
        case "disembunyikan":
            for row in range(first, last + 1):
                sheet.row_dimensions[row].hidden = True
        case _:
            for row in range(first, last + 1):
                _empty(sheet, row)


def _empty(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.value = None


def _copy_row(draft: Draft, match: re.Match[str]) -> None:
    sheet = draft.book[match["sheet"]]
    for cell in sheet[int(match["first"])]:
        twin = sheet.cell(int(match["to"]), cell.column)
        twin.value, twin.number_format = cell.value, cell.number_format


def _change_column(draft: Draft, match: re.Match[str]) -> None:
    sheet = draft.book[match["sheet"]]
    column = sheet[f"{match['letter']}1"].column
    change = sheet.insert_cols if match["verb"] == "disisipkan" else sheet.delete_cols
    change(column)


def _swap_columns(draft: Draft, match: re.Match[str]) -> None:
    sheet = draft.book[match["sheet"]]
    for row in range(1, sheet.max_row + 1):
        one, other = (sheet[f"{match[key]}{row}"] for key in ("letter", "other"))
        one.value, other.value = other.value, one.value
        one.number_format, other.number_format = other.number_format, one.number_format


def _change_sheet(draft: Draft, match: re.Match[str]) -> None:
    book, name = draft.book, match["sheet"]
    match match["verb"]:
        case "dihapus":
            del book[name]
        case "ditambahkan":
            book.create_sheet(name)["A1"] = "catatan"
        case "menjadi":
            # The public setter refuses a name that differs in case only.
            book[name]._WorkbookChild__title = match["to"]  # type: ignore[attr-defined] # above
        case _:
            book.copy_worksheet(book[name]).title = match["to"]


def _count_from_1904(draft: Draft, match: re.Match[str]) -> None:
    del match
    draft.book.epoch = MAC_EPOCH


# -- changes of the saved bytes ------------------------------------------------------------------


def _with_stored(data: bytes, stored: Sequence[Stored]) -> bytes:
    """Put the stored values beside their formulas, as a spreadsheet program leaves them."""
    if not stored:
        return data
    names = _parts_by_sheet(data)
    for item in stored:
        data = _rewrite(data, names[item.sheet], lambda xml, item=item: _store(xml, item))
    return data


def _store(xml: bytes, item: Stored) -> bytes:
    number = item.value.removeprefix("#")
    kind = "" if item.value.startswith("#") else ' t="str"'
    pattern = rf'(<c r="{item.cell}"[^>]*?)(?: t="\w+")?>(<f>[^<]*</f>)<v ?/?>(?:</v>)?'
    changed, count = re.subn(pattern.encode(), rf"\1{kind}>\2<v>{number}</v>".encode(), xml)
    assert count == 1, item
    return changed


def _parts_by_sheet(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        text = package.read("xl/workbook.xml").decode()
    names = re.findall(r'<sheet [^>]*?name="([^"]+)"', text)
    return {name: f"xl/worksheets/sheet{index}.xml" for index, name in enumerate(names, start=1)}


def _rewrite(data: bytes, part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Write the package anew with one part changed, added, or left out (None)."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        members = {info.filename: old.read(info) for info in old.infolist()}
        changed = change(members.get(part, b""))
        if changed is None:
            del members[part]
        else:
            members[part] = changed
        for name, content in members.items():
            new.writestr(name, content, compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _cut(match: re.Match[str], data: bytes) -> bytes:
    del match
    return data[: len(data) * 2 // 3]


def _drop_part(match: re.Match[str], data: bytes) -> bytes:
    return _rewrite(data, match["part"], lambda _: None)


def _add_part(match: re.Match[str], data: bytes) -> bytes:
    return _rewrite(data, match["part"], lambda _: b"<x/>")


def _add_zeros(match: re.Match[str], data: bytes) -> bytes:
    return _rewrite(data, match["part"], lambda _: bytes(int(match["size"]) << 20))


def _lock(match: re.Match[str], data: bytes) -> bytes:
    """Set the flag of a password on every entry of the directory."""
    del match
    return re.sub(
        rb"PK\x01\x02.{4}\x00", lambda entry: entry[0][:-1] + b"\x01", data, flags=re.DOTALL
    )


def _replace(match: re.Match[str], data: bytes) -> bytes:
    old, new = match["old"].encode(), match["new"].encode()

    def change(xml: bytes) -> bytes:
        assert old in xml, match["old"]
        return xml.replace(old, new)

    return _rewrite(data, match["part"], change)


_ROWS = r"(?P<sheet>.+) baris (?P<first>\d+)"
_IN_BOOK: tuple[tuple[re.Pattern[str], Callable[[Draft, re.Match[str]], None]], ...] = (
    (re.compile(r"(?P<place>[^=]+![A-Z]+\d+(?::[A-Z]+\d+)?) = (?P<value>.*)", re.DOTALL), _put),
    (re.compile(r"(?P<sheet>.+)!(?P<area>\w+:\w+) digabung"), _merge),
    (re.compile(rf"{_ROWS} disalin ke (?P<to>\d+)"), _copy_row),
    (
        re.compile(
            rf"{_ROWS}(?:-(?P<last>\d+))? "
            r"(?P<verb>disisipkan|dihapus|disembunyikan|dikosongkan)"
        ),
        _change_rows,
    ),
    (re.compile(r"(?P<sheet>.+) kolom (?P<letter>[A-Z]+) (?P<verb>disisipkan|dihapus)"),
     _change_column),
    (re.compile(r"(?P<sheet>.+) kolom (?P<letter>[A-Z]+) ditukar dengan (?P<other>[A-Z]+)"),
     _swap_columns),
    (re.compile(r"lembar (?P<sheet>.+) (?P<verb>dihapus|ditambahkan)"), _change_sheet),
    (re.compile(r"lembar (?P<sheet>.+) (?P<verb>menjadi|disalin ke) (?P<to>.+)"), _change_sheet),
    (re.compile(r"tanggal dihitung mulai 1904"), _count_from_1904),
)  # fmt: skip
_IN_PACKAGE: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], bytes], bytes]], ...
] = (
    (re.compile(r"paket dipotong"), _cut),
    (re.compile(r"paket dikunci"), _lock),
    (re.compile(r"paket dengan (?P<size>\d+) MB nol di (?P<part>\S+)"), _add_zeros),
    (re.compile(r"paket tanpa (?P<part>\S+)"), _drop_part),
    (re.compile(r"paket dengan (?P<part>\S+)"), _add_part),
    (re.compile(r"paket (?P<part>\S+): «(?P<old>.+)» menjadi «(?P<new>.*)»"), _replace),
)  # fmt: skip
