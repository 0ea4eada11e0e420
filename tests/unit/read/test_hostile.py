"""Hostile workbooks, raw and made of a filled Isian: refused by their kind, or read right."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.model.submission import CellFacts, Submission
from kinerja_xlsx.read import is_lock_file, is_system_file, read_submission, take_snapshot
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.drawn import NIPS, DrawnBook, column_of, sound_isian
from tests.unit.read.raw import (
    DATA_BOOK,
    GOOD,
    HEAD,
    MAIN,
    SHEET_PART,
    bytes_of,
    mutate,
    number,
    pack,
    pack_chunks,
    person,
    raw_book,
    raw_parts,
    read,
    read_data,
    refusal,
    row,
    shared_xml,
    sheet_xml,
    styles_xml,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

HASIL_KERJA_PART = "xl/worksheets/sheet4.xml"
STYLES_PART = "xl/styles.xml"
STRINGS_PART = "xl/sharedStrings.xml"
FAR_CELL = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ROOT = Path(__file__).resolve().parents[3]
WIDE_MARGIN_MIB = 200
"""An idle process of ours takes about 60."""


def filled() -> bytes:
    return bytes_of(sound_isian())


def bomb(mebibytes: int) -> Iterator[bytes]:
    yield f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    for _ in range(mebibytes):
        yield b" " * (1 << 20)
    yield b"</sheetData></worksheet>"


def with_far_cell(data: bytes, part: str) -> bytes:
    far = FAR_CELL.encode() + b"</sheetData>"
    return mutate(data, part, lambda xml: xml.replace(b"</sheetData>", far))


def with_dimension(data: bytes, reference: str) -> bytes:
    def change(xml: bytes) -> bytes:
        head, _, tail = xml.partition(b'<dimension ref="')
        return head + f'<dimension ref="{reference}'.encode() + tail[tail.index(b'"') :]

    return mutate(data, HASIL_KERJA_PART, change)


def entities(kind: str) -> str:
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
    return {
        "bersarang": f'<!DOCTYPE sst [<!ENTITY e0 "lol">{nested}]>',
        "kuadratis": f'<!DOCTYPE sst [<!ENTITY a "{"A" * 50_000}">]>',
        "luar": '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    }[kind]


def in_own_process(path: Path) -> tuple[str, int]:
    """Read a file in a process of its own; give the outcome and its peak memory in MiB."""
    pytest.importorskip("resource", reason="memory of a process is measured on POSIX only")
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.read.outcome", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    outcome, peak = done.stdout.split()
    return outcome, int(peak)


# -- P01: one cell in the last corner -------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "book"),
    [(raw_book(GOOD + FAR_CELL), DATA_BOOK), (with_far_cell(filled(), HASIL_KERJA_PART), ISIAN)],
    ids=["mentah", "isian"],
)
def test_p01_far_cell_is_refused_by_its_address(data: bytes, book: object) -> None:
    error = refusal(data, DATA_BOOK if book is DATA_BOOK else ISIAN)

    assert error.code is IssueCode.BRK_08
    assert error.context == {"ukuran": "sel XFD1048576", "batas": "200.000 baris dan 400 kolom"}


def test_p01_far_cell_in_a_sheet_that_is_not_read_is_harmless() -> None:
    book = sound_isian().workbook()
    book.create_sheet("coretan")["XFD1048576"] = 1
    from io import BytesIO  # noqa: PLC0415

    buffer = BytesIO()
    book.save(buffer)

    assert [issue.code for issue in read(buffer.getvalue()).issues] == [IssueCode.LBR_16]
