"""A small office for flow tests: settings, templates, and the hands that fill them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kinerja_xlsx.model.issue import Severity
from kinerja_xlsx.model.law import Kertas
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.run.options import RunOptions
from kinerja_xlsx.run.templat import make_templates
from kinerja_xlsx.run.workspace import MANIFEST, Workspace, make_workspace
from kinerja_xlsx.spec.book import PENGATURAN
from kinerja_xlsx.write.template import BookContent, render_book
from tests.drawn import HEADER_ROW, CellInput, put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kinerja_xlsx.model.issue import IssueCode
    from kinerja_xlsx.model.run_result import RunResult
    from kinerja_xlsx.model.submission import CellValue
    from tests.drawn import Row

PERIOD = Period.parse("2026-TW1")
PERAWAT = "199001012015031001"
PENGELOLA = "198802022012042002"
KEPALA = "197503032000031003"
NAMES = {PERAWAT: "Contoh Perawat, S.Kep.", PENGELOLA: "Contoh Pengelola", KEPALA: "Contoh Kepala"}
Cells = Mapping[str, "CellValue"]
HERE = RunOptions(workers=0)
SESUAI = "Sesuai Ekspektasi"
DI_ATAS = "Di Atas Ekspektasi"
DI_BAWAH = "Di Bawah Ekspektasi"


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


def sound_rows() -> list[Row]:
    """Draw the work of the three people of one unit."""
    return [
        indikator(KEPALA, "1.1", target=40, realisasi=44),
        indikator(PERAWAT, "1.1", target=1200, realisasi=1250),
        indikator(PERAWAT, "1.2", target=40, realisasi=38.5),
        indikator(PERAWAT, "2.1", target=7, target_atas=8, realisasi=9, arah="Turun"),
        indikator(PENGELOLA, "1.1", target=7, target_atas=8, realisasi=6.5, arah="Turun"),
        indikator(PENGELOLA, "2.1", target=3, realisasi=4, jenis="Tambahan"),
    ]


def sound_ratings() -> list[Row]:
    """Draw their ratings."""
    return [
        rating(KEPALA, DI_ATAS, DI_ATAS),
        rating(PERAWAT, SESUAI, DI_BAWAH),
        rating(PENGELOLA, DI_BAWAH, SESUAI),
    ]


def send(office: Workspace, name: str = "kiriman/pkm.xlsx") -> Path:
    """Send a sound Isian for the only unit."""
    (made,) = make_templates(office, PERIOD)
    return fill(
        office.root / made.path, office.input / name, rows=sound_rows(), ratings=sound_ratings()
    )


def send_all(office: Workspace) -> dict[str, Path]:
    """Send a sound Isian for every unit; units after the first have NIPs of their own."""
    paths: dict[str, Path] = {}
    for number, made in enumerate(make_templates(office, PERIOD)):
        unit = str(made.unit)

        def renumbered(rows: list[Row], number: int = number) -> list[Row]:
            return [{**row, "NIP": nip_in(number, str(row["NIP"]))} for row in rows]

        paths[unit] = fill(
            office.root / made.path,
            office.input / f"{unit}.xlsx",
            rows=renumbered(sound_rows()),
            ratings=renumbered(sound_ratings()),
        )
    return paths


def codes(result: RunResult, severity: Severity = Severity.GALAT) -> list[IssueCode]:
    """List the codes of one severity, in order."""
    return [issue.code for issue in result.issues if issue.severity is severity]


def outputs_of(office: Workspace) -> dict[str, bytes]:
    """Read every output but the manifests."""
    return {
        path.relative_to(office.output).as_posix(): path.read_bytes()
        for path in sorted(office.output.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


@cache
def sent_by_three() -> Mapping[str, bytes]:
    """Make the input of an office of three units, each with a sound Isian, once."""
    with TemporaryDirectory() as folder:
        office = open_office(Path(folder), units=("PKM", "RSU", "SEK"))
        send_all(office)
        return {path.name: path.read_bytes() for path in sorted(office.input.iterdir())}


def settle(root: Path, files: Mapping[str, bytes]) -> Workspace:
    """Make a workspace with these files in its input."""
    workspace = make_workspace(root)
    for name, data in files.items():
        path = workspace.input / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return workspace
