"""`impor-pegawai`: a SIASN export becomes proposed settings, to be looked at."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.impor import summarise_impor
from kinerja_xlsx.run.impor_pegawai import import_pegawai
from kinerja_xlsx.run.workspace import open_workspace


@opsi.perintah("impor-pegawai")
@click.argument("berkas", type=opsi.BERKAS, metavar="BERKAS")
@opsi.ruang
def command(berkas: Path, folder: Path) -> int:
    """Baca ekspor SIASN di BERKAS dan usulkan perubahan daftar pegawai di Pengaturan.xlsx."""
    workspace = open_workspace(folder)
    outcome = import_pegawai(workspace, berkas)
    answer(summarise_impor(outcome.usul, (folder / outcome.path).as_posix()))
    if outcome.usul.is_understood:
        return ExitCode.SELESAI
    return ExitCode.ADA_YANG_DITAHAN
