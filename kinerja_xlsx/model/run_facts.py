"""What belongs to one run and to nothing else: when, how long, by which program and rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What belongs to this one run; stands in the manifest and the ledger alone.

    Attributes:
        program: Version of the program.
        started: When the run began, with its zone.
        seconds: How long it took.
        workers: How many workers it had.
        host: Name of the machine.
        policies: Names of the regulations that were applied, by period code.
        settings_sha256: Hash of `Pengaturan.xlsx`; None without one.
    """

    program: str
    started: datetime
    seconds: float
    workers: int
    host: str
    policies: tuple[tuple[str, str], ...]
    settings_sha256: str | None
