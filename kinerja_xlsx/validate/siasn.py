"""A SIASN export against the roster: what would be added, what would change, what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode
from kinerja_xlsx.model.law import MUTASI, Keadaan, Sifat
from kinerja_xlsx.model.submission import CellValue, RawSheet, Submission
from kinerja_xlsx.spec.impor import (
    BarisImpor,
    BarisTertinggal,
    Nasib,
    Perubahan,
    UnitAsing,
    UsulImpor,
)
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.spec.siasn import SiasnRow
from kinerja_xlsx.validate.ekspor import settle_rows, withholding
from kinerja_xlsx.validate.names import same_name
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.normalise_date import parse_date
from kinerja_xlsx.validate.normalise_nip import bare_nip
from kinerja_xlsx.validate.rows import RowDraft, SheetPlan
from kinerja_xlsx.validate.sheet import read_sheet
from kinerja_xlsx.validate.shown import show, show_date
from kinerja_xlsx.validate.siasn_baris import Cell, Said, UnitFinder, text_of, understand
from kinerja_xlsx.validate.siasn_kata import GONE
from kinerja_xlsx.validate.suggest import KEPT_DIGITS, NipList, kept_digits
from kinerja_xlsx.validate.synonyms import fold

_WORDED: Final = frozenset({"jabatan", "unit_kerja"})
"""Texts that SIASN writes in capitals; only their words count."""
_NOT_COMPARED: Final = frozenset({"nip"})
_UNKNOWN_TO_SIASN: Final = MUTASI | {Keadaan.AKTIF, Keadaan.CUTI}
"""States of one period, which the export calls `Aktif` as well."""
_GONE: Final = "{keadaan} dan tidak ada di lembar Pegawai, jadi tidak ditambahkan."
_BLANK: Final = "Baris kosong."
_BROKEN: Final = "Baris itu sendiri masih perlu dibetulkan."
_SEVERAL: Final = "Ada {jumlah} baris definitif untuk NIP ini; tidak jelas mana yang dimaksud."


@dataclass(frozen=True, slots=True)
class Roster:
    """The present roster, as an import needs it.

    Attributes:
        by_nip: Sound rows with their numbers, by NIP.
        broken: First digits of the NIP of rows that are withheld, with their numbers.
        rows: Rows with something on the sheet.
    """

    by_nip: Mapping[str, tuple[tuple[int, RosterRow], ...]]
    broken: Mapping[str, int]
    rows: int


def check_siasn(sheet: RawSheet, *, file: str, pengaturan: Submission, settings: Settings) -> (
    UsulImpor
):  # fmt: skip
    """Compare an export with the roster; nothing is applied.

    Args:
        sheet: The export, read columns only.
        file: Its name.
        pengaturan: The settings workbook as read.
        settings: The same after its checks.
    """
    roster = _make_roster(pengaturan, settings)
    units = UnitFinder(settings)
    known = NipList({row.nip: row.nama for row in settings.roster})
    draft = read_sheet(sheet, SiasnRow, file=file, scope=Scope(known=known))
    settle_rows(draft, _key_of)
    importer = _Importer(draft.plan, roster, units)
    rows = tuple(importer.judge(row) for row in draft.rows)
    return UsulImpor(
        file=file,
        sheet=sheet.name,
        header_row=sheet.header_row,
        used=tuple(
            (column_by_field(SiasnRow, item.field).heading, item.heading)
            for item in sheet.columns
            if item.field is not None
        ),
        thrown=tuple(item.heading for item in sheet.extra),
        rows=rows,
        absent=tuple(_absent(roster, rows)),
        unknown_units=tuple(importer.unknown_units()),
        roster_rows=roster.rows,
    )


def _make_roster(pengaturan: Submission, settings: Settings) -> Roster:
    by_nip: dict[str, list[tuple[int, RosterRow]]] = {}
    for number, row in zip(settings.roster_numbers, settings.roster, strict=True):
        by_nip.setdefault(row.nip, []).append((number, row))
    raw = next((sheet for sheet in pengaturan.sheets if sheet.key == RosterRow.sheet), None)
    broken = {} if raw is None else _broken(raw, frozenset(settings.roster_numbers))
    return Roster(
        {nip: tuple(rows) for nip, rows in by_nip.items()},
        broken,
        0 if raw is None else len(raw.rows),
    )


def _broken(raw: RawSheet, sound: frozenset[int]) -> Mapping[str, int]:
    """List the rows that are withheld by as many digits of their NIP as can be read."""
    position = [item.field for item in raw.columns].index("nip")
    found: dict[str, int] = {}
    for row in raw.rows:
        digits = kept_digits(bare_nip(show(row.values[position])))[:KEPT_DIGITS]
        if row.number not in sound and len(digits) == KEPT_DIGITS:
            found.setdefault(digits, row.number)
    return found


def _key_of(row: RowDraft) -> tuple[str] | None:
    return (row.text("nip"),) if "nip" in row.data else None


class _Importer:
    """Judges the rows of an export one by one."""

    def __init__(self, plan: SheetPlan, roster: Roster, units: UnitFinder) -> None:
        self._plan = plan
        self._roster = roster
        self._units = units
        self._strange: Counter[str] = Counter()

    def judge(self, draft: RowDraft) -> BarisImpor:
        """Say what becomes of one row."""
        if draft.ignored is not None:
            told = tuple(issue for issue in draft.issues if issue.code is draft.ignored)
            return self._line(draft, Nasib.DILEWATI, issues=told, alasan="" if told else _BLANK)
        if not isinstance(draft.row, SiasnRow) or draft.reasons:
            return self._line(draft, Nasib.TIDAK_DIPAHAMI, issues=withholding(draft))
        said = understand(self._plan, draft, draft.row, self._units)
        if "kode_unit" not in said.cells:
            self._strange[draft.row.unor] += 1
        return self._place(draft, said)

    def unknown_units(self) -> Iterator[UnitAsing]:
        """List the UNOR that are no unit, those with most people first."""
        for nama, jumlah in sorted(self._strange.items(), key=lambda item: (-item[1], item[0])):
            yield UnitAsing(nama, jumlah, self._units.suggest(nama))

    def _place(self, draft: RowDraft, said: Said) -> BarisImpor:
        """Find the row of the roster that is meant, and compare."""
        nip = draft.text("nip")
        keadaan = said.cells.get("keadaan")
        listed = self._listed(nip)
        broken = self._roster.broken.get(nip[:KEPT_DIGITS])
        if not listed and broken is None and isinstance(keadaan, Enum) and keadaan in GONE:
            alasan = _GONE.format(keadaan=keadaan.value)
            return self._line(draft, Nasib.DILEWATI, alasan=alasan)
        if broken is not None:
            said.issues.append(self._unpaired(draft, broken, _BROKEN))
        if len(listed) > 1:
            listed = (
                tuple(item for item in listed if item[1].kode_unit == said.cells.get("kode_unit"))
                or listed
            )
        if len(listed) > 1:
            sebab = _SEVERAL.format(jumlah=len(listed))
            said.issues.append(self._unpaired(draft, listed[0][0], sebab))
        if said.issues:
            return self._line(draft, Nasib.TIDAK_DIPAHAMI, issues=tuple(said.issues))
        if not listed:
            return self._line(draft, Nasib.DITAMBAH, cells=_shown(said.cells))
        return self._compare(draft, said.cells, *listed[0])

    def _compare(
        self, draft: RowDraft, cells: Mapping[str, Cell], number: int, listed: RosterRow
    ) -> BarisImpor:
        changes = tuple(_changes(cells, listed))
        nasib = Nasib.BERUBAH if changes else Nasib.TETAP
        changed = {change.field: change.sesudah or None for change in changes}
        return self._line(draft, nasib, cells=changed, changes=changes, roster_number=number)

    def _listed(self, nip: str) -> tuple[tuple[int, RosterRow], ...]:
        """List the definitive rows of a person; an acting post is none of SIASN's business."""
        rows = self._roster.by_nip.get(nip, ())
        return tuple(item for item in rows if item[1].sifat is Sifat.DEFINITIF)

    def _unpaired(self, draft: RowDraft, number: int, sebab: str) -> Issue:
        return self._plan.issue(IssueCode.BRS_17, draft, baris=str(number), sebab=sebab)

    def _line(  # noqa: PLR0913 - one keyword for each part that a kind of row has
        self,
        draft: RowDraft,
        nasib: Nasib,
        *,
        cells: Mapping[str, CellValue] | None = None,
        changes: tuple[Perubahan, ...] = (),
        roster_number: int | None = None,
        issues: tuple[Issue, ...] = (),
        alasan: str = "",
    ) -> BarisImpor:
        return BarisImpor(
            number=draft.number,
            nasib=nasib,
            nip=draft.text("nip"),
            nama=draft.text("nama"),
            unor=draft.text("unor"),
            tmt_jabatan=_day(draft.text("tmt_jabatan")),
            cells=cells,
            changes=changes,
            roster_number=roster_number,
            issues=issues,
            alasan=alasan,
        )


def _changes(cells: Mapping[str, Cell], listed: RosterRow) -> Iterator[Perubahan]:
    """List the cells that differ; what the export does not say stays."""
    for name, value in cells.items():
        before = getattr(listed, name)
        if name in _NOT_COMPARED or _is_same(name, before, value):
            continue
        yield Perubahan(name, text_of(before), text_of(value))


def _is_same(name: str, before: object, value: Cell) -> bool:
    one, other = text_of(before), text_of(value)
    if name == "nama":
        return same_name(one, other)
    if name == "keadaan" and value is Keadaan.AKTIF:
        return before in _UNKNOWN_TO_SIASN
    if name in _WORDED:
        return fold(one) == fold(other)
    return one == other


def _shown(cells: Mapping[str, Cell]) -> Mapping[str, CellValue]:
    return {name: text_of(value) or None for name, value in cells.items()}


def _day(text: str) -> str:
    """Write a date of the export day first; a text that is none stays as it is."""
    parsed = parse_date(text)
    return text if parsed is None else show_date(parsed[0])


def _absent(roster: Roster, rows: Sequence[BarisImpor]) -> Iterator[BarisTertinggal]:
    """List who is in the roster and not in the export, by row; a damaged NIP may be anyone's."""
    seen = {row.nip for row in rows}
    damaged = {
        kept_digits(bare_nip(nip))[:KEPT_DIGITS] for nip in seen if nip not in roster.by_nip
    }
    lines = [
        BarisTertinggal(number, row.nip, row.nama, row.kode_unit, row.jabatan)
        for nip, listed in roster.by_nip.items()
        if nip not in seen and nip[:KEPT_DIGITS] not in damaged
        for number, row in listed
    ]
    yield from sorted(lines, key=lambda line: line.number)
