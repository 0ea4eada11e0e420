"""`riwayat`: past runs, or how a unit or a person fared over the periods."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, answer_document
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.riwayat import RiwayatUnit
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.riwayat import tell_pegawai, tell_runs, tell_unit
from kinerja_xlsx.report.riwayat_dokumen import pegawai_json, runs_json, unit_json
from kinerja_xlsx.run.riwayat import Riwayat, look_back, past_runs
from kinerja_xlsx.run.sasaran import UnknownTargetError
from kinerja_xlsx.run.workspace import Workspace, open_workspace


@opsi.perintah("riwayat")
@click.argument("sasaran", required=False, metavar="[SASARAN]")
@opsi.ruang
@opsi.periode
@opsi.dokumen_json
def command(sasaran: str | None, folder: Path, period: Period | None, *, as_json: bool) -> int:
    """Tampilkan proses yang tercatat, atau riwayat SASARAN: kode unit atau NIP pegawai."""
    workspace = open_workspace(folder)
    if sasaran is None:
        runs = past_runs(workspace, period)
        text = runs_json(runs) if as_json else tell_runs(runs)
    else:
        text = _tell(_find(workspace, sasaran, period), as_json=as_json)
    (answer_document if as_json else answer)(text)
    return ExitCode.SELESAI


def _find(workspace: Workspace, sasaran: str, period: Period | None) -> Riwayat:
    try:
        return look_back(workspace, sasaran, period)
    except UnknownTargetError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error


def _tell(found: Riwayat, *, as_json: bool) -> str:
    if isinstance(found, RiwayatUnit):
        return unit_json(found) if as_json else tell_unit(found)
    return pegawai_json(found) if as_json else tell_pegawai(found)
