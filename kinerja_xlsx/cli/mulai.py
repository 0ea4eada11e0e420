"""`mulai`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.mulai import start_workspace


@click.command("mulai", context_settings=opsi.CONTEXT)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
def command(folder: Path) -> int:
    """Buat ruang kerja di FOLDER: templates/, input/, output/, dan Pengaturan.xlsx kosong."""
    for line in start_workspace(folder):
        answer(line)
    answer(
        "Langkah berikutnya: isi input/Pengaturan.xlsx, lalu jalankan "
        f"kinerja-xlsx templat --ruang {folder} --periode 2026-TW1"
    )
    return ExitCode.SELESAI
