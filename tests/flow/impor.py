"""Hands for tests of imports: an export in step with the office, and readers of the proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kinerja_xlsx.run.impor_pegawai import ImporOutcome, import_pegawai
from kinerja_xlsx.run.pengaturan import check_settings_file
from tests.flow.alur import KEPALA, PENGELOLA, PERAWAT, write_row
from tests.siasn_drawn import UTAMA, export, person

if TYPE_CHECKING:
    from kinerja_xlsx.run.workspace import Workspace
    from kinerja_xlsx.spec.impor import BarisImpor, Nasib
    from kinerja_xlsx.spec.pengaturan import RosterRow
    from kinerja_xlsx.spec.penugasan import Settings
    from tests.drawn import CellInput

BARU_DATANG = "199503032022212001"
CPNS = "200001012025042001"


def everyone() -> list[dict[str, CellInput]]:
    """Draw an export in step with the roster of the office."""
    return [
        person(KEPALA, nama="CONTOH KEPALA", gelar_belakang=None, jabatan_nama="KEPALA PUSKESMAS",
               jenis_jabatan_nama="Jabatan Struktural", eselon_nama="IV.b"),
        person(PERAWAT),
        person(PENGELOLA, nama="CONTOH PENGELOLA", gelar_belakang="-",
               jabatan_nama="PENGELOLA KEUANGAN", jenis_jabatan_nama="Jabatan Pelaksana"),
    ]  # fmt: skip


def run(
    office: Workspace,
    rows: list[dict[str, CellInput]],
    *,
    headings: tuple[str, ...] = UTAMA,
    titles: tuple[str, ...] = (),
    sheet: str = "Sheet1",
) -> ImporOutcome:
    """Save an export outside the workspace and import it."""
    path = office.root.parent / "unduhan" / "siasn.xlsx"
    export(path, rows, headings=headings, titles=titles, sheet=sheet)
    return import_pegawai(office, path)


def proposed(office: Workspace, outcome: ImporOutcome) -> Settings:
    """Read the proposal as the settings it would be."""
    settings = check_settings_file(office.root / outcome.path).settings
    assert settings is not None
    return settings


def by_nip(settings: Settings) -> dict[str, RosterRow]:
    return {row.nip: row for row in settings.roster}


def only(outcome: ImporOutcome, nasib: Nasib) -> BarisImpor:
    (row,) = outcome.usul.of(nasib)
    return row


def set_settings(office: Workspace, sheet: str, number: int, row: dict[str, CellInput]) -> None:
    book = load_workbook(office.pengaturan)
    write_row(book[sheet], number, row)
    book.save(office.pengaturan)
