"""The demo renews its own workspace and leaves every other folder alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xlsx.run import demo_run
from kinerja_xlsx.run.demo_run import make_demo
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.workspace import WorkspaceError, make_workspace


@pytest.fixture(autouse=True)
def _small_city(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(city: str, root: Path) -> None:
        (root / "input" / "kiriman.xlsx").write_text(city, encoding="utf-8")

    monkeypatch.setattr(demo_run, "make_city", lambda: "kota")
    monkeypatch.setattr(demo_run, "write_city", write)


def test_demo_is_a_whole_workspace(tmp_path: Path) -> None:
    workspace = make_demo(tmp_path / "contoh")

    assert {path.name for path in workspace.input.iterdir()} == {
        "kiriman.xlsx",
        "Pengaturan.xlsx",
    }
    assert workspace.templates.is_dir()


def test_second_demo_renews_the_first(tmp_path: Path) -> None:
    workspace = make_demo(tmp_path)
    (workspace.input / "perbaikan.xlsx").touch()

    make_demo(tmp_path)

    assert not (workspace.input / "perbaikan.xlsx").exists()


def test_folder_with_files_of_other_people_is_left_alone(tmp_path: Path) -> None:
    mine = make_workspace(tmp_path).input / "isian.xlsx"
    mine.touch()

    with pytest.raises(WorkspaceError, match="bukan contoh, jadi tidak disentuh"):
        make_demo(tmp_path)

    assert list(mine.parent.iterdir()) == [mine]
    assert not (tmp_path / ".kinerja").exists()


def test_demo_that_is_being_processed_is_left_alone(tmp_path: Path) -> None:
    workspace = make_demo(tmp_path)

    with hold_lock(workspace), pytest.raises(WorkspaceError, match="sedang dipakai"):
        make_demo(tmp_path)

    assert (workspace.input / "kiriman.xlsx").exists()
