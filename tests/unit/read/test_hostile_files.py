"""Hostile files in a folder and in a process of their own: an answer each, and little memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read import is_lock_file, is_system_file, read_submission, take_snapshot
from kinerja_xlsx.spec.book import ISIAN
from tests.unit.read.hostile import HASIL_KERJA_PART, filled, with_dimension, with_far_cell
from tests.unit.read.outcome import PROCESS_STATUS, READ
from tests.unit.read.raw import mutate

ROOT = Path(__file__).resolve().parents[3]
WIDE_MARGIN_MIB = 200
"""An idle process of ours takes about 60."""


def in_own_process(path: Path) -> tuple[str, int]:
    """Read a file in a process of its own; give the outcome and its peak memory in MiB."""
    if not PROCESS_STATUS.exists():
        pytest.skip("the memory of a process is read from /proc, which is not here")
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.read.outcome", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    outcome, peak = done.stdout.split()
    return outcome, int(peak)


# -- P10: a folder as it really looks


def test_p10_each_file_of_a_real_folder_has_its_own_answer(tmp_path: Path) -> None:
    good = filled()
    files = {
        "baik.xlsx": good,
        "nol.xlsx": b"",
        "terpotong.xlsx": good[: len(good) * 2 // 3],
        "ekor_hilang.xlsx": good[:-10],
        "html.xls": b"<html><table><tr><td>NIP</td></tr></table></html>",
        "csv.xlsx": b"NIP;Nilai\r\n001;87,5\r\n",
        "~$rekap.xlsx": b"\x05Admin" + b" " * 159,
        "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504,
        ".DS_Store": b"\0\0\0\1Bud1",
        "desktop.ini": b"[.ShellClassInfo]\r\n",
        "rekap.xlsx_Zone.Identifier": b"[ZoneTransfer]\r\nZoneId=3\r\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    assert {path.name: answer(path) for path in sorted(tmp_path.iterdir())} == {
        "baik.xlsx": "terbaca",
        "nol.xlsx": "BRK-07",
        "terpotong.xlsx": "BRK-04 bagian akhirnya hilang",
        "ekor_hilang.xlsx": "BRK-04 daftar isinya terpotong",
        "html.xls": "BRK-01 halaman web (HTML)",
        "csv.xlsx": "BRK-01 teks CSV",
        "~$rekap.xlsx": "sementara",
        "Thumbs.db": "dilewati",
        ".DS_Store": "dilewati",
        "desktop.ini": "dilewati",
        "rekap.xlsx_Zone.Identifier": "dilewati",
    }
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


def answer(path: Path) -> str:
    # A colon in a name is for Windows alone; the test writes it so that it runs there too.
    name = path.name.replace("_Zone", ":Zone")
    if is_system_file(name):
        return "dilewati"
    if is_lock_file(name):
        return "sementara"
    try:
        read_submission(take_snapshot(path, name), ISIAN)
    except UnreadableFileError as error:
        detail = error.context.get("sebab") or error.context.get("jenis", "")
        return f"{error.code.value} {detail}".strip()
    return READ


# -- memory, where Python's own count does not see it


@pytest.mark.parametrize(("case", "outcome"), [("P01", "BRK-08"), ("P05", READ), ("format", READ)])
def test_hostile_isian_needs_no_more_memory_than_a_sound_one(
    tmp_path: Path, case: str, outcome: str
) -> None:
    empty = "".join(f'<row r="{i}"><c r="B{i}" s="1"/></row>' for i in range(100, 300_000))
    data = {
        "P01": lambda: with_far_cell(filled(), HASIL_KERJA_PART),
        "P05": lambda: with_dimension(filled(), "A1:XFD1048576"),
        "format": lambda: mutate(
            filled(),
            HASIL_KERJA_PART,
            lambda xml: xml.replace(b"</sheetData>", empty.encode() + b"</sheetData>"),
        ),
    }[case]()
    path = tmp_path / "isian.xlsx"
    path.write_bytes(data)

    found, peak = in_own_process(path)

    assert found == outcome
    assert peak < WIDE_MARGIN_MIB
