"""SKP and the workbooks of tables as paper: one start of LibreOffice prints them all."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kinerja_xlsx.model.law import BagianLampiran, JenisJabatan, Kertas, Pendekatan
from kinerja_xlsx.write.hasil.labels import BUTIR_PERILAKU
from kinerja_xlsx.write.skp import render_skp
from kinerja_xlsx.write.skp.labels import JUDUL_LAMPIRAN
from tests.flow.jahat import hostile_results
from tests.flow.test_cetak import LONG, NAMA_120, SECONDS, SETTINGS, needs, rows, run, words
from tests.hasil_drawn import pegawai
from tests.keluaran_drawn import drawn_books
from tests.skp_drawn import (
    lampiran,
    rencana,
    rencana_jpt,
    rencana_kualitatif,
    skp_book,
    skp_form,
)

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.spec.pegawai import PegawaiRow
    from kinerja_xlsx.write.skp import SkpBook, SkpForm

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, *needs]

A4, F4 = {(595, 842), (842, 595)}, {(612, 936), (936, 612)}
"""Points of a page either way up; F4 is 215.9 by 330.2 mm."""
TABLES = ("Perbaikan", "Penolakan", "banding", "isi isian", "isi skp", "Pengaturan terisi")
FROM_COMMANDS = {
    "Penjelasan": "/Penjelasan_1990",
    "usulan": "impor/",
    "Lembar Penilai": "/Lembar_Penilai",
    "Hasil jahat": "/Hasil_PKM",
    "SKP jahat": "/unit/PKM/SKP_",
}
UPRIGHT = {"Penolakan", "Penjelasan"}


def kuantitatif() -> list[SkpForm]:
    empty = {"rhk_pimpinan": None, "target_tahun": None, "satuan": None}
    return [
        skp_form(1),
        skp_form(2, [rencana("1.1")], person=pegawai(2, nama="Al", unit_kerja=None), lines=()),
        skp_form(3, [rencana(f"{r}.{i}") for r, i in rows(5, 3)]),
        skp_form(4, [rencana(f"{r}.{i}") for r, i in rows(1, 15)]),
        skp_form(
            5,
            [rencana("1.1", indikator=LONG[:500], rencana_hasil_kerja=LONG[:500])],
            person=pegawai(5, nama=NAMA_120, jabatan=LONG[:200]),
            lines=[lampiran(BagianLampiran.DUKUNGAN, no, LONG[:500]) for no in range(1, 9)],
        ),
        skp_form(8, [rencana_jpt(f"{r}.{i}") for r, i in rows(2, 4)], person=jpt()),
        replace(skp_form(6, [rencana("1.1", **empty)]), penilai=None),
    ]


def kualitatif() -> list[SkpForm]:
    return [
        skp_form(1, [rencana_kualitatif(f"{r}.{i}") for r, i in rows(2, 3)]),
        skp_form(2, [rencana_kualitatif("1.1", uraian_target=LONG[:1000])], lines=()),
    ]


def jpt() -> PegawaiRow:
    return pegawai(8, jenis_jabatan=JenisJabatan.JPT, jabatan="Kepala Dinas Kesehatan")


def plans() -> dict[str, SkpBook]:
    """Draw the plans of both approaches, on one paper each."""
    return {
        "SKP kuantitatif": skp_book(kuantitatif(), kertas=Kertas.F4),
        "SKP kualitatif": skp_book(kualitatif(), pendekatan=Pendekatan.KUALITATIF),
    }


def sources() -> dict[str, bytes]:
    made = hostile_results().workbooks().items()
    return {
        **{name: render_skp(book) for name, book in plans().items()},
        **{name: drawn_books()[name] for name in TABLES},
        **{
            name: next(data for path, data in made if part in path)
            for name, part in FROM_COMMANDS.items()
        },
    }


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Print every workbook; give the PDF of each by its name."""
    folder = tmp_path_factory.mktemp("halaman")
    user = folder / "profil" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    names = list(sources())
    for number, data in enumerate(sources().values()):
        (folder / f"{number}.xlsx").write_bytes(data)
    soffice = shutil.which("soffice")
    assert soffice is not None
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    books = [str(folder / f"{number}.xlsx") for number in range(len(names))]
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *books], check=True, capture_output=True, timeout=2 * SECONDS)
    return {name: folder / f"{number}.pdf" for number, name in enumerate(names)}


def pages(path: Path, order: str = "-layout") -> list[str]:
    return run("pdftotext", order, str(path), "-").split("\f")[:-1]


def forms(path: Path, order: str = "-layout") -> list[list[str]]:
    """Give the pages of each form: a run begins where the pages are counted anew."""
    runs: list[list[str]] = []
    for page in pages(path, order):
        if re.search(r"Halaman 1\b", page):
            runs.append([])
        runs[-1].append(page)
    return runs[1:]


def test_nothing_is_cut_to_hashes_or_an_error(printed: Mapping[str, Path]) -> None:
    for name, path in printed.items():
        text = "".join(pages(path))
        signs = ("###", "Err:", "#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!")
        # What people typed themselves is shown as they typed it.
        assert [sign for sign in signs if sign in text] == [], name


def test_every_page_is_of_the_paper_asked_for(printed: Mapping[str, Path]) -> None:
    on_f4 = {"SKP kuantitatif", "Perbaikan", "isi isian", "isi skp"}
    for name, path in printed.items():
        info = run("pdfinfo", "-l", "-1", str(path))
        found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", info)
        sizes = {(round(float(wide)), round(float(high))) for wide, high in found}
        assert sizes <= (F4 if name in on_f4 else A4), (name, sizes)
        is_upright = all(high > wide for wide, high in sizes)
        assert is_upright is (name in UPRIGHT), (name, sizes)


def test_pages_of_tables_are_counted_through(printed: Mapping[str, Path]) -> None:
    for name in ("Perbaikan", "isi isian", "isi skp", "Pengaturan terisi"):
        found = pages(printed[name])
        counted = [re.findall(r"Halaman (\d+) dari (\d+)", page) for page in found]
        wanted = [[(str(number), str(len(found)))] for number in range(1, len(found) + 1)]
        assert counted == wanted, name


def labels(sheet: Worksheet) -> Iterator[str]:
    """Give the headings that come again on every page; of a sheet without any, its labels."""
    if sheet.print_title_rows:
        first, _, last = sheet.print_title_rows.replace("$", "").partition(":")
        hidden = {name for name, one in sheet.column_dimensions.items() if one.hidden}
        for row in sheet.iter_rows(int(first), int(last)):
            yield from (str(one.value) for one in row if one.value and hidden.isdisjoint(_at(one)))
    else:
        end = str(sheet.print_area).rpartition("$")[2] if sheet.print_area else sheet.max_row
        cells = (sheet.cell(number, 1) for number in range(1, int(end) + 1))
        yield from (str(cell.value) for cell in cells if cell.data_type == "s")


def _at(cell: Cell | MergedCell) -> set[str]:
    return {re.sub(r"\d", "", cell.coordinate)}


@pytest.mark.parametrize("name", [*TABLES, *FROM_COMMANDS])
def test_headings_and_labels_are_whole(printed: Mapping[str, Path], name: str) -> None:
    book = load_workbook(BytesIO(sources()[name]))
    whole = re.sub(r"\s", "", "".join(pages(printed[name], "-raw")))
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]

    wanted = [(sheet.title, text) for sheet in shown for text in labels(sheet)]

    assert len(wanted) >= 10
    assert [one for one in wanted if re.sub(r"\s", "", one[1]) not in whole] == []


@pytest.mark.parametrize("name", plans())
def test_each_plan_is_one_run_of_pages_with_its_attachment(
    printed: Mapping[str, Path], name: str
) -> None:
    made = plans()[name].forms
    runs = forms(printed[name])

    assert len(runs) == len(made)
    for found, form in zip(runs, made, strict=True):
        numbers = [int(one) for page in found for one in re.findall(r"Halaman (\d+)", page)]
        assert numbers == list(range(1, len(found) + 1))
        assert all(f"NIP {form.penugasan.nip}" in page for page in found)
        begins = [page for page in found if JUDUL_LAMPIRAN in page]
        assert len(begins) == 1
        assert begins[0] != found[0]


@pytest.mark.parametrize("name", plans())
def test_labels_of_a_plan_are_whole(printed: Mapping[str, Path], name: str) -> None:
    wanted = [
        "SASARAN KINERJA PEGAWAI", "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA",
        "PANGKAT/GOL. RUANG", "RENCANA HASIL KERJA", "A. UTAMA", "B. TAMBAHAN",
        "EKSPEKTASI KHUSUS PIMPINAN", *(bagian.value.upper() for bagian in BagianLampiran),
        *(nilai.value for nilai in BUTIR_PERILAKU),
        *(f"• {text}" for butir in BUTIR_PERILAKU.values() for text in butir),
    ]  # fmt: skip

    for found in forms(printed[name], "-raw"):
        text = words(" ".join(found))
        assert [label for label in wanted if label not in text] == []


@pytest.mark.parametrize("name", plans())
def test_signatures_of_plan_and_attachment_are_never_alone(
    printed: Mapping[str, Path], name: str
) -> None:
    for found in forms(printed[name]):
        signed = [page for page in found if "Pejabat Penilai Kinerja," in page]
        assert len(signed) == 2
        for page, above in zip(signed, ("Kolaboratif", "KONSEKUENSI"), strict=True):
            head, _, below = page.partition("Pegawai yang Dinilai,")
            assert above in head
            assert below.count("NIP ") >= 3  # both who sign, and the footer


def test_long_texts_of_a_plan_are_printed_to_their_last_word(printed: Mapping[str, Path]) -> None:
    text = words(" ".join(forms(printed["SKP kuantitatif"], "-raw")[4]))

    assert NAMA_120.split()[-1] in text.split()
    assert text.count(" ".join(LONG[:500].split()[-3:])) >= 10
    assert "1.250" in words(" ".join(pages(printed["SKP kuantitatif"])))
