"""The accepted plans of a year, read from `input/` when templates are made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_xlsx.model.issue import UnreadableFileError
from kinerja_xlsx.read import read_mark, take_snapshot
from kinerja_xlsx.run.collect import InputFile, collect
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.options import Silent
from kinerja_xlsx.run.phases import check_files
from kinerja_xlsx.run.rencana import compare_plans, read_plan, taken_files
from kinerja_xlsx.run.spill import write_settings
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.book import is_skp
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.validate import UnitPlan


def load_plans(workspace: Workspace, settings: Settings, year: int) -> Mapping[str, UnitPlan]:
    """Read the accepted plans of one year from `input/`, by unit.

    Files that are no SKP are left alone; what is wrong with a plan is said by `proses`.

    Raises:
        OSError: `input/` cannot be listed.
    """
    files = [file for file in collect(workspace).files if _is_skp(file)]
    if not files:
        return {}
    parent = workspace.state / "kerja"  # swept by the next run, should this one break
    parent.mkdir(mode=0o700, exist_ok=True)
    with TemporaryDirectory(dir=parent) as folder, SerialExecutor() as executor:
        kept = Path(folder) / "pengaturan.pkl"
        write_settings(kept, settings)
        outcomes = check_files(
            executor, files, settings=kept, folder=Path(folder), progress=Silent()
        )
        plans = taken_files(outcomes, compare_plans(outcomes, settings).taken)
        return {unit: read_plan(own) for (unit, code), own in plans.items() if code == str(year)}


def _is_skp(file: InputFile) -> bool:
    if not file.path.is_file():
        return False
    try:
        return is_skp(read_mark(take_snapshot(file.path, file.name)))
    except (UnreadableFileError, OSError):
        return False
