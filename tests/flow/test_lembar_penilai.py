"""What raters fill in comes back through the Isian of their unit, to the right people."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW
from tests.flow.alur import (
    HERE,
    KEPALA,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    codes,
    heading_columns,
    open_office,
    rating,
    write_row,
)
from tests.flow.lembar import (
    FEEDBACK,
    NUMBERS,
    RATED,
    RSU_PENGELOLA,
    Post,
    block_of,
    edit,
    open_unrated,
    paste,
    ratings_for,
    row_of,
    sheets_in,
)
from tests.flow.test_tak_terbaca import hold

if TYPE_CHECKING:
    from openpyxl import Workbook


@pytest.fixture(scope="module")
def unrated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, RunResult]:
    office = open_unrated(tmp_path_factory.mktemp("belum"))
    return office, process(office, HERE)


@pytest.fixture
def again(unrated: tuple[Workspace, RunResult], tmp_path: Path) -> Workspace:
    """Make the same office once more, to be changed."""
    office = open_office(tmp_path, units=("PKM", "RSU"))
    for path in unrated[0].input.iterdir():
        (office.input / path.name).write_bytes(path.read_bytes())
    return office


def warnings_of(result: RunResult) -> list[IssueCode]:
    """List the warnings about cells and rows; those about a whole unit follow from ratings."""
    found = codes(result, Severity.PERINGATAN)
    return [code for code in found if not code.value.startswith("LTS")]


def ratings_in(result: RunResult) -> dict[Post, tuple[str, str] | None]:
    (period,) = result.periods
    return {
        Post(line.unit, line.nip, line.sifat): (
            (line.rating_hasil_kerja.value, line.rating_perilaku.value)
            if line.rating_hasil_kerja and line.rating_perilaku
            else None
        )
        for line in period.employees
    }


def test_each_rater_of_a_unit_gets_a_workbook_of_their_own(
    unrated: tuple[Workspace, RunResult],
) -> None:
    office, result = unrated

    assert codes(result) == []
    assert sheets_in(office).keys() == RATED.keys()


def test_a_workbook_names_nobody_whom_another_rates(
    unrated: tuple[Workspace, RunResult],
) -> None:
    everybody = {post.nip for posts in RATED.values() for post in posts}
    for name, data in sheets_in(unrated[0]).items():
        texts = {
            str(cell.value)
            for sheet in load_workbook(BytesIO(data))
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        penilai = Path(name).stem.split("_")[-1]
        named = {nip for nip in everybody if any(nip in text for text in texts)}
        assert named - {penilai} == {post.nip for post in RATED[name]}, name


def test_ratings_that_are_pasted_into_the_isian_are_those_of_the_right_people(
    unrated: tuple[Workspace, RunResult], again: Workspace
) -> None:
    sheets = sheets_in(unrated[0])
    before = process(again, HERE)
    for unit in ("PKM", "RSU"):
        rows = [row for name in sheets if name.startswith(unit) for row in block_of(sheets[name])]
        paste(again.input / f"{unit}.xlsx", rows)

    result = process(again, HERE)

    assert codes(result) == []
    assert warnings_of(result) == warnings_of(before)
    assert codes(result, Severity.CATATAN).count(IssueCode.BRS_05) == len(NUMBERS)
    assert ratings_in(result) == {
        post: ratings_for(NUMBERS[post.nip, post.sifat])
        for posts in RATED.values()
        for post in posts
    }
    assert result.exit_code is ExitCode.SELESAI
    assert sheets_in(again) == {}
    assert not list(again.output.rglob("penilai"))


def test_what_the_unit_had_noted_comes_with_the_block(
    unrated: tuple[Workspace, RunResult],
) -> None:
    (name,) = [name for name, posts in RATED.items() if posts[0].nip == RSU_PENGELOLA]

    (row,) = block_of(sheets_in(unrated[0])[name])

    assert FEEDBACK in row


def test_a_note_that_the_rater_changed_is_for_people_to_settle(
    unrated: tuple[Workspace, RunResult], again: Workspace
) -> None:
    (name,) = [name for name, posts in RATED.items() if posts[0].nip == RSU_PENGELOLA]
    rows = list(block_of(sheets_in(unrated[0])[name], **{"Umpan Balik Perilaku": "Lain"}))
    paste(again.input / "RSU.xlsx", rows)

    result = process(again, HERE)

    assert codes(result) == [IssueCode.BRS_04]


def test_one_rating_that_is_missing_keeps_the_workbook(again: Workspace) -> None:
    def rate(book: Workbook) -> None:
        sheet = book["Penilaian"]
        write_row(sheet, row_of(sheet, PENGELOLA), rating(PENGELOLA, "Sesuai Ekspektasi", None))

    edit(again.input / "PKM.xlsx", rate)

    process(again, HERE)

    data = sheets_in(again)[f"PKM/penilai/Lembar_Penilai_PKM_{PERIOD}_{KEPALA}.xlsx"]
    sheet = load_workbook(BytesIO(data))["Penilaian"]
    columns = heading_columns(sheet)
    row = row_of(sheet, PENGELOLA)
    assert sheet.cell(row, columns["Rating Hasil Kerja"]).value == "Sesuai Ekspektasi"
    assert sheet.cell(row, columns["Rating Perilaku"]).value is None


def test_people_who_are_rated_are_shown_but_not_asked_for_again(again: Workspace) -> None:
    def rate(book: Workbook) -> None:
        sheet = book["Penilaian"]
        both = rating(PENGELOLA, "Sesuai Ekspektasi", "Di Atas Ekspektasi")
        write_row(sheet, row_of(sheet, PENGELOLA), both)

    edit(again.input / "PKM.xlsx", rate)

    process(again, HERE)

    book = load_workbook(
        BytesIO(sheets_in(again)[f"PKM/penilai/Lembar_Penilai_PKM_{PERIOD}_{KEPALA}.xlsx"])
    )
    asked = [cell.value for cell in book["Penilaian"]["B"][FIRST_ROW - 1 :]]
    shown = [cell.value for cell in book["Bahan"]["B"]]
    assert (PENGELOLA in asked, PERAWAT in asked) == (False, True)
    assert {PENGELOLA, PERAWAT} <= set(shown)


def test_a_workbook_put_into_input_is_refused_and_says_where_its_rows_go(
    unrated: tuple[Workspace, RunResult], again: Workspace
) -> None:
    name, data = next(iter(sheets_in(unrated[0]).items()))
    dropped = Path(name).name
    (again.input / dropped).write_bytes(data)

    result = process(again, HERE)

    assert {file.file: file.verdict for file in result.files}[dropped] is FileVerdict.DITOLAK
    (path,) = again.output.rglob("ditolak/*.xlsx")
    said = [str(cell.value) for row in load_workbook(path)["Perbaikan"] for cell in row]
    assert any("Salin baris lembar Penilaian buku ini" in text for text in said)


def test_workbooks_of_a_unit_that_cannot_be_read_this_time_stay(
    again: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    process(again, HERE)
    before = sheets_in(again)
    hold(monkeypatch, "RSU.xlsx")

    process(again, HERE)

    assert sheets_in(again) == before


def test_workers_change_no_byte_of_them(
    unrated: tuple[Workspace, RunResult], again: Workspace
) -> None:
    process(again, RunOptions(workers=2))

    assert sheets_in(again) == sheets_in(unrated[0])


def test_screen_says_that_ratings_are_missing_and_who_gets_what(
    unrated: tuple[Workspace, RunResult],
) -> None:
    said = " ".join(summarise(unrated[1], writes=True).split())

    assert f"penilai/Lembar_….xlsx {len(RATED)} Lembar Penilai" in said
    assert "bagikan Lembar Penilai kepada penilainya" in said


def test_rows_may_be_pasted_into_the_correction_workbook_as_well(again: Workspace) -> None:
    def spoil(book: Workbook) -> None:
        work = book["Hasil Kerja"]
        column = heading_columns(work)["Target"]
        work.cell(row_of(work, PENGELOLA), column).value = "dua belas"

    def mend(book: Workbook) -> None:
        work = book["Hasil Kerja"]
        work.cell(row_of(work, PENGELOLA), heading_columns(work)["Target"]).value = 7

    edit(again.input / "PKM.xlsx", spoil)
    first = process(again, HERE)
    assert len(codes(first)) == 1
    data = sheets_in(again)[f"PKM/penilai/Lembar_Penilai_PKM_{PERIOD}_{KEPALA}.xlsx"]
    said = [str(cell.value) for row in load_workbook(BytesIO(data))["Petunjuk"] for cell in row]
    assert any("Belum termasuk: 1 penugasan" in text for text in said)
    (correction,) = again.output.rglob("Perbaikan_PKM_*.xlsx")
    sent = again.input / correction.name
    sent.write_bytes(correction.read_bytes())
    edit(sent, mend)
    paste(sent, list(block_of(data)))

    result = process(again, HERE)

    assert codes(result) == []
    nurse = Post("PKM", PERAWAT)
    assert ratings_in(result)[nurse] == ratings_for(NUMBERS[nurse.nip, nurse.sifat])
