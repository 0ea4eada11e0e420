"""Making templates of the plan: one SKP for each unit and year, begun from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja_xlsx.model.law import TIDAK_DINILAI, JenisHasilKerja, Kertas, Siklus
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.submission import CellValue
from kinerja_xlsx.run.executor import SerialExecutor
from kinerja_xlsx.run.keluaran import put_workbook
from kinerja_xlsx.run.lock import hold_lock
from kinerja_xlsx.run.pengaturan import load_settings
from kinerja_xlsx.run.permintaan import require_rules, require_year, wanted_units
from kinerja_xlsx.run.rencana import cell_of
from kinerja_xlsx.run.roster import roster_of
from kinerja_xlsx.run.templat import (
    MadeTemplate,
    form_cells,
    held_twice,
    meta_for,
    pegawai_cells,
    person_cells,
    stamps_for,
    template_folder,
)
from kinerja_xlsx.run.terbitan import record_issued
from kinerja_xlsx.run.workspace import Workspace, folder_names
from kinerja_xlsx.spec.book import SIKLUS_KEY, SKP, SKP_BOOKS
from kinerja_xlsx.spec.katalog import KatalogRow
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import UnitRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.skp import EkspektasiRow, RencanaRow
from kinerja_xlsx.spec.terbitan import digest_of
from kinerja_xlsx.validate import catalogue_of
from kinerja_xlsx.write.template import BookContent, render_book

DEFAULT_CYCLE = Siklus.TRIWULANAN
"""The cycle of units that state none."""


def make_skp_templates(
    workspace: Workspace, year: Period, units: Sequence[str] = ()
) -> tuple[MadeTemplate, ...]:
    """Write one SKP for each unit, or a blank one without `Pengaturan.xlsx`.

    Args:
        workspace: Where to read the settings and write the templates.
        year: The year they are for.
        units: Codes of the units wanted; empty for all.

    Raises:
        SettingsError: The settings workbook is refused.
        UnknownUnitError: A unit is not in the settings.
        UnknownPeriodError: The settings name no period of that year.
        NoRulesError: No regulation is in force in that year.
        WorkspaceError: A run holds the workspace.
        OSError: A template cannot be written; the old one stays.
    """
    with hold_lock(workspace):
        with SerialExecutor() as executor:
            outcome = load_settings(workspace, executor)
        if outcome is None or outcome.settings is None:
            require_rules(year)
            return (_make_blank(workspace, year),)
        require_year(outcome.settings, year)
        names = folder_names(outcome.settings.units)
        made = tuple(
            _make_filled(workspace, outcome.settings, unit, year=year, name=names[unit.kode])
            for unit in wanted_units(outcome.settings, units)
        )
        record_issued(template_folder(workspace, year), SKP, year, [one.terbitan for one in made])
        return made


def _make_blank(workspace: Workspace, year: Period) -> MadeTemplate:
    path = template_folder(workspace, year) / f"SKP_{year.code}.xlsx"
    content = BookContent(
        created=year.last,
        title_lines=("", f"Tahun {year.code}"),
        form={"periode": year.code, "pendekatan": "Kuantitatif"},
        rows={},
        meta=meta_for_skp(year, unit="", pegawai=(), siklus=DEFAULT_CYCLE),
        kertas=Kertas.F4,
    )
    made = put_workbook(workspace, path, render_book(SKP, content))
    return MadeTemplate(None, 0, made.path)


def _make_filled(
    workspace: Workspace, settings: Settings, unit: UnitRow, *, year: Period, name: str
) -> MadeTemplate:
    path = template_folder(workspace, year) / f"SKP_{name}_{year.code}.xlsx"
    content = skp_content(settings, unit, year)
    book = SKP_BOOKS[unit.siklus or DEFAULT_CYCLE]
    made = put_workbook(workspace, path, render_book(book, content))
    people = roster_of(settings, unit.kode, year)
    begun = {cells["nip"] for cells in content.rows[RencanaRow.sheet]}
    return MadeTemplate(
        unit.kode,
        len(people),
        made.path,
        sum(row.nip in begun for row in people),
        made.sha256,
        digest_of(content.meta),
    )


def skp_content(settings: Settings, unit: UnitRow, year: Period) -> BookContent:
    """Fill a unit's SKP with its roster and what the catalogue proposes for each post."""
    roster = roster_of(settings, unit.kode, year)
    several = held_twice(roster)
    catalogue = catalogue_of(settings, unit.kode)
    planned = (
        {**person_cells(row, year, several), **cells}
        for row in roster
        if row.keadaan not in TIDAK_DINILAI
        for cells in _proposed(catalogue.proposed(row.jabatan))
    )
    pegawai = tuple(pegawai_cells(row, year) for row in roster)
    names = {row.nip: row.nama for row in roster if row.keadaan not in TIDAK_DINILAI}
    return BookContent(
        created=year.last,
        title_lines=(unit.nama, f"Tahun {year.code}"),
        form=form_cells(settings, unit, year),
        rows={
            PegawaiRow.sheet: pegawai,
            RencanaRow.sheet: tuple(planned),
            EkspektasiRow.sheet: tuple({"nip": nip, "nama": nama} for nip, nama in names.items()),
        },
        meta=meta_for_skp(
            year, unit=unit.kode, pegawai=pegawai, siklus=unit.siklus or DEFAULT_CYCLE
        ),
        kertas=settings.instansi.kertas,
    )


def _proposed(rows: Sequence[KatalogRow]) -> Iterator[Mapping[str, CellValue]]:
    """Propose one RHK for each indicator; what the catalogue does not know stays open."""
    for number, row in enumerate(rows, start=1):
        yield {
            "no_rhk": number,
            "no_indikator": f"{number}.1",
            "jenis": JenisHasilKerja.UTAMA.value,
            "aspek": cell_of(row.aspek),
            "indikator": row.indikator,
            "target_tahun": cell_of(row.target_lazim),
            "satuan": row.satuan,
            "arah": cell_of(row.arah),
            "agregasi": cell_of(row.agregasi),
        }


def meta_for_skp(
    year: Period, *, unit: str, pegawai: Sequence[Mapping[str, CellValue]], siklus: Siklus
) -> Mapping[str, str]:
    """Write the hidden identity of a plan before it is filled in."""
    return {
        **meta_for(year, unit=unit, stamps=stamps_for(pegawai, ())),
        "templat": SKP.template,
        "versi": SKP.version,
        SIKLUS_KEY: siklus.value,
    }
