"""`periksa`: check only, write nothing."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import ConsoleProgress, answer, say
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import list_issues, summarise
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import open_workspace


@click.command("periksa", context_settings=opsi.CONTEXT)
@click.argument(
    "berkas",
    nargs=-1,
    metavar="[BERKAS]...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(
    berkas: tuple[Path, ...],
    folder: Path,
    period: Period | None,
    workers: int | None,
    *,
    as_json: bool,
) -> int:
    """Periksa BERKAS, atau semua berkas di input/, tanpa menulis apa pun."""
    workspace = open_workspace(folder)
    with ConsoleProgress() as progress:
        result = process(
            workspace,
            RunOptions(
                period=period,
                workers=workers,
                writes=False,
                wants_trail=as_json,
                files=berkas,
                progress=progress,
            ),
        )
    if as_json:
        answer(to_json(result))
        say(summarise(result, writes=False))
    else:
        answer("\n".join((list_issues(result.issues), "", summarise(result, writes=False))))
    return result.exit_code
