"""Kinds of places in a workspace that can hold a person's data, told by their path."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.data_orang import JenisTempat
from kinerja_xlsx.run.cetak_penjelasan import FOLDER as CETAK_PENJELASAN
from kinerja_xlsx.run.ekspor import FOLDER as EKSPOR
from kinerja_xlsx.run.impor_pegawai import FOLDER as IMPOR_FOLDER
from kinerja_xlsx.run.workspace import ARSIP, MANIFEST, PENGATURAN

SETELAN: Final = JenisTempat(
    "pengaturan",
    "Daftar induk di Pengaturan",
    "Hapus barisnya di lembar itu, jangan berkasnya. Isian yang masih menyebut orang itu lalu "
    "ditahan (BRS-06) sampai barisnya di isian dihapus juga.",
)
ISIAN: Final = JenisTempat(
    "isian",
    "Kiriman unit",
    "Boleh dihapus dengan tangan, seluruh berkas atau barisnya saja. Proses berikutnya menghitung "
    "tanpa data itu; unit yang berkasnya tidak ada lagi tercatat belum mengirim.",
)
ISIAN_ARSIP: Final = JenisTempat(
    "arsip",
    "Kiriman unit yang sudah diarsipkan",
    "Boleh dihapus dengan tangan setelah masa simpannya lewat. Hasil periode itu lalu tidak dapat "
    "dihitung ulang, dan gabungan triwulan, semester, atau tahunnya kehilangan angka itu.",
)
TEMPLAT: Final = JenisTempat(
    "templat",
    "Templat terisi",
    "Boleh dihapus. Perintah templat membuatnya lagi selama orang itu ada di Pengaturan.",
)
TABEL: Final = JenisTempat(
    "ekspor", "Tabel ekspor", "Boleh dihapus. Hanya perintah ekspor yang membuatnya lagi."
)
PENJELASAN: Final = JenisTempat(
    "penjelasan",
    "Penjelasan dan perbandingan",
    "Boleh dihapus. Proses tidak menghapus dan tidak membuatnya lagi; hanya jelaskan --cetak atau "
    "banding.",
)
IMPOR: Final = JenisTempat(
    "impor",
    "Usulan Pengaturan dari impor",
    "Boleh dihapus setelah disalin. Hanya perintah impor-pegawai yang membuatnya lagi.",
)
HASIL: Final = JenisTempat(
    "hasil",
    "Hasil proses",
    "Boleh dihapus, tetapi proses membuatnya lagi selama datanya masih ada di input. Yang sudah "
    "dibagikan atau dicetak tidak ikut terhapus.",
)
CATATAN_HASIL: Final = JenisTempat(
    "manifest",
    "Catatan hasil proses",
    "Proses membuatnya lagi. Bila dihapus sendirian, hasil lama yang tidak dipakai lagi tidak "
    "dibersihkan, dan yang berubah sejak putaran lalu tidak disebut.",
)
RIWAYAT: Final = JenisTempat(
    "riwayat",
    "Catatan riwayat",
    "Boleh dihapus kapan saja, tetapi hanya seluruhnya; yang hilang riwayat semua orang. Hasil "
    "tidak berubah.",
)
LAIN: Final = JenisTempat("lain", "Berkas lain", "Boleh dihapus bila memang tidak diperlukan.")
ORDER: Final = (
    SETELAN, ISIAN, ISIAN_ARSIP, TEMPLAT, HASIL, CATATAN_HASIL, PENJELASAN, TABEL, IMPOR, RIWAYAT,
    LAIN,
)  # fmt: skip
_INPUT: Final = MappingProxyType({PENGATURAN: SETELAN, ARSIP: ISIAN_ARSIP})
_BESIDE: Final = "banding_"
_FOLDERS: Final = MappingProxyType(
    {"templat": TEMPLAT, EKSPOR: TABEL, CETAK_PENJELASAN: PENJELASAN}
)
"""Folders of a period whose files are not made by a run."""


def kind_of(path: str) -> JenisTempat:
    """Tell what a file is, by its path below the workspace."""
    parts = PurePosixPath(path).parts
    match parts:
        case ("input", first, *_):
            return _INPUT.get(first, ISIAN)
        case ("output", *rest) if rest:
            return _output(tuple(rest))
        case (".kinerja", *_):
            return RIWAYAT
    return LAIN


def _output(parts: tuple[str, ...]) -> JenisTempat:
    if parts[0] == IMPOR_FOLDER:
        return IMPOR
    if parts[-1] == MANIFEST:
        return CATATAN_HASIL
    inside = parts[1] if len(parts) > 1 else ""
    if inside.startswith(_BESIDE):
        return PENJELASAN
    return _FOLDERS.get(inside, HASIL)
