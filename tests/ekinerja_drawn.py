"""Exports drawn like e-Kinerja's `Laporan Penilaian SKP`: synthetic people, and its quirks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

from tests.drawn import CellInput, put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

JUDUL: Final = (
    "jenis", "id", "nip", "nama", "periode_awal_skp", "periode_akhir_skp", "skp_unor_id",
    "skp_unor", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan", "is_skp_plt_plh_pjb",
    "hasil_kerja", "perilaku_kerja", "hasil_akhir", "pegawai_atasan_id", "pegawai_atasan_nip",
    "pegawai_atasan_nama", "pegawai_atasan_unor_id", "pegawai_atasan_unor",
    "pegawai_atasan_jabatan", "pegawai_atasan_golru", "waktu_dinilai", "pegawai_penilai_id",
    "tahun_skp", "skp_id", "periode_id", "skp_penilaian_id", "golru", "jenis_pegawai",
)  # fmt: skip
"""The layout with 30 columns."""
LAPORAN_SKP: Final = (
    "id", "skp_id", "nip", "nama", "jabatan", "unit", "jenis_pegawai", "skp_status", "skp_model",
    "skp_unor", "skp_unor_atasan", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan",
    "periode_awal", "periode_akhir", "is_plt_plh", "created_at",
)  # fmt: skip
"""The list of SKP, which has no ratings."""
RINGKAS: Final = (
    "nip", "nama", "skp_unor", "skp_jabatan", "hasil_kerja", "perilaku_kerja", "hasil_akhir",
    "periode_awal_skp", "periode_akhir_skp",
)  # fmt: skip
"""Only the columns that are ever needed."""
TRIWULAN: Final = (
    "Laporan Penilaian SKP Periode Triwulan I Tahun 2026",
    "Instansi Pemerintah Kota Contoh",
    "Periode : Triwulan I",
    "Unor Induk : ALL",
    "Unor : ALL",
    "Data ditarik pada : 2026-04-10 08:15:00",
    "",
)
"""Rows 1 to 7; the headings stand in row 8."""
SECRETS: Final = {
    "pegawai_atasan_nip": "197001011995031001",
    "pegawai_atasan_nama": "ATASAN RAHASIA",
    "pegawai_penilai_id": "RAHASIA-77",
    "id": "A8ACA7F2",
}
"""What no comparison may keep."""


def skp(nip: CellInput, **cells: CellInput) -> dict[str, CellInput]:
    """Draw one row; keywords are headings of the export."""
    row: dict[str, CellInput] = {
        "jenis": "Periodik",
        "nip": nip,
        "nama": "CONTOH PERAWAT",
        "periode_awal_skp": "2026-01-01",
        "periode_akhir_skp": "2026-12-31",
        "skp_unor": "PUSKESMAS PKM",
        "skp_unor_induk": "DINAS KESEHATAN",
        "skp_jabatan": "PERAWAT AHLI MUDA",
        "skp_jenis_jabatan": "Jabatan Fungsional",
        "is_skp_plt_plh_pjb": False,
        "hasil_kerja": "Sesuai Ekspektasi",
        "perilaku_kerja": "Sesuai Ekspektasi",
        "hasil_akhir": "Baik",
        "waktu_dinilai": "2026-04-05 10:00:00",
        "tahun_skp": 2026,
        "golru": "III/c",
        "jenis_pegawai": "PNS",
        **SECRETS,
    }
    return row | cells


def export(
    path: Path,
    rows: Sequence[Mapping[str, CellInput]],
    *,
    headings: Sequence[str] = JUDUL,
    titles: Sequence[str] = TRIWULAN,
    sheet: str = "Worksheet",
) -> Path:
    """Save an export; cells of headings that the layout lacks are left out."""
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = sheet
    for number, title in enumerate(titles, start=1):
        page.cell(number, 1).value = title or None
    top = len(titles) + 1
    for column, heading in enumerate(headings, start=1):
        page.cell(top, column).value = heading
        for number, row in enumerate(rows, start=top + 1):
            put(page.cell(number, column), row.get(heading))
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    return path
