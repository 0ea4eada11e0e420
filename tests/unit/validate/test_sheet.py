"""Blank rows, merged cells, the order of issues, and the sheet of officials."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.result import PenugasanStatus, RowVerdict
from kinerja_xlsx.model.submission import CellFacts
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penugasan import Checked
from kinerja_xlsx.spec.row import columns_of
from tests.unit.validate.build import NAMES, NIPS, Row, cells, codes, found, sound_isian


def ignored(checked: Checked) -> dict[int, IssueCode | None]:
    return {
        record.number: record.reason
        for record in checked.rows
        if record.verdict is RowVerdict.DIABAIKAN
    }


def test_blank_rows_are_said_once() -> None:
    built = sound_isian()
    built.sheets["Hasil Kerja"][1:1] = [None, None, {"nama": " "}]

    checked = built.check()

    (issue,) = found(checked.issues, IssueCode.BRS_01)
    assert codes(checked) == {IssueCode.BRS_01}
    assert issue.context == (("jumlah", "3"),)
    assert (issue.place.row, issue.place.column) == (6, None)
    assert ignored(checked) == {8: IssueCode.BRS_01}


EXAMPLE = {
    spec.field: spec.column.example
    for spec in columns_of(PegawaiRow)
    if spec.field in {"nip", "nama", "status_asn", "golongan", "jabatan"}
}


def test_the_example_row_of_the_guide_is_left_out_and_said() -> None:
    built = sound_isian()
    row: Row = {**EXAMPLE}
    built.sheets["Pegawai"].insert(0, row)

    checked = built.check()

    assert codes(checked) == {IssueCode.BRS_02}
    assert found(checked.issues, IssueCode.BRS_02)[0].place.row == 5
    assert ignored(checked) == {5: IssueCode.BRS_02}
    assert len(checked.subjects) == 2


@pytest.mark.parametrize("change", [{"nip": NIPS[0]}, {"nama": NAMES[0]}, {"jabatan": "Guru"}])
def test_a_row_that_differs_from_the_example_in_one_cell_is_data(change: dict[str, str]) -> None:
    built = sound_isian()
    row: Row = {**EXAMPLE, **change}
    built.sheets["Pegawai"].insert(0, row)

    assert IssueCode.BRS_02 not in codes(built.check())


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
    assert checked.subjects[1].status is PenugasanStatus.DINILAI


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
