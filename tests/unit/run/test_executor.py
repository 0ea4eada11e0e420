"""Workers that die, hang or run out of memory cost their own task and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import psutil
import pytest
from pebble import ProcessPool

from kinerja_xlsx.run import executor as executor_module
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.batas import Batas
from kinerja_xlsx.run.executor import (
    PoolExecutor,
    SerialExecutor,
    parent_is_gone,
    worker_count,
)
from tests.unit.run.pekerja import Task, busy, double, orphaned, pid_of, unsendable

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0


@pytest.fixture(scope="module")
def pool() -> Iterator[PoolExecutor]:
    with PoolExecutor(2) as executor:
        yield executor


def among_others(way: str) -> list[Task]:
    """Put a task that fails between sound ones."""
    return [Task(0), Task(1, way), Task(2), Task(3)]


def outcomes(executor: PoolExecutor | SerialExecutor, way: str) -> dict[int, int | Failure]:
    return dict(executor.run(double, among_others(way)))


def failure_of(outcomes: dict[int, int | Failure]) -> Failure:
    """Give the failure of task 1, after making sure that the others are complete."""
    lost = outcomes.pop(1)
    assert outcomes == {0: 0, 2: 4, 3: 6}
    assert isinstance(lost, Failure)
    return lost


def until(condition: Callable[[], bool]) -> bool:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("way", "kind"),
    [("galat", "galat"), ("bandel", "galat"), ("aneh", "galat"), ("panik", "galat"),
     ("habis", "memori")],
)  # fmt: skip
def test_exception_costs_its_own_task(pool: PoolExecutor, way: str, kind: str) -> None:
    here = failure_of(outcomes(SerialExecutor(), way))
    there = failure_of(outcomes(pool, way))

    assert here.kind == there.kind == kind
    assert here.reference == there.reference


@pytest.mark.parametrize("way", ["mati", "gugur", "keluar"])
def test_dead_worker_costs_its_own_task(pool: PoolExecutor, way: str) -> None:
    assert failure_of(outcomes(pool, way)).kind == "mati"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on address space")
def test_greedy_worker_runs_into_its_limit(pool: PoolExecutor) -> None:
    assert failure_of(outcomes(pool, "rakus")).kind == "memori"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a watchdog does it")
def test_busy_worker_runs_into_its_limit_inside_compiled_code_too() -> None:
    with PoolExecutor(2, batas=Batas(detik=1)) as executor:
        outcome = dict(executor.run(double, among_others("sibuk"), is_timed=True))

    assert failure_of(outcome).kind == "waktu"


def test_task_of_ours_may_take_its_time() -> None:
    with PoolExecutor(1, batas=Batas(detik=1)) as executor:
        assert dict(executor.run(busy, [3])) == {0: 3}


def test_stuck_worker_is_ended(pool: PoolExecutor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor_module, "TASK_SECONDS", 1)

    assert failure_of(outcomes(pool, "macet")).kind == "macet"


def test_result_that_cannot_cross_costs_its_own_task(pool: PoolExecutor) -> None:
    ((_, outcome),) = pool.run(unsendable, [1])

    assert isinstance(outcome, Failure)


def test_fresh_interpreters_work_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor_module, "START_METHOD", "spawn")

    with PoolExecutor(1) as executor:
        assert failure_of(outcomes(executor, "mati")).kind == "mati"


@pytest.mark.parametrize("executor", [SerialExecutor(), PoolExecutor(1)])
def test_full_disk_ends_the_run(executor: SerialExecutor | PoolExecutor) -> None:
    with executor, pytest.raises(OSError, match="penuh") as caught:
        list(executor.run(double, among_others("penuh")))

    assert caught.value.filename == "rekap.xlsx"


def test_detail_names_places_and_no_data() -> None:
    lost = failure_of(outcomes(SerialExecutor(), "galat"))

    assert lost.detail.startswith("ValueError < pekerja.py:")
    assert "197503032000031003" not in lost.detail


def test_reference_differs_by_task_and_kind() -> None:
    tasks = [Task(1, "galat"), Task(2, "galat"), Task(1, "habis")]
    made = [outcome for _, outcome in SerialExecutor().run(double, tasks)]

    assert len({lost.reference for lost in made if isinstance(lost, Failure)}) == len(tasks)


def test_workers_killed_between_two_phases_are_replaced() -> None:
    with PoolExecutor(2) as executor:
        workers = {pid for _, pid in executor.run(pid_of, range(6)) if isinstance(pid, int)}
        for worker in workers:
            os.kill(worker, signal.SIGKILL)

        assert until(lambda: not any(psutil.pid_exists(worker) for worker in workers))
        assert dict(executor.run(double, [Task(1), Task(2)])) == {0: 2, 1: 4}


def test_silent_pool_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor_module, "TASK_SECONDS", 0)
    monkeypatch.setattr(executor_module, "STALL_SECONDS", 2)
    started: list[ProcessPool] = []
    new_pool = PoolExecutor._new_pool

    def silent_once(self: PoolExecutor) -> ProcessPool:
        pool = new_pool(self)
        if not started:
            monkeypatch.setattr(pool, "schedule", silent(pool))
        started.append(pool)
        return pool

    monkeypatch.setattr(PoolExecutor, "_new_pool", silent_once)

    with PoolExecutor(1) as executor:
        assert dict(executor.run(double, [Task(1)])) == {0: 2}
    assert len(started) == 2


def silent(pool: ProcessPool) -> Callable[..., object]:
    """Lose the message of a task, as a worker does that is killed while it sends."""
    schedule = pool.schedule

    def lose(function: object, **_: object) -> object:
        del function
        return schedule(time.sleep, args=[PATIENCE])

    return lose


def test_pool_without_workers_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(ProcessPool, "schedule", broken)

    with PoolExecutor(1) as executor, pytest.raises(BrokenProcessPool, match="1 of 1"):
        list(executor.run(double, [Task(1)]))


def test_worker_knows_its_living_run(pool: PoolExecutor) -> None:
    assert dict(pool.run(orphaned, [1])) == {0: False}
    assert not parent_is_gone()


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_worker_ends_with_its_run_in_the_midst_of_a_task(tmp_path: Path) -> None:
    driver = subprocess.Popen(
        [sys.executable, "-m", double.__module__, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert until(lambda: any(tmp_path.iterdir()))
    worker = int(next(tmp_path.iterdir()).stem)

    driver.kill()
    driver.wait()

    assert until(lambda: not psutil.pid_exists(worker))


def test_workers_are_as_many_as_asked_or_one_for_each_core() -> None:
    assert worker_count(3) == 3
    assert worker_count(None) == psutil.cpu_count(logical=True)
