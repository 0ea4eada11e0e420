"""Writes the golden sentences of drawn faults anew: `python -m tests.golden.refresh_kode`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.spec.pesan import render
from tests.flow import kasus_berkas
from tests.flow import test_kode_berkas as berkas
from tests.flow import test_setiap_kode as baris
from tests.flow.kasus_baris import SEMUA

HEAD = """\
# The sentence that each drawn fault of tests/flow must be answered with.
# Read every changed line before it is committed.

[masalah]
"""


def lines(folder: Path) -> Iterator[str]:
    """Raise every drawn fault and write down what is said at its place."""
    for kasus in SEMUA:
        issues = baris.issues_of(folder / "isian.xlsx", baris.drawn(kasus.change))
        found = baris.raised(issues, kasus.code)
        here = [one for one in found if not kasus.place or baris.place_of(one) == kasus.place]
        yield line(baris.case_id(kasus), here[0])
    for number, file_case in enumerate((*kasus_berkas.BERKAS, *kasus_berkas.UNIT)):
        result = berkas.run(folder / str(number), file_case.files())
        found = berkas.raised(result, file_case.code)
        here = [one for one in found if berkas.place_of(one) == file_case.place]
        yield line(file_case.id, here[0])


def line(name: str, issue: Issue) -> str:
    key, text = (json.dumps(one, ensure_ascii=False) for one in (name, render(issue).masalah))
    return f"{key} = {text}\n"


def main() -> None:
    """Write the file."""
    with TemporaryDirectory() as folder:
        baris.GOLDEN.write_text(HEAD + "".join(lines(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
