"""Peraturan Menteri PANRB Nomor 8 Tahun 2021: Sistem Manajemen Kinerja Pegawai Negeri Sipil.

A numeric result beside the predikat of PermenPANRB 6/2022, which has replaced it.

Gaps against the law: page 92, which holds the categories, could not be read; the ranges are those
of the formulas on page 93 and of offices in practice. Between two whole percents the text says
nothing: capaian is rounded to a whole percent first (parameter `pembulatan_8_2021`). The weights
of additional work could not be read: it counts 0. How the aspects of one RHK join for posts other
than JPT is known for three aspects; here the same counts hold for two and more, and a single
aspect keeps its own value. The values of a JPT are joined by the Bobot that the unit gave, which
gives the official example 59,2 + 43,6 = 102,8; without Bobot by their mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence
from kinerja_xlsx.model.law import SebutanAngka

_NAME: Final = "PermenPANRB 8/2021"

NILAI_TERTINGGI: Final = 120
NILAI_BAIK: Final = 109
"""The value of a capaian of exactly 100 percent."""

# fmt: off
KATEGORI: Final = (
    # lowest whole percent, category; best first
    (101, SebutanAngka.SANGAT_BAIK),
    (100, SebutanAngka.BAIK),
    (80, SebutanAngka.CUKUP),
    (60, SebutanAngka.KURANG),
    (0, SebutanAngka.SANGAT_KURANG),
)
LERENG: Final = (
    # from percent, to percent, value there, value here: a straight line between them
    (101, 110, 110, 120),
    (80, 99, 70, 89),
    (60, 79, 50, 69),
    (0, 59, 0, 49),
)
NILAI_DISKRET: Final = MappingProxyType({
    # posts other than JPT: the value of one aspect by its category
    SebutanAngka.SANGAT_BAIK: 120,
    SebutanAngka.BAIK: 100,
    SebutanAngka.CUKUP: 80,
    SebutanAngka.KURANG: 60,
    SebutanAngka.SANGAT_KURANG: 25,
})
ASPEK: Final = (
    # with so many aspects of this category, the value of the RHK; the first that holds
    (SebutanAngka.SANGAT_KURANG, 2, 25),
    (SebutanAngka.SANGAT_KURANG, 1, 60),
    (SebutanAngka.KURANG, 2, 60),
    (SebutanAngka.KURANG, 1, 80),
    (SebutanAngka.CUKUP, 2, 80),
)
# fmt: on

KATEGORI_CITATION: Final = Citation(f"{_NAME} (kategori)", None, Confidence.BANYAK_SUMBER)
NILAI_CITATION: Final = Citation(f"{_NAME} (nilai capaian IKI)", None, Confidence.BANYAK_SUMBER)
DISKRET_CITATION: Final = Citation(f"{_NAME} (nilai JA/JF)", None, Confidence.SATU_SUMBER)


def kategori_of(persen: int, *, is_maksimal: bool) -> SebutanAngka:
    """Find the category of a capaian in whole percent, 0 or more.

    Args:
        persen: Whole percent.
        is_maksimal: The target is already the most that is possible; 100 is then the best.

    Source: `KATEGORI_CITATION`.
    """
    if is_maksimal and persen == KATEGORI[1][0]:
        return SebutanAngka.SANGAT_BAIK
    return next(word for limit, word in KATEGORI if persen >= limit)


def nilai_iki(persen: int, *, is_maksimal: bool) -> Fraction:
    """Turn a capaian in whole percent into the value of the indicator, 0-120, for JPT.

    Source: `NILAI_CITATION`; 98 gives 88 there.
    """
    if persen == KATEGORI[1][0]:
        return Fraction(NILAI_TERTINGGI if is_maksimal else NILAI_BAIK)
    for low, high, first, last in LERENG:
        if low <= persen <= high:
            return first + Fraction(last - first, high - low) * (persen - low)
    return Fraction(NILAI_TERTINGGI)


def nilai_aspek(kategori: Sequence[SebutanAngka]) -> int:
    """Join the categories of the aspects of one RHK to its value, for posts other than JPT.

    Source: `DISKRET_CITATION`; one aspect alone keeps its own value.
    """
    if len(set(kategori)) == 1 and (len(kategori) == 1 or kategori[0] is SebutanAngka.SANGAT_BAIK):
        return NILAI_DISKRET[kategori[0]]
    count = Counter(kategori)
    values = (value for word, least, value in ASPEK if count[word] >= least)
    return next(values, NILAI_DISKRET[SebutanAngka.BAIK])
