"""Raters in the roster of the settings that are typed as names, which nobody could look up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kinerja_xlsx.model.issue import IssueCode, Severity
from kinerja_xlsx.validate.sheet import SheetDraft
from kinerja_xlsx.validate.suggest import ask_person

_RATERS: Final = ("penilai", "atasan_penilai")


def check_named_raters(roster: SheetDraft, pejabat: SheetDraft) -> None:
    """Warn of raters typed as names, with the NIP or code that may be meant.

    The row stays: of a rater the submission has the last word, and there an unknown one is an
    error.
    """
    known = {row.text("nip"): row.text("nama") for row in roster.counting}
    known |= {row.text("kode"): row.text("nama") for row in pejabat.counting}
    for row in roster.counting:
        for name in _RATERS:
            rater = row.text(name)
            if name in row.faults or rater in known or not _is_name(rater):
                continue
            issue = roster.plan.issue(
                IssueCode.LTS_06, row, name, value=rater, saran=ask_person(rater, known)
            )
            row.issues.append(replace(issue, severity=Severity.PERINGATAN))


def _is_name(text: str) -> bool:
    """Tell whether a text is of several words, as no NIP and hardly any code is."""
    return len(text.split()) > 1 and not any(char.isdigit() for char in text)
