"""The forms as paper: turned into PDF by LibreOffice and read back, page by page."""

from __future__ import annotations

import re
import shutil
import subprocess
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import JenisJabatan, Kertas, Pendekatan, Sifat
from kinerja_xlsx.write.hasil import render_hasil
from kinerja_xlsx.write.hasil.labels import BUTIR_PERILAKU
from kinerja_xlsx.write.hasil.pengembangan import JUDUL, pengembangan_of
from kinerja_xlsx.write.hasil.rincian import TITLE
from tests.flow.test_rumus_hidup import differences
from tests.hasil_drawn import (
    book,
    form,
    indikator,
    indikator_jpt,
    indikator_kualitatif,
    nip_of,
    pegawai,
    penilaian,
    without_penilaian,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.spec.pegawai import PegawaiRow
    from kinerja_xlsx.write.hasil import HasilBook, HasilForm

needs = [
    pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")
    for program in ("soffice", "pdftotext", "pdfinfo")
]
pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, *needs]

SECONDS = 240
LONG = "Meningkatkan mutu layanan kesehatan dasar yang merata bagi seluruh masyarakat. " * 20
LONG_FIELDS = ("catatan", "umpan_balik_perilaku", "rencana_pengembangan")
NAMA_120 = ("Raden Mas Haji Contoh Nama Sangat Panjang Sekali " * 3)[:111] + " Terakhir"
# Points of a page turned on its side.
PAGE = {Kertas.A4: (842, 595), Kertas.F4: (936, 612)}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>id-ID</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""An Indonesian machine that works out every formula anew."""


def rows(rhk: int, each: int) -> list[tuple[int, int]]:
    return [(r, i) for r in range(1, rhk + 1) for i in range(1, each + 1)]


def kuantitatif_forms() -> list[HasilForm]:
    return [
        form(1),
        form(2, [indikator("1.1")], person=pegawai(2, nama="Al", unit_kerja=None)),
        form(3, [indikator(f"{r}.{i}") for r, i in rows(5, 3)]),
        form(4, [indikator(f"{r}.{i}") for r, i in rows(1, 15)]),
        form(
            5,
            [indikator("1.1", indikator=LONG[:500], umpan_balik=LONG[:1000])],
            person=pegawai(5, nama=NAMA_120, jabatan=LONG[:200]),
            rating=penilaian(**dict.fromkeys(LONG_FIELDS, LONG[:1000])),
        ),
        without_penilaian(form(6, [indikator("1.1", realisasi=None)], predikat=None)),
        form(
            7,
            [
                indikator("1.1", target=Decimal("999999999999.5"), realisasi=Decimal("1e12")),
                indikator("1.2", target=Decimal(80), target_atas=Decimal("92.5")),
            ],
        ),
        form(1, person=pegawai(1, sifat=Sifat.PLT)),
        form(8, [indikator_jpt(f"{r}.{i}") for r, i in rows(2, 4)], person=jpt()),
    ]


def kualitatif_forms() -> list[HasilForm]:
    return [
        form(1, [indikator_kualitatif(f"{r}.{i}") for r, i in rows(2, 3)]),
        form(2, [indikator_kualitatif("1.1", uraian_target=LONG[:1000])]),
        form(8, [indikator_kualitatif(f"1.{i}") for _, i in rows(1, 4)], person=jpt()),
    ]


def jpt() -> PegawaiRow:
    return pegawai(8, jenis_jabatan=JenisJabatan.JPT, jabatan="Kepala Dinas Kesehatan")


BOOKS = {
    "kuantitatif": (Pendekatan.KUANTITATIF, kuantitatif_forms),
    "kualitatif": (Pendekatan.KUALITATIF, kualitatif_forms),
}


def unit(name: str, kertas: Kertas) -> HasilBook:
    pendekatan, forms = BOOKS[name]
    return book(forms(), kertas=kertas, pendekatan=pendekatan)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


class Office:
    """LibreOffice with a profile of its own, and what it made of each workbook."""

    def __init__(self, folder: Path, make: Callable[[str, Kertas], HasilBook] = unit) -> None:
        self.folder = folder
        self.make = make
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        self.convert = cache(self._convert)

    def _convert(self, name: str, kertas: Kertas, kind: str) -> Path:
        source = self.folder / f"{name}_{kertas.value}.xlsx"
        source.write_bytes(render_hasil(self.make(name, kertas)))
        made = self.folder / kind
        profile = (self.folder / "profile").as_uri()
        soffice = shutil.which("soffice")
        assert soffice is not None
        command = [soffice, f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(made), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return made / source.with_suffix(f".{kind}").name

    def pages(self, name: str, kertas: Kertas, order: str = "-layout") -> list[str]:
        """Give the text of each page, laid out as on paper, or cell by cell (`-raw`)."""
        text = run("pdftotext", order, str(self.convert(name, kertas, "pdf")), "-")
        return text.split("\f")[:-1]

    def runs(self, name: str, kertas: Kertas, order: str = "-layout") -> list[list[str]]:
        """Give the pages of each form: a run begins where the pages are counted anew."""
        runs: list[list[str]] = []
        for page in self.pages(name, kertas, order):
            if "Halaman 1" in page:
                runs.append([])
            runs[-1].append(page)
        assert "Rujukan Perhitungan" in runs[-1][0]
        return [pages for pages in runs if "EVALUASI KINERJA PEGAWAI" in pages[0]]


def run(program: str, *arguments: str) -> str:
    path = shutil.which(program)
    assert path is not None
    done = subprocess.run([path, *arguments], check=True, capture_output=True, timeout=SECONDS)
    return done.stdout.decode("utf-8")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def printed_pages(sheet: Worksheet) -> int:
    last = int(str(sheet.print_area).rpartition("$")[2])
    return 1 + len([brk for brk in sheet.row_breaks.brk if brk.id < last])


CASES = [(name, kertas) for name in BOOKS for kertas in Kertas]


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_each_assignment_is_one_run_of_pages(office: Office, name: str, kertas: Kertas) -> None:
    runs = office.runs(name, kertas)

    forms = unit(name, kertas).forms
    assert len(runs) == len(forms)
    for pages, made in zip(runs, forms, strict=True):
        numbers = [int(number) for number in re.findall(r"Halaman (\d+)", "".join(pages))]
        assert numbers == list(range(1, len(pages) + 1))
        assert all(f"NIP {made.penugasan.nip}" in page for page in pages)
        assert sum("EVALUASI KINERJA PEGAWAI" in page for page in pages) == 1


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_pages_end_where_we_said(office: Office, name: str, kertas: Kertas) -> None:
    workbook = load_workbook(BytesIO(render_hasil(unit(name, kertas))))

    runs = office.runs(name, kertas)

    forms = [sheet for sheet in workbook.worksheets if sheet.title[0].isdigit()]
    planned = [printed_pages(sheet) for sheet in forms]
    assert [len(pages) for pages in runs] == planned


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_nothing_is_too_wide_for_its_cell(office: Office, name: str, kertas: Kertas) -> None:
    pages = office.pages(name, kertas)

    assert not any("###" in page or "Err:" in page or "#NAME" in page for page in pages)


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_labels_are_whole(office: Office, name: str, kertas: Kertas) -> None:
    labels = [
        "PEGAWAI YANG DINILAI",
        "PEJABAT PENILAI KINERJA",
        "PANGKAT/GOL. RUANG",
        "CAPAIAN KINERJA ORGANISASI",
        "POLA DISTRIBUSI",
        "RATING HASIL KERJA",
        "RATING PERILAKU KERJA",
        "PREDIKAT KINERJA PEGAWAI",
        "EKSPEKTASI KHUSUS PIMPINAN",
        "A. UTAMA",
        "B. TAMBAHAN",
        "RENCANA HASIL KERJA",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        JUDUL,
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
        *(nilai.value for nilai in BUTIR_PERILAKU),
        *(f"• {text}" for butir in BUTIR_PERILAKU.values() for text in butir),
    ]

    runs = office.runs(name, kertas, "-raw")
    for pages, made in zip(runs, unit(name, kertas).forms, strict=True):
        text = words(" ".join(pages))
        lines = map(words, pengembangan_of(made, BOOKS[name][0]).lines)
        assert [label for label in (*labels, *lines) if label not in text] == []
        assert TITLE not in text


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_the_signature_is_never_alone(office: Office, name: str, kertas: Kertas) -> None:
    for pages in office.runs(name, kertas):
        (signed,) = [page for page in pages if "Pejabat Penilai Kinerja," in page]
        above = signed[: signed.index("Pejabat Penilai Kinerja,")]
        below = signed[signed.index("Pejabat Penilai Kinerja,") :]
        assert "PREDIKAT KINERJA PEGAWAI" in above
        assert "RATING PERILAKU KERJA" in above
        assert "NIP 197001011995031001" in below or "NIP ...." in below


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_no_page_but_the_last_is_nearly_empty(office: Office, name: str, kertas: Kertas) -> None:
    for pages in office.runs(name, kertas):
        lines = [sum(bool(line.strip()) for line in page.splitlines()) for page in pages]
        assert all(count >= 12 for count in lines[:-1]), lines


@pytest.mark.parametrize(("name", "kertas"), CASES)
def test_the_paper_is_the_one_asked_for(office: Office, name: str, kertas: Kertas) -> None:
    info = run("pdfinfo", "-l", "-1", str(office.convert(name, kertas, "pdf")))

    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", info)
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {PAGE[kertas]}


def test_long_texts_are_printed_to_their_last_word(office: Office) -> None:
    pages = office.runs("kuantitatif", Kertas.A4, "-raw")[4]

    text = words(" ".join(pages))
    assert NAMA_120.split()[-1] in text.split()
    # The end of each: 200 in the panel, 500 and 1,000 in the table, 1,000 twice below it.
    for length, times in ((200, 1), (500, 1), (1000, 3)):
        end = " ".join(LONG[:length].split()[-3:])
        assert text.count(end) >= times


def test_figures_and_dates_are_indonesian(office: Office) -> None:
    text = words(" ".join(" ".join(pages) for pages in office.runs("kuantitatif", Kertas.A4)))

    assert "1.176,5" in text
    assert "98,04" in text
    assert "1.000.000.000.000" in text
    assert "80 – 92,5" in text
    assert "Serang, 6 April 2026" in text
    assert "Belum diisi" in text
    assert "Belum ditetapkan" in text


@pytest.mark.parametrize("name", BOOKS)
def test_libreoffice_works_out_the_counts_that_we_wrote(office: Office, name: str) -> None:
    written = render_hasil(unit(name, Kertas.A4))

    redone = load_workbook(office.convert(name, Kertas.A4, "xlsx"), data_only=True)

    seen, different = differences(written, redone)
    assert seen > 10
    assert different == []
    assert nip_of(1) in redone.sheetnames
