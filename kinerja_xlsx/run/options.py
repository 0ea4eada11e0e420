"""What a run is asked to do, and how it tells how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kinerja_xlsx.model.buku import BukuTambahan
from kinerja_xlsx.model.pdf import PdfPer
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.batas import Batas


class Progress(Protocol):
    """Told how far a run is; shows it or not."""

    def start(self, label: str, total: int) -> None:
        """Begin a phase of so many steps."""
        ...

    def advance(self) -> None:
        """Count one step."""
        ...


class Silent:
    """Shows nothing."""

    def start(self, label: str, total: int) -> None:
        """Begin a phase in silence."""

    def advance(self) -> None:
        """Count a step in silence."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a run is asked to do.

    Attributes:
        period: Only this period; None for every period present that is open.
        workers: Worker processes; None for one each core, 0 for none (all in this process).
        writes: Whether outputs are put in place; False for `periksa`.
        wants_trail: Whether the steps of every score come back.
        files: Only these files; empty for all of `input/`.
        buku: Which workbooks of forms are made beside that of each unit.
        pdf: What one PDF of the results holds; None for no PDF.
        archives: Whether answered files move to `input/arsip/` at the end.
        force: Take the workspace although another computer seems to hold it.
        batas: What a worker may use.
        progress: Told how far the run is.
    """

    period: Period | None = None
    workers: int | None = None
    writes: bool = True
    wants_trail: bool = False
    files: tuple[Path, ...] = ()
    buku: BukuTambahan = field(default_factory=BukuTambahan)
    pdf: PdfPer | None = None
    archives: bool = False
    force: bool = False
    batas: Batas = field(default_factory=Batas)
    progress: Progress = field(default_factory=Silent)
