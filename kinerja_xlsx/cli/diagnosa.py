"""`diagnosa`: how computer, workspace and settings stand, or where a person's data lie."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.data_orang import data_json, tell_data
from kinerja_xlsx.report.diagnosa import diagnosa_json, tell_diagnosa
from kinerja_xlsx.run.diagnosa import diagnose, locate_person
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.sasaran import nip_asked
from kinerja_xlsx.run.workspace import Workspace, open_workspace


@opsi.perintah("diagnosa")
@click.option(
    "--data",
    "sasaran",
    metavar="NIP",
    help="Sebutkan di mana saja data pegawai ini tersimpan di ruang kerja.",
)
@click.option(
    "--lengkap",
    "shows_all",
    is_flag=True,
    help="Bersama --data: tampilkan NIP dan nama berkas secara utuh.",
)
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(  # noqa: PLR0913 - one argument for each option
    sasaran: str | None,
    folder: Path,
    period: Period | None,
    workers: int | None,
    *,
    shows_all: bool,
    as_json: bool,
) -> int:
    """Periksa program, ruang kerja, dan setelannya tanpa menulis apa pun."""
    options = RunOptions(period=period, workers=workers)
    if sasaran is not None:
        return _locate(folder, sasaran, options, shows_all=shows_all, as_json=as_json)
    if shows_all:
        raise click.UsageError("Pilihan --lengkap dipakai bersama --data NIP.")
    # A folder that is no workspace is a finding here, with all else that can be told.
    found = diagnose(Workspace(folder.resolve()), options, datetime.now().astimezone())
    (answer_document if as_json else answer)((diagnosa_json if as_json else tell_diagnosa)(found))
    return found.exit_code


def _locate(
    folder: Path, sasaran: str, options: RunOptions, *, shows_all: bool, as_json: bool
) -> int:
    nip = nip_asked(sasaran)
    if nip is None or len(nip) != NIP_LENGTH:
        raise click.UsageError(f"--data memerlukan NIP, yaitu {NIP_LENGTH} angka.")
    with ConsoleProgress() as progress:
        workspace = open_workspace(folder)
        found = locate_person(workspace, nip, replace(options, progress=progress))
    if as_json:
        answer_document(data_json(found))
    else:
        answer(tell_data(found, shows_all=shows_all))
    return ExitCode.ADA_YANG_DITAHAN if found.tak_tercari else ExitCode.SELESAI
