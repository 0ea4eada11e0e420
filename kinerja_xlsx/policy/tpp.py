"""Local rules on tambahan penghasilan pegawai (TPP) as dated tables, for a simulation in percent.

No amounts of money. The articles of Serang's rules could not be read: its figures come from news,
and those of other places stand beside them for comparison. An office chooses a table in
`Kebijakan`, and sets weight, base and percentages there with its own legal basis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence
from kinerja_xlsx.model.kebijakan import AturanTpp, PersenPredikat
from kinerja_xlsx.model.law import Predikat


@dataclass(frozen=True, slots=True)
class TabelPotongan:
    """What one place deducts for absence, in percent of the base.

    Attributes:
        since: First day in force.
        citation: Where the figures come from, and how sure they are.
        persen: Field of `Kehadiran` to percent for each day or time.
    """

    since: date
    citation: Citation
    persen: Mapping[str, Decimal]


def _table(**persen: str) -> Mapping[str, Decimal]:
    return MappingProxyType({field: Decimal(text) for field, text in persen.items()})


# fmt: off
POTONGAN: Final = MappingProxyType({
    AturanTpp.KAB_SERANG: TabelPotongan(
        date(2021, 1, 1),
        Citation("Perbup Serang 1/2021 (menurut berita)", None, Confidence.SATU_SUMBER),
        _table(alpa="2.5", terlambat_90="1.5", terlambat_lebih="1.5", tidak_apel="1.5")),
    AturanTpp.SAMARINDA: TabelPotongan(
        date(2022, 8, 1),
        Citation("Perwali Samarinda 31/2022", "Ps. 13", Confidence.SATU_SUMBER),
        _table(alpa="7", terlambat_30="2.5", terlambat_60="3", terlambat_90="4",
               terlambat_lebih="5", tidak_apel="3")),
    AturanTpp.PERMENTAN: TabelPotongan(
        date(2012, 1, 1),
        Citation("Permentan 68/2012", None, Confidence.SATU_SUMBER),
        _table(alpa="4", terlambat_30="0.5", terlambat_60="1", terlambat_90="1.5",
               terlambat_lebih="2", pulang_cepat_30="0.5", pulang_cepat_60="1",
               pulang_cepat_90="1.5", pulang_cepat_lebih="2")),
})
PERSEN: Final = MappingProxyType({
    PersenPredikat.KEMNAKER: MappingProxyType({
        Predikat.SANGAT_BAIK: Decimal(100), Predikat.BAIK: Decimal(100),
        Predikat.BUTUH_PERBAIKAN: Decimal(85), Predikat.KURANG: Decimal(60),
        Predikat.SANGAT_KURANG: Decimal(60)}),
    PersenPredikat.BERTINGKAT: MappingProxyType({
        Predikat.SANGAT_BAIK: Decimal(100), Predikat.BAIK: Decimal(90),
        Predikat.BUTUH_PERBAIKAN: Decimal(70), Predikat.KURANG: Decimal(50),
        Predikat.SANGAT_KURANG: Decimal(30)}),
})
# fmt: on

PERSEN_CITATIONS: Final = MappingProxyType(
    {
        PersenPredikat.KEMNAKER: Citation(
            "Permenaker 15/2024 dan Kepsekjen 82/2025", None, Confidence.SATU_SUMBER
        ),
        PersenPredikat.BERTINGKAT: Citation(
            "praktik satu aplikasi, bukan aturan", "tanpa pasal", Confidence.UMUM
        ),
    }
)
