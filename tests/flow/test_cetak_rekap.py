"""The agency's recap as paper: one page wide, headings on every page, nothing cut to hashes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.write.rekap import render_rekap
from kinerja_xlsx.write.rekap_isi import SHEETS
from tests.flow.test_cetak import run, words
from tests.hasil_drawn import nip_of
from tests.rekap_penuh import full_agency, spread, unit
from tests.unit.write.template_drawn import convert

if TYPE_CHECKING:
    from pathlib import Path

needs = [
    pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")
    for program in ("soffice", "pdftotext")
]
pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, *needs]

ENDS = {
    "Unit": ("Kode Unit", "No Kelompok"),
    "Per Induk": ("No Kelompok", "Bagian (%)"),
    "Pegawai": ("Kode Unit", "Keterangan"),
    "Perbandingan": ("Kode Unit", "Keterangan"),
    "Tren Unit": ("Kode Unit", "Arah"),
    "Pergerakan": ("Kode Unit", "Keterangan"),
    "Peringkat": ("Peringkat", "Keterangan"),
    "SKM Unit": ("No Unit", "Bagian (%)"),
    "Indikator": ("Indikator", "Yang Dapat Dibicarakan"),
    "SKM Layanan": ("No Unit", "Sel Sumber"),
    "Layanan": ("Kode Unit", "Sel Sumber"),
    "Angka Kredit": ("Kode Unit", "Keterangan"),
    "Simulasi TPP": ("Kode Unit", "Keterangan"),
    "Pembinaan": ("Kode Unit", "Sel Sumber"),
    "Mutu Data": ("Kode Unit", "Materi yang Membantu"),
    "Bahan Pelatihan": ("Materi", "Unit yang Paling Terbantu"),
}
"""Sheet to the first and the last heading of its table."""
COPIES = 12


def runs(folder: Path, kertas: Kertas) -> dict[str, list[str]]:
    """Print a recap of many people, and give the pages of each sheet."""
    small = full_agency()
    people = [
        replace(row, nip=nip_of(100 + 10 * copy + number))
        for copy in range(COPIES)
        for number, row in enumerate(small.employees)
    ]
    source = folder / "rekap.xlsx"
    # Figures of a whole province: what fits here fits a city.
    crowded = (*small.units, unit("BESAR", spread(25_000, 60_000, 100_000)))
    printed = replace(small, units=crowded, employees=tuple(people), kertas=kertas)
    source.write_bytes(render_rekap(printed))
    soffice = shutil.which("soffice")
    assert soffice is not None
    convert(soffice, source, "pdf", folder)
    pages = run("pdftotext", "-layout", str(folder / "hasil" / "rekap.pdf"), "-").split("\f")[:-1]
    found: list[list[str]] = []
    for page in pages:
        if words(page).rstrip().endswith("Halaman 1"):
            found.append([])
        found[-1].append(page)
    return dict(zip(SHEETS, found, strict=True))


@pytest.mark.parametrize("kertas", Kertas)
def test_every_sheet_is_one_page_wide_with_its_headings_on_every_page(
    tmp_path: Path, kertas: Kertas
) -> None:
    printed = runs(tmp_path, kertas)

    assert len(printed["Sekilas"]) == 1
    assert len(printed["Ringkasan"]) == 1
    assert len(printed["Rujukan"]) == 2
    assert len(printed["Pegawai"]) > 1
    for name, (first, last) in ENDS.items():
        for page in map(words, printed[name]):
            assert first in page, name
            assert last in page, name
    everything = "".join(page for pages in printed.values() for page in pages)
    assert not any(mark in everything for mark in ("###", "Err:", "#NAME", "#N/A", "#VALUE"))
