"""Results of a run: what became of rows, files and people, and which outputs were made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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

    DINILAI = "dinilai"
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
class PeopleCounts:
    """Assignments of a file, a unit or a period by what became of them; each counts once.

    Attributes:
        evaluated: Accepted, whether there is a predikat yet or not.
        withheld: Held back.
        not_evaluated: Away for the whole period.
        not_sent: In the roster of the unit, but in none of its files.
    """

    evaluated: int = 0
    withheld: int = 0
    not_evaluated: int = 0
    not_sent: int = 0

    @classmethod
    def of(cls, statuses: Iterable[PenugasanStatus]) -> PeopleCounts:
        """Count statuses; what counts in another file is left out."""
        counts = Counter(statuses)
        return cls(
            evaluated=counts[PenugasanStatus.DINILAI],
            withheld=counts[PenugasanStatus.DITAHAN],
            not_evaluated=counts[PenugasanStatus.TIDAK_DINILAI],
            not_sent=counts[PenugasanStatus.TIDAK_DIKIRIM],
        )

    @property
    def total(self) -> int:
        """All assignments that count."""
        return self.evaluated + self.withheld + self.not_evaluated + self.not_sent


@dataclass(frozen=True, slots=True)
class Output:
    """One file that the run put in place.

    Attributes:
        path: Where it lies, below the workspace, with `/`.
        sha256: Hash of its bytes.
        instead_of: The old output that another program held, and beside which it lies.
    """

    path: str
    sha256: str
    instead_of: str | None = None
