"""`templat`: one prefilled workbook for each unit."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, say
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import open_workspace


@opsi.perintah("templat")
@opsi.ruang
@click.option(
    "--periode",
    "period",
    type=opsi.PeriodType(),
    required=True,
    metavar="P",
    help="Periode isian, misalnya 2026-TW1.",
)
@click.option(
    "--unit", "units", multiple=True, metavar="KODE", help="Hanya unit ini; boleh diulang."
)
def command(folder: Path, period: Period, units: tuple[str, ...]) -> int:
    """Buat templat isian yang sudah berisi daftar pegawai bagi tiap unit."""
    workspace = open_workspace(folder)
    made = make_templates(workspace, period, units)
    if not made:
        say("Lembar Unit pada Pengaturan.xlsx belum berisi unit, jadi belum ada templat.")
        return ExitCode.PENGATURAN_SALAH
    paths = [(folder / template.path).as_posix() for template in made]
    width = max(len(path) for path in paths)
    for path, template in zip(paths, made, strict=True):
        people = f"{template.people} penugasan" if template.unit else "kosong"
        answer(f"{path:<{width}}  {people}")
    if made[0].unit is None:
        answer(
            "\ninput/Pengaturan.xlsx belum ada, jadi yang dibuat satu templat kosong. Bila "
            "Pengaturan.xlsx\nsudah diisi, templat tiap unit langsung berisi daftar pegawainya."
        )
    else:
        answer(f"\n{len(made)} templat untuk {period.label}. Bagikan kepada unit masing-masing.")
    return ExitCode.SELESAI
