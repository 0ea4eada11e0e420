"""`periksa`: check only, write nothing."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document, say, width_of
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.daftar import list_issues
from kinerja_xlsx.report.dokumen import error_document, to_json
from kinerja_xlsx.report.ringkasan import summarise
from kinerja_xlsx.report.setelan import settings_exit, summarise_settings
from kinerja_xlsx.run.batas import Batas
from kinerja_xlsx.run.collect import collect
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.pengaturan import check_settings_file, is_settings_file, settings_counts
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace, open_workspace


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
@opsi.batas
@opsi.dokumen_json
def command(  # noqa: PLR0913 - one argument for each option
    berkas: tuple[Path, ...],
    folder: Path,
    period: Period | None,
    workers: int | None,
    *,
    memori: int,
    detik: int,
    as_json: bool,
) -> int:
    """Periksa BERKAS, atau semua berkas di folder input, tanpa menulis apa pun."""
    workspace = open_workspace(folder)
    settings = tuple(path for path in berkas if is_settings_file(path))
    if not berkas and workspace.pengaturan.exists() and not collect(workspace).files:
        settings = (workspace.pengaturan,)
    code = max((_check_settings(path, as_json=as_json) for path in settings), default=0)
    others = tuple(path for path in berkas if path not in settings)
    if settings and not others:
        return code
    options = RunOptions(
        period=period,
        workers=workers,
        writes=False,
        wants_trail=as_json,
        batas=Batas(memori, detik),
    )
    return max(code, _check(workspace, replace(options, files=others), as_json=as_json))


def _check(workspace: Workspace, options: RunOptions, *, as_json: bool) -> int:
    with ConsoleProgress() as progress:
        result = process(workspace, replace(options, progress=progress))
    summary = summarise(result, writes=False)
    if as_json:
        say(summary)
        answer_document(to_json(result))
    else:
        listing = list_issues(result.issues, width=width_of(sys.stdout))
        answer("\n\n".join(part for part in (listing, summary) if part))
    return result.exit_code


def _check_settings(path: Path, *, as_json: bool) -> int:
    """Check one settings workbook; with JSON its document stands alone on the output."""
    outcome = check_settings_file(path)
    counts = settings_counts(outcome.settings)
    code = settings_exit(counts)
    if as_json:
        say(summarise_settings(path.name, outcome.issues, counts))
        answer_document(error_document(outcome.issues, code))
    else:
        width = width_of(sys.stdout)
        answer(summarise_settings(path.name, outcome.issues, counts, width=width))
    return code
