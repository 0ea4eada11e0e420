"""The example city through the whole job: every planted fault is answered, most people pass."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus
from kinerja_xlsx.read import Snapshot, read_submission
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.demo.city import make_city
from kinerja_xlsx.run.demo.draft import Draft, fill_draft, make_draft, make_plan_draft
from kinerja_xlsx.run.demo.files import Planted, planted_faults, write_city
from kinerja_xlsx.run.demo.parcels import PLANS, SILENT_UNIT
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import make_workspace
from kinerja_xlsx.spec.book import SKP
from kinerja_xlsx.validate import check_isian, check_skp

if TYPE_CHECKING:
    from kinerja_xlsx.model.rekap import BarisPegawai
    from kinerja_xlsx.model.run_result import RunResult
    from kinerja_xlsx.spec.penugasan import Checked

pytestmark = pytest.mark.slow

CITY = make_city()
PLANTED = planted_faults(CITY)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> RunResult:
    folder = tmp_path_factory.mktemp("contoh")
    write_city(CITY, folder)
    return process(make_workspace(folder), RunOptions(writes=False, workers=0, wants_trail=True))


def raised(result: RunResult) -> Counter[tuple[str, str]]:
    """Count issues by file and code."""
    return Counter((issue.place.file, issue.code.value) for issue in result.issues)


def accepted(result: RunResult) -> list[BarisPegawai]:
    return [
        row
        for period in result.periods
        for row in period.employees
        if row.status is PenugasanStatus.DINILAI
    ]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: f"{one.code.value}-{one.what}")
def test_planted_fault_is_answered_by_its_code(planted: Planted, result: RunResult) -> None:
    codes = {code for file, code in raised(result) if file == planted.path or not file}

    assert planted.code.value in codes


def test_planted_faults_raise_at_least_25_codes(result: RunResult) -> None:
    codes = {code for _, code in raised(result)}

    assert len({fault.code.value for fault in PLANTED} & codes) >= 25


def test_no_fault_of_ours_comes_up(result: RunResult) -> None:
    assert [code for _, code in raised(result) if code.startswith("SIS")] == []


def test_at_least_500_people_stay_accepted(result: RunResult) -> None:
    assert len({row.nip for row in accepted(result)}) >= 500


def test_people_without_a_planted_fault_are_not_withheld(result: RunResult) -> None:
    withheld = [
        row
        for period in result.periods
        for row in period.employees
        if row.status is PenugasanStatus.DITAHAN
    ]

    assert len(withheld) <= 40


def test_all_nine_cells_of_the_quadrant_are_scored(result: RunResult) -> None:
    cells = {
        (row.rating_hasil_kerja, row.rating_perilaku)
        for row in accepted(result)
        if row.predikat is not None
    }

    assert cells == set(product(Ekspektasi, repeat=2))


def test_figures_suggest_what_the_raters_set_for_nearly_everybody(result: RunResult) -> None:
    rated = [row for row in accepted(result) if row.usulan and row.rating_hasil_kerja]

    agreeing = [row for row in rated if row.usulan is row.rating_hasil_kerja]
    assert len(rated) > 400
    assert 0.95 < len(agreeing) / len(rated) < 1


def test_the_silent_unit_is_named_as_missing(result: RunResult) -> None:
    (period,) = [one for one in result.periods if one.period == CITY.period.code]

    assert period.missing_units == (SILENT_UNIT,)


def test_refused_files_are_refused_and_the_rest_is_read(result: RunResult) -> None:
    verdicts = {file.file: file.verdict for file in result.files}
    whole = {
        fault.path
        for fault in PLANTED
        if fault.code.value.startswith("BRK") and fault.code.value != "BRK-05"
    }

    refused = {name for name, verdict in verdicts.items() if verdict is FileVerdict.DITOLAK}
    assert whole <= refused
    assert {
        f"Isian_{kode}_2026-TW1.xlsx" for kode in ("DINKES", "DPUPR", "DLH")
    } & refused == set()


def test_the_run_says_that_something_was_withheld(result: RunResult) -> None:
    assert result.exit_code == 1


def labels(result: RunResult) -> Counter[str]:
    """Count the steps of all trails by their label."""
    return Counter(
        step.label for period in result.periods for trail in period.trails for step in trail
    )


@pytest.mark.parametrize(
    "label",
    [
        "Angka kredit kumulatif",
        "Simulasi TPP",
        "Sebutan nilai kinerja",
        "Predikat periode di dalamnya",
        "Realisasi gabungan indikator 1.1",
    ],
)
def test_each_further_result_of_a_score_is_shown(label: str, result: RunResult) -> None:
    assert labels(result)[label] > 5


def test_readme_shows_the_figures_of_this_city(result: RunResult) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    screen = readme.split("<!-- contoh layar: mulai")[1].split("<!-- contoh layar: selesai")[0]

    counts = re.search(r"^Berkas .*?^  … dan \d+ jenis lain$", screen, re.DOTALL | re.MULTILINE)
    assert counts is not None
    assert counts[0] in summarise(result, writes=False, root="contoh")


def test_periods_that_are_closed_are_not_evaluated_again(result: RunResult) -> None:
    closed = {row.kode for row in CITY.periods if row.tertutup.value == "Ya"}

    assert closed == CITY.earlier.keys()
    assert closed & {period.period for period in result.periods if period.employees} == set()


def checked_of(draft: Draft) -> Checked:
    data = draft.render()
    snapshot = Snapshot("isian.xlsx", data, hashlib.sha256(data).hexdigest(), len(data))
    submission = read_submission(snapshot, draft.book)
    check = check_skp if draft.book.template == SKP.template else check_isian
    return check(submission, None)


@pytest.mark.parametrize("kode", CITY.units)
def test_office_without_its_planted_faults_is_sound(kode: str) -> None:
    checked = checked_of(make_draft(CITY, kode))

    assert {issue.code.value for issue in checked.issues} <= {"BRS-08"}
    assert len(checked.subjects) == len(CITY.units[kode].pegawai)


@pytest.mark.parametrize("unit", [plan.unit for plan in PLANS])
def test_plan_without_its_planted_faults_is_sound(unit: str) -> None:
    checked = checked_of(make_plan_draft(CITY, unit))

    assert {issue.code.value for issue in checked.issues} <= {"BRS-08"}


@pytest.mark.parametrize("code", CITY.earlier)
def test_earlier_period_without_its_planted_faults_is_sound(code: str) -> None:
    checked = checked_of(fill_draft(CITY, CITY.earlier[code]))

    assert {issue.code.value for issue in checked.issues} == set()
    assert len(checked.subjects) == len(CITY.earlier[code].pegawai)
