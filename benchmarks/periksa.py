"""Reading and checking against plain calamine: `python -m benchmarks.periksa N`; CPU and ratio.

Both read the same files in the same process, one after the other. Plain calamine gives bare
values; ours finds out what it hides, checks every row, and keeps the result for the next phase.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook

from benchmarks.kota import make_workspace
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.pengaturan import load_settings
from kinerja_xlsx.run.periksa_berkas import CheckTask, check_file
from kinerja_xlsx.run.spill import write_settings
from kinerja_xlsx.run.workspace import Workspace


def main() -> None:
    """Make a workspace, read it on both roads, and print CPU seconds and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("employees", type=int)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        make_workspace(workspace.root, arguments.employees)
        with SerialExecutor() as executor:
            outcome = load_settings(workspace, executor)
        kept = workspace.root / "pengaturan.pkl"
        if outcome is None or outcome.settings is None:
            raise SystemExit("no settings")
        write_settings(kept, outcome.settings)
        files = sorted(workspace.input.rglob("Isian*.xlsx")) or sorted(
            path for path in workspace.input.rglob("*.xlsx") if path != workspace.pengaturan
        )
        _warm(files[0], kept)
        plain = sum(_cpu(lambda path=path: _plain(path)) for path in files)
        ours = sum(_cpu(lambda path=path: _check(path, kept)) for path in files)
    sys.stdout.write(
        f"{arguments.employees} employees in {len(files)} files\n"
        f"plain calamine    {plain:8.2f} CPU s\n"
        f"reading, checking {ours:8.2f} CPU s\n"
        f"ratio             {ours / plain:8.2f}\n"
    )


def _warm(path: Path, kept: Path) -> None:
    """Import and compile what the first file of a process pays for."""
    _plain(path)
    _check(path, kept)


def _plain(path: Path) -> None:
    workbook = CalamineWorkbook.from_path(path)
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _check(path: Path, kept: Path) -> None:
    check_file(CheckTask(path, path.name, path.with_suffix(".pkl"), kept))


def _cpu(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    main()
