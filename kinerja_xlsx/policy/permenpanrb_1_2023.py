"""Peraturan Menteri PANRB Nomor 1 Tahun 2023 and Peraturan BKN Nomor 3 Tahun 2023: angka kredit.

Full titles: Peraturan Menteri PANRB Nomor 1 Tahun 2023 tentang Jabatan Fungsional; Peraturan BKN
Nomor 3 Tahun 2023 tentang Angka Kredit, Kenaikan Pangkat, dan Jenjang Jabatan Fungsional.

Gaps against the law: the texts were not read in full, so no article stands beside a table. The
predikat `Butuh Perbaikan` is called `Cukup/Butuh Perbaikan` there. One source swaps the labels of
Mahir and Terampil, another the figures of Madya and Muda; the values here are those on which the
others agree, and all equal a quarter of what a rise in rank needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence
from kinerja_xlsx.model.law import Jenjang, Predikat

_NAME: Final = "PermenPANRB 1/2023 dan Peraturan BKN 3/2023"

BULAN_SETAHUN: Final = 12


@dataclass(frozen=True, slots=True)
class SyaratJenjang:
    """What a rank of functional posts earns and needs.

    Attributes:
        koefisien: Angka kredit of a full year at 100 percent.
        naik_pangkat: What a rise in rank needs.
        naik_jenjang: What a rise to the next rank of posts needs; None at the top.
    """

    koefisien: Decimal
    naik_pangkat: Decimal
    naik_jenjang: Decimal | None


# fmt: off
PERSEN: Final = MappingProxyType({
    Predikat.SANGAT_BAIK: Decimal(150),
    Predikat.BAIK: Decimal(100),
    Predikat.BUTUH_PERBAIKAN: Decimal(75),
    Predikat.KURANG: Decimal(50),
    Predikat.SANGAT_KURANG: Decimal(25),
})
SYARAT: Final = MappingProxyType({
    Jenjang.AHLI_UTAMA: SyaratJenjang(Decimal(50), Decimal(200), None),
    Jenjang.AHLI_MADYA: SyaratJenjang(Decimal("37.5"), Decimal(150), Decimal(450)),
    Jenjang.AHLI_MUDA: SyaratJenjang(Decimal(25), Decimal(100), Decimal(200)),
    Jenjang.AHLI_PERTAMA: SyaratJenjang(Decimal("12.5"), Decimal(50), Decimal(100)),
    Jenjang.PENYELIA: SyaratJenjang(Decimal(25), Decimal(100), None),
    Jenjang.MAHIR: SyaratJenjang(Decimal("12.5"), Decimal(50), Decimal(100)),
    Jenjang.TERAMPIL: SyaratJenjang(Decimal(5), Decimal(20), Decimal(60)),
    Jenjang.PEMULA: SyaratJenjang(Decimal("3.75"), Decimal(15), Decimal(15)),
})
# fmt: on

PERSEN_CITATION: Final = Citation(f"{_NAME} (persentase)", None, Confidence.BANYAK_SUMBER)
KOEFISIEN_CITATION: Final = Citation(f"{_NAME} (koefisien)", None, Confidence.BANYAK_SUMBER)
