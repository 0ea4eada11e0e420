"""Words of SIASN as words of the roster: status, golongan, post, standing, names.

Each reader gives the word of ours, or None where the text means none of them for certain.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import Golongan, JenisJabatan, Jenjang, Keadaan, StatusAsn
from kinerja_xlsx.model.nip import Nip
from kinerja_xlsx.validate.synonyms import choices_by_fold, fold

_GOLONGAN: Final = MappingProxyType(dict(choices_by_fold(Golongan)))
_JENIS: Final = MappingProxyType({
    **choices_by_fold(JenisJabatan),
    "fungsionaltertentu": JenisJabatan.FUNGSIONAL,
    "jabatanfungsionaltertentu": JenisJabatan.FUNGSIONAL,
    "jabatanpimpinantinggiutama": JenisJabatan.JPT,
    "jabatanpimpinantinggimadya": JenisJabatan.JPT,
    "jabatanpimpinantinggipratama": JenisJabatan.JPT,
})  # fmt: skip
_STRUKTURAL: Final = frozenset({"jabatanstruktural", "struktural"})
_ESELON: Final = re.compile(r"(?:eselon)?(iv|v|iii|ii|i)[a-e]?")
_JENIS_BY_ESELON: Final = MappingProxyType({
    "i": JenisJabatan.JPT,
    "ii": JenisJabatan.JPT,
    "iii": JenisJabatan.ADMINISTRATOR,
    "iv": JenisJabatan.PENGAWAS,
    "v": JenisJabatan.PENGAWAS,
})  # fmt: skip
_KEADAAN: Final = MappingProxyType({
    "aktif": Keadaan.AKTIF,
    "pnsaktif": Keadaan.AKTIF,
    "cpnsaktif": Keadaan.AKTIF,
    "pppkaktif": Keadaan.AKTIF,
    "pppkparuhwaktuaktif": Keadaan.AKTIF,
    "cltn": Keadaan.CUTI,
    "cutiluartanggungannegara": Keadaan.CUTI,
    "perpanjangancltn": Keadaan.CUTI,
    "tugasbelajar": Keadaan.TUGAS_BELAJAR,
    "meninggal": Keadaan.MENINGGAL,
    "meninggaldunia": Keadaan.MENINGGAL,
})  # fmt: skip
_ENDED: Final = (
    (re.compile(r"^(?:di)?pensiun"), Keadaan.PENSIUN),
    (re.compile(r"^meninggal"), Keadaan.MENINGGAL),
    (re.compile(r"^(?:berhenti|diberhentikan|pemberhentian|mengundurkandiri)"), Keadaan.BERHENTI),
)
_TEMPORARY: Final = re.compile(r"sementara")
_LEVELS: Final = tuple(
    (re.compile(rf"\b{jenjang.value.casefold()}\b"), jenjang) for jenjang in Jenjang
)
GONE: Final = frozenset({Keadaan.PENSIUN, Keadaan.MENINGGAL, Keadaan.BERHENTI})
"""Who has left; people of the roster are marked so, others are not added."""


def read_status(jenis: str | None, status_cpns: str | None) -> StatusAsn | None:
    """Read the kind of civil servant: `PNS Daerah Kab./Kota`, with C or CPNS beside it."""
    text = fold(jenis or status_cpns or "")
    if "pppk" in text or "p3k" in text:
        return StatusAsn.PPPK_PARUH_WAKTU if "paruhwaktu" in text else StatusAsn.PPPK
    if fold(status_cpns or "") in {"c", "cpns"} or text.startswith("cpns"):
        return StatusAsn.CPNS
    if text.startswith("pns") or text == "p":
        return StatusAsn.PNS
    return None


def status_of_nip(text: str) -> StatusAsn | None:
    """Tell PNS from PPPK by digits 13 and 14, where the export has no column for it."""
    nip = Nip.parse(text)
    if nip.looks_pppk:
        return StatusAsn.PPPK
    return StatusAsn.PNS if nip.looks_pns else None


def read_golongan(text: str) -> Golongan | None:
    """Read a golongan: `III/c`, `IX`."""
    found = _GOLONGAN.get(fold(text))
    return found if isinstance(found, Golongan) else None


def is_struktural(text: str) -> bool:
    """Tell whether the kind of post is `Jabatan Struktural`, which eselon divides further."""
    return fold(text) in _STRUKTURAL


def read_jenis_jabatan(text: str, eselon: str | None) -> JenisJabatan | None:
    """Read the kind of post; a structural one by its eselon."""
    if is_struktural(text):
        match = _ESELON.fullmatch(fold(eselon or ""))
        return None if match is None else _JENIS_BY_ESELON[match[1]]
    found = _JENIS.get(fold(text))
    return found if isinstance(found, JenisJabatan) else None


def read_jenjang(jabatan: str) -> Jenjang | None:
    """Find the level in the name of a functional post: `TERAMPIL - BIDAN`, `Guru Ahli Muda`."""
    words = " ".join(jabatan.casefold().split())
    found = [jenjang for pattern, jenjang in _LEVELS if pattern.search(words)]
    return found[0] if len(found) == 1 else None


def read_keadaan(text: str) -> Keadaan | None:
    """Read the legal standing; what begins with `Pensiun` is pensiun, whatever follows."""
    folded = fold(text)
    known = _KEADAAN.get(folded)
    if known is not None or _TEMPORARY.search(folded):
        return known
    return next((keadaan for pattern, keadaan in _ENDED if pattern.search(folded)), None)


def full_name(nama: str, depan: str | None, belakang: str | None) -> str:
    """Write a name with its degrees, as the roster has it."""
    before = f"{depan} {nama}" if depan else nama
    return f"{before}, {belakang}" if belakang else before
