"""Peraturan Menteri PANRB Nomor 6 Tahun 2022: Pengelolaan Kinerja Pegawai Aparatur Sipil Negara.

Full title: Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 6 Tahun
2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara. With it, for the distribution
patterns: Surat Edaran Menteri PANRB Nomor 3 Tahun 2023 tentang Tata Cara Penetapan Predikat
Kinerja Pegawai Aparatur Sipil Negara, 31 January 2023, said to elaborate Pasal 24 and 25.

Gaps against the law: the text was not read in full, so no article stands beside a table. The
formulas for capaian are those of the examples of PermenPANRB 8/2021, which this regulation
replaced; they make proposals only. The day of entry into force was not read either: half-year II
of 2021 still followed PermenPANRB 8/2021, so the first day is taken as 1 January 2022. The
patterns are dated later, but are those by which evaluations of 2022 were closed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.citation import Citation, Confidence
from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Predikat
from kinerja_xlsx.policy.base import Batas, Pola, PolaRule, Policy

_NAME: Final = "PermenPANRB 6/2022"

_ATAS: Final = Ekspektasi.DI_ATAS
_SESUAI: Final = Ekspektasi.SESUAI
_BAWAH: Final = Ekspektasi.DI_BAWAH

_SB: Final = Predikat.SANGAT_BAIK
_B: Final = Predikat.BAIK
_BP: Final = Predikat.BUTUH_PERBAIKAN
_K: Final = Predikat.KURANG
_SK: Final = Predikat.SANGAT_KURANG

# fmt: off
KUADRAN: Final = MappingProxyType({
    # (hasil kerja, perilaku): predikat
    (_ATAS,   _BAWAH): _K,   (_ATAS,   _SESUAI): _B,   (_ATAS,   _ATAS): _SB,
    (_SESUAI, _BAWAH): _K,   (_SESUAI, _SESUAI): _B,   (_SESUAI, _ATAS): _B,
    (_BAWAH,  _BAWAH): _SK,  (_BAWAH,  _SESUAI): _BP,  (_BAWAH,  _ATAS): _BP,
})

POLA: Final = MappingProxyType({
    CapaianOrganisasi.ISTIMEWA: Pola(_SB, (
        PolaRule((_SB,), Batas.PALING_BANYAK, Decimal(70)),
    )),
    CapaianOrganisasi.BAIK: Pola(_B, (
        PolaRule((_B,), Batas.PALING_BANYAK, Decimal(70)),
        PolaRule((_BP, _K), Batas.HARUS_ADA),
    )),
    CapaianOrganisasi.BUTUH_PERBAIKAN: Pola(_BP, (
        PolaRule((_BP,), Batas.PALING_SEDIKIT, Decimal(60)),
        PolaRule((_SB,), Batas.PALING_BANYAK, Decimal(10)),
    )),
    CapaianOrganisasi.KURANG: Pola(_K, (
        PolaRule((_K,), Batas.PALING_SEDIKIT, Decimal(60)),
        PolaRule((_BP,), Batas.PALING_SEDIKIT, Decimal(10)),
        PolaRule((_SB,), Batas.PALING_BANYAK, Decimal(10)),
    )),
    CapaianOrganisasi.SANGAT_KURANG: Pola(_SK, (
        PolaRule((_SK,), Batas.PALING_SEDIKIT, Decimal(60)),
        PolaRule((_BP, _K), Batas.PALING_SEDIKIT, Decimal(10)),
        PolaRule((_SB,), Batas.TIDAK_ADA),
    )),
})
# fmt: on

PERMENPANRB_6_2022: Final = Policy(
    name=_NAME,
    title=(
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 6 Tahun "
        "2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara"
    ),
    since=date(2022, 1, 1),
    until=None,
    since_citation=Citation(_NAME, confidence=Confidence.TURUNAN),
    kuadran=KUADRAN,
    kuadran_citation=Citation(f"{_NAME} (kuadran kinerja)", confidence=Confidence.BANYAK_SUMBER),
    urutan=(_SB, _B, _BP, _K, _SK),
    rating_citation=Citation(
        f"{_NAME} (rating ditetapkan pejabat penilai)", confidence=Confidence.BANYAK_SUMBER
    ),
    usulan_citation=Citation(f"{_NAME} (syarat rating)", confidence=Confidence.SATU_SUMBER),
    capaian_citation=Citation(
        "PermenPANRB 8/2021 (rumus capaian)", confidence=Confidence.SATU_SUMBER
    ),
    pola=POLA,
    pola_citation=Citation(
        "SE MenPANRB 3/2023 (pola distribusi)", confidence=Confidence.SATU_SUMBER
    ),
)
