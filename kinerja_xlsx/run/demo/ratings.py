"""What raters set: the nine cells of the quadrant spread over an office, and their words."""

from __future__ import annotations

import math
from datetime import timedelta
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Any, Final

from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, NilaiPerilaku, YaTidak
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.demo.seed import Pattern
from kinerja_xlsx.spec.penilaian import PenilaianRow

Rating = tuple[Ekspektasi, Ekspektasi]
"""Hasil kerja and perilaku."""

_A: Final = Ekspektasi.DI_ATAS
_S: Final = Ekspektasi.SESUAI
_B: Final = Ekspektasi.DI_BAWAH

# The cells that give each predikat, as often as they shall occur.
_SANGAT_BAIK: Final = ((_A, _A),)
_BAIK: Final = ((_S, _S), (_A, _S), (_S, _S), (_S, _A), (_S, _S))
_BUTUH_PERBAIKAN: Final = ((_B, _S), (_B, _A))
_KURANG: Final = ((_S, _B), (_A, _B))
_SANGAT_KURANG: Final = ((_B, _B),)

_HEAD: Final = MappingProxyType({
    CapaianOrganisasi.ISTIMEWA: (_A, _A),
    CapaianOrganisasi.BUTUH_PERBAIKAN: (_B, _S),
})  # fmt: skip
"""The head of an office is rated as the office itself; otherwise as expected."""

_UMPAN_BALIK: Final = MappingProxyType({
    _A: ("Menjadi teladan bagi rekan kerja", "Cekatan dan memberi solusi", "Pertahankan"),
    _S: ("Ramah dan dapat diandalkan", "Disiplin; teruskan", "Terbuka bekerja sama"),
    _B: ("Perlu lebih tanggap kepada warga", "Perlu lebih disiplin waktu"),
})  # fmt: skip
_CATATAN: Final = MappingProxyType({
    _A: ("Dapat diusulkan sebagai pegawai teladan", "Bagikan cara kerjanya kepada rekan"),
    _S: ("Lanjutkan sesuai rencana", "Ikuti pelatihan pelayanan prima"),
    _B: ("Bimbingan kinerja setiap dua minggu", "Susun rencana perbaikan bersama atasan"),
})  # fmt: skip
_RENCANA: Final = (
    "Pelatihan pelayanan prima", "Magang di unit lain selama satu minggu",
    "Belajar mandiri melalui kelas daring", "Pendampingan oleh rekan senior",
)  # fmt: skip
_ANGKA: Final = MappingProxyType({_A: (101, 115), _S: (90, 100), _B: (58, 84)})
"""Nilai Perilaku to draw from."""
_IDEA_SHARE: Final = 0.3
_ALL_VALUES_SHARE: Final = 0.45
_SOME_VALUES_SHARE: Final = 0.1


def draw_ratings(
    pattern: Pattern, people: int, capaian: CapaianOrganisasi | None, rng: Random
) -> tuple[Rating, ...]:
    """Draw the ratings of an office, its head first.

    Args:
        pattern: How predikat are spread.
        people: How many are rated, the head included.
        capaian: Capaian organisasi of the office.
        rng: Source of chance.
    """
    others = people - 1
    baik = math.floor(pattern.baik * others)
    butuh = math.ceil(pattern.butuh_perbaikan * others)
    kurang = math.floor(pattern.kurang * others)
    sangat_kurang = math.floor(pattern.sangat_kurang * others)
    rest = others - baik - butuh - kurang - sangat_kurang
    cells = [
        *_cycle(_SANGAT_BAIK, rest),
        *_cycle(_BAIK, baik),
        *_cycle(_BUTUH_PERBAIKAN, butuh),
        *_cycle(_KURANG, kurang),
        *_cycle(_SANGAT_KURANG, sangat_kurang),
    ]
    rng.shuffle(cells)
    head = _HEAD.get(capaian, (_S, _S)) if capaian else (_S, _S)
    return (head, *cells)


def _cycle(cells: tuple[Rating, ...], count: int) -> list[Rating]:
    return [cells[number % len(cells)] for number in range(count)]


def draw_nilai(level: Ekspektasi, rng: Random) -> dict[str, Any]:
    """Draw the seven values, by field: all, some or none of them, in keeping with the rating."""
    chance = rng.random()
    if chance >= _ALL_VALUES_SHARE + _SOME_VALUES_SHARE:
        return {}
    fields = [value.name.lower() for value in NilaiPerilaku]
    odd = {_A: rng.randint(4, 7), _S: rng.randint(0, 2), _B: rng.randint(4, 6)}[level]
    marked = rng.sample(fields, odd)
    mark = _B if level is _B else _A
    values = {field: mark if field in marked else _S for field in fields}
    if chance < _ALL_VALUES_SHARE:
        return values
    return {field: values[field] for field in fields[: rng.randint(1, 4)]}


def with_angka(row: PenilaianRow, rng: Random) -> PenilaianRow:
    """Add what only the numeric modes ask for, in keeping with the rating of behaviour."""
    if row.rating_perilaku is None:
        return row
    low, high = _ANGKA[row.rating_perilaku]
    has_idea = row.rating_perilaku is _A and rng.random() < _IDEA_SHARE
    added = {
        "nilai_perilaku": Decimal(rng.randint(low, high)),
        "ide_baru": YaTidak.YA if has_idea else None,
    }
    return row.model_copy(update=added)


def draw_words(level: Ekspektasi, period: Period, rng: Random) -> dict[str, Any]:
    """Draw feedback, note, plan and date, by field."""
    words: dict[str, Any] = {"umpan_balik_perilaku": rng.choice(_UMPAN_BALIK[level])}
    if level is not _S or rng.random() < 1 / 3:
        words["catatan"] = rng.choice(_CATATAN[level])
    if rng.random() < 1 / 4:
        words["rencana_pengembangan"] = rng.choice(_RENCANA)
    words["tanggal_penilaian"] = period.last + timedelta(days=rng.randint(1, 8))
    return words
