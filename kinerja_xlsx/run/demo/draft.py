"""One workbook before it is written: what an office fills in, open to faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Keadaan, Sifat
from kinerja_xlsx.run.demo.city import City, CityUnit
from kinerja_xlsx.run.templat import meta_for
from kinerja_xlsx.spec.book import ISIAN, TITLE_ROWS
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, columns_of
from kinerja_xlsx.write.page import InputValue
from kinerja_xlsx.write.template import BookContent, render_book

PEGAWAI: Final = PegawaiRow.sheet
PEJABAT: Final = PejabatRow.sheet
HASIL: Final = HasilKerjaRow.sheet
PENILAIAN: Final = PenilaianRow.sheet
PEOPLE_SHEETS: Final = (PEGAWAI, HASIL, PENILAIAN)
HEADER_ROW: Final = TITLE_ROWS + 1
_MODELS: Final = MappingProxyType({model.sheet: model for model in ISIAN.sheets})
_UNSAID: Final = frozenset({Sifat.DEFINITIF, Keadaan.AKTIF})
"""What offices leave blank in `Pegawai`, since blank means it."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person of an office: the n-th holder, from 0, of a post."""

    jabatan: str
    number: int = 0


@dataclass(slots=True)
class DraftRow:
    """One row: whose it was at first, and its values by field."""

    owner: str
    values: dict[str, InputValue]


@dataclass(slots=True)
class Draft:
    """One workbook.

    Attributes:
        city: The city it belongs to.
        unit: The office that fills it in.
        form: Values of the form sheet, by field.
        rows: Rows by sheet name.
        meta: Keys and values of `_meta`.
    """

    city: City
    unit: CityUnit
    form: dict[str, InputValue]
    rows: dict[str, list[DraftRow]]
    meta: dict[str, str] = field(default_factory=dict)

    def of(self, sheet: str, who: Who) -> list[DraftRow]:
        """Find the rows of a person on one sheet."""
        owner = find_nip(self.unit, who)
        return [row for row in self.rows[sheet] if row.owner == owner]

    def row(self, sheet: str, who: Who, number: int = 0) -> DraftRow:
        """Find one of the rows of a person."""
        return self.of(sheet, who)[number]

    def row_number(self, sheet: str, row: DraftRow) -> int:
        """Tell in which row of the sheet it will stand."""
        position = next(index for index, one in enumerate(self.rows[sheet]) if one is row)
        return HEADER_ROW + 1 + position

    def render(self) -> bytes:
        """Write the workbook."""
        instansi = self.city.instansi
        content = BookContent(
            created=self.city.period.last,
            title_lines=(self.unit.unit.nama, f"Periode {self.city.period.label}"),
            form=self.form,
            rows={sheet: tuple(row.values for row in self.rows[sheet]) for sheet in self.rows},
            meta=self.meta,
            kertas=instansi.kertas,
        )
        return render_book(ISIAN, content)


def find_nip(unit: CityUnit, who: Who) -> str:
    """Find a person of an office."""
    return [row.nip for row in unit.pegawai if row.jabatan == who.jabatan][who.number]


def column_number(sheet: str, name: str) -> int:
    """Tell the column number of a field in our own template, where A is `Cek`."""
    fields = [spec.field for spec in columns_of(_MODELS[sheet])]
    return 2 + fields.index(name)


def column_count(sheet: str) -> int:
    """Count the columns of a sheet, `Cek` among them."""
    return 1 + len(columns_of(_MODELS[sheet]))


def make_draft(
    city: City, kode: str, wanted: Callable[[PegawaiRow], bool] = lambda _: True
) -> Draft:
    """Fill in the workbook of an office, or of some of its people, without any fault.

    Args:
        city: The city.
        kode: Kode Unit.
        wanted: Tells which rows of `Pegawai` go in.
    """
    unit = city.units[kode]
    pegawai = [row for row in unit.pegawai if wanted(row)]
    people = {row.nip for row in pegawai}
    return Draft(
        city=city,
        unit=unit,
        form=cells_of(unit.identitas),
        rows={
            PEGAWAI: [DraftRow(row.nip, dict(_pegawai_cells(row))) for row in pegawai],
            PEJABAT: [DraftRow("", cells_of(row)) for row in unit.pejabat],
            HASIL: [
                DraftRow(row.nip, cells_of(row)) for row in unit.hasil_kerja if row.nip in people
            ],
            PENILAIAN: [
                DraftRow(row.nip, cells_of(row)) for row in unit.penilaian if row.nip in people
            ],
        },
        meta=dict(meta_for(city.period, unit=kode)),
    )


def cells_of(row: SheetModel) -> dict[str, InputValue]:
    """Turn a strict row into cells: what people see."""
    return dict(_cells(row))


def _cells(row: SheetModel) -> Iterator[tuple[str, InputValue]]:
    for spec in columns_of(type(row)):
        yield spec.field, _shown(getattr(row, spec.field))


def _shown(value: Enum | tuple[Enum, ...] | InputValue) -> InputValue:
    """Show a value as people type it; several choices stand in one cell, or leave it blank."""
    if isinstance(value, tuple):
        return ", ".join(str(one.value) for one in value) or None
    return value.value if isinstance(value, Enum) else value


def _pegawai_cells(row: PegawaiRow) -> Mapping[str, InputValue]:
    unsaid = {name for name in ("sifat", "keadaan") if getattr(row, name) in _UNSAID}
    return {name: None if name in unsaid else value for name, value in _cells(row)}
