"""`mulai`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer
from kinerja_xlsx.cli.gaya import PROGRAM
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.mulai import start_workspace


@opsi.perintah("mulai")
@click.argument("folder", type=opsi.FOLDER, metavar="FOLDER")
def command(folder: Path) -> int:
    """Buat ruang kerja di FOLDER: templates, input, output, dan Pengaturan.xlsx kosong."""
    lines = start_workspace(folder)
    answer("\n".join(lines))
    answer(
        f"\nRuang kerja siap di folder {folder}. Langkah berikutnya:\n"
        "  1. Isi input/Pengaturan.xlsx: instansi, unit, pegawai, dan periode.\n"
        "  2. Buat templat bagi tiap unit, misalnya:\n"
        f"     {PROGRAM} templat --ruang {_quoted(folder)} --periode 2026-TW1"
    )
    return ExitCode.SELESAI


def _quoted(folder: Path) -> str:
    text = str(folder)
    return f'"{text}"' if " " in text else text
