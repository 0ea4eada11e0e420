"""A folder as it really looks: links, locks, names that break programs, files nobody can read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.model.run_result import ExitCode, RunResult
from kinerja_xlsx.run.process import process
from tests.flow.alur import HERE, PERIOD, outputs_of, sent_by_three, settle


def errors_of(result: RunResult, name: str) -> list[IssueCode]:
    return [
        issue.code
        for issue in result.issues
        if issue.severity is Severity.GALAT and issue.place.file == name
    ]


def verdict_of(result: RunResult, name: str) -> str:
    (line,) = (file for file in result.files if file.file == name)
    return line.verdict.value


def test_p10_real_folder(tmp_path: Path) -> None:
    files = {
        **sent_by_three(),
        "nol.xlsx": b"",
        "lama/tabel.xls": b"<html><table><tr><td>NIP</td></tr></table></html>",
        "~$PKM.xlsx": b"\x05Admin" + b" " * 159,
        ".~lock.PKM.xlsx#": b",admin,pc,01.04.2026 08:00;",
        "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504,
        ".DS_Store": b"\0\0\0\1Bud1",
        "desktop.ini": b"[.ShellClassInfo]\r\n",
    }
    office = settle(tmp_path, files)

    result = process(office, HERE)

    assert {file.file: file.verdict.value for file in result.files} == {
        "PKM.xlsx": "diterima",
        "RSU.xlsx": "diterima",
        "SEK.xlsx": "diterima",
        "nol.xlsx": "ditolak",
        "lama/tabel.xls": "ditolak",
        "~$PKM.xlsx": "dilewati",
        ".~lock.PKM.xlsx#": "dilewati",
    }
    refused = office.output / "tanpa-periode" / "ditolak"
    assert {path.name for path in refused.iterdir()} == {
        "Penjelasan_nol.xlsx",
        "Penjelasan_lama - tabel.xls.xlsx",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither of these")
def test_links_and_special_files_are_skipped_by_name_and_change_nothing(tmp_path: Path) -> None:
    files = {name: data for name, data in sent_by_three().items() if name != "PKM.xlsx"}
    office, plain = settle(tmp_path / "a", files), settle(tmp_path / "b", files)
    (tmp_path / "asli.xlsx").write_bytes(sent_by_three()["PKM.xlsx"])
    (office.input / "PKM.xlsx").symlink_to(tmp_path / "asli.xlsx")
    (office.input / "akar").symlink_to("/")
    os.mkfifo(office.input / "pipa.xlsx")
    odd = ["PKM.xlsx", "akar", "pipa.xlsx"]

    result = process(office, HERE)

    process(plain, HERE)
    units = {name: data for name, data in outputs_of(office).items() if "/unit/" in name}
    assert [verdict_of(result, name) for name in odd] == ["dilewati"] * 3
    assert [
        (issue.place.file, issue.severity)
        for issue in result.issues
        if issue.code is IssueCode.BRK_23
    ] == [(name, Severity.PERINGATAN) for name in odd]
    assert units == {name: data for name, data in outputs_of(plain).items() if "/unit/" in name}
    assert not (tmp_path / "a" / "output" / "tanpa-periode" / "ditolak").exists()
    assert result.periods[-1].missing_units == ("PKM",)


def failing_reads(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    real = Path.read_bytes

    def read(self: Path) -> bytes:
        if self.name == name:
            raise OSError(5, "Input/output error", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read)


def test_unreadable_file_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_reads(monkeypatch, "RSU.xlsx")

    result = process(settle(tmp_path, sent_by_three()), HERE)

    assert errors_of(result, "RSU.xlsx") == [IssueCode.BRK_06]
    assert verdict_of(result, "PKM.xlsx") == "diterima"


def names() -> Iterator[str]:
    """Names that break a program: a byte that is no text, a line end, a mark of direction."""
    yield os.fsdecode(b"\xff.xlsx")
    yield "baris\nbaru.xlsx"
    yield "\u202efdp.xlsx"
    yield f"{'panjang ' * 25}.xlsx"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows none of these names")
def test_hostile_names_are_answered_under_safe_ones(tmp_path: Path) -> None:
    files = {**sent_by_three(), **dict.fromkeys(names(), b"")}
    office = settle(tmp_path, files)

    result = process(office, HERE)

    refused = [path.name for path in (office.output / "tanpa-periode" / "ditolak").iterdir()]
    assert len(refused) == 4
    assert all(name.isprintable() and len(name) <= 120 for name in refused)
    assert [file.verdict.value for file in result.files].count("ditolak") == 4
    assert (office.output / PERIOD.code / "rekap.xlsx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs rights for links")
def test_folder_of_links_alone_says_what_it_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = settle(tmp_path / "a", {"~$PKM.xlsx": b"\x05Admin"})
    (tmp_path / "asli.xlsx").write_bytes(sent_by_three()["PKM.xlsx"])
    (office.input / "PKM.xlsx").symlink_to(tmp_path / "asli.xlsx")

    code = run_guarded(group, ["proses", "--ruang", str(office.root)])

    said = capsys.readouterr().err
    assert code == ExitCode.TIDAK_ADA_BERKAS
    assert "Folder input belum berisi berkas isian." in said
    assert "«PKM.xlsx» adalah" in said
    assert "~$PKM.xlsx" in said
