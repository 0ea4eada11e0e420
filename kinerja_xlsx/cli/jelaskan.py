"""`jelaskan`: an issue code, one person's figures, or the form that a printed code belongs to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.jelaskan_formulir import form_json, tell_form
from kinerja_xlsx.report.jelaskan_kode import code_json, explain_code
from kinerja_xlsx.report.jelaskan_nip import person_json, tell_person
from kinerja_xlsx.run.jelaskan import explain_person
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.sasaran import UnknownTargetError, kode_asked, nip_asked, read_code
from kinerja_xlsx.run.verifikasi import find_form
from kinerja_xlsx.run.workspace import Workspace, open_workspace

FoundT = TypeVar("FoundT")
_Search = Callable[[Workspace, str, RunOptions], FoundT]


@opsi.perintah("jelaskan")
@click.argument("sasaran", metavar="SASARAN")
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(
    sasaran: str, folder: Path, period: Period | None, workers: int | None, *, as_json: bool
) -> int:
    """Jelaskan SASARAN: kode masalah (LTS-07), NIP pegawai, atau kode verifikasi di formulir."""

    def search(find: _Search[FoundT], wanted: str) -> FoundT:
        with ConsoleProgress() as progress:
            options = RunOptions(period=period, workers=workers, progress=progress)
            return find(open_workspace(folder), wanted, options)

    try:
        if (nip := nip_asked(sasaran)) is not None:
            people = search(explain_person, nip)
            text = person_json(people) if as_json else tell_person(people)
        elif (kode := kode_asked(sasaran)) is not None:
            form = search(find_form, kode)
            text = form_json(form) if as_json else tell_form(form)
        else:
            code = read_code(sasaran)
            text = code_json(code) if as_json else explain_code(code)
    except UnknownTargetError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    (answer_document if as_json else answer)(text)
    return ExitCode.SELESAI
