"""A watch runs once new files are whole, outlives every failure, and ends by a person alone."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run import pantau
from kinerja_xlsx.run.collect import walk
from kinerja_xlsx.run.pantau import (
    LOOK,
    PATIENCE,
    RESCAN,
    RETRY,
    Alat,
    Pantauan,
    require_apart,
)
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError, make_workspace
from tests.drawn_run import drawn_run, sound_run

Step = Callable[[], object]


def idle() -> None:
    """Let nothing happen between two looks."""


def package() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("isi.xml", "<a/>")
    return buffer.getvalue()


class World:
    """A clock that moves by waiting, and a script of what happens meanwhile."""

    def __init__(self, root: Path) -> None:
        self.office = make_workspace(root)
        self.now = 1000.0
        self.said: list[str] = []
        self.waits: list[float] = []
        self.starts: list[float] = []
        self.outcomes: Iterator[RunResult | BaseException | Step] = iter(())

    def put(self, name: str, data: bytes) -> None:
        path = self.office.input / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        stamp = len(self.waits) + 1_000
        os.utime(path, (stamp, stamp))

    def go(self, *steps: Step, outcomes: Sequence[RunResult | BaseException | Step] = ()) -> None:
        """Watch until the script is over."""
        script, self.outcomes = iter(steps), iter(outcomes)

        def wait(seconds: float) -> None:
            self.waits.append(seconds)
            self.now += seconds
            step = next(script, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        def run() -> RunResult:
            self.starts.append(self.now)
            outcome = next(self.outcomes, sound_run())
            if isinstance(outcome, BaseException):
                raise outcome
            if isinstance(outcome, RunResult):
                return outcome
            outcome()
            return sound_run()

        alat = Alat(wait, lambda: self.now, run, self.said.append)
        with pytest.raises(KeyboardInterrupt):
            Pantauan(self.office, alat).forever()

    @property
    def runs(self) -> int:
        return len(self.starts)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_files_that_are_there_are_answered_at_the_start(world: World) -> None:
    world.put("pkm.xlsx", package())

    world.go(idle, idle)

    assert world.runs == 1
    assert world.waits == [LOOK, LOOK, RESCAN]
    assert world.said[0] == "1 berkas baru atau berubah. Proses dimulai."
    assert world.said[1].startswith("Selesai: ")


def test_file_that_still_grows_is_waited_for(world: World) -> None:
    whole = package()
    world.put("pkm.xlsx", whole[:40])

    world.go(
        lambda: world.put("pkm.xlsx", whole[:80]), lambda: world.put("pkm.xlsx", whole), idle, idle
    )

    assert world.starts == [1000 + 3 * LOOK]


def test_copy_that_pauses_is_not_whole_without_its_directory(world: World) -> None:
    whole = package()
    world.put("pkm.xlsx", whole[:40])

    world.go(idle, idle, lambda: world.put("pkm.xlsx", whole), idle, idle)

    assert world.starts == [1000 + 4 * LOOK]


def test_two_looks_in_one_moment_prove_nothing(world: World) -> None:
    world.put("pkm.xlsx", package())

    def wake() -> None:
        world.now -= LOOK  # as if an event had ended the wait at once

    world.go(wake, wake, idle)

    assert world.starts == [1000 + LOOK]


def test_file_that_never_becomes_a_workbook_is_answered_in_the_end(world: World) -> None:
    world.put("pkm.xlsx", b"<html>")

    world.go(*[idle] * int(PATIENCE / LOOK + 2))

    assert world.starts == [1000 + PATIENCE]


def test_slow_copy_does_not_hold_back_the_others_for_ever(world: World) -> None:
    world.put("pkm.xlsx", package())

    def grow() -> None:
        world.put("besar.xlsx", b"PK\x03\x04" * (len(world.waits) + 1))

    world.go(*[grow] * int(PATIENCE / LOOK + 1))

    assert world.starts[0] == 1000 + PATIENCE


@pytest.mark.parametrize(
    "name",
    ["~$pkm.xlsx", "pkm.xlsx.tmp", "daftar.csv", "arsip/2026-TW1/a.xlsx", ".~pkm.xlsx.1.tmp"],
)
def test_what_no_run_takes_wakes_nobody(world: World, name: str) -> None:
    world.go(idle, lambda: world.put(name, package()), idle, idle)

    assert world.runs == 1, "the look at the start"


def test_new_changed_and_removed_files_each_begin_a_run(world: World) -> None:
    world.put("pkm.xlsx", package())

    world.go(
        idle, idle,
        lambda: world.put("PKM2.XLSM", package()), idle, idle,
        lambda: world.put("pkm.xlsx", package()), idle, idle,
        (world.office.input / "pkm.xlsx").unlink, idle,
    )  # fmt: skip

    assert world.runs == 4
    starts = [text for text in world.said if text.endswith("Proses dimulai.")]
    assert starts[-1] == "1 berkas dikeluarkan. Proses dimulai."


def test_settings_begin_a_run_without_counting_as_a_file(world: World) -> None:
    world.put("pkm.xlsx", package())
    world.put("Pengaturan.xlsx", package())

    world.go(idle, idle, lambda: world.put("Pengaturan.xlsx", package()), idle, idle)

    starts = [text for text in world.said if text.endswith("Proses dimulai.")]
    assert starts == [
        "1 berkas baru atau berubah. Proses dimulai.",
        "Pengaturan berubah. Proses dimulai.",
    ]


def test_file_that_changes_during_a_run_begins_the_next(world: World) -> None:
    world.put("pkm.xlsx", package())

    world.go(idle, idle, idle, idle, outcomes=[lambda: world.put("rsu.xlsx", package())])

    assert world.runs == 2


def test_held_workspace_is_tried_again_and_told_once(world: World) -> None:
    world.put("pkm.xlsx", package())
    held = WorkspaceError("Ruang kerja ini sedang dipakai.")

    world.go(idle, idle, idle, idle, outcomes=[held, held])

    assert world.starts == [1000 + LOOK, 1000 + LOOK + RETRY, 1000 + LOOK + 2 * RETRY]
    assert len([text for text in world.said if "sedang dipakai" in text]) == 1
    assert "Dicoba lagi" in world.said[1]
    assert world.said[-1].startswith("Selesai: ")


def test_full_disk_is_told_with_its_cure_and_the_watch_goes_on(world: World) -> None:
    world.put("pkm.xlsx", package())

    world.go(idle, idle, idle, outcomes=[OSError(errno.ENOSPC, "penuh", "rekap.xlsx")])

    assert "kosongkan ruang" in world.said[1]
    assert world.runs == 2


@pytest.mark.parametrize("error", [ZeroDivisionError(), MemoryError(), NothingToAnswerError()])
def test_failure_that_waiting_does_not_mend_waits_for_a_change(
    world: World, error: Exception
) -> None:
    world.put("pkm.xlsx", package())

    world.go(
        idle, idle, idle, lambda: world.put("rsu.xlsx", package()), idle, idle, outcomes=[error]
    )

    assert world.runs == 2
    assert "Menunggu perubahan" in world.said[1]


def test_empty_input_is_looked_at_in_peace(world: World) -> None:
    world.go(idle, idle, outcomes=[NothingToAnswerError()])

    assert world.runs == 1
    assert "belum berisi berkas" in world.said[1]


def test_input_that_is_away_for_a_moment_ends_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.put("pkm.xlsx", package())

    def away(folder: Path) -> list[Path]:
        if len(world.waits) < 2:
            raise OSError(errno.EIO, "hilang", str(folder))
        return walk(folder)

    monkeypatch.setattr(pantau, "walk", away)
    world.go(idle, idle, idle)

    assert world.waits[:2] == [RETRY, RETRY]
    assert world.runs == 1
    assert len([text for text in world.said if "cakram gagal" in text]) == 1


def test_person_ends_it_also_during_a_run(world: World) -> None:
    world.put("pkm.xlsx", package())

    world.go(idle, outcomes=[KeyboardInterrupt()])

    assert world.runs == 1


def test_summary_says_what_a_person_can_do(world: World) -> None:
    world.put("pkm.xlsx", package())

    world.go(idle, outcomes=[drawn_run()])

    assert "Perbaikan" in world.said[1]


def test_output_inside_input_is_refused(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    require_apart(office)
    office.output.rmdir()
    try:
        office.output.symlink_to(office.input, target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make links")

    with pytest.raises(WorkspaceError, match="Pisahkan"):
        require_apart(Workspace(tmp_path))
