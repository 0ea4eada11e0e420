"""The command decorator, and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import rich_click as click

from kinerja_xlsx.cli.gaya import JSON, IndonesianCommand
from kinerja_xlsx.model.period import Period, PeriodError, PeriodKind
from kinerja_xlsx.run.batas import Batas

CommandT = TypeVar("CommandT", bound=Callable[..., object])
MAX_WORKERS: Final = 64


def perintah(name: str) -> Callable[[Callable[..., int]], IndonesianCommand]:
    """Make a function a command whose docstring is its help."""
    return click.command(name, cls=IndonesianCommand)


class PeriodType(click.ParamType[Period]):
    """A period code such as `2026-TW1`."""

    name = "periode"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """Read the code; anything else is a usage error."""
        if isinstance(value, Period):
            return value
        try:
            return Period.parse(str(value).strip().upper())
        except PeriodError:
            self.fail(
                f"{value!r} bukan kode periode. Contoh: 2026-03, 2026-TW1, 2026-S1, 2026.",
                param,
                ctx,
            )


class YearType(PeriodType):
    """A whole year such as `2026`."""

    name = "tahun"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """Read the year; a part of one is a usage error."""
        period = super().convert(value, param, ctx)
        if period.kind is not PeriodKind.TAHUN:
            self.fail(f"{value!r} bukan tahun. Contoh: 2026.", param, ctx)
        return period


class WholeType(click.ParamType[int]):
    """A whole number within bounds."""

    name = "jumlah"
    least = 1
    most = MAX_WORKERS

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a whole number that a computer can bear; anything else is a usage error."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and self.least <= int(text) <= self.most):
            self.fail(
                f"{text!r} bukan bilangan bulat {self.least} sampai {self.most}.", param, ctx
            )
        return int(text)


class WorkersType(WholeType):
    """A number of worker processes."""


class MemoryType(WholeType):
    """Mebibytes for a worker: less than the program itself needs would refuse every file."""

    least = 512
    most = 65_536


class SecondsType(WholeType):
    """Seconds for one file."""

    most = 3_600


def path_type(name: str, **conditions: bool) -> click.Path[Path]:
    """Make a path type that error messages call by this name."""
    path: click.Path[Path] = click.Path(path_type=Path, **conditions)
    path.name = name
    return path


FOLDER: Final = path_type("folder", file_okay=False)
BERKAS: Final = path_type("berkas", exists=True, dir_okay=False)


def ruang(command: CommandT) -> CommandT:
    """Add `--ruang`."""
    return click.option(
        "--ruang",
        "folder",
        type=FOLDER,
        default=Path(),
        metavar="FOLDER",
        help="Ruang kerja; bila tidak disebut, folder sekarang.",
    )(command)


def periode(command: CommandT) -> CommandT:
    """Add `--periode`."""
    return click.option(
        "--periode",
        "period",
        type=PeriodType(),
        metavar="P",
        help="Hanya periode ini, misalnya 2026-TW1.",
    )(command)


def pekerja(command: CommandT) -> CommandT:
    """Add `--pekerja`."""
    return click.option(
        "--pekerja",
        "workers",
        type=WorkersType(),
        metavar="N",
        help=f"Banyaknya proses yang bekerja bersamaan, 1 sampai {MAX_WORKERS}; "
        "bila tidak disebut, sebanyak inti prosesor.",
    )(command)


def batas(command: CommandT) -> CommandT:
    """Add `--batas-memori` and `--batas-detik`."""
    usual = Batas()
    memory = click.option(
        "--batas-memori",
        "memori",
        type=MemoryType(),
        default=usual.memori,
        metavar="MB",
        help=f"Memori paling banyak bagi satu proses pekerja; bawaan {usual.memori} MB.",
    )
    seconds = click.option(
        "--batas-detik",
        "detik",
        type=SecondsType(),
        default=usual.detik,
        metavar="N",
        help=f"Kerja komputer paling lama untuk satu berkas; bawaan {usual.detik} detik.",
    )
    return memory(seconds(command))


def dokumen_json(command: CommandT) -> CommandT:
    """Add `--json`."""
    return click.option(
        JSON,
        "as_json",
        is_flag=True,
        help="Tulis satu dokumen JSON ke keluaran; keterangan lain ke saluran galat.",
    )(command)
