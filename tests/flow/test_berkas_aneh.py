"""Hostile files beside sound ones: each has its own outcome, and no other file suffers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import BarisBerkas, ExitCode, RunResult
from kinerja_xlsx.run.process import process
from tests.flow.alur import (
    HERE,
    KEPALA,
    PENGELOLA,
    PERAWAT,
    heading_columns,
    outputs_of,
    sent_by_three,
    settle,
)
from tests.unit.read.raw import GOOD, SHEET_PART, mutate, raw_book

ODD = "PKM.xlsx"
FIRST = 5
"""The first row of data."""
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
DOCTYPE = b'<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def part_of(data: bytes, sheet: str) -> str:
    """Name the part that holds a sheet."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        workbook = package.read("xl/workbook.xml").decode()
        relations = package.read("xl/_rels/workbook.xml.rels").decode()
    key = re.search(rf'<sheet [^>]*name="{sheet}"[^>]*r:id="(\w+)"', workbook)
    assert key is not None
    target = re.search(rf'<Relationship [^>]*Target="/?(?:xl/)?([^"]+)" Id="{key[1]}"', relations)
    assert target is not None
    return f"xl/{target[1]}"


def in_part(sheet: str | None, change: Callable[[bytes], bytes]) -> bytes:
    """Change the XML of a sheet, or the styles, of a filled Isian."""
    data = sent_by_three()[ODD]

    def really(xml: bytes) -> bytes:
        changed = change(xml)
        assert changed != xml
        return changed

    return mutate(data, part_of(data, sheet) if sheet else "xl/styles.xml", really)


def edited(change: Callable[[Workbook], None]) -> bytes:
    """Change a filled Isian as an office program would."""
    book = load_workbook(BytesIO(sent_by_three()[ODD]))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def far(xml: bytes) -> bytes:
    return xml.replace(b"</sheetData>", FAR)


def bomb(xml: bytes) -> bytes:
    return xml.replace(b"<sheetData>", b"<sheetData>" + b" " * (65 << 20))


def entity(xml: bytes) -> bytes:
    return DOCTYPE + xml


def with_dimension(reference: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: re.sub(b'<dimension ref="[^"]+"', b'<dimension ref="%s"' % reference, xml)


def empty_fill(xml: bytes) -> bytes:
    return xml.replace(b"</fills>", b"<fill/></fills>")


def answer(tmp_path: Path, **files: bytes) -> tuple[RunResult, dict[str, bytes]]:
    """Process odd files beside two sound ones, which must come out as if they were alone."""
    sound = {name: data for name, data in sent_by_three().items() if name != ODD}
    odd = {name.replace("__", "."): data for name, data in files.items()}
    office, alone = settle(tmp_path / "a", sound | odd), settle(tmp_path / "b", sound)
    before = {path: path.read_bytes() for path in office.input.iterdir()}

    result = process(office, HERE)

    process(alone, HERE)
    made = outputs_of(office)
    for name, data in outputs_of(alone).items():
        if "/unit/" in name:
            assert made[name] == data
    assert {path: path.read_bytes() for path in office.input.iterdir()} == before
    return result, made


def line_of(result: RunResult, name: str = ODD) -> BarisBerkas:
    (line,) = (file for file in result.files if file.file == name)
    return line


def errors_of(result: RunResult, name: str = ODD) -> list[Issue]:
    return [
        issue
        for issue in result.issues
        if issue.severity is Severity.GALAT and issue.place.file == name
    ]


# -- refused


def assert_refused(tmp_path: Path, data: bytes, code: IssueCode) -> None:
    result, made = answer(tmp_path, PKM__xlsx=data)

    assert [issue.code for issue in errors_of(result)] == [code]
    assert line_of(result).verdict is FileVerdict.DITOLAK
    assert line_of(result).rows is None
    assert f"tanpa-periode/ditolak/Penjelasan_{ODD}" in made
    assert result.exit_code is ExitCode.ADA_YANG_DITAHAN


@pytest.mark.parametrize(
    ("change", "code"),
    [(far, IssueCode.BRK_08), (bomb, IssueCode.BRK_08), (entity, IssueCode.BRK_19)],
    ids=["P01", "P02", "P03"],
)
def test_hostile_isian_is_refused(
    tmp_path: Path, change: Callable[[bytes], bytes], code: IssueCode
) -> None:
    assert_refused(tmp_path, in_part("Hasil Kerja", change), code)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (far, IssueCode.BRK_09),
        (bomb, IssueCode.BRK_08),
        (entity, IssueCode.BRK_19),
    ],
    ids=["P01", "P02", "P03"],
)
def test_hostile_book_of_another_kind_is_refused(
    tmp_path: Path, change: Callable[[bytes], bytes], code: IssueCode
) -> None:
    assert_refused(tmp_path, mutate(raw_book(GOOD), SHEET_PART, change), code)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 terpotong", IssueCode.BRK_04),
        (b"", IssueCode.BRK_07),
        (b"<html><table><tr><td>NIP</td></tr></table></html>", IssueCode.BRK_01),
        (b"NIP;Nilai\r\n001;87,5\r\n", IssueCode.BRK_01),
    ],
    ids=["potong", "nol", "html", "csv"],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes, code: IssueCode) -> None:
    assert_refused(tmp_path, data, code)


def test_isian_without_its_tail_is_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path, sent_by_three()[ODD][:-40], IssueCode.BRK_04)


# -- read as if nothing were odd


@pytest.mark.parametrize(
    ("sheet", "change"),
    [
        ("Hasil Kerja", with_dimension(b"A1")),
        ("Hasil Kerja", with_dimension(b"A1:XFD1048576")),
        (None, empty_fill),
    ],
    ids=["P04", "P05", "P06"],
)
def test_harmless_oddity_changes_no_figure(
    tmp_path: Path, sheet: str | None, change: Callable[[bytes], bytes]
) -> None:
    result, made = answer(tmp_path, PKM__xlsx=in_part(sheet, change))
    _, plain = answer(tmp_path / "biasa", PKM__xlsx=sent_by_three()[ODD])

    assert errors_of(result) == []
    assert line_of(result).verdict is FileVerdict.DITERIMA
    assert made == plain


# -- withheld at the cell


def with_error(book: Workbook) -> None:
    cell = realisasi(book, PERAWAT)
    cell.value, cell.data_type = "#N/A", "e"


def with_formula(book: Workbook) -> None:
    realisasi(book, PERAWAT).value = "=80+7.5"


def realisasi(book: Workbook, nip: str):  # type: ignore[no-untyped-def] # noqa: ANN201 - a cell of openpyxl
    """Find the first cell of Realisasi of a person."""
    sheet = book["Hasil Kerja"]
    columns = heading_columns(sheet)
    rows = range(FIRST, sheet.max_row + 1)
    row = next(row for row in rows if sheet.cell(row, columns["NIP"]).value == nip)
    return sheet.cell(row, columns["Realisasi"])


@pytest.mark.parametrize(
    ("change", "code"),
    [(with_error, IssueCode.SEL_22), (with_formula, IssueCode.SEL_21)],
    ids=["P07", "P08"],
)
def test_cell_without_a_value_is_neither_blank_nor_zero(
    tmp_path: Path, change: Callable[[Workbook], None], code: IssueCode
) -> None:
    result, _ = answer(tmp_path, PKM__xlsx=edited(change))

    (issue,) = errors_of(result)
    assert (issue.code, issue.place.sheet, issue.place.heading) == (
        code,
        "Hasil Kerja",
        "Realisasi",
    )
    assert issue.nip == PERAWAT
    held = [line.nip for line in result.periods[0].employees if line.status.value == "ditahan"]
    assert held == [PERAWAT]
    people = line_of(result).people
    assert (people.evaluated, people.withheld) == (2, 1)


def test_p09_numeric_nip_is_held_and_spelled_ones_are_read(tmp_path: Path) -> None:
    spelled = {KEPALA: f"\u00a0{KEPALA}\u200b", PERAWAT: "19900101 201503 1 001"}

    def spell(book: Workbook) -> None:
        for cell in book["Pegawai"]["B"]:
            if cell.value in spelled:
                cell.value = spelled[str(cell.value)]
            elif cell.value == PENGELOLA:
                cell.value, cell.number_format = float(PENGELOLA), "0"

    result, _ = answer(tmp_path, PKM__xlsx=edited(spell))

    (issue,) = errors_of(result)
    assert (issue.code, issue.place.sheet, issue.place.heading) == (
        IssueCode.SEL_12,
        "Pegawai",
        "NIP",
    )
    mine = [line for line in result.periods[0].employees if line.unit == "PKM"]
    assert {line.nip for line in mine if line.predikat} == {KEPALA, PERAWAT}
    noted = [i.code for i in result.issues if i.place.file == ODD and i.place.heading == "NIP"]
    assert IssueCode.SEL_16 in noted
