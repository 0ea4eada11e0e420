"""An agency of two units, made in a few words, and its rendered recap read back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from kinerja_xlsx.model.law import CapaianOrganisasi, Ekspektasi, Kertas, Predikat
from kinerja_xlsx.model.rekap import BarisPegawai, BarisUnit, Kiriman, UsulPerubahan
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus, PeopleCounts, RowCounts
from kinerja_xlsx.model.run_result import BarisBerkas
from kinerja_xlsx.model.score import Distribusi, Move
from kinerja_xlsx.write.rekap import RekapBook, render_rekap
from tests.hasil_drawn import TW1, nip_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DITERIMA, DITAHAN = PenugasanStatus.DINILAI, PenugasanStatus.DITAHAN
TIDAK_DINILAI = PenugasanStatus.TIDAK_DINILAI
TIDAK_DIKIRIM = PenugasanStatus.TIDAK_DIKIRIM


def orang(
    number: int, status: PenugasanStatus = DITERIMA, predikat: Predikat | None = Predikat.BAIK
) -> BarisPegawai:
    rating = Ekspektasi.SESUAI if predikat else None
    return BarisPegawai(
        period="2026-TW1",
        unit="DINKES",
        nip=nip_of(number),
        nama=f"Contoh Pegawai {number}",
        jabatan="Perawat Ahli Muda",
        sifat="Definitif",
        mulai=TW1.first,
        selesai=TW1.last,
        status=status,
        alasan="" if status is DITERIMA else "NIP tidak ada di daftar induk.",
        capaian=Decimal("98.125") if predikat else None,
        lengkap=predikat is not None,
        usulan=rating,
        rating_hasil_kerja=rating,
        rating_perilaku=rating,
        predikat=predikat,
    )


def sebaran(baik: int, expected: int) -> Distribusi:
    counts = {Predikat.BAIK: baik}
    return Distribusi(
        capaian_organisasi=CapaianOrganisasi.BAIK,
        counts=tuple((predikat, counts.get(predikat, 0)) for predikat in Predikat),
        total=baik,
        expected=expected,
        broken=("Baik paling banyak 70 persen",),
        moves=(Move(1, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN),),
        is_small=False,
        dominance=None,
    )


DINKES = BarisUnit(
    "DINKES", "Dinas Kesehatan", "", kiriman=Kiriman.SUDAH, dinilai=3, ditahan=1, tidak_dinilai=1,
    tidak_dikirim=1, belum_ditetapkan=1, capaian_organisasi=CapaianOrganisasi.BAIK,
    distribusi=sebaran(2, 4),
)  # fmt: skip
SETDA = BarisUnit(
    "SETDA", "Sekretariat Daerah", "KOTA", kiriman=Kiriman.BELUM, dinilai=0, ditahan=0,
    tidak_dinilai=0, tidak_dikirim=0, belum_ditetapkan=0, capaian_organisasi=None, distribusi=None,
)  # fmt: skip
READ = BarisBerkas(
    "dinkes.xlsx", "0" * 64, "DINKES", "2026-TW1", FileVerdict.SEBAGIAN,
    RowCounts(accepted=10, corrected=2, withheld=3, ignored=1),
    PeopleCounts(3, 1, 1),
)  # fmt: skip
REFUSED = BarisBerkas("lama.xls", "1" * 64, None, None, FileVerdict.DITOLAK, None)


def agency(**changes: object) -> RekapBook:
    made = RekapBook(
        instansi="Pemerintah Kota Serang",
        kertas=Kertas.F4,
        period=TW1,
        units=(DINKES, SETDA),
        employees=(
            orang(1),
            orang(2),
            orang(3, predikat=None),
            orang(4, DITAHAN, None),
            orang(5, TIDAK_DINILAI, None),
            orang(6, TIDAK_DIKIRIM, None),
        ),
        files=(READ, REFUSED),
        changes=(
            UsulPerubahan("DINKES", nip_of(1), "Contoh Pegawai 1", "Golongan", "III/b", "III/c"),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by name


def read(rekap: RekapBook, sheet: str, *, values: bool = True) -> Worksheet:
    found: Worksheet = load_workbook(BytesIO(render_rekap(rekap)), data_only=values)[sheet]
    return found


def block(sheet: Worksheet, title: str) -> dict[object, object]:
    """Give label and count of the rows below a section title."""
    start = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == title)
    found: dict[object, object] = {}
    for row in range(start + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value is None:
            break
        found[sheet.cell(row, 1).value] = sheet.cell(row, 2).value
    return found


def row_of(sheet: Worksheet, number: int) -> list[object]:
    return [cell.value for cell in sheet[number]]
