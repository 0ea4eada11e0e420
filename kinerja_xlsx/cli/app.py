"""The command group: names and one-line helps here, each command's module only when it is used."""

from __future__ import annotations

import importlib
import sys
from typing import Final

import rich_click as click

from kinerja_xlsx import __version__
from kinerja_xlsx.cli.keluar import run_guarded
from kinerja_xlsx.cli.opsi import CONTEXT

COMMANDS: Final = {
    "demo": "Buat kota contoh di folder contoh/ lalu proses.",
    "mulai": "Buat ruang kerja baru.",
    "templat": "Buat templat isian bagi tiap unit.",
    "periksa": "Periksa berkas isian tanpa menulis apa pun.",
    "proses": "Proses semua berkas di input/ dan tulis hasilnya.",
}


class LazyGroup(click.RichGroup):
    """Shows every command at once but imports a command's module only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of a working day."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Describe a command without importing it."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        return click.Command(cmd_name, short_help=COMMANDS[cmd_name], help=COMMANDS[cmd_name])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Import the command that is to be run."""
        name, stub, rest = super().resolve_command(ctx, args)
        if name is None or stub is None:
            return name, stub, rest
        module = importlib.import_module(f"kinerja_xlsx.cli.{name}")
        command: click.Command = module.command
        return name, command, rest


@click.command(
    cls=LazyGroup,
    context_settings=CONTEXT,
    help="Menilai kinerja ASN dari buku kerja Excel: periksa, hitung, dan cetak.",
    epilog="Bantuan tiap perintah: kinerja-xlsx PERINTAH --help",
)
@click.version_option(__version__, message="kinerja_xlsx %(version)s", help="Tampilkan versi.")
def group() -> None:
    """Hold the commands."""


def main() -> None:
    """Run the command line and end with its exit code."""
    sys.exit(run_guarded(group, sys.argv[1:]))
