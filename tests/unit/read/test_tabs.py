"""Tabs are known by name, whatever its case; missing, copied and foreign ones are told."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place, Severity
from tests.drawn import DrawnBook
from tests.unit.read.raw import bytes_of, read, saved


@pytest.mark.parametrize("name", [" pegawai ", "PEGAWAI", "Hasil  Kerja", "hasil kerja"])
def test_sheet_names_are_read_whatever_their_case(isian: DrawnBook, name: str) -> None:
    key = next(key for key in isian.sheets if key.casefold() == " ".join(name.casefold().split()))
    workbook = isian.workbook()
    workbook[key].title = "sementara"
    workbook["sementara"].title = name

    submission = read(saved(workbook))

    assert submission.issues == ()
    assert (key, name) in [(sheet.key, sheet.name) for sheet in submission.sheets]


@pytest.mark.parametrize(
    "renamed", ["Pegawaii", "Pegwaai", "Pegawai (2)", "Copy of Pegawai", "Jan 2026"]
)
def test_one_tab_that_can_only_be_the_missing_sheet_is_read_as_it(
    isian: DrawnBook, renamed: str
) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].title = renamed

    submission = read(saved(workbook))

    (issue,) = submission.issues
    assert (issue.code, issue.severity) == (IssueCode.LBR_02, Severity.CATATAN)
    assert (issue.place, dict(issue.context)["dibaca"]) == (
        Place("isian.xlsx", renamed), "Pegawai",
    )  # fmt: skip
    (sheet,) = [sheet for sheet in submission.sheets if sheet.key == "Pegawai"]
    assert (sheet.name, len(sheet.rows)) == (renamed, len(isian.sheets["Pegawai"]))


def test_form_with_a_slip_in_its_name_is_read(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Identitas"].title = "Identits"

    submission = read(saved(workbook))

    assert [issue.code for issue in submission.issues] == [IssueCode.LBR_02]
    assert len(submission.labels) == len(isian.labels)


@pytest.mark.parametrize(("one", "other"), [("Pegawai (2)", "Pegawaii"), ("Januari", "Februari")])
def test_several_tabs_that_could_be_the_missing_sheet_are_an_error(
    isian: DrawnBook, one: str, other: str
) -> None:
    workbook = isian.workbook()
    workbook.copy_worksheet(workbook["Pegawai"]).title = other
    workbook["Pegawai"].title = one

    doubt, *others = read(saved(workbook)).issues

    assert (doubt.code, doubt.severity) == (IssueCode.LBR_02, Severity.GALAT)
    assert doubt.place == Place("isian.xlsx", "Pegawai")
    assert set(dict(doubt.context)["calon"].split(", ")) == {f"«{one}»", f"«{other}»"}
    assert {issue.code for issue in others} == {IssueCode.LBR_16}


def test_hidden_tab_with_the_headings_is_not_taken(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].title = "arsip lama"
    workbook["arsip lama"].sheet_state = "hidden"

    codes = [issue.code for issue in read(saved(workbook)).issues]

    assert codes == [IssueCode.LBR_01, IssueCode.LBR_16]


def test_list_of_names_alone_is_no_data_sheet(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    sheet = workbook["Penilaian"]
    sheet.title = "Daftar hadir"
    sheet.delete_cols(4, 30)

    codes = [issue.code for issue in read(saved(workbook)).issues]

    assert codes == [IssueCode.LBR_01, IssueCode.LBR_16]


@pytest.mark.parametrize(("has_cek", "raised"), [(True, []), (False, [IssueCode.BRK_17])])
def test_template_without_its_status_column_is_told(
    isian: DrawnBook, *, has_cek: bool, raised: list[IssueCode]
) -> None:
    workbook = isian.workbook()
    if not has_cek:
        workbook["Pegawai"].delete_cols(1)

    issues = read(saved(workbook)).issues

    assert [issue.code for issue in issues] == raised
    expected = "kolom Cek tidak ada lagi di lembar Pegawai"
    assert [dict(issue.context)["rincian"] for issue in issues] == [expected] * len(raised)


def test_workbook_without_the_mark_never_had_a_status_column(isian: DrawnBook) -> None:
    isian.meta = None
    workbook = isian.workbook()
    workbook["Pegawai"].delete_cols(1)

    assert read(saved(workbook)).issues == ()


def test_missing_sheet_without_any_other_is_an_error(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    del workbook["Pegawai"]

    (missing,) = read(saved(workbook)).issues

    assert (missing.code, missing.place) == (IssueCode.LBR_01, Place("isian.xlsx", "Pegawai"))
    assert dict(missing.context) == {"saran": ""}


def test_missing_form_is_an_error(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    del workbook["Identitas"]

    submission = read(saved(workbook))

    assert [(issue.code, issue.place.sheet) for issue in submission.issues] == [
        (IssueCode.LBR_01, "Identitas")
    ]
    assert submission.labels == ()


def test_missing_optional_sheet_is_fine(isian: DrawnBook) -> None:
    del isian.sheets["Pejabat"]

    assert read(bytes_of(isian)).issues == ()


@pytest.mark.parametrize(
    "copy", ["Pegawai (2)", "Copy of Pegawai", "Salinan Pegawai", "pegawai_2"]
)
def test_copy_beside_its_sheet_is_an_error(isian: DrawnBook, copy: str) -> None:
    workbook = isian.workbook()
    workbook.copy_worksheet(workbook["Pegawai"]).title = copy

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, issue.place.sheet) == (IssueCode.LBR_03, "Pegawai")
    assert dict(issue.context) == {"lain": copy}


def test_two_tabs_of_one_name_are_an_error(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook.create_sheet("Pegawai ")

    (issue,) = read(saved(workbook)).issues

    assert (issue.code, dict(issue.context)) == (IssueCode.LBR_03, {"lain": "Pegawai "})


def test_other_sheets_are_told_and_ours_are_not(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    for name in ("Petunjuk", "Referensi", "Ringkasan", "Sheet2"):
        workbook.create_sheet(name)
    workbook.create_sheet("lama").sheet_state = "veryHidden"

    submission = read(saved(workbook))

    assert [(issue.code, issue.place.sheet) for issue in submission.issues] == [
        (IssueCode.LBR_16, "Sheet2"),
        (IssueCode.LBR_16, "lama"),
    ]


def test_hidden_data_sheet_is_still_read(isian: DrawnBook) -> None:
    workbook = isian.workbook()
    workbook["Penilaian"].sheet_state = "hidden"

    assert len(read(saved(workbook)).sheets) == 4
