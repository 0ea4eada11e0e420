"""Other words for the choices of a list, each with one meaning only; typing slips are not here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import (
    PANGKAT,
    CapaianOrganisasi,
    Ekspektasi,
    Golongan,
    JenisJabatan,
    Jenjang,
    Keadaan,
    Predikat,
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
        Predikat.BUTUH_PERBAIKAN: ("cukup", "cukup/butuh perbaikan", "perlu perbaikan"),
        Predikat.KURANG: ("kurang", "misconduct"),
        CapaianOrganisasi.BUTUH_PERBAIKAN: (
            "cukup",
            "cukup/butuh perbaikan",
            "perlu perbaikan",
        ),
        CapaianOrganisasi.KURANG: ("kurang/misconduct", "misconduct"),
        StatusAsn.PNS: ("pns aktif", "pegawai negeri sipil", "pns organik", "pns dpk"),
        StatusAsn.CPNS: ("cpns aktif", "calon pns", "calon pegawai negeri sipil"),
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
        JenisJabatan.FUNGSIONAL: (
            "jabatan fungsional",
            "fungsional/jft",
            "jft",
            "jf",
            "fungsional tertentu",
            "jabatan fungsional tertentu",
        ),
        Jenjang.AHLI_UTAMA: ("utama",),
        Jenjang.AHLI_MADYA: ("madya",),
        Jenjang.AHLI_MUDA: ("muda",),
        Jenjang.AHLI_PERTAMA: ("pertama",),
        Sifat.PLT: ("pelaksana tugas",),
        Sifat.PLH: ("pelaksana harian",),
        Sifat.PJ: ("penjabat",),
        Keadaan.AKTIF: (
            "pns aktif",
            "cpns aktif",
            "pppk aktif",
            "pppk paruh waktu aktif",
        ),
        Keadaan.MENINGGAL: ("meninggal dunia",),
        Golongan.PPPK_9: ("ix - ahli pertama",),
        Siklus.BULANAN: ("bulan",),
        Siklus.TRIWULANAN: ("triwulan",),
        Siklus.SEMESTER: ("semesteran",),
        YaTidak.YA: ("y",),
        YaTidak.TIDAK: ("t",),
    }
)
_GLUED: Final = re.compile(r"(?<=[a-z])[\s-]+(?:tahap\s*[0-9]{1,2}\s*)?(?:tahun\s*)?20[0-9]{2}")
"""The year of an intake, glued to the status: `PPPK TAHUN 2023`, `PPPK TAHAP 1 2025`."""
_FIRST_RANK: Final = re.compile(r"tk\. i$")
_FIRST_RANK_WORDS: Final = ("tk i", "tk 1", "tingkat i", "tingkat 1")
_GOLONGAN_WORDS: Final = ("golongan ruang", "gol ruang", "golongan", "gol")


def fold(text: str) -> str:
    """Keep letters and digits only, in lower case: `III - c` and `iii/c` become `iiic`."""
    return _SEPARATORS.sub("", text.casefold())


def without_intake(text: str) -> str:
    """Drop the year of an intake at the end of a status."""
    return _GLUED.sub("", text.casefold())


@cache
def choices_by_fold(choices: type[Enum]) -> Mapping[str, Enum]:
    """List the members of a list column by every folded spelling that means one of them."""
    spellings: dict[str, set[Enum]] = {}
    for member in choices:
        for text in (str(member.value), *_BY_MEMBER.get(member, ()), *_worded(member)):
            spellings.setdefault(fold(text), set()).add(member)
    return {key: members.pop() for key, members in spellings.items() if len(members) == 1}


def _worded(member: Enum) -> tuple[str, ...]:
    """Write a golongan as people do: `Golongan III/c`, `Penata, III/c`, `PENATA / IIIc`, `PENATA`.

    The law gives each pangkat one golongan; a pangkat beside another golongan means nothing.
    """
    if not isinstance(member, Golongan):
        return ()
    golongan = member.value
    worded = [f"{word} {golongan}" for word in _GOLONGAN_WORDS]
    for pangkat in _pangkat_of(member):
        worded += [pangkat, f"{pangkat} {golongan}", f"{golongan} {pangkat}"]
    return tuple(worded)


def _pangkat_of(golongan: Golongan) -> tuple[str, ...]:
    """Spell the pangkat of a golongan with `Tk. I` in every writing met."""
    pangkat = PANGKAT.get(golongan, "").casefold()
    if not pangkat:
        return ()
    if not _FIRST_RANK.search(pangkat):
        return (pangkat,)
    return tuple(_FIRST_RANK.sub(word, pangkat) for word in _FIRST_RANK_WORDS)
