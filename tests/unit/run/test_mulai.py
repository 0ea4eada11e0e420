"""A new workspace has everything in its place, and an old one stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.run import mulai
from kinerja_xlsx.run.mulai import start_workspace
from kinerja_xlsx.run.workspace import WorkspaceError, open_workspace
from kinerja_xlsx.write.templates import blank_templates


def test_new_workspace_holds_blank_templates_and_settings(tmp_path: Path) -> None:
    lines = start_workspace(tmp_path)

    blanks = blank_templates()
    workspace = open_workspace(tmp_path)
    made = {path.name: path.read_bytes() for path in workspace.templates.iterdir()}
    assert made == blanks
    assert workspace.pengaturan.read_bytes() == blanks["Pengaturan.xlsx"]
    assert sorted(lines) == [
        "input/Pengaturan.xlsx dibuat.",
        "templates/Isian.xlsx dibuat.",
        "templates/Pengaturan.xlsx dibuat.",
        "templates/SKP.xlsx dibuat.",
    ]


def test_what_is_already_there_stays(tmp_path: Path) -> None:
    start_workspace(tmp_path)
    settings = open_workspace(tmp_path).pengaturan
    settings.write_bytes(b"milik orang")

    lines = start_workspace(tmp_path)

    assert settings.read_bytes() == b"milik orang"
    assert "input/Pengaturan.xlsx sudah ada dan tidak diubah." in lines


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "kota").touch()

    with pytest.raises(WorkspaceError, match="tidak dapat dibuat"):
        start_workspace(tmp_path / "kota")


def test_half_made_file_never_remains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, data: bytes) -> str:
        raise OSError(28, "penuh", f"{path} {len(data)}")

    monkeypatch.setattr(mulai, "place", fail)

    with pytest.raises(OSError, match="penuh"):
        start_workspace(tmp_path)
    assert list(open_workspace(tmp_path).templates.iterdir()) == []
