"""`banding` on the command line: counts, document and exit codes, and how it ends early."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run import banding
from tests.flow.alur import (
    PERAWAT,
    open_office,
    send,
    sent_by_three,
    settle,
)
from tests.flow.ekinerja import draw, everyone
from tests.flow.kerusakan import score_or_fail

if TYPE_CHECKING:
    from pathlib import Path

    from kinerja_xlsx.run.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    workspace = open_office(tmp_path / "ruang")
    send(workspace)
    return workspace


@pytest.mark.parametrize("differs", [False, True], ids=["same", "different"])
def test_command_answers_with_counts_document_and_exit_code(
    office: Workspace, capsys: pytest.CaptureFixture[str], *, differs: bool
) -> None:
    rows = everyone()
    if differs:
        rows[1]["hasil_akhir"] = "Baik"
    path = str(draw(office, rows))

    arguments = ["banding", path, "--ruang", str(office.root), "--pekerja", "1", "--json"]
    code = run_guarded(group, arguments)
    said = capsys.readouterr()

    document = json.loads(said.out)
    assert code == document["exit_code"] == int(differs)
    kinds = [one["kind"] for one in document["differences"]]
    assert kinds == (["hasil_akhir", "predikat"] if differs else [])
    assert "3 baris = " in said.err
    assert "CONTOH" not in said.err.upper().replace(str(office.root).upper(), "")
    assert PERAWAT not in said.err


def test_unit_that_cannot_be_scored_stops_the_comparison_as_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path / "ruang", sent_by_three())
    monkeypatch.setattr(banding, "results_of", score_or_fail)

    path = str(draw(office, everyone()))
    code = run_guarded(group, ["banding", path, "--ruang", str(office.root), "--pekerja", "1"])

    assert code == ExitCode.KESALAHAN_PROGRAM
    assert "kesalahannya sendiri" in capsys.readouterr().err
    assert not list(office.output.rglob("banding_*"))
    assert "galat" in (office.state / "galat.log").read_text(encoding="utf-8")


def test_refused_export_is_told_in_words_and_in_the_document(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    path = office.root.parent / "laporan.xlsx"
    path.write_bytes(b"")

    code = run_guarded(group, ["banding", str(path), "--ruang", str(office.root), "--json"])
    said = capsys.readouterr()

    assert code == 1
    assert said.err.startswith("Berkas ekspor belum dapat dipakai:")
    (issue,) = json.loads(said.out)["issues"]
    assert (issue["code"], issue["remedy"]) == (
        "BRK-07",
        "Unduh lagi dari aplikasinya, lalu jalankan ulang.",
    )
