"""Phases 5 and 6 for the SKP of one unit: nothing is scored, only corrections are written."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja_xlsx.model.law import NilaiPerilaku
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.run.buat_perbaikan import corrections_of
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.muat_unit import LoadedFile
from kinerja_xlsx.run.spill import read_both, read_settings
from kinerja_xlsx.run.unit_task import UnitOutcome, UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.validate import UnitPlan


def build_plan(task: UnitTask) -> UnitOutcome:
    """Count what became of the plans of one unit, and put its corrections in place.

    Raises:
        OrphanedError: The run has died.
        OSError: An output cannot be written; the old one stays.
    """
    files = tuple(LoadedFile(file, *read_both(file.spill)) for file in task.files)
    return UnitOutcome(
        baris=None,
        employees=(),
        trails=(),
        rows={file.task.name: file.row_counts() for file in files},
        people={file.task.name: file.people_counts() for file in files},
        issues=(),
        changes=(),
        outputs=() if task.root is None else _write(Workspace(task.root), task, files),
    )


def _write(
    workspace: Workspace, task: UnitTask, files: tuple[LoadedFile, ...]
) -> tuple[Output, ...]:
    folder = workspace.period_folder(task.period.code) / "unit" / task.folder
    books = corrections_of(task, files, (), settings=read_settings(task.settings))
    return tuple(put_workbook(workspace, folder / name, data) for name, data in books.items())


def ekspektasi_of(plan: UnitPlan, nip: str) -> Mapping[NilaiPerilaku, str]:
    """Say what the leader expects of a person by value; empty where nothing is stated."""
    stated = [one.ekspektasi.row for one in plan.of_nip(nip) if one.ekspektasi is not None]
    if not stated:
        return {}
    texts = ((nilai, getattr(stated[0], nilai.name.lower())) for nilai in NilaiPerilaku)
    return {nilai: text for nilai, text in texts if text is not None}
