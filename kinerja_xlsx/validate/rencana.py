"""An Isian against the accepted plan of its unit: every cell and indicator that differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place
from kinerja_xlsx.model.law import JenisHasilKerja
from kinerja_xlsx.model.number import format_number
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.spec.codes import make_issue
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.spec.skp import RencanaRow
from kinerja_xlsx.validate.shown import show
from kinerja_xlsx.validate.synonyms import fold

_COMPARED: Final = ("indikator", "satuan", "arah", "agregasi")
_BLANK: Final = "kosong"


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """The accepted plans of one unit and year.

    Attributes:
        people: One for each planned assignment, in the order of the files and sheets.
    """

    people: tuple[Penugasan, ...] = ()

    def of_nip(self, nip: str) -> tuple[Penugasan, ...]:
        """List the plans of one person."""
        return tuple(one for one in self.people if one.nip == nip)

    def find(self, penugasan: Penugasan) -> Penugasan | None:
        """Find the plan of an assignment: same NIP and Sifat, and days in common if any has."""
        sifat = penugasan.pegawai.row.sifat
        found = [one for one in self.of_nip(penugasan.nip) if one.pegawai.row.sifat is sifat]
        together = [
            one
            for one in found
            if one.mulai <= penugasan.selesai and one.selesai >= penugasan.mulai
        ]
        return next(iter((*together, *found)), None)


def compare_with_plan(
    penugasan: Penugasan, rencana: Penugasan, period: Period
) -> tuple[Issue, ...]:
    """List where the indicators of an Isian differ from the plan.

    A planned indicator that is missing is said here; whether it is obligatory for the post was
    judged before, by the catalogue.
    """
    sent = {placed.row.no_indikator: placed for placed in penugasan.indikator}
    planned = {placed.row.no_indikator: placed for placed in rencana.rencana}
    issues: list[Issue] = []
    for number, placed in planned.items():
        if number in sent:
            issues += _differing(sent[number], placed, penugasan, period)
        elif _is_due(placed.row, period):
            issues.append(_missing(placed, penugasan))
    issues += _unplanned(penugasan, planned.keys(), rencana)
    return tuple(issues)


def _is_due(row: RencanaRow, period: Period) -> bool:
    """Tell whether a plan wants anything of an indicator in a period."""
    return row.uraian_target is not None or row.target_in(period) is not None


def _differing(
    sent: Placed[HasilKerjaRow], planned: Placed[RencanaRow], owner: Penugasan, period: Period
) -> Iterator[Issue]:
    pairs = [(name, getattr(sent.row, name), getattr(planned.row, name)) for name in _COMPARED]
    target = planned.row.target_in(period)
    if target is not None:
        pairs.append(("target", sent.row.target, target))
    pairs.append(("target_atas", sent.row.target_atas, planned.row.target_atas))
    for name, found, wanted in pairs:
        if _is_same(found, wanted):
            continue
        heading = "Teks" if name == "indikator" else column_by_field(HasilKerjaRow, name).heading
        masalah = (
            f"{heading} indikator {sent.row.no_indikator} berbeda dari rencana: "
            f"{_quoted(found)}, rencana {_quoted(wanted)}."
        )
        cell = planned.address(_planned_field(planned.row, name, period))
        yield _issue(sent.place(name), owner, masalah, f"{planned.file} › {cell}")


def _planned_field(row: RencanaRow, name: str, period: Period) -> str:
    """Name the field of the plan that a target comes from."""
    if name != "target":
        return name
    step = PeriodKind.TAHUN.value // len(row.period_fields)
    if period.months != step:
        return "target_tahun"
    field = row.period_fields[period.number - 1]
    return "target_tahun" if getattr(row, field) is None else field


def _missing(planned: Placed[RencanaRow], owner: Penugasan) -> Issue:
    row = planned.row
    masalah = (
        f"Indikator {row.no_indikator} «{show(row.indikator)}» ada di rencana, "
        "tetapi tidak ada di isian."
    )
    cell = planned.address("no_indikator")
    return _issue(owner.pegawai.place("nip"), owner, masalah, f"{planned.file} › {cell}")


def _unplanned(
    penugasan: Penugasan, planned: Iterable[str], rencana: Penugasan
) -> Iterator[Issue]:
    """Main work outside the plan; additional work comes up in the course of the year."""
    known = frozenset(planned)
    for placed in penugasan.indikator:
        row = placed.row
        if row.no_indikator not in known and row.jenis is JenisHasilKerja.UTAMA:
            masalah = f"Indikator {row.no_indikator} «{show(row.indikator)}» tidak ada di rencana."
            place = rencana.pegawai
            cell = f"{place.file} › {place.address('nip')}"
            yield _issue(placed.place("no_indikator"), penugasan, masalah, cell)


def _issue(place: Place, owner: Penugasan, masalah: str, sel: str) -> Issue:
    nama = owner.pegawai.row.nama
    return make_issue(IssueCode.LTS_13, place, nip=owner.nip, nama=nama, masalah=masalah, sel=sel)


def _is_same(found: object, wanted: object) -> bool:
    if isinstance(found, str) and isinstance(wanted, str):
        return fold(found) == fold(wanted)
    return found == wanted


def _quoted(value: object) -> str:
    if value is None:
        return _BLANK
    if isinstance(value, Decimal):
        return f"«{format_number(value)}»"
    return f"«{show(str(value.value)) if isinstance(value, Enum) else show(str(value))}»"
