"""One run at a time, and what it keeps in `.kinerja` meanwhile."""

from __future__ import annotations

import errno
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja_xlsx.cli.app import group
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run import phases
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError, make_workspace
from tests.flow.alur import HERE, PERIOD, sent_by_three, settle

ROOT = Path(__file__).resolve().parents[3]
HOLDER = """
import pathlib, sys, time
from kinerja_xlsx.run.buat_unit import build_unit
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.workspace import Workspace
with hold_lock(Workspace(pathlib.Path(sys.argv[1]))):
    print("siap", flush=True)
    time.sleep(3600)
"""


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return settle(tmp_path, {"pkm.xlsx": sent_by_three()["PKM.xlsx"]})


def test_second_holder_is_told_to_wait(office: Workspace) -> None:
    with hold_lock(office):
        with pytest.raises(WorkspaceError, match="sedang dipakai oleh proses lain"):
            process(office, HERE)
        with pytest.raises(WorkspaceError, match="sedang dipakai oleh proses lain"):
            make_templates(office, PERIOD)

    assert process(office, HERE).files


def test_lock_is_free_after_a_failure(office: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), hold_lock(office):
        raise ZeroDivisionError

    with hold_lock(office):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_lock_of_another_process_is_free_after_a_kill(office: Workspace) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(office.root)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == "siap\n"

    done = subprocess.run(
        [sys.executable, "-m", "kinerja_xlsx", "proses", "--ruang", str(office.root)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    holder.kill()
    holder.communicate()

    assert done.returncode == ExitCode.RUANG_KERJA
    assert done.stderr.startswith("Ruang kerja ini sedang dipakai oleh proses lain sejak ")
    assert list(office.output.iterdir()) == []
    assert process(office, HERE).files


def test_workspace_made_for_a_moment_is_removed_while_held(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)

    with hold_lock(workspace, leaves_traces=False):
        assert workspace.state.exists()

    assert not workspace.state.exists()


def test_earlier_state_stays(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    with hold_lock(workspace):
        (workspace.state / "demo").touch()

    with hold_lock(workspace, leaves_traces=False):
        pass

    assert (workspace.state / "demo").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_temporary_files_are_private_and_go(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office.input / "Pengaturan.xlsx").write_bytes(sent_by_three()["Pengaturan.xlsx"])
    modes: dict[str, int] = {}

    def look(task: object) -> object:
        for path in (office.state, *office.state.rglob("*")):
            modes[path.name] = stat.S_IMODE(path.stat().st_mode)
        return build_unit(task)  # type: ignore[arg-type] # a task of its own kind

    monkeypatch.setattr(phases, "build_unit", look)
    process(office, HERE)

    assert modes.pop(".kinerja") == modes.pop("kerja") == 0o700
    assert modes.pop("pemegang.json") == 0o600
    assert modes.pop("kunci") == modes.pop("0.pkl") == modes.pop("pengaturan.pkl") == 0o600
    assert list(modes.values()) == [0o700]
    left = {path.name: stat.S_IMODE(path.stat().st_mode) for path in office.state.iterdir()}
    assert left == {"kunci": 0o600, "buku.sqlite": 0o600}


def test_leftovers_of_broken_runs_go(office: Workspace) -> None:
    old = office.state / "kerja" / "20260101-000000-1" / "0.pkl"
    old.parent.mkdir(parents=True)
    old.touch()

    process(office, HERE)

    assert not (office.state / "kerja").exists()


def test_check_alone_leaves_nothing(office: Workspace) -> None:
    before = sorted(office.root.rglob("*"))

    process(office, RunOptions(workers=0, writes=False))

    assert sorted(office.root.rglob("*")) == before


def test_check_alone_needs_no_place_to_write(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(office.root.rglob("*"))
    make = Path.mkdir

    def refuse(self: Path, *_: object, **__: object) -> None:
        if self.is_relative_to(office.root):
            raise OSError(errno.EROFS, "Read-only file system", str(self))
        make(self, exist_ok=True)

    monkeypatch.setattr(Path, "mkdir", refuse)

    assert process(office, RunOptions(workers=0, writes=False)).files
    assert sorted(office.root.rglob("*")) == before
    with pytest.raises(OSError, match="Read-only"):
        process(office, HERE)


def test_check_alone_leaves_what_a_run_may_be_writing(office: Workspace) -> None:
    temp = office.output / ".~rekap.xlsx.1.tmp"
    temp.touch()

    process(office, RunOptions(workers=0, writes=False))

    assert temp.exists()


@pytest.mark.parametrize("name", [".kinerja", "output"])
def test_file_where_a_folder_should_be_ends_with_5(
    office: Workspace, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    place = office.root / name
    if place.is_dir():
        place.rmdir()
    place.touch()

    code = run_guarded(group, ["proses", "--ruang", str(office.root), "--pekerja", "1"])

    assert code == ExitCode.RUANG_KERJA
    assert "ada berkas di tempat yang seharusnya folder" in capsys.readouterr().err
    assert [path.name for path in office.input.iterdir()] == ["pkm.xlsx"]
