"""A folder of another computer is known by its path or by the disk below which it is seen."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from kinerja_xlsx.run.jaringan import Cakram, disks, is_on_network, synced_by

LINUX = (
    Cakram("/", "ext4", "rw"),
    Cakram("/media/bagi", "cifs", "rw"),
    Cakram("/media/bagi/lokal", "ext4", "rw"),
)
WINDOWS = (Cakram("C:\\", "NTFS", "rw,fixed"), Cakram("Z:\\", "NTFS", "rw,remote"))


@pytest.mark.parametrize(
    ("folder", "listed", "expected"),
    [
        (PurePosixPath("/data/kinerja"), LINUX, False),
        (PurePosixPath("/media/bagi/kinerja"), LINUX, True),
        (PurePosixPath("/media/bagian/kinerja"), LINUX, False),
        (PurePosixPath("/media/bagi/lokal/kinerja"), LINUX, False),
        (PurePosixPath("/a"), (Cakram("/a", "ext4", ""), Cakram("/a", "nfs4", "")), True),
        (PurePosixPath("/a"), (Cakram("/a", "nfs4", ""), Cakram("/a", "ext4", "")), False),
        (PureWindowsPath(r"\\server\bagi\kinerja"), WINDOWS, True),
        (PureWindowsPath(r"Z:\kinerja"), WINDOWS, True),
        (PureWindowsPath(r"C:\kinerja"), WINDOWS, False),
        (PureWindowsPath(r"D:\kinerja"), WINDOWS, False),
    ],
)
def test_disk_below_which_a_folder_lies_decides(
    folder: PurePath, listed: tuple[Cakram, ...], *, expected: bool
) -> None:
    assert is_on_network(folder, listed) is expected


def test_disks_of_this_computer_are_listed() -> None:
    assert any(disk.place for disk in disks())


def test_folder_that_is_sent_away_is_named() -> None:
    windows = PureWindowsPath(r"D:\contoh\OneDrive - Kantor\kinerja")

    assert synced_by(windows) == "OneDrive - Kantor"
    assert synced_by(PurePosixPath("/data/kinerja")) == ""
