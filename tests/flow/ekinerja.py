"""Hands for tests of comparisons: an export in step with the office, and the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja_xlsx.run.banding import BandingOutcome, compare_export
from kinerja_xlsx.run.options import RunOptions
from tests.drawn import CellInput
from tests.ekinerja_drawn import TRIWULAN, export, skp
from tests.flow.alur import (
    DI_ATAS,
    DI_BAWAH,
    KEPALA,
    PENGELOLA,
    PERAWAT,
    SESUAI,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinerja_xlsx.run.workspace import Workspace

ONE = RunOptions(workers=1)
Rows = list[dict[str, CellInput]]


def everyone() -> Rows:
    """Draw an export in step with the Isian of the office."""
    return [
        skp(KEPALA, nama="CONTOH KEPALA", skp_jabatan="KEPALA PUSKESMAS", hasil_kerja=DI_ATAS,
            perilaku_kerja=DI_ATAS, hasil_akhir="Sangat Baik"),
        skp(PERAWAT, hasil_kerja=SESUAI, perilaku_kerja=DI_BAWAH, hasil_akhir="Kurang"),
        skp(PENGELOLA, nama="CONTOH PENGELOLA", skp_jabatan="PENGELOLA KEUANGAN",
            hasil_kerja=DI_BAWAH, perilaku_kerja=SESUAI, hasil_akhir="Cukup"),
    ]  # fmt: skip


def draw(office: Workspace, rows: Rows, titles: Sequence[str] = TRIWULAN) -> Path:
    return export(office.root.parent / "unduhan" / "laporan.xlsx", rows, titles=titles)


def run(office: Workspace, rows: Rows) -> BandingOutcome:
    return compare_export(office, draw(office, rows), ONE)
