"""Speaking: answers go to the output, everything else for people to the error stream."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO


def say(text: str) -> None:
    """Write a line for people."""
    _write(sys.stderr, text)


def answer(text: str) -> None:
    """Write the answer itself."""
    _write(sys.stdout, text)


def answer_document(text: str) -> None:
    """Write a document for programs: UTF-8 whatever the console speaks."""
    getattr(sys.stdout, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    _write(sys.stdout, text)


def width_of(stream: TextIO) -> int | None:
    """Tell how wide a terminal is; None for a file or pipe, where nothing should be wrapped."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except BrokenPipeError:
        # Whoever listened has gone; that changes nothing about what the command came to.
        silence(stream)


def silence(stream: TextIO) -> None:
    """Let a stream without a listener lead nowhere, so that Python can close it in peace."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
