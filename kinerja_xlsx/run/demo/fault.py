"""One planted fault: where it lies, what it raises, and how it comes about."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.demo.edits import Edit


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault.

    Attributes:
        parcel: Key of the workbook that it lies in; of an earlier period, its code.
        code: The code that answers it.
        what: What happened, in Indonesian.
        edit: How it comes about.
        heard_in: Key of the workbook in which it is told; empty for its own.
    """

    parcel: str
    code: IssueCode
    what: str
    edit: Edit
    heard_in: str = ""
