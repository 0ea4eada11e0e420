"""Tabs are known by name, whatever its case; missing, copied and foreign ones are told."""

from __future__ import annotations

import pytest

from kinerja_xlsx.model.issue import IssueCode, Place
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
    ("renamed", "saran"),
    [
        ("Pegawaii", "Lembar yang mirip: «Pegawaii»."),
        ("Pegawai (2)", "Lembar yang mirip: «Pegawai (2)»."),
        ("Jan 2026", ""),
    ],
)
def test_missing_sheet_is_an_error_with_the_nearest_name(
    isian: DrawnBook, renamed: str, saran: str
) -> None:
    workbook = isian.workbook()
    workbook["Pegawai"].title = renamed

    missing, other = read(saved(workbook)).issues

    assert (missing.code, missing.place) == (IssueCode.LBR_01, Place("isian.xlsx", "Pegawai"))
    assert dict(missing.context) == {"saran": saran}
    assert (other.code, other.place.sheet) == (IssueCode.LBR_16, renamed)


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
