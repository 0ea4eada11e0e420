"""Other words for the choices of a list, each with one meaning only; typing slips are not here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import (
    CapaianOrganisasi,
    Ekspektasi,
    Golongan,
    JenisJabatan,
    Keadaan,
    Sifat,
    Siklus,
    StatusAsn,
    YaTidak,
)

_SEPARATORS: Final = re.compile(r"[^0-9a-z]+")
# Source: the spellings of PermenPANRB 6/2022 forms and of the applications that print them.
_BY_MEMBER: Final[Mapping[Enum, tuple[str, ...]]] = MappingProxyType(
    {
        Ekspektasi.DI_ATAS: ("di atas",),
        Ekspektasi.SESUAI: ("sesuai",),
        Ekspektasi.DI_BAWAH: ("di bawah",),
        CapaianOrganisasi.BUTUH_PERBAIKAN: (
            "cukup",
            "cukup/butuh perbaikan",
            "perlu perbaikan",
        ),
        CapaianOrganisasi.KURANG: ("kurang/misconduct", "misconduct"),
        StatusAsn.PNS: ("pns aktif", "pegawai negeri sipil"),
        StatusAsn.CPNS: ("cpns aktif", "calon pns"),
        StatusAsn.PPPK: ("p3k", "pppk aktif"),
        StatusAsn.PPPK_PARUH_WAKTU: ("p3k paruh waktu", "pppk paruh waktu aktif"),
        JenisJabatan.JPT: (
            "jabatan pimpinan tinggi",
            "pimpinan tinggi",
            "jpt utama",
            "jpt madya",
            "jpt pratama",
        ),
        JenisJabatan.ADMINISTRATOR: ("jabatan administrator",),
        JenisJabatan.PENGAWAS: ("jabatan pengawas",),
        JenisJabatan.PELAKSANA: (
            "jabatan pelaksana",
            "pelaksana/jfu",
            "jfu",
            "fungsional umum",
            "jabatan fungsional umum",
        ),
        JenisJabatan.FUNGSIONAL: ("jabatan fungsional", "fungsional/jft", "jft", "jf"),
        Sifat.PLT: ("pelaksana tugas",),
        Sifat.PLH: ("pelaksana harian",),
        Sifat.PJ: ("penjabat",),
        Keadaan.MENINGGAL: ("meninggal dunia",),
        Siklus.BULANAN: ("bulan",),
        Siklus.TRIWULANAN: ("triwulan",),
        Siklus.SEMESTER: ("semesteran",),
        YaTidak.YA: ("y",),
        YaTidak.TIDAK: ("t",),
    }
)
_GOLONGAN_WORDS: Final = ("golongan ruang", "gol ruang", "golongan", "gol")


def fold(text: str) -> str:
    """Keep letters and digits only, in lower case: `III - c` and `iii/c` become `iiic`."""
    return _SEPARATORS.sub("", text.casefold())


def choices_by_fold(choices: type[Enum]) -> Mapping[str, Enum]:
    """List the members of a list column by every folded spelling that means one of them."""
    spellings: dict[str, set[Enum]] = {}
    for member in choices:
        for text in (str(member.value), *_BY_MEMBER.get(member, ()), *_worded(member)):
            spellings.setdefault(fold(text), set()).add(member)
    return {key: members.pop() for key, members in spellings.items() if len(members) == 1}


def _worded(member: Enum) -> tuple[str, ...]:
    """Write a golongan as people do, with its word before it: `Golongan III/c`."""
    if not isinstance(member, Golongan):
        return ()
    return tuple(f"{word} {member.value}" for word in _GOLONGAN_WORDS)
