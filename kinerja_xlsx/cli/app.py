"""The command group: names and one-line helps here, each command's module only when it is used."""

from __future__ import annotations

import glob
import importlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from types import FrameType, MappingProxyType
from typing import Any, Final

import rich_click as click

from kinerja_xlsx import COMMAND, __version__
from kinerja_xlsx.cli.gaya import CONTEXT, DEBUG, HELP, OPTIONS, PROGRAM, IndonesianContext
from kinerja_xlsx.cli.keluar import run_guarded

COMMANDS: Final = MappingProxyType(
    {
        "demo": "Buat kota contoh, lalu proses.",
        "mulai": "Buat ruang kerja baru.",
        "impor-pegawai": "Usulkan daftar pegawai dari ekspor SIASN.",
        "templat": "Buat templat isian atau SKP bagi tiap unit.",
        "periksa": "Periksa berkas isian tanpa menulis apa pun.",
        "proses": "Proses semua berkas di folder input dan tulis hasilnya.",
        "pantau": "Jaga folder input; proses setiap ada berkas baru.",
        "banding": "Bandingkan ekspor e-Kinerja dengan hasil dari isian.",
        "jelaskan": "Jelaskan satu kode masalah, atau angka satu pegawai.",
        "riwayat": "Tampilkan riwayat proses, satu unit, atau satu pegawai.",
        "ekspor": "Tulis satu periode sebagai tabel CSV atau Parquet.",
        "diagnosa": "Periksa program, ruang kerja, dan setiap setelan.",
    }
)


_EPILOG: Final = f"Bantuan tiap perintah: {PROGRAM} PERINTAH --help"
# The launcher alone can test the program: it installs what that needs.
_TESTING: Final = (
    "" if PROGRAM == COMMAND else f"\n\nMenguji program di komputer ini: {PROGRAM} uji"
)


def module_name(command: str) -> str:
    """Name the module of a command: a hyphen is none of Python's letters."""
    return command.replace("-", "_")


class LazyGroup(click.RichGroup):
    """Shows every command at once but imports a command's module only to run it."""

    context_class = IndonesianContext

    def __init__(self, **attributes: Any) -> None:
        stubs = {name: click.Command(name, short_help=text) for name, text in COMMANDS.items()}
        super().__init__(
            commands=stubs,
            options_metavar=OPTIONS,
            subcommand_metavar="PERINTAH …",
            **attributes,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of a working day."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Import the command that is to be run."""
        name, stub, rest = super().resolve_command(ctx, args)
        if name is None or stub is None:
            return name, stub, rest
        module = importlib.import_module(f"kinerja_xlsx.cli.{module_name(name)}")
        command: click.Command = module.command
        return name, command, rest


@click.command(
    cls=LazyGroup,
    context_settings={**CONTEXT, "rich_help_config": dict(HELP)},
    help="Menilai kinerja ASN dari buku kerja Excel: periksa, hitung, dan cetak.",
    epilog=f"{_EPILOG}{_TESTING}",
)
@click.option(
    DEBUG,
    is_flag=True,
    expose_value=False,
    help="Tampilkan rincian teknis bila program gagal.",
)
@click.version_option(
    __version__, "--version", message="kinerja_xlsx %(version)s", help="Tampilkan versi."
)
def group() -> None:
    """Hold the commands."""


def start() -> None:
    """Run what the command line asks for, and end with its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    arguments = sys.argv[1:]
    if os.name == "nt":
        arguments = list(expand_patterns(arguments))
    sys.exit(run_guarded(group, arguments))


def expand_patterns(arguments: Sequence[str]) -> Iterator[str]:
    """Replace patterns such as `*.xlsx` by names, which the Windows console leaves to programs."""
    for argument in arguments:
        # A pattern may be absolute or hold `..`, which Path.glob does not take.
        yield from sorted(glob.glob(argument)) or [argument]  # noqa: PTH207 - see above


def _stop(number: int, frame: FrameType | None) -> None:
    """End on a polite signal of the system as on Ctrl-C."""
    del number, frame
    raise KeyboardInterrupt
