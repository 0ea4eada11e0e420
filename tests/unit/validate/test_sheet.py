"""Rows that are no data, blank rows, merged cells, copies and double keys."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellFacts, RawColumn, RawRow, RawSheet
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.validate.footer import RowSorter
from tests.unit.validate.build import NAMES, NIPS, Row, cells, codes, found, sound_isian


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
    assert all(item.status is PenugasanStatus.DITERIMA for item in checked.subjects)


def test_a_sheet_without_a_column_of_nip_has_no_footer() -> None:
    sheet = RawSheet("Pejabat", "Pejabat", 4, (RawColumn("nama", "Nama", 2),), (), ())

    assert RowSorter(sheet).label_of(RawRow(5, ("TOTAL",))) is None


def test_blank_rows_are_said_once() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"][1:1] = [None, None, {"nama": " "}]

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_01)
    assert codes(checked) == {IssueCode.BRS_01}
    assert issue.context == (("jumlah", "3"),)
    assert (issue.place.row, issue.place.column) == (6, None)
    assert ignored(checked) == {8: IssueCode.BRS_01}


def test_an_identical_copy_counts_once() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(dict(built.rows("Hasil Kerja")[0]))

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_05)
    assert codes(checked) == {IssueCode.BRS_05}
    assert (issue.place.row, issue.context) == (11, (("baris", "5"),))
    assert ignored(checked) == {11: IssueCode.BRS_05}
    penugasan = checked.subjects[0].penugasan
    assert penugasan is not None
    assert len(penugasan.indikator) == 3


def test_a_copy_spelled_otherwise_counts_once_too() -> None:
    built = sound_isian()
    copy = dict(built.rows("Hasil Kerja")[1])
    copy |= {"realisasi": "38,5", "jenis": None, "rencana_hasil_kerja": None}
    built.sheets["Hasil Kerja"].append(copy)

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_05}
    assert checked.subjects[0].status is PenugasanStatus.DITERIMA


@pytest.mark.parametrize("sheet", ["Pegawai", "Penilaian", "Pejabat"])
def test_copies_count_once_on_every_sheet(sheet: str) -> None:
    built = sound_isian()
    built.sheets[sheet].append(dict(built.rows(sheet)[0]))

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_05}
    assert len(checked.subjects) == 2
    assert {item.status for item in checked.subjects} == {PenugasanStatus.DITERIMA}


def test_rows_with_one_key_and_other_values_withhold_their_person() -> None:
    built = sound_isian()
    other = dict(built.rows("Hasil Kerja")[0])
    other |= {"realisasi": 7.0, "target": 8.0, "satuan": "orang", "umpan_balik": "Baik"}
    built.sheets["Hasil Kerja"].append(other)

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_04)
    assert issue.place.cell == "G11"
    assert dict(issue.context) == {
        "kunci": "No Indikator 1.1",
        "baris": "5",
        "kolom": "Target, Satuan, Realisasi, dan lainnya",
    }
    assert checked.subjects[0].reasons == (IssueCode.BRS_04,)
    held = [record for record in checked.rows if record.reason is IssueCode.BRS_04]
    assert [record.number for record in held] == [5, 11]
    assert checked.subjects[1].status is PenugasanStatus.DITERIMA


def test_two_rows_of_one_post_in_pegawai_are_one_withheld_assignment() -> None:
    built = sound_isian()
    built.sheets["Pegawai"].append(built.rows("Pegawai")[0] | {"jabatan": "Bidan Ahli Muda"})

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_04)
    assert dict(issue.context) == {"kunci": f"NIP {NIPS[0]}", "baris": "5", "kolom": "Jabatan"}
    assert [item.status for item in checked.subjects] == [
        PenugasanStatus.DITAHAN,
        PenugasanStatus.DITERIMA,
    ]
    assert {record.subject for record in checked.rows if record.number == 7} >= {0}


def test_a_faulty_key_is_not_compared() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"].append(
        built.rows("Hasil Kerja")[0] | {"no_indikator": "1-1", "target": 7.0}
    )

    assert codes(built.check()) == {IssueCode.SEL_08}


def merge(text: str, *rows: int, name: str) -> dict[tuple[str, int, str], CellFacts]:
    return {("Hasil Kerja", row, name): CellFacts(merged=text) for row in rows}


def test_merged_cells_over_several_rows_withhold_those_rows() -> None:
    built = sound_isian()
    for row in built.rows("Hasil Kerja")[1:3]:
        row["nip"] = None
    built.facts |= merge("B5:B7", 0, 1, 2, name="nip")

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.LBR_13)
    assert codes(checked) == {IssueCode.LBR_13}
    assert (issue.place.cell, issue.context) == ("B5", (("rentang", "B5:B7"),))
    assert checked.subjects[0].reasons == (IssueCode.LBR_13,)
    assert {record.subject for record in checked.rows if record.number in {6, 7}} >= {0}
    assert checked.subjects[1].status is PenugasanStatus.DITERIMA


def test_merged_cells_of_an_rhk_are_read_as_blank_below() -> None:
    built = sound_isian()
    for name in ("jenis", "rhk_pimpinan", "rencana_hasil_kerja"):
        built.rows("Hasil Kerja")[1][name] = None
    built.facts |= merge("H5:J6", 0, 1, name="jenis")

    assert built.check().issues == ()


@pytest.mark.parametrize("text", ["AA5:AB6", "B4:B5", "seluruhnya"])
def test_merged_cells_that_share_nothing_are_harmless(text: str) -> None:
    built = sound_isian()
    built.facts |= merge(text, 0, name="nip")

    assert built.check().issues == ()


def test_issues_come_in_the_order_of_sheets_rows_and_columns() -> None:
    built = sound_isian()
    built.labels["tempat"] = None
    built.rows("Penilaian")[0]["rating_perilaku"] = "x"
    built.rows("Hasil Kerja")[4]["realisasi"] = "x"
    built.rows("Hasil Kerja")[4]["target"] = "x"
    built.rows("Hasil Kerja")[1]["realisasi"] = "x"
    built.rows("Pegawai")[1]["nama"] = None

    checked = built.check()

    assert [f"{issue.place.sheet}!{issue.place.cell}" for issue in checked.issues] == [
        "Identitas!B14",
        "Pegawai!C6",
        "Hasil Kerja!U6",
        "Hasil Kerja!N9",
        "Hasil Kerja!U9",
        "Penilaian!N5",
    ]


def test_a_missing_sheet_of_raters_is_no_fault() -> None:
    built = sound_isian()
    del built.sheets["Pejabat"]

    checked = built.check()

    assert checked.issues == ()
    assert checked.pejabat == ()


def test_a_bad_row_of_pejabat_withholds_itself_and_who_it_rates() -> None:
    built = sound_isian()
    built.rows("Pejabat")[0]["nama"] = None
    built.rows("Pegawai")[1]["penilai"] = NIPS[0]

    checked = built.check()

    assert cells(checked.issues, IssueCode.SEL_01) == ["Pejabat!C5"]
    assert [item.reasons for item in checked.subjects] == [(IssueCode.SEL_01,), ()]
    assert [(item.penilai, item.atasan_penilai) for item in checked.subjects] == [
        ("", ""),
        (NIPS[0], ""),
    ]
    assert NAMES[1] == checked.subjects[1].nama


def test_two_rows_with_one_kode_of_pejabat_are_withheld() -> None:
    built = sound_isian()
    built.sheets["Pejabat"].append(built.rows("Pejabat")[0] | {"nama": "Orang Lain"})

    checked = built.check()

    assert cells(checked.issues, IssueCode.BRS_04) == ["Pejabat!B6"]
    assert checked.pejabat == ()


def test_a_second_date_line_does_not_hide_a_row_of_data() -> None:
    built = sound_isian()
    built.rows("Penilaian")[0]["tanggal_penilaian"] = date(2026, 4, 1)
    built.sheets["Penilaian"].insert(0, {"nama": "Serang,   April 2026"})

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_03}
    assert all(item.penugasan and item.penugasan.penilaian for item in checked.subjects)
