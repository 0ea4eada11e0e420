"""Marks, comments and links of the correction workbook stand at the cells they speak of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.write.perbaikan import render_perbaikan
from kinerja_xlsx.write.perbaikan.tanda import choose_listed, collect_marks, counts_text
from kinerja_xlsx.write.style import AMBER_PALE, BLUE_PALE, RED_PALE
from tests.drawn import sound_isian
from tests.unit.write.perbaikan_drawn import (
    FILE,
    TARGET,
    issue,
    messy_workbook,
    place,
    request,
    submission_of,
)
from tests.unit.write.template_drawn import load

if TYPE_CHECKING:
    from openpyxl import Workbook

    from kinerja_xlsx.model.submission import Submission

AT = place("Hasil Kerja", 10, TARGET, "Target")
ERROR = issue(IssueCode.SEL_26, AT, value="1.250")
WARNING = issue(IssueCode.SEL_31, place("Pegawai", 5, 9, "Unit Kerja"), value="-")
NOTICE = issue(IssueCode.SEL_24, place("Hasil Kerja", 11, TARGET, "Target"), value="85")
ROW_ISSUE = issue(IssueCode.BRS_05, place("Hasil Kerja", 12, None))
COLUMN_ISSUE = issue(IssueCode.LBR_09, place("Hasil Kerja", None, 27))
SHEET_ISSUE = issue(IssueCode.LBR_11, place("Penilaian", None, None))
FILE_ISSUE = issue(IssueCode.BRK_14, Place(FILE))
FORM_ISSUE = issue(IssueCode.SEL_06, place("Identitas", 9, 2, "Capaian Kinerja Organisasi"))
ALL = (
    ERROR, WARNING, NOTICE, ROW_ISSUE, COLUMN_ISSUE, SHEET_ISSUE, FILE_ISSUE, FORM_ISSUE,
)  # fmt: skip


@cache
def messy() -> Submission:
    return submission_of(messy_workbook())


def written(*issues: Issue) -> Workbook:
    return load(render_perbaikan(request(messy(), *issues)))


@cache
def everything() -> Workbook:
    return written(*ALL)


@pytest.mark.parametrize(
    ("sheet", "cell", "fill", "border"),
    [
        ("Hasil Kerja", "N10", RED_PALE, "medium"),
        ("Pegawai", "I5", AMBER_PALE, "mediumDashed"),
        ("Hasil Kerja", "N11", BLUE_PALE, "dotted"),
        ("Identitas", "B9", RED_PALE, "medium"),
    ],
)
def test_fill_and_border_tell_how_much_it_matters(
    sheet: str, cell: str, fill: str, border: str
) -> None:
    marked = everything()[sheet][cell]

    assert marked.fill.fgColor.rgb == f"FF{fill.removeprefix('#')}"
    assert marked.border.left.style == border


def test_unmarked_cell_has_neither_comment_nor_fill() -> None:
    cell = everything()["Hasil Kerja"]["N13"]

    assert cell.comment is None
    assert cell.fill.fgColor.rgb == "00000000"


def test_comment_says_what_why_how_and_code() -> None:
    comment = everything()["Hasil Kerja"]["N10"].comment
    pesan = render(ERROR)

    assert comment is not None
    assert comment.author == "kinerja_xlsx"
    assert comment.text == (
        f"Kesalahan: {pesan.masalah}\nSebab: {pesan.sebab}\nPerbaiki: {pesan.perbaiki}\n"
        f"Kode: {pesan.kode}"
    )


def test_one_comment_joins_at_most_three_issues_worst_first() -> None:
    codes = (IssueCode.SEL_24, IssueCode.SEL_31, IssueCode.SEL_02, IssueCode.SEL_05,
             IssueCode.SEL_10)  # fmt: skip

    comment = written(*(issue(code, AT, value="dua") for code in codes))["Hasil Kerja"]["N10"]

    text = comment.comment.text if comment.comment else ""
    shown = [line.split(": ")[1] for line in text.splitlines() if line.startswith("Kode")]
    assert shown == ["SEL-02", "SEL-05", "SEL-10"]
    assert text.endswith("… dan 2 hal lain; lihat lembar Daftar.")


def test_same_finding_twice_is_said_once() -> None:
    text = written(ERROR, ERROR)["Hasil Kerja"]["N10"].comment

    assert text is not None
    assert text.text.count("Kode: SEL-26") == 1


def test_cek_counts_in_words_and_leads_to_the_list() -> None:
    workbook = written(ERROR, issue(IssueCode.SEL_31, place("Hasil Kerja", 10, 20), value="-"))
    cell = workbook["Hasil Kerja"]["A10"]

    assert cell.value == (
        "=HYPERLINK(\"#'Daftar'!A5\",\"1 kesalahan · 1 peringatan\")"
    )  # fmt: skip
    assert workbook["Daftar"]["N5"].value == "SEL-26"
    assert cell.fill.fgColor.rgb == f"FF{RED_PALE.removeprefix('#')}"


def test_cek_of_a_sound_row_is_blank() -> None:
    assert everything()["Hasil Kerja"]["A13"].value is None


def test_row_issue_is_explained_on_its_cek_cell() -> None:
    comment = everything()["Hasil Kerja"]["A12"].comment

    assert comment is not None
    assert "BRS-05" in comment.text


def test_column_issue_is_explained_on_the_heading() -> None:
    comment = everything()["Hasil Kerja"]["AA7"].comment

    assert comment is not None
    assert "LBR-09" in comment.text


def test_line_above_the_table_counts_what_the_sheet_holds() -> None:
    workbook = everything()

    assert workbook["Pegawai"]["A3"].value == "Di lembar ini: 1 peringatan."
    assert workbook["Pejabat"]["A3"].value == "Di lembar ini: tidak ada yang perlu diperbaiki."


def test_marked_rows_are_open_and_the_others_locked_again() -> None:
    sheet = written(issue(IssueCode.SEL_12, place("Pegawai", 6, 2, "NIP")))["Pegawai"]

    assert sheet.protection.sheet
    assert not sheet["B6"].protection.locked
    assert not sheet["C6"].protection.locked
    assert sheet["B5"].protection.locked
    assert not sheet["L5"].protection.locked  # blank, so open


def test_row_with_a_notice_only_stays_locked() -> None:
    sheet = written(issue(IssueCode.SEL_16, place("Pegawai", 5, 2, "NIP")))["Pegawai"]

    assert sheet["B5"].protection.locked


def test_limits_and_drop_downs_are_back() -> None:
    sheet = everything()["Hasil Kerja"]

    by_range = {str(item.sqref): item for item in sheet.data_validations.dataValidation}
    assert by_range["R8:R5007"].formula1 == "Daftar_Arah"
    assert by_range["N8:N5007"].type == "decimal"
    assert sheet.auto_filter.ref is not None
    assert sheet.freeze_panes == "D8"


def test_name_column_far_to_the_right_does_not_freeze_the_whole_sheet() -> None:
    workbook = sound_isian().workbook()
    workbook["Pegawai"].move_range("C4:C6", cols=20)

    sheet = load(render_perbaikan(request(submission_of(workbook))))["Pegawai"]

    assert sheet["W4"].value == "Nama"
    assert sheet.freeze_panes == "B5"


def test_findings_are_sorted_by_sheet_row_and_column_file_first() -> None:
    marks = collect_marks(messy(), ISIAN, ALL)

    codes = [finding.issue.code for finding in marks.findings]
    assert codes == [
        IssueCode.BRK_14, IssueCode.SEL_06, IssueCode.SEL_31, IssueCode.LBR_09,
        IssueCode.SEL_26, IssueCode.SEL_24, IssueCode.BRS_05, IssueCode.LBR_11,
    ]  # fmt: skip


def test_sheet_that_is_not_in_the_workbook_has_no_cell() -> None:
    marks = collect_marks(messy(), ISIAN, [issue(IssueCode.LBR_16, place("Lain", 3, 2))])

    assert marks.findings[0].anchor is None
    assert marks.by_cell == {}


def test_issue_about_another_file_marks_no_cell_of_this_one() -> None:
    other = issue(IssueCode.SEL_02, Place("lain.xlsx", "Hasil Kerja", 10, TARGET, "Target"))

    marks = collect_marks(messy(), ISIAN, [other])

    assert marks.findings[0].anchor is None


def test_list_keeps_the_worst_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_xlsx.write.perbaikan.tanda.MAX_LISTED", 2)
    marks = collect_marks(messy(), ISIAN, [NOTICE, WARNING, ERROR])

    listed = choose_listed(marks.findings)

    assert [finding.issue for finding in listed] == [WARNING, ERROR]


def test_counts_name_each_severity_once() -> None:
    marks = collect_marks(messy(), ISIAN, [ERROR, ERROR, NOTICE, WARNING])

    assert counts_text(marks.findings) == "2 kesalahan · 1 peringatan · 1 catatan"
    assert marks.count(Severity.GALAT) == 2
    assert counts_text(()) == ""
