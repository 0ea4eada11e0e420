"""What an import of people comes to: for each row of the export what it means for the roster."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_xlsx.model.issue import Issue
from kinerja_xlsx.model.submission import CellValue


class Nasib(enum.Enum):
    """What becomes of one row of an export; the value is what users read."""

    DITAMBAH = "ditambah"
    BERUBAH = "berubah"
    TETAP = "tetap"
    DILEWATI = "dilewati"
    TIDAK_DIPAHAMI = "tidak dipahami"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One cell of the roster that the export has otherwise.

    Attributes:
        field: Field of the roster row.
        sebelum: What the roster has, as a cell shows it; empty for a blank cell.
        sesudah: What the export has; empty where the cell becomes blank.
    """

    field: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True, slots=True)
class BarisImpor:
    """One row of the export.

    Attributes:
        number: Row number in the export.
        nasib: What becomes of it.
        nip: As read; as found where it is none.
        nama: As the export has it.
        unor: UNOR NAMA as the export has it.
        tmt_jabatan: As the export has it; dates written day first.
        cells: Roster cells by field: all of an added row, the new ones of a changed row.
        changes: The same for a changed row, with what stood there before.
        roster_number: Row of `Pegawai` that it belongs to; None for an added row.
        issues: Why it was not understood, or is skipped.
        alasan: Why it is skipped, where no issue says so.
    """

    number: int
    nasib: Nasib
    nip: str
    nama: str
    unor: str = ""
    tmt_jabatan: str = ""
    cells: Mapping[str, CellValue] | None = None
    changes: tuple[Perubahan, ...] = ()
    roster_number: int | None = None
    issues: tuple[Issue, ...] = ()
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class BarisTertinggal:
    """One row of the roster whose person is not in the export; it stays.

    Attributes:
        number: Row number on `Pegawai`.
        nip: NIP.
        nama: Name.
        unit: Kode Unit.
        jabatan: Jabatan.
    """

    number: int
    nip: str
    nama: str
    unit: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class UnitAsing:
    """One UNOR that is no unit of ours.

    Attributes:
        nama: As the export has it.
        jumlah: People there.
        saran: What may be meant; may be empty.
    """

    nama: str
    jumlah: int
    saran: str


@dataclass(frozen=True, slots=True)
class UsulImpor:
    """A whole import.

    Attributes:
        file: Name of the export.
        sheet: Sheet that was read.
        header_row: Row of its headings.
        used: (heading of ours, heading in the file) of the columns that were read.
        thrown: Headings of the columns that were thrown away.
        rows: One for each row of the export.
        absent: Rows of the roster whose people are not in the export.
        unknown_units: UNOR that are no unit, those with most people first.
        roster_rows: Rows with something on `Pegawai` before the import.
    """

    file: str
    sheet: str
    header_row: int
    used: tuple[tuple[str, str], ...]
    thrown: tuple[str, ...]
    rows: tuple[BarisImpor, ...]
    absent: tuple[BarisTertinggal, ...]
    unknown_units: tuple[UnitAsing, ...]
    roster_rows: int

    def of(self, *nasib: Nasib) -> tuple[BarisImpor, ...]:
        """List the rows that came to this, in file order."""
        return tuple(row for row in self.rows if row.nasib in nasib)

    def counts(self) -> Mapping[Nasib, int]:
        """Count the rows by what became of them; together they are all rows."""
        return {nasib: len(self.of(nasib)) for nasib in Nasib}

    @property
    def is_understood(self) -> bool:
        """Tell whether every row was understood."""
        return not self.of(Nasib.TIDAK_DIPAHAMI)

    def changed_cells(self) -> int:
        """Count the cells that change."""
        return sum(len(row.changes) for row in self.rows)
