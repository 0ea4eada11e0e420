"""Speaking: answers go to the output, everything else for people to the error stream."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TextIO


def say(text: str) -> None:
    """Write a line for people."""
    _write(sys.stderr, _harmless(text))


def answer(text: str) -> None:
    """Write the answer itself."""
    _write(sys.stdout, _harmless(text))


def answer_document(text: str) -> None:
    """Write a document for programs: UTF-8 whatever the console speaks."""
    getattr(sys.stdout, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    _write(sys.stdout, "".join(map(_escaped, text)) if not text.isascii() else text)


def _harmless(text: str) -> str:
    """Keep a name from a file from acting on the terminal: its colours, its order of letters."""
    # A help page knows no name of a file, and should answer at once.
    from kinerja_xlsx.model.teks import make_visible  # noqa: PLC0415 - see above

    return "\n".join(map(make_visible, text.split("\n")))


def _escaped(sign: str) -> str:
    """Write a sign of a document that nobody could see as its escape, which means the same."""
    if sign.isprintable() or sign in "\n ":
        return sign
    return json.dumps(sign)[1:-1]


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
