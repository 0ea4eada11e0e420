"""Which files make a run: periods asked for, closed, refused; units that are told apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.permintaan import ClosedPeriodError
from kinerja_xlsx.run.process import NothingToAnswerError, process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, make_workspace
from tests.drawn import sound_isian
from tests.flow.alur import HERE, PERIOD, codes, heading_columns, outputs_of, sent_by_three, settle

ROOT = Path(__file__).resolve().parents[2]


def verdicts(result: RunResult) -> dict[str, str]:
    return {file.file: file.verdict.value for file in result.files}


def units_of(result: RunResult, period: int = 0) -> list[tuple[str, bool]]:
    return [(unit.kode, unit.terkirim) for unit in result.periods[period].units]


def close(office: Workspace) -> None:
    """Close the period in the settings."""
    book = load_workbook(office.pengaturan)
    sheet = book["Periode"]
    sheet.cell(5, heading_columns(sheet)["Tertutup"], "Ya")
    book.save(office.pengaturan)


def spoil(office: Workspace, name: str, sheet: str = "Penilaian") -> None:
    """Take a sheet away, so that the file is refused with its unit and period known."""
    book = load_workbook(office.input / name)
    del book[sheet]
    book.save(office.input / name)


# -- asked for by name


@pytest.mark.parametrize("command", ["proses", "periksa", "templat"])
def test_period_that_the_settings_do_not_know_is_a_fault_of_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    office = settle(tmp_path, sent_by_three())

    ended = run_guarded(group, [command, "--ruang", str(tmp_path), "--periode", "2026-TW4"])

    said = capsys.readouterr()
    assert ended == ExitCode.PENGATURAN_SALAH
    assert "«2026-TW4» tidak ada di lembar Periode" in said.err
    assert PERIOD.code in said.err
    assert outputs_of(office) == {}


def test_year_of_plans_may_be_asked_for_while_only_its_parts_are_listed(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())

    result = process(office, RunOptions(workers=0, period=Period.parse("2026")))

    assert set(verdicts(result).values()) == {"dilewati"}


# -- closed


def test_closed_period_is_passed_over_and_its_outputs_stay(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    old = outputs_of(office)
    close(office)

    result = process(office, HERE)

    assert set(verdicts(result).values()) == {"dilewati"}
    assert codes(result, Severity.CATATAN) == [IssueCode.LBK_07] * 3
    assert result.exit_code is ExitCode.SELESAI
    assert result.periods == ()
    assert outputs_of(office) == old


def test_closed_period_that_is_asked_for_stops_the_run(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    old = outputs_of(office)
    close(office)

    with pytest.raises(ClosedPeriodError, match=PERIOD.code):
        process(office, RunOptions(workers=0, period=PERIOD))

    assert outputs_of(office) == old


# -- asked for


def test_period_without_files_names_every_unit_as_missing(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    for name in ("PKM", "RSU", "SEK"):
        (office.input / f"{name}.xlsx").unlink()
    (office.input / "lain.xlsx").write_bytes(b"")

    result = process(office, RunOptions(workers=0, period=PERIOD))

    assert result.periods[0].missing_units == ("PKM", "RSU", "SEK")
    assert IssueCode.LBK_06 in codes(result, Severity.PERINGATAN)
    assert {name for name in outputs_of(office) if name.startswith(PERIOD.code)} == {
        f"{PERIOD.code}/laporan.html",
        f"{PERIOD.code}/rekap.xlsx",
    }


def test_files_of_two_periods_are_answered_apart(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    for code in ("2026-TW1", "2026-03"):
        sound_isian(1, period=code).save(workspace.input / f"{code}.xlsx")

    both = process(workspace, HERE)
    outputs = outputs_of(workspace)
    one = process(workspace, RunOptions(workers=0, period=Period.parse("2026-03")))

    # In order of their first day.
    assert [period.period for period in both.periods] == ["2026-TW1", "2026-03"]
    assert [period.period for period in one.periods] == ["2026-03"]
    assert verdicts(one) == {"2026-03.xlsx": "diterima", "2026-TW1.xlsx": "dilewati"}
    assert outputs_of(workspace) == outputs


def test_period_before_every_regulation_is_refused(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    sound_isian(1, period="2015-TW1", year=2015).save(workspace.input / "lama.xlsx")

    result = process(workspace, HERE)

    assert codes(result) == [IssueCode.BRK_13]
    manifest = json.loads((workspace.output / "2015-TW1" / MANIFEST).read_bytes())
    assert manifest["policy"] is None
    assert (workspace.output / "2015-TW1" / "ditolak" / "Penjelasan_lama.xlsx").exists()


def test_lock_files_alone_are_nothing_to_answer(tmp_path: Path) -> None:
    office = settle(tmp_path, {"~$PKM.xlsx": b"\x05Admin", "Thumbs.db": b""})

    with pytest.raises(NothingToAnswerError):
        process(office, HERE)

    assert not office.state.exists()


# -- refused


def test_refused_unit_has_sent_something_but_nothing_readable(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    spoil(office, "RSU.xlsx")

    result = process(office, HERE)

    assert codes(result) == [IssueCode.LBR_01]
    assert verdicts(result)["RSU.xlsx"] == "ditolak"
    assert result.periods[0].missing_units == ()
    assert units_of(result) == [("PKM", True), ("RSU", False), ("SEK", True)]
    made = outputs_of(office)
    assert f"{PERIOD.code}/ditolak/Penjelasan_RSU.xlsx" in made
    assert not any("/unit/RSU/" in name for name in made)


def test_period_of_which_every_file_is_refused_is_still_answered(tmp_path: Path) -> None:
    files = sent_by_three()
    office = settle(tmp_path, {name: files[name] for name in ("Pengaturan.xlsx", "PKM.xlsx")})
    spoil(office, "PKM.xlsx")

    result = process(office, HERE)

    assert result.periods[0].missing_units == ("RSU", "SEK")
    assert units_of(result) == [("PKM", False), ("RSU", False), ("SEK", False)]
    assert set(outputs_of(office)) == {
        f"{PERIOD.code}/laporan.html",
        f"{PERIOD.code}/rekap.xlsx",
        f"{PERIOD.code}/ditolak/Penjelasan_PKM.xlsx",
    }


def test_explanation_goes_when_its_file_is_mended(tmp_path: Path) -> None:
    files = sent_by_three()
    office = settle(tmp_path, {**files, "PKM.xlsx": b""})
    process(office, HERE)
    folder = office.output / "tanpa-periode"
    assert (folder / "ditolak" / "Penjelasan_PKM.xlsx").exists()
    (office.input / "PKM.xlsx").write_bytes(files["PKM.xlsx"])

    process(office, HERE)

    assert not folder.exists()


def test_explanations_of_files_with_one_name_do_not_meet(tmp_path: Path) -> None:
    office = settle(tmp_path, {"a/x.xlsx": b"", "a - x.xlsx": b"", "A - X.xlsx": b""})

    result = process(office, HERE)

    made = [output.path for output in result.periods[0].outputs if "/ditolak/" in output.path]
    assert len(made) == 3
    assert len({path.casefold() for path in made}) == 3


# -- units


def test_units_whose_codes_differ_by_case_alone_do_not_meet(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    for number, unit in enumerate(("UPT", "upt", "Upt.")):
        book = sound_isian(number + 1, unit=unit)
        for rows in book.sheets.values():
            rows[:-number] = []  # one person of its own in each
        book.save(workspace.input / f"{number}.xlsx")

    result = process(workspace, HERE)

    paths = [output.path.casefold() for output in result.periods[0].outputs]
    assert len(units_of(result)) == 3
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize(
    ("unit", "folder"),
    [("..", None), ("CON", "_CON"), ("nul.x", "_nul.x"), ("..A", "A"), ("a-..", "a-")],
)
def test_no_unit_leaves_the_output_folder(tmp_path: Path, unit: str, folder: str | None) -> None:
    workspace = make_workspace(tmp_path / "ruang")
    sound_isian(1, unit=unit).save(workspace.input / "x.xlsx")
    before = outside_output(workspace)

    process(workspace, HERE)

    made = [path.name for path in workspace.output.glob("2026-TW1/unit/*")]
    assert made == ([] if folder is None else [folder])
    state = {workspace.state, workspace.state / "kunci", workspace.state / "buku.sqlite"}
    assert outside_output(workspace) - before == state


def outside_output(workspace: Workspace) -> set[Path]:
    found = workspace.root.parent.rglob("*")
    return {path for path in found if workspace.output not in path.parents}


def test_blank_templates_keep_to_their_folder(tmp_path: Path) -> None:
    (made,) = make_templates(make_workspace(tmp_path), PERIOD)

    assert made.path == f"output/{PERIOD.code}/templat/Isian_{PERIOD.code}.xlsx"


# -- same input, same bytes


def run_with_seed(root: Path, files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """Process the same files, made in another order and at other times, with another hash seed."""
    office = settle(root, files)
    for number, path in enumerate(sorted(office.input.iterdir())):
        os.utime(path, (1_700_000_000 + seed * number, 1_700_000_000 - seed * number))
    subprocess.run(
        [sys.executable, "-m", "kinerja_xlsx", "proses", "--ruang", str(root), "--pekerja", "1"],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": str(seed)}, check=False,
        capture_output=True,
    )  # fmt: skip
    return outputs_of(office)


def test_order_times_and_hash_seed_change_no_byte(tmp_path: Path) -> None:
    files = sent_by_three()
    files = {**files, "salinan.xlsx": files["PKM.xlsx"], "rusak.xlsx": files["RSU.xlsx"][:-40]}

    one = run_with_seed(tmp_path / "satu", files, 1)
    other = run_with_seed(tmp_path / "dua", dict(reversed(files.items())), 2)

    assert len(one) > 5
    assert one == other
