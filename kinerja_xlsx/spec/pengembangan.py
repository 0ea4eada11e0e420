"""Every sentence about a person's own results, with the rule that chooses it, for review.

They serve a conversation, not a judgement: what went well, what can grow, which step was agreed.
Each is filled from the person's own rows and figures alone. Nobody is compared with a colleague,
nothing is said of what is missing but that it is not there yet, and nobody is blamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final


class Bagian(Enum):
    """Which part of the conversation a sentence belongs to, in the order of the form."""

    UMPAN_BALIK = "Umpan balik penilai"
    SUDAH_BAIK = "Yang sudah baik"
    DITINGKATKAN = "Yang dapat ditingkatkan"
    BELUM_ADA = "Yang belum ada"
    LANGKAH = "Rencana pengembangan"


class Ucapan(Enum):
    """The sentences, by what they tell."""

    UMPAN_BALIK = "umpan balik"
    UMPAN_BALIK_INDIKATOR = "umpan balik indikator"
    TANPA_UMPAN_BALIK = "tanpa umpan balik"
    SATU_TERCAPAI = "satu tercapai"
    SEMUA_TERCAPAI = "semua tercapai"
    SEBAGIAN_TERCAPAI = "sebagian tercapai"
    TERJAUH = "terjauh"
    DIURAIKAN = "diuraikan"
    PERILAKU_DI_ATAS = "perilaku di atas"
    DI_BAWAH_TARGET = "di bawah target"
    PERILAKU_DIPERKUAT = "perilaku diperkuat"
    BELUM_ADA_REALISASI = "belum ada realisasi"
    BELUM_DIURAIKAN = "belum diuraikan"
    LANGKAH = "langkah"
    TANPA_LANGKAH = "tanpa langkah"


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence.

    Attributes:
        bagian: Where it stands.
        teks: The words; placeholders are filled from the person's own data.
        aturan: When it is said, in Indonesian, as the README prints it.
    """

    bagian: Bagian
    teks: str
    aturan: str


_UMPAN: Final = Bagian.UMPAN_BALIK
_BAIK: Final = Bagian.SUDAH_BAIK
_TINGKAT: Final = Bagian.DITINGKATKAN
_BELUM: Final = Bagian.BELUM_ADA
_LANGKAH: Final = Bagian.LANGKAH
# fmt: off
KALIMAT: Final = MappingProxyType({
    Ucapan.UMPAN_BALIK: Kalimat(_UMPAN,
        "«{umpan_balik}»",
        "Umpan Balik Perilaku terisi; yang panjang dipotong"),
    Ucapan.UMPAN_BALIK_INDIKATOR: Kalimat(_UMPAN,
        "«{umpan_balik}» (indikator {nomor})",
        "hanya Umpan Balik pada indikator yang terisi: yang pertama"),
    Ucapan.TANPA_UMPAN_BALIK: Kalimat(_UMPAN,
        "belum ada.",
        "tidak ada umpan balik"),
    Ucapan.SATU_TERCAPAI: Kalimat(_BAIK,
        "Indikator {nomor} mencapai target (capaian {capaian}%).",
        "satu indikator dinilai, capaiannya 100 atau lebih"),
    Ucapan.SEMUA_TERCAPAI: Kalimat(_BAIK,
        "Semua {banyak} indikator yang dinilai mencapai target.",
        "beberapa indikator dinilai, semua capaiannya 100 atau lebih"),
    Ucapan.SEBAGIAN_TERCAPAI: Kalimat(_BAIK,
        "{tercapai} dari {banyak} indikator yang dinilai mencapai target; capaian tertinggi pada "
        "indikator {nomor} ({capaian}%).",
        "sebagian capaiannya 100 atau lebih"),
    Ucapan.TERJAUH: Kalimat(_BAIK,
        "Kemajuan terjauh pada indikator {nomor} (capaian {capaian}%).",
        "tidak ada capaian 100 atau lebih, tetapi ada yang di atas 0"),
    Ucapan.DIURAIKAN: Kalimat(_BAIK,
        "Realisasi {tercapai} dari {banyak} indikator sudah diuraikan.",
        "pendekatan kualitatif, ada Uraian Realisasi"),
    Ucapan.PERILAKU_DI_ATAS: Kalimat(_BAIK,
        "Perilaku di atas ekspektasi: {nilai}.",
        "ada nilai perilaku Di Atas Ekspektasi"),
    Ucapan.DI_BAWAH_TARGET: Kalimat(_TINGKAT,
        "Capaian indikator {daftar}.",
        "ada capaian di bawah 100: paling banyak dua yang terendah, lalu banyaknya yang lain"),
    Ucapan.PERILAKU_DIPERKUAT: Kalimat(_TINGKAT,
        "Perilaku yang dapat diperkuat: {nilai}.",
        "ada nilai perilaku Di Bawah Ekspektasi"),
    Ucapan.BELUM_ADA_REALISASI: Kalimat(_BELUM,
        "Realisasi indikator {daftar}, sehingga belum dinilai.",
        "ada Realisasi yang kosong: paling banyak tiga nomor, lalu banyaknya yang lain"),
    Ucapan.BELUM_DIURAIKAN: Kalimat(_BELUM,
        "Uraian realisasi indikator {daftar}.",
        "pendekatan kualitatif, ada Uraian Realisasi yang kosong"),
    Ucapan.LANGKAH: Kalimat(_LANGKAH,
        "{langkah}",
        "Rencana Pengembangan terisi: apa adanya"),
    Ucapan.TANPA_LANGKAH: Kalimat(_LANGKAH,
        "Belum ada langkah yang disepakati.",
        "Rencana Pengembangan kosong"),
})
# fmt: on
SERTA_LAINNYA: Final = "serta {banyak} indikator lainnya"
"""Ends a list of which some are not named."""


def ucap(ucapan: Ucapan, **isi: str) -> str:
    """Fill one sentence.

    Args:
        ucapan: Which one.
        **isi: What its placeholders stand for.
    """
    return KALIMAT[ucapan].teks.format_map(isi)
