"""Peraturan Pemerintah Nomor 30 Tahun 2019: Penilaian Kinerja Pegawai Negeri Sipil.

A numeric result beside the predikat of PermenPANRB 6/2022, for offices that still need one.

Gaps against the law: only Pasal 41 could be read, and its last two bands only through a practice
that matches them; so every citation names Pasal 41 with its confidence. The bands are printed
there with whole numbers; here each begins at its lower limit, unrounded, so that no value falls
between two of them.
"""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence
from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import SebutanAngka

_NAME: Final = "PP 30/2019"
_PASAL: Final = "Ps. 41"

NILAI_TERTINGGI: Final = Decimal(120)
"""A weighed result is limited to this."""

# fmt: off
BOBOT: Final = MappingProxyType({
    # mode: (SKP, perilaku kerja), in percent; 60:40 where peers and staff gave their opinion
    ModeAngka.PP_30_2019_70: (Decimal(70), Decimal(30)),
    ModeAngka.PP_30_2019_60: (Decimal(60), Decimal(40)),
    ModeAngka.PERMENPANRB_8_2021: (Decimal(70), Decimal(30)),
})
SEBUTAN: Final = (
    # lower limit, word; best first
    (Decimal(110), SebutanAngka.SANGAT_BAIK),
    (Decimal(90), SebutanAngka.BAIK),
    (Decimal(70), SebutanAngka.CUKUP),
    (Decimal(50), SebutanAngka.KURANG),
    (Decimal(0), SebutanAngka.SANGAT_KURANG),
)
# fmt: on

BOBOT_CITATION: Final = Citation(_NAME, _PASAL, Confidence.BANYAK_SUMBER)
SEBUTAN_CITATION: Final = Citation(_NAME, _PASAL, Confidence.SATU_SUMBER)


def sebutan_of(nilai: Decimal, *, has_ide_baru: bool) -> SebutanAngka:
    """Find the word for a weighed result; the highest needs a useful new idea as well.

    Args:
        nilai: 0-120, unrounded.
        has_ide_baru: The rater confirmed an idea or way of working that is new and useful.

    Source: PP 30/2019 Ps. 41; without a new idea a result of 110 and more is Baik.
    """
    found = next(word for limit, word in SEBUTAN if nilai >= limit)
    if found is SebutanAngka.SANGAT_BAIK and not has_ide_baru:
        return SebutanAngka.BAIK
    return found
