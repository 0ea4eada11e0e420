"""What the status of a row knows of its person on other sheets: evaluated at all, and filled in.

Each question is an Excel condition and its twin in Python, as in `cek`. A NIP with two posts is
told apart by no row alone, so there a status trusts its own row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.issue import column_letters
from kinerja_xlsx.model.law import TIDAK_DINILAI
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetRow, columns_of
from kinerja_xlsx.write.page import is_blank
from kinerja_xlsx.write.template.aturan import Cells, folded

NOT_EVALUATED: Final = "TIDAK DINILAI"
UNFILLED: Final = "BELUM DIISI"
_DAYS: Final = ("mulai", "selesai")


@dataclass(frozen=True, slots=True)
class Table:
    """Where the rows of one sheet stand, and which arrive filled in."""

    model: type[SheetRow]
    first_row: int
    last_row: int
    rows: Sequence[Cells]

    def statuses(self) -> str:
        """Name its column `Cek`."""
        return self._range(1)

    def column(self, name: str) -> str:
        """Name the cells of a field."""
        fields = [spec.field for spec in columns_of(self.model)]
        return self._range(fields.index(name) + 2)

    def _range(self, column: int) -> str:
        letters = column_letters(column)
        first, last = f"${letters}${self.first_row}", f"${letters}${self.last_row}"
        return f"'{self.model.sheet}'!{first}:{last}"


@dataclass(frozen=True, slots=True)
class Lintas:
    """The sheets of one workbook, and what their prefilled rows say of people by NIP.

    Attributes:
        tables: Row class to table; empty where no status looks at another sheet.
        set_aside: NIP of people whose row in `Pegawai` takes them out of the evaluation.
        filled: NIP of people with an entry in `Hasil Kerja`.
        settled: NIP of people whose row in `Penilaian` says anything but that nothing is there.
    """

    tables: Mapping[type[SheetRow], Table] = field(default_factory=lambda: MappingProxyType({}))
    set_aside: frozenset[object] = frozenset()
    filled: frozenset[object] = frozenset()
    settled: frozenset[object] = frozenset()

    def knows_state(self, model: type[SheetRow]) -> bool:
        """Tell whether rows of a sheet follow the state of their person in `Pegawai`."""
        fields = {spec.field for spec in columns_of(model)}
        return PegawaiRow in self.tables and model is not PegawaiRow and "nip" in fields

    def knows_entries(self, model: type[SheetRow]) -> bool:
        """Tell whether rows of a sheet know what is filled in elsewhere for their person."""
        pair = (HasilKerjaRow, PenilaianRow)
        return model in pair and all(one in self.tables for one in pair)

    # -- a person who is not evaluated -----------------------------------------------------------

    def state_expression(self, nip: str) -> str:
        """Write the condition that `Pegawai` takes the person of a row out."""
        table = self.tables[PegawaiRow]
        found = f"INDEX({table.statuses()},MATCH({nip},{table.column('nip')},0))"
        return f'IFERROR({found}="{NOT_EVALUATED}",FALSE)'

    def is_set_aside(self, cells: Cells) -> bool:
        """Tell whether `Pegawai` takes the person of a row out."""
        return folded(cells.get("nip")) in self.set_aside

    def own_state_expression(self, cell: Mapping[str, str]) -> str:
        """Write the condition that a sound row of `Pegawai` takes its person out.

        Args:
            cell: Field to the name of its cell.
        """
        states = ",".join(sorted(f'{cell["keadaan"]}="{state.value}"' for state in TIDAK_DINILAI))
        blank = ",".join(f'{cell[name]}=""' for name in _DAYS)
        posts = f"SUMPRODUCT(--({self.tables[PegawaiRow].column('nip')}={cell['nip']}))"
        return f"IF(AND(OR({states}),{blank}),IFERROR({posts}=1,FALSE),FALSE)"

    def sets_aside(self, cells: Cells) -> bool:
        """Tell whether a sound row of `Pegawai` takes its person out."""
        states = {folded(state.value) for state in TIDAK_DINILAI}
        if folded(cells.get("keadaan")) not in states or not all(
            is_blank(cells.get(name)) for name in _DAYS
        ):
            return False
        nip = folded(cells.get("nip"))
        return [folded(row.get("nip")) for row in self.tables[PegawaiRow].rows].count(nip) == 1

    # -- a row without entries whose person has some elsewhere -----------------------------------

    def unfilled_expression(self, model: type[SheetRow], nip: str) -> str:
        """Write the condition that a row without entries is all that its person has."""
        table = self.tables[HasilKerjaRow if model is PenilaianRow else PenilaianRow]
        if model is HasilKerjaRow:
            found = f"INDEX({table.statuses()},MATCH({nip},{table.column('nip')},0))"
            return f'IFERROR({found},"{UNFILLED}")="{UNFILLED}"'
        filled = "+".join(f'({table.column(name)}<>"")' for name in entries_of(table.model))
        count = f"SUMPRODUCT(({table.column('nip')}={nip})*({filled}))"
        return f"IFERROR({count}=0,FALSE)"

    def is_unfilled(self, model: type[SheetRow], cells: Cells) -> bool:
        """Tell whether a row without entries is all that its person has."""
        elsewhere = self.settled if model is HasilKerjaRow else self.filled
        return folded(cells.get("nip")) not in elsewhere


NOWHERE: Final = Lintas()


def entries_of(model: type[SheetRow]) -> tuple[str, ...]:
    """List the fields that the unit fills in."""
    return tuple(spec.field for spec in columns_of(model) if spec.column.is_entry)


def has_entry(model: type[SheetRow], cells: Cells) -> bool:
    """Tell whether the unit has filled in anything in a row."""
    return not all(is_blank(cells.get(name)) for name in entries_of(model))
