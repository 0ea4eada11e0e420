"""Making templates: one prefilled workbook for each unit and period, or a blank one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.law import Keadaan, Kertas, Sifat, YaTidak
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.pengaturan import load_settings
from kinerja_xlsx.run.roster import roster_of
from kinerja_xlsx.run.workspace import Workspace, folder_names
from kinerja_xlsx.spec.book import ISIAN
from kinerja_xlsx.spec.pengaturan import RosterRow, UnitRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.write.template import BookContent, render_book

_ROSTER_FIELDS: Final = (
    "nip", "nama", "status_asn", "golongan", "jabatan", "jenis_jabatan", "jenjang",
    "unit_kerja", "penilai", "atasan_penilai",
)  # fmt: skip


class UnknownUnitError(Exception):
    """A unit that was asked for but is not in `Pengaturan`."""


class ClosedPeriodError(Exception):
    """A period that was asked for but is not open in `Pengaturan`."""


@dataclass(frozen=True, slots=True)
class MadeTemplate:
    """One template that was put in place: unit (None for the blank one), people, and path."""

    unit: str | None
    people: int
    path: str


def make_templates(
    workspace: Workspace, period: Period, units: Sequence[str] = ()
) -> tuple[MadeTemplate, ...]:
    """Write one prefilled Isian for each unit, or a blank one without `Pengaturan.xlsx`.

    Args:
        workspace: Where to read the settings and write the templates.
        period: The period they are for.
        units: Codes of the units wanted; empty for all.

    Raises:
        SettingsError: The settings workbook is refused.
        UnknownUnitError: A unit is not in the settings.
        ClosedPeriodError: The period is not in the settings, or closed.
        WorkspaceError: A run holds the workspace.
        OSError: A template cannot be written; the old one stays.
    """
    with hold_lock(workspace):
        with SerialExecutor() as executor:
            outcome = load_settings(workspace, executor)
        if outcome is None or outcome.settings is None:
            return (_make_blank(workspace, period),)
        require_open(outcome.settings, period)
        names = folder_names(outcome.settings.units)
        return tuple(
            _make_filled(workspace, outcome.settings, unit, period=period, name=names[unit.kode])
            for unit in _wanted(outcome.settings, units)
        )


def _make_blank(workspace: Workspace, period: Period) -> MadeTemplate:
    path = _folder(workspace, period) / f"Isian_{period.code}.xlsx"
    made = put_workbook(workspace, path, render_book(ISIAN, _blank(period)))
    return MadeTemplate(None, 0, made.path)


def _make_filled(
    workspace: Workspace, settings: Settings, unit: UnitRow, *, period: Period, name: str
) -> MadeTemplate:
    path = _folder(workspace, period) / f"Isian_{name}_{period.code}.xlsx"
    data = render_book(ISIAN, isian_content(settings, unit, period))
    made = put_workbook(workspace, path, data)
    return MadeTemplate(unit.kode, len(roster_of(settings, unit.kode, period)), made.path)


def _folder(workspace: Workspace, period: Period) -> Path:
    return workspace.period_folder(period.code) / "templat"


def require_open(settings: Settings, period: Period) -> None:
    """Let a period pass that stands open in the settings.

    Raises:
        ClosedPeriodError: It is not there, or closed.
    """
    row = settings.periods.get(period.code)
    if row is None or row.tertutup is YaTidak.YA:
        raise ClosedPeriodError(period.code)


def _wanted(settings: Settings, units: Sequence[str]) -> tuple[UnitRow, ...]:
    for code in units:
        if code not in settings.units:
            raise UnknownUnitError(code)
    return tuple(unit for code, unit in settings.units.items() if not units or code in units)


def isian_content(settings: Settings, unit: UnitRow, period: Period) -> BookContent:
    """Fill a unit's Isian with what the settings know; everything else stays open."""
    roster = roster_of(settings, unit.kode, period)
    several = {nip for nip, count in Counter(row.nip for row in roster).items() if count > 1}
    form: dict[str, CellValue] = {
        "kode_unit": unit.kode,
        "nama_unit": unit.nama,
        "periode": period.code,
        "pendekatan": "Kuantitatif",
        "nama_pimpinan": unit.nama_pimpinan,
        "jabatan_pimpinan": unit.jabatan_pimpinan,
        "nip_pimpinan": unit.nip_pimpinan,
        "tempat": settings.instansi.tempat,
    }
    return BookContent(
        created=period.last,
        title_lines=(unit.nama, f"Periode {period.label}"),
        form=form,
        rows={
            "Pegawai": tuple(_pegawai_cells(row, period) for row in roster),
            "Penilaian": tuple(_penilaian_cells(row, period, several) for row in roster),
        },
        meta=meta_for(period, unit=unit.kode, roster=roster),
        kertas=settings.instansi.kertas,
    )


def _pegawai_cells(row: RosterRow, period: Period) -> Mapping[str, CellValue]:
    cells: dict[str, CellValue] = {field: _shown(row, field) for field in _ROSTER_FIELDS}
    cells["sifat"] = row.sifat.value if row.sifat is not Sifat.DEFINITIF else None
    cells["keadaan"] = row.keadaan.value if row.keadaan is not Keadaan.AKTIF else None
    cells["mulai"] = _inside(row.mulai, period.first, later=True)
    cells["selesai"] = _inside(row.selesai, period.last, later=False)
    return cells


def _penilaian_cells(row: RosterRow, period: Period, several: set[str]) -> Mapping[str, CellValue]:
    cells: dict[str, CellValue] = {"nip": row.nip, "nama": row.nama}
    if row.nip in several:
        cells["sifat"] = row.sifat.value
        cells["mulai"] = _inside(row.mulai, period.first, later=True)
    return cells


def _shown(row: RosterRow, field: str) -> CellValue:
    value: str | Enum | None = getattr(row, field)
    return str(value.value) if isinstance(value, Enum) else value


def _inside(day: date | None, edge: date, *, later: bool) -> date | None:
    """Keep a day only where it cuts the period; the period's own ends stay blank."""
    if day is None:
        return None
    return day if (day > edge if later else day < edge) else None


def _blank(period: Period) -> BookContent:
    return BookContent(
        created=period.last,
        title_lines=("", f"Periode {period.label}"),
        form={"periode": period.code, "pendekatan": "Kuantitatif"},
        rows={},
        meta=meta_for(period, unit="", roster=()),
        kertas=Kertas.F4,
    )


def meta_for(period: Period, *, unit: str, roster: Sequence[RosterRow]) -> Mapping[str, str]:
    """Write the hidden identity of a first submission."""
    text = "\n".join(row.model_dump_json() for row in roster)
    return {
        "templat": ISIAN.template,
        "versi": ISIAN.version,
        "kode_unit": unit,
        "periode": period.code if unit else "",
        "terbit": period.first.isoformat(),
        "sidik_roster": hashlib.sha256(text.encode()).hexdigest() if roster else "",
        "sidik_rencana": "",
        "putaran": "0",
        "leluhur": "",
    }
