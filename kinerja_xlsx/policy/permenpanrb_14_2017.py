"""Peraturan Menteri PANRB Nomor 14 Tahun 2017: Pedoman Penyusunan Survei Kepuasan Masyarakat.

Full title: Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun
2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik.

Gaps against the law: the text was not read in full, so no article stands beside a table. The
sources order U8 and U9 differently, which changes no sum. Some sources write the weight as 0,11;
nine answers of 4 would then give 99 instead of 100, so the weight here is exactly one ninth. The
bands are printed there with two decimals; here each begins at its lower limit, unrounded, so that
no value falls between two of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence
from kinerja_xlsx.model.law import MutuPelayanan

_NAME: Final = "PermenPANRB 14/2017"

JUMLAH_UNSUR: Final = 9
"""All elements weigh the same: one ninth."""
KONVERSI: Final = 25
"""Turns the scale 1-4 into 25-100."""

# fmt: off
MUTU: Final = (
    # lower limit, mutu pelayanan, kinerja unit
    (Decimal("88.31"), MutuPelayanan.A, "Sangat Baik"),
    (Decimal("76.61"), MutuPelayanan.B, "Baik"),
    (Decimal("65.00"), MutuPelayanan.C, "Kurang Baik"),
    (Decimal("25.00"), MutuPelayanan.D, "Tidak Baik"),
)
# fmt: on

SKM_CITATION: Final = Citation(f"{_NAME} (rumus SKM)", confidence=Confidence.SATU_SUMBER)
MUTU_CITATION: Final = Citation(f"{_NAME} (mutu pelayanan)", confidence=Confidence.BANYAK_SUMBER)
