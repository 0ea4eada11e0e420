"""`jelaskan`: what an issue code means, or how one person's figures came about."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.jelaskan_kode import code_json, explain_code
from kinerja_xlsx.report.jelaskan_nip import person_json, tell_person
from kinerja_xlsx.run.jelaskan import explain_person
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.sasaran import UnknownTargetError, nip_asked, read_code
from kinerja_xlsx.run.workspace import open_workspace


@opsi.perintah("jelaskan")
@click.argument("sasaran", metavar="SASARAN")
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(
    sasaran: str, folder: Path, period: Period | None, workers: int | None, *, as_json: bool
) -> int:
    """Jelaskan SASARAN: kode masalah (misalnya LTS-07), atau NIP pegawai dan asal angkanya."""
    nip = nip_asked(sasaran)
    try:
        if nip is None:
            code = read_code(sasaran)
            text = code_json(code) if as_json else explain_code(code)
        else:
            with ConsoleProgress() as progress:
                options = RunOptions(period=period, workers=workers, progress=progress)
                found = explain_person(open_workspace(folder), nip, options)
            text = person_json(found) if as_json else tell_person(found)
    except UnknownTargetError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    (answer_document if as_json else answer)(text)
    return ExitCode.SELESAI
