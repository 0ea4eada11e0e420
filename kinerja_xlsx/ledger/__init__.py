"""The ledger: an index of past runs in one SQLite file; the only package that knows SQL.

record_run     append what a run came to, in one transaction
set_aside      move a damaged ledger out of the way
Reader         what past runs came to, for `riwayat`

It is derived and append-only: nothing that a run makes is ever read from it, so that deleting it
costs the memory of past runs and nothing else.
"""

from __future__ import annotations

from kinerja_xlsx.ledger.baca import Reader, open_reader
from kinerja_xlsx.ledger.berkas import (
    DamagedLedgerError,
    LedgerUnavailableError,
    NewerLedgerError,
    set_aside,
)
from kinerja_xlsx.ledger.catat import record_run

__all__ = [
    "DamagedLedgerError",
    "LedgerUnavailableError",
    "NewerLedgerError",
    "Reader",
    "open_reader",
    "record_run",
    "set_aside",
]
