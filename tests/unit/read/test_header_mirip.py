"""A column whose heading is nearly right is one message of the sheet, never one for each row."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.read.text import near_misses
from kinerja_xlsx.spec.book import CEK
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.validate.isian import check_isian
from tests.drawn import DrawnBook, headings_of
from tests.unit.read.raw import bytes_of, read

HASIL_KERJA = "Hasil Kerja"


def renamed(
    book: DrawnBook, old: str, new: str, *, model: type[SheetRow] = HasilKerjaRow
) -> DrawnBook:
    """Write another heading over a column, keeping its values."""
    for row in book.sheets[model.sheet]:
        if old in row:
            row[new] = row.pop(old)
    book.headings[model.sheet] = tuple(
        new if heading == old else heading for heading in (CEK, *headings_of(model))
    )
    return book


def told(book: DrawnBook) -> list[tuple[IssueCode, str | None, str]]:
    return [_told(issue) for issue in read(bytes_of(book)).issues]


def _told(issue: Issue) -> tuple[IssueCode, str | None, str]:
    return issue.code, issue.place.heading, dict(issue.context).get("saran", "")


@pytest.mark.parametrize(
    ("old", "new", "letter"),
    [
        ("Indikator", "Indikator Kinerja Utama", "M"),
        ("Target", "Target Triwulan", "N"),
        ("Satuan", "Satuann", "Q"),
        ("Realisasi", "Realisasi TW I", "U"),
    ],
)
def test_filled_column_under_a_near_heading_refuses_the_sheet_once(
    isian: DrawnBook, old: str, new: str, letter: str
) -> None:
    saran = f"Kolom yang mirip: «{new}» ({letter})."

    assert told(renamed(isian, old, new)) == [(IssueCode.LBR_06, old, saran)]


def test_near_heading_of_a_column_that_every_row_may_leave_blank_is_a_warning(
    isian: DrawnBook,
) -> None:
    book = renamed(isian, "Target Atas", "Target Ataas")

    submission = read(bytes_of(book))

    saran = "Kolom yang mirip: «Target Ataas» (O)."
    assert [_told(issue) for issue in submission.issues] == [
        (IssueCode.LBR_07, "Target Atas", saran)
    ]
    checked = check_isian(submission, None)
    assert {issue.code for issue in checked.issues} == {IssueCode.LBR_07}
    assert submission.issues[0].severity is Severity.PERINGATAN


def test_empty_column_under_a_near_heading_loses_nothing(isian: DrawnBook) -> None:
    for row in isian.sheets[HASIL_KERJA]:
        row["Uraian Realisasi"] = None

    (issue,) = told(renamed(isian, "Uraian Realisasi", "Uraian Realisasi Kinerja"))

    assert issue[0] is IssueCode.LBR_07


def test_several_near_headings_are_all_named(isian: DrawnBook) -> None:
    book = renamed(isian, "Target", "Target TW1")
    book.headings[HASIL_KERJA] = (*book.headings[HASIL_KERJA], "Target TW2", "Catatan")

    assert told(book) == [
        (IssueCode.LBR_09, None, ""),
        (IssueCode.LBR_06, "Target", "Kolom yang mirip: «Target TW1» (N), «Target TW2» (AA)."),
    ]


@pytest.mark.parametrize(
    ("wanted", "names", "near"),
    [
        ("Penilaian", ["Penilaian TW1", "Rekap", "Penlaian"], ("Penlaian", "Penilaian TW1")),
        ("Target", ["Target 1", "Target 2", "Target 3", "Target 4"],
         ("Target 1", "Target 2", "Target 3")),
        ("Indikator", ["Indikatr", "Indikasi Kegiatan"], ("Indikatr",)),
        ("Nama", ["Nomor", "Unit Kerja"], ()),
    ],
)  # fmt: skip
def test_near_names_are_the_best_and_those_about_as_near(
    wanted: str, names: list[str], near: tuple[str, ...]
) -> None:
    assert near_misses(wanted, names) == near
