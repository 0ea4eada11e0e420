"""Outputs are put in place whole, or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest

from kinerja_xlsx.write.place import DamagedOutputError, place, verify_zip


def test_content_lands_in_a_new_folder_and_its_hash_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "unit" / "hasil.xlsx"

    digest = place(path, b"isi baru")

    assert path.read_bytes() == b"isi baru"
    assert digest == hashlib.sha256(b"isi baru").hexdigest()
    assert [item.name for item in path.parent.iterdir()] == ["hasil.xlsx"]


def test_failed_flush_keeps_the_old_file_and_leaves_no_temp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hasil.xlsx"
    path.write_bytes(b"isi lama")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(OSError, match="No space"):
        place(path, b"isi baru")

    assert path.read_bytes() == b"isi lama"
    assert [item.name for item in tmp_path.iterdir()] == ["hasil.xlsx"]


def test_failed_replace_keeps_the_old_file_and_leaves_no_temp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hasil.xlsx"
    path.write_bytes(b"isi lama")

    def fail(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "open in Excel")

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(PermissionError) as caught:
        place(path, b"isi baru")

    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"isi lama"
    assert [item.name for item in tmp_path.iterdir()] == ["hasil.xlsx"]


def test_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hasil.xlsx"

    def stop(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)

    with pytest.raises(KeyboardInterrupt):
        place(path, b"isi baru")

    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_flushed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hasil.xlsx"
    flush = os.fsync
    calls: list[int] = []

    def refuse_folders(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(22, "Invalid argument")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)

    place(path, b"isi baru")

    assert path.read_bytes() == b"isi baru"
    assert len(calls) == 2


def _zipped(text: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("isi.xml", text)
    return buffer.getvalue()


def test_sound_package_passes() -> None:
    verify_zip(_zipped(b"isi yang utuh"))


def test_package_with_a_flipped_byte_is_refused() -> None:
    damaged = _zipped(b"isi yang utuh").replace(b"utuh", b"urak", 1)

    with pytest.raises(DamagedOutputError, match=r"isi\.xml"):
        verify_zip(damaged)


def test_cut_package_is_refused() -> None:
    with pytest.raises(DamagedOutputError):
        verify_zip(_zipped(b"isi yang utuh")[:-10])
