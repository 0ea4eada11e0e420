"""Running pure functions over many tasks: here, or in worker processes that may die alone."""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Final, Protocol, Self, TypeVar

import psutil
from pebble import ProcessExpired, ProcessPool

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

TASK_SECONDS: Final = 600
"""Wall time after which a worker counts as stuck: a last resort, and our fault."""
WORKER_MEMORY: Final = 3 * 1024**3
"""Address space of one worker, in bytes, where the system can limit it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that came to nothing.

    Attributes:
        kind: `mati` (the worker died), `macet` (it never ended), `memori`, or `galat`.
        detail: Class name and text of the exception, for the log only.
        reference: Short code that is the same for the same task and kind.
    """

    kind: str
    detail: str
    reference: str


class Executor(Protocol):
    """Runs one function over many tasks; results come as they end, with the task's index."""

    def run(
        self, function: Callable[[TaskT], ResultT], tasks: Sequence[TaskT]
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield (index, result or failure) once for each task, in any order."""
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
        self, function: Callable[[TaskT], ResultT], tasks: Sequence[TaskT]
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield results in task order."""
        for index, task in enumerate(tasks):
            yield index, _attempt(partial(function, task), task)


class PoolExecutor:
    """Runs tasks in worker processes; a killed or stuck worker costs only its own task."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def __enter__(self) -> Self:
        self._pool = ProcessPool(
            max_workers=self._workers,
            initializer=_start_worker,
            initargs=[os.getpid()],
            context=multiprocessing.get_context("spawn"),
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call] # pebble leaves it untyped
        else:
            self._pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it untyped
        self._pool.join()

    def run(
        self, function: Callable[[TaskT], ResultT], tasks: Sequence[TaskT]
    ) -> Iterator[tuple[int, ResultT | Failure]]:
        """Yield results as workers end them; tasks start in the order given."""
        waiting: dict[Future[ResultT], int] = {}
        for index, task in enumerate(tasks):
            future: Future[ResultT] = self._pool.schedule(
                function, args=[task], timeout=TASK_SECONDS
            )
            waiting[future] = index
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                index = waiting.pop(future)
                yield index, _attempt(future.result, tasks[index])


def worker_count(wanted: int | None) -> int:
    """Choose how many workers: as asked, or one for each core."""
    return wanted or psutil.cpu_count(logical=True) or 1


def parent_is_gone() -> bool:
    """Tell whether this process is a worker whose run has died; it must then replace nothing."""
    parent = os.environ.get(_PARENT)
    if parent is None:
        return False
    return os.getppid() != int(parent) or not psutil.pid_exists(int(parent))


_PARENT: Final = "KINERJA_INDUK"


def _start_worker(parent: int) -> None:
    os.environ[_PARENT] = str(parent)
    # Ctrl-C belongs to the driver, which then stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - the module does not exist on Windows

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (WORKER_MEMORY, WORKER_MEMORY))


def _attempt(work: Callable[[], ResultT], task: object) -> ResultT | Failure:
    """Take a result; a full disk ends the run, anything else is the failure of one task."""
    try:
        return work()
    except TimeoutError as error:
        return _failure("macet", error, task)
    except ProcessExpired as error:
        return _failure("mati", error, task)
    except MemoryError as error:
        return _failure("memori", error, task)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - our bug on one task must not stop the others
        return _failure("galat", error, task)


def _failure(kind: str, error: BaseException, task: object) -> Failure:
    label = getattr(task, "label", type(task).__name__)
    reference = hashlib.sha256(f"{kind}|{label}".encode()).hexdigest()[:8]
    return Failure(kind, f"{type(error).__name__}: {error}", reference)
