"""Headings in two rows are joined; a row of data below the headings never is."""

from __future__ import annotations

from kinerja_xlsx.model.issue import Place
from kinerja_xlsx.read.header import Header, resolve_header
from kinerja_xlsx.read.values import Rows
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetRow

PLACE = Place("isian.xlsx", "Lembar")


def resolved(model: type[SheetRow], rows: Rows) -> Header:
    width = max(map(len, rows))
    header = resolve_header([[*row, *[None] * (width - len(row))] for row in rows], model, PLACE)
    assert header is not None
    return header


def fields(header: Header) -> dict[int, str | None]:
    return {column.column: column.field for column in header.columns}


def test_parts_below_a_group_are_joined_with_it() -> None:
    header = resolved(
        KehadiranRow,
        [
            ["NIP", "Nama", "Terlambat", None, "Pulang Cepat", None],
            [None, None, "1–30", "31–60", "1–30", "> 90"],
            ["199001012015031001", "Contoh", 1.0, 2.0, 3.0, 4.0],
        ],
    )

    assert header.row == 2
    assert fields(header) == {
        1: "nip",
        2: "nama",
        3: "terlambat_30",
        4: "terlambat_60",
        5: "pulang_cepat_30",
        6: "pulang_cepat_lebih",
    }


def test_headings_that_stand_whole_below_a_title_keep_their_own_names() -> None:
    header = resolved(
        PenilaianRow,
        [
            ["PEGAWAI", None, "PENILAIAN", None],
            ["NIP", "Nama", "Rating Hasil Kerja", "Rating Perilaku"],
        ],
    )

    assert header.row == 2
    assert len(header.columns) == 4


def test_data_that_reads_like_a_heading_is_not_joined() -> None:
    header = resolved(
        PenilaianRow,
        [
            ["NIP", "Nama", "Rating Hasil Kerja", "Rating", None],
            ["199001012015031001", "Contoh", "Sesuai Ekspektasi", "Perilaku", "Akuntabel"],
        ],
    )

    assert header.row == 1
    assert fields(header) == {1: "nip", 2: "nama", 3: "rating_hasil_kerja"}
