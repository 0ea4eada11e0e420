"""Document of the evaluation and forms of angka kredit on paper, read back page by page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinerja_xlsx.model.law import FormulirPegawai, Jenjang, Kertas, Predikat
from kinerja_xlsx.run.kode_formulir import with_kode
from tests.flow.test_cetak import NAMA_120, PAGE, Office, needs, run, words
from tests.formulir_drawn import AKUMULASI, DOKUMEN, KONVERSI, LONG, asked, lengthened
from tests.hasil_angka_drawn import chosen, rated, scored
from tests.hasil_drawn import PENILAI, penilaian, placed

if TYPE_CHECKING:
    from kinerja_xlsx.write.hasil import HasilBook, HasilForm

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, *needs]

PERIODS = 40
"""Enough for a second page of periods."""
UPRIGHT = {kertas: (high, wide) for kertas, (wide, high) in PAGE.items()}
TITLES = {
    DOKUMEN: "DOKUMEN EVALUASI KINERJA PEGAWAI",
    KONVERSI: "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT",
    AKUMULASI: "AKUMULASI ANGKA KREDIT",
}
LAST_LABEL = {
    DOKUMEN: "CATATAN/REKOMENDASI",
    KONVERSI: "Koefisien per Tahun",
    AKUMULASI: "JUMLAH ANGKA KREDIT YANG DIPEROLEH",
}
"""What stands above the signature, on its page."""


def people() -> list[HasilForm]:
    """Make somebody with the shortest texts and one period, and somebody with the longest."""
    short = rated(1, Predikat.SANGAT_BAIK, nama="Al", unit_kerja=None, jenjang=Jenjang.TERAMPIL)
    long = rated(2, Predikat.KURANG, nama=NAMA_120, jabatan=LONG[:200], unit_kerja=LONG[:200])
    rating = placed(penilaian(catatan=f"{LONG[:980]} Selesai."), "Penilaian", 6)
    someone = replace(PENILAI, nama=NAMA_120, jabatan=LONG[:200], unit=LONG[:200])
    long = replace(
        long,
        penilai=someone,
        atasan=someone,
        penugasan=replace(long.penugasan, penilaian=rating),
    )
    earlier = tuple((str(year), Predikat.BAIK) for year in range(2022, 2026))
    return [
        scored(short, chosen()),
        lengthened(scored(long, chosen(), earlier=earlier), PERIODS),
    ]


def unit(_name: str, kertas: Kertas) -> HasilBook:
    return with_kode(asked(people(), DOKUMEN, KONVERSI, AKUMULASI, kertas=kertas))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("formulir"), unit)


def runs_of(office: Office, kertas: Kertas) -> list[tuple[FormulirPegawai, list[str]]]:
    """Give each form with its pages, in the order of the book."""
    runs: list[tuple[FormulirPegawai, list[str]]] = []
    is_form = False
    for page in office.pages("formulir", kertas, "-raw"):
        if "Halaman 1" in page:
            named = [jenis for jenis, title in TITLES.items() if title in words(page)]
            is_form = bool(named)
            runs += [(jenis, []) for jenis in named]
        if is_form:
            runs[-1][1].append(page)
    return runs


@pytest.mark.parametrize("kertas", Kertas)
def test_each_form_is_one_run_of_upright_pages_with_its_own_code(
    office: Office, kertas: Kertas
) -> None:
    made = unit("", kertas)

    runs = runs_of(office, kertas)

    expected = [(form, jenis) for form in made.forms for jenis in made.formulir]
    assert [jenis for jenis, _ in runs] == [jenis for _, jenis in expected]
    for (jenis, pages), (form, _) in zip(runs, expected, strict=True):
        numbers = [int(number) for number in re.findall(r"Halaman (\d+)", "".join(pages))]
        assert numbers == list(range(1, len(pages) + 1))
        for page in pages:
            assert f"Kode verifikasi {form.kode_lain[jenis]}" in words(page)
            assert f"NIP {form.penugasan.nip}" in words(page)
    assert max(len(pages) for _, pages in runs) > 1
    info = run("pdfinfo", "-l", "-1", str(office.convert("formulir", kertas, "pdf")))
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", info)
    turned = [(round(float(wide)), round(float(high))) for wide, high in sizes]
    assert turned.count(UPRIGHT[kertas]) == sum(len(pages) for _, pages in runs)


@pytest.mark.parametrize("kertas", Kertas)
def test_every_word_is_whole_and_the_signature_stands_below_what_it_signs(
    office: Office, kertas: Kertas
) -> None:
    for jenis, pages in runs_of(office, kertas):
        text = words(" ".join(pages))
        assert not any(sign in text for sign in ("###", "Err:", "#N", "ASAL ANGKA"))
        (signed,) = [words(page) for page in pages if "Pejabat Penilai Kinerja," in page]
        assert LAST_LABEL[jenis] in signed[: signed.index("Pejabat Penilai Kinerja,")]
        if "Raden Mas" in text:
            assert text.count("Terakhir") >= 2
        if jenis is AKUMULASI:
            assert all("PERIODIK (BULAN)" in words(page) for page in pages)


def test_figures_and_dates_are_indonesian(office: Office) -> None:
    text = words(" ".join(page for _, pages in runs_of(office, Kertas.A4) for page in pages))

    assert "100%" in text
    assert "25,00" in text
    assert "1,875" in text
    assert "Ditetapkan di Serang Pada tanggal 6 April 2026" in text
    assert "Selesai." in text
