"""Rekap, Angka Kredit and Simulasi TPP on paper: headings come again, and every word is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.law import Kertas, Predikat
from tests.flow.test_cetak import PAGE, Office, needs, run, words
from tests.hasil_angka_drawn import attended, before, chosen, everything, rated, scored, unit
from tests.hasil_drawn import indikator

if TYPE_CHECKING:
    from kinerja_xlsx.write.hasil import HasilBook

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, *needs]

PEOPLE = 48
"""Enough for a second page of each table."""
CHOICES = {"aturan_tpp": "Permentan 68/2012", "mode_angka": "PP 30/2019 70:30"}
HEADINGS = {
    "Rekap Penilaian": (
        ("NIP Nama Jabatan", "Capaian (%)", "Rating Hasil Kerja", "Predikat"),
        (
            "NIP Nama", "Nilai Angka: Kinerja", "Capaian Triwulan IV 2025 (%)",
            "Perubahan Capaian", "Perubahan Predikat", "Keterangan",
        ),
    ),
    "Angka Kredit Jabatan Fungsional": (
        ("NIP Nama Jenjang", "Koefisien Setahun", "Angka Kredit Periode Ini"),
        (
            "NIP Nama", "Angka Kredit Sebelumnya", "Kumulatif", "Kurang untuk Pangkat",
            "Kurang untuk Jenjang", "Periode Sebelumnya dan Keterangan",
        ),
    ),
    "Simulasi TPP dalam Persen": (
        (
            "NIP Nama", "Potongan tiap kali (%)", "Terlambat 31–60", "Pulang Cepat > 90",
            "Potongan Sebulan (%)", "Simulasi TPP (%)", "Bagian Periode (%)",
        ),
    ),
}  # fmt: skip
"""Of each table, the headings of its blocks, which are printed side by side."""


def crowd(_name: str, kertas: Kertas) -> HasilBook:
    """Make the unit in which everything occurs, with many more people."""
    parameters = chosen(**CHOICES)
    short = [indikator("1.1")]
    many = [
        scored(attended(rated(number, Predikat.BAIK, rows=short), alpa=1), parameters)
        for number in range(20, 20 + PEOPLE)
    ]
    few = everything(**CHOICES).forms
    forms = [*few, *(before(made, "97.5", Predikat.SANGAT_BAIK) for made in many)]
    return replace(unit(forms, parameters), kertas=kertas)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("kertas"), crowd)


def table_pages(office: Office, kertas: Kertas, title: str) -> list[str]:
    """Give the pages of one table: they begin with its title and end before the next."""
    pages = office.pages("ramai", kertas, "-raw")
    first = next(index for index, page in enumerate(pages) if title in page)
    after = range(first + 1, len(pages))
    end = next(index for index in after if "Halaman 1\n" in pages[index])
    return [words(page) for page in pages[first:end]]


@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("title", HEADINGS)
def test_each_table_repeats_its_whole_headings_on_every_page(
    office: Office, kertas: Kertas, title: str
) -> None:
    pages, blocks = table_pages(office, kertas, title), HEADINGS[title]

    assert len(pages) > len(blocks)
    assert len(pages) % len(blocks) == 0
    for number, page in enumerate(pages):
        headings = blocks[number % len(blocks)]
        assert [text for text in headings if text not in page] == []


@pytest.mark.parametrize("kertas", Kertas)
def test_nothing_is_too_wide_and_the_paper_is_the_one_asked_for(
    office: Office, kertas: Kertas
) -> None:
    pages = office.pages("ramai", kertas)

    assert not any("###" in page or "Err:" in page or "#N" in page for page in pages)
    info = run("pdfinfo", str(office.convert("ramai", kertas, "pdf")))
    width, height = next(
        line.split()[2::2] for line in info.splitlines() if line.startswith("Page size")
    )[:2]
    assert (round(float(width)), round(float(height))) == PAGE[kertas]


def test_figures_are_indonesian_and_what_is_missing_is_said(office: Office) -> None:
    kredit, tpp, rekap = (
        " ".join(table_pages(office, Kertas.A4, title))
        for title in ("Angka Kredit Jabatan", "Simulasi TPP dalam", "Rekap Penilaian")
    )

    assert "137,500" in kredit
    assert "Tahun 2025: 75,000 (Sangat Baik)." in kredit
    assert "Menunggu predikat dari pejabat penilai." in kredit
    assert "bukan penetapan" in tpp
    assert "Kehadiran belum diisi." in tpp
    assert "98,04" in rekap
    assert {"Naik", "Tetap", "Turun"} <= set(rekap.split())
