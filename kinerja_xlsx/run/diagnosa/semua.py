"""The whole look: the computer, the workspace, the clock, and the settings; nothing is written."""

from __future__ import annotations

from datetime import datetime

from kinerja_xlsx.model.diagnosa import Diagnosa
from kinerja_xlsx.run.diagnosa.program import look_at_program
from kinerja_xlsx.run.diagnosa.ruang import look_at_workspace
from kinerja_xlsx.run.diagnosa.setelan import look_at_settings, read_setelan
from kinerja_xlsx.run.diagnosa.waktu import look_at_clock
from kinerja_xlsx.run.executor import Executor, PoolExecutor, SerialExecutor
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.workspace import Workspace


def diagnose(workspace: Workspace, options: RunOptions, now: datetime) -> Diagnosa:
    """Look at everything that a run depends on; what is missing is a finding, never an error."""
    with _executor(options) as executor:
        settings = tuple(look_at_settings(workspace, options, executor, now.date()))
    return Diagnosa(
        (
            look_at_program(),
            look_at_workspace(workspace),
            look_at_clock(workspace, now),
            *settings,
        )
    )


def _executor(options: RunOptions) -> Executor:
    if options.workers == 0:
        return SerialExecutor()
    return PoolExecutor(1, preload=(read_setelan.__module__,))
