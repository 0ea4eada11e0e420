"""One row of the export: what it says about the roster, or why it was not understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import JenisJabatan
from kinerja_xlsx.spec.katalog import LembarAlias
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.siasn import SiasnRow
from kinerja_xlsx.validate import siasn_kata
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.suggest import ask_word
from kinerja_xlsx.validate.synonyms import fold

Cell = str | Enum | None
_ADD_UNIT: Final = (
    "Tulis di lembar Alias (Lembar Unit, Kolom kode unitnya), atau tambahkan di lembar Unit."
)
_SEVERAL: Final = "Ada beberapa unit dengan nama itu: {units}."


@dataclass(slots=True)
class Said:
    """What one row says.

    Attributes:
        cells: Roster cells by field; left out are those that the export says nothing about.
        issues: What in it was not understood.
    """

    cells: dict[str, Cell] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


class UnitFinder:
    """Finds the unit of a UNOR: by its code, its name, or another name from sheet `Alias`."""

    def __init__(self, settings: Settings) -> None:
        self._names = {code: row.nama for code, row in settings.units.items()}
        self._by_fold: dict[str, set[str]] = {}
        for code, nama in self._names.items():
            self._add(code, (code, nama))
        self._by_alias: dict[str, set[str]] = {}
        for row in settings.aliases:
            if row.lembar is LembarAlias.UNIT:
                self._by_alias.setdefault(fold(row.sebutan_lain), set()).add(row.kolom)

    def find(self, unor: str) -> tuple[str, ...]:
        """List the codes of the units that are called so; the sheet `Alias` decides first."""
        wanted = fold(unor)
        return tuple(sorted(self._by_alias.get(wanted) or self._by_fold.get(wanted) or ()))

    def is_alias(self, unor: str) -> bool:
        """Tell whether only the sheet `Alias` calls a unit so."""
        return fold(unor) in self._by_alias

    def suggest(self, unor: str) -> str:
        """Ask whether a unit with a similar name was meant; empty when there is none."""
        return ask_word(unor, [*self._names.values(), *self._names])

    def _add(self, code: str, names: Iterable[str]) -> None:
        for name in names:
            self._by_fold.setdefault(fold(name), set()).add(code)


def understand(plan: SheetPlan, draft: RowDraft, row: SiasnRow, units: UnitFinder) -> Said:
    """Say what a sound row of the export means for the roster."""
    said = Said()
    said.cells["nip"] = row.nip
    said.cells["nama"] = siasn_kata.full_name(_bare(row.nama), row.gelar_depan, row.gelar_belakang)
    said.cells["jabatan"] = _bare(row.jabatan)
    reader = _RowReader(plan, draft, said)
    reader.status(row)
    reader.golongan(row)
    reader.jenis_jabatan(row)
    reader.keadaan(row)
    reader.unit(row, units)
    return said


def _bare(text: str) -> str:
    """Drop the apostrophe that exports set before texts, and double spaces."""
    return " ".join(text.removeprefix("'").split())


class _RowReader:
    """Reads the words of one row; what is not understood becomes an issue at its cell."""

    def __init__(self, plan: SheetPlan, draft: RowDraft, said: Said) -> None:
        self._plan = plan
        self._draft = draft
        self._said = said

    def status(self, row: SiasnRow) -> None:
        """Read the kind of civil servant, from the NIP where there is no column for it."""
        if row.jenis_pegawai is None and row.status_cpns is None:
            status = siasn_kata.status_of_nip(row.nip)
            self._take("status_asn", status, "nip", row.nip)
            return
        name = "status_cpns" if row.jenis_pegawai is None else "jenis_pegawai"
        status = siasn_kata.read_status(row.jenis_pegawai, row.status_cpns)
        self._take("status_asn", status, name, row.jenis_pegawai or row.status_cpns or "")

    def golongan(self, row: SiasnRow) -> None:
        """Read the golongan, which PPPK Paruh Waktu need not have."""
        if row.golongan is not None:
            found = siasn_kata.read_golongan(row.golongan)
            self._take("golongan", found, "golongan", row.golongan)

    def jenis_jabatan(self, row: SiasnRow) -> None:
        """Read the kind of post and its level; a structural one without eselon stays open."""
        if row.jenis_jabatan is None:
            return
        found = siasn_kata.read_jenis_jabatan(row.jenis_jabatan, row.eselon)
        if found is None and siasn_kata.is_struktural(row.jenis_jabatan) and not row.eselon:
            return
        self._take("jenis_jabatan", found, "jenis_jabatan", row.jenis_jabatan)
        if found is JenisJabatan.FUNGSIONAL:
            jenjang = siasn_kata.read_jenjang(row.jabatan)
            if jenjang is not None:
                self._said.cells["jenjang"] = jenjang
        elif found is not None:
            self._said.cells["jenjang"] = None

    def keadaan(self, row: SiasnRow) -> None:
        """Read the legal standing."""
        if row.kedudukan is not None:
            found = siasn_kata.read_keadaan(row.kedudukan)
            self._take("keadaan", found, "kedudukan", row.kedudukan)

    def unit(self, row: SiasnRow, units: UnitFinder) -> None:
        """Find the unit; under another name, that name is the Unit Kerja."""
        unor = _bare(row.unor)
        codes = units.find(unor)
        if len(codes) != 1:
            saran = _SEVERAL.format(units=", ".join(codes)) if codes else units.suggest(unor)
            self._refuse("unor", unor, f"{saran} {_ADD_UNIT}".strip())
            return
        self._said.cells["kode_unit"] = codes[0]
        if units.is_alias(unor):
            self._said.cells["unit_kerja"] = unor

    def _take(self, name: str, found: Enum | None, column: str, text: str) -> None:
        if found is None:
            self._refuse(column, text, "")
        else:
            self._said.cells[name] = found

    def _refuse(self, column: str, text: str, saran: str) -> None:
        issue = self._plan.issue(IssueCode.BRS_16, self._draft, column, value=text, saran=saran)
        self._said.issues.append(issue)


def text_of(value: object) -> str:
    """Write a roster value as a cell shows it; empty for a blank one."""
    if value is None:
        return ""
    return str(value.value) if isinstance(value, Enum) else str(value)
