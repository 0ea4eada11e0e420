"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import rich_click as click

from kinerja_xlsx.model.period import Period, PeriodError

CommandT = TypeVar("CommandT", bound=Callable[..., object])
CONTEXT: Final = MappingProxyType({"help_option_names": ["--help", "-h"]})


class PeriodType(click.ParamType):
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
                f"«{value}» bukan kode periode. Contoh: 2026-03, 2026-TW1, 2026-S1, 2026.",
                param,
                ctx,
            )


def ruang(command: CommandT) -> CommandT:
    """Add `--ruang`."""
    return click.option(
        "--ruang",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar="FOLDER",
        help="Ruang kerja; bawaan: folder sekarang.",
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
        type=click.IntRange(1, 64),
        metavar="N",
        help="Banyaknya proses pekerja; bawaan: sebanyak inti prosesor.",
    )(command)


def dokumen_json(command: CommandT) -> CommandT:
    """Add `--json`."""
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        help="Tulis satu dokumen JSON ke keluaran; keterangan lain ke saluran galat.",
    )(command)
