"""Running pure functions over many tasks: here, or in worker processes that may die alone."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Final, Protocol, Self, TypeVar

import psutil
from pebble import ProcessExpired, ProcessPool

from kinerja_xlsx.run.attempt import Failure, Refusal, accept, attempt, make_failure
from kinerja_xlsx.run.batas import Batas, attempt_within, kind_of_end, limit_memory

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")
_Future = Future[ResultT | Failure | Refusal]
_Work = Callable[[TaskT], ResultT | Failure | Refusal]

TASK_SECONDS: Final = 600
"""Wall time after which a worker counts as stuck: a last resort, and our fault."""
STALL_SECONDS: Final = 60
"""How much longer a pool may be silent before it counts as broken itself."""
MAX_POOLS: Final = 3
"""Pools in one phase; a worker that dies alone needs no new one."""
START_METHOD: Final = "forkserver" if sys.platform == "linux" else "spawn"
"""How workers are started.

A server that has imported everything and then forks starts a worker in a tenth of the time. Python
trusts it by default on Linux only; elsewhere each worker is a fresh interpreter.
"""
_END_SECONDS: Final = 5
_AHEAD: Final = 2
"""Tasks handed over for each worker, so that none waits for the next."""


class Executor(Protocol):
    """Runs one function over many tasks; results come as they end, with the task's index."""

    batas: Batas

    def run(
        self,
        function: Callable[[TaskT], ResultT],
        tasks: Sequence[TaskT],
        *,
        is_timed: bool = False,
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield (index, result or failure) once for each task, in any order.

        Args:
            function: What to run.
            tasks: What to run it over.
            is_timed: Whether a task may use only so much processor time, for it is not ours.

        Raises:
            OSError: The system refused a task what it needed; nothing else would fare better.
        """
        ...

    def __enter__(self) -> Self:
        """Start workers, if any."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop workers."""
        ...


class SerialExecutor:
    """Runs tasks here, one after another; an exception is a failure of its task alone."""

    batas = Batas()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing to stop."""

    def run(
        self,
        function: Callable[[TaskT], ResultT],
        tasks: Sequence[TaskT],
        *,
        is_timed: bool = False,  # noqa: ARG002 - this process is not to be ended
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield results in task order."""
        for index, task in enumerate(tasks):
            yield index, accept(attempt(function, task))


class PoolExecutor:
    """Runs tasks in worker processes; a killed or stuck worker costs only its own task."""

    def __init__(
        self, workers: int, preload: Sequence[str] = (), batas: Batas | None = None
    ) -> None:
        """Prepare a pool.

        Args:
            workers: Number of worker processes.
            preload: Modules that hold the functions to run, imported once where that is possible.
            batas: What a worker may use.
        """
        self.batas = Batas() if batas is None else batas
        self._workers = workers
        self._context = _context(preload)

    def __enter__(self) -> Self:
        self._pool = self._new_pool()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def run(
        self,
        function: Callable[[TaskT], ResultT],
        tasks: Sequence[TaskT],
        *,
        is_timed: bool = False,
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield results as workers end them; tasks start in the order given.

        Raises:
            BrokenProcessPool: No worker can be started or heard any more.
        """
        work = partial(attempt_within, self.batas, function, is_timed=is_timed)
        left = deque(range(len(tasks)))
        for _ in range(MAX_POOLS):
            yield from self._run_in_pool(work, tasks, left)
            if not left:
                return
            self._stop()
            self._pool = self._new_pool()
        raise BrokenProcessPool(f"{len(left)} of {len(tasks)} tasks")

    def _run_in_pool(
        self, work: _Work[TaskT, ResultT], tasks: Sequence[TaskT], left: deque[int]
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield results until all are there or the pool breaks; what is not done stays left."""
        waiting: dict[_Future[ResultT], int] = {}
        while self._hand_over(work, tasks, left=left, waiting=waiting):
            done, _ = wait(waiting, TASK_SECONDS + STALL_SECONDS, FIRST_COMPLETED)
            if not done:
                break
            for future in done:
                index = waiting.pop(future)
                try:
                    outcome = _result_of(future, tasks[index])
                except BrokenProcessPool:
                    left.append(index)
                else:
                    yield index, outcome
        left.extend(waiting.values())

    def _hand_over(
        self,
        work: _Work[TaskT, ResultT],
        tasks: Sequence[TaskT],
        *,
        left: deque[int],
        waiting: dict[_Future[ResultT], int],
    ) -> bool:
        """Give the workers enough to do; False when nothing is under way or the pool is broken."""
        try:
            while left and len(waiting) < _AHEAD * self._workers:
                task = tasks[left[0]]
                future = self._pool.schedule(work, args=[task], timeout=TASK_SECONDS)
                waiting[future] = left.popleft()
            return bool(waiting) and self._pool.active
        except RuntimeError:  # what a broken pool raises
            return False

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._workers,
            initializer=_start_worker,
            initargs=[self.batas],
            context=self._context,
        )

    def _stop(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it untyped
        self._pool.join()


def worker_count(wanted: int | None) -> int:
    """Choose how many workers: as asked, or one for each core."""
    return wanted or psutil.cpu_count(logical=True) or 1


def parent_is_gone() -> bool:
    """Tell whether this process is a worker whose run has died; it must then replace nothing."""
    parent = multiprocessing.parent_process()
    return parent is not None and not parent.is_alive()


def stop_tree(pid: int) -> None:
    """Stop a program that this process has started, with all that it has started itself."""
    try:
        program = psutil.Process(pid)
        tree = [program, *program.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for process in tree:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(tree[1:], timeout=_END_SECONDS)  # who started it waits for the first


def _context(preload: Sequence[str]) -> BaseContext:
    context = multiprocessing.get_context(START_METHOD)
    if START_METHOD == "forkserver":
        context.set_forkserver_preload(list(preload))
    return context


def _start_worker(batas: Batas) -> None:
    # Ctrl-C belongs to the driver, which then stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    limit_memory(batas)


def _end_with_parent() -> None:
    """End this worker at once when its run dies, also in the midst of a task that never ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _result_of(future: _Future[ResultT], task: object) -> ResultT | Failure:
    """Take what a worker sent back, or say what became of the worker.

    Raises:
        BrokenProcessPool: The pool broke before the task was done.
        OSError: The system refused the task something.
    """
    try:
        outcome = future.result()
    except BrokenProcessPool:
        raise
    except TimeoutError as error:
        return make_failure("macet", error, task)
    except ProcessExpired as error:
        return make_failure(kind_of_end(error.exitcode), error, task)
    except Exception as error:  # noqa: BLE001 - a result that cannot cross is a fault of its task
        return make_failure("galat", error, task)
    return accept(outcome)
