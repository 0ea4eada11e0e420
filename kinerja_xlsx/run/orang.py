"""People as the panels and signatures of a form show them, by NIP or code."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kinerja_xlsx.model.law import Sifat, format_pangkat
from kinerja_xlsx.model.nip import NIP_LENGTH
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.roster import touches
from kinerja_xlsx.run.unit_task import UnitTask
from kinerja_xlsx.spec.pegawai import PejabatRow
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Checked, Settings, Subject
from kinerja_xlsx.write.hasil import Orang

People = Mapping[str, Orang]


def raters_for(
    task: UnitTask,
    checked: Sequence[Checked],
    subjects: Sequence[Subject],
    settings: Settings | None,
) -> People:
    """Describe who rates; the unit's own rows beat other files, and those beat the settings."""
    wanted = {name for each in subjects for name in (each.penilai, each.atasan_penilai)}
    people: dict[str, Orang] = {}
    for source in (
        *(withheld_of(file) for file in checked),
        people_in(settings, wanted, task.period),
        task.people,
        *(people_of(file) for file in checked),
        *(officials_of(file) for file in checked),
    ):
        people.update(source)
    return people


def people_of(checked: Checked) -> People:
    """Describe the people of a file whose assignments are sound."""
    people: dict[str, Orang] = {}
    for subject in checked.subjects:
        if subject.penugasan is not None and subject.nip not in people:
            row = subject.penugasan.pegawai.row
            unit = row.unit_kerja or _unit_of(checked)
            people[row.nip] = Orang(
                row.nama, row.nip, format_pangkat(row.golongan), row.jabatan, unit
            )
    return people


def officials_of(checked: Checked) -> People:
    """Describe the officials of a file, who rate in it alone."""
    return {placed.row.kode: _official(placed.row) for placed in checked.pejabat}


def withheld_of(checked: Checked) -> People:
    """Describe people whose own assignment is withheld, as far as their rows go."""
    unit = _unit_of(checked)
    return {
        subject.nip: Orang(subject.nama, subject.nip, "", subject.jabatan, unit)
        for subject in checked.subjects
        if subject.penugasan is None and subject.nama
    }


def people_in(settings: Settings | None, wanted: Collection[str], period: Period) -> People:
    """Describe some of the people and officials of the settings; a definitive post comes first."""
    if settings is None:
        return {}
    rows = [row for row in settings.roster if row.nip in wanted and touches(row, period)]
    rows.sort(key=lambda row: row.sifat is Sifat.DEFINITIF)
    people = {row.nip: _listed(row, settings) for row in rows}
    officials = {row.kode: _official(row) for row in settings.pejabat if row.kode in wanted}
    return people | officials


def _listed(row: RosterRow, settings: Settings) -> Orang:
    unit = row.unit_kerja or settings.units[row.kode_unit].nama
    return Orang(row.nama, row.nip, format_pangkat(row.golongan), row.jabatan, unit)


def _official(row: PejabatRow) -> Orang:
    nip = row.kode if len(row.kode) == NIP_LENGTH and row.kode.isdecimal() else ""
    return Orang(row.nama, nip, row.pangkat_golongan or "", row.jabatan, row.unit_kerja)


def _unit_of(checked: Checked) -> str:
    return checked.identitas.nama_unit or checked.unit
