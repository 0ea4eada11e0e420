"""Making templates: one prefilled workbook for each unit and period, or a blank one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kinerja_xlsx.model.law import Keadaan, Kertas, Sifat
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.report.terbitan import Terbitan
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.muat_rencana import load_plans
from kinerja_xlsx.run.pengaturan import load_settings
from kinerja_xlsx.run.permintaan import require_open, require_rules, wanted_units
from kinerja_xlsx.run.rencana import cell_of, planned_cells
from kinerja_xlsx.run.roster import roster_of
from kinerja_xlsx.run.terbitan import record_issued
from kinerja_xlsx.run.workspace import Workspace, folder_names
from kinerja_xlsx.spec.book import ISIAN, BookSpec
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import RosterRow, UnitRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import SheetRow
from kinerja_xlsx.spec.terbitan import (
    RENCANA_FIELDS,
    RENCANA_KEY,
    RENCANA_ROW_KEY,
    ROSTER_FIELDS,
    ROSTER_KEY,
    ROSTER_ROW_KEY,
    digest_of,
    make_stamp,
    split_stamp,
)
from kinerja_xlsx.validate import UnitPlan
from kinerja_xlsx.write.template import BookContent, render_book

_ROSTER_FIELDS: Final = (
    "nip", "nama", "status_asn", "golongan", "jabatan", "jenis_jabatan", "jenjang",
    "unit_kerja", "penilai", "atasan_penilai",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MadeTemplate:
    """One template that was put in place.

    Attributes:
        unit: Kode Unit; None for the blank one.
        people: Assignments in it.
        path: Path below the workspace.
        planned: How many of them arrive with what their plan says.
        sha256: Hash of its bytes.
        sidik: Hash of what it arrives with; empty for the blank one.
    """

    unit: str | None
    people: int
    path: str
    planned: int = 0
    sha256: str = ""
    sidik: str = ""

    @property
    def terbitan(self) -> Terbitan:
        """It as a line of the list of issued templates."""
        sidik = (self.sidik,) if self.sidik else ()
        return Terbitan(self.unit or "", self.path, self.sha256, self.people, sidik)


@dataclass(frozen=True, slots=True)
class IsianRequest:
    """What the Isian of one unit is filled from."""

    settings: Settings
    unit: UnitRow
    period: Period
    plan: UnitPlan


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
        UnknownPeriodError: The period is not in the settings.
        NoRulesError: No regulation is in force in that period.
        ClosedPeriodError: The period is closed.
        WorkspaceError: A run holds the workspace.
        OSError: A template cannot be written; the old one stays.
    """
    with hold_lock(workspace):
        with SerialExecutor() as executor:
            outcome = load_settings(workspace, executor)
        if outcome is None or outcome.settings is None:
            require_rules(period)
            return (_make_blank(workspace, period),)
        require_open(outcome.settings, period)
        names = folder_names(outcome.settings.units)
        wanted = wanted_units(outcome.settings, units)
        plans = load_plans(workspace, outcome.settings, period.year)
        made = tuple(
            _make_filled(
                workspace,
                IsianRequest(outcome.settings, unit, period, plans.get(unit.kode, UnitPlan())),
                name=names[unit.kode],
            )
            for unit in wanted
        )
        record_issued(
            template_folder(workspace, period), ISIAN, period, [one.terbitan for one in made]
        )
        return made


def _make_blank(workspace: Workspace, period: Period) -> MadeTemplate:
    path = template_folder(workspace, period) / f"Isian_{period.code}.xlsx"
    made = put_workbook(workspace, path, render_book(ISIAN, _blank(period)))
    return MadeTemplate(None, 0, made.path)


def _make_filled(workspace: Workspace, request: IsianRequest, *, name: str) -> MadeTemplate:
    settings, unit, period = request.settings, request.unit, request.period
    path = template_folder(workspace, period) / f"Isian_{name}_{period.code}.xlsx"
    content = isian_content(request)
    made = put_workbook(workspace, path, render_book(isian_book(settings, period), content))
    planned = {cells["nip"] for cells in content.rows[HasilKerjaRow.sheet]}
    people = roster_of(settings, unit.kode, period)
    count = sum(row.nip in planned for row in people)
    sidik = digest_of(content.meta)
    return MadeTemplate(unit.kode, len(people), made.path, count, made.sha256, sidik)


def template_folder(workspace: Workspace, period: Period) -> Path:
    """Give the folder for the templates of a period."""
    return workspace.period_folder(period.code) / "templat"


def isian_book(settings: Settings, period: Period) -> BookSpec:
    """Give the Isian with the optional sheets that the settings ask for in a period."""
    row = settings.periods.get(period.code)
    return ISIAN.including([asked.value for asked in row.lembar_tambahan] if row else ())


def isian_content(request: IsianRequest) -> BookContent:
    """Fill a unit's Isian with what settings and plan know; everything else stays open."""
    settings, unit, period = request.settings, request.unit, request.period
    roster = roster_of(settings, unit.kode, period)
    several = held_twice(roster)
    people = tuple(person_cells(row, period, several) for row in roster)
    planned = tuple(
        {**person, **cells}
        for row, person in zip(roster, people, strict=True)
        for cells in planned_cells(request.plan, row, period)
    )
    pegawai = tuple(pegawai_cells(row, period) for row in roster)
    return BookContent(
        created=period.last,
        title_lines=(unit.nama, f"Periode {period.label}"),
        form=form_cells(settings, unit, period),
        rows={
            PegawaiRow.sheet: pegawai,
            HasilKerjaRow.sheet: planned,
            PenilaianRow.sheet: people,
            KehadiranRow.sheet: people,
        },
        meta=meta_for(period, unit=unit.kode, stamps=stamps_for(pegawai, planned)),
        kertas=settings.instansi.kertas,
    )


def form_cells(settings: Settings, unit: UnitRow, period: Period) -> dict[str, CellValue]:
    """Fill in the form of a unit."""
    return {
        "kode_unit": unit.kode,
        "nama_unit": unit.nama,
        "periode": period.code,
        "pendekatan": "Kuantitatif",
        "nama_pimpinan": unit.nama_pimpinan,
        "jabatan_pimpinan": unit.jabatan_pimpinan,
        "nip_pimpinan": unit.nip_pimpinan,
        "tempat": settings.instansi.tempat,
    }


def held_twice(roster: Sequence[RosterRow]) -> set[str]:
    """List the NIP with several assignments."""
    return {nip for nip, count in Counter(row.nip for row in roster).items() if count > 1}


def pegawai_cells(row: RosterRow, period: Period) -> Mapping[str, CellValue]:
    """Fill in a row of `Pegawai`; days are cut to the period."""
    cells: dict[str, CellValue] = {field: shown(row, field) for field in _ROSTER_FIELDS}
    cells["sifat"] = row.sifat.value if row.sifat is not Sifat.DEFINITIF else None
    cells["keadaan"] = row.keadaan.value if row.keadaan is not Keadaan.AKTIF else None
    cells["mulai"] = _inside(row.mulai, period.first, later=True)
    cells["selesai"] = _inside(row.selesai, period.last, later=False)
    return cells


def person_cells(row: RosterRow, period: Period, several: set[str]) -> dict[str, CellValue]:
    """Name the assignment that a row of another sheet belongs to."""
    cells: dict[str, CellValue] = {"nip": row.nip, "nama": row.nama}
    if row.nip in several:
        cells["sifat"] = row.sifat.value
        cells["mulai"] = _inside(row.mulai, period.first, later=True)
    return cells


def shown(row: SheetRow, field: str) -> CellValue:
    """Give a value of a row as a cell shows it."""
    return cell_of(getattr(row, field))


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
        meta=meta_for(period, unit=""),
        kertas=Kertas.F4,
    )


def meta_for(
    period: Period, *, unit: str, stamps: Mapping[str, str] | None = None
) -> Mapping[str, str]:
    """Write the hidden identity of a first submission."""
    return {
        "templat": ISIAN.template,
        "versi": ISIAN.version,
        "kode_unit": unit,
        "periode": period.code if unit else "",
        "terbit": period.first.isoformat(),
        **(stamps if stamps is not None else stamps_for((), ())),
        "putaran": "0",
        "leluhur": "",
    }


def stamps_for(
    pegawai: Sequence[Mapping[str, CellValue]], planned: Sequence[Mapping[str, CellValue]]
) -> Mapping[str, str]:
    """Stamp what a template arrives with, so that changes can be told on its return."""
    roster = make_stamp(pegawai, key=ROSTER_ROW_KEY, fields=ROSTER_FIELDS)
    rencana = make_stamp(planned, key=RENCANA_ROW_KEY, fields=RENCANA_FIELDS)
    return {**split_stamp(ROSTER_KEY, roster), **split_stamp(RENCANA_KEY, rencana)}
