"""Measures what each phase of a whole run costs: `python -m benchmarks.bagian N`; Linux only."""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
from collections import Counter
from multiprocessing import forkserver
from pathlib import Path
from typing import Final

from benchmarks.jam import FOLDER, SCORING
from benchmarks.kota import make_workspace
from kinerja_xlsx.run import process as run
from kinerja_xlsx.run.executor import Executor, PoolExecutor
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.workspace import Workspace

GOAL: Final = 0.10
"""Scores may cost at most this share of the CPU of the whole run."""
REST: Final = "driver, starting, handing over"


def measure(root: Path, workers: int) -> tuple[int, float, dict[str, float]]:
    """Run over a workspace: employees, CPU seconds of all processes, seconds by phase."""
    before = _cpu()
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER] = folder  # the server of the workers inherits it
        run._executor = _pool  # noqa: SLF001 - the pool of a run, with one more module to import
        result = run.process(Workspace(root), RunOptions(workers=workers))
        # Workers are children of this server, and count here only once it has ended.
        forkserver._forkserver._stop()  # noqa: SLF001 - there is no public way to end it
        seconds: Counter[str] = Counter()
        for path in Path(folder).iterdir():
            seconds.update(json.loads(path.read_text()))
    total = _cpu() - before
    employees = sum(len(period.employees) for period in result.periods)
    return employees, total, {**seconds, REST: total - sum(seconds.values())}


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _pool(options: RunOptions, workers: int) -> Executor:
    del options
    modules = ("kinerja_xlsx.run.periksa_berkas", "kinerja_xlsx.run.buat_unit", "benchmarks.jam")
    return PoolExecutor(workers, preload=modules)


def main() -> None:
    """Make a workspace, measure a run on it in a fresh process, and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("employees", type=int)
    parser.add_argument("--pekerja", type=int, default=2)
    parser.add_argument("--ruang", type=Path, help="keep the workspace here, or use that one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = arguments.ruang or Path(folder)
        if not (root / "input" / "Pengaturan.xlsx").exists():
            make_workspace(root, arguments.employees)
        employees, total, seconds = measure(root, arguments.pekerja)
    sys.stdout.write(f"{employees} employees, {total:.1f} CPU s\n")
    for phase, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        goal = f"  (at most {100 * GOAL:.0f}%)" if phase == SCORING else ""
        sys.stdout.write(f"{phase:>32} {spent:8.2f} CPU s {100 * spent / total:6.1f}%{goal}\n")


if __name__ == "__main__":
    main()
