"""Results of a run: what became of rows, files and people, and which outputs were made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class RowVerdict(Enum):
    """What became of one row."""

    DITERIMA = "diterima"
    DIBETULKAN = "dibetulkan"
    DITAHAN = "ditahan"
    DIABAIKAN = "diabaikan"


class FileVerdict(Enum):
    """What became of one file."""

    DITERIMA = "diterima"
    SEBAGIAN = "sebagian"
    DITOLAK = "ditolak"
    DILEWATI = "dilewati"


class PenugasanStatus(Enum):
    """What became of one assignment; `TIDAK_DIKIRIM` is one that no file names."""

    DITERIMA = "diterima"
    DITAHAN = "ditahan"
    TIDAK_DINILAI = "tidak dinilai"
    TIDAK_DIKIRIM = "tidak dikirim"
    DIABAIKAN = "diabaikan"


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Rows of one file or of all; seen is always the sum of the other four."""

    accepted: int = 0
    corrected: int = 0
    withheld: int = 0
    ignored: int = 0

    @property
    def seen(self) -> int:
        """All rows below a heading with something in a read column."""
        return self.accepted + self.corrected + self.withheld + self.ignored

    def __add__(self, other: RowCounts) -> RowCounts:
        return RowCounts(
            self.accepted + other.accepted,
            self.corrected + other.corrected,
            self.withheld + other.withheld,
            self.ignored + other.ignored,
        )


@dataclass(frozen=True, slots=True)
class Output:
    """One file that the run put in place: path below the workspace with `/`, and its hash."""

    path: str
    sha256: str
