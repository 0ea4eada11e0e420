"""PDFs by LibreOffice itself: forms of one person, Indonesian, tagged, the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kinerja_xlsx.model.pdf import PdfPer
from kinerja_xlsx.run.process import process
from kinerja_xlsx.run.workspace import Workspace
from tests.flow.alur import HERE, KEPALA, NAMES, PENGELOLA, PERAWAT, PERIOD, sent_by_three, settle
from tests.flow.test_cetak import needs, run, words

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow, *needs]
PEGAWAI = replace(HERE, pdf=PdfPer.PEGAWAI, workers=0)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Print one unit person by person."""
    made = settle(tmp_path_factory.mktemp("pdf"), files())
    process(made, PEGAWAI)
    return made


def files() -> dict[str, bytes]:
    return {name: sent_by_three()[name] for name in ("PKM.xlsx", "Pengaturan.xlsx")}


def pdf_of(office: Workspace, nip: str) -> Path:
    home = office.output / PERIOD.code / "unit" / "PKM" / "pegawai"
    return home / f"Hasil_{nip}_{PERIOD.code}.pdf"


@cache
def text_of(path: Path) -> str:
    return words(run("pdftotext", "-layout", str(path), "-"))


@pytest.mark.parametrize("nip", [KEPALA, PERAWAT, PENGELOLA])
def test_pdf_of_a_person_holds_the_forms_of_that_person_alone(office: Workspace, nip: str) -> None:
    text = text_of(pdf_of(office, nip))

    owners = re.findall(r"· NIP (\d{18})", text)
    assert set(owners) == {nip}
    assert len(owners) == len(re.findall(r"Halaman \d", text))
    assert text.count("EVALUASI KINERJA PEGAWAI") == 1
    assert "PREDIKAT KINERJA PEGAWAI" in text
    assert not any(mark in text for mark in ("###", "Err:", "#REF", "Indeks", "Rujukan"))
    others = {name for number, name in NAMES.items() if number not in {nip, KEPALA}}
    assert [name for name in others if name in text] == []


def test_figures_and_language_are_indonesian_and_pages_are_tagged(office: Workspace) -> None:
    path = pdf_of(office, PERAWAT)

    assert "1.250" in text_of(path)
    assert "96,25" in text_of(path)
    assert b"/Lang(id-ID)" in path.read_bytes()
    info = run("pdfinfo", str(path))
    assert re.search(r"Tagged: +yes", info)
    assert "Evaluasi Kinerja Pegawai Contoh Perawat" in info
    assert re.search(r"CreationDate: +Tue Mar 31 00:00:00 2026", info)


def test_same_input_is_printed_to_the_same_bytes_by_any_number_of_workers(
    office: Workspace, tmp_path: Path
) -> None:
    again = settle(tmp_path, files())

    process(again, replace(PEGAWAI, workers=1))

    for nip in (KEPALA, PERAWAT, PENGELOLA):
        assert pdf_of(again, nip).read_bytes() == pdf_of(office, nip).read_bytes()
