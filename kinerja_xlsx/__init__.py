"""Spreadsheet-driven evaluation of civil-servant performance; its version and its name."""

import os
from typing import Final

__version__ = "0.1.0"

COMMAND: Final = "kinerja-xlsx"


def program_name() -> str:
    """Name the program as the user started it: the launcher hands over its own name."""
    return os.environ.get("KINERJA_SEBUTAN") or COMMAND
