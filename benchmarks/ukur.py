"""Measures a whole run: `python -m benchmarks.ukur N [--pekerja 2]`: CPU, wall, memory."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing import forkserver
from pathlib import Path

from benchmarks.kota import make_workspace
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace


def measure(root: Path, workers: int) -> dict[str, float]:
    """Process a workspace in this process and say what it cost; call it in a fresh process."""
    before = time.perf_counter()
    result = process(Workspace(root), RunOptions(workers=workers))
    wall = time.perf_counter() - before
    # Workers are children of this server, and count here only once it has ended.
    forkserver._forkserver._stop()  # noqa: SLF001 - there is no public way to end it
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    employees = sum(len(period.employees) for period in result.periods)
    return {
        "employees": employees,
        "rows": result.rows.seen,
        "exit": int(result.exit_code),
        "wall_seconds": wall,
        "cpu_seconds": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "employees_per_second": employees / wall,
        "driver_peak_mb": own.ru_maxrss / 1024,
        "worker_peak_mb": children.ru_maxrss / 1024,
    }


def main() -> None:
    """Make a workspace, measure a run on it in a fresh process, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("employees", type=int)
    parser.add_argument("--pekerja", type=int, default=2)
    parser.add_argument("--ruang", type=Path, help="keep the workspace here")
    parser.add_argument("--only-run", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only_run:
        sys.stdout.write(json.dumps(measure(arguments.ruang, arguments.pekerja)))
        return
    with tempfile.TemporaryDirectory() as folder:
        root = arguments.ruang or Path(folder)
        rows = make_workspace(root, arguments.employees)
        sys.stdout.write(f"{arguments.employees} employees, {rows} rows of Hasil Kerja\n")
        command = [
            sys.executable, "-m", "benchmarks.ukur", str(arguments.employees), "--only-run",
            "--pekerja", str(arguments.pekerja), "--ruang", str(root),
        ]  # fmt: skip
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own command
        for name, value in json.loads(done.stdout).items():
            sys.stdout.write(f"{name:>22} {value:,.2f}\n")


if __name__ == "__main__":
    main()
