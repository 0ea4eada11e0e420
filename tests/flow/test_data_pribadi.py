"""Personal data stay where they are: nothing on the screen, nothing in the log, nothing sent."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.run import phases
from kinerja_xlsx.run.log import LOG
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.drawn import FIRST_ROW
from tests.flow.alur import HERE, NAMES, PERAWAT, PERIOD, heading_columns, sent_by_three, settle
from tests.flow.kerusakan import check_or_fail

EIGHTEEN = re.compile(r"(?<!\d)\d{18}(?!\d)")
ONE = ("--pekerja", "1")
COMMANDS = (
    ("periksa", *ONE),
    ("proses", "--per-pegawai", *ONE),
    ("templat", "--periode", PERIOD.code),
    ("ekspor", "--periode", PERIOD.code, *ONE),
    ("riwayat",),
    ("riwayat", "PKM"),
    ("diagnosa",),
    ("diagnosa", "--data", PERAWAT, *ONE),
)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """Send files whose names and faults are about people."""
    office = settle(tmp_path, sent_by_three())
    book = load_workbook(office.input / "PKM.xlsx")
    sheet = book["Penilaian"]
    column = heading_columns(sheet)["NIP"]
    sheet.cell(FIRST_ROW, column).value = "19900101201503100"
    book["Hasil Kerja"].cell(
        FIRST_ROW, heading_columns(book["Hasil Kerja"])["NIP"]
    ).value = PERAWAT
    book.save(office.input / f"Isian {PERAWAT}.xlsx")
    (office.input / f"{PERAWAT}.xlsx").write_bytes(b"PK\x03\x04")
    (office.input / f"~${PERAWAT}.xlsx").write_bytes(b"x")
    return office


def told(text: str) -> list[str]:
    """Find NIPs and names of people in a text."""
    return EIGHTEEN.findall(text) + [name for name in NAMES.values() if name in text]


def test_screen_and_log_name_nobody_unless_asked(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(phases, "check_file", check_or_fail)  # its message holds a NIP
    said: dict[Sequence[str], str] = {}
    for arguments in COMMANDS:
        run_guarded(group, [*arguments, "--ruang", str(office.root)])
        captured = capsys.readouterr()
        said[arguments] = captured.out + captured.err

    assert {arguments: found for arguments, text in said.items() if (found := told(text))} == {}
    assert "19900101…1001" in said["periksa", *ONE]
    log = (office.state / LOG).read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert told(log) == []


def test_what_was_asked_by_nip_is_told_whole(
    office: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.input / f"Isian {PERAWAT}.xlsx").unlink()

    run_guarded(group, ["jelaskan", PERAWAT, "--ruang", str(office.root), "--pekerja", "1"])

    assert told(capsys.readouterr().out)


def test_whole_run_calls_nobody(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*asked: object) -> NoReturn:
        raise AssertionError(asked)

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert process(office, HERE).periods
    assert process(office, RunOptions(workers=0, writes=False)).periods
