"""Exports drawn like those of SIASN: three layouts, synthetic people, and their quirks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

from tests.drawn import CellInput, put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

UTAMA: Final = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA ID", "AGAMA NAMA",
    "JENIS KAWIN ID", "JENIS KAWIN NAMA", "NIK", "NOMOR HP", "EMAIL", "EMAIL GOV", "ALAMAT",
    "NPWP NOMOR", "BPJS", "JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS",
    "TANGGAL SK CPNS", "TMT CPNS", "NOMOR SK PNS", "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID",
    "GOL AWAL NAMA", "GOL AKHIR ID", "GOL AKHIR NAMA", "TMT GOLONGAN", "MK TAHUN", "MK BULAN",
    "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA", "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID", "PENDIDIKAN NAMA",
    "TAHUN LULUS", "KPKN ID", "KPKN NAMA", "LOKASI KERJA ID", "LOKASI KERJA NAMA", "UNOR ID",
    "UNOR NAMA", "INSTANSI INDUK ID", "INSTANSI INDUK NAMA", "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA", "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID", "SATUAN KERJA KERJA NAMA",
)  # fmt: skip
"""The layout with 64 columns."""
BARU: Final = (
    *UTAMA[:15],
    "IS VALID NIK",
    *UTAMA[15:],
    "NAMA SEKOLAH",
    "FLAG IKD",
    "ESELON ID",
    "ESELON NAMA",
)
"""The layout with 69 columns."""
RINGKAS: Final = (
    "NIP BARU", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR", "TANGGAL LAHIR",
    "JENIS KELAMIN", "NIK", "NOMOR HP", "EMAIL", "ALAMAT", "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "GOL AKHIR NAMA", "TMT GOLONGAN AKHIR",
    "JENIS JABATAN NAMA", "JABATAN NAMA", "TMT JABATAN", "ESELON NAMA", "TMT ESELON",
    "PENDIDIKAN TERAKHIR NAMA", "UNOR NAMA",
)  # fmt: skip
"""A layout with 23 columns."""
SECRETS: Final = {
    "NIK": "'3604012345678901",
    "NOMOR HP": "081234567890",
    "EMAIL": "rahasia@contoh.test",
    "EMAIL GOV": "rahasia@contoh.go.test",
    "ALAMAT": "JALAN RAHASIA NO. 1",
    "NPWP NOMOR": "'99.888.777.6-555.000",
    "BPJS": "'0001234567899",
    "TANGGAL LAHIR": "01-01-1990",
    "JENIS KELAMIN": "F",
    "NAMA SEKOLAH": "UNIVERSITAS RAHASIA",
}
"""What no import may keep."""


def person(nip: CellInput, **cells: CellInput) -> dict[str, CellInput]:
    """Draw one row; keyword `jabatan_nama` is the column `JABATAN NAMA`."""
    row: dict[str, CellInput] = {
        "NIP BARU": nip,
        "NIP LAMA": "'470012345",
        "NAMA": "CONTOH PERAWAT",
        "GELAR BELAKANG": "S.Kep.",
        "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota",
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "STATUS CPNS PNS": "P",
        "GOL AWAL NAMA": "III/a",
        "GOL AKHIR NAMA": "III/c",
        "JENIS JABATAN NAMA": "Jabatan Fungsional",
        "JABATAN NAMA": "PERAWAT AHLI MUDA",
        "TMT JABATAN": "01-03-2024",
        "UNOR NAMA": "PUSKESMAS PKM",
        **SECRETS,
    }
    return row | {name.upper().replace("_", " "): value for name, value in cells.items()}


def export(
    path: Path,
    rows: Sequence[Mapping[str, CellInput]],
    *,
    headings: Sequence[str] = UTAMA,
    titles: Sequence[str] = (),
    sheet: str = "Sheet1",
) -> Path:
    """Save an export; cells of headings that the layout lacks are left out."""
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = sheet
    for number, title in enumerate(titles, start=1):
        page.cell(number, 1).value = title
    top = len(titles) + 1
    for column, heading in enumerate(headings, start=1):
        page.cell(top, column).value = heading
        for number, row in enumerate(rows, start=top + 1):
            put(page.cell(number, column), row.get(heading))
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    return path
