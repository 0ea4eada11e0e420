"""`templat`: one prefilled workbook for each unit."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import open_workspace


@click.command("templat", context_settings=opsi.CONTEXT)
@opsi.ruang
@click.option(
    "--periode",
    "period",
    type=opsi.PeriodType(),
    required=True,
    metavar="P",
    help="Periode isian, misalnya 2026-TW1.",
)
@click.option("--unit", "units", multiple=True, metavar="KODE", help="Hanya unit ini; boleh diulang.")
def command(folder: Path, period: Period, units: tuple[str, ...]) -> int:
    """Buat templat isian yang sudah berisi daftar pegawai bagi tiap unit."""
    workspace = open_workspace(folder)
    made = make_templates(workspace, period, units)
    for template in made:
        people = f"{template.people} penugasan" if template.unit else "kosong"
        answer(f"{template.path}  ({people})")
    if made[0].unit is None:
        answer("input/Pengaturan.xlsx belum ada, jadi yang dibuat templat kosong.")
    answer(f"{len(made)} templat untuk {period.label}. Bagikan kepada unit masing-masing.")
    return ExitCode.SELESAI
