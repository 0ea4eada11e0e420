"""`jelaskan NIP --cetak`: a sheet for an objection or an auditor that says what the run says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.jelaskan_nip import tell_person
from kinerja_xlsx.run.cetak_penjelasan import print_explanations
from kinerja_xlsx.run.jelaskan import explain_person
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.permintaan import UnknownPeriodError
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, WorkspaceError, make_workspace
from kinerja_xlsx.write.penjelasan import render_penjelasan
from tests.drawn import NIPS
from tests.flow.alur import (
    HERE,
    PERAWAT,
    PERIOD,
    SESUAI,
    fill,
    indikator,
    open_office,
    rating,
    send,
    sound_ratings,
    sound_rows,
)
from tests.flow.test_gabungan import QUARTER, send_months
from tests.flow.test_gabungan import send as send_figures
from tests.flow.test_periode import close

if TYPE_CHECKING:
    from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan

ONE = replace(HERE, workers=1)
NAME = f"penjelasan/Penjelasan_{PERAWAT}_{PERIOD.code}.xlsx"


def rows_of(path: Path, sheet: str = PERAWAT) -> list[list[str]]:
    """Read the filled cells of every row."""
    return [
        [str(cell) for cell in row if cell is not None]
        for row in load_workbook(path)[sheet].iter_rows(values_only=True)
    ]


def explained(office: Workspace, nip: str = PERAWAT) -> tuple[PenjelasanPenugasan, ...]:
    return explain_person(office, nip, ONE)


def printed(office: Workspace, nip: str = PERAWAT) -> Path:
    (output,) = print_explanations(office, explained(office, nip))
    return office.root / output.path


def test_sheet_leads_from_each_cell_over_the_formula_to_the_result(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)

    rows = rows_of(printed(office))

    (one,) = explained(office)
    text = "\n".join(" | ".join(row) for row in rows)
    assert one.formulir is not None
    assert f"KODE VERIFIKASI | {one.formulir.kode}" in text
    assert f"NIP | {PERAWAT}" in text
    assert "1 | Capaian indikator 1.1 | Hasil Kerja!N" in text
    assert " Target: 1.200; " in text
    assert " Realisasi: 1.250 | 1.250 ÷ 1.200 × 100 | 104,17 | a" in text
    assert "a. PermenPANRB" in text
    assert "kepada atasan pejabat penilai kinerja" in text
    assert "paling lama 14 hari kalender" in text
    assert [step.result for step in one.langkah] == [
        row[-2] for row in rows if row and row[0].isdecimal()
    ]


@pytest.mark.parametrize("kertas", Kertas)
def test_a_common_assignment_takes_one_upright_page(tmp_path: Path, kertas: Kertas) -> None:
    office = open_office(tmp_path)
    send(office)
    path = tmp_path / "satu.xlsx"
    path.write_bytes(render_penjelasan([replace(one, kertas=kertas) for one in explained(office)]))

    sheet = load_workbook(path)[PERAWAT]

    assert sheet.page_setup.orientation == "portrait"
    properties = sheet.sheet_properties.pageSetUpPr
    assert properties is not None
    assert properties.fitToPage
    heights = [line.height or 15 for line in sheet.row_dimensions.values()]
    assert sum(heights) <= {Kertas.A4: 815, Kertas.F4: 908}[kertas]
    assert sheet.row_breaks.brk == []
    assert min(cell.font.sz for row in sheet.iter_rows() for cell in row if cell.value) >= 8


def test_same_input_gives_the_same_bytes_and_a_later_run_leaves_the_sheet(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    path = printed(office)
    first = path.read_bytes()

    assert printed(office).read_bytes() == first
    process(office, HERE)

    assert path == office.period_folder(PERIOD.code) / NAME
    assert path.read_bytes() == first
    assert "Penjelasan" not in (office.period_folder(PERIOD.code) / MANIFEST).read_text("utf-8")


def test_sheet_that_comes_back_as_a_file_is_passed_over(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    (office.input / "balik.xlsx").write_bytes(printed(office).read_bytes())

    result = process(office, HERE)

    (issue,) = (one for one in result.issues if one.place.file == "balik.xlsx")
    assert issue.code is IssueCode.BRK_21
    assert result.exit_code is ExitCode.SELESAI


def test_withheld_person_has_the_reason_and_the_rows_but_no_code(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    template = next((office.output / PERIOD.code / "templat").glob("*.xlsx"))
    rows = [*sound_rows(), indikator(PERAWAT, "3.1", target=5, realisasi=-4)]
    ratings = [row for row in sound_ratings() if row["NIP"] != PERAWAT]
    ratings.append(rating(PERAWAT, SESUAI, SESUAI))
    fill(template, office.input / "kiriman/pkm.xlsx", rows=rows, ratings=ratings)

    text = "\n".join(" | ".join(row) for row in rows_of(printed(office)))

    assert "KEADAAN | Ditahan" in text
    assert "KODE VERIFIKASI | –" in text
    assert "MENGAPA TIDAK ADA FORMULIR\nSEL-05" in text
    assert "Realisasi: -4" in text
    assert "dibetulkan oleh unit" in text
    assert "RUMUS" not in text


def test_nothing_is_written_while_a_run_holds_the_workspace(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    found = explained(office)

    with hold_lock(office), pytest.raises(WorkspaceError):
        print_explanations(office, found)

    assert not (office.period_folder(PERIOD.code) / NAME).exists()


def test_cells_of_the_months_of_a_quarter_are_shown_as_typed(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    send_months(office, 90, 100, 80)
    send_figures(office, QUARTER, {"1.1": (300, None)})

    options = replace(ONE, period=Period.parse(QUARTER))
    (one,) = explain_person(office, NIPS[0], options)

    months = [cell for cell in one.sel_lain if cell.place.heading == "Realisasi"]
    assert [(cell.place.file, cell.diketik) for cell in months] == [
        ("2026-01.xlsx", "90"),
        ("2026-02.xlsx", "100"),
        ("2026-03.xlsx", "80"),
    ]
    said = tell_person((one,))
    assert "2026-02.xlsx › Hasil Kerja!" in said
    assert "Realisasi: 100" in said


def test_value_that_was_read_otherwise_than_typed_shows_both(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    template = send(office)
    book = load_workbook(template)
    sheet = book["Penilaian"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == SESUAI)
    cell.value = f"  {SESUAI.lower()} "
    book.save(template)

    (one,) = explained(office)

    (read,) = (cell for cell in one.sel if cell.dibaca)
    assert (read.diketik.strip(), read.dibaca) == (SESUAI.lower(), SESUAI)
    assert f"(dibaca: {SESUAI})" in " ".join(tell_person((one,)).split())
    assert f"| {SESUAI} |" in "\n".join(" | ".join(row) for row in rows_of(printed(office)))


def test_closed_period_is_explained_when_it_is_asked_for(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    before = explained(office)
    close(office)

    assert explain_person(office, PERAWAT, replace(ONE, period=PERIOD)) == before


def test_period_that_the_settings_do_not_know_is_not_taken_for_an_unknown_nip(
    tmp_path: Path,
) -> None:
    office = open_office(tmp_path)
    send(office)

    with pytest.raises(UnknownPeriodError, match="2026-TW4"):
        explain_person(office, PERAWAT, replace(ONE, period=Period.parse("2026-TW4")))


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*words: str) -> tuple[int, str, str]:
        ended = run_guarded(
            group, ["jelaskan", *words, "--ruang", str(tmp_path), "--pekerja", "1"]
        )
        said = capsys.readouterr()
        return ended, said.out, said.err

    return run


def test_command_says_where_the_sheet_lies(
    tmp_path: Path, say: Callable[..., tuple[int, str, str]]
) -> None:
    office = open_office(tmp_path)
    send(office)

    ended, out, err = say(PERAWAT, "--cetak", "--json")

    assert ended == ExitCode.SELESAI
    (output,) = json.loads(out)["outputs"]
    assert output["path"] == f"output/{PERIOD.code}/{NAME}"
    assert NAME in err
    assert (office.root / output["path"]).exists()


def test_issue_code_cannot_be_printed(say: Callable[..., tuple[int, str, str]]) -> None:
    ended, out, err = say("LTS-07", "--cetak")

    assert (ended, out) == (ExitCode.CARA_PAKAI, "")
    assert "hanya untuk NIP atau kode verifikasi" in err
