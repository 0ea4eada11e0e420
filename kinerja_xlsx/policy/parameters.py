"""Dated parameters: what the law leaves open, each with its legal basis or the lack of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.citation import Confidence
from kinerja_xlsx.model.kebijakan import AturanTpp, BasisPotongan, ModeAngka, PersenPredikat
from kinerja_xlsx.model.number import DISPLAY_DECIMALS
from kinerja_xlsx.model.parameter import NamaParameter
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.policy.parameter import (
    BulanHilang,
    Override,
    Parameter,
    ParameterValue,
    PembulatanPersen,
    Setting,
)

_START: Final = date(2022, 1, 1)  # as PermenPANRB 6/2022, the first policy

# fmt: off
BATAS_CAPAIAN: Final = Parameter(
    "batas_capaian", "Capaian indikator dibatasi 0 sampai angka ini.", "persen",
    (ParameterValue(_START, Decimal(120), Confidence.TURUNAN),),
    Decimal(100), Decimal(200))
TARGET_NOL: Final = Parameter(
    "target_nol", "Capaian indikator arah Turun bila target dan realisasinya 0; bila realisasi "
    "lebih dari 0, capaiannya 0. Indikator arah Naik dengan target 0 tidak dinilai.", "persen",
    (ParameterValue(_START, Decimal(100), Confidence.TURUNAN),),
    Decimal(0), Decimal(200))
AMBANG_DI_ATAS: Final = Parameter(
    "ambang_di_atas", "Capaian RHK di atas angka ini diusulkan Di Atas Ekspektasi.", "persen",
    (ParameterValue(_START, Decimal(100), Confidence.SATU_SUMBER),),
    Decimal(0), Decimal(200))
AMBANG_SESUAI: Final = Parameter(
    "ambang_sesuai", "Capaian RHK mulai angka ini diusulkan Sesuai Ekspektasi, di bawahnya "
    "Di Bawah Ekspektasi.", "persen",
    (ParameterValue(_START, Decimal(90), Confidence.SATU_SUMBER),),
    Decimal(0), Decimal(200))
SEBAGIAN_BESAR: Final = Parameter(
    "sebagian_besar", "Bagian RHK yang lebih dari angka ini disebut sebagian besar.", "persen",
    (ParameterValue(_START, Decimal(50), Confidence.TAFSIR),),
    Decimal(0), Decimal(100))
SEBAGIAN_KECIL_UTAMA: Final = Parameter(
    "sebagian_kecil_utama", "Bagian RHK utama yang tidak lebih dari angka ini disebut sebagian "
    "kecil.", "persen",
    (ParameterValue(_START, Decimal(25), Confidence.TAFSIR),),
    Decimal(0), Decimal(100))
BULAN_HILANG: Final = Parameter(
    "bulan_hilang", "Perlakuan periode yang belum ada saat realisasi digabungkan: dilewati "
    "(dinilai dari periode yang ada, dan dicetak) atau ditahan (menunggu lengkap).", "",
    (ParameterValue(_START, BulanHilang.DILEWATI, Confidence.TAFSIR),))
AMBANG_LONJAKAN: Final = Parameter(
    "ambang_lonjakan", "Capaian yang naik atau turun lebih dari angka ini sejak periode "
    "sebelumnya disebut untuk diperiksa.", "persen",
    (ParameterValue(_START, Decimal(30), Confidence.TAFSIR),),
    Decimal(1), Decimal(200))
HARI_KEBERATAN: Final = Parameter(
    "hari_keberatan", "Paling lama sekian hari sejak hasil evaluasi diterima, keberatan diajukan "
    "kepada atasan pejabat penilai kinerja.", "hari kalender",
    (ParameterValue(_START, 14, Confidence.BANYAK_SUMBER, "PP 30/2019 Pasal 59"),),
    Decimal(1), Decimal(90))
PEMBULATAN_TAMPIL: Final = Parameter(
    "pembulatan_tampil", "Angka di belakang koma yang ditampilkan; setengah dibulatkan ke atas. "
    "Penggolongan memakai angka yang belum dibulatkan.", "angka di belakang koma",
    (ParameterValue(_START, DISPLAY_DECIMALS, Confidence.TAFSIR),),
    Decimal(0), Decimal(4))
UNIT_KECIL: Final = Parameter(
    "unit_kecil", "Di bawah jumlah ini, sebaran yang belum sesuai pola hanya dicatat. Batas "
    "paling banyak dibulatkan ke bawah (sedikitnya 1), batas paling sedikit ke atas.", "pegawai",
    (ParameterValue(_START, 10, Confidence.TURUNAN),),
    Decimal(0), Decimal(1000))
MODE_ANGKA: Final = Parameter(
    "mode_angka", "Hasil angka di samping predikat. Predikat resmi tetap dari kuadran.", "",
    (ParameterValue(_START, ModeAngka.TANPA, Confidence.TAFSIR),))
PEMBULATAN_8_2021: Final = Parameter(
    "pembulatan_8_2021", "Pembulatan capaian menjadi persen bulat sebelum dikategorikan; hanya "
    "untuk mode angka PermenPANRB 8/2021.", "",
    (ParameterValue(_START, PembulatanPersen.SETENGAH_KE_ATAS, Confidence.TURUNAN),))
PEMBULATAN_ANGKA_KREDIT: Final = Parameter(
    "pembulatan_angka_kredit", "Angka di belakang koma dari angka kredit satu periode; setengah "
    "dibulatkan ke atas, baru kemudian dijumlahkan.", "angka di belakang koma",
    (ParameterValue(_START, 3, Confidence.SATU_SUMBER),),
    Decimal(0), Decimal(4))
ATURAN_TPP: Final = Parameter(
    "aturan_tpp", "Tabel potongan untuk simulasi TPP dalam persen; hanya simulasi.", "",
    (ParameterValue(_START, AturanTpp.TANPA, Confidence.TAFSIR),))
BOBOT_KINERJA_TPP: Final = Parameter(
    "bobot_kinerja_tpp", "Bagian TPP yang mengikuti predikat; selebihnya mengikuti kehadiran.",
    "persen", (ParameterValue(_START, Decimal(60), Confidence.BANYAK_SUMBER),),
    Decimal(0), Decimal(100))
BASIS_POTONGAN_TPP: Final = Parameter(
    "basis_potongan_tpp", "Yang dipotong karena kehadiran: bagian kehadiran, atau seluruh TPP.",
    "", (ParameterValue(_START, BasisPotongan.KEHADIRAN, Confidence.TAFSIR),))
PERSEN_PREDIKAT_TPP: Final = Parameter(
    "persen_predikat_tpp", "Persen untuk Sangat Baik/Baik/Butuh Perbaikan/Kurang/Sangat Kurang.",
    "", (ParameterValue(_START, PersenPredikat.KEMNAKER, Confidence.SATU_SUMBER),))
TABLES: Final = MappingProxyType({
    NamaParameter(table.name): table
    for table in (
        BATAS_CAPAIAN, TARGET_NOL, AMBANG_DI_ATAS, AMBANG_SESUAI, SEBAGIAN_BESAR,
        SEBAGIAN_KECIL_UTAMA, BULAN_HILANG, AMBANG_LONJAKAN, HARI_KEBERATAN, PEMBULATAN_TAMPIL,
        UNIT_KECIL, MODE_ANGKA, PEMBULATAN_8_2021, PEMBULATAN_ANGKA_KREDIT, ATURAN_TPP,
        BOBOT_KINERJA_TPP, BASIS_POTONGAN_TPP, PERSEN_PREDIKAT_TPP,
    )
})
# fmt: on
"""Every parameter by its name."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters as they hold for one period; each is described beside its table."""

    batas_capaian: Setting[Decimal]
    target_nol: Setting[Decimal]
    ambang_di_atas: Setting[Decimal]
    ambang_sesuai: Setting[Decimal]
    sebagian_besar: Setting[Decimal]
    sebagian_kecil_utama: Setting[Decimal]
    bulan_hilang: Setting[BulanHilang]
    ambang_lonjakan: Setting[Decimal]
    hari_keberatan: Setting[int]
    pembulatan_tampil: Setting[int]
    unit_kecil: Setting[int]
    mode_angka: Setting[ModeAngka]
    pembulatan_8_2021: Setting[PembulatanPersen]
    pembulatan_angka_kredit: Setting[int]
    aturan_tpp: Setting[AturanTpp]
    bobot_kinerja_tpp: Setting[Decimal]
    basis_potongan_tpp: Setting[BasisPotongan]
    persen_predikat_tpp: Setting[PersenPredikat]


def parameters_for(period: Period, overrides: Sequence[Override] = ()) -> Parameters:
    """Find the value of every parameter on the last day of a period.

    Args:
        period: The period.
        overrides: What `Kebijakan` sets, in any order; checked before.

    Raises:
        NoPolicyError: The period ends before the first value.

    Source: the legal basis of each value; of the defaults only the objection's has one.
    """
    day = period.last
    return Parameters(
        batas_capaian=BATAS_CAPAIAN.at(day, overrides),
        target_nol=TARGET_NOL.at(day, overrides),
        ambang_di_atas=AMBANG_DI_ATAS.at(day, overrides),
        ambang_sesuai=AMBANG_SESUAI.at(day, overrides),
        sebagian_besar=SEBAGIAN_BESAR.at(day, overrides),
        sebagian_kecil_utama=SEBAGIAN_KECIL_UTAMA.at(day, overrides),
        bulan_hilang=BULAN_HILANG.at(day, overrides),
        ambang_lonjakan=AMBANG_LONJAKAN.at(day, overrides),
        hari_keberatan=HARI_KEBERATAN.at(day, overrides),
        pembulatan_tampil=PEMBULATAN_TAMPIL.at(day, overrides),
        unit_kecil=UNIT_KECIL.at(day, overrides),
        mode_angka=MODE_ANGKA.at(day, overrides),
        pembulatan_8_2021=PEMBULATAN_8_2021.at(day, overrides),
        pembulatan_angka_kredit=PEMBULATAN_ANGKA_KREDIT.at(day, overrides),
        aturan_tpp=ATURAN_TPP.at(day, overrides),
        bobot_kinerja_tpp=BOBOT_KINERJA_TPP.at(day, overrides),
        basis_potongan_tpp=BASIS_POTONGAN_TPP.at(day, overrides),
        persen_predikat_tpp=PERSEN_PREDIKAT_TPP.at(day, overrides),
    )
