"""Measures correction workbooks for input of which every row is bad: `-m benchmarks.perbaikan`."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from benchmarks.kota import make_workspace
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace

SIZES: Final = (500, 1000, 2000)


def measure(employees: int) -> tuple[float, int, int]:
    """Run over wholly bad input in this process: CPU seconds, people withheld, corrections."""
    with tempfile.TemporaryDirectory() as folder:
        make_workspace(Path(folder), employees, is_bad=True)
        before = _cpu()
        result = process(Workspace(Path(folder)), RunOptions(workers=0))
        seconds = _cpu() - before
        books = len(list(Path(folder, "output").rglob("Perbaikan_*.xlsx")))
    return seconds, sum(period.people.withheld for period in result.periods), books


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure growing cities, each in a fresh process, and compare the cost of one employee."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("employees", type=int, nargs="*", default=SIZES)
    first = 0.0
    for employees in parser.parse_args().employees:
        with get_context("spawn").Pool(1) as pool:
            seconds, withheld, books = pool.apply(measure, (employees,))
        each = 1000 * seconds / employees
        first = first or each
        sys.stdout.write(
            f"{employees:>8} employees, {withheld} withheld, {books} corrections: "
            f"{seconds:6.1f} CPU s, {each:5.1f} ms each, {each / first:4.2f} of the first\n"
        )


if __name__ == "__main__":
    main()
