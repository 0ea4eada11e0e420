"""The titles of an export: its period in every wording met, and the part of the office."""

from __future__ import annotations

import pytest

from kinerja_xlsx.validate.ekinerja_judul import title_limit, title_period
from tests.ekinerja_drawn import TRIWULAN


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (TRIWULAN, "2026-TW1"),
        (("Laporan Penilaian SKP Periode Januari Tahun 2026", "Periode : Januari"), "2026-01"),
        (("Laporan Penilaian SKP Periode Mei Tahun 2026",), "2026-05"),
        (("LAPORAN PENILAIAN SKP PERIODE TAHUNAN TAHUN 2026",), "2026"),
        (("Laporan Penilaian SKP Periode Semester II Tahun 2026",), "2026-S2"),
        (("Laporan Penilaian SKP Periode TW 4 Tahun 2026",), "2026-TW4"),
        (("Laporan Penilaian SKP", "Periode : 01-01-2026 s.d. 31-03-2026"), "2026-TW1"),
        (("Laporan Penilaian SKP", "Periode : 2026-01-01 - 2026-12-31"), "2026"),
        (("Laporan Penilaian SKP", "Periode : Januari - Maret 2026"), "2026-TW1"),
        (("Laporan Penilaian SKP", "Periode : 1 Februari 2026 - 28 Februari 2026"), "2026-02"),
    ],
)
def test_period_is_found_in_the_titles(titles: tuple[str, ...], code: str) -> None:
    found = title_period(titles)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "titles",
    [
        (),
        ("Laporan Penilaian SKP",),
        ("Laporan Penilaian SKP Periode Tahun 2026",),
        ("Laporan Penilaian SKP Periode Maret",),
        ("Laporan Periode Maret Tahun 2026", "Periode : April"),
        ("Laporan Periode Maret Tahun 2026", "Periode : Maret 2025"),
        ("Laporan Penilaian SKP", "Periode : 03-01-2026 s.d. 31-03-2026"),
        ("Laporan Penilaian SKP Periode Semester IV Tahun 2026",),
        ("Data ditarik pada : 10 April 2026", "Unor : Kelurahan Maret 2026"),
    ],
)
def test_period_that_is_not_plain_is_left_to_people(titles: tuple[str, ...]) -> None:
    assert title_period(titles) is None


@pytest.mark.parametrize(
    ("titles", "limit"),
    [
        (TRIWULAN, ""),
        (("Unor Induk : DINAS KESEHATAN", "Unor : ALL"), "DINAS KESEHATAN"),
        (("Unor Induk : DINAS KESEHATAN", "Unor : PUSKESMAS PKM"), "PUSKESMAS PKM"),
        (("Unor Induk : PEMERINTAH KOTA CONTOH", "Unor : SEMUA"), ""),
        (("Instansi PEMKOT CONTOH", "Unor Induk : Pemkot Contoh", "Unor : ALL"), ""),
        (("Instansi : PEMKOT CONTOH", "Unor Induk : DINAS", "Unor : ALL"), "DINAS"),
        (("Unor Induk :", "Unor :"), ""),
        (("Instansi Pemerintah Kota Contoh",), ""),
    ],
)
def test_part_of_the_office_is_the_narrowest_that_is_named(
    titles: tuple[str, ...], limit: str
) -> None:
    assert title_limit(titles, "Pemerintah Kota Contoh") == limit
