"""One task and whatever becomes of it, as values that can cross between processes."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, TypeVar

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

_FRAMES: Final = 12


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that came to nothing.

    Attributes:
        kind: `mati` (the worker died), `macet` (it never ended), `memori`, or `galat`.
        detail: What was raised and where, without any data, for the log only.
        reference: Short code that is the same for the same task and kind.
    """

    kind: str
    detail: str
    reference: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the system refused to a task, such as room on the disk; it ends the run."""

    number: int
    text: str
    filename: str | None


def attempt(function: Callable[[TaskT], ResultT], task: TaskT) -> ResultT | Failure | Refusal:
    """Run one task; what goes wrong comes back as a value."""
    try:
        return function(task)
    except MemoryError as error:
        return make_failure("memori", error, task)
    except OSError as error:
        if error.errno is None:
            return make_failure("galat", error, task)
        name = None if error.filename is None else str(error.filename)
        return Refusal(error.errno, error.strerror or "", name)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - panics of compiled libraries derive from it
        return make_failure("galat", error, task)


def accept(outcome: ResultT | Failure | Refusal) -> ResultT | Failure:
    """Take what a task came to.

    Raises:
        OSError: The system refused it something; other tasks would fare no better.
    """
    if isinstance(outcome, Refusal):
        raise OSError(outcome.number, outcome.text, outcome.filename)
    return outcome


def make_failure(kind: str, error: BaseException, task: object) -> Failure:
    """Describe what became of a task, which is known by its `label`."""
    label = getattr(task, "label", type(task).__name__)
    reference = hashlib.sha256(f"{kind}|{label}".encode()).hexdigest()[:8]
    places = [
        f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    ]
    return Failure(kind, " < ".join([type(error).__name__, *reversed(places)]), reference)
