"""Headings spread over several rows: groups above their parts, all others merged down."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.read.header import Header, resolve_header
from kinerja_xlsx.spec.penilaian import PenilaianRow

Rows = list[list[CellValue]]


def resolved(rows: Rows) -> Header:
    header = resolve_header(rows, PenilaianRow, Place("a.xlsx", PenilaianRow.sheet))
    assert header is not None
    return header


def named(header: Header) -> dict[str | None, int]:
    return {column.field: column.column for column in header.columns}


@pytest.mark.parametrize(
    "rows",
    [
        [["NIP", "Nama", "Rating", None], [None, None, "Hasil Kerja", "Perilaku"]],
        [["NIP", "Nama", None, None], [None, None, "Rating Hasil Kerja", "Rating Perilaku"]],
        [["NIP", "Nama", "Penilai", None], [None, None, "Rating", None],
         [None, None, "Rating Hasil Kerja", "Rating Perilaku"]],
    ],
)  # fmt: skip
def test_group_and_part_together_name_a_column(rows: Rows) -> None:
    header = resolved([["Penilaian", None, None, None], *rows, ["1", "2", "3", "4"]])

    assert header.row == 1 + len(rows)
    assert named(header) == {
        "nip": 1,
        "nama": 2,
        "rating_hasil_kerja": 3,
        "rating_perilaku": 4,
    }
    assert IssueCode.LBR_09 not in {issue.code for issue in header.issues}


def test_headings_of_one_row_stay_those_of_one_row() -> None:
    header = resolved([["NIP", "Nama", "Catatan lain"], ["1", "2", "Rating Perilaku"]])

    assert (header.row, named(header)) == (1, {"nip": 1, "nama": 2})


def test_a_part_that_repeats_a_known_heading_does_not_take_its_place() -> None:
    header = resolved(
        [
            ["NIP", "Nama", "Penilai", None, "Akuntabel", "Nilai"],
            [None, None, "NIP", "Nama", None, "Loyal"],
        ]
    )

    assert (named(header)["nip"], named(header)["nama"], named(header)["loyal"]) == (1, 2, 6)
    assert IssueCode.LBR_08 not in {issue.code for issue in header.issues}


def test_a_group_beside_the_parts_stays_a_column_of_its_own() -> None:
    header = resolved(
        [["NIP", "Nama", "Rating", None, "Ket"], [None, None, "Hasil Kerja", "Perilaku", None]]
    )

    assert [column.heading for column in header.extra] == ["Ket"]
