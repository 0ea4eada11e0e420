"""`ekspor`: one period as tables for analysts."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from kinerja_xlsx.cli import opsi
from kinerja_xlsx.cli.bicara import answer
from kinerja_xlsx.cli.kemajuan import ConsoleProgress
from kinerja_xlsx.model.ekspor import Bentuk
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.run_result import ExitCode
from kinerja_xlsx.report.ekspor import MissingLibraryError
from kinerja_xlsx.report.hitungan import count
from kinerja_xlsx.run.ekspor import export_period
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.workspace import open_workspace


class BentukType(click.ParamType[Bentuk]):
    """A form of file."""

    name = "bentuk"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Bentuk:
        """Read the form; anything else is a usage error."""
        if isinstance(value, Bentuk):
            return value
        try:
            return Bentuk(str(value).strip().casefold())
        except ValueError:
            known = " atau ".join(one.value for one in Bentuk)
            self.fail(f"{value!r} bukan bentuk yang dikenal. Pilihannya: {known}.", param, ctx)


@opsi.perintah("ekspor")
@opsi.ruang
@opsi.periode
@click.option(
    "--ke",
    "target",
    type=opsi.FOLDER,
    metavar="FOLDER",
    help="Folder tujuan; bila tidak disebut, output/<periode>/ekspor.",
)
@click.option(
    "--bentuk",
    type=BentukType(),
    default=Bentuk.CSV,
    metavar="B",
    help="Bentuk berkas: csv atau parquet; bila tidak disebut, csv.",
)
@opsi.pekerja
def command(
    folder: Path, period: Period | None, target: Path | None, bentuk: Bentuk, workers: int | None
) -> int:
    """Tulis nilai, indikator, unit, dan masalah satu periode sebagai tabel untuk dianalisis."""
    if period is None:
        raise click.UsageError("Sebutkan --periode P, misalnya --periode 2026-TW1.")
    workspace = open_workspace(folder)
    try:
        with ConsoleProgress() as progress:
            options = RunOptions(period=period, workers=workers, writes=False, progress=progress)
            made = export_period(workspace, target, bentuk, options=options)
    except MissingLibraryError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    names = [_shown(one.path, folder) for one in made]
    width = max(map(len, names))
    for name, one in zip(names, made, strict=True):
        answer(f"{name:<{width}}  {count(one.rows)} baris")
    answer("\nIsinya memuat NIP dan nama lengkap; simpan dan bagikan seperlunya.")
    return ExitCode.SELESAI


def _shown(path: Path, folder: Path) -> str:
    """Name a file as the user named the workspace, where it lies in it."""
    root = folder.resolve()
    if path.is_relative_to(root):
        return (folder / path.relative_to(root)).as_posix()
    return path.as_posix()
