"""Names that every command shares, and help with Indonesian titles and labels."""

from __future__ import annotations

from gettext import gettext
from types import MappingProxyType
from typing import Any, Final

import rich_click as click

from kinerja_xlsx import program_name

PROGRAM: Final = program_name()
DEBUG: Final = "--debug"
JSON: Final = "--json"
OPTIONS: Final = "[PILIHAN]"
CONTEXT: Final = MappingProxyType({"help_option_names": ["--help", "-h"]})
HELP: Final = MappingProxyType(
    {
        "arguments_panel_title": "Isian",
        "commands_panel_title": "Perintah",
        "options_panel_title": "Pilihan",
        "errors_panel_title": "Belum dapat dijalankan",
        "options_table_column_types": ["opt_all_metavar", "help"],
        "options_table_help_sections": ["help", "required"],
        "append_metavars_help_string": "{}",
        "required_long_string": "(wajib)",
        "commands_before_options": True,
    }
)


class IndonesianFormatter(click.RichHelpFormatter):
    """Writes the usage line with a word that rich-click leaves no setting for."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is used."""
        super().write_usage(prog, args, prefix or gettext("Usage:"))


class IndonesianContext(click.RichContext):
    """Uses the formatter above."""

    formatter_class = IndonesianFormatter


class IndonesianCommand(click.RichCommand):
    """A command whose help is Indonesian."""

    context_class = IndonesianContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("context_settings", CONTEXT)
        super().__init__(*args, options_metavar=OPTIONS, **kwargs)
