"""Workbooks drawn in tests: a table as text, or a sound Isian of which one thing is changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook

from kinerja_xlsx.spec.book import CEK, ISIAN, META, TITLE_ROWS, BookSpec
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.pegawai import PegawaiRow, PejabatRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import SheetModel, columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

CellInput = str | int | float | date | None
"""A value for a cell. A text may carry a mark, see `put`."""
Row = dict[str, CellInput]
"""Heading to value; headings left out are empty cells."""

EXACT_DIGITS = 15
"""A spreadsheet program keeps no more digits of a number than this."""
NIPS = ("199001012015031001", "198802022012042002", "199503032022211003")
NAMES = ("Contoh Satu, S.Kep.", "Contoh Dua, S.E.", "Contoh Tiga, A.Md.Kep.")
PEJABAT = "KADIS"
FORM_HEADINGS = ("Isian", "Nilai", "Keterangan")


def put(cell: Cell | MergedCell, drawn: CellInput) -> None:
    r"""Write one drawn value.

    Marks: `#98.5` number, `@2026-03-01` date, `%0.85` number shown as a percentage, `!#N/A`
    error, `=80+7.5` formula without a cached value, `~` or nothing for an empty cell; a leading
    backslash makes the rest plain text, whatever it begins with.
    """
    if isinstance(drawn, date):
        cell.value, cell.number_format = drawn, "dd/mm/yyyy"
    elif not isinstance(drawn, str):
        cell.value = drawn
    elif drawn not in {"", "~"}:
        _put_marked(cell, drawn[0], drawn[1:])


def _put_marked(cell: Cell | MergedCell, mark: str, rest: str) -> None:
    match mark:
        case "#":
            cell.value = _number(rest)
        case "%":
            cell.value, cell.number_format = _number(rest), "0%"
        case "@":
            cell.value, cell.number_format = date.fromisoformat(rest), "dd/mm/yyyy"
        case "!":
            cell.value, cell.data_type = rest, "e"
        case "=":
            cell.value, cell.data_type = f"={rest}", "f"
        case _:
            cell.value = rest if mark == "\\" else f"{mark}{rest}"
            cell.data_type = "s"


def _number(text: str) -> int | float:
    is_whole = text.lstrip("-").isdigit() and len(text) <= EXACT_DIGITS
    return int(text) if is_whole else float(text)


def draw(sheet: Worksheet, table: str) -> None:
    """Write a drawn table from row 1: one line for each row, cells between `|`."""
    lines = [line.strip() for line in table.strip("\n").splitlines()]
    for number, line in enumerate((line for line in lines if line), start=1):
        for column, drawn in enumerate(line.strip("|").split("|"), start=1):
            put(sheet.cell(number, column), drawn.strip())


def drawn_book(
    path: Path, sheets: Mapping[str, str], *, meta: Mapping[str, str] | None = None
) -> Path:
    """Save a workbook of drawn tables, with a hidden `_meta` when one is given.

    Args:
        path: The file to write.
        sheets: Sheet name to table; the first line of a table is row 1.
        meta: Keys and values of `_meta`.
    """
    workbook = _empty_workbook()
    for name, table in sheets.items():
        draw(workbook.create_sheet(name), table)
    _add_meta(workbook, meta)
    workbook.save(path)
    return path


def _empty_workbook() -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return workbook


def _add_meta(workbook: Workbook, meta: Mapping[str, str] | None) -> None:
    if meta is None:
        return
    sheet = workbook.create_sheet(META)
    sheet.sheet_state = "hidden"
    for number, (key, value) in enumerate(meta.items(), start=1):
        sheet.cell(number, 1, key)
        sheet.cell(number, 2, value).data_type = "s"


@dataclass(slots=True)
class DrawnBook:
    """A workbook laid out like our template, to be changed and saved.

    Attributes:
        labels: Label to value of the form sheet.
        sheets: Sheet name to its rows; the first data row is row `FIRST_ROW`.
        meta: Keys and values of `_meta`; None leaves that sheet out.
        spec: The template.
        headings: Sheet name to headings, where they differ from the specification.
    """

    labels: dict[str, CellInput]
    sheets: dict[str, list[Row]]
    meta: dict[str, str] | None
    spec: BookSpec = ISIAN
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def workbook(self) -> Workbook:
        """Build the workbook for openpyxl, so that a test may change more before saving."""
        workbook = _empty_workbook()
        self._add_form(workbook.create_sheet(self.spec.form.sheet))
        titles = {model.sheet: model for model in self.spec.readable}
        for name, rows in self.sheets.items():
            headings = self.headings.get(name) or (CEK, *headings_of(titles[name]))
            _add_table(workbook.create_sheet(name), headings, rows)
        _add_meta(workbook, self.meta)
        return workbook

    def save(self, path: Path) -> Path:
        """Save to a file and return its path."""
        self.workbook().save(path)
        return path

    def _add_form(self, sheet: Worksheet) -> None:
        sheet.cell(1, 1, self.spec.form.title)
        for column, heading in enumerate(FORM_HEADINGS, start=1):
            sheet.cell(HEADER_ROW, column, heading)
        for number, (label, value) in enumerate(self.labels.items(), start=FIRST_ROW):
            sheet.cell(number, 1, label)
            put(sheet.cell(number, 2), value)


HEADER_ROW = TITLE_ROWS + 1
FIRST_ROW = HEADER_ROW + 1


def headings_of(model: type[SheetModel]) -> tuple[str, ...]:
    """List the headings of a sheet, without `Cek`."""
    return tuple(column.heading for column in columns_of(model))


def column_of(model: type[SheetModel], heading: str) -> int:
    """Tell the column number of a heading in our template, where A is `Cek`."""
    return headings_of(model).index(heading) + 2


def _add_table(sheet: Worksheet, headings: tuple[str, ...], rows: list[Row]) -> None:
    sheet.cell(1, 1, sheet.title)
    for column, heading in enumerate(headings, start=1):
        put(sheet.cell(HEADER_ROW, column), heading)
    for number, row in enumerate(rows, start=FIRST_ROW):
        unknown = row.keys() - set(headings)
        assert not unknown, f"{sheet.title}: tidak ada judul {unknown}"
        for column, heading in enumerate(headings, start=1):
            put(sheet.cell(number, column), row.get(heading))


def sound_isian(
    people: int = 2, *, unit: str = "DINKES", period: str = "2026-TW1", year: int = 2026
) -> DrawnBook:
    """Make an Isian without any fault: two RHK with three indicators each person, both ratings.

    Args:
        people: One to three.
        unit: Kode Unit.
        period: Period code; it must begin with `year` and hold 31 March.
        year: Year of the dates.
    """
    return DrawnBook(
        labels={
            "Kode Unit": unit,
            "Nama Unit": "Dinas Kesehatan",
            "Periode": period,
            "Pendekatan": "Kuantitatif",
            "Capaian Kinerja Organisasi": "Baik",
            "Ditetapkan Oleh": "Wali Kota",
            "Nama Pimpinan": "Contoh Kepala, M.Kes.",
            "Jabatan Pimpinan": "Kepala Dinas Kesehatan",
            "NIP Pimpinan": "197001011995031001",
            "Tempat": "Serang",
            "Tanggal Pengesahan": date(year, 4, 6),
            "Pengisi": "Contoh Pengisi",
            "Kontak": "0254-000000",
        },
        sheets={
            PegawaiRow.sheet: [_pegawai(index) for index in range(people)],
            PejabatRow.sheet: [_pejabat()],
            HasilKerjaRow.sheet: [
                row for index in range(people) for row in _hasil_kerja(NIPS[index], NAMES[index])
            ],
            PenilaianRow.sheet: [_penilaian(index, year) for index in range(people)],
        },
        meta={
            "templat": ISIAN.template,
            "versi": ISIAN.version,
            "kode_unit": unit,
            "periode": period,
            "terbit": f"{year}-01-01",
            "sidik_roster": "",
            "sidik_rencana": "",
            "putaran": "0",
            "leluhur": "",
        },
    )


def _pegawai(index: int) -> Row:
    return {
        "NIP": NIPS[index],
        "Nama": NAMES[index],
        "Status ASN": ("PNS", "PNS", "PPPK")[index],
        "Golongan": ("III/c", "III/b", "IX")[index],
        "Jabatan": ("Perawat Ahli Muda", "Pengelola Keuangan", "Perawat Terampil")[index],
        "Jenis Jabatan": ("Fungsional", "Pelaksana", "Fungsional")[index],
        "Jenjang": ("Ahli Muda", None, "Terampil")[index],
        "Penilai": PEJABAT,
        "Atasan Penilai": "WALIKOTA",
    }


def _pejabat() -> Row:
    return {
        "Kode": PEJABAT,
        "Nama": "Contoh Kepala, M.Kes.",
        "Pangkat/Golongan": "Pembina, IV/a",
        "Jabatan": "Kepala Dinas Kesehatan",
        "Unit Kerja/Instansi": "Dinas Kesehatan",
    }


def _hasil_kerja(nip: str, nama: str) -> list[Row]:
    def indikator(number: str, text: str, target: float, realisasi: float) -> Row:
        return {
            "NIP": nip,
            "Nama": nama,
            "No RHK": int(number[0]),
            "No Indikator": number,
            "Jenis": "Utama",
            "RHK Pimpinan yang Diintervensi": "Meningkatnya mutu layanan kesehatan dasar",
            "Rencana Hasil Kerja": f"Hasil {number[0]} tercapai sesuai rencana",
            "Aspek": "Kuantitas",
            "Indikator": text,
            "Target": target,
            "Satuan": "pasien",
            "Arah": "Naik",
            "Agregasi": "Jumlah",
            "Realisasi": realisasi,
            "Bukti Dukung": "Register pasien",
        }

    return [
        indikator("1.1", "Jumlah pasien rawat jalan yang dilayani", 1200, 1250),
        indikator("1.2", "Jumlah kunjungan rumah", 40, 38.5),
        indikator("2.1", "Jumlah laporan yang diselesaikan", 3, 3),
    ]


def _penilaian(index: int, year: int) -> Row:
    return {
        "NIP": NIPS[index],
        "Nama": NAMES[index],
        "Rating Hasil Kerja": "Sesuai Ekspektasi",
        "Rating Perilaku": "Sesuai Ekspektasi",
        "Umpan Balik Perilaku": "Ramah dan cekatan",
        "Tanggal Penilaian": date(year, 4, 6),
    }
