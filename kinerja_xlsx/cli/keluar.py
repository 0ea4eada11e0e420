"""The way out: every way in which a command can end becomes an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TextIO

import rich_click as click
from click.exceptions import Exit

from kinerja_xlsx.cli.bahasa import indonesian
from kinerja_xlsx.cli.bicara import silence
from kinerja_xlsx.cli.gaya import DEBUG, PROGRAM


def run_guarded(command: click.Command, arguments: Sequence[str]) -> int:
    """Run the command group and give its exit code.

    Args:
        command: The group.
        arguments: Arguments without the program's name; `--debug` may stand anywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        # Consoles without UTF-8 must show a substitute, never a traceback.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    with indonesian():
        try:
            return _invoke(command, [argument for argument in arguments if argument != DEBUG])
        except BrokenPipeError as error:
            # Our own answers see to this themselves, so it was click, with a help page; or it is
            # no matter of the output at all, but of a worker that died.
            if not _has_lost_its_reader(sys.stdout):
                return _explained(error, arguments)
            silence(sys.stdout)
            return 0
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - explained as far as can be
            return _explained(error, arguments)


def _explained(error: BaseException, arguments: Sequence[str]) -> int:
    # Rarely needed, and `--help` should answer at once.
    from kinerja_xlsx.cli.kegagalan import end_early  # noqa: PLC0415 - see above

    return end_early(error, arguments)


def _has_lost_its_reader(stream: TextIO) -> bool:
    """Tell whether nobody reads a stream any more: what could not be written is still waiting."""
    try:
        stream.flush()
    except BrokenPipeError:
        return True
    return False


def _invoke(command: click.Command, arguments: list[str]) -> int:
    try:
        with command.make_context(PROGRAM, arguments) as context:
            return int(command.invoke(context))
    except Exit as end:
        return end.exit_code
