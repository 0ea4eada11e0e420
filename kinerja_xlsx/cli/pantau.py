"""`pantau`: a run whenever new files lie whole in `input/`, until a person ends it."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import say
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.batas import Batas
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pantau import Alat, Pantauan, require_apart
from kinerja_xlsx.run.pengamat import MissingWatcherError, Pengamat, require_watcher
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import open_workspace


@opsi.perintah("pantau")
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.batas
def command(
    folder: Path, period: Period | None, workers: int | None, memori: int, detik: int
) -> int:
    """Jaga folder input: proses sendiri setiap ada berkas baru yang sudah utuh."""
    try:
        require_watcher()
    except MissingWatcherError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    workspace = open_workspace(folder)
    require_apart(workspace)
    options = RunOptions(period=period, workers=workers, batas=Batas(memori, detik))
    alat = Alat(
        wait=Pengamat(workspace.input).wait,
        clock=time.monotonic,
        run=lambda: process(workspace, options),
        tell=_tell,
    )
    _tell("Folder input dijaga. Tekan Ctrl-C untuk berhenti.")
    Pantauan(workspace, alat).forever()
    return ExitCode.SELESAI


def _tell(text: str) -> None:
    """Say something with the time of day; further lines stand below the first."""
    head = f"{datetime.now().astimezone():%H.%M}  "
    say(head + text.replace("\n", f"\n{'':{len(head)}}"))
