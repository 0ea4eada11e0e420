"""Measures reading and checking against plain python-calamine: `python -m benchmarks.baca N`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Final, TypeVar

from python_calamine import load_workbook

from benchmarks.kota import make_workspace
from kinerja_xlsx.read import read_submission, take_snapshot
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.heap import collector_paused
from kinerja_xlsx.run.pengaturan import load_settings
from kinerja_xlsx.run.periksa_berkas import CheckTask, check_file
from kinerja_xlsx.run.spill import write_settings
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import check_isian

T = TypeVar("T")
GOAL: Final = 2.5
"""Reading and checking may cost so many times what plain python-calamine costs."""


class Stopwatch:
    """Adds up CPU seconds by name; the machine's other work does not count."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], T]) -> T:
        """Do a piece of work and add what it cost."""
        before = time.process_time()
        result = work()
        self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - before
        return result


def plain(data: bytes) -> int:
    """Read every sheet of a workbook by python-calamine alone; give the number of rows."""
    with load_workbook(BytesIO(data)) as workbook:
        return sum(
            len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names
        )


def ours(watch: Stopwatch, path: Path, settings: Settings) -> int:
    """Read and check one workbook as a worker does, and give the number of employees.

    All of it is let go of before the collector comes back.
    """
    with collector_paused():
        return _ours(watch, path, settings)


def _ours(watch: Stopwatch, path: Path, settings: Settings) -> int:
    snapshot = take_snapshot(path, path.name)
    read = watch.time("reading", lambda: read_submission(snapshot, ISIAN, settings.aliases))
    checked = watch.time("checking", lambda: check_isian(read, settings))
    return len(checked.subjects)


def measure(root: Path) -> tuple[Stopwatch, int]:
    """Read and check each file both ways, one after the other; give times and employees."""
    watch, employees = Stopwatch(), 0
    outcome = load_settings(Workspace(root), SerialExecutor())
    settings = None if outcome is None else outcome.settings
    if settings is None:
        raise SystemExit("Pengaturan.xlsx is refused")
    kept = root / "pengaturan.pkl"
    write_settings(kept, settings)
    for path in sorted((root / "input").glob("Isian_*.xlsx")):
        data = path.read_bytes()
        task = CheckTask(path, path.name, root / "berkas.pkl", kept)
        watch.time("plain python-calamine", partial(plain, data))
        employees += watch.time("reading and checking", partial(ours, watch, path, settings))
        watch.time("whole task of a worker", partial(check_file, task))
    return watch, employees


def main() -> None:
    """Make a workspace, measure it, and print CPU seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("employees", type=int)
    parser.add_argument("--ruang", type=Path, help="keep the workspace here, or use that one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = arguments.ruang or Path(folder)
        if not (root / "input" / "Pengaturan.xlsx").exists():
            make_workspace(root, arguments.employees)
        watch, employees = measure(root)
    least = watch.seconds["plain python-calamine"]
    sys.stdout.write(f"{employees} employees\n")
    for name, seconds in watch.seconds.items():
        goal = f"  (at most {GOAL})" if name == "reading and checking" else ""
        sys.stdout.write(f"{name:>22} {seconds:8.2f} CPU s {seconds / least:6.2f}x{goal}\n")


if __name__ == "__main__":
    main()
