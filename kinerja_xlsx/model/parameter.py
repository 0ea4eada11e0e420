"""Names of the parameters that an office may set in `Kebijakan`; values stand in `policy`."""

from __future__ import annotations

from enum import Enum


class NamaParameter(Enum):
    """One parameter, by its name as in `Kebijakan`, in the README and in the trail."""

    BATAS_CAPAIAN = "batas_capaian"
    TARGET_NOL = "target_nol"
    AMBANG_DI_ATAS = "ambang_di_atas"
    AMBANG_SESUAI = "ambang_sesuai"
    SEBAGIAN_BESAR = "sebagian_besar"
    SEBAGIAN_KECIL_UTAMA = "sebagian_kecil_utama"
    BULAN_HILANG = "bulan_hilang"
    AMBANG_LONJAKAN = "ambang_lonjakan"
    HARI_KEBERATAN = "hari_keberatan"
    PEMBULATAN_TAMPIL = "pembulatan_tampil"
    UNIT_KECIL = "unit_kecil"
    MODE_ANGKA = "mode_angka"
    PEMBULATAN_8_2021 = "pembulatan_8_2021"
    PEMBULATAN_ANGKA_KREDIT = "pembulatan_angka_kredit"
    ATURAN_TPP = "aturan_tpp"
    BOBOT_KINERJA_TPP = "bobot_kinerja_tpp"
    BASIS_POTONGAN_TPP = "basis_potongan_tpp"
    PERSEN_PREDIKAT_TPP = "persen_predikat_tpp"
