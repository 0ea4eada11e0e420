"""From what went wrong to one Indonesian line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import rich_click as click

from kinerja_xlsx.cli.bicara import say
from kinerja_xlsx.model.run_result import ExitCode

DEBUG = "--debug"


def run_guarded(command: click.Command, arguments: Sequence[str]) -> int:
    """Run the command group; every way to end becomes an exit code.

    Args:
        command: The group.
        arguments: Arguments without the program's name; `--debug` anywhere shows tracebacks.
    """
    debug = DEBUG in arguments
    rest = [argument for argument in arguments if argument != DEBUG]
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles without UTF-8 must show a substitute, never a traceback.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        code = command.main(rest, prog_name="kinerja-xlsx", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.CARA_PAKAI
    except (KeyboardInterrupt, click.Abort):
        say("Dihentikan. Hasil lama tetap utuh; jalankan ulang kapan saja.")
        return ExitCode.DIHENTIKAN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.SELESAI
    except Exception as error:  # noqa: BLE001 - the last place where an error can be explained
        from kinerja_xlsx.cli.kegagalan import explain_failure  # noqa: PLC0415 - heavy, rarely needed

        return explain_failure(error, debug=debug)
    return int(code) if isinstance(code, int) else int(ExitCode.SELESAI)

