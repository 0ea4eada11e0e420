"""What other programs write is read exactly as the original, or refused in words with a remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity, UnreadableFileError
from kinerja_xlsx.model.submission import CellValue, RawSheet, Submission
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.validate import check_isian
from tests.drawn import CellInput, DrawnBook, sound_isian
from tests.flow.alur import sent_by_three
from tests.penulis.buku import Parts, take_apart
from tests.penulis.isi import TEKS, Isi
from tests.penulis.kemas import KEMAS, Kemas, biasa
from tests.penulis.sekitar import SEKITAR
from tests.penulis.tulis import KODE, NAMA, RAGAM, RUPA, TULIS, Tulis
from tests.unit.read.raw import bytes_of, mutate, read, saved

CALCULATED = b"<f>7+1</f><v>8</v>"
RESULTS: tuple[CellInput, ...] = (
    "dua belas", "!#N/A", "=80+7.5", "=7+1", "1.250", True, False, "12,5",
)  # fmt: skip
ODD_TEXT = "\\ R&D <pasien> \"umum\" – 'gigi' ’é\nbaris dua"


def faulty() -> DrawnBook:
    """Draw an Isian with a fault of every family, in texts, numbers, dates and formulas."""
    book = sound_isian(3)
    work, people, ratings = (book.sheets[name] for name in ("Hasil Kerja", "Pegawai", "Penilaian"))
    people[2]["NIP"] = f"#{people[2]['NIP']}"
    people[1]["NIP"] = "19880202 201204 2 002"
    people[1]["Mulai"] = "13/01/2026"
    for row, value in zip(work, RESULTS, strict=False):
        row["Realisasi"] = value
    work[6]["Target"] = 0.1 + 0.2
    work[6]["Umpan Balik"] = ODD_TEXT
    work[7]["Bukti Dukung"] = "\\=SUM(A1)"
    work[8]["Satuan"] = "pa\u200bsien"
    work.insert(3, {})
    work.append({"Nama": "JUMLAH", "Realisasi": 10})
    ratings[0]["Tanggal Penilaian"] = "@2025-12-31"
    ratings[1]["Rating Perilaku"] = "Sangat Baik"
    ratings[2]["Rating Perilaku"] = None
    return book


def bytes_of_faulty() -> bytes:
    workbook = faulty().workbook()
    work = workbook["Hasil Kerja"]
    work.merge_cells("P5:P6")
    work.row_dimensions[7].hidden = True
    work["AZ9"] = "catatan"
    workbook.create_sheet("Lembar hitung")["A1"] = "hitungan"
    part, formula = "xl/worksheets/sheet4.xml", b"<f>7+1</f><v />"
    data = mutate(saved(workbook), part, lambda xml: xml.replace(formula, CALCULATED))
    assert any(issue.code is IssueCode.SEL_23 for issue in check_isian(read(data), None).issues)
    return data


ISI = TEKS | SEKITAR
MAKERS: dict[str, Callable[[], bytes]] = {
    "utuh": lambda: bytes_of(sound_isian()),
    "keliru": bytes_of_faulty,
    "templat": lambda: sent_by_three()["PKM.xlsx"],
}


@cache
def original(book: str) -> bytes:
    return (MAKERS | MORE)[book]()


@cache
def seen_at_first(book: str) -> tuple[object, ...]:
    return seen(read(original(book)))


def seen(submission: Submission) -> tuple[object, ...]:
    """List all that reading and checking saw, but for what is another program's own doing."""
    checked = check_isian(submission, None)
    return (
        submission.meta,
        submission.labels and [replace(one, value=day(one.value)) for one in submission.labels],
        [rows_of(sheet) for sheet in submission.sheets],
        [issue for issue in submission.issues if not is_of_program(issue)],
        issues_of(checked),
        checked.data_hash,
    )


def issues_of(checked: Checked) -> list[Issue]:
    return [issue for issue in checked.issues if not is_of_program(issue)]


def is_of_program(issue: Issue) -> bool:
    """Tell whether an issue only says how a program saves: 1904 dates, lost protection."""
    return issue.code is IssueCode.SEL_20 or (
        issue.code is IssueCode.BRK_17 and issue.severity is Severity.CATATAN
    )


def rows_of(sheet: RawSheet) -> RawSheet:
    rows = tuple(row._replace(values=tuple(map(day, row.values))) for row in sheet.rows)
    return replace(sheet, rows=rows)


def day(value: CellValue) -> CellValue:
    """Take a moment at midnight for its day: some programs store no other."""
    midnight = isinstance(value, datetime) and value.time().isoformat() == "00:00:00"
    return value.date() if midnight and isinstance(value, datetime) else value


def write_as(
    book: str, isi: Sequence[Isi] = (), tulis: Sequence[Tulis] = (), kemas: Kemas = biasa
) -> bytes:
    """Write a workbook again as another program would."""
    buku = take_apart(original(book))
    for change in isi:
        change(buku)
    parts = buku.parts()
    for write in tulis:
        parts = write(parts)
    return kemas(parts)


def same(data: bytes, book: str) -> None:
    found = seen(read(data))
    for now, before in zip(found, seen_at_first(book), strict=True):
        assert now == before


def test_program_that_drops_all_but_the_cells_is_answered_by_one_notice() -> None:
    issues = read(write_as("templat", [SEKITAR["tanpa hiasan"]])).issues

    assert [issue.code for issue in issues if is_of_program(issue)] == [IssueCode.BRK_17]


def test_originals_are_what_they_are_meant_to_be() -> None:
    faults = check_isian(read(original("keliru")), None).issues

    assert check_isian(read(original("utuh")), None).issues == ()
    assert {
        type(day(row.values[-1]))
        for sheet in read(original("utuh")).sheets[-1:]
        for row in sheet.rows
    } == {date}
    assert len({issue.code for issue in faults}) >= 20


@pytest.mark.parametrize("book", MAKERS)
@pytest.mark.parametrize("name", ISI)
def test_cells_stored_otherwise_are_read_the_same(name: str, book: str) -> None:
    same(write_as(book, [ISI[name]]), book)


@pytest.mark.parametrize("book", MAKERS)
@pytest.mark.parametrize("name", TULIS)
def test_xml_written_otherwise_is_read_the_same(name: str, book: str) -> None:
    same(write_as(book, tulis=[TULIS[name]]), book)


@pytest.mark.parametrize("book", MAKERS)
@pytest.mark.parametrize("name", KEMAS)
def test_parts_packed_otherwise_are_read_the_same(name: str, book: str) -> None:
    same(write_as(book, kemas=KEMAS[name]), book)


@pytest.mark.parametrize("name", [*ISI, *TULIS, *KEMAS])
def test_every_other_way_is_another_way(name: str) -> None:
    """Guard the ways themselves: each changes the bytes of one of the workbooks."""
    isi = [ISI[name]] if name in ISI else []
    tulis = [TULIS[name]] if name in TULIS else []

    assert any(
        write_as(book, isi, tulis, KEMAS.get(name, biasa)) != write_as(book) for book in MAKERS
    )


def one_of(ways: Mapping[str, object]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(list(ways)), max_size=1)


@settings(deadline=None, max_examples=40)
@given(
    book=st.sampled_from(list(MAKERS)),
    isi=st.sets(st.sampled_from(list(ISI)), max_size=3),
    tulis=st.tuples(one_of(NAMA), one_of(RAGAM), one_of(RUPA), one_of(KODE)),
    kemas=one_of(KEMAS),
)
def test_habits_of_one_program_together_are_read_the_same(
    book: str, isi: set[str], tulis: tuple[list[str], ...], kemas: list[str]
) -> None:
    data = write_as(
        book,
        [change for name, change in ISI.items() if name in isi],
        [TULIS[name] for names in tulis for name in names],
        KEMAS[kemas[0]] if kemas else biasa,
    )

    same(data, book)


# -- what a reader could get wrong in silence


def with_percent() -> bytes:
    book = sound_isian()
    for row, value in enumerate(("%0.85", "%1", "%0.125")):
        book.sheets["Hasil Kerja"][row]["Realisasi"] = value
    book.sheets["Hasil Kerja"][1]["Satuan"] = "persen"
    return bytes_of(book)


MORE = {"persen": with_percent}


@pytest.mark.parametrize("name", [name for name in (*ISI, *TULIS) if name != "tanpa gaya"])
def test_percentages_are_known_whatever_the_writer(name: str) -> None:
    isi = [ISI[name]] if name in ISI else []
    tulis = [TULIS[name]] if name in TULIS else []

    same(write_as("persen", isi, tulis), "persen")


def test_dates_that_lost_their_style_are_told_and_never_taken_for_amounts() -> None:
    book = sound_isian()
    book.sheets["Pegawai"][0]["Mulai"] = "@2026-02-01"
    buku = take_apart(bytes_of(book))
    buku.styles = None

    checked = check_isian(read(biasa(buku.parts())), None)

    found = [(i.code.value, i.place.sheet, i.place.cell) for i in checked.issues]
    assert found == [
        ("SEL-03", "Identitas", "B15"),
        ("SEL-19", "Pegawai", "L5"),
        ("SEL-03", "Penilaian", "T5"),
        ("SEL-03", "Penilaian", "T6"),
    ]


def pengodean_lama(parts: Parts) -> Parts:
    """Write a sheet in the letters of the nineties."""
    name = "xl/worksheets/sheet4.xml"
    text = parts[name].decode().replace("UTF-8", "ISO-8859-1")
    return {**parts, name: text.encode("iso-8859-1", "xmlcharrefreplace")}


def tanpa_tanda(parts: Parts) -> Parts:
    name = "xl/worksheets/sheet4.xml"
    return {**parts, name: parts[name].decode().replace("UTF-8", "UTF-16").encode("utf-16-le")}


def kehilangan_teks(parts: Parts) -> Parts:
    return {name: data for name, data in parts.items() if name != "xl/sharedStrings.xml"}


def kehilangan_lembar(parts: Parts) -> Parts:
    return {name: data for name, data in parts.items() if name != "xl/worksheets/sheet4.xml"}


def sel_ganda(parts: Parts) -> Parts:
    name = "xl/worksheets/sheet4.xml"
    return {**parts, name: parts[name].replace(b'r="C6"', b'r="B6"')}


@pytest.mark.parametrize(
    ("tulis", "code"),
    [
        (pengodean_lama, IssueCode.BRK_19),
        (tanpa_tanda, IssueCode.BRK_19),
        (kehilangan_teks, IssueCode.BRK_04),
        (kehilangan_lembar, IssueCode.BRK_04),
        (sel_ganda, IssueCode.BRK_19),
    ],
)
@pytest.mark.parametrize("book", ["utuh", "keliru"])
def test_what_cannot_be_read_for_certain_is_refused_with_a_remedy(
    book: str, tulis: Tulis, code: IssueCode
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(write_as(book, [ISI["teks bersama"]], [tulis]))

    error = refused.value
    assert error.code is code
    words = render(make_issue(error.code, Place("isian.xlsx"), sebab=error.context["sebab"]))
    assert "kirim ulang" in words.perbaiki
