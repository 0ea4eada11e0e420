"""What `input/` says, worked out anew by the phases of a run, without writing anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.collect import collect
from kinerja_xlsx.run.decide import Decided, decide
from kinerja_xlsx.run.executor import Executor, PoolExecutor, worker_count
from kinerja_xlsx.run.log import open_log
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import load_settings
from kinerja_xlsx.run.periksa_berkas import FileOutcome, check_file
from kinerja_xlsx.run.phases import check_files
from kinerja_xlsx.run.process import NothingToAnswerError
from kinerja_xlsx.run.spill import write_settings
from kinerja_xlsx.run.tugas import Frame, unit_tasks
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.penugasan import Settings


@dataclass(frozen=True, slots=True)
class Hitungan:
    """The files of `input/` as checked and compared, ready to be scored.

    Attributes:
        settings: The settings; None without `Pengaturan.xlsx`.
        outcomes: What each file came to.
        tasks: One for each unit and period whose Isian count; SKP are not among them.
        executor: Workers that have read what scoring needs.
        decided: What became of each file.
        plans: One for each unit and year whose SKP count.
    """

    settings: Settings | None
    outcomes: tuple[FileOutcome, ...]
    tasks: tuple[UnitTask, ...]
    executor: Executor
    decided: Decided
    plans: tuple[UnitTask, ...] = ()


@contextmanager
def recomputed(
    workspace: Workspace,
    options: RunOptions,
    *,
    reopened: Period | None = None,
    reopens_all: bool = False,
) -> Iterator[Hitungan]:
    """Check every file and make the tasks of a run; what they need is gone after the block.

    Args:
        workspace: Whose `input/` it is.
        options: Which periods, how many workers, whether trails are wanted.
        reopened: Taken as open even where the settings have closed it: nothing is written.
        reopens_all: Every closed period is taken as open.

    Raises:
        NothingToAnswerError: There is no file to answer.
        SettingsError: `Pengaturan.xlsx` is refused.
        OSError: `input/` cannot be listed.
    """
    collected = collect(workspace)
    if not collected.files:
        raise NothingToAnswerError
    workers = min(worker_count(options.workers), len(collected.files))
    with (
        TemporaryDirectory(prefix="kinerja-xlsx-") as name,
        open_log(workspace, writes=False),
        PoolExecutor(workers, preload=(check_file.__module__,)) as executor,
    ):
        folder = Path(name)
        outcome = load_settings(workspace, executor)
        settings = _reopen(outcome.settings if outcome else None, reopened, every=reopens_all)
        kept = folder / "pengaturan.pkl" if settings else None
        if settings is not None and kept is not None:
            write_settings(kept, settings)
        outcomes = check_files(
            executor, collected.files, settings=kept, folder=folder, progress=options.progress
        )
        decided = decide(collected, outcomes, settings, replace(options, writes=False))
        tasks = unit_tasks(decided, Frame(None, kept, settings, options.wants_trail))
        results = tuple(task for task in tasks if not task.is_skp)
        plans = tuple(task for task in tasks if task.is_skp)
        yield Hitungan(settings, outcomes, results, executor, decided, plans)


def _reopen(settings: Settings | None, period: Period | None, *, every: bool) -> Settings | None:
    if settings is None:
        return None
    opened = {
        code: row.model_copy(update={"tertutup": YaTidak.TIDAK})
        for code, row in settings.periods.items()
        if every or (period is not None and code == period.code)
    }
    return replace(settings, periods={**settings.periods, **opened})
