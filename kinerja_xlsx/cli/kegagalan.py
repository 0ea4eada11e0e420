"""Explaining what ended a command early; imported only when something did."""

from __future__ import annotations

import traceback

from kinerja_xlsx.cli.bicara import say
from kinerja_xlsx.report.ringkasan import list_issues
from kinerja_xlsx.run.errors import explain


def explain_failure(error: Exception, *, debug: bool) -> int:
    """Say why the command ended, and return its exit code."""
    if debug:
        traceback.print_exception(error)
    failure = explain(error)
    say(failure.message)
    if failure.issues:
        say(list_issues(failure.issues))
    return failure.exit_code
