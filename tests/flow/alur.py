"""A small office for flow tests: settings, templates, and the hands that fill them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.workspace import Workspace, make_workspace
from kinerja_xlsx.spec.book import PENGATURAN
from kinerja_xlsx.write.template import BookContent, render_book
from tests.drawn import HEADER_ROW, CellInput, put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.model.submission import CellValue

PERIOD = Period.parse("2026-TW1")
PERAWAT = "199001012015031001"
PENGELOLA = "198802022012042002"
KEPALA = "197503032000031003"
NAMES = {PERAWAT: "Contoh Perawat, S.Kep.", PENGELOLA: "Contoh Pengelola", KEPALA: "Contoh Kepala"}
Cells = Mapping[str, "CellValue"]


def open_office(
    root: Path, units: Sequence[str] = ("PKM",), *, katalog: Sequence[Cells] = ()
) -> Workspace:
    """Make a workspace whose settings know three people in each unit and one period."""
    workspace = make_workspace(root)
    roster = [row for number, unit in enumerate(units) for row in roster_of(unit, number)]
    content = BookContent(
        created=date(2026, 1, 1),
        title_lines=(),
        form={
            "nama_instansi": "Pemerintah Kota Contoh",
            "kota": "Kota Contoh",
            "tempat": "Serang",
            "kertas": "A4",
        },
        rows={
            "Unit": tuple({"kode": unit, "nama": f"Puskesmas {unit}"} for unit in units),
            "Pegawai": tuple(roster),
            "Pejabat": (
                {
                    "kode": "KADIS",
                    "nama": "Contoh Kadis, M.Kes.",
                    "jabatan": "Kepala Dinas",
                    "unit_kerja": "Dinas Kesehatan",
                },
            ),
            "Periode": ({"kode": PERIOD.code},),
            "Katalog Indikator": tuple(katalog),
        },
        meta={"templat": PENGATURAN.template, "versi": PENGATURAN.version},
        kertas=Kertas.A4,
    )
    workspace.pengaturan.write_bytes(render_book(PENGATURAN, content))
    return workspace


def nip_in(unit_number: int, nip: str) -> str:
    """Give the people of each further unit NIPs of their own, by the serial."""
    return nip[:-3] + f"{int(nip[-3:]) + 10 * unit_number:03d}"


def roster_of(unit: str, number: int) -> list[Cells]:
    """List the people of one unit: the head rates the other two."""
    head = nip_in(number, KEPALA)

    def person(nip: str, jabatan: str, jenis: str, jenjang: str | None, penilai: str) -> Cells:
        return {
            "kode_unit": unit,
            "nip": nip_in(number, nip),
            "nama": NAMES[nip],
            "status_asn": "PNS",
            "golongan": "III/c",
            "jabatan": jabatan,
            "jenis_jabatan": jenis,
            "jenjang": jenjang,
            "penilai": penilai,
        }

    return [
        person(KEPALA, "Kepala Puskesmas", "Pengawas", None, "KADIS"),
        person(PERAWAT, "Perawat Ahli Muda", "Fungsional", "Ahli Muda", head),
        person(PENGELOLA, "Pengelola Keuangan", "Pelaksana", None, head),
    ]


def indikator(  # noqa: PLR0913 - one argument for each cell that tests vary
    nip: str,
    number: str,
    *,
    target: float,
    realisasi: float | None,
    arah: str = "Naik",
    target_atas: float | None = None,
    jenis: str = "Utama",
) -> dict[str, CellInput]:
    """Draw one row of `Hasil Kerja`."""
    return {
        "NIP": nip,
        "No RHK": int(number.split(".", maxsplit=1)[0]),
        "No Indikator": number,
        "Jenis": jenis,
        "RHK Pimpinan yang Diintervensi": "Meningkatnya mutu layanan"
        if jenis == "Utama"
        else None,
        "Rencana Hasil Kerja": f"Hasil {number[0]} tercapai",
        "Aspek": "Kuantitas",
        "Indikator": f"Ukuran {number}",
        "Target": target,
        "Target Atas": target_atas,
        "Satuan": "kegiatan",
        "Arah": arah,
        "Agregasi": "Jumlah",
        "Realisasi": realisasi,
        "Bukti Dukung": "Register" if realisasi is not None else None,
    }


def rating(nip: str, hasil_kerja: str | None, perilaku: str | None) -> dict[str, CellInput]:
    """Draw the ratings of one person."""
    return {"NIP": nip, "Rating Hasil Kerja": hasil_kerja, "Rating Perilaku": perilaku}


def fill(
    template: Path, target: Path, *, rows: Sequence[Mapping[str, CellInput]],
    ratings: Sequence[Mapping[str, CellInput]],
    labels: Mapping[str, CellInput] | None = None,
) -> Path:  # fmt: skip
    """Fill a template as a person would: rows of work below the heading, ratings beside names."""
    book = load_workbook(template)
    form = book["Identitas"]
    wanted = {"Capaian Kinerja Organisasi": "Baik", "Pengisi": "Contoh", **(labels or {})}
    for number in range(1, form.max_row + 1):
        label = form.cell(number, 1).value
        if label in wanted:
            put(form.cell(number, 2), wanted[str(label)])
    work = book["Hasil Kerja"]
    for number, row in enumerate(rows, start=HEADER_ROW + 1):
        write_row(work, number, row)
    sheet = book["Penilaian"]
    by_nip = {sheet.cell(number, 2).value: number for number in range(5, sheet.max_row + 1)}
    for row in ratings:
        write_row(sheet, by_nip[row["NIP"]], row)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def write_row(sheet: Worksheet, number: int, row: Mapping[str, CellInput]) -> None:
    """Write values under their headings."""
    headings = heading_columns(sheet)
    for heading, value in row.items():
        put(sheet.cell(number, headings[heading]), value)


def heading_columns(sheet: Worksheet, header_row: int = HEADER_ROW) -> dict[str, int]:
    """Map the headings of a data sheet to their columns."""
    return {
        str(cell.value): cell.column
        for cell in sheet[header_row]
        if cell.value is not None and cell.column is not None
    }
