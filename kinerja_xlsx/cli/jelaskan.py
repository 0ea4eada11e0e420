"""`jelaskan`: what an issue code means, or how one person's figures came about."""

from __future__ import annotations

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.jelaskan_kode import code_json, explain_code
from kinerja_xlsx.run.sasaran import UnknownTargetError, read_code


@opsi.perintah("jelaskan")
@click.argument("sasaran", metavar="KODE")
@opsi.dokumen_json
def command(sasaran: str, *, as_json: bool) -> int:
    """Jelaskan satu KODE masalah, misalnya LTS-07: artinya, contohnya, dan cara memperbaikinya."""
    try:
        code = read_code(sasaran)
    except UnknownTargetError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    if as_json:
        answer_document(code_json(code))
    else:
        answer(explain_code(code))
    return ExitCode.SELESAI
