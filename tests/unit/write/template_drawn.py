"""Templates filled in tests, and both ways to look at a written workbook: values and XML."""

from __future__ import annotations

import hashlib
import io
import subprocess
import warnings
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.cell.cell import Cell

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.read import Snapshot, read_submission
from kinerja_xlsx.spec.book import BOOKS, ISIAN, TITLE_ROWS, BookSpec
from kinerja_xlsx.spec.row import columns_of
from kinerja_xlsx.write.template import BookContent, render_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.dimensions import ColumnDimension
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.model.submission import Submission
    from kinerja_xlsx.write.template.aturan import Cells

NIP = "198507172010011002"
CREATED = date(2026, 3, 31)
TITLES = ("UPTD Puskesmas Ciracas", "Periode Triwulan I 2026")

PEGAWAI: Cells = {
    "nip": NIP,
    "nama": "Contoh Satu, S.Kep.",
    "status_asn": "PNS",
    "golongan": "III/c",
    "jabatan": "Perawat Ahli Muda",
    "jenis_jabatan": "Fungsional",
    "jenjang": "Ahli Muda",
    "penilai": "197001011995031001",
}
INDIKATOR: Cells = {
    "nip": NIP,
    "no_rhk": 1,
    "no_indikator": "1.1",
    "jenis": "Utama",
    "rencana_hasil_kerja": "Terlayaninya pasien",
    "indikator": "Jumlah pasien",
    "target": Decimal(1200),
    "realisasi": Decimal("1250.5"),
}
PENILAIAN: Cells = {"nip": NIP, "nama": "Contoh Satu, S.Kep."}


def content(
    rows: Mapping[str, tuple[Cells, ...]] | None = None,
    *,
    form: Cells | None = None,
    kertas: Kertas = Kertas.F4,
) -> BookContent:
    return BookContent(
        created=CREATED,
        title_lines=TITLES,
        form={"kode_unit": "PKM", "periode": "2026-TW1"} if form is None else form,
        rows=FILLED if rows is None else rows,
        meta={"kode_unit": "PKM", "periode": "2026-TW1", "putaran": "0"},
        kertas=kertas,
    )


FILLED: Mapping[str, tuple[Cells, ...]] = {
    "Pegawai": (PEGAWAI, {**PEGAWAI, "golongan": None}),
    "Penilaian": (PENILAIAN,),
    "Hasil Kerja": (INDIKATOR,),
}


def load(data: bytes, *, values: bool = False) -> Workbook:
    with warnings.catch_warnings():
        # openpyxl announces every part that it does not know; none of them is looked at here.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def parts(data: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.endswith((".xml", ".rels", ".vml"))
        }


HEADER = TITLE_ROWS + 1
FIRST = HEADER + 1
EACH_BOOK = tuple(book.including([model.sheet for model in book.optional]) for book in BOOKS)
"""Every workbook, with all of its optional sheets."""
SHEETS = [(spec, model) for spec in EACH_BOOK for model in spec.sheets]
COLUMNS = [
    (spec, model, number, column)
    for spec, model in SHEETS
    for number, column in enumerate(columns_of(model), start=2)
]
each_book = pytest.mark.parametrize("spec", EACH_BOOK, ids=lambda spec: spec.template)
each_sheet = pytest.mark.parametrize(
    ("spec", "model"), SHEETS, ids=[f"{s.template}-{m.sheet}" for s, m in SHEETS]
)
each_column = pytest.mark.parametrize(
    ("spec", "model", "number", "column"),
    COLUMNS,
    ids=[f"{s.template}-{m.sheet}-{c.field}" for s, m, _, c in COLUMNS],
)


@cache
def rendered(spec: BookSpec) -> bytes:
    """The template once for all tests: the Isian with a few rows, the Pengaturan blank."""
    return render_book(spec, content(FILLED if spec.template == ISIAN.template else {}))


@cache
def book(spec: BookSpec) -> Workbook:
    return load(rendered(spec))


def column_at(sheet: Worksheet, number: int) -> ColumnDimension:
    """Find a column among those that the file writes down as one range."""
    found = [
        item
        for item in sheet.column_dimensions.values()
        if (item.min or 0) <= number <= (item.max or 0)
    ]
    return found[0]


def formulas(workbook: Workbook) -> Iterator[Cell]:
    for sheet in workbook:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell) and cell.data_type == "f")


def read_back(data: bytes, spec: BookSpec = ISIAN, name: str = "isian.xlsx") -> Submission:
    digest = hashlib.sha256(data).hexdigest()
    return read_submission(Snapshot(name=name, data=data, sha256=digest, size=len(data)), spec)


_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def recalculate(soffice: str, data: bytes, folder: Path) -> Workbook:
    """Let LibreOffice calculate every formula anew, whatever value the file holds."""
    user = folder / "profil" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE)
    source = folder / "buku.xlsx"
    source.write_bytes(data)
    convert(soffice, source, "xlsx:Calc MS Excel 2007 XML", folder)
    return load((folder / "hasil" / "buku.xlsx").read_bytes(), values=True)


def convert(soffice: str, source: Path, kind: str, folder: Path) -> None:
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder / "hasil"),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
