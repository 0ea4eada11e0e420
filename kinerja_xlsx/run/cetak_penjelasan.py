"""Putting the explanations of one person in place, one workbook for each period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kinerja_xlsx.model.penjelasan import PenjelasanPenugasan
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.put import PENJELASAN_PREFIX
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.write.penjelasan import render_penjelasan

FOLDER: Final = "penjelasan"
"""Below the period's folder; no manifest lists it, so no run takes it away."""


def print_explanations(
    workspace: Workspace, found: Sequence[PenjelasanPenugasan]
) -> tuple[Output, ...]:
    """Write what explains one person, by period.

    Raises:
        WorkspaceError: A run holds the workspace.
        OSError: An output cannot be written; the old one stays.
    """
    with hold_lock(workspace, leaves_traces=True):
        return tuple(_put(workspace, found))


def _put(workspace: Workspace, found: Sequence[PenjelasanPenugasan]) -> Iterator[Output]:
    for period, group in groupby(found, key=lambda one: one.baris.period):
        assignments = tuple(group)
        name = f"{PENJELASAN_PREFIX}{assignments[0].baris.nip}_{period}.xlsx"
        path = workspace.period_folder(period) / FOLDER / name
        yield put_workbook(workspace, path, render_penjelasan(assignments))
