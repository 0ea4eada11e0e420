"""Speaking to people: everything human goes to the error stream, so that output can be piped."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn


def say(text: str) -> None:
    """Write a line for people."""
    sys.stderr.write(f"{text}\n")


def answer(text: str) -> None:
    """Write the answer itself."""
    sys.stdout.write(f"{text}\n")


class ConsoleProgress:
    """A progress bar on a terminal, and nothing elsewhere."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def start(self, label: str, total: int) -> None:
        """Begin a phase."""
        self._task = self._bar.add_task(label, total=total)

    def advance(self) -> None:
        """Count a step."""
        if self._task is not None:
            self._bar.advance(self._task)
