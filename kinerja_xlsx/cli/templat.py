"""`templat`: one prefilled workbook for each unit, for a period or for the plan of a year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer, say
from kinerja_xlsx.cli.pindahan import tell_moved
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.daftar import list_issues
from kinerja_xlsx.run.pengaturan import withheld_in_settings
from kinerja_xlsx.run.pindah import move_files
from kinerja_xlsx.run.templat import MadeTemplate, make_templates
from kinerja_xlsx.run.templat_skp import make_skp_templates
from kinerja_xlsx.run.workspace import Workspace, open_workspace


@opsi.perintah("templat")
@opsi.ruang
@click.option(
    "--periode",
    "period",
    type=opsi.PeriodType(),
    metavar="P",
    help="Isian untuk periode ini, misalnya 2026-TW1.",
)
@click.option(
    "--skp",
    "year",
    type=opsi.YearType(),
    metavar="TAHUN",
    help="Rencana (SKP) untuk tahun ini, misalnya 2026.",
)
@click.option(
    "--unit", "units", multiple=True, metavar="KODE", help="Hanya unit ini; boleh diulang."
)
@click.option(
    "--pindah",
    "old",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Pindahkan isian dari templat versi lama ke versi yang berlaku; boleh diulang.",
)
def command(
    folder: Path,
    period: Period | None,
    year: Period | None,
    units: tuple[str, ...],
    old: tuple[Path, ...],
) -> int:
    """Buat templat isian atau SKP yang sudah berisi daftar pegawai bagi tiap unit."""
    if sum((period is not None, year is not None, bool(old))) != 1:
        raise click.UsageError("Sebutkan salah satu: --periode P untuk isian, --skp TAHUN untuk "
                               "rencana setahun, --pindah BERKAS untuk isian di templat lama."
                               )  # fmt: skip
    workspace = open_workspace(folder)
    if old:
        return tell_moved(folder, move_files(workspace, old))
    if year is not None:
        made = make_skp_templates(workspace, year, units)
        code = _tell(folder, made, f"SKP tahun {year.code}", "katalog")
        return _warn(workspace, code)
    if period is None:
        return ExitCode.CARA_PAKAI  # not reached: one of the two is given
    code = _tell(folder, make_templates(workspace, period, units), period.label, "rencana")
    return _warn(workspace, code)


def _warn(workspace: Workspace, code: int) -> int:
    """Name the rows of the settings that the templates lack, so that nobody is left out unseen."""
    issues = withheld_in_settings(workspace)
    if not issues:
        return code
    say(
        "\nPerhatian: ada baris Pengaturan.xlsx yang ditahan, jadi unit atau pegawai di baris itu "
        "belum\nada di templat. Betulkan baris berikut, lalu buat templatnya lagi:"
    )
    say(list_issues(issues))
    return code or ExitCode.ADA_YANG_DITAHAN


def _tell(folder: Path, made: Sequence[MadeTemplate], wanted: str, source: str) -> int:
    if not made:
        say("Lembar Unit pada Pengaturan.xlsx belum berisi unit, jadi belum ada templat.")
        return ExitCode.PENGATURAN_SALAH
    paths = [(folder / template.path).as_posix() for template in made]
    width = max(len(path) for path in paths)
    for path, template in zip(paths, made, strict=True):
        answer(f"{path:<{width}}  {_people(template, source)}")
    if made[0].unit is None:
        answer(
            "\ninput/Pengaturan.xlsx belum ada, jadi yang dibuat satu templat kosong. Bila "
            "Pengaturan.xlsx\nsudah diisi, templat tiap unit langsung berisi daftar pegawainya."
        )
    else:
        answer(f"\n{len(made)} templat untuk {wanted}. Bagikan kepada unit masing-masing.")
    return ExitCode.SELESAI


def _people(template: MadeTemplate, source: str) -> str:
    if template.unit is None:
        return "kosong"
    begun = f", {template.planned} terisi dari {source}" if template.planned else ""
    return f"{template.people} penugasan{begun}"
