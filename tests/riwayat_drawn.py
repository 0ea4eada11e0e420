"""Hand-made runs for the ledger, and a look into it without the program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja_xlsx.model.law import Predikat
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import PeriodResult, RunResult
from tests.drawn_run import PERIOD, pegawai

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinerja_xlsx.model.rekap import BarisPegawai

FACTS = RunFacts(
    program="0.1.0",
    started=datetime(2026, 4, 1, 8, 0, tzinfo=UTC),
    seconds=1.5,
    workers=1,
    host="pc",
    policies=((PERIOD, "PermenPANRB 6/2022"),),
    settings_sha256=None,
)
SCORES = "SELECT nomor, unit, nip, ke, status, capaian, predikat FROM scores ORDER BY id"


def orang(number: int, unit: str = "DINKES", **changes: Any) -> BarisPegawai:
    """Draw an accepted assignment of one of many people."""
    line = pegawai(PenugasanStatus.DINILAI, predikat=Predikat.BAIK)
    nip = f"19850717201001{number:04d}"
    fields = {"unit": unit, "nip": nip, "capaian": Decimal(100 + number), **changes}
    return replace(line, **fields)


def run_of(people: Sequence[BarisPegawai], **fields: Any) -> RunResult:
    """Draw a run of one period with these people."""
    period = PeriodResult(PERIOD, employees=tuple(people), **fields)
    return RunResult("20260401-080000-1", (period,), (), ())


def look(ledger: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask the ledger with the standard library alone."""
    with closing(sqlite3.connect(ledger)) as connection:
        return connection.execute(query).fetchall()
