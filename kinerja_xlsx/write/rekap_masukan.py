"""What the agency's recap of one period is made from, and the words it shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.kinerja_unit import (
    BarisPembinaan,
    BarisPeringkat,
    GerakUnit,
    IndikatorKota,
    KelompokUnit,
    KepuasanUnit,
    MutuUnit,
)
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit, Kiriman, UsulPerubahan
from kinerja_xlsx.model.run_result import BarisBerkas
from kinerja_xlsx.policy.parameters import Parameters

BELUM_DITETAPKAN: Final = "Belum ditetapkan"
BELUM_DIISI: Final = "Belum diisi"
KIRIMAN: Final = (
    (Kiriman.SUDAH, "Sudah mengirim"),
    (Kiriman.DITOLAK, "Kiriman ditolak"),
    (Kiriman.TIDAK_TERBACA, "Tidak terbaca kali ini"),
    (Kiriman.BELUM, "Belum mengirim"),
)
"""Whether a unit has sent, as the summary counts it; the first is no cause for a reminder."""


@dataclass(frozen=True, slots=True)
class Pengesah:
    """Who signs the recap, as the settings name it.

    Attributes:
        tempat: Place of signing.
        jabatan: Office; may be empty.
        nama: Name.
        nip: NIP as text; may be empty.
    """

    tempat: str
    jabatan: str
    nama: str
    nip: str


@dataclass(frozen=True, slots=True)
class UnitDitunggu:
    """What the settings know of a unit that has not sent.

    Attributes:
        penugasan: Assignments of its roster in this period.
        kontak: Whom to ask; may be empty.
    """

    penugasan: int
    kontak: str


@dataclass(frozen=True, slots=True)
class RekapBook:
    """Everything about one agency in one period.

    Attributes:
        instansi: Name of the government; may be empty.
        kertas: Paper of the tables.
        period: The period.
        units: One line for each unit that sent or should have.
        employees: One line for each assignment.
        files: One line for each file of the period.
        changes: Cells in which submissions differ from the roster.
        held_settings: One sentence for each withheld row of the settings.
        peringkat: The units in order of rank.
        pembinaan: Days without a reason that are worth talking about.
        parameters: Those in force; None where no regulation holds.
        ditunggu: Kode Unit to what is known of it, of the units that have not sent.
        pengesah: Who signs the first page; None where the settings name nobody.
        induk: Units that stand below one another.
        kepuasan: Satisfaction with the services of all units together.
        gerak: Units by how far they moved since the period before.
        indikator: Indicators that few reach, those that nobody reaches first.
        mutu: How units came along with their workbooks, those most in need of help first.
    """

    instansi: str
    kertas: Kertas
    period: Period
    units: tuple[BarisUnit, ...]
    employees: tuple[BarisPegawai, ...]
    files: tuple[BarisBerkas, ...]
    changes: tuple[UsulPerubahan, ...]
    held_settings: tuple[str, ...] = ()
    peringkat: tuple[BarisPeringkat, ...] = ()
    pembinaan: tuple[BarisPembinaan, ...] = ()
    parameters: Parameters | None = None
    ditunggu: Mapping[str, UnitDitunggu] = field(default_factory=lambda: MappingProxyType({}))
    pengesah: Pengesah | None = None
    induk: tuple[KelompokUnit, ...] = ()
    kepuasan: KepuasanUnit = field(default_factory=KepuasanUnit)
    gerak: tuple[GerakUnit, ...] = ()
    indikator: tuple[IndikatorKota, ...] = ()
    mutu: tuple[MutuUnit, ...] = ()
