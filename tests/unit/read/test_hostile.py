"""Hostile workbooks, raw and made of a filled Isian: refused by their kind, or read right."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellFacts
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from tests.drawn import DrawnBook, headings_of, sound_isian
from tests.unit.read.hostile import (
    FAR_CELL,
    HASIL_KERJA_PART,
    filled,
    with_dimension,
    with_far_cell,
)
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
    saved,
    shared_xml,
    sheet_xml,
    styles_xml,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLES_PART = "xl/styles.xml"
STRINGS_PART = "xl/sharedStrings.xml"
REALISASI = headings_of(HasilKerjaRow).index("Realisasi")


def bomb(mebibytes: int) -> Iterator[bytes]:
    yield f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    for _ in range(mebibytes):
        yield b" " * (1 << 20)
    yield b"</sheetData></worksheet>"


def entities(kind: str) -> str:
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
    return {
        "bersarang": f'<!DOCTYPE sst [<!ENTITY e0 "lol">{nested}]>',
        "kuadratis": f'<!DOCTYPE sst [<!ENTITY a "{"A" * 50_000}">]>',
        "luar": '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    }[kind]


# -- P01: one cell in the last corner of the grid


@pytest.mark.parametrize("part", [SHEET_PART, HASIL_KERJA_PART])
def test_p01_far_cell_is_refused_by_its_address(part: str) -> None:
    is_raw = part == SHEET_PART
    data = raw_book(GOOD + FAR_CELL) if is_raw else with_far_cell(filled(), part)

    error = refusal(data, DATA_BOOK if is_raw else ISIAN)

    assert error.code is IssueCode.BRK_08
    assert error.context == {
        "ukuran": f"sel XFD1048576 di lembar «{'Data' if is_raw else 'Hasil Kerja'}»",
        "batas": "200.000 baris dan 400 kolom",
    }


def test_p01_far_cell_in_a_sheet_that_is_not_read_is_harmless(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook.create_sheet("coretan")["XFD1048576"] = 1

    assert [issue.code for issue in read(saved(workbook)).issues] == [IssueCode.LBR_16]


# -- P02: a small file that grows without end


@pytest.mark.parametrize("is_raw", [True, False])
def test_p02_bomb_is_refused_long_before_it_is_whole(*, is_raw: bool) -> None:
    if is_raw:
        data = pack_chunks(raw_parts(b""), bomb(100))
    else:
        data = mutate(filled(), HASIL_KERJA_PART, lambda _: b"".join(bomb(100)))
    tracemalloc.start()

    error = refusal(data, DATA_BOOK if is_raw else ISIAN)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.code is IssueCode.BRK_08
    assert error.context["batas"] == "64 MB"
    assert error.context["ukuran"].startswith("lembar «")
    assert peak < 50 << 20


# -- P03: entities


@pytest.mark.parametrize("kind", ["bersarang", "kuadratis", "luar"])
def test_p03_entities_are_refused_unread(kind: str) -> None:
    rows = HEAD + row(2, '<c r="A2" t="s"><v>0</v></c>')
    raw = raw_book(rows, shared=shared_xml("&e8;", prolog=entities(kind)))
    mutated = mutate(
        filled(),
        HASIL_KERJA_PART,
        lambda xml: entities(kind).encode() + xml.replace(b"NIP", b"&e8;"),
    )

    for data, book, part in ((raw, DATA_BOOK, STRINGS_PART), (mutated, ISIAN, HASIL_KERJA_PART)):
        error = refusal(data, book)
        assert error.code is IssueCode.BRK_19
        assert error.context == {"sebab": f"ada DOCTYPE di {part}"}


# -- P04, P05: an extent that lies


@pytest.mark.parametrize("reference", ["A1", "A1:XFD1048576"])
def test_p04_p05_lying_extent_changes_nothing(reference: str) -> None:
    people = "".join(person(i, str(i), f"Contoh {i}", 80) for i in range(2, 602))
    lying = sheet_xml(HEAD + people, before=f'<dimension ref="{reference}"/>')

    assert len(read_data(pack(raw_parts(lying))).rows) == 600
    assert read(with_dimension(filled(), reference)).sheets == read(filled()).sheets


# -- P06: styles that another reader refuses


def test_p06_empty_fill_is_read() -> None:
    parts = raw_parts(sheet_xml(GOOD))
    parts[STYLES_PART] = styles_xml("<fill/>")
    mutated = mutate(
        filled(), STYLES_PART, lambda xml: xml.replace(b"</fills>", b"<fill/></fills>")
    )

    assert len(read_data(pack(parts)).rows) == 2
    assert read(mutated).sheets == read(filled()).sheets


# -- P07, P08: neither blank nor zero


def test_p07_error_where_a_score_should_be() -> None:
    rows = (
        HEAD + row(2, text("A2", "1"), '<c r="D2" t="e"><v>#N/A</v></c>') + person(3, "2", "b", 9)
    )
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "!#N/A"

    raw, hasil_kerja = read_data(raw_book(rows)), read(bytes_of(book)).sheets[2]

    assert raw.rows[0].facts == {3: CellFacts(error="#N/A")}
    assert raw.rows[1].values[3] == 9.0
    assert hasil_kerja.rows[0].facts == {REALISASI: CellFacts(error="#N/A")}
    assert hasil_kerja.rows[1].values[REALISASI] == 38.5


def test_p08_formula_never_calculated() -> None:
    rows = HEAD + row(2, text("A2", "1"), '<c r="D2"><f>80+7.5</f><v></v></c>', number("E2", 1, 1))
    book = sound_isian()
    book.sheets["Hasil Kerja"][0]["Realisasi"] = "=80+7.5"

    raw, hasil_kerja = read_data(raw_book(rows)), read(bytes_of(book)).sheets[2]

    uncached = CellFacts(formula=True, uncached=True)
    assert (raw.rows[0].values[3], raw.rows[0].facts) == (None, {3: uncached})
    assert hasil_kerja.rows[0].values[REALISASI] is None
    assert hasil_kerja.rows[0].facts == {REALISASI: uncached}


# -- P09: the NIP arrives exactly as it was typed


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        ("#1.98507172010011E+17", 1.98507172010011e17),
        ("\u00a0198507172010011002\u200b", "\u00a0198507172010011002\u200b"),
        ("19850717 201001 1 002", "19850717 201001 1 002"),
        ("'198507172010011002", "'198507172010011002"),
    ],
)
def test_p09_nip_is_never_converted(isian: DrawnBook, drawn: str, read_as: object) -> None:
    isian.sheets["Pegawai"][0]["NIP"] = drawn

    value = read(bytes_of(isian)).sheets[0].rows[0].values[0]

    assert (type(value), value) == (type(read_as), read_as)
