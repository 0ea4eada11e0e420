"""The ledger beside a whole run: it remembers, and no output knows of it."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinerja_xlsx.ledger import DamagedLedgerError, skema
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run import catat
from kinerja_xlsx.run.catat import ledger_of
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import MANIFEST
from tests.flow.alur import (
    HERE,
    PERAWAT,
    PERIOD,
    fill,
    indikator,
    open_office,
    outputs_of,
    send,
    sent_by_three,
    settle,
    sound_ratings,
    sound_rows,
)
from tests.riwayat_drawn import look

if TYPE_CHECKING:
    from kinerja_xlsx.run.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
SCORES = "SELECT nomor, nip, capaian, predikat FROM scores ORDER BY id"
LATEST = """SELECT unit, nip, sifat, mulai, capaian, predikat FROM latest_scores
    WHERE status = 'dinilai' ORDER BY unit, nip"""


def send_again(office: Workspace, realisasi: float) -> None:
    """Send the Isian once more, with one figure of one person changed."""
    template = next((office.output / PERIOD.code / "templat").glob("*.xlsx"))
    rows = [
        indikator(PERAWAT, "1.2", target=40, realisasi=realisasi)
        if (row["NIP"], row["No Indikator"]) == (PERAWAT, "1.2")
        else row
        for row in sound_rows()
    ]
    fill(template, office.input / "kiriman/pkm.xlsx", rows=rows, ratings=sound_ratings())


def manifest_of(office: Workspace) -> dict[str, Any]:
    text = (office.output / PERIOD.code / MANIFEST).read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def test_run_without_its_ledger_makes_the_same_bytes(tmp_path: Path) -> None:
    office = settle(tmp_path, sent_by_three())
    process(office, HERE)
    made = outputs_of(office)
    first = look(ledger_of(office), SCORES)

    ledger_of(office).unlink()
    process(office, HERE)

    assert outputs_of(office) == made
    assert look(ledger_of(office), SCORES) == first
    assert len(first) == 9


def test_one_changed_cell_appends_one_score(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)

    send_again(office, 20)
    process(office, HERE)

    assert [row[0] for row in look(ledger_of(office), SCORES)] == [1, 1, 1, 2]
    nomor, nip, capaian, _ = look(ledger_of(office), SCORES)[-1]
    assert (nomor, nip) == (2, PERAWAT)
    assert Decimal(capaian) < 100
    assert look(ledger_of(office), "SELECT count(*) FROM runs") == [(2,)]


def test_latest_scores_are_those_of_the_manifest(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    for realisasi in (38.5, 20, 40):
        send_again(office, realisasi)
        process(office, HERE)

    accepted = [
        (
            one["unit"],
            one["nip"],
            one["sifat"],
            one["mulai"],
            one["nilai"]["Capaian"],
            one["nilai"]["Predikat"],
        )
        for one in manifest_of(office)["accepted"]
    ]
    latest = [
        (*row[:4], format_number(Decimal(row[4]), 2), row[5])
        for row in look(ledger_of(office), LATEST)
    ]
    assert latest == sorted(accepted)
    assert look(ledger_of(office), "SELECT path, sha256 FROM outputs WHERE nomor = 3") == [
        (one["path"], one["sha256"]) for one in manifest_of(office)["outputs"]
    ]


def test_check_alone_records_nothing(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)

    process(office, replace(HERE, writes=False))

    assert not ledger_of(office).exists()


_DIES = """
import os, signal, sys
from pathlib import Path
from kinerja_xlsx.run import catat
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
catat.record_run = die
process(Workspace(Path(sys.argv[1])), RunOptions(workers=0))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_kill_between_outputs_and_ledger_is_made_good_by_the_next_run(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    send_again(office, 20)

    done = subprocess.run([sys.executable, "-c", _DIES, str(tmp_path)], cwd=ROOT, check=False)
    made = outputs_of(office)
    left = look(ledger_of(office), SCORES)
    process(office, HERE)

    assert done.returncode == -signal.SIGKILL
    assert [row[0] for row in left] == [1, 1, 1]
    assert [row[0] for row in look(ledger_of(office), SCORES)] == [1, 1, 1, 2]
    assert outputs_of(office) == made


def test_damaged_ledger_is_set_aside_with_a_word_and_begun_anew(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    made = outputs_of(office)
    ledger_of(office).write_bytes(b"rusak" * 1000)

    result = process(office, HERE)

    assert result.exit_code is ExitCode.SELESAI
    assert ".kinerja/buku.rusak-1.sqlite" in " ".join(summarise(result, writes=True).split())
    assert ledger_of(office).with_name("buku.rusak-1.sqlite").read_bytes() == b"rusak" * 1000
    assert [row[0] for row in look(ledger_of(office), SCORES)] == [1, 1, 1]
    assert outputs_of(office) == made
    assert process(office, HERE).notices == ()


def test_ledger_that_cannot_be_written_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    made = outputs_of(office)
    monkeypatch.setattr("kinerja_xlsx.ledger.berkas.PATIENCE", 0.1)
    other = sqlite3.connect(ledger_of(office), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    result = process(office, HERE)
    other.close()

    assert result.exit_code is ExitCode.SELESAI
    (notice,) = result.notices
    assert "proses berikutnya mencatatnya" in notice
    assert outputs_of(office) == made
    assert look(ledger_of(office), "SELECT count(*) FROM runs") == [(1,)]


def test_place_that_is_no_file_is_told_and_stops_nothing(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    ledger_of(office).mkdir(parents=True)

    result = process(office, HERE)

    assert len(result.notices) == 1
    assert (office.output / PERIOD.code / "rekap.xlsx").exists()


def test_ledger_of_a_newer_program_stays_as_it_is(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    send(office)
    process(office, HERE)
    look(ledger_of(office), f"PRAGMA user_version = {len(skema.STEPS) + 1}")
    before = ledger_of(office).read_bytes()

    result = process(office, HERE)

    assert "versi yang lebih baru" in result.notices[0]
    assert ledger_of(office).read_bytes() == before


def test_second_failure_after_setting_aside_is_only_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_office(tmp_path)
    send(office)

    def refuse(*_: object) -> None:
        raise DamagedLedgerError

    monkeypatch.setattr(catat, "record_run", refuse)

    assert "belum dapat dicatat" in process(office, HERE).notices[0]
    assert [path.name for path in office.state.iterdir()] == ["kunci"]
