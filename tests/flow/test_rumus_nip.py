"""No workbook of ours counts or adds by NIP: there Excel takes 15 equal digits for one number."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.run.process import process
from tests.drawn import put
from tests.flow.alur import HERE, PERAWAT, heading_columns, open_office, send

BLANKS = Path(__file__).parents[2] / "templates"
COUNTING = re.compile(r"\b(?:COUNT|SUM|AVERAGE|MAX|MIN)IFS?\(")
IN_XML = re.compile(r"<(?:\w+:)?(?:f|formula|formula1|formula2)\b[^>]*>([^<]+)<")
RANGE = re.compile(r"(?:('[^']+'|\w+)!)?(\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}\$?[0-9]+)")
NIP = re.compile(r"[0-9]{15,}")
ROWS_ABOVE = 2
"""The heading stands in one of the rows above a range."""


def formulas_of(path: Path) -> Iterator[tuple[str, str]]:
    """Give every formula as its part writes it: of cells, validations, colours and names."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith(("xl/worksheets/", "xl/tables/", "xl/workbook.xml")):
                text = package.read(name).decode()
                yield from ((name, html.unescape(found)) for found in IN_XML.findall(text))


def counted(formula: str) -> Iterator[str]:
    """Give what stands between the parentheses of each counting or adding function."""
    for call in COUNTING.finditer(formula):
        depth, at = 1, call.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(formula[at], 0)
            at += 1
        yield formula[call.end() : at - 1]


def holds_nips(book: Workbook, own: str, inside: str) -> bool:
    """Tell whether a range of a call holds NIP, by its cells or by the heading above it."""
    for name, cells in RANGE.findall(inside):
        sheet = book[name.strip("'") or own]
        rows = list(sheet[cells.replace("$", "")])
        first = rows[0][0]
        above = [sheet.cell(row, first.column).value
                 for row in range(max(first.row - ROWS_ABOVE, 1), first.row)]  # fmt: skip
        values = [cell.value for row in rows for cell in row]
        if "NIP" in above or any(NIP.fullmatch(str(value)) for value in values):
            return True
    return False


def faults_in(path: Path) -> list[str]:
    """List the counting formulas of a workbook that read NIP, or whose ranges are not plain."""
    book = load_workbook(path)
    found = []
    for part, formula in formulas_of(path):
        own = _sheet_of(book, part)
        if any(_is_wrong(book, own, inside) for inside in counted(formula)):
            found.append(f"{path.name} {own}: {formula}")
    return found


def _is_wrong(book: Workbook, own: str, inside: str) -> bool:
    return not RANGE.search(inside) or "[" in inside or holds_nips(book, own, inside)


def _sheet_of(book: Workbook, part: str) -> str:
    number = re.search(r"sheet([0-9]+)\.xml", part)
    return book.sheetnames[int(number[1]) - 1] if number else ""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Write one of everything: templates, Hasil, Perbaikan and rekap of an office with a slip."""
    office = open_office(tmp_path_factory.mktemp("kantor"))
    sent = send(office)
    book = load_workbook(sent)
    sheet = book["Hasil Kerja"]
    put(sheet.cell(5, heading_columns(sheet)["Realisasi"]), "dua belas")
    book.save(sent)
    process(office, HERE)
    return (*sorted(office.output.rglob("*.xlsx")), *sorted(BLANKS.glob("*.xlsx")))


def test_no_workbook_counts_or_adds_by_nip(written: tuple[Path, ...]) -> None:
    kinds = {path.name.split("_")[0].removesuffix(".xlsx") for path in written}
    calls = [call for path in written for _, text in formulas_of(path) for call in counted(text)]

    assert kinds >= {"Hasil", "Perbaikan", "rekap", "Isian", "SKP", "Pengaturan"}
    assert len(calls) > 5
    assert [fault for path in written for fault in faults_in(path)] == []


def test_counting_by_nip_would_be_found(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["B1"], sheet["B2"] = "Kunci", PERAWAT, "NIP", None
    sheet["C1"], sheet["C2"] = "=COUNTIF($A$2:$A$2,A2)", "=SUM(1,SUMIF(B2:B3,B2,C2:C3))"
    sheet["D1"], sheet["D2"] = "=COUNTIF(C1:C2,3)", "=COUNTIF(Tabel[NIP],A2)"
    book.save(tmp_path / "uji.xlsx")

    found = [fault.rpartition(": ")[2] for fault in faults_in(tmp_path / "uji.xlsx")]
    assert sorted(found) == [
        "COUNTIF($A$2:$A$2,A2)", "COUNTIF(Tabel[NIP],A2)", "SUM(1,SUMIF(B2:B3,B2,C2:C3))"
    ]  # fmt: skip
