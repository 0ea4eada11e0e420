"""Codes of files, of several files and of units, through the whole run, with their sound twin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run import phases
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.spec.pesan import render
from tests.flow.alur import sent_by_three, settle
from tests.flow.kasus_baris import SEMUA
from tests.flow.kasus_berkas import BERKAS, UNIT, Kasus
from tests.flow.kerusakan import check_or_fail

GOLDEN = Path(__file__).parents[1] / "golden" / "kode.toml"
CHECK = RunOptions(workers=0, writes=False)


def run(root: Path, files: Mapping[str, bytes]) -> RunResult:
    return process(settle(root, files), CHECK)


def raised(result: RunResult, code: IssueCode) -> list[Issue]:
    return [issue for issue in result.issues if issue.code is code]


def place_of(issue: Issue) -> tuple[str, str | None, str | None]:
    return issue.place.file, issue.place.sheet, issue.place.cell


@cache
def golden() -> dict[str, str]:
    return dict(tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["masalah"])


@pytest.mark.parametrize("kasus", [*BERKAS, *UNIT], ids=lambda kasus: kasus.id)
def test_fault_is_named_at_its_place_in_golden_words(kasus: Kasus, tmp_path: Path) -> None:
    result = run(tmp_path, kasus.files())

    found = {place_of(issue): issue for issue in raised(result, kasus.code)}
    assert kasus.place in found
    assert render(found[kasus.place]).masalah == golden()[kasus.id]
    rows = result.rows
    assert rows.seen == rows.accepted + rows.corrected + rows.withheld + rows.ignored
    assert rows.seen == sum(file.rows.seen for file in result.files if file.rows)


@pytest.mark.parametrize("kasus", [*BERKAS, *UNIT], ids=lambda kasus: kasus.id)
def test_sound_neighbour_is_not_named(kasus: Kasus, tmp_path: Path) -> None:
    result = run(tmp_path, kasus.twin())

    found = {place_of(issue) for issue in raised(result, kasus.code)}
    assert kasus.place not in found


def test_sis_01_is_our_fault_and_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phases, "check_file", check_or_fail)

    result = run(tmp_path, sent_by_three())

    (issue,) = raised(result, IssueCode.SIS_01)
    assert issue.place.file == "RSU.xlsx"
    assert render(issue).masalah.startswith("Pemeriksaan berkas ini berhenti karena kesalahan")
    assert [file.verdict.value for file in result.files] == ["diterima", "ditolak", "diterima"]


def test_archive_of_every_case_is_a_workbook_of_ours() -> None:
    """Guard the cases themselves: the three sound files are whole packages."""
    for name, data in sent_by_three().items():
        with ZipFile(BytesIO(data)) as package:
            assert package.testzip() is None, name


NOT_DRAWN = {
    IssueCode.BRK_06: "butuh berkas yang tidak boleh dibaca; test_folder_aneh",
    IssueCode.BRK_11: "versi templat; tests/unit/read/test_submission",
    IssueCode.BRK_16: "berkas berubah saat dibaca; tests/unit/read/test_snapshot",
    IssueCode.BRK_19: "XML berbahaya; test_berkas_aneh",
    IssueCode.LBR_03: "tests/unit/read/test_submission",
    IssueCode.LBR_07: "tests/unit/read/test_header",
    IssueCode.LBR_13: "sel gabung; tests/unit/validate",
    IssueCode.LBR_17: "kolom tersembunyi; tests/unit/read/test_sheet, test_kasus_nyata",
    IssueCode.LBR_14: "baris tersembunyi; tests/unit/read/test_sheet",
    IssueCode.SEL_23: "rumus dengan nilai; tests/unit/validate/test_rows",
    IssueCode.SEL_20: "dasar 1904; tests/unit/read",
    IssueCode.LBK_07: "periode ditutup; test_periode",
    IssueCode.LBK_09: "test_usulan",
    IssueCode.LBK_10: "periode lain; test_alur",
    IssueCode.LBK_11: "berkas lain tidak terbaca; test_tak_terbaca",
    IssueCode.BRK_17: "tests/unit/read/test_tabs",
    IssueCode.BRK_20: "tests/unit/read/test_siasn",
    IssueCode.BRK_21: "penjelasan yang ditaruh di input; test_ditolak",
    IssueCode.BRK_22: "test_banding",
    IssueCode.BRK_23: "tautan dan berkas khusus; test_folder_aneh",
    IssueCode.BRS_02: "tests/unit/validate/test_sheet",
    IssueCode.BRS_07: "tests/unit/validate/test_mutasi",
    IssueCode.BRS_15: "test_kebijakan_alias",
    IssueCode.BRS_16: "test_impor_kata",
    IssueCode.BRS_17: "test_impor_pegawai",
    IssueCode.BRS_18: "tests/unit/validate/test_kebijakan",
    IssueCode.BRS_19: "test_lembar_tambahan",
    IssueCode.BRS_20: "tests/unit/validate/test_kegiatan",
    IssueCode.BRS_21: "test_lembar_tambahan",
    IssueCode.LBK_08: "tests/unit/validate/test_nama_berkas",
    IssueCode.LBR_02: "tests/unit/read/test_tabs",
    IssueCode.LBR_04: "tests/unit/read/test_header",
    IssueCode.LTS_02: "test_skp",
    IssueCode.LTS_03: "test_skp",
    IssueCode.LTS_05: "tests/unit/validate/test_siklus",
    IssueCode.LTS_08: "tests/unit/score/test_seragam",
    IssueCode.LTS_09: "test_gabungan",
    IssueCode.LTS_10: "test_gabungan",
    IssueCode.LTS_12: "test_gabungan",
    IssueCode.LTS_11: "tests/unit/validate/test_kegiatan",
    IssueCode.LTS_13: "test_skp",
    IssueCode.LTS_19: "test_lembar_tambahan",
    IssueCode.LTS_22: "tests/unit/score/test_disiplin",
    IssueCode.LTS_23: "tests/unit/score/test_skm_indikator",
    IssueCode.SEL_04: "tests/unit/validate/test_normalise_text",
    IssueCode.SEL_30: "tests/unit/validate/test_normalise_nip",
    IssueCode.SEL_34: "tests/unit/validate/test_normalise_text",
    IssueCode.SEL_35: "tests/unit/validate/test_indikator",
    IssueCode.SEL_36: "test_usulan",
    IssueCode.SIS_01: "di atas",
    IssueCode.SIS_02: "batas daftar; tests/unit/write/test_perbaikan",
}
"""Codes that are not drawn here, and where they are raised instead."""


def test_every_code_has_a_case() -> None:
    drawn = {kasus.code for kasus in (*BERKAS, *UNIT)} | {kasus.code for kasus in SEMUA}

    assert set(IssueCode) - drawn == set(NOT_DRAWN)
