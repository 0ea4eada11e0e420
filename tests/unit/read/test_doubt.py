"""Unusual XML is read twice; what two readings see differently is refused, never chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.submission import CellFacts
from kinerja_xlsx.read.values import read_values
from tests.unit.read.raw import (
    GOOD,
    HEAD,
    number,
    pack,
    raw_book,
    raw_parts,
    read_data,
    refusal,
    row,
    shared_xml,
    sheet_xml,
    text,
)

if TYPE_CHECKING:
    from kinerja_xlsx.read.values import Rows, ValueParts


@pytest.mark.parametrize(
    "rows",
    [
        GOOD.replace("<row ", "<x:row ").replace("</row>", "</x:row>"),
        GOOD.replace('"', "'"),
        GOOD.replace("<row r=", "<!-- <row r='9'> --><row r="),
        "".join(f"<row>{part.partition('>')[2]}" for part in GOOD.split("<row ")[1:]),
        GOOD.replace("<c r=", "<c cm='1' r="),
    ],
    ids=["awalan", "petik tunggal", "komentar", "tanpa nomor baris", "petik campuran"],
)
def test_unusual_writing_gives_the_same_rows(rows: str) -> None:
    data = pack(raw_parts(sheet_xml(rows).replace("<worksheet ", '<worksheet xmlns:x="urn:x" ')))

    assert read_data(data).rows == read_data(raw_book(GOOD)).rows


def test_unusual_writing_keeps_errors_and_truth_values() -> None:
    cells = '<c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#N/A</v></c>'
    rows = (HEAD + row(2, text("A2", "1"), cells)).replace('"', "'")

    (found,) = read_data(raw_book(rows)).rows

    assert found.values == ("1", None, False, None, None)
    assert found.facts == {3: CellFacts(error="#N/A")}


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1" ht="15"  hidden="0" >\n  ' + GOOD[len('<row r="1">') :],
        GOOD.replace("</row>", "</row>\n"),
        GOOD.replace("/row><row r=", '/row><row ht="12" r='),
        GOOD.replace('<c r="A2"', '<c s="0" r="A2"'),
        GOOD + "".join(f'<row r="{i}"><c r="A{i}" s="1"/></row>' for i in range(4, 300_000, 99)),
    ],
    ids=["spasi", "baris baru", "r di belakang", "r sel di belakang", "format di bawah"],
)
def test_usual_variations_give_the_same_rows(rows: str) -> None:
    assert read_data(raw_book(rows)).rows == read_data(raw_book(GOOD)).rows


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        (number("D2", 1) + number("D2", 2), "ditulis dua kali"),
        ('<c r="D2" t="str"><v><![CDATA[85]]></v></c>', "terbaca berbeda"),
        (number("D2", "NaN"), "terbaca berbeda"),
        (number("D2", "1e999"), "terbaca berbeda"),
        (number("D2", "tujuh"), "terbaca berbeda"),
    ],
    ids=["dua kali", "CDATA", "bukan angka", "tak hingga", "kata"],
)
def test_disagreement_is_refused_and_never_chosen(cells: str, cell: str) -> None:
    error = refusal(raw_book(HEAD + row(2, text("A2", "1"), cells)))

    assert error.code is IssueCode.BRK_19
    assert "D2" in error.context["sebab"]
    assert cell in error.context["sebab"]


@pytest.mark.parametrize("index", ["-1", "1.5", "1e1", "x", "+0"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_shared_text_of_no_number_is_never_the_first_of_all(index: str, quote: str) -> None:
    cell = f'<c r="B2" t="s"><v>{index}</v></c>'.replace('"', quote)

    error = refusal(raw_book(HEAD + row(2, text("A2", "1"), cell), shared=shared_xml("satu")))

    assert (error.code, "sel B2" in error.context["sebab"]) == (IssueCode.BRK_19, True)


def test_value_that_the_first_reading_misses_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def forget_one(parts: ValueParts) -> list[Rows]:
        (rows,) = read_values(parts)
        return [[*rows[:-1], [*rows[-1][:3], None, rows[-1][4]]]]

    monkeypatch.setattr("kinerja_xlsx.read.cells.read_values", forget_one)

    error = refusal(raw_book(GOOD))

    assert error.context == {"sebab": "sel D3 di lembar «Data» terbaca berbeda oleh dua cara baca"}


def test_value_that_only_the_first_reading_sees_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def invent_one(parts: ValueParts) -> list[Rows]:
        (rows,) = read_values(parts)
        return [[*rows, [None, "x"]]]

    monkeypatch.setattr("kinerja_xlsx.read.cells.read_values", invent_one)

    assert "sel B4" in refusal(raw_book(GOOD)).context["sebab"]


def test_row_that_the_first_reading_misses_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "kinerja_xlsx.read.cells.read_values", lambda parts: [read_values(parts)[0][:-1]]
    )

    assert "sel A3" in refusal(raw_book(GOOD)).context["sebab"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="D2" t="s"><v>7</v></c>',
        '<c r="D2" t="zz"><v>7</v></c>',
        '<c r="D2" t="n"><v>tujuh</v></c>',
        '<c r="D2" t="b"><v>9</v></c>',
    ],
    ids=["teks bersama tak ada", "jenis tak ada", "bukan bilangan", "bukan benar/salah"],
)
def test_cell_that_makes_no_sense_is_damage(cell: str) -> None:
    error = refusal(raw_book(HEAD + row(2, text("A2", "1"), cell)))

    assert error.code is IssueCode.BRK_04
    assert error.context == {"sebab": "isi lembarnya tidak terbaca"}


@pytest.mark.parametrize("address", ["A0", "A", "1A", "$A$2", "R1C2", ""])
def test_address_that_makes_no_sense_is_refused(address: str) -> None:
    error = refusal(raw_book(HEAD + row(2, number(address, 1))))

    assert error.code in {IssueCode.BRK_04, IssueCode.BRK_08, IssueCode.BRK_19}


def test_sheet_cut_off_within_is_damage() -> None:
    xml = sheet_xml(GOOD)

    assert refusal(pack(raw_parts(xml[: len(xml) // 2]))).code is IssueCode.BRK_04


def test_panic_of_the_reader_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(_: object) -> None:
        raise PanicException("index out of bounds")

    monkeypatch.setattr("kinerja_xlsx.read.values.load_workbook", panic)

    assert refusal(raw_book(GOOD)).code is IssueCode.BRK_04


def test_interruption_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kinerja_xlsx.read.values.load_workbook", interrupt)

    with pytest.raises(KeyboardInterrupt):
        refusal(raw_book(GOOD))


@pytest.mark.parametrize(
    ("address", "ukuran"),
    [
        ("XFD1048576", "sel XFD1048576"),
        ("A200001", "sel A200001"),
        ("OK2", "sel OK2"),
        ("NZ150000", "150.000 baris × 390 kolom"),
    ],
)
def test_content_far_outside_is_refused_by_its_cell(address: str, ukuran: str) -> None:
    far = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = (
        GOOD + row(int(far), number(address, 1))
        if int(far) > 3
        else GOOD.replace('<c r="C2"', f'{number(address, 1)}<c r="C2"')
    )

    error = refusal(raw_book(rows))

    assert error.code is IssueCode.BRK_08
    assert error.context["ukuran"] == f"{ukuran} di lembar «Data»"


def test_cell_that_names_a_row_far_from_its_own_is_seen() -> None:
    error = refusal(raw_book(GOOD.replace('<c r="D3"', '<c r="D999999"')))

    assert error.code is IssueCode.BRK_08
    assert error.context["ukuran"] == "sel D999999 di lembar «Data»"


def test_formats_far_outside_are_harmless() -> None:
    rows = GOOD.replace("</row>", '<c r="XFD9" s="1"/></row>').replace("XFD9", "XFD1", 1)
    rows = rows.replace("XFD9", "XFD2", 1).replace("XFD9", "XFD3", 1)

    assert len(read_data(raw_book(rows)).rows) == 2


def test_unusual_sheet_beyond_the_exact_reading_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kinerja_xlsx.read.walk.MAX_CELLS", 14)

    error = refusal(raw_book(GOOD.replace('"', "'")))

    assert error.code is IssueCode.BRK_08
    assert error.context == {"ukuran": "lebih dari 14 sel", "batas": "14 sel"}


def test_rows_that_are_all_different_do_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kinerja_xlsx.read.facts.MAX_SHAPES", 1)

    assert read_data(raw_book(GOOD)).rows == read_data(raw_book(GOOD)).rows
    assert len(read_data(raw_book(GOOD)).rows) == 2


def test_more_percentage_styles_than_a_person_makes_are_still_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kinerja_xlsx.read.facts.MAX_STYLES", 0)
    rows = HEAD + row(2, text("A2", "1"), number("D2", 0.85, 2))

    assert read_data(raw_book(rows)).rows[0].facts == {3: CellFacts(percent=True)}
