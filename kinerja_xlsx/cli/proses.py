"""`proses`: the main job."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import ConsoleProgress, answer, say
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import open_workspace


@click.command("proses", context_settings=opsi.CONTEXT)
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(folder: Path, period: Period | None, workers: int | None, *, as_json: bool) -> int:
    """Proses semua berkas di input/ dan tulis hasilnya ke output/."""
    workspace = open_workspace(folder)
    with ConsoleProgress() as progress:
        result = process(
            workspace,
            RunOptions(period=period, workers=workers, wants_trail=as_json, progress=progress),
        )
    if as_json:
        answer(to_json(result))
        say(summarise(result, writes=True))
    else:
        answer(summarise(result, writes=True))
    return result.exit_code
