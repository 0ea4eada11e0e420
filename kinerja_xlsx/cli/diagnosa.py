"""`diagnosa`: how the computer, the workspace and the settings stand; writes nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.report.diagnosa import diagnosa_json, tell_diagnosa
from kinerja_xlsx.run.diagnosa import diagnose
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.workspace import Workspace


@opsi.perintah("diagnosa")
@opsi.ruang
@opsi.periode
@opsi.pekerja
@opsi.dokumen_json
def command(folder: Path, period: Period | None, workers: int | None, *, as_json: bool) -> int:
    """Periksa program, ruang kerja, dan setelannya tanpa menulis apa pun."""
    # A folder that is no workspace is a finding here, with all else that can be told.
    workspace = Workspace(folder.resolve())
    options = RunOptions(period=period, workers=workers)
    found = diagnose(workspace, options, datetime.now().astimezone())
    (answer_document if as_json else answer)((diagnosa_json if as_json else tell_diagnosa)(found))
    return found.exit_code
