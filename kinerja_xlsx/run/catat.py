"""The last step of a run: its line in the ledger, which may fail without harm to anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from kinerja_xlsx.ledger import (
    DamagedLedgerError,
    LedgerUnavailableError,
    NewerLedgerError,
    record_run,
    set_aside,
)
from kinerja_xlsx.model.run_facts import RunFacts
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.workspace import Workspace

LEDGER: Final = "buku.sqlite"
_RENEWED: Final = (
    "Catatan riwayat tidak dapat dibaca, jadi disisihkan sebagai .kinerja/{name} dan dimulai lagi "
    "dari proses ini. Hasil di output tidak terpengaruh."
)
_NEWER: Final = (
    "Proses ini tidak dicatat di riwayat, karena catatannya dibuat oleh program versi yang lebih "
    "baru. Hasil di output tetap lengkap; pakailah versi terbaru."
)
_UNAVAILABLE: Final = (
    "Proses ini belum dapat dicatat di riwayat: .kinerja/buku.sqlite sedang dipakai atau tidak "
    "dapat ditulis. Hasil di output tetap lengkap, dan proses berikutnya mencatatnya kembali."
)


def ledger_of(workspace: Workspace) -> Path:
    """Give the place of the ledger."""
    return workspace.state / LEDGER


def note_run(workspace: Workspace, result: RunResult, facts: RunFacts) -> RunResult:
    """Record a run whose outputs are all in place; what prevents it is told and stops nothing."""
    notice = _record(ledger_of(workspace), result, facts)
    return result if notice is None else replace(result, notices=(*result.notices, notice))


def _record(path: Path, result: RunResult, facts: RunFacts) -> str | None:
    try:
        record_run(path, result, facts)
    except DamagedLedgerError:
        return _record_anew(path, result, facts)
    except NewerLedgerError:
        return _NEWER
    except LedgerUnavailableError:
        return _UNAVAILABLE
    return None


def _record_anew(path: Path, result: RunResult, facts: RunFacts) -> str:
    try:
        aside = set_aside(path)
        record_run(path, result, facts)
    except (DamagedLedgerError, LedgerUnavailableError):
        return _UNAVAILABLE
    return _RENEWED.format(name=aside.name)
