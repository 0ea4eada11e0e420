"""Summary and lists of the correction workbook: the verdict, the groups, every issue, repairs."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.result import PeopleCounts
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.pesan import render
from kinerja_xlsx.write.perbaikan import render_perbaikan
from kinerja_xlsx.write.perbaikan.ringkasan import Outcome, group_findings, verdict
from kinerja_xlsx.write.perbaikan.tanda import collect_marks
from tests.drawn import sound_isian
from tests.unit.write.perbaikan_drawn import FILE, TARGET, issue, place, request, submission_of
from tests.unit.write.template_drawn import convert, load

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from kinerja_xlsx.model.submission import Submission

NIP, NAMA = "199001012015031001", "Contoh Satu, S.Kep."
SHEETS = [
    "Ringkasan", "Daftar", "Identitas", "Pegawai", "Pejabat", "Hasil Kerja", "Penilaian",
    "Dibetulkan", "Diterima", "Referensi", "_meta",
]  # fmt: skip


def target_issue(row: int, code: IssueCode = IssueCode.SEL_02, value: str = "dua") -> Issue:
    where = place("Hasil Kerja", row, TARGET, "Target")
    return issue(code, where, nip=NIP, nama=NAMA, value=value)


NOTICE = issue(
    IssueCode.SEL_24, place("Hasil Kerja", 6, TARGET, "Target"), value="85", dibaca="85"
)
MACRO = issue(IssueCode.BRK_14, Place(FILE))
NOT_FILLED = issue(
    IssueCode.LTS_07, place("Pegawai", 6, None), nip=NIP, nama=NAMA,
    sebab="Semua sel isiannya masih kosong.", isian="Hasil Kerja dan Penilaian",
)  # fmt: skip


@cache
def sound() -> Submission:
    return submission_of(sound_isian(3).workbook())


def written(
    *issues: Issue, accepted: tuple[tuple[str, str], ...] = ((NIP, NAMA),), withheld: int = 1
) -> Workbook:
    return load(
        render_perbaikan(request(sound(), *issues, accepted=accepted, withheld=withheld)),
        values=True,
    )


def rows_of(workbook: Workbook, name: str) -> list[tuple[str, ...]]:
    rows = workbook[name].iter_rows(values_only=True)
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


def test_summary_opens_and_hidden_sheets_come_last() -> None:
    workbook = written(NOTICE)

    assert workbook.sheetnames == SHEETS
    assert workbook.active is workbook["Ringkasan"]
    hidden = [sheet.title for sheet in workbook if sheet.sheet_state == "hidden"]
    assert hidden == ["Referensi", "_meta"]


@pytest.mark.parametrize(
    ("issues", "people", "sentence"),
    [
        (
            (target_issue(5), target_issue(5, IssueCode.SEL_05), target_issue(7)),
            (287, 13),
            "287 dari 300 pegawai dinilai. 13 pegawai ditahan; betulkan 2 sel.",
        ),
        (
            (NOT_FILLED,),
            (1, 1),
            "1 dari 2 pegawai dinilai. 1 pegawai ditahan; lihat daftar di bawah.",
        ),
        ((MACRO,), (1_200, 0), "Semua 1.200 pegawai dinilai. Ada 1 peringatan untuk diperiksa."),
        ((NOTICE,), (2, 0), "Semua 2 pegawai dinilai."),
        ((NOTICE,), (2, 0, 1), "2 dari 3 pegawai dinilai. 1 pegawai tidak dinilai."),
        (
            (NOT_FILLED,),
            (1, 1, 1),
            (
                "1 dari 3 pegawai dinilai. 1 pegawai tidak dinilai. 1 pegawai ditahan; "
                "lihat daftar di bawah."
            ),
        ),
        ((), (0, 0), "Belum ada pegawai yang dapat dinilai dari berkas ini."),
    ],
)
def test_verdict_is_one_plain_sentence(
    issues: tuple[Issue, ...], people: tuple[int, ...], sentence: str
) -> None:
    outcome = Outcome("dinkes.xlsx", PeopleCounts(*people), is_skp=False)

    assert verdict(collect_marks(sound(), ISIAN, issues), outcome) == sentence


def test_people_of_a_plan_are_accepted_and_not_evaluated() -> None:
    outcome = Outcome("skp.xlsx", PeopleCounts(2), is_skp=True)

    nobody = replace(outcome, people=PeopleCounts())
    marks = collect_marks(sound(), ISIAN, ())

    assert verdict(marks, outcome) == "Semua 2 pegawai diterima."
    assert "dapat diterima dari berkas" in verdict(marks, nobody)


def test_summary_shows_verdict_counters_and_steps() -> None:
    texts = [cell for row in rows_of(written(target_issue(5), MACRO, NOTICE), "Ringkasan")
             for cell in row if cell]  # fmt: skip

    assert "1 dari 2 pegawai dinilai. 1 pegawai ditahan; betulkan 1 sel." in texts
    counters = [text for text in texts if text.startswith("1 · ")]
    assert len(counters) == 3
    assert [text[:2] for text in texts if text[:2] in {"1.", "2.", "3."}] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("withheld", "title"),
    [(1, "Yang perlu dilakukan"), (0, "Bila ada yang ingin Anda betulkan")],
)
def test_nobody_is_urged_when_everyone_is_accepted(withheld: int, title: str) -> None:
    first_column = [row[0] for row in rows_of(written(MACRO, withheld=withheld), "Ringkasan")]

    assert title in first_column


def test_groups_are_worst_first_then_withholding_then_most_frequent() -> None:
    issues = (
        MACRO, NOT_FILLED, target_issue(5), target_issue(6, IssueCode.SEL_26),
        target_issue(7, IssueCode.SEL_26), NOTICE,
    )  # fmt: skip

    groups = group_findings(collect_marks(sound(), ISIAN, issues))

    codes = [(group[0].issue.code, len(group)) for group in groups]
    assert codes == [
        (IssueCode.SEL_26, 2), (IssueCode.SEL_02, 1), (IssueCode.LTS_07, 1),
        (IssueCode.BRK_14, 1),
    ]  # fmt: skip


def test_group_of_one_speaks_of_its_cell_and_group_of_many_in_general() -> None:
    one = rows_of(written(target_issue(5)), "Ringkasan")
    many = rows_of(written(target_issue(5), target_issue(6, value="tiga")), "Ringkasan")

    def problem(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
        return next(row for row in rows if row[7] == "SEL-02")

    assert problem(one)[1] == render(target_issue(5)).masalah
    assert problem(many)[1] == "Yang ditulis bukan angka."
    assert problem(many)[2:5] == ("Hasil Kerja › Target", "2", f"N5 · «dua» · {NAMA}")
    assert problem(many)[6] == "lihat"


def test_without_errors_and_warnings_the_summary_says_so() -> None:
    texts = [cell for row in rows_of(written(NOTICE), "Ringkasan") for cell in row]

    assert "Tidak ada kesalahan dan tidak ada peringatan." in texts


def test_list_has_one_row_for_each_issue_with_a_link_to_its_cell() -> None:
    found = target_issue(7)
    data = render_perbaikan(request(sound(), found, MACRO))

    row = rows_of(load(data, values=True), "Daftar")[5]
    pesan = render(found)
    assert row == (
        "2", "Kesalahan", "Hasil Kerja", "N7", NIP, NAMA, "Target", "dua", "", "", pesan.masalah,
        pesan.sebab, pesan.perbaiki, "SEL-02", "", "",
    )  # fmt: skip
    assert load(data)["Daftar"]["D6"].value == '=HYPERLINK("#\'Hasil Kerja\'!N7","N7")'


def test_issue_of_the_whole_file_has_no_link() -> None:
    assert written(MACRO)["Daftar"]["D5"].value is None


def test_list_can_be_ticked_off_and_filtered() -> None:
    sheet = written(MACRO)["Daftar"]

    (ticks,) = sheet.data_validations.dataValidation
    assert (ticks.formula1, str(ticks.sqref)) == ('"Ya"', "O5")
    assert sheet.auto_filter.ref == "A4:P5"


def test_proposal_is_offered_with_a_choice_and_the_cell_meant() -> None:
    slip = replace(target_issue(7), proposal="2")
    sheet = written(target_issue(5), slip, target_issue(8))["Daftar"]

    choices = [(rule.formula1, str(rule.sqref)) for rule in sheet.data_validations.dataValidation]
    assert choices == [('"Ya"', "O5:O7"), ('"Ya,Tidak"', "J6")]
    assert [sheet[f"I{row}"].value for row in (5, 6, 7)] == [None, "2", None]
    assert [sheet[f"P{row}"].value for row in (5, 6, 7)] == [None, "Hasil Kerja!N7", None]
    assert sheet.column_dimensions["P"].hidden


def test_summary_speaks_of_proposals_only_where_there_are_any() -> None:
    slip = replace(target_issue(7), proposal="2")

    def offers(workbook: Workbook) -> bool:
        return any(
            "kolom Usulan" in cell for row in rows_of(workbook, "Ringkasan") for cell in row
        )

    assert (offers(written(slip)), offers(written(target_issue(7)))) == (True, False)


def test_notices_are_filtered_away_while_something_else_is_left() -> None:
    sheet = written(MACRO, NOTICE)["Daftar"]

    assert sheet["B6"].value == "Catatan"
    assert sheet.row_dimensions[6].hidden
    assert not sheet.row_dimensions[5].hidden
    assert str(sheet["A3"].value).startswith("Catatan disaring")


def test_notices_alone_are_shown() -> None:
    sheet = written(NOTICE)["Daftar"]

    assert not sheet.row_dimensions[5].hidden
    assert sheet["A3"].value is None


def test_full_list_says_how_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_xlsx.write.perbaikan.tanda.MAX_LISTED", 2)

    workbook = written(*(target_issue(row) for row in (5, 6, 7)))

    sheet = workbook["Daftar"]
    assert sheet.max_row == 6
    assert "2 dari 3" in str(sheet["A2"].value)
    assert "SIS-02" in str(sheet["A2"].value)
    # What is not listed is marked all the same, only without a comment.
    assert workbook["Hasil Kerja"]["A7"].value == "1 kesalahan"
    assert workbook["Hasil Kerja"]["N7"].fill.fgColor.rgb == "FFFAD4D0"
    assert workbook["Hasil Kerja"]["N7"].comment is None
    assert workbook["Hasil Kerja"]["N6"].comment is not None


def test_repairs_are_listed_before_and_after() -> None:
    row = rows_of(written(NOTICE, MACRO), "Dibetulkan")[4]

    assert row[:8] == ("1", "Hasil Kerja", "N6", "", "", "Target", "85", "85")
    assert row[9] == "SEL-24"


def test_empty_lists_say_so() -> None:
    workbook = written(accepted=(), withheld=0)

    assert workbook["Dibetulkan"]["A2"].value == "Tidak ada."
    assert workbook["Diterima"]["A2"].value == "Tidak ada."


def test_accepted_people_are_listed_by_nip_as_text() -> None:
    sheet = written(accepted=((NIP, NAMA), (NIP, "=Contoh Dua")))["Diterima"]

    assert sheet["A2"].value == "2 pegawai"
    assert [cell.value for cell in sheet[6]] == [2, NIP, "=Contoh Dua"]
    assert (sheet["B6"].data_type, sheet["C6"].data_type) == ("s", "s")


@pytest.mark.libreoffice
@pytest.mark.slow
def test_printed_summary_and_list_show_their_labels_whole(tmp_path: Path) -> None:
    soffice, pdftotext = shutil.which("soffice"), shutil.which("pdftotext")
    if soffice is None or pdftotext is None:
        pytest.skip("LibreOffice atau pdftotext tidak terpasang")
    path = tmp_path / "perbaikan.xlsx"
    path.write_bytes(render_perbaikan(request(sound(), target_issue(5), MACRO, NOTICE)))

    convert(soffice, path, "pdf", tmp_path)

    pdf = tmp_path / "hasil" / "perbaikan.pdf"
    result = subprocess.run([pdftotext, "-raw", str(pdf), "-"], capture_output=True, check=True)
    text = " ".join(result.stdout.decode().split())
    for label in (
        "1 dari 2 pegawai dinilai. 1 pegawai ditahan; betulkan 1 sel.", "Apa yang salah",
        "Cara memperbaiki", "Daftar yang ditemukan", "Selesai?", "1 kesalahan",
        "Capaian Kinerja Organisasi", "Pegawai yang diterima", "Yang dibetulkan atau dicatat",
    ):  # fmt: skip
        assert label in text
