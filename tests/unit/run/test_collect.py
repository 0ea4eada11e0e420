"""Which files of `input/` a run has to answer."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.collect import InputFile, collect, take_files
from kinerja_xlsx.run.workspace import Workspace, make_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path)


def touch(workspace: Workspace, *names: str) -> None:
    for name in names:
        path = workspace.input / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names_of(workspace: Workspace) -> list[str]:
    return [file.name for file in collect(workspace).files]


def test_files_are_found_at_any_depth_in_order_of_name(workspace: Workspace) -> None:
    touch(workspace, "z.xlsx", "arsip/2026-TW1/a.xlsx", "b.csv", "tanpa akhiran")

    assert names_of(workspace) == ["arsip/2026-TW1/a.xlsx", "b.csv", "tanpa akhiran", "z.xlsx"]


def test_settings_are_no_submission_but_a_copy_elsewhere_is(workspace: Workspace) -> None:
    touch(workspace, "Pengaturan.xlsx", "lama/Pengaturan.xlsx")

    assert names_of(workspace) == ["lama/Pengaturan.xlsx"]


def test_system_files_are_passed_over_in_silence(workspace: Workspace) -> None:
    touch(workspace, "Thumbs.db", ".DS_Store", "desktop.ini", ".gitkeep", ".~x.xlsx.12.tmp")

    collected = collect(workspace)

    assert (collected.files, collected.skipped, collected.issues) == ((), (), ())


def test_lock_files_are_named_and_not_read(workspace: Workspace) -> None:
    touch(workspace, "unit/~$b.xlsx", ".~lock.a.xlsx#", "c.crdownload")

    collected = collect(workspace)

    assert collected.files == ()
    assert collected.skipped == (".~lock.a.xlsx#", "c.crdownload", "unit/~$b.xlsx")
    assert [(issue.code, issue.place.file, issue.value) for issue in collected.issues] == [
        (IssueCode.BRK_05, ".~lock.a.xlsx#", ".~lock.a.xlsx#"),
        (IssueCode.BRK_05, "c.crdownload", "c.crdownload"),
        (IssueCode.BRK_05, "unit/~$b.xlsx", "~$b.xlsx"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_named_but_never_followed(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "x.xlsx").touch()
    (workspace.input / "folder").symlink_to(tmp_path / "luar")
    (workspace.input / "isian.xlsx").symlink_to(tmp_path / "luar" / "x.xlsx")
    (workspace.input / "putus.xlsx").symlink_to(tmp_path / "tidak ada")
    touch(workspace, "asli.xlsx")

    collected = collect(workspace)

    assert [file.name for file in collected.files] == ["asli.xlsx"]
    assert collected.skipped == ("folder", "isian.xlsx", "putus.xlsx")
    assert {issue.code for issue in collected.issues} == {IssueCode.BRK_23}
    assert {dict(issue.context)["jenis"] for issue in collected.issues} == {
        "tautan ke tempat lain"
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither of these")
def test_special_files_are_named_but_never_read(workspace: Workspace) -> None:
    os.mkfifo(workspace.input / "pipa.xlsx")
    with socket.socket(socket.AF_UNIX) as listener:
        # Addresses of sockets are short; the folder of a test is not.
        here = Path.cwd()
        os.chdir(workspace.input)
        listener.bind("soket.xlsx")
        os.chdir(here)

    collected = collect(workspace)

    assert collected.files == ()
    assert collected.skipped == ("pipa.xlsx", "soket.xlsx")
    assert {dict(issue.context)["jenis"] for issue in collected.issues} == {
        "berkas khusus milik sistem, bukan buku kerja"
    }


def test_folder_that_cannot_be_listed_is_named(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(workspace, "a.xlsx", "rahasia/b.xlsx")
    refuse(monkeypatch, workspace.input / "rahasia")

    assert names_of(workspace) == ["a.xlsx", "rahasia"]


def test_input_that_cannot_be_listed_ends_the_run(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, workspace.input)

    with pytest.raises(PermissionError):
        collect(workspace)


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    real = os.scandir

    def scan(path: str | Path) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scan)


def test_bytes_that_are_no_text_are_spelled_out(workspace: Workspace) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows allows no such name")
    touch(workspace, os.fsdecode(b"\xff.xlsx"), os.fsdecode(b"\xfe.xlsx"))

    assert names_of(workspace) == ["\\xfe.xlsx", "\\xff.xlsx"]


def test_named_files_keep_the_names_that_were_typed() -> None:
    collected = take_files([Path("b/x.xlsx"), Path("a/x.xlsx"), Path("./b/x.xlsx")])

    assert collected.files == (
        InputFile(Path("a/x.xlsx"), "a/x.xlsx"),
        InputFile(Path("b/x.xlsx"), "b/x.xlsx"),
    )
