"""Issues one by one, as console and other programs list them: worst kinds first."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity, Withholds
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.report.ringkasan import EXAMPLES_SHOWN
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.pesan import render_line, severity_word

LINES_SHOWN: Final = 20


def list_issues(
    issues: Sequence[Issue], *, limit: int = LINES_SHOWN, width: int | None = None
) -> str:
    """List issues with masked NIP: the worst kinds first, and how many are left out.

    Args:
        issues: What to list.
        limit: Most lines, where each issue takes one.
        width: Where to wrap a line for a terminal; None for one line each, as other programs
            want it.
    """
    lines: list[str] = []
    left = len(issues)
    for kind in rank_kinds(issues):
        shown = [render_line(issue, masked=True) for issue in kind[:EXAMPLES_SHOWN]]
        if len(kind) > EXAMPLES_SHOWN:
            word = severity_word(kind[0].severity).lower()
            rest = count(len(kind) - EXAMPLES_SHOWN)
            shown.append(f"… dan {rest} {word} {kind[0].code.value} lagi")
        if len(lines) + len(shown) >= limit and len(kind) < left:
            lines.append(f"… dan {count(left)} masalah lain")
            break
        lines += shown
        left -= len(kind)
    if width is None:
        return "\n".join(lines)
    return "\n".join(textwrap.fill(line, width, subsequent_indent="  ") for line in lines)


def rank_kinds(issues: Sequence[Issue]) -> list[list[Issue]]:
    """Put issues of one severity and code together, worst first.

    Worse is what is more severe, then what holds back more, then what is more frequent.
    """
    severities, held = list(Severity), list(Withholds)
    kinds: dict[tuple[Severity, IssueCode], list[Issue]] = {}
    for issue in issues:
        kinds.setdefault((issue.severity, issue.code), []).append(issue)
    ranked = sorted(
        kinds.items(),
        key=lambda item: (
            severities.index(item[0][0]),
            held.index(CATALOGUE[item[0][1]].withholds),
            -sum(issue.occurrences for issue in item[1]),
            item[0][1].value,
        ),
    )
    return [kind for _, kind in ranked]
