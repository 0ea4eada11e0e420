"""`periksa`: check only, write nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document, say, width_of
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.daftar import list_issues
from kinerja_xlsx.report.dokumen import to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import open_workspace


@opsi.perintah("periksa")
@click.argument(
    "berkas",
    nargs=-1,
    metavar="[BERKAS]...",
    type=opsi.BERKAS,
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
    """Periksa BERKAS, atau semua berkas di folder input, tanpa menulis apa pun."""
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
    summary = summarise(result, writes=False)
    if as_json:
        say(summary)
        answer_document(to_json(result))
    else:
        listing = list_issues(result.issues, width=width_of(sys.stdout))
        answer("\n\n".join(part for part in (listing, summary) if part))
    return result.exit_code
