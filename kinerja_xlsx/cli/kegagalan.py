"""What ended a command early: one Indonesian line, an exit code, and JSON where asked for."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import rich_click as click
from click.exceptions import NoArgsIsHelpError

from kinerja_xlsx.cli.bicara import answer_document, say, width_of
from kinerja_xlsx.cli.gaya import DEBUG, JSON, PROGRAM
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.run_result import ExitCode

Ending = tuple[ExitCode, tuple[Issue, ...]]


def end_early(error: BaseException, arguments: Sequence[str]) -> int:
    """Say why a command ended early, and give its exit code.

    Args:
        error: What ended it.
        arguments: As typed. `--debug` among them shows the traceback of an error; `--json`
            writes the document of a run that came to nothing.
    """
    if DEBUG in arguments and not isinstance(error, click.ClickException):
        traceback.print_exception(error)
    code, issues = _ending(error)
    if JSON in arguments:
        _answer_nothing(code, issues)
    return code


def _ending(error: BaseException) -> Ending:
    if isinstance(error, KeyboardInterrupt | click.Abort):
        say("Dihentikan. Hasil lama tetap utuh; jalankan ulang kapan saja.")
        return ExitCode.DIHENTIKAN, ()
    if isinstance(error, click.ClickException):
        _say_usage(error)
        return ExitCode.CARA_PAKAI, ()
    try:
        return _explained(error)
    except Exception:  # noqa: BLE001 - what explains errors may itself be what is broken
        say(
            f"Program berhenti karena kesalahannya sendiri ({type(error).__name__}). Data Anda "
            f"tidak diubah. Jalankan ulang dengan {DEBUG} dan kirim keluarannya kepada "
            "pemelihara program."
        )
        return ExitCode.KESALAHAN_PROGRAM, ()


def _say_usage(error: click.ClickException) -> None:
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return
    say(f"Belum dapat dijalankan. {error.format_message()}")
    context = error.ctx if isinstance(error, click.UsageError) else None
    say(f"Bantuan: {context.command_path if context else PROGRAM} --help")


def _explained(error: BaseException) -> Ending:
    # These know every stage of a run; a usage error should be told without them.
    from kinerja_xlsx.report.daftar import list_issues  # noqa: PLC0415 - see above
    from kinerja_xlsx.run.errors import explain  # noqa: PLC0415 - see above

    if not isinstance(error, Exception):
        raise TypeError(type(error).__name__)
    failure = explain(error)
    lines = [failure.message]
    if failure.issues:
        lines.append(list_issues(failure.issues, width=width_of(sys.stderr)))
    say("\n".join(lines))
    return failure.exit_code, failure.issues


def _answer_nothing(code: ExitCode, issues: tuple[Issue, ...]) -> None:
    from kinerja_xlsx.report.dokumen import error_document  # noqa: PLC0415 - as in _explained

    answer_document(error_document(issues, code))
