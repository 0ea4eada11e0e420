"""One workbook before it is written: what an office fills in, open to faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Keadaan, Sifat
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.run.demo.city import City, CityUnit
from kinerja_xlsx.run.demo.plan import attached_rows, expected_rows, plan_rows, year_of
from kinerja_xlsx.run.templat import meta_for
from kinerja_xlsx.run.templat_skp import DEFAULT_CYCLE, meta_for_skp
from kinerja_xlsx.spec.book import ISIAN, SKP_BOOKS, TITLE_ROWS, BookSpec
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kegiatan import KegiatanRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.kepuasan import KepuasanRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, columns_of
from kinerja_xlsx.spec.skp import EkspektasiRow, LampiranRow, RencanaRow
from kinerja_xlsx.write.page import InputValue
from kinerja_xlsx.write.template import BookContent, render_book

PEGAWAI: Final = PegawaiRow.sheet
PEJABAT: Final = PejabatRow.sheet
HASIL: Final = HasilKerjaRow.sheet
PENILAIAN: Final = PenilaianRow.sheet
KEHADIRAN: Final = KehadiranRow.sheet
KEGIATAN: Final = KegiatanRow.sheet
KEPUASAN: Final = KepuasanRow.sheet
PEOPLE_SHEETS: Final = (PEGAWAI, HASIL, PENILAIAN, KEHADIRAN, KEGIATAN)
HEADER_ROW: Final = TITLE_ROWS + 1
_MODELS: Final = MappingProxyType({model.sheet: model for model in ISIAN.sheets})
_UNSAID: Final = frozenset({Sifat.DEFINITIF, Keadaan.AKTIF})
"""What offices leave blank in `Pegawai`, since blank means it."""


_PersonRow = (
    HasilKerjaRow
    | PenilaianRow
    | KehadiranRow
    | KegiatanRow
    | RencanaRow
    | EkspektasiRow
    | LampiranRow
)


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
        period: The period that it is for.
        book: Which workbook it is.
    """

    city: City
    unit: CityUnit
    form: dict[str, InputValue]
    rows: dict[str, list[DraftRow]]
    meta: dict[str, str]
    period: Period
    book: BookSpec

    def of(self, sheet: str, who: Who) -> list[DraftRow]:
        """Find the rows of a person on one sheet."""
        owner = find_nip(self.unit, who)
        return [row for row in self.rows.get(sheet, ()) if row.owner == owner]

    def row(self, sheet: str, who: Who, number: int = 0) -> DraftRow:
        """Find one of the rows of a person."""
        return self.of(sheet, who)[number]

    def row_number(self, sheet: str, row: DraftRow) -> int:
        """Tell in which row of the sheet it will stand."""
        position = next(index for index, one in enumerate(self.rows[sheet]) if one is row)
        return HEADER_ROW + 1 + position

    def render(self) -> bytes:
        """Write the workbook."""
        is_year = self.period.kind is PeriodKind.TAHUN
        when = self.period.label if is_year else f"Periode {self.period.label}"
        content = BookContent(
            created=self.period.last,
            title_lines=(self.unit.unit.nama, when),
            form=self.form,
            rows={sheet: tuple(row.values for row in self.rows[sheet]) for sheet in self.rows},
            meta=self.meta,
            kertas=self.city.instansi.kertas,
        )
        return render_book(self.book, content)


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
    return fill_draft(city, city.units[kode], wanted)


def fill_draft(
    city: City, unit: CityUnit, wanted: Callable[[PegawaiRow], bool] = lambda _: True
) -> Draft:
    """Fill in what an office sends for a period; optional sheets go in where they have rows."""
    pegawai = [row for row in unit.pegawai if wanted(row)]
    people = frozenset(row.nip for row in pegawai)
    period = Period.parse(unit.identitas.periode)
    rows = {
        PEGAWAI: [DraftRow(row.nip, dict(_pegawai_cells(row))) for row in pegawai],
        PEJABAT: [DraftRow("", cells_of(row)) for row in unit.pejabat],
        HASIL: _owned(unit.hasil_kerja, people),
        PENILAIAN: _owned(unit.penilaian, people),
        KEHADIRAN: _owned(unit.kehadiran, people),
        KEGIATAN: _owned(unit.kegiatan, people),
        KEPUASAN: [DraftRow("", cells_of(row)) for row in unit.kepuasan],
    }
    unused = {model.sheet for model in ISIAN.optional if not rows[model.sheet]}
    sent = {sheet: found for sheet, found in rows.items() if sheet not in unused}
    return Draft(
        city=city,
        unit=unit,
        form=cells_of(unit.identitas),
        rows=sent,
        meta=dict(meta_for(period, unit=unit.kode)),
        period=period,
        book=ISIAN.including(sent),
    )


def make_plan_draft(city: City, kode: str) -> Draft:
    """Fill in the SKP of an office for the year of the period, without any fault."""
    unit, year = city.units[kode], year_of(city.period)
    siklus = unit.unit.siklus or DEFAULT_CYCLE
    people = frozenset(row.nip for row in unit.pegawai)
    return Draft(
        city=city,
        unit=unit,
        form={**cells_of(unit.identitas), "periode": year.code, "tanggal_pengesahan": year.first},
        rows={
            PEGAWAI: [DraftRow(row.nip, dict(_pegawai_cells(row))) for row in unit.pegawai],
            PEJABAT: [DraftRow("", cells_of(row)) for row in unit.pejabat],
            HASIL: _owned(tuple(plan_rows(unit)), people),
            EkspektasiRow.sheet: _owned(tuple(expected_rows(unit)), people),
            LampiranRow.sheet: _owned(tuple(attached_rows(unit)), people),
        },
        meta=dict(meta_for_skp(year, unit=kode, pegawai=(), siklus=siklus)),
        period=year,
        book=SKP_BOOKS[siklus],
    )


def _owned(rows: Sequence[_PersonRow], people: frozenset[str]) -> list[DraftRow]:
    """Write the rows of these people."""
    return [DraftRow(row.nip, cells_of(row)) for row in rows if row.nip in people]


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
    if isinstance(value, time):
        return f"{value:%H.%M}"
    return value.value if isinstance(value, Enum) else value


def _pegawai_cells(row: PegawaiRow) -> Mapping[str, InputValue]:
    unsaid = {name for name in ("sifat", "keadaan") if getattr(row, name) in _UNSAID}
    return {name: None if name in unsaid else value for name, value in _cells(row)}
