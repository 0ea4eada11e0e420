"""A small office that plans: its catalogue, and the hands that fill in an SKP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import FileVerdict
from kinerja_xlsx.model.run_result import RunResult
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.templat_skp import make_skp_templates
from kinerja_xlsx.run.workspace import Workspace
from kinerja_xlsx.spec.book import CEK
from tests.drawn import HEADER_ROW, CellInput
from tests.flow.alur import (
    KEPALA,
    PENGELOLA,
    PERAWAT,
    PERIOD,
    Cells,
    fill,
    heading_columns,
    rating,
    write_row,
)

YEAR = Period.parse("2026")
HERE = RunOptions(workers=0)
SESUAI = "Sesuai Ekspektasi"
KATALOG: tuple[Cells, ...] = (
    {
        "jabatan": "Perawat Ahli Muda",
        "indikator": "Jumlah pasien yang dilayani",
        "aspek": "Kuantitas",
        "satuan": "pasien",
        "arah": "Naik",
        "agregasi": "Jumlah",
        "target_lazim": 4800,
        "wajib": "Ya",
    },
    {
        "jabatan": "perawat  ahli muda",
        "indikator": "Waktu tunggu pelayanan",
        "aspek": "Waktu",
        "satuan": "menit",
        "arah": "Turun",
        "agregasi": "Rata-rata",
        "target_lazim": 30,
        "wajib": "Tidak",
    },
    {
        "urusan": "PKM",
        "indikator": "Laporan tepat waktu",
        "aspek": "Waktu",
        "satuan": "persen",
        "arah": "Naik",
        "agregasi": "Terakhir",
        "target_lazim": 100,
    },
)
RHK = {
    "RHK Pimpinan yang Diintervensi": "Meningkatnya mutu layanan",
    "Rencana Hasil Kerja": "Pelayanan sesuai standar",
}
TARGETS = {"Target TW1": 1100, "Target TW2": 1200, "Target TW3": 1250, "Target TW4": 1250}
RAMAH = "Menyapa setiap pasien dengan ramah"


def key_of(row: Mapping[str, CellInput]) -> tuple[str, str]:
    return str(row["NIP"]), str(row["No Indikator"])


def plan_changes() -> dict[tuple[str, str], dict[str, CellInput]]:
    """What the unit adds to the proposals of the catalogue, by NIP and No Indikator."""
    return {
        (KEPALA, "1.1"): {**RHK},
        (PERAWAT, "1.1"): {**RHK, **TARGETS},
        (PERAWAT, "2.1"): {**RHK, "Target TW3": 25},
        (PENGELOLA, "1.1"): {**RHK},
    }


def fill_skp(
    template: Path,
    target: Path,
    changes: Mapping[tuple[str, str], Mapping[str, CellInput]],
    *,
    expected: Mapping[str, str] | None = None,
    lines: Sequence[Mapping[str, CellInput]] = (),
) -> Path:
    """Fill an SKP as a person would, in the rows that the catalogue proposed."""
    book = load_workbook(template)
    work = book["Hasil Kerja"]
    columns = heading_columns(work)
    for number in range(HEADER_ROW + 1, work.max_row + 1):
        key = tuple(
            str(work.cell(number, columns[heading]).value) for heading in ("NIP", "No Indikator")
        )
        for found, change in changes.items():
            if found == key:
                write_row(work, number, change)
    sheet = book["Ekspektasi"]
    for number in range(HEADER_ROW + 1, sheet.max_row + 1):
        if sheet.cell(number, 2).value in (expected or {}):
            write_row(
                sheet,
                number,
                {"Berorientasi Pelayanan": (expected or {})[str(sheet.cell(number, 2).value)]},
            )
    for number, line in enumerate(lines, start=HEADER_ROW + 1):
        write_row(book["Lampiran SKP"], number, line)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def send_plan(
    office: Workspace,
    changes: Mapping[tuple[str, str], Mapping[str, CellInput]] | None = None,
    name: str = "skp/pkm.xlsx",
) -> Path:
    """Make the SKP template and send it filled in, soundly unless told otherwise."""
    (made,) = make_skp_templates(office, YEAR)
    return fill_skp(
        office.root / made.path,
        office.input / name,
        plan_changes() if changes is None else changes,
        expected={PERAWAT: RAMAH},
        lines=[
            {
                "NIP": PERAWAT,
                "Bagian": "Dukungan Sumber Daya",
                "No": 1,
                "Uraian": "Dua tenaga pendaftaran",
            }
        ],
    )


def rows_of(path: Path, sheet: str = "Hasil Kerja") -> list[dict[str, CellInput]]:
    """Read the rows of a sheet by heading, those with a NIP; without the live status."""
    tab = load_workbook(path)[sheet]
    columns = heading_columns(tab)
    return [
        {
            heading: cast("CellInput", tab.cell(number, column).value)
            for heading, column in columns.items()
            if heading != CEK
        }
        for number in range(HEADER_ROW + 1, tab.max_row + 1)
        if tab.cell(number, columns["NIP"]).value
    ]


def send_isian(
    office: Workspace,
    changes: Mapping[tuple[str, str], Mapping[str, CellInput]] | None = None,
    *,
    period: Period = PERIOD,
) -> Path:
    """Fill in the prefilled Isian: every realisation equals its target unless changed."""
    (made,) = make_templates(office, period)
    template = office.root / made.path
    rows = [{**row, "Nama": None} for row in rows_of(template)]
    filled = [
        {
            **row,
            "Realisasi": row.get("Target"),
            "Bukti Dukung": "Register",
            **(changes or {}).get((str(row["NIP"]), str(row["No Indikator"])), {}),
        }
        for row in rows
    ]
    ratings = [rating(nip, SESUAI, SESUAI) for nip in (KEPALA, PERAWAT, PENGELOLA)]
    return fill(template, office.input / "isian.xlsx", rows=filled, ratings=ratings)


def found(result: RunResult, code: IssueCode) -> list[Issue]:
    return [issue for issue in result.issues if issue.code is code]


def galat(result: RunResult) -> set[IssueCode]:
    return {issue.code for issue in result.issues if issue.severity is Severity.GALAT}


def line(result: RunResult, name: str) -> tuple[FileVerdict, int, int]:
    (one,) = [file for file in result.files if file.file == name]
    return one.verdict, one.people.evaluated, one.people.withheld
