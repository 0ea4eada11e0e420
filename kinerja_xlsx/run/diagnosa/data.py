"""Where the data of one person lie: every file of the workspace, and the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from kinerja_xlsx.ledger import Reader
from kinerja_xlsx.model.data_orang import DataOrang, LembarJejak, TakTercari, Tempat
from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.read import is_lock_file, is_system_file
from kinerja_xlsx.run.attempt import Failure
from kinerja_xlsx.run.batas import fault_issue
from kinerja_xlsx.run.catat import LEDGER, ledger_of
from kinerja_xlsx.run.collect import printable, walk
from kinerja_xlsx.run.diagnosa.cari import CariOutcome, CariTask, search_file
from kinerja_xlsx.run.diagnosa.jenis import ORDER, RIWAYAT, kind_of
from kinerja_xlsx.run.executor import Executor, PoolExecutor, SerialExecutor, worker_count
from kinerja_xlsx.run.lock import LOCK, hold_lock
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pemegang import NOTE
from kinerja_xlsx.run.riwayat import ask_ledger
from kinerja_xlsx.run.workspace import Workspace, WorkspaceError
from kinerja_xlsx.spec.judul import TITLES

_Found = Tempat | TakTercari

_SEALED: Final = frozenset({".parquet", ".pkl", ".sqlite"})
"""Files of other programs' kinds, in which nothing can be looked for here."""
_OWN: Final = frozenset({LOCK, NOTE, LEDGER, f"{LEDGER}-journal"})
"""Files of the state that name nobody, or are asked in another way."""
_SEALED_CAUSE: Final = "berkas program lain, yang isinya tidak dapat dicari dengan cara ini"
_PDF_CAUSE: Final = "PDF, yang isinya tidak dapat dicari dengan cara ini"


def locate_person(workspace: Workspace, nip: str, options: RunOptions) -> DataOrang:
    """Look for a person in every file of the workspace; nothing is written.

    Raises:
        WorkspaceError: A run holds the workspace.
        OSError: A folder of the workspace cannot be listed.
    """
    with hold_lock(workspace, leaves_traces=False):
        paths = _files(workspace)
        found = _search(workspace, nip, options, [path for path in paths if _is_open(path)])
        sealed = [path for path in paths if not _is_open(path)]
        found += _by_neighbour(workspace, nip, paths=sealed, found=found)
        catatan, unread = _ledger(workspace, nip)
    lost = [one for one in found if isinstance(one, TakTercari)]
    places = [one for one in found if isinstance(one, Tempat)]
    return DataOrang(
        nip=nip,
        tempat=tuple(sorted(places, key=lambda one: (ORDER.index(one.jenis), one.path))),
        catatan=catatan,
        jenis_catatan=RIWAYAT,
        tak_tercari=tuple(sorted((*lost, *unread), key=lambda one: one.path)),
        berkas=len(paths),
    )


def _files(workspace: Workspace) -> list[Path]:
    folders = (workspace.input, workspace.output, workspace.templates, workspace.state)
    return sorted(
        path
        for folder in folders
        if folder.is_dir()
        for path in walk(folder)
        if not is_system_file(path.name) and not is_lock_file(path.name)
        if path.parent != workspace.state or path.name not in _OWN
    )


def _is_open(path: Path) -> bool:
    """Tell whether a file can be looked into."""
    return path.suffix.casefold() not in _SEALED | {".pdf"}


def _search(
    workspace: Workspace, nip: str, options: RunOptions, paths: Sequence[Path]
) -> list[_Found]:
    tasks = [
        CariTask(path, _name(workspace, path), nip, path.is_relative_to(workspace.output))
        for path in paths
    ]
    options.progress.start("Mencari di berkas", len(tasks))
    found: list[_Found] = []
    with _executor(options, len(tasks)) as executor:
        for index, outcome in executor.run(search_file, tasks, is_timed=True):
            options.progress.advance()
            found += _judge(tasks[index], outcome, executor)
    return found


def _judge(task: CariTask, outcome: CariOutcome | Failure, executor: Executor) -> Iterator[_Found]:
    lembar: tuple[LembarJejak, ...] = ()
    issue: Issue | None
    if isinstance(outcome, Failure):
        issue = fault_issue(task.name, outcome, executor.batas)
    else:
        issue, lembar = outcome.issue, outcome.lembar
    if lembar or task.nip in task.name:
        yield Tempat(task.name, kind_of(task.name), lembar)
    if issue is not None:
        title = TITLES[issue.code]
        yield TakTercari(task.name, f"{title[0].lower()}{title[1:]} ({issue.code.value})")


def _by_neighbour(
    workspace: Workspace, nip: str, *, paths: Iterable[Path], found: Iterable[_Found]
) -> list[_Found]:
    """Judge what nothing can be looked for in: a PDF by its name, or the workbook it shows."""
    known = {one.path for one in found if isinstance(one, Tempat)}
    unread = {one.path for one in found if isinstance(one, TakTercari)}
    judged: list[_Found] = []
    for path in paths:
        name = _name(workspace, path)
        shown = PurePosixPath(name).with_suffix(".xlsx").as_posix()
        if nip in name or (_is_pdf(path) and shown in known):
            judged.append(Tempat(name, kind_of(name)))
        elif not _is_pdf(path):
            judged.append(TakTercari(name, _SEALED_CAUSE))
        elif shown in unread or not path.with_suffix(".xlsx").exists():
            judged.append(TakTercari(name, _PDF_CAUSE))
    return judged


def _is_pdf(path: Path) -> bool:
    return path.suffix.casefold() == ".pdf"


def _ledger(
    workspace: Workspace, nip: str
) -> tuple[tuple[tuple[str, int], ...], tuple[TakTercari, ...]]:
    """Count the rows of the ledger about the person."""
    if not ledger_of(workspace).exists():
        return (), ()

    def count(reader: Reader) -> tuple[tuple[str, int], ...]:
        return reader.rows_about(nip)

    try:
        return ask_ledger(workspace, count), ()
    except WorkspaceError:
        name = workspace.relative(ledger_of(workspace))
        return (), (TakTercari(name, "catatan riwayat tidak dapat dibaca"),)


def _name(workspace: Workspace, path: Path) -> str:
    return printable(path.relative_to(workspace.root))


def _executor(options: RunOptions, tasks: int) -> Executor:
    if options.workers == 0:
        return SerialExecutor()
    workers = max(1, min(worker_count(options.workers), tasks))
    return PoolExecutor(workers, (search_file.__module__,), options.batas)
