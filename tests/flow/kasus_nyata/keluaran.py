"""Cases 26 and 28, in outputs: names that no sheet can bear, and files held open elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

HASIL = "2026-TW1/unit/PKM/Hasil_PKM_2026-TW1.xlsx"
REKAP = "2026-TW1/rekap.xlsx"
NAMA: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "26-lebih-dari-31-huruf": (
            "Raden Mas Contoh Kepala Dengan Nama Sangat Panjang, S.K.M., M.Kes.",
        )
        * 2,
        "26-tanda-terlarang": ("Contoh a/n: [Kepala] *?\\", "'Contoh'", "history"),
        "26-nama-kembar": ("Contoh Kembar", "Contoh Kembar", "CONTOH KEMBAR"),
    }
)
"""Names of the people of one unit."""
TERBUKA: Mapping[str, str] = MappingProxyType(
    {"28-rekap-terbuka": REKAP, "28-hasil-terbuka": HASIL}
)
"""Outputs that another program holds open."""
