"""The page of a whole run: in the manifest, with links that lead somewhere, gone when stale."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.issue import IssueCode, Place
from kinerja_xlsx.run.buat_laporan import LAPORAN, page_of
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST, TANPA_PERIODE, Workspace
from kinerja_xlsx.spec.codes import make_issue
from tests.drawn import sound_isian
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle
from tests.laporan_drawn import Terbaca, parse

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.model.run_result import RunResult


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, RunResult]:
    """Process three units, one with a fault, and a file that nobody can place, once."""
    files = {**sent_by_three(), "entah.xlsx": b"bukan buku kerja"}
    office = settle(tmp_path_factory.mktemp("laporan"), files)
    path = office.input / "RSU.xlsx"
    book = load_workbook(path)
    book["Penilaian"].cell(5, 2).value = "1"
    book.save(path)
    return office, process(office, HERE)


def page(office: Workspace, period: str | None = PERIOD.code) -> Terbaca:
    return parse((office.period_folder(period) / LAPORAN).read_text(encoding="utf-8"))


def test_page_stands_in_the_manifest_with_its_hash(done: tuple[Workspace, RunResult]) -> None:
    office, _ = done

    for folder in (PERIOD.code, TANPA_PERIODE):
        data = (office.output / folder / LAPORAN).read_bytes()
        manifest = json.loads((office.output / folder / MANIFEST).read_bytes())
        hashes = {output["path"]: output["sha256"] for output in manifest["outputs"]}
        assert hashes[f"output/{folder}/{LAPORAN}"] == hashlib.sha256(data).hexdigest()


def test_every_output_of_the_period_is_linked_and_is_there(
    done: tuple[Workspace, RunResult],
) -> None:
    office, result = done

    for period in result.periods:
        folder = office.period_folder(period.period)
        links = page(office, period.period).attributes("a", "href")
        found = {(folder / unquote(one)).resolve() for one in links if not one.startswith("#")}
        made = {office.root / output.path for output in period.outputs}
        assert found | {folder / LAPORAN} == made | {folder / MANIFEST}
        assert all(path.is_file() for path in found)


def test_page_and_manifest_tell_of_the_same_files_people_and_issues(
    done: tuple[Workspace, RunResult],
) -> None:
    office, _ = done
    found = page(office)
    manifest = json.loads((office.output / PERIOD.code / MANIFEST).read_bytes())

    names = [file["file"] for file in manifest["files"]]
    assert [text for text in found.all_of("bdi") if text in names] == names
    assert len(found.rows("pegawai")) == sum(manifest["people"].values())
    told = sorted(row["kode"] for row in found.rows("masalah") if row["berkas"] in names)
    assert told == sorted(issue["code"] for issue in manifest["issues"])


def test_second_run_writes_the_same_page(done: tuple[Workspace, RunResult]) -> None:
    office, _ = done
    before = outputs_of(office)

    process(office, RunOptions(workers=2))

    assert outputs_of(office) == before
    assert f"{PERIOD.code}/{LAPORAN}" in before


def test_check_writes_no_page(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())

    process(office, replace(HERE, writes=False))

    assert outputs_of(office) == {}


def test_page_of_files_without_a_period_goes_with_the_last_of_them(tmp_path: Path) -> None:
    office = settle(tmp_path, {**sent_by_three(), "entah.xlsx": b"bukan buku kerja"})
    process(office, HERE)
    assert (office.output / TANPA_PERIODE / LAPORAN).exists()
    (office.input / "entah.xlsx").unlink()

    process(office, HERE)

    assert not (office.output / TANPA_PERIODE).exists()


def test_what_differs_from_an_earlier_run_is_left_out(done: tuple[Workspace, RunResult]) -> None:
    _, result = done
    changed = make_issue(IssueCode.LBK_09, Place("PKM.xlsx"))
    other = make_issue(IssueCode.BRK_03, Place("entah.xlsx"))
    late = make_issue(IssueCode.LBK_06, Place(""), jumlah="1", unit="Lain", periode=PERIOD.label)
    earlier = make_issue(
        IssueCode.LBK_06, Place(""), jumlah="1", unit="Lain", periode=PERIOD.previous.label
    )
    run = replace(result, issues=(changed, other, late, earlier))

    shown = page_of(run, run.periods[0], (), instansi="").result.issues

    assert shown == (late,)


def test_pages_of_two_periods_tell_each_its_own(tmp_path: Path) -> None:
    office = settle(tmp_path, {})
    for code in ("2026-TW1", "2026-03"):
        sound_isian(1, period=code).save(office.input / f"{code}.xlsx")

    process(office, HERE)

    for code in ("2026-TW1", "2026-03"):
        seen = page(office, code).visible
        assert "Berkas 1 = " in seen
        assert f"{code}.xlsx" in seen
