"""Rows that are no data: totals, sub-headings, numbering, headings, signatures."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellValue, RawColumn, RawRow, RawSheet
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PejabatRow
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.validate.footer import RowSorter
from tests.unit.validate.build import NIPS, Row, codes, found, sound_isian


def ignored(checked: Checked) -> dict[int, IssueCode | None]:
    return {
        record.number: record.reason
        for record in checked.rows
        if record.verdict is RowVerdict.DIABAIKAN
    }


@pytest.mark.parametrize(
    "row",
    [
        {"nip": "JUMLAH", "target": 1243.0, "realisasi": 1291.5},
        {"nama": "Jumlah Total", "realisasi": 1291.5},
        {"nama": "TOTAL :", "target": 3.0},
        {"indikator": "Rata-rata", "realisasi": 80.0},
        {"nama": "BIDANG PELAYANAN"},
        {"nip": "BIDANG PELAYANAN KESEHATAN"},
        {"nama": "Mengetahui,"},
        {"nama": "Serang, 31 Maret 2026"},
        {"nama": "Kepala Dinas Kesehatan", "indikator": "Kuasa Pengguna Anggaran"},
        {"nama": "NIP. 19700101 199503 1 001"},
        {"nip": "NIP", "nama": "Nama", "no_rhk": "No RHK"},
        {"nip": 1.0, "nama": 2.0, "sifat": "3", "mulai": "4 = 2 + 3"},
    ],
)
def test_a_row_that_is_no_data_is_left_out_with_a_notice(row: Row) -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(row)

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_03)
    assert codes(checked) == {IssueCode.BRS_03}
    assert (issue.place.sheet, issue.place.row) == ("Hasil Kerja", 11)
    assert ignored(checked) == {11: IssueCode.BRS_03}


def test_a_row_of_headings_between_the_data_is_left_out() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].insert(1, {"nip": "NIP", "nama": "Nama", "target": "Target"})

    assert codes(built.check()) == {IssueCode.BRS_03}


@pytest.mark.parametrize(
    "row",
    [
        {"indikator": "Jumlah pasien", "target": 3.0, "realisasi": 2.0, "satuan": "pasien"},
        {"nip": NIPS[0], "nama": "Total Contoh"},
        {"nip": "199001012015031", "indikator": "Jumlah"},
    ],
)
def test_a_row_of_data_with_a_blank_or_bad_nip_is_not_left_out(row: Row) -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(row)

    checked = built.check()

    assert IssueCode.BRS_03 not in codes(checked)
    assert checked.rows[-3].verdict is RowVerdict.DITAHAN


def test_who_signs_below_the_table_does_not_become_a_pegawai() -> None:
    built = sound_isian()
    built.sheets["Pegawai"] += [
        None,
        {"nama": "Mengetahui,"},
        {"nama": "Contoh Kepala, M.Kes."},
        {"nip": "197001011995031001"},
    ]

    checked = built.check()

    assert [item.nip for item in checked.subjects] == list(NIPS[:2])
    assert ignored(checked) == dict.fromkeys((8, 9, 10), IssueCode.BRS_03)
    assert [issue.value for issue in found(checked.issues, IssueCode.BRS_03)] == [
        "Mengetahui,",
        "Contoh Kepala, M.Kes.",
        "197001011995031001",
    ]


def test_full_rows_below_a_signature_are_still_data() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].insert(3, {"nama": "Mengetahui,"})

    checked = built.check()

    assert ignored(checked) == {8: IssueCode.BRS_03}
    assert all(item.status is PenugasanStatus.DINILAI for item in checked.subjects)


def test_a_sheet_without_a_column_of_nip_has_no_footer() -> None:
    sheet = RawSheet("Pejabat", "Pejabat", 4, (RawColumn("nama", "Nama", 2),), (), ())

    assert RowSorter(sheet, PejabatRow).label_of(RawRow(5, ("TOTAL",))) is None


@pytest.mark.parametrize(
    ("values", "label"),
    [((10.0, None, None, "JUMLAH"), "JUMLAH"), ((10.0, "Jumlah", None, "Contoh Satu"), None)],
)
def test_a_total_row_is_one_whatever_column_an_office_put_first(
    values: tuple[CellValue, ...], label: str | None
) -> None:
    fields = ("realisasi", "agregasi", "nip", "nama")
    columns = tuple(RawColumn(field, field, at) for at, field in enumerate(fields, start=2))
    sheet = RawSheet("Hasil Kerja", "Hasil Kerja", 4, columns, (), ())

    assert RowSorter(sheet, HasilKerjaRow).label_of(RawRow(5, values)) == label


def test_a_second_date_line_does_not_hide_a_row_of_data() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["tanggal_penilaian"] = date(2026, 4, 1)
    built.sheets["Penilaian"].insert(0, {"nama": "Serang,   April 2026"})

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_03}
    assert all(item.penugasan and item.penugasan.penilaian for item in checked.subjects)
