"""`banding`: an e-Kinerja export against our own results; differences are shown, nothing else."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document, say
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.banding import banding_exit, banding_json, summarise_banding
from kinerja_xlsx.run.banding import compare_export
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.workspace import open_workspace


@opsi.perintah("banding")
@click.argument("berkas", type=opsi.BERKAS, metavar="BERKAS")
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(
    berkas: Path, folder: Path, period: Period | None, workers: int | None, *, as_json: bool
) -> int:
    """Bandingkan BERKAS, ekspor Laporan Penilaian SKP dari e-Kinerja, dengan hasil dari isian."""
    with ConsoleProgress() as progress:
        options = RunOptions(period=period, workers=workers, progress=progress)
        outcome = compare_export(open_workspace(folder), berkas, options)
    summary = summarise_banding(outcome.banding, (folder / outcome.output.path).as_posix())
    if as_json:
        say(summary)
        answer_document(banding_json(outcome.banding, outcome.output))
    else:
        answer(summary)
    return banding_exit(outcome.banding)
