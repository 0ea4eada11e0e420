"""Choices that an office makes in `Kebijakan`; the values are what it types."""

from __future__ import annotations

from enum import Enum


class ModeAngka(Enum):
    """A numeric result beside the predikat, chosen by the office; never the predikat itself."""

    TANPA = "tanpa angka"
    PP_30_2019_70 = "PP 30/2019 70:30"
    PP_30_2019_60 = "PP 30/2019 60:40"
    PERMENPANRB_8_2021 = "PermenPANRB 8/2021"


class AturanTpp(Enum):
    """A local table of deductions for a simulation of TPP; the value is what an office types."""

    TANPA = "tanpa simulasi"
    KAB_SERANG = "Perbup Serang 1/2021"
    SAMARINDA = "Perwali Samarinda 31/2022"
    PERMENTAN = "Permentan 68/2012"


class BasisPotongan(Enum):
    """What a deduction for absence cuts."""

    KEHADIRAN = "bagian kehadiran"
    SELURUH = "seluruh TPP"


class PersenPredikat(Enum):
    """What a predikat pays, best first, in percent; the value is what an office types."""

    KEMNAKER = "100/100/85/60/60"
    BERTINGKAT = "100/90/70/50/30"
