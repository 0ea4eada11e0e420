"""Writes the golden outcomes of field habits anew: `python -m tests.golden.refresh_lapangan`."""

from __future__ import annotations

import json

from tests.flow.lapangan.alat import Hasil, periksa
from tests.flow.lapangan.daftar import GOLDEN, SEMUA

HEAD = """\
# What each habit of tests/flow/lapangan is answered with: every issue at its cell, and the rows
# accepted, corrected, withheld and ignored. Read every changed line before it is committed.
"""


def table(name: str, outcome: Hasil) -> str:
    """Write one outcome."""
    issues = json.dumps(list(outcome.masalah), ensure_ascii=False)
    found = [f"[{json.dumps(name, ensure_ascii=False)}]", f"masalah = {issues}"]
    if outcome.jumlah is not None:
        found.append(f"jumlah = {list(outcome.jumlah)}")
    return "\n" + "\n".join(found) + "\n"


def main() -> None:
    """Write the file."""
    tables = [table(jejak.id, periksa(jejak.berkas())) for jejak in SEMUA]
    GOLDEN.write_text(HEAD + "".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
