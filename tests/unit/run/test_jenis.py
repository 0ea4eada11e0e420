"""What a file is, and so what follows when it is deleted, is told by its place."""

from __future__ import annotations

import pytest

from kinerja_xlsx.run.diagnosa.jenis import ORDER, kind_of


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("input/Pengaturan.xlsx", "pengaturan"),
        ("input/kiriman/Pengaturan.xlsx", "isian"),
        ("input/pkm.xlsx", "isian"),
        ("input/arsip/2026-TW1/pkm.xlsx", "arsip"),
        ("output/2026-TW1/templat/Isian_PKM.xlsx", "templat"),
        ("output/2026-TW1/templat/pindah/lama.xlsx", "templat"),
        ("output/2026-TW1/unit/PKM/pegawai/a.xlsx", "hasil"),
        ("output/2026-TW1/ditolak/Penjelasan_pkm.xlsx", "hasil"),
        ("output/tanpa-periode/ditolak/Penjelasan_pkm.xlsx", "hasil"),
        ("output/2026-TW1/manifest.json", "manifest"),
        ("output/2026-TW1/penjelasan/Penjelasan_a.xlsx", "penjelasan"),
        ("output/2026-TW1/banding_laporan.xlsx", "penjelasan"),
        ("output/2026-TW1/ekspor/nilai.csv", "ekspor"),
        ("output/impor/Pengaturan_usulan.xlsx", "impor"),
        (".kinerja/buku.rusak-1.sqlite", "riwayat"),
        ("templates/Isian.xlsx", "lain"),
    ],
)
def test_place_tells_the_kind(path: str, expected: str) -> None:
    assert kind_of(path).kunci == expected


def test_every_kind_has_its_turn_and_says_what_follows() -> None:
    assert len({kind.kunci for kind in ORDER}) == len(ORDER)
    assert all(kind.akibat.endswith(".") for kind in ORDER)
