"""Golden messages: reads `pesan.toml`; run with `python -m`, it rewrites the sentences there.

The inputs in the file are written by hand; only the four parts of each message are rewritten.
Look at the difference before keeping it: these are the words that users read.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.pesan import render

PESAN: Final = Path(__file__).with_name("pesan.toml")
_PARTS: Final = ("masalah", "tempat", "sebab", "perbaiki")
_HEAD: Final = """\
# Golden messages, at least one for every issue code: what was found, and the words that users
# read. The inputs are written by hand; `python -m tests.golden.refresh` rewrites masalah, tempat,
# sebab and perbaiki.
"""


@dataclass(frozen=True, slots=True)
class Golden:
    """One case: what is found, and the parts that its message is expected to have."""

    code: IssueCode
    found: dict[str, Any]
    parts: dict[str, str]

    @property
    def issue(self) -> Issue:
        """The issue that the inputs describe."""
        found = dict(self.found)
        keys = ("sheet", "row", "column", "heading")
        place = Place(found.pop("file", ""), **{key: found.pop(key, None) for key in keys})
        severity = found.pop("severity", None)
        return make_issue(
            self.code,
            place,
            severity=None if severity is None else Severity(severity),
            **found.pop("context", {}),
            **found,
        )

    def rendered(self) -> dict[str, str]:
        """Render the parts anew."""
        pesan = render(self.issue)
        return {part: getattr(pesan, part) for part in _PARTS}


def read_pesan() -> tuple[Golden, ...]:
    """Read every case, in the order of the file."""
    tables = tomllib.loads(PESAN.read_text(encoding="utf-8"))
    return tuple(
        Golden(
            IssueCode(code),
            {key: case[key] for key in case if key not in _PARTS},
            {part: case.get(part, "") for part in _PARTS},
        )
        for code, cases in tables.items()
        for case in cases
    )


def write_toml(cases: tuple[Golden, ...]) -> str:
    """Write the cases with sentences rendered anew."""
    tables = (
        "\n".join([f"[[{case.code.value}]]", *_lines(case.found), *_lines(case.rendered())])
        for case in cases
    )
    return "\n".join([_HEAD, *(f"{table}\n" for table in tables)])


def _lines(pairs: dict[str, Any]) -> list[str]:
    return [f"{key} = {_value(value)}" for key, value in pairs.items()]


def _value(value: object) -> str:
    """Write a TOML value; JSON and TOML agree on texts and whole numbers."""
    if isinstance(value, dict):
        inside = ", ".join(_lines(value))
        return f"{{ {inside} }}"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    PESAN.write_text(write_toml(read_pesan()), encoding="utf-8", newline="\n")
