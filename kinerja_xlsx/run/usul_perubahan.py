"""Where submissions differ from the roster: proposed changes, for people to decide."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from kinerja_xlsx.model.rekap import UsulPerubahan
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.pengaturan import RosterRow
from kinerja_xlsx.spec.penugasan import Settings, Subject
from kinerja_xlsx.spec.row import column_by_field

COMPARED: Final = (
    "nama", "status_asn", "golongan", "jabatan", "jenis_jabatan", "jenjang", "penilai",
    "atasan_penilai",
)  # fmt: skip


def changes_of(
    unit: str, subjects: Sequence[Subject], settings: Settings | None
) -> tuple[UsulPerubahan, ...]:
    """List cells of `Pegawai` that differ from the roster, in order of the sheet."""
    if settings is None:
        return ()
    named = {subject.nip for subject in subjects}
    roster: dict[str, list[RosterRow]] = {}
    for row in settings.roster:
        if row.nip in named:
            roster.setdefault(row.nip, []).append(row)
    changes: list[UsulPerubahan] = []
    for subject in subjects:
        listed = roster.get(subject.nip)
        if subject.penugasan is None or not listed:
            continue
        sent = subject.penugasan.pegawai.row
        changes += _differences(unit, sent, _nearest(listed, unit, sent))
    return tuple(changes)


def _nearest(listed: Sequence[RosterRow], unit: str, sent: PegawaiRow) -> RosterRow:
    """Choose the roster row that is meant: same unit and sifat, else same unit, else the first."""
    return max(listed, key=lambda row: (row.kode_unit == unit, row.sifat is sent.sifat))


def _differences(unit: str, sent: PegawaiRow, listed: RosterRow) -> list[UsulPerubahan]:
    found = [
        UsulPerubahan(
            unit=unit,
            nip=sent.nip,
            nama=sent.nama,
            kolom=column_by_field(PegawaiRow, field).heading,
            di_daftar=_text(getattr(listed, field)),
            di_isian=_text(getattr(sent, field)),
        )
        for field in COMPARED
        if getattr(listed, field) is not None and getattr(listed, field) != getattr(sent, field)
    ]
    if listed.kode_unit != unit:
        found.append(UsulPerubahan(unit, sent.nip, sent.nama, "Kode Unit", listed.kode_unit, unit))
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value.value) if isinstance(value, Enum) else str(value)
