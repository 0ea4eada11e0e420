"""`ekspor`: the tables of a period hold what a run came to, wherever the ledger is."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.ekspor import Bentuk
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run import ekspor
from kinerja_xlsx.run.ekspor import content_of, export_period, export_unit
from kinerja_xlsx.run.process import NothingToAnswerError, process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import WorkspaceError
from tests.flow.alur import (
    HERE,
    PERAWAT,
    PERIOD,
    fill,
    indikator,
    open_office,
    outputs_of,
    sent_by_three,
    settle,
    sound_ratings,
    sound_rows,
)
from tests.flow.kerusakan import POISON

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.run.ekspor import EksporUnit
    from kinerja_xlsx.run.unit_task import UnitTask
    from kinerja_xlsx.run.workspace import Workspace

ONE = replace(HERE, workers=1, period=PERIOD)
NAMES = ["pegawai", "indikator", "unit", "masalah"]


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """An office of three units, each of which has sent."""
    return settle(tmp_path / "kantor", sent_by_three())


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a table as a person's program would."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_tables_hold_the_figures_of_the_run(office: Workspace, tmp_path: Path) -> None:
    (period,) = process(office, HERE).periods

    made = export_period(office, tmp_path / "tujuan", Bentuk.CSV, options=ONE)

    assert [one.path.name for one in made] == [f"{name}_2026-TW1.csv" for name in NAMES]
    pegawai, _, unit, _ = (rows_of(one.path) for one in made)
    assert [(row["unit"], row["nip"].replace(" ", ""), row["predikat"]) for row in pegawai] == [
        (line.unit, line.nip, line.predikat.value if line.predikat else "")
        for line in period.employees
    ]
    shown = [row["capaian"].replace(",", ".") for row in pegawai]
    for text, line in zip(shown, period.employees, strict=True):
        assert (Decimal(text) if text else None) == (
            None if line.capaian is None else round(line.capaian, 6).normalize()
        )
    assert [row["unit"] for row in unit] == [line.kode for line in period.units]
    assert [one.rows for one in made] == [len(rows_of(one.path)) for one in made]


def test_every_indicator_of_the_accepted_stands_in_its_table(
    office: Workspace, tmp_path: Path
) -> None:
    made = export_period(office, tmp_path / "tujuan", Bentuk.CSV, options=ONE)
    pegawai, indikator = rows_of(made[0].path), rows_of(made[1].path)

    assert {row["nip"] for row in indikator} == {
        row["nip"] for row in pegawai if row["status"] == "dinilai"
    }
    assert all(row["no_indikator"].startswith("'") for row in indikator)


def test_deleting_the_ledger_or_the_outputs_changes_no_byte(
    office: Workspace, tmp_path: Path
) -> None:
    process(office, HERE)
    first = export_period(office, tmp_path / "satu", Bentuk.CSV, options=ONE)
    shutil.rmtree(office.state)
    shutil.rmtree(office.output)

    second = export_period(office, tmp_path / "dua", Bentuk.CSV, options=ONE)

    assert [one.path.read_bytes() for one in first] == [one.path.read_bytes() for one in second]


def test_the_next_run_leaves_exported_tables_in_place(office: Workspace) -> None:
    process(office, HERE)
    before = outputs_of(office)
    made = export_period(office, None, Bentuk.CSV, options=ONE)

    process(office, HERE)

    after = outputs_of(office)
    assert all(one.path.is_file() and "ekspor" in one.path.parts for one in made)
    assert {name: after[name] for name in before} == before


def test_a_period_that_nobody_sent_is_said(tmp_path: Path) -> None:
    sent = {name: data for name, data in sent_by_three().items() if name != "Pengaturan.xlsx"}
    office = settle(tmp_path / "kantor", sent)
    other = replace(ONE, period=Period.parse("2026-TW2"))

    with pytest.raises(NothingToAnswerError, match="Triwulan II 2026"):
        export_period(office, tmp_path / "tujuan", Bentuk.CSV, options=other)

    assert not (tmp_path / "tujuan").exists()


def test_a_period_that_the_settings_do_not_know_is_told_as_by_a_run(
    office: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--ruang", str(office.root), "--periode", "2026-TW2", "--pekerja", "1"]

    code = run_guarded(group, ["ekspor", *asked, "--ke", str(tmp_path / "tujuan")])
    told = capsys.readouterr().err

    assert code == run_guarded(group, ["proses", *asked]) == ExitCode.PENGATURAN_SALAH
    assert told == capsys.readouterr().err
    assert "«2026-TW2» tidak ada" in told
    assert not (tmp_path / "tujuan").exists()


def test_a_unit_that_cannot_be_scored_stops_the_export_as_our_fault(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ekspor, "export_unit", export_or_fail)

    code = run_guarded(
        group, ["ekspor", "--ruang", str(office.root), "--periode", "2026-TW1", "--pekerja", "1"]
    )

    assert code == ExitCode.KESALAHAN_PROGRAM
    assert "kesalahannya sendiri" in capsys.readouterr().err
    assert not list(office.output.rglob("*.csv"))


def export_or_fail(task: UnitTask) -> EksporUnit:
    """Export a unit; our own fault lies in the poisonous one."""
    if POISON in task.unit:
        raise RuntimeError(POISON)
    return export_unit(task)


def test_a_hostile_text_is_made_safe_and_a_missing_realisasi_stays_blank(tmp_path: Path) -> None:
    office = open_office(tmp_path / "kantor")
    (made,) = make_templates(office, PERIOD)
    hostile = {**indikator(PERAWAT, "1.1", target=40, realisasi=None), "Indikator": "-1+1 berkas"}
    rows = [row for row in sound_rows() if row["NIP"] != PERAWAT]
    rows += [hostile, indikator(PERAWAT, "1.2", target=40, realisasi=40)]
    fill(
        office.root / made.path, office.input / "pkm.xlsx", rows=rows, ratings=sound_ratings()
    )  # fmt: skip

    tables = export_period(office, tmp_path / "tujuan", Bentuk.CSV, options=ONE)

    mine = [
        row for row in rows_of(tables[1].path) if row["nip"].replace(" ", "") == PERAWAT
    ]  # fmt: skip
    assert [(row["indikator"], row["realisasi"], row["capaian"]) for row in mine] == [
        ("'-1+1 berkas", "", ""),
        ("Ukuran 1.2", "40", "100"),
    ]


def test_an_absent_library_is_a_usage_error_that_says_what_to_do(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    code = run_guarded(
        group,
        ["ekspor", "--ruang", str(office.root), "--periode", "2026-TW1", "--bentuk", "parquet"],
    )

    assert code == ExitCode.CARA_PAKAI
    assert "pip install pyarrow" in capsys.readouterr().err
    assert not list(office.output.rglob("*.parquet"))


def test_a_folder_inside_input_is_refused(office: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="--ke"):
        export_period(office, office.input / "ekspor", Bentuk.CSV, options=ONE)


def test_order_of_rows_is_that_of_the_run(office: Workspace) -> None:
    isi = content_of(office, PERIOD, ONE)
    again = content_of(office, PERIOD, replace(ONE, workers=2))

    assert isi == again


def test_the_command_names_each_table_and_warns_of_what_it_holds(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_guarded(
        group, ["ekspor", "--ruang", str(office.root), "--periode", "2026-TW1", "--pekerja", "1"]
    )

    said = capsys.readouterr().out
    assert code == ExitCode.SELESAI
    assert "output/2026-TW1/ekspor/pegawai_2026-TW1.csv" in said
    assert "NIP dan nama lengkap" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "--periode"), (["--periode", "2026-TW1", "--bentuk", "xml"], "csv atau parquet")],
)
def test_what_is_missing_or_unknown_is_a_usage_error(
    office: Workspace, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    code = run_guarded(group, ["ekspor", "--ruang", str(office.root), *arguments])

    assert code == ExitCode.CARA_PAKAI
    assert said in capsys.readouterr().err


def test_parquet_holds_the_same_rows(office: Workspace, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow (extra analisis) is not installed")
    made = export_period(office, tmp_path / "tujuan", Bentuk.PARQUET, options=ONE)

    assert [pq.read_table(one.path).num_rows for one in made] == [one.rows for one in made]
    assert pq.read_table(made[0].path)["nip"].to_pylist()[0].isdigit()
