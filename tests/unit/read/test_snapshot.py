"""Bytes are read once, and files that cannot be read whole say why."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kinerja_xlsx.model.issue import IssueCode, UnreadableFileError
from kinerja_xlsx.read import is_lock_file, is_system_file, take_snapshot
from kinerja_xlsx.read.snapshot import MAX_BYTES, format_size


def refused(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        take_snapshot(path, path.name)
    return caught.value


def test_snapshot_holds_the_bytes_and_their_hash(tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    path.write_bytes(b"PK\x03\x04 isi")

    snapshot = take_snapshot(path, "dinkes/isian.xlsx")

    assert snapshot.name == "dinkes/isian.xlsx"
    assert snapshot.data == b"PK\x03\x04 isi"
    assert snapshot.size == 8
    assert snapshot.sha256 == hashlib.sha256(b"PK\x03\x04 isi").hexdigest()


def test_empty_file_is_refused_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "nol.xlsx"
    path.touch()

    assert refused(path).code is IssueCode.BRK_07


def test_too_big_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    error = refused(path)

    assert error.code is IssueCode.BRK_08
    assert error.context == {"ukuran": "64 MB", "batas": "64 MB"}


def test_held_file_is_refused_as_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "terbuka.xlsx"
    path.write_bytes(b"isi")

    def deny(_: Path) -> bytes:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "read_bytes", deny)

    assert refused(path).code is IssueCode.BRK_06


@pytest.mark.parametrize(("failures", "is_read"), [(0, True), (3, True), (4, False)])
def test_held_file_is_tried_again_three_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, failures: int, is_read: bool
) -> None:
    path = tmp_path / "dipakai.xlsx"
    path.write_bytes(b"isi")
    tries: list[Path] = []
    pauses: list[float] = []

    def read_when_free(file: Path) -> bytes:
        tries.append(file)
        if len(tries) <= failures:
            raise PermissionError
        return b"isi"

    monkeypatch.setattr(Path, "read_bytes", read_when_free)
    monkeypatch.setattr("time.sleep", pauses.append)

    if is_read:
        assert take_snapshot(path, "dipakai.xlsx").data == b"isi"
    else:
        assert refused(path).code is IssueCode.BRK_06
    assert len(pauses) == min(failures, 3)


def test_vanished_file_is_refused_as_changing(tmp_path: Path) -> None:
    assert refused(tmp_path / "hilang.xlsx").code is IssueCode.BRK_16


def test_file_that_grows_while_read_is_refused_as_changing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "disalin.xlsx"
    path.write_bytes(b"awal")

    def read_while_copied(file: Path) -> bytes:
        data = b"awal"
        with file.open("ab") as copy:
            copy.write(b" dan lanjutannya")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_while_copied)

    assert refused(path).code is IssueCode.BRK_16


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db",
        ".DS_Store",
        "desktop.ini",
        "rekap.xlsx:Zone.Identifier",
        "._isian.xlsx",
        ".gitkeep",
        ".~Hasil_DINKES.xlsx.4711.tmp",
    ],
)
def test_system_files_are_skipped_in_silence(name: str) -> None:
    assert is_system_file(name)
    assert not is_lock_file(name)


@pytest.mark.parametrize(
    "name",
    ["~$rekap.xlsx", ".~lock.isian.xlsx#", ".~isian.xlsx", "isian.xlsx.crdownload", "a.tmp"],
)
def test_lock_files_are_known(name: str) -> None:
    assert is_lock_file(name)
    assert not is_system_file(name)


@pytest.mark.parametrize("name", ["isian.xlsx", "~isian.xlsx", "final_revisi(2).xlsx", "x.csv"])
def test_ordinary_names_are_read(name: str) -> None:
    assert not is_lock_file(name)
    assert not is_system_file(name)


def test_sizes_are_written_with_a_decimal_comma() -> None:
    assert format_size(1_572_864) == "1,5 MB"
