"""Which workbooks a run makes of a unit's forms beside the workbook of the unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Urutan(Enum):
    """In which order the forms of the print-ready workbook lie."""

    NAMA = "nama"
    PENILAI = "penilai"


@dataclass(frozen=True, slots=True)
class BukuTambahan:
    """What is asked for beside the workbook of the unit.

    Attributes:
        per_pegawai: One workbook for each person, with that person's forms alone.
        siap_cetak: The order of a workbook of forms alone, to be printed; None for no such book.
    """

    per_pegawai: bool = False
    siap_cetak: Urutan | None = None
